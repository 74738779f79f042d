import { openFonts } from '../../../src/fonts/index.ts'
import type {
  GridCell,
  GridDocument,
  GridItem,
  GridRow,
  GridTable,
  Line,
  Page,
  PlacedRow,
  Runs,
  StyleName,
  TextBlock,
} from '../../../src/model/index.ts'
import { gridDocument } from '../../../src/model/index.ts'
import { breakLines } from '../../../src/text/breaks.ts'
import { keptSolid } from '../../../src/text/spacing.ts'
import { sampleDocument } from '../../support/sample.ts'

const sample = sampleDocument()
const fonts = openFonts()

/** Width of the sample's body, pt. */
export const bodyWidth = sample.page.width - sample.page.margin.left - sample.page.margin.right

/** The lines of a paragraph as the layout breaks them. */
export function linesOf(runs: Runs, name: StyleName, width: number): Line[] {
  const style = sample.styles[name]
  const widths = { first: width - style.indent.first, rest: width - style.indent.rest }
  return breakLines(runs, widths, (text, { mark, strong }) =>
    fonts.measure(text, { face: style.face, size: style.size, bold: style.bold || strong === true, mark }),
  ).map(keptSolid)
}

/** The sample's page and styles with other content. */
export const documentOf = (items: GridItem[], pages: Page[], more: Partial<GridDocument> = {}): GridDocument =>
  gridDocument({ ...sample, items, pages, sheets: [], ...more })

export const textBlock = (id: string, content: Runs, style: StyleName = 'text'): TextBlock => ({
  kind: 'text',
  id,
  role: 'text',
  style,
  content,
  newPage: false,
  keepWithNext: false,
})

/** Paragraphs one under the other. */
export function textsDocument(texts: readonly Runs[], style: StyleName = 'text'): GridDocument {
  const blocks = texts.map((content, index) => textBlock(`t${index}`, content, style))
  const { lineHeight } = sample.styles[style]
  let y = 0
  const items = blocks.map((block) => {
    const lines = linesOf(block.content, style, bodyWidth)
    const item = { kind: 'text' as const, block, y, lines, piece: { n: 1, of: 1 } }
    y += lines.length * lineHeight
    return item
  })
  return documentOf(blocks, [{ number: 1, items }])
}

export const dataCell = (
  id: string,
  column: number,
  content: readonly Runs[],
  style: StyleName = 'cellText',
): GridCell => ({
  id,
  column,
  colSpan: 1,
  rowSpan: 1,
  role: 'given',
  style,
  content,
  input: false,
})

export const columnWidth = 120

/** A table without header whose columns are all `columnWidth` wide. */
export const tableOf = (rows: readonly (readonly GridCell[])[]): GridTable & { rows: readonly GridRow[] } => ({
  kind: 'table',
  id: 't',
  title: '样表',
  columns: (rows[0] as readonly GridCell[]).map((_, index) => ({ id: `t.${index}`, width: columnWidth })),
  headerRows: 0,
  rows: rows.map((cells, index) => ({ id: `r${index}`, role: 'body', minHeight: 20, keepWithNext: false, cells })),
  frame: { top: 1, bottom: 1, left: 1, right: 1, insideH: 0.5, insideV: 0.5 },
})

/** A row as placed whole and alone on a page. */
export const placedRow = (table: GridTable, row: GridRow, more: Partial<PlacedRow> = {}): PlacedRow => ({
  kind: 'row',
  table,
  row,
  y: 0,
  height: 60,
  repeated: false,
  piece: { n: 1, of: 1 },
  first: true,
  last: true,
  cells: row.cells.map((cell) => ({
    cell,
    rowSpan: 1,
    height: 60,
    lines: cell.content.flatMap((runs) =>
      linesOf(runs, cell.style, columnWidth - 2 * sample.styles[cell.style].padding.x),
    ),
    piece: { n: 1, of: 1 },
  })),
  ...more,
})
