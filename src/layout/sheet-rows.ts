import {
  type FieldLine,
  type GridCell,
  type GridItem,
  type GridTable,
  type Page,
  type PlacedRow,
  plainText,
  type SheetCell,
  type SheetRow,
  type TextBlock,
  type Writable,
} from '../model/index.ts'
import { ContentCutter } from './content.ts'
import type { Typesetter } from './heights.ts'
import { sourceOf } from './page-pen.ts'
import { whole } from './pieces.ts'
import type { FlowRow, SheetBreaks } from './sheet-breaks.ts'
import { cellSides, highestSheetRow } from './sheet-fields.ts'
import { hangingIn, setIn } from './sheet-indent.ts'

/** The sheet's rows of the texts and field lines around its table. */
export type Laid = ReadonlyMap<TextBlock | FieldLine, readonly FlowRow[]>

/**
 * A text over all columns of a sheet, with its lines as the sheet's width breaks them; if too high in several rows of
 * about as many lines, which are spread over them because Excel sets lines closer than they are planned.
 * @param page height of a page's body, pt: no row is higher
 */
export function textRows(block: TextBlock, widths: readonly number[], page: number, setter: Typesetter): SheetRow[] {
  const { lineHeight, spaceBefore, spaceAfter, indent, size } = setter.styles[block.style]
  const width = widths.reduce((sum, each) => sum + each, 0)
  const lines = setter.lines(block.content, block.style, width - cellSides)
  const most = Math.max(1, Math.floor((Math.min(highestSheetRow, page) - spaceBefore - spaceAfter) / lineHeight))
  const of = Math.ceil(lines.length / most)
  const each = Math.ceil(lines.length / of)
  const cutter = new ContentCutter([block.content])
  return Array.from({ length: of }, (_, at): SheetRow => {
    const here = lines.slice(at * each, (at + 1) * each)
    const space = (at === 0 ? spaceBefore : 0) + (at === of - 1 ? spaceAfter : 0)
    const cut = of === 1 ? { content: [block.content] } : cutter.next(here)
    const piece = of === 1 ? whole : { n: at + 1, of }
    const { id, style } = block
    const set = at === 0 ? setIn(cut.content, indent.first, size, indent.rest) : undefined
    const spread = of > 1 ? { valign: 'distributed' as const } : {}
    const across = { id, column: 0, colSpan: widths.length, rowSpan: 1, style }
    const cell = { ...across, ...cut, ...set, ...spread, input: false, piece }
    return { height: here.length * lineHeight + space, breakBefore: false, cells: [cell] }
  })
}

/** The sheet whose rows are wanted. */
export interface Wanted {
  readonly at: number
  /** The sheet's column at which each of its table's columns begins, and its count of columns. */
  readonly starts: readonly number[]
  readonly breaks: SheetBreaks
}

/** The rows of a sheet in the order of the pages, without repeated headers, broken as `breaks` says. */
export function* sheetRows(
  pages: Iterable<Page>,
  { at, starts, breaks }: Wanted,
  sheetOf: ReadonlyMap<GridItem, number>,
  laid: Laid,
): Generator<SheetRow> {
  const cutters = new Map<GridCell, ContentCutter>()
  let started: GridTable | undefined
  let begun = 0
  for (const [page, next] of withNext(pages)) {
    const rows: FlowRow[] = []
    const [top] = page.items
    const startsBelow = top !== undefined && sheetOf.get(sourceOf(top)) !== at
    for (const [index, item] of page.items.entries()) {
      const source = sourceOf(item)
      const sheet = sheetOf.get(source) ?? -1
      if (sheet > at) return yield* breaks.page(rows, page, startsBelow)
      if (sheet < at) continue
      if (item.kind !== 'row') {
        if (item.kind === 'fields' || (item.piece.n === 1 && !item.repeated))
          rows.push(...(laid.get(source as TextBlock | FieldLine) ?? []))
        continue
      }
      if (item.repeated) continue
      const below = rowsBelow(page, index)
      const edge = { top: started !== item.table, end: goesOn(item.table, next) ? Infinity : below.length }
      if (edge.top) begun = 0
      if (item.piece.n === 1) begun++
      const of = { item: item.table, header: begun <= item.table.headerRows }
      for (const row of tableRows([item, ...below.slice(1)], edge, starts, cutters))
        rows.push({ row: { ...row, ...of }, above: 0 })
      started = item.table
    }
    yield* breaks.page(rows, page, startsBelow)
  }
}

