import type { GridDocument, GridItem, GridRow, GridTable } from '../../src/model/index.ts'
import { plain, plainText } from '../../src/model/index.ts'

/** A document as its original has it: what is printed, in order; a table as its rows of cells. */
export type Transcript = (string | Row[])[]

/** The cells that a row prints; '' for one that is empty or belongs to a cell further up. */
export type Row = string[]

/** A grid as the Word file of the original prints it. */
export const transcript = ({ items }: GridDocument): Transcript => items.map(written)

function written(item: GridItem): string | Row[] {
  if (item.kind === 'table') return tableRows(item)
  return tidy(item.kind === 'text' ? plain(item.content) : item.segments.map(({ content }) => plain(content)).join(''))
}

/** A cell merged downward prints an empty cell in each further row, a cell merged across one cell. */
export function tableRows(table: GridTable): Row[] {
  let above: { column: number; rows: number }[] = []
  return Array.from(table.rows, (row: GridRow) => {
    const begin = row.cells.map(({ column, rowSpan, content }) => ({
      column,
      rows: rowSpan,
      text: tidy(plainText(content)),
    }))
    const slots = [...above.map((cell) => ({ ...cell, text: '' })), ...begin].sort((a, b) => a.column - b.column)
    above = slots.filter(({ rows }) => rows > 1).map(({ column, rows }) => ({ column, rows: rows - 1 }))
    return slots.map(({ text }) => text)
  })
}

const wide = '[^\\x00-\\x7f]'
const padding = new RegExp(`(?<=${wide}|^)\\s+|\\s+(?=${wide}|$)`, 'gu')

/** Without line breaks and without the spaces that set Han apart; a space between Latin letters or figures stays. */
export const tidy = (text: string): string => text.replaceAll('\n', '').replace(padding, '')
