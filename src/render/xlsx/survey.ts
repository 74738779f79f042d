import type { GridDocument, Sheet } from '../../model/index.ts'
import { type Area, absoluteRange, absoluteRows, areaOf } from './address.ts'
import { LineFinder } from './line-finder.ts'
import { type DefinedName, headerName, lineName, pieceName, tableName, tallName } from './names.ts'
import type { StyleBook } from './styles.ts'
import { TableFinder } from './table-finder.ts'

/** What a sheet's package parts must know of its rows before the first of them is written. */
export interface Survey {
  /** All slots of the sheet. */
  readonly area: Area
  /** 0-based rows before which a page begins, the first page's not among them. */
  readonly breaks: readonly number[]
  readonly names: readonly DefinedName[]
}

/**
 * Surveys the sheets of a document in their order, adding the looks of all cells to the style book.
 * @throws Error where a name cannot be made of an id (it would be longer than Excel's 255 characters)
 */
export function surveys({ sheets, items }: GridDocument, styles: StyleBook): Survey[] {
  const tables = new TableFinder(items.filter((item) => item.kind === 'table'))
  const lines = new LineFinder(items.filter((item) => item.kind === 'fields'))
  return sheets.map((sheet, index) => survey(sheet, index, styles, tables, lines))
}

/**
 * Walks a sheet's rows once, because the parts that name styles, ranges and breaks stand before the rows in the package,
 * and rows are not held: a list may have a hundred thousand.
 */
function survey(sheet: Sheet, index: number, styles: StyleBook, finder: TableFinder, lines: LineFinder): Survey {
  const named = (name: string, area: Area): DefinedName => ({ name, refersTo: absoluteRange(sheet.name, area) })
  const tables = finder.onSheet()
  const breaks: number[] = []
  const names: DefinedName[] = []
  let at = 0
  let tall: Area | undefined
  for (const row of sheet.rows) {
    if (row.goesOn) tall = { row: tall?.row ?? at - 1, column: 0, toRow: at, toColumn: sheet.columns.length - 1 }
    else if (tall) names.push(named(tallName(tall.row + 1), tall))
    if (!row.goesOn) tall = undefined
    if (row.breakBefore && at > 0) breaks.push(at)
    for (const cell of row.cells) {
      styles.add(cell)
      if (cell.piece.of > 1) names.push(named(pieceName(cell), areaOf(cell, at)))
    }
    tables.row(row.cells, at)
    const line = lines.row(row.cells, at)
    if (line !== undefined) names.push(named(lineName(line.id), line.area))
    at++
  }
  if (tall) names.push(named(tallName(tall.row + 1), tall))
  const area = { row: 0, column: 0, toRow: Math.max(at, 1) - 1, toColumn: Math.max(sheet.columns.length, 1) - 1 }
  for (const { id, area, header } of tables.found()) {
    names.push(named(tableName(id), area))
    if (header !== undefined) names.push(named(headerName(id), header))
  }
  return { area, breaks, names: [...printNames(sheet, index, area), ...names] }
}

/** The names by which Excel itself knows what to print and which rows to repeat. */
function printNames({ name, printTitles }: Sheet, sheet: number, area: Area): DefinedName[] {
  const names = [{ name: '_xlnm.Print_Area', refersTo: absoluteRange(name, area), sheet }]
  if (printTitles === undefined) return names
  const refersTo = absoluteRows(name, printTitles.from, printTitles.to)
  return [...names, { name: '_xlnm.Print_Titles', refersTo, sheet }]
}
