import type { GridCell, GridRow, GridTable, Revision } from '../model/index.ts'
import { differences } from '../text/differences.ts'
import type { CellNames } from './columns.ts'
import { comparedCell, revised } from './runs.ts'

/** What the old document has gets other ids: the new one may have the same. */
export const oldId = (id: string): string => `old:${id}`

/** A row of the comparison, with the rows that it is in the documents. */
interface Line {
  readonly old?: GridRow
  readonly new?: GridRow
}

/**
 * A table of both documents as one, with inserted and deleted rows and changed words. Where columns or merged cells
 * differ, the old table with all its rows deleted, then the new one with all inserted: no office program takes back
 * single cells faithfully.
 */
export function comparedTable(old: GridTable, now: GridTable, names: CellNames): GridTable[] {
  const rows = mergedRows(old, now, names)
  return rows ? [rows] : [wholeTable(old, 'deleted'), wholeTable(now, 'inserted')]
}

/** A table that only one of the documents has. */
export function wholeTable(table: GridTable, revision: Revision): GridTable {
  const rows = [...table.rows].map((row) => revisedRow(row, revision))
  return { ...table, id: revision === 'deleted' ? oldId(table.id) : table.id, rows }
}

function revisedRow(row: GridRow, revision: Revision): GridRow {
  const name = revision === 'deleted' ? oldId : (id: string) => id
  const cells = row.cells.map((cell) => ({
    ...cell,
    id: name(cell.id),
    content: cell.content.map((runs) => revised(runs, revision)),
  }))
  return { ...row, id: name(row.id), cells, revision }
}

function mergedRows(old: GridTable, now: GridTable, names: CellNames): GridTable | undefined {
  if (old.columns.length !== now.columns.length) return undefined
  const [olds, news] = [[...old.rows], [...now.rows]]
  const lines = linesOf(olds, news, names)
  const headerRows = headerOf(lines, olds.slice(0, old.headerRows), news.slice(0, now.headerRows))
  const spans = spansOf(lines)
  if (headerRows === undefined || !spans) return undefined
  const rows = lines.map(({ old: before, new: after }): GridRow => {
    const span = (cell: GridCell): GridCell => ({ ...cell, rowSpan: spans.get(cell) ?? cell.rowSpan })
    if (!before || !after) {
      const row = (before ?? after) as GridRow
      return revisedRow({ ...row, cells: row.cells.map(span) }, before ? 'deleted' : 'inserted')
    }
    const cells = after.cells.map((cell, n) => comparedCell(before.cells[n] as GridCell, span(cell)))
    return { ...after, cells }
  })
  return { ...now, headerRows, rows }
}

/** Rows are the same where they have one id and the same cells side by side, which are of the same columns. */
function linesOf(old: readonly GridRow[], now: readonly GridRow[], names: CellNames): Line[] {
  const shapes = new Map([...old.map((row) => shapeOf(row, names.old)), ...now.map((row) => shapeOf(row, names.new))])
  const shape = (row: GridRow): string => shapes.get(row) as string
  const before = new Map(old.map((row) => [shape(row), row]))
  return differences(old, now, shape).flatMap(({ kind, items }) =>
    items.map((row): Line => {
      if (kind === 'removed') return { old: row }
      return kind === 'added' ? { new: row } : { old: before.get(shape(row)) as GridRow, new: row }
    }),
  )
}

const shapeOf = (row: GridRow, nameOf: CellNames['old']): [GridRow, string] => [
  row,
  JSON.stringify([row.id, row.cells.map((cell) => [cell.column, cell.colSpan, nameOf(row, cell)])]),
]

/** How many lines are the header; undefined where a line is header in one document and not in the other. */
function headerOf(lines: readonly Line[], old: readonly GridRow[], now: readonly GridRow[]): number | undefined {
  const header = new Set([...old, ...now])
  let count = 0
  for (const [n, line] of lines.entries()) {
    const [before, after] = [line.old, line.new].map((row) => row && header.has(row))
    if (before !== undefined && after !== undefined && before !== after) return undefined
    if (!(before ?? after)) continue
    if (n > count) return undefined
    count = n + 1
  }
  return count
}

/**
 * How many lines each cell covers, by the cell; of a cell in both documents, by the new one. Undefined where a cell
 * would cover a line that it does not cover in the document which has that line: taking the other away would tear it.
 */
function spansOf(lines: readonly Line[]): Map<GridCell, number> | undefined {
  const places = { old: placesOf(lines, 'old'), new: placesOf(lines, 'new') }
  const spans = new Map<GridCell, number>()
  for (const [n, line] of lines.entries()) {
    const row = (line.new ?? line.old) as GridRow
    for (const [at, cell] of row.cells.entries()) {
      const own = { old: line.old?.cells[at], new: line.new?.cells[at] }
      const ends = (['old', 'new'] as const).map((edition) => lastLine(own[edition], n, places[edition]))
      const end = Math.max(...ends)
      const fits = (['old', 'new'] as const).every(
        (edition) => rowsWithin(places[edition], n, end) === (own[edition]?.rowSpan ?? 0),
      )
      if (!fits) return undefined
      spans.set(cell, end - n + 1)
    }
  }
  return spans
}

/** For each line the rank of its row in a document, or the number of rows before it. */
interface Places {
  readonly before: readonly number[]
  readonly lineOf: readonly number[]
}

function placesOf(lines: readonly Line[], edition: 'old' | 'new'): Places {
  const before: number[] = [0]
  const lineOf: number[] = []
  for (const [n, line] of lines.entries()) {
    if (line[edition]) lineOf.push(n)
    before.push(lineOf.length)
  }
  return { before, lineOf }
}

const rowsWithin = ({ before }: Places, from: number, to: number): number =>
  (before[to + 1] as number) - (before[from] as number)

/** The line of the last row that a cell covers in its own document. */
function lastLine(cell: GridCell | undefined, line: number, { before, lineOf }: Places): number {
  return cell ? (lineOf[(before[line] as number) + cell.rowSpan - 1] ?? line) : line
}
