import type { Diagnostics } from '../../diagnostics/index.ts'
import {
  type CellRole,
  type Form,
  type GridCell,
  type GridColumn,
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
import { frameOf, pageSetup } from '../presets.ts'
import { type Box, type DraftRow, heightOf } from './box.ts'
import { contentBox, type Drafting } from './content.ts'
import { type PlacedCellDraft, type PlacedRowDraft, type SampleCell, shareGrid } from './edges.ts'
import { withHeaders } from './headers.ts'
import { fittedSize, linesIn } from './overflow.ts'

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
  const { widths, rows, samples, crowded } = shareGrid(box, width, body.size)
  if (crowded) report.add('crowded-table', table.at, { id: table.id, size: String(body.size) })
  if (widths.length > mostColumns)
    report.add('too-many-columns', table.at, { id: table.id, count: String(widths.length), limit: String(mostColumns) })
  const cells = [...samples]
  reportNarrow(cells, widths, styles, table, report)
  const headerRows = repeatedRows(box)
  const setting = { styles, widths, advance: drafting.advance, measure: drafting.measure }
  const all = { [Symbol.iterator]: () => gridRows(rows, setting) }
  if (cells.some(({ cell }) => cell.fit?.overflow === 'error')) reportOverflow(rows, setting, table, report)
  reportHighHeader(
    cells.filter(({ row }) => row < headerRows),
    setting,
    table,
    drafting.form,
    report,
  )
  const labelled = cells.some(({ cell, row }) => row >= headerRows && cell.scope === 'column')
  return {
    kind: 'table',
    id: table.path,
    title,
    columns: gridColumns(box, widths, cells, table.path),
    headerRows,
    rows: labelled ? withHeaders(all, headerRows) : all,
    frame: frameOf(drafting.form.definition.style),
  }
}

/** Cells of values: what is filled in, worked out or printed in its place. */
const valueRoles: ReadonlySet<CellRole> = new Set(['input', 'given', 'computed', 'total', 'open', 'closed'] as const)

function gridColumns(box: Box, widths: readonly number[], cells: readonly SampleCell[], path: string): GridColumn[] {
  const values = new Set(
    cells.filter(({ cell, colSpan }) => colSpan === 1 && valueRoles.has(cell.role)).map(({ column }) => column),
  )
  const list = box.kind === 'grid' && box.list !== undefined
  return widths.map((width, n) => ({
    id: `${path}:column${n + 1}`,
    width,
    ...(list ? {} : { divisible: values.has(n) ? 'values' : 'labels' }),
  }))
}

/** What decides how the drafted cells of a table are set. */
interface Setting extends Pick<Drafting, 'advance' | 'measure'> {
  readonly styles: Styles
  /** Of the columns, pt. */
  readonly widths: readonly number[]
}

function* gridRows(drafts: Iterable<PlacedRowDraft>, setting: Setting): Generator<GridRow> {
  let held: PlacedRowDraft | undefined
  const row = (draft: PlacedRowDraft, next?: PlacedRowDraft): GridRow => ({
    id: draft.id,
    role: draft.role,
    minHeight: leastOf(draft, setting.styles.cellText),
    keepWithNext: draft.keepWithNext || next?.role === 'total',
    cells: draft.cells.map((cell) => gridCell(cell, draft, setting)),
  })
  for (const draft of drafts) {
    if (held) yield row(held, draft)
    held = draft
  }
  if (held) yield row(held)
}

function gridCell(placed: PlacedCellDraft, row: PlacedRowDraft, setting: Setting): GridCell {
  const { cell: draft, ...span } = placed
  const { free, fit: _, ...cell } = draft
  const style = setting.styles[cell.style]
  const size = sizeIn(placed, row, setting)
  const after = free === undefined ? {} : { after: setting.advance(free, sized(style, size)) }
  const smaller = size === undefined || size === style.size ? {} : { size }
  return { ...cell, ...after, ...smaller, ...span, content: cell.content.flatMap(paragraphsOf) }
}

/** The size of a cell's text where the form says how it fits; undefined where it does not. */
function sizeIn({ cell, column, colSpan, rowSpan }: PlacedCellDraft, row: PlacedRowDraft, setting: Setting) {
  const { styles, widths, measure } = setting
  if (!cell.fit) return undefined
  const width = widths.slice(column, column + colSpan).reduce((sum, each) => sum + each, 0)
  const height = leastOf(row, styles.cellText) * rowSpan
  return fittedSize(cell, cell.fit, styles[cell.style], { width, height }, measure)
}

/** Cells that must hold their text and do not, told before anything is drawn. */
function reportOverflow(rows: Iterable<PlacedRowDraft>, setting: Setting, table: Table, report: Diagnostics): void {
  for (const row of rows)
    for (const placed of row.cells) {
      const { id, content, fit } = placed.cell
      if (fit && sizeIn(placed, row, setting) === undefined)
        report.add('text-overflow', table.at, { id, text: plainText(content) })
    }
}

/** Of a page's body: a header that takes more leaves hardly a row on it. */
const mostHeader = 2 / 3

/** A header that is too high for a page, told at its highest cell. */
function reportHighHeader(
  header: readonly SampleCell[],
  { styles, widths, measure }: Setting,
  table: Table,
  { definition }: Form,
  report: Diagnostics,
): void {
  const { height, margin } = pageSetup(definition.page, definition.style)
  const rows: number[] = []
  let highest = { id: '', height: 0 }
  for (const { cell, row, column, colSpan, rowSpan } of header) {
    const style = styles[cell.style]
    const width = widths.slice(column, column + colSpan).reduce((sum, each) => sum + each, 0)
    const needed = linesIn(cell, style, width, measure) * style.lineHeight + 2 * style.padding.y
    if (needed > highest.height) highest = { id: cell.id, height: needed }
    rows[row] = Math.max(rows[row] ?? 0, needed / rowSpan)
  }
  const total = rows.reduce((sum, each) => sum + each, 0)
  if (total > mostHeader * (height - margin.top - margin.bottom))
    report.add('high-header', table.at, { id: highest.id, height: total.toFixed(0) })
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
