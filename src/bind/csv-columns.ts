import { nearest } from '../diagnostics/index.ts'
import type { Ask, Column, Unit } from '../model/index.ts'
import { folded } from '../text/characters.ts'
import type { CsvField } from './csv.ts'
import type { Entries } from './entries.ts'
import { type Leaf, labelOf, moreColumn } from './leaves.ts'
import type { ListPlace } from './list-lines.ts'

/** A place to write of a list's row, and the ways in which a CSV header may name it. */
export interface Target {
  readonly path: string
  readonly ask: Ask
  /** The form counts the rows itself: what the file says is passed over. */
  readonly skipped: boolean
  readonly unit?: Unit
  readonly labels: readonly string[]
  /** The header says the unit of its quantities: VOCs（吨）. */
  readonly headed?: Unit
}

const separators = ['·', '.', '/']

/**
 * What the columns of a CSV file mean, by their headers: in turn the exact path, the exact label, and the label as
 * people type it; undefined where a header is blank or wrong. A label may have those of its spanners before it:
 * 提出·合计. A header that could mean several columns is wrong, and so are two headers that mean the same. Where not one
 * means a column the line is no header, and that is told once.
 */
export function csvColumns(
  header: readonly CsvField[],
  { block, leaves }: Pick<ListPlace, 'block' | 'leaves'>,
  entries: Reading,
): (Target | undefined)[] {
  const { form, report } = entries
  const targets = leaves.flatMap((leaf) => targetsOf(entries, leaf))
  const units = new Map(
    [...form.definition.units.values()].flatMap((unit) => spellings(unit).map((name) => [name, unit])),
  )
  const names = header.map(({ text }) => text.trim())
  const meant = names.map((name) => (name === '' ? [] : targetsNamed(name, targets, units)))
  const open = targets.filter(({ skipped }) => !skipped)
  const allowed = [...new Set(open.flatMap(({ path, labels }) => [path, ...labels.slice(0, 1)]))]
  if (names.length > 1 && meant.every((found) => found.length === 0)) {
    report.add('csv-header', (header.find(({ text }) => text.trim() !== '') as CsvField).at, {
      allowed: allowed.join(', '),
    })
    return header.map(() => undefined)
  }
  const firsts = new Map<Target, string>()
  return header.map(({ at }, n) => {
    const [name, found] = [names[n] as string, meant[n] as readonly Target[]]
    const [target] = found
    if (name === '') return undefined
    if (!target) {
      const unit = otherUnit(name, targets, units)
      if (unit) {
        report.add('csv-unit', at, { name, unit: unit.name })
        return undefined
      }
      const hint = moreColumn(block.columns) ? 'added columns' : ''
      report.add('csv-column', at, { name, nearest: nearest(name, allowed) ?? '', allowed: allowed.join(', '), hint })
      return undefined
    }
    if (found.length > 1) {
      report.add('csv-column-ambiguous', at, { name, allowed: found.map(({ path }) => path).join(', ') })
      return undefined
    }
    const first = firsts.get(target)
    if (first !== undefined && !target.skipped) report.add('csv-column-twice', at, { name, first })
    firsts.set(target, name)
    const headed = target.ask.type === 'quantity' ? units.get(parted(normal(name)).bracketed) : undefined
    return headed ? { ...target, headed } : target
  })
}

/** The unit of the column that a header means, where it says another. */
function otherUnit(name: string, targets: readonly Target[], units: ReadonlyMap<string, Unit>): Unit | undefined {
  const { words, bracketed } = parted(normal(name))
  if (!units.has(bracketed)) return undefined
  return targets.find(({ unit, labels }) => unit && labels.some((label) => parted(normal(label)).words === words))?.unit
}

/** All that a header could mean. */
function targetsNamed(name: string, targets: readonly Target[], units: ReadonlyMap<string, Unit>): readonly Target[] {
  const ways = [
    ({ path }: Target) => path === name,
    ({ labels }: Target) => labels.includes(name),
    ({ labels, unit, ask }: Target) =>
      labels.some((label) => means(name, label, unit, ask.type === 'quantity' ? new Map() : units)),
  ]
  return ways.map((matches) => targets.filter(matches)).find((each) => each.length > 0) ?? []
}

/** What the meaning of a header depends on. */
type Reading = Pick<Entries, 'form' | 'report' | 'places'>

/** A leaf is one target, or as many as there are places to write in its cells. */
function targetsOf(entries: Reading, { column, path, ask, above }: Leaf): Target[] {
  const labels = [...above, column].flatMap((each) => labelOf(entries.form, each) ?? [])
  const unit = column.ask.unit
  const common = { skipped: column.kind === 'seq', ...(unit ? { unit } : {}) }
  const places = entries.places(ask)
  if (places.size === 0) return [{ ...common, path, ask, labels: [...chains(labels), ...ownId(column)] }]
  return [...places].map(([id, place]) =>
    id === ''
      ? { ...common, path, ask: place, labels: chains(labels) }
      : { ...common, path: `${path}.${id}`, ask: place, labels: chains([...labels, id], 2) },
  )
}

/** A column that counts rows is known by its id wherever it stands. */
const ownId = ({ kind, id }: Column): string[] => (kind === 'seq' ? [id] : [])

/** 合计, 提出·合计, 提出.合计, 提出/合计: the last labels, at least so many, as they stand and without units above. */
function chains(labels: readonly string[], least = 1): string[] {
  const found: string[] = []
  for (let count = least; count <= labels.length; count++) {
    const own = labels.slice(labels.length - count)
    const bare = own.map((label, n) => (n < own.length - 1 ? parted(normal(label)).words : label))
    for (const separator of separators) found.push(own.join(separator), bare.join(separator))
  }
  return [...new Set(found)]
}

const normal = (text: string): string => folded(text).replace(/[・•‧∙⋅]/g, '·')

/** A label and what stands in brackets at its end. */
function parted(text: string): { words: string; bracketed: string } {
  const [, words = text, bracketed = ''] = /^(.+)\(([^()]*)\)$/.exec(text) ?? []
  return { words, bracketed }
}

const spellings = ({ name, symbol }: Unit): string[] => [normal(name), normal(symbol.replace(/[\^~]/g, ''))]

/**
 * Whether a header is a label as people type it: brackets at the end may be left out, or be put there where the label
 * has none. A header that says another unit than the column has is not the column's.
 */
function means(name: string, label: string, unit: Unit | undefined, units: ReadonlyMap<string, Unit>): boolean {
  const [typed, printed] = [normal(name), normal(label)]
  if (typed === printed) return true
  const [a, b] = [parted(typed), parted(printed)]
  if (a.words !== b.words) return false
  if (a.bracketed === '') return true
  if (b.bracketed !== '') return false
  return !units.has(a.bracketed) || (unit !== undefined && spellings(unit).includes(a.bracketed))
}
