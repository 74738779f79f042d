import {
  type MarkedRun,
  type MarkedText,
  marked,
  type Outline,
  type OutlineCell,
  type OutlineItem,
  type OutlineTable,
} from './outline.ts'
import { foldPieces, meet, type SeenCell, type SeenSheet, seeSheet, spelt, within } from './xlsx-grid.ts'
import { type Range, type RawBook, readPackage, XlsxFault } from './xlsx-package.ts'

export { XlsxFault } from './xlsx-package.ts'

/**
 * The outline of a workbook, from nothing but the file. A table stands where a name `table_<id>` says, its header where
 * `header_<id>` says, a field line where `line_<id>` says; of what is left, each row is one cell across: a text.
 * @throws XlsxFault where the file is damaged: overlapping merges, values under merges or outside the print area,
 *   NaN, names that name nothing, holes in a table, pieces that do not add up
 */
export function readXlsx(bytes: Uint8Array): Outline {
  const book = readPackage(bytes)
  const sheets = book.sheets.map((sheet, at) => seeSheet(sheet, printArea(book, at)))
  foldPieces(book, sheets)
  const items = sheets.flatMap((sheet, at) =>
    readItems(sheet, tablesOn(book, at, sheet), namedOn(book, at, 'line_'), namedOn(book, at, 'tall_')),
  )
  return { title: book.title, lang: book.lang, items }
}

function printArea(book: RawBook, at: number): Range {
  const area = book.names.find(({ name, sheet }) => name === '_xlnm.Print_Area' && sheet === at)
  if (area === undefined) throw new XlsxFault(`${book.sheets[at]?.name} has no print area`)
  return area.range
}

interface Region {
  area: Range
  header: Range | undefined
}

function tablesOn(book: RawBook, at: number, sheet: SeenSheet): Region[] {
  const names = book.names.filter((name) => name.sheet === at)
  const titles = names.find(({ name }) => name === '_xlnm.Print_Titles')?.range
  const regions = names.flatMap(({ name, range: area }) => {
    if (!name.startsWith('table_')) return []
    const header = names.find((other) => other.name === name.replace(/^table_/, 'header_'))?.range
    return [{ area, header }]
  })
  for (const [index, { area, header }] of regions.entries()) {
    if (regions.slice(index + 1).some((other) => meet(area, other.area)))
      throw new XlsxFault(`${sheet.name}: tables overlap`)
    if (header && (!within(header, area) || header.row !== area.row))
      throw new XlsxFault(`${spelt(sheet, header)}: a header is not the top of its table`)
    if (titles && meet(titles, area) && !(header && titles.toRow >= header.toRow && titles.row <= header.row))
      throw new XlsxFault(`${sheet.name}: the print titles repeat other rows than the table's header`)
    checkEdges(sheet, area)
    if (header) checkEdges(sheet, header)
  }
  return regions
}

/** A region of whole cells: no hole in it, no cell across its edge. */
function checkEdges(sheet: SeenSheet, region: Range): void {
  for (let row = region.row; row <= region.toRow; row++)
    for (let column = region.column; column <= region.toColumn; column++) {
      const cell = sheet.slots[row]?.[column]
      if (cell === undefined) throw new XlsxFault(`${spelt(sheet, { row, column })}: a table has a hole`)
      if (!cell.areas.every((area) => within(area, region)))
        throw new XlsxFault(`${spelt(sheet, { row, column })}: a merge reaches over the edge of a table or its header`)
    }
}

const namedOn = (book: RawBook, at: number, prefix: string): Range[] =>
  book.names.filter(({ name, sheet }) => name.startsWith(prefix) && sheet === at).map(({ range }) => range)

function readItems(sheet: SeenSheet, tables: Region[], lines: Range[], tall: Range[]): OutlineItem[] {
  const items: OutlineItem[] = []
  const read = new Set<SeenCell>()
  for (let row = 0; row < sheet.slots.length; row++) {
    const table = tables.find(({ area }) => row >= area.row && row <= area.toRow)
    const line = lines.find((range) => row >= range.row && row <= range.toRow)
    const first = row === (table?.area ?? line)?.row
    const cells = [...new Set((sheet.slots[row] ?? []).filter((cell) => cell !== undefined && !read.has(cell)))]
    for (const cell of cells as SeenCell[]) read.add(cell)
    if (table) checkBeside(sheet, row, cells as SeenCell[], table.area)
    if (table && first) items.push(readTable(sheet, table, tall))
    else if (line && first) items.push({ kind: 'fields', segments: readLine(sheet, line) })
    else if (!table && !line && cells.length > 0) items.push(readText(sheet, row, cells as SeenCell[]))
  }
  return items
}

