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
  type Runs,
  type Style,
  type StyleName,
  sized,
  type Table,
  type Writable,
  withoutNotes,
} from '../../model/index.ts'
import { frameOf, pageSetup } from '../presets.ts'
import { type Box, type DraftRow, heightOf } from './box.ts'
import { contentBox, type Drafting } from './content.ts'
import { type PlacedCellDraft, type PlacedRowDraft, type Room, type SampleCell, shareGrid } from './edges.ts'
import { withHeaders } from './headers.ts'
import { Origins } from './origins.ts'
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

/** A table, and what its columns have room for. */
export interface SetTable {
  readonly grid: GridTable
  readonly room: Room
}

/**
 * Expands a table's content into rows, cells and spans over one set of columns.
 * What cannot be printed (too many columns, a column too narrow for a character) is reported where it was written.
 */
export function gridTable(
  drafting: Drafting,
  table: Table,
  title: string,
  width: number,
  styles: Styles,
  report: Diagnostics,
): SetTable {
  const box = contentBox(drafting, table.content, table.path)
  const body = styles.cellText
  const { widths, rows, samples, room } = shareGrid(box, width, body.size)
  const origins = new Origins(table, drafting.filled)
  if (widths.length > mostColumns) {
    const words = { id: table.id, count: String(widths.length), limit: String(mostColumns) }
    report.add('too-many-columns', origins.tooMany(widths.length - mostColumns), words)
  }
  const cells = [...samples]
  const headerRows = repeatedRows(box)
  const setting = { styles, widths, advance: knownAdvances(drafting.advance), measure: drafting.measure }
  // Long figures narrow the columns beside them: then these are what to tell.
  const told =
    room === 'crowded'
      ? reportBroken(cells, setting, origins, report)
      : reportNarrow(cells, widths, styles, origins, report)
  if (!told && (room === 'crowded' || room === 'narrow'))
    report.add('crowded-table', origins.ofFigures(), { id: table.id, size: String(body.size) })
  const all = { [Symbol.iterator]: () => gridRows(rows, setting) }
  if (cells.some(({ cell }) => cell.fit)) reportOverflow(rows, setting, table, report)
  reportHighHeader(
    cells.filter(({ row }) => row < headerRows),
    setting,
    origins,
    drafting.form,
    report,
  )
  const labelled = cells.some(({ cell, row }) => row >= headerRows && cell.scope === 'column')
  const grid: GridTable = {
    kind: 'table',
    id: table.path,
    title,
    columns: gridColumns(box, widths, cells, table.path),
    headerRows,
    rows: labelled ? withHeaders(all, headerRows) : all,
    frame: frameOf(drafting.form.definition.style),
  }
  return { grid, room }
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

/** Measures each text in a style once: what is kept free behind figures are few texts. */
function knownAdvances(advance: Drafting['advance']): Drafting['advance'] {
  const known = new WeakMap<Style, Map<string, number>>()
  return (text, style) => {
    const texts = known.get(style) ?? new Map<string, number>()
    known.set(style, texts)
    const width = texts.get(text) ?? advance(text, style)
    texts.set(text, width)
    return width
  }
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
  const { cell: draft, column, colSpan, rowSpan } = placed
  const { id, role, scope, input, figure, free } = draft
  const content = draft.content.every(isParagraph) ? draft.content : draft.content.flatMap(paragraphsOf)
  const cell: Writable<GridCell> = { id, column, colSpan, rowSpan, role, style: draft.style, content, input }
  if (scope !== undefined) cell.scope = scope
  if (figure !== undefined) cell.figure = figure
  const style = setting.styles[draft.style]
  if (role === 'stub' || role === 'band') setIn(cell, style, setting)
  if (free === undefined && draft.fit === undefined) return cell
  const size = sizeIn(placed, row, setting)
  if (size !== undefined && size !== style.size) cell.size = size
  if (free !== undefined) cell.after = setting.advance(free, sized(style, size))
  return cell
}

/** A label that is set in by ideographic spaces: where it takes more lines, these stand below its first character. */
function setIn(cell: Writable<GridCell>, style: Style, { advance }: Setting): void {
  const [spaces = ''] = /^\u3000*/.exec(plainText(cell.content)) ?? []
  if (spaces !== '') cell.hanging = advance(spaces, style)
}

const isParagraph = (runs: Runs): boolean =>
  runs.every(({ text, note }) => !text.includes('\n') && (text !== '' || note !== undefined))

/** The size of a cell's text where the form says how it fits; undefined where it does not. */
function sizeIn({ cell, column, colSpan, rowSpan }: PlacedCellDraft, row: PlacedRowDraft, setting: Setting) {
  const { styles, widths, measure, advance } = setting
  if (!cell.fit) return undefined
  const style = styles[cell.style]
  const all = widths.slice(column, column + colSpan).reduce((sum, each) => sum + each, 0)
  const width = all - (cell.free === undefined ? 0 : advance(cell.free, style))
  const height = leastOf(row, styles.cellText) * rowSpan
  return fittedSize(cell, cell.fit, style, { width, height }, measure)
}

/** Cells that must hold their text and do not, told before anything is drawn, at what was written there. */
function reportOverflow(rows: Iterable<PlacedRowDraft>, setting: Setting, table: Table, report: Diagnostics): void {
  for (const row of rows)
    for (const placed of row.cells) {
      const { id, content, fit } = placed.cell
      if (fit && sizeIn(placed, row, setting) === undefined)
        report.add('text-overflow', fit.at ?? table.at, { id, text: plainText(content) })
    }
}

/**
 * The figures of fields that their cells have no room for, each where it was written.
 * @returns whether there is one
 */
function reportBroken(
  cells: readonly SampleCell[],
  { styles, widths, measure }: Setting,
  origins: Origins,
  report: Diagnostics,
): boolean {
  let told = false
  for (const { cell, column, colSpan } of cells) {
    const at = cell.style === 'cellFigure' ? origins.ofValue(cell.id) : undefined
    const width = widths.slice(column, column + colSpan).reduce((sum, each) => sum + each, 0)
    if (at === undefined || linesIn(cell, styles.cellFigure, width, measure) <= cell.content.length) continue
    report.add('text-overflow', at, { id: cell.id, text: plainText(cell.content) })
    told = true
  }
  return told
}

/** Of a page's body: a header that takes more leaves hardly a row on it. */
const mostHeader = 2 / 3

/** A header that is too high for a page, told at its highest cell. */
function reportHighHeader(
  header: readonly SampleCell[],
  { styles, widths, measure }: Setting,
  origins: Origins,
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
    report.add('high-header', origins.ofCell(highest.id), { id: highest.id, height: total.toFixed(0) })
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

/**
 * The first cell that has no room for a character, boxes before others: these are told with the fields on their line.
 * @returns whether there is one
 */
function reportNarrow(
  cells: readonly SampleCell[],
  widths: readonly number[],
  styles: Styles,
  origins: Origins,
  report: Diagnostics,
): boolean {
  const widthOf = ({ column, colSpan }: SampleCell): number =>
    widths.slice(column, column + colSpan).reduce((sum, each) => sum + each, 0)
  const narrow = cells.filter((each) => {
    const { size, padding } = styles[each.cell.style]
    return widthOf(each) - 2 * padding.x < size
  })
  const box = narrow.find(({ cell }) => cell.style === 'cellBox')
  const [first] = box ? [box] : narrow
  if (first === undefined) return false
  const { id } = first.cell
  const width = widthOf(first).toFixed(1)
  if (!box) report.add('narrow-column', origins.ofCell(id), { id, width })
  else {
    const path = id.replace(/\[.*$/, '')
    const labels = cells.filter(({ cell, row }) => row === box.row && cell.role === 'label')
    const fields = labels.map(({ cell }) => cell.content.map(withoutNotes).join('')).join(', ') || path
    report.add('narrow-boxes', origins.ofField(path), { fields, width })
  }
  return true
}
