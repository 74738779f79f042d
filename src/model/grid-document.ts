import type { GridDocument, GridTable, TextBlock } from './grid.ts'
import { plain, type Runs } from './runs.ts'

/** The layout broke a promise of the grid: a fault of the program, never of the input. */
export class GridError extends Error {
  override name = 'GridError'
}

/**
 * Makes a document of its parts and refuses what cannot be drawn the same everywhere: overlapping cells, slots
 * that no cell covers, a span beyond the table, a cited note that is not printed, widths that do not fit the page.
 * @throws GridError naming the table and slot
 */
export function gridDocument(parts: GridDocument): GridDocument {
  const printed = new Set<string>()
  for (const item of parts.items) if (item.kind === 'text' && item.note !== undefined) printed.add(item.note)
  const ids = new Set<string>()
  for (const item of parts.items) {
    if (ids.has(item.id)) throw new GridError(`two items are called ${item.id}`)
    ids.add(item.id)
    if (item.kind === 'table') checkTable(item, parts, printed)
    else if (item.kind === 'text') checkCited(item.content, printed, item)
    else {
      let end = 0
      for (const segment of item.segments) {
        if (segment.x < end - 0.01) throw new GridError(`${item.id}: ${segment.id} overlaps what stands before it`)
        end = segment.x + segment.width
      }
      if (end > bodyWidth(parts) + 0.01) throw new GridError(`${item.id} is wider than the page`)
    }
  }
  return Object.freeze(parts)
}

const bodyWidth = ({ page }: GridDocument): number => page.width - page.margin.left - page.margin.right

function checkTable(table: GridTable, document: GridDocument, printed: ReadonlySet<string>): void {
  const width = table.columns.reduce((sum, column) => sum + column.width, 0)
  if (width > bodyWidth(document) + 0.01) throw new GridError(`${table.id} is wider than the page`)
  const covered: number[] = table.columns.map(() => 0)
  let row = 0
  for (const { id, cells } of table.rows) {
    let at = 0
    const skipCovered = () => {
      while (at < covered.length && (covered[at] as number) > row) at++
    }
    for (const cell of cells) {
      skipCovered()
      const place = `${table.id}, row ${row + 1} (${id}), column ${at + 1}`
      if (cell.column !== at) throw new GridError(`${place}: expected a cell, got ${cell.id} at ${cell.column + 1}`)
      for (let span = 0; span < cell.colSpan; span++, at++) {
        if (at >= covered.length || (covered[at] as number) > row) throw new GridError(`${place}: ${cell.id} overlaps`)
        covered[at] = row + cell.rowSpan
      }
      for (const paragraph of cell.content) checkCited(paragraph, printed, cell)
    }
    skipCovered()
    if (at !== covered.length) throw new GridError(`${table.id}, row ${row + 1} (${id}): column ${at + 1} is empty`)
    row++
  }
  if (covered.some((end) => end > row)) throw new GridError(`${table.id}: a cell spans beyond the last row`)
  if (table.headerRows > row) throw new GridError(`${table.id}: more header rows than rows`)
}

function checkCited(runs: Runs, printed: ReadonlySet<string>, where: TextBlock | { id: string }): void {
  for (const { note } of runs)
    if (note !== undefined && !printed.has(note))
      throw new GridError(`${where.id} "${plain(runs)}" cites the note ${note}, which is not printed`)
}
