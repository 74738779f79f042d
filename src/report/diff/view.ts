import type { Locale } from '../../diagnostics/index.ts'
import {
  type Change,
  type ChangePlace,
  type Comparison,
  type Impact,
  impacts,
  type LikelyRename,
} from '../../model/index.ts'
import { lastId, separators, together } from './alike.ts'
import { impactNames, phrase } from './phrases.ts'
import { valueName } from './values.ts'

/** A comparison in words, for every output that people read. */
export interface DiffView {
  readonly locale: Locale
  readonly heading: string
  /** How many changes have each impact, gravest first; those without any are left out. */
  readonly counts: readonly { readonly impact: Impact; readonly name: string; readonly count: number }[]
  readonly nothing: string
  readonly groups: readonly DiffGroup[]
  readonly likelyHeading: string
  readonly likely: readonly string[]
  readonly columns: { readonly impact: string; readonly where: string; readonly change: string }
}

/** The changes of a table. */
export interface DiffGroup {
  readonly title: string
  readonly changes: readonly DiffLine[]
}

export interface DiffLine {
  readonly change: Change
  /** The same at other places, which `where` names, too. */
  readonly also: readonly Change[]
  readonly impact: Impact
  readonly impactName: string
  readonly check: string
  /** Outermost first; empty where the table itself changed. */
  readonly where: readonly string[]
  readonly phrase: string
  /** Words with what went and came, or values as text. */
  readonly said: readonly Said[]
}

export interface Said {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

const words = {
  zh: {
    form: '整张表',
    notes: '注释',
    nothing: '两版没有差别。',
    likely: '可能是改名',
    likelyLine: (old: string, now: string) => `${old} → ${now}：若是同一项，请在新版写 renamedFrom`,
    likelyAlso: (places: string) => `；${places} 中相同`,
    follows: (formulas: number) => `；${formulas} 个计算公式的变化由此而来`,
    columns: { impact: '影响', where: '位置', change: '变化' },
    factor: (factor: string) => `（旧数 × ${factor}）`,
    edition: (edition: number) => `${edition} 版`,
  },
  en: {
    form: 'The form',
    notes: 'Notes',
    nothing: 'The two editions do not differ.',
    likely: 'Perhaps renamed',
    likelyLine: (old: string, now: string) =>
      `${old} → ${now}: if they are one thing, say renamedFrom in the new edition`,
    likelyAlso: (places: string) => `; the same in ${places}`,
    follows: (formulas: number) =>
      formulas === 1 ? '; one changed formula follows from it' : `; ${formulas} changed formulas follow from it`,
    columns: { impact: 'Impact', where: 'Where', change: 'Change' },
    factor: (factor: string) => ` (old figures × ${factor})`,
    edition: (edition: number) => `edition ${edition}`,
  },
} as const

/** Puts a comparison into words, grouped by table. */
export function diffView(comparison: Comparison, locale: Locale): DiffView {
  const { changes, likelyRenames, tables } = comparison
  const said = words[locale]
  const groups = new Map<string, DiffLine[]>()
  for (const change of changes) {
    const key = groupOf(change)
    groups.set(key, [...(groups.get(key) ?? []), lineOf(change, locale)])
  }
  const title = (key: string): string =>
    key === '' ? said.form : key === 'notes:' ? said.notes : (tables.get(key) ?? key)
  return {
    locale,
    heading: `${comparison.new.title}: ${said.edition(comparison.old.edition)} → ${said.edition(comparison.new.edition)}`,
    counts: impacts
      .map((impact) => ({ impact, name: impactNames[impact][locale], count: count(changes, impact) }))
      .filter(({ count: many }) => many > 0),
    nothing: said.nothing,
    groups: ['', ...tables.keys(), 'notes:'].flatMap((key) => {
      const lines = groups.get(key)
      return lines ? [{ title: title(key), changes: together(lines, locale) }] : []
    }),
    likelyHeading: said.likely,
    likely: likelyLines(likelyRenames, locale),
    columns: said.columns,
  }
}

/** A rename of what stands in several groups alike is suggested once. */
function likelyLines(renames: readonly LikelyRename[], locale: Locale): string[] {
  const groups = new Map<string, LikelyRename[]>()
  for (const each of renames) {
    const { old, new: now, kind } = each
    const alike = [old, now].map(({ path, names, table }) => [table, lastId(path), names.at(-1), names.length])
    const key = JSON.stringify([kind, alike])
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups.values()].map(([first, ...others]) => {
    const { old, new: now } = first as LikelyRename
    const places = others.map((each) => each.new.names.slice(0, -1).join(' › ')).join(separators[locale])
    const formulas = [first as LikelyRename, ...others].reduce((sum, each) => sum + (each.formulas ?? 0), 0)
    const said = words[locale]
    const also = others.length > 0 ? said.likelyAlso(places) : ''
    return said.likelyLine(called(old), called(now)) + also + (formulas > 0 ? said.follows(formulas) : '')
  })
}

/** A part is called by its path: its title is that of its tables. */
const called = ({ names, path }: ChangePlace): string => (names.length > 0 ? `${names.at(-1)} (${path})` : path)

const count = (changes: readonly Change[], impact: Impact): number =>
  changes.filter((change) => change.impact === impact).length

function groupOf({ kind, old, new: now }: Change): string {
  return kind === 'note' ? 'notes:' : ((now ?? old)?.table ?? '')
}

function lineOf(change: Change, locale: Locale): DiffLine {
  const { impact, check, old, new: now } = change
  return {
    change,
    also: [],
    impact,
    impactName: impactNames[impact][locale],
    check,
    where: (now ?? old)?.names ?? [],
    phrase: phrase(change, locale),
    said: saidOf(change, locale),
  }
}

/** What came or went is said alone; of what is otherwise, what it was and what it is. */
function saidOf({ check, before, after, words: characters, factor }: Change, locale: Locale): Said[] {
  if (characters) return [...characters]
  const same = (text: string): Said => ({ kind: 'same', text })
  const name = (value: string): string => valueName(check, value, locale)
  const said: Said[] = []
  const both = (before ?? after) !== undefined && !/-(added|removed)$/.test(check)
  if (both || before !== undefined) said.push({ kind: 'removed', text: name(before ?? '—') })
  if (both) said.push(same(' → '))
  if (both || after !== undefined) said.push({ kind: 'added', text: name(after ?? '—') })
  if (factor !== undefined) said.push(same(words[locale].factor(factor)))
  return said
}
