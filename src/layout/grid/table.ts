import type { Diagnostics } from '../../diagnostics/index.ts'
import {
  type Frame,
  type GridCell,
  type GridRow,
  type GridTable,
  paragraphsOf,
  type RowRole,
  type Style,
  type StyleName,
  type Table,
} from '../../model/index.ts'
import { heightOf } from './box.ts'
import { contentBox, type Drafting } from './content.ts'
import { type PlacedCellDraft, type PlacedRowDraft, shareGrid } from './edges.ts'
import { withHeaders } from './headers.ts'

/** Word's limit. */
const mostColumns = 63

const frame: Frame = { top: 1, bottom: 1, left: 1, right: 1, insideH: 0.5, insideV: 0.5 }

/** Least heights, pt: rows to write in are generous, as people write by hand too. */
const leastHeight: Readonly<Record<RowRole, number>> = {
  header: 20,
  unit: 17,
  code: 16,
  label: 20,
  band: 20,
  body: 20,
  more: 18,
  total: 20,
}

type Styles = Readonly<Record<StyleName, Style>>

/**
 * Expands a table's content into rows, cells and spans over one set of columns.
 * What cannot be printed (too many columns, a column too narrow for a character) is reported at the table's id.
 */
export function gridTable(
  drafting: Drafting,
  table: Table,
  title: string,
  width: number,
  styles: Styles,
  report: Diagnostics,
): GridTable {
  const box = contentBox(drafting, table.content, table.path)
  const body = styles.cellText
  const { widths, rows, samples, crowded } = shareGrid(box, width, body.size)
  if (crowded) report.add('crowded-table', table.at, { id: table.id, size: String(body.size) })
  if (widths.length > mostColumns)
    report.add('too-many-columns', table.at, { id: table.id, count: String(widths.length), limit: String(mostColumns) })
  reportNarrow(samples, widths, styles, table, report)
  const headerRows = repeatedRows(box)
  const all = { [Symbol.iterator]: () => gridRows(rows, styles, drafting.advance) }
  const labelled = [...samples].some(({ cell, row }) => row >= headerRows && cell.scope === 'column')
  return {
    kind: 'table',
    id: table.path,
    title,
    columns: widths.map((columnWidth, n) => ({ id: `${table.path}:column${n + 1}`, width: columnWidth })),
    headerRows,
    rows: labelled ? withHeaders(all, headerRows) : all,
    frame,
  }
}

function* gridRows(drafts: Iterable<PlacedRowDraft>, styles: Styles, advance: Drafting['advance']): Generator<GridRow> {
  const body = styles.cellText
  let held: PlacedRowDraft | undefined
  const placed = ({ cell: { free, ...cell }, ...span }: PlacedCellDraft): GridCell => {
    const after = free === undefined ? {} : { after: advance(free, styles[cell.style]) }
    return { ...cell, ...after, ...span, content: cell.content.flatMap(paragraphsOf) }
  }
  const row = ({ id, role, lines = 0, keepWithNext, cells }: PlacedRowDraft, next?: PlacedRowDraft): GridRow => ({
    id,
    role,
    minHeight: Math.max(leastHeight[role], lines * body.lineHeight + 2 * body.padding.y),
    keepWithNext: keepWithNext || next?.role === 'total',
    cells: cells.map(placed),
  })
  for (const draft of drafts) {
    if (held) yield row(held, draft)
    held = draft
  }
  if (held) yield row(held)
}

/** The header that repeats on each page: of a block its header, of sections the row over them. */
function repeatedRows(box: ReturnType<typeof contentBox>): number {
  if (box.kind === 'grid') return box.headerRows < heightOf(box) ? box.headerRows : 0
  if (box.kind === 'sections') return box.sections[0]?.label?.role === 'head' ? 1 : 0
  return 0
}

function reportNarrow(
  cells: Iterable<PlacedCellDraft>,
  widths: readonly number[],
  styles: Styles,
  table: Table,
  report: Diagnostics,
): void {
  for (const { cell, column, colSpan } of cells) {
    const { size, padding } = styles[cell.style]
    const width = widths.slice(column, column + colSpan).reduce((sum, each) => sum + each, 0)
    if (width - 2 * padding.x < size) {
      report.add('narrow-column', table.at, { id: cell.id, width: width.toFixed(1) })
      return
    }
  }
}
