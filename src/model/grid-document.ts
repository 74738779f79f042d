import type { FieldLine, GridDocument, GridItem, GridRow, GridTable, PageSetup, TextBlock } from './grid.ts'
import { plain, type Runs } from './runs.ts'

/** The layout broke a promise of the grid: a fault of the program, never of the input. */
export class GridError extends Error {
  override name = 'GridError'
}

/**
 * Makes a document of its parts and refuses at once what {@link checkedItems} would refuse when it is drawn.
 * @throws GridError naming the table and slot
 */
export function gridDocument(parts: GridDocument): GridDocument {
  for (const item of checkedItems(parts.items, parts.page))
    if (item.kind === 'table') for (const row of item.rows) void row
  return Object.freeze(parts)
}

/**
 * The items of a document, refusing what cannot be drawn the same everywhere: overlapping cells, slots that no cell
 * covers, a span beyond the table, a cited note that is not printed, widths that do not fit the page. The rows of a
 * table are held against this as they are walked.
 * @throws GridError naming the table and slot
 */
export function checkedItems(items: readonly GridItem[], page: PageSetup): GridItem[] {
  const printed = new Set<string>()
  for (const item of items) if (item.kind === 'text' && item.note !== undefined) printed.add(item.note)
  const width = page.width - page.margin.left - page.margin.right
  const ids = new Set<string>()
  return items.map((item) => {
    if (ids.has(item.id)) throw new GridError(`two items are called ${item.id}`)
    ids.add(item.id)
    if (item.kind === 'table') return checkedTable(item, width, printed)
    if (item.kind === 'text') checkCited(item.content, printed, item)
    else checkSegments(item, width)
    return item
  })
}

function checkSegments({ id, segments }: FieldLine, width: number): void {
  let end = 0
  for (const segment of segments) {
    if (segment.x < end - 0.01) throw new GridError(`${id}: ${segment.id} overlaps what stands before it`)
    end = segment.x + segment.width
  }
  if (end > width + 0.01) throw new GridError(`${id} is wider than the page`)
}

function checkedTable(table: GridTable, width: number, printed: ReadonlySet<string>): GridTable {
  const own = table.columns.reduce((sum, column) => sum + column.width, 0)
  if (own > width + 0.01) throw new GridError(`${table.id} is wider than the page`)
  return { ...table, rows: { [Symbol.iterator]: () => checkedRows(table, printed) } }
}

function* checkedRows(table: GridTable, printed: ReadonlySet<string>): Generator<GridRow> {
  const covered: number[] = table.columns.map(() => 0)
  let row = 0
  for (const each of table.rows) {
    const fault = coverRow(each, row, covered)
    if (fault !== undefined) throw new GridError(`${table.id}, row ${row + 1} (${each.id}), ${fault}`)
    for (const cell of each.cells) for (const paragraph of cell.content) checkCited(paragraph, printed, cell)
    row++
    yield each
  }
  if (covered.some((end) => end > row)) throw new GridError(`${table.id}: a cell spans beyond the last row`)
  if (table.headerRows > row) throw new GridError(`${table.id}: more header rows than rows`)
}

/**
 * Lays the cells that begin in a row into its slots.
 * @param covered by column: the row before which a cell from above ends
 * @returns what is wrong with the row
 */
function coverRow({ cells }: GridRow, row: number, covered: number[]): string | undefined {
  const isCovered = (at: number): boolean => (covered[at] as number) > row
  let at = 0
  for (const { id, column, colSpan, rowSpan } of cells) {
    while (at < covered.length && isCovered(at)) at++
    if (column !== at) return `column ${at + 1}: expected a cell, got ${id} at ${column + 1}`
    for (let span = 0; span < colSpan; span++, at++) {
      if (at >= covered.length || isCovered(at)) return `column ${column + 1}: ${id} overlaps`
      covered[at] = row + rowSpan
    }
  }
  while (at < covered.length && isCovered(at)) at++
  return at === covered.length ? undefined : `column ${at + 1} is empty`
}

function checkCited(runs: Runs, printed: ReadonlySet<string>, where: TextBlock | { id: string }): void {
  for (const { note } of runs)
    if (note !== undefined && !printed.has(note))
      throw new GridError(`${where.id} "${plain(runs)}" cites the note ${note}, which is not printed`)
}
