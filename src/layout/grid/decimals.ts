import { type Column, plainText } from '../../model/index.ts'
import type { DraftCell, DraftRow } from './box.ts'

const printedFigure = /^([-(]?)[\d,]+(?:\.(\d+))?\)?$/

/** A column of figures as its decimal points need it. */
export interface Aligned {
  /** Decimal places of its longest figure. */
  readonly places: number
  /** Negative figures stand in brackets. */
  readonly brackets: boolean
}

/**
 * What aligns the figures of a block's columns.
 * @param rows the drafted rows but those of the list
 * @param listed the values of the list by column, for as many places as any has
 */
export const alignedColumns = (
  columns: readonly Column[],
  rows: readonly DraftRow[],
  listed: (column: Column) => number,
): Aligned[] =>
  columns.map((column, index) => ({
    places: Math.max(listed(column), ...figuresIn(rows, index).map((cell) => placesOf(cell) ?? 0)),
    brackets: column.ask.negative === 'brackets',
  }))

/**
 * The row with the decimal point of each figure below those of its column: what it has less than others at its end,
 * places and a closing bracket, is kept free there. All formats can do that: by an indent, and in a workbook by `_` in
 * the number format (ECMA-376 18.8.31), which is as wide as the character behind it.
 */
export const alignDecimals = (row: DraftRow, columns: readonly Aligned[]): DraftRow => ({
  ...row,
  cells: row.cells.map((slot) => {
    const { cell, column, colSpan, rowSpan } = slot
    const aligned = alignCell(cell, columns[column])
    return aligned === cell ? slot : { cell: aligned, column, colSpan, rowSpan }
  }),
})

/** The same of a cell, by what aligns its column. */
export function alignCell(cell: DraftCell, aligned: Aligned | undefined): DraftCell {
  if (!aligned || (aligned.places === 0 && !aligned.brackets) || cell.style !== 'cellFigure') return cell
  const places = placesOf(cell)
  if (places === undefined) return cell
  const free = freeAfter(cell, places, aligned)
  return free === '' ? cell : keepFree(cell, free)
}

const figuresIn = (rows: readonly DraftRow[], index: number): DraftCell[] =>
  rows.flatMap(({ cells }) =>
    cells.flatMap(({ cell, column }) => (column === index && cell.style === 'cellFigure' ? [cell] : [])),
  )

/** Decimal places of a figure alone in its cell; undefined where it is none. */
function placesOf({ content }: DraftCell): number | undefined {
  const found = content.length === 1 ? printedFigure.exec(plainText(content)) : null
  return found ? (found[2]?.length ?? 0) : undefined
}

function freeAfter(cell: DraftCell, places: number, { places: most, brackets }: Aligned): string {
  const missing = most === places ? '' : `${places === 0 ? '.' : ''}${'0'.repeat(most - places)}`
  return missing + (brackets && !plainText(cell.content).startsWith('(') ? ')' : '')
}

function keepFree(cell: DraftCell, free: string): DraftCell {
  if (cell.figure === undefined) return { ...cell, free }
  const { value, format } = cell.figure
  return { ...cell, free, figure: { value, format: formatWith(free, format) } }
}

/** A number format that keeps characters free behind the figure. A bracket's own room is already in it, for either sign. */
function formatWith(free: string, format: string): string {
  const key = `${format}|${free}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const missing = [...free.replace(')', '')].map((char) => `_${char}`).join('')
  const made = format
    .split(';')
    .map((section) => section + missing)
    .join(';')
  formats.set(key, made)
  return made
}

/** Few, and asked for by every figure. */
const formats = new Map<string, string>()
