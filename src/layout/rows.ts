import { GridError, type GridRow, type GridTable } from '../model/index.ts'
import type { SetRow, Typesetter } from './heights.ts'

/** The rows of a table that are still to be placed, drawn and set only as far as they are looked at. */
export interface RowSource {
  /** The row `ahead` places after the next one. */
  peek(ahead: number): SetRow | undefined
  /** Takes `count` rows away; `rest`, what a cut left of the last of them, is the next one. */
  take(count: number, rest?: SetRow): void
}

/** @param most pt; labels that need more are cut like text */
export function rowSource(table: GridTable, setter: Typesetter, most: () => number): RowSource {
  const rows: Iterator<GridRow> = table.rows[Symbol.iterator]()
  const ahead: SetRow[] = []
  let drawn = 0
  let ended = false
  return {
    peek: (index) => {
      while (!ended && ahead.length <= index) {
        const { value, done } = rows.next()
        if (done === true) ended = true
        else ahead.push(setter.row(table, value, drawn++, most()))
      }
      return ahead[index]
    },
    take: (count, rest) => {
      ahead.splice(0, count, ...(rest === undefined ? [] : [rest]))
    },
  }
}

/** Takes the header rows from the front of a table. @throws GridError where one of their cells leaves the header */
export function takeHeader(table: GridTable, rows: RowSource): SetRow[] {
  const header: SetRow[] = []
  for (let at = 0; at < table.headerRows; at++) {
    const row = rows.peek(at)
    if (row === undefined) throw new GridError(`${table.id}: more header rows than rows`)
    for (const { cell } of row.spanning)
      if (at + cell.rowSpan > table.headerRows) throw new GridError(`${table.id}: ${cell.id} leaves the header`)
    header.push(row)
  }
  rows.take(header.length)
  return header
}
