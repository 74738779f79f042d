import type { SheetCell } from '../../model/index.ts'

/** A rectangle of slots, 0-based; `toRow` and `toColumn` are inclusive. */
export interface Area {
  readonly row: number
  readonly column: number
  readonly toRow: number
  readonly toColumn: number
}

/** The slots a cell covers when it begins in the 0-based row `at`. */
export const areaOf = (cell: SheetCell, at: number): Area => ({
  row: at,
  column: cell.column,
  toRow: at + cell.rowSpan - 1,
  toColumn: cell.column + cell.colSpan - 1,
})

/** The smallest area with both in it. */
export function around(area: Area | undefined, more: Area): Area {
  if (area === undefined) return more
  return {
    row: Math.min(area.row, more.row),
    column: Math.min(area.column, more.column),
    toRow: Math.max(area.toRow, more.toRow),
    toColumn: Math.max(area.toColumn, more.toColumn),
  }
}

/** Letters of a 0-based column: 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** A1 reference of a 0-based slot. */
export const reference = (row: number, column: number): string => columnLetters(column) + (row + 1)

/** `A1:B2`; a single slot is written as a range too. */
export const rangeReference = (area: Area): string =>
  `${reference(area.row, area.column)}:${reference(area.toRow, area.toColumn)}`

/** A sheet's name as it stands in a formula: always quoted, an apostrophe doubled. */
const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`

/** `'Sheet'!$A$1:$B$2`. */
export const absoluteRange = (sheet: string, area: Area): string =>
  `${quoted(sheet)}!$${columnLetters(area.column)}$${area.row + 1}:$${columnLetters(area.toColumn)}$${area.toRow + 1}`

/** `'Sheet'!$1:$2`: whole rows, 0-based and inclusive. */
export const absoluteRows = (sheet: string, from: number, to: number): string =>
  `${quoted(sheet)}!$${from + 1}:$${to + 1}`
