import { GridError, type GridRow, type GridTable } from '../model/index.ts'
import type { SetRow, Typesetter } from './heights.ts'

/** The rows of a table that are still to be placed, drawn and set only as far as they are looked at. */
export interface RowSource {
  /** The row `ahead` places after the next one. */
  peek(ahead: number): SetRow | undefined
  /** Takes `count` rows away; `rest`, what a cut left of the last of them, is the next one. */
  take(count: number, rest?: SetRow): void
}

/**
 * @param most pt; labels that need more are cut like text
 * @param keepsLast whether the last row, so many pt high, keeps with what stands below the table: it is handed out
 *   saying so, because formats that break pages themselves must know it too
 */
export function rowSource(
  table: GridTable,
  setter: Typesetter,
  most: () => number,
  keepsLast: (height: number) => boolean,
): RowSource {
  const rows: Iterator<GridRow> = table.rows[Symbol.iterator]()
  const draw = (): GridRow | undefined => {
    const { value, done } = rows.next()
    return done === true ? undefined : value
  }
  const ahead: SetRow[] = []
  let index = 0
  // One row more than is set is drawn, to know which is the last.
  let next: GridRow | undefined
  const setNext = (row: GridRow): void => {
    next = draw()
    const set = setter.row(table, row, index++, most())
    const keeps = next === undefined && index > table.headerRows && keepsLast(set.height)
    ahead.push(keeps ? { ...set, row: { ...row, keepWithNext: true } } : set)
  }
  return {
    peek: (at) => {
      if (index === 0) next ??= draw()
      while (next !== undefined && ahead.length <= at) setNext(next)
      return ahead[at]
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