function* withNext(pages: Iterable<Page>): Generator<[Page, Page | undefined]> {
  let held: Page | undefined
  for (const page of pages) {
    if (held !== undefined) yield [held, page]
    held = page
  }
  if (held !== undefined) yield [held, undefined]
}

/** The rows of the same table that stand on the page from this one on. */
function rowsBelow({ items }: Page, from: number): PlacedRow[] {
  const rows: PlacedRow[] = []
  for (const item of items.slice(from)) {
    if (item.kind !== 'row') break
    rows.push(item)
    if (item.last) break
  }
  return rows
}

const goesOn = (table: GridTable, next: Page | undefined): boolean => {
  const first = next?.items.find((item) => item.kind !== 'text' || !item.repeated)
  return first?.kind === 'row' && first.table === table
}

/** How many rows of a sheet a placed row takes. */
const sheetRowsOf = ({ height }: PlacedRow): number => Math.max(1, Math.ceil((height - 0.01) / highestSheetRow))

/**
 * A placed row as a sheet's row, or as several where Excel has none so high: its cells are then merged over them. The
 * table's outer rules stand where the table begins and ends, not where a page does.
 * @param placed the rows of the table on the page from this one on
 * @param edge whether the table begins with this row, and in how many rows, this one included, it ends
 * @param starts {@link Wanted.starts}
 */
function tableRows(
  placed: readonly [PlacedRow, ...PlacedRow[]],
  edge: { top: boolean; end: number },
  starts: readonly number[],
  cutters: Map<GridCell, ContentCutter>,
): SheetRow[] {
  const [row] = placed
  const { frame, columns } = row.table
  const cells = row.cells.map((each): SheetCell => {
    const { cell, rowSpan, lines, piece, says } = each
    const { id, column, colSpan, style, input, size, figure, hanging } = cell
    const border = {
      top: edge.top ? frame.top : frame.insideH,
      bottom: rowSpan >= edge.end ? frame.bottom : frame.insideH,
      left: column === 0 ? frame.left : frame.insideV,
      right: column + colSpan === columns.length ? frame.right : frame.insideV,
    }
    const uncut = says ?? (piece.of === 1 ? cell.content : undefined)
    const { content, goesOn } = uncut === undefined ? cutterOf(cell, cutters).next(lines) : { content: uncut }
    let covered = 0
    for (let at = 0; at < rowSpan && at < placed.length; at++) covered += sheetRowsOf(placed[at] as PlacedRow)
    const from = starts[column] as number
    const across = (starts[column + colSpan] as number) - from
    const set: Writable<SheetCell> = {
      id,
      column: from,
      colSpan: across,
      rowSpan: covered,
      style,
      content,
      input,
      border,
      piece,
    }
    if (size !== undefined) set.size = size
    if (goesOn !== undefined) set.goesOn = goesOn
    if (figure !== undefined && saysAll(content, cell)) set.figure = figure
    return hanging === undefined ? set : { ...set, ...hangingIn(each) }
  })
  const count = sheetRowsOf(row)
  const height = row.height / count
  return Array.from({ length: count }, (_, at) =>
    at === 0 ? { height, breakBefore: false, cells } : { height, goesOn: true, breakBefore: false, cells: [] },
  )
}

/** Of a cell in pieces, the figure stands in the one that has its text. */
const saysAll = (here: SheetCell['content'], { content }: GridCell): boolean =>
  here === content || plainText(here) === plainText(content)

function cutterOf(cell: GridCell, cutters: Map<GridCell, ContentCutter>): ContentCutter {
  const cutter = cutters.get(cell) ?? new ContentCutter(cell.content)
  cutters.set(cell, cutter)
  return cutter
}
