import { type Column, plainText } from '../../model/index.ts'
import type { DraftCell, DraftRow } from './box.ts'

const printedFigure = /^([-(]?)[\d,]+(?:\.(\d+))?\)?$/

/** A column of figures as its decimal points need it. */
interface Aligned {
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
    places: Math.max(listed(column), ...figuresIn(rows, index).map(placesOf)),
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
    const aligned = columns[column]
    if (!aligned || (aligned.places === 0 && !aligned.brackets) || !isFigure(cell)) return slot
    const free = freeAfter(cell, aligned)
    return free === '' ? slot : { cell: keepFree(cell, free), column, colSpan, rowSpan }
  }),
})

const isFigure = ({ style, content }: DraftCell): boolean =>
  style === 'cellFigure' && content.length === 1 && printedFigure.test(plainText(content))

const figuresIn = (rows: readonly DraftRow[], index: number): DraftCell[] =>
  rows.flatMap(({ cells }) => cells.flatMap(({ cell, column }) => (column === index && isFigure(cell) ? [cell] : [])))

const placesOf = ({ content }: DraftCell): number => printedFigure.exec(plainText(content))?.[2]?.length ?? 0

function freeAfter(cell: DraftCell, { places: most, brackets }: Aligned): string {
  const places = placesOf(cell)
  const missing = most === places ? '' : `${places === 0 ? '.' : ''}${'0'.repeat(most - places)}`
  return missing + (brackets && !plainText(cell.content).startsWith('(') ? ')' : '')
}

/** A bracket's own room is already in the format, for either sign. */
function keepFree(cell: DraftCell, free: string): DraftCell {
  if (cell.figure === undefined) return { ...cell, free }
  const missing = [...free.replace(')', '')].map((char) => `_${char}`).join('')
  const format = cell.figure.format
    .split(';')
    .map((section) => section + missing)
    .join(';')
  return { ...cell, free, figure: { ...cell.figure, format } }
}