function checkBeside(sheet: SeenSheet, row: number, cells: SeenCell[], table: Range): void {
  if (cells.some(({ areas }) => !areas.every((area) => within(area, table))))
    throw new XlsxFault(`${sheet.name}: row ${row + 1} has a cell beside its table`)
}

function readText(sheet: SeenSheet, row: number, cells: SeenCell[]): OutlineItem {
  const [only] = cells as [SeenCell]
  const [area] = only.areas as [Range]
  if (cells.length > 1 || area.column !== 0 || area.toColumn !== sheet.columns - 1)
    throw new XlsxFault(`${sheet.name}: row ${row + 1} belongs to no table and no line, and is not one cell across`)
  return { kind: 'text', text: marked(only.runs) }
}

function readLine(sheet: SeenSheet, range: Range): MarkedText[] {
  for (const cell of cellsOf(sheet, range))
    if (!cell.areas.every((area) => within(area, range)))
      throw new XlsxFault(`${spelt(sheet, range)}: a merge reaches over the edge of a line`)
  return cellsOf(sheet, range).map(({ runs }) => marked(runs))
}

function readTable(sheet: SeenSheet, { area, header }: Region, tall: Range[]): OutlineTable {
  const columns = levels(
    area.column,
    area.toColumn,
    cellsOf(sheet, area).flatMap(({ areas }) => areas.map((a) => a.column)),
  )
  const rows = levels(area.row, area.toRow, beginnings(sheet, area, tall))
  const lines: OutlineCell[][] = Array.from({ length: (rows.at(-1) as number) + 1 }, () => [])
  for (const cell of cellsOf(sheet, area)) {
    const [first, last] = [cell.areas[0], cell.areas.at(-1)] as [Range, Range]
    const level = (of: number[], slot: number, from: number): number => of[slot - from] as number
    const column = level(columns, first.column, area.column)
    const row = level(rows, first.row, area.row)
    const colSpan = level(columns, first.toColumn, area.column) - column + 1
    const rowSpan = level(rows, last.toRow, area.row) - row + 1
    lines[row]?.push({ column, colSpan, rowSpan, text: paragraphs(cell.runs) })
  }
  for (const line of lines) line.sort((a, b) => a.column - b.column)
  const headerRows = header === undefined ? 0 : (rows[header.toRow - area.row] as number) + 1
  return { kind: 'table', columns: (columns.at(-1) as number) + 1, headerRows, rows: lines }
}

function cellsOf(sheet: SeenSheet, area: Range): SeenCell[] {
  const found = new Set<SeenCell>()
  for (const line of sheet.slots.slice(area.row, area.toRow + 1))
    for (const cell of line.slice(area.column, area.toColumn + 1)) if (cell !== undefined) found.add(cell)
  return [...found]
}

/**
 * The rows that begin a row of the table. A sheet has more rows where a row is cut by a page's end: in a row that only
 * goes on, some cell is a later piece and none begins. A row that is too high for one of a sheet's is named `tall_…`.
 */
function beginnings(sheet: SeenSheet, area: Range, tall: Range[]): number[] {
  const begin: number[] = []
  for (let row = area.row; row <= area.toRow; row++) {
    if (tall.some((range) => row > range.row && row <= range.toRow)) continue
    const cells = (sheet.slots[row] ?? []).slice(area.column, area.toColumn + 1)
    const goesOn = cells.some((cell) => cell?.areas.slice(1).some((piece) => piece.row === row))
    if (!goesOn || cells.some((cell) => cell?.areas[0]?.row === row)) begin.push(row)
  }
  return begin
}

/** For each slot from … to the index of the last beginning not after it: sheets may have finer columns than a table. */
function levels(from: number, to: number, beginning: readonly number[]): number[] {
  const begins = new Set(beginning)
  const found: number[] = []
  for (let at = from, level = -1; at <= to; at++) found.push(begins.has(at) || level < 0 ? ++level : level)
  return found
}

/** A cell's paragraphs part at a line feed. */
function paragraphs(runs: readonly MarkedRun[]): MarkedText[] {
  if (runs.length === 0) return []
  const split: MarkedRun[][] = [[]]
  for (const run of runs)
    for (const [at, text] of run.text.split('\n').entries()) {
      if (at > 0) split.push([])
      split.at(-1)?.push({ ...run, text })
    }
  return split.map(marked)
}
