import type { Diagnostics } from '../../diagnostics/index.ts'
import {
  type GridCell,
  type GridRow,
  type GridTable,
  paragraphsOf,
  plainText,
  type RowRole,
  type Style,
  type StyleName,
  sized,
  type Table,
} from '../../model/index.ts'
import { frameOf } from '../presets.ts'
import { type DraftRow, heightOf } from './box.ts'
import { contentBox, type Drafting } from './content.ts'
import { type PlacedCellDraft, shareGrid } from './edges.ts'
import { fittedSize } from './overflow.ts'

/** Word's limit. */
const mostColumns = 63

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
  const { widths, rows, cells, crowded } = shareGrid(box, width, body.size)
  if (crowded) report.add('crowded-table', table.at, { id: table.id, size: String(body.size) })
  if (widths.length > mostColumns)
    report.add('too-many-columns', table.at, { id: table.id, count: String(widths.length), limit: String(mostColumns) })
  reportNarrow(cells, widths, styles, table, report)
  const byRow = rows.map((): GridCell[] => [])
  for (const { row, cell: draft, ...span } of cells) {
    const { free, fit, ...cell } = draft
    const style = styles[cell.style]
    const width = widths.slice(span.column, span.column + span.colSpan).reduce((sum, each) => sum + each, 0)
    const height = rows.slice(row, row + span.rowSpan).reduce((sum, each) => sum + leastOf(each, body), 0)
    const size = fit && fittedSize(draft, fit, style, { width, height }, drafting.measure)
    if (fit && size === undefined) report.add('text-overflow', table.at, { id: cell.id, text: plainText(cell.content) })
    const after = free === undefined ? {} : { after: drafting.advance(free, sized(style, size)) }
    const smaller = size === undefined || size === style.size ? {} : { size }
    byRow[row]?.push({ ...cell, ...after, ...smaller, ...span, content: cell.content.flatMap(paragraphsOf) })
  }
  return {
    kind: 'table',
    id: table.path,
    title,
    columns: widths.map((columnWidth, n) => ({ id: `${table.path}:column${n + 1}`, width: columnWidth })),
    headerRows: repeatedRows(box),
    rows: rows.map(
      (row, n): GridRow => ({
        id: row.id,
        role: row.role,
        minHeight: leastOf(row, body),
        keepWithNext: row.keepWithNext || rows[n + 1]?.role === 'total',
        cells: (byRow[n] ?? []).toSorted((a, b) => a.column - b.column),
      }),
    ),
    frame: frameOf(drafting.form.definition.style),
  }
}

/** The height that the form gives a row, pt. */
const leastOf = ({ role, lines = 0 }: Omit<DraftRow, 'cells'>, { lineHeight, padding }: Style): number =>
  Math.max(leastHeight[role], lines * lineHeight + 2 * padding.y)

/** The header that repeats on each page: of a block its header, of sections the row over them. */
function repeatedRows(box: ReturnType<typeof contentBox>): number {
  if (box.kind === 'grid') return box.headerRows < heightOf(box) ? box.headerRows : 0
  if (box.kind === 'sections') return box.sections[0]?.label?.role === 'head' ? 1 : 0
  return 0
}

function reportNarrow(
  cells: readonly PlacedCellDraft[],
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
