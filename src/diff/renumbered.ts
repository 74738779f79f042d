import {
  type Change,
  type ChangePlace,
  type CheckId,
  checks,
  type EntityKind,
  type Form,
  plain,
} from '../model/index.ts'
import type { Entity } from './entities.ts'
import type { Pair } from './match.ts'

/** What of one table got other numbers: 四、→ 三、. */
interface Renumbered {
  readonly check: CheckId
  readonly kind: EntityKind
  readonly old: ChangePlace
  readonly new: ChangePlace
  readonly before: string[]
  readonly after: string[]
}

/**
 * Numbers that are others because something was added, removed or moved before them: told once of all the sections of
 * a table, of all the notes and instructions of a part and of all tables.
 */
export function renumbered(root: Pair, old: Form, now: Form): Change[] {
  const found = new Map<string, Renumbered>()
  const add = (check: CheckId, kind: EntityKind, [a, b]: readonly [string, string], before: string, after: string) => {
    const key = `${check} ${b}`
    const known = found.get(key)
    const place = (table: string): ChangePlace => ({ path: table, names: [], table })
    const all = known ?? { check, kind, old: place(a), new: place(b), before: [], after: [] }
    all.before.push(before)
    all.after.push(after)
    found.set(key, all)
  }
  const walk = (pair: Pair): void => {
    if (pair.old && pair.new) numbersOf(pair.old, pair.new)
    for (const child of pair.children) walk(child)
  }
  const numbersOf = (was: Entity, is: Entity): void => {
    const tables = [was.table, is.table] as const
    if (was.kind === 'part' || was.kind === 'table') {
      const [before, after] = [old.numbers.get(was.path), now.numbers.get(is.path)]
      if (before && after && before !== after) add('tables-renumbered', 'form', ['', ''], before, after)
    } else if (was.kind === 'section') {
      const [before, after] = [sectionNumber(old, was), sectionNumber(now, is)]
      if (before && after && before !== after) add('sections-renumbered', 'table', tables, before, after)
    } else if (was.kind === 'instruction') {
      const [before, after] = [instructionNumber(old, was), instructionNumber(now, is)]
      if (before && after && before !== after) add('instructions-renumbered', 'part', tables, before, after)
    } else if (was.kind === 'note') noteNumbers(was.id, is.id)
  }
  const [oldMarks, newMarks] = [marksOf(old), marksOf(now)]
  const noteNumbers = (was: string, is: string): void => {
    for (const { old: a, new: b } of root.children) {
      if (a?.kind !== 'part' || !b) continue
      const before = oldMarks.get(`${a.id}.${was}`)
      const after = newMarks.get(`${b.id}.${is}`)
      if (before && after && before !== after) add('notes-renumbered', 'part', [a.path, b.path], before, after)
    }
  }
  walk(root)
  return [...found.values()].map(({ before, after, ...change }) => ({
    ...change,
    impact: checks[change.check].impact,
    before: before.map(trimmed).join(' '),
    after: after.map(trimmed).join(' '),
  }))
}

/** The printed marks of notes by part and note. */
const marksOf = ({ notes }: Form): ReadonlyMap<string, string> =>
  new Map([...notes.values()].flatMap((printed) => printed.map(({ id, mark }) => [id, mark] as const)))

/** The place of an instruction among those of its part, counted from 1: how it is written is the form's numbering. */
function instructionNumber({ definition }: Form, { id, table }: Entity): string | undefined {
  const at = definition.parts
    .find(({ path }) => path === table)
    ?.instructions.findIndex((instruction) => instruction.id === id)
  return at === undefined || at < 0 ? undefined : String(at + 1)
}

/** The number before a label, which the label's text is without. */
function sectionNumber(form: Form, { path, name }: Entity): string {
  if (form.definition.numbering.sections === undefined || name === '') return ''
  const label = plain(form.labels.get(path) ?? [])
  const start = /^[^、.．)）]{1,6}[、.．)）]\s?/.exec(label)?.[0] ?? ''
  return start !== '' && !name.startsWith(start) ? start : ''
}

const trimmed = (number: string): string => number.replace(/[、.．\s]+$/, '')
