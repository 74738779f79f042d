import type { Span } from '../diagnostics/index.ts'
import type { LocatedMap } from '../yaml/index.ts'
import { isBlank, isBroken, unknownId, wrongShape } from './data-file.ts'
import type { Entries, Take } from './entries.ts'
import { type Leaf, labelOf } from './leaves.ts'
import { isRequired, type Written } from './places.ts'

/** Reads the cells of one row: values by column, a spanner's columns in a map of its id. Taken by path within the block. */
export function readCells(entries: Entries, map: LocatedMap, leaves: readonly Leaf[], take: Take, above = ''): void {
  const { report } = entries
  for (const [key, { keyAt, value }] of map.entries) {
    const path = above + key
    const leaf = leaves.find((each) => each.path === path)
    if (leaf) entries.located(value, leaf.ask, path, take)
    else if (!leaves.some((each) => each.path.startsWith(`${path}.`)))
      unknownId(report, keyAt, key, openKeys(entries, leaves, above), map)
    else if (value.kind === 'map') readCells(entries, value, leaves, take, `${path}.`)
    else if (isBroken(value)) take(path, undefined)
    else if (!isBlank(value)) {
      wrongShape(report, value, path, 'map')
      take(path, undefined)
    }
  }
}

/** The keys at one level under which something can be written. */
export function openKeys(entries: Entries, leaves: readonly Leaf[], above = ''): string[] {
  const open = leaves.filter(({ path, ask }) => path.startsWith(above) && entries.places(ask).size > 0)
  return [...new Set(open.map(({ path }) => path.slice(above.length).split('.')[0] ?? ''))]
}

/** The columns that every row must say something of. */
export const requiredOf = (leaves: readonly Leaf[], { form }: Entries): Leaf[] =>
  leaves.filter(({ ask }) => isRequired(ask, form.definition.units))

/** Tells of each column that must be filled in and of which a row says nothing, right or wrong. */
export function checkRow({ form, report }: Entries, required: readonly Leaf[], written: Written, at: Span): void {
  for (const { column, path } of required)
    if (!written.has(path)) {
      const label = labelOf(form, column) ?? column.id
      report.add('missing-value', { ...at, end: at.start + 1 }, { label, name: path })
    }
}
