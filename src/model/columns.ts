import type { Block, Column, Row } from './definition.ts'
import type { Unit } from './units.ts'

/**
 * The columns at the feet of a column tree, from left to right, of every kind.
 * @param added what the filler put in place of a `more` column, by its path; without any the `more` column itself is a leaf
 */
export const leafColumns = (
  columns: readonly Column[],
  added: ReadonlyMap<string, readonly Column[]> = new Map(),
): Column[] =>
  columns.flatMap((column) => {
    const inPlace = column.kind === 'more' ? (added.get(column.path) ?? []) : column.children
    return inPlace.length > 0 ? leafColumns(inPlace, added) : [column]
  })

/** The printed columns at the feet of a column tree, from left to right; below a spanner that is not printed none is. */
export const printedLeaves = (columns: readonly Column[]): Column[] =>
  columns.flatMap((column) =>
    !column.printed ? [] : column.children.length > 0 ? printedLeaves(column.children) : [column],
  )

/** The rows of a tree of groups, from above down, without the groups. */
export const leafRows = (rows: readonly Row[]): Row[] =>
  rows.flatMap((row) => (row.children.length > 0 ? leafRows(row.children) : [row]))

/** The unit of a cell: the column's own, else the row's, which a rate has only where it is a ratio, else the block's. */
export function cellUnit(block: Block, row: Row | undefined, { ask: { type, unit } }: Column): Unit | undefined {
  if (unit && unit.name !== block.unit?.name) return unit
  return (type === 'rate' && row?.unit?.quantity !== 'ratio' ? undefined : row?.unit) ?? unit
}

/**
 * Whether a row counts in the sum of a column: not where it is part of another (其中) or itself worked out of others, by
 * the row's formula or the cell's: nothing is counted twice.
 * @param row absent: a row of a list, which always counts
 * @param at path of the column within its block
 */
export const countsInSum = (row: Row | undefined, at: string): boolean =>
  row === undefined ||
  (row.within === undefined && row.value?.kind !== 'formula' && row.cells.get(at)?.kind !== 'formula')
