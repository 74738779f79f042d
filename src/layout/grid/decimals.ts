import { type Column, plainText } from '../../model/index.ts'
import type { DraftCell, DraftRow } from './box.ts'

const printedFigure = /^([-(]?)[\d,]+(?:\.(\d+))?\)?$/

/**
 * The rows with the decimal points of each column of figures below each other: what a figure has less than others at
 * its end, places and a closing bracket, is kept free there. All formats can do that: by an indent, and in a workbook by
 * `_` in the number format (ECMA-376 18.8.31), which is as wide as the character behind it.
 */
export function alignDecimals(rows: readonly DraftRow[], columns: readonly Column[]): DraftRow[] {
  const most = columns.map((_, index) => Math.max(0, ...figuresIn(rows, index).map(placesOf)))
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((slot) => {
      const { cell, column } = slot
      if (!isFigure(cell)) return slot
      const free = freeAfter(cell, most[column] ?? 0, columns[column]?.ask.negative === 'brackets')
      return free === '' ? slot : { ...slot, cell: keepFree(cell, free) }
    }),
  }))
}

const isFigure = ({ style, content }: DraftCell): boolean =>
  style === 'cellFigure' && content.length === 1 && printedFigure.test(plainText(content))

const figuresIn = (rows: readonly DraftRow[], index: number): DraftCell[] =>
  rows.flatMap(({ cells }) => cells.flatMap(({ cell, column }) => (column === index && isFigure(cell) ? [cell] : [])))

const placesOf = ({ content }: DraftCell): number => printedFigure.exec(plainText(content))?.[2]?.length ?? 0

function freeAfter(cell: DraftCell, most: number, brackets: boolean): string {
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
