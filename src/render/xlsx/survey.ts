import type { FieldLine, GridDocument, GridTable, Sheet, SheetRow } from '../../model/index.ts'
import { type Area, absoluteRange, absoluteRows, areaOf, around } from './address.ts'
import { type DefinedName, headerName, lineName, pieceName, tableName, tallName } from './names.ts'
import type { StyleBook } from './styles.ts'

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
export const surveys = ({ sheets }: GridDocument, styles: StyleBook): Survey[] =>
  sheets.map((sheet, index) => survey(sheet, index, styles))

/**
 * Walks a sheet's rows once, because the parts that name styles, ranges and breaks stand before the rows in the package,
 * and rows are not held: a list may have a hundred thousand.
 */
function survey(sheet: Sheet, index: number, styles: StyleBook): Survey {
  const named = (name: string, area: Area): DefinedName => ({ name, refersTo: absoluteRange(sheet.name, area) })
  const places = new Places()
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
    places.see(row, at)
    at++
  }
  if (tall) names.push(named(tallName(tall.row + 1), tall))
  const area = { row: 0, column: 0, toRow: Math.max(at, 1) - 1, toColumn: Math.max(sheet.columns.length, 1) - 1 }
  for (const { name, area: place } of places.named()) names.push(named(name, place))
  return { area, breaks, names: [...printNames(sheet, index, area), ...names] }
}

/** Where the tables and field lines of a sheet stand, and the headers of tables. */
class Places {
  readonly #areas = new Map<GridTable | FieldLine, Area>()
  /** The last header row of a table. */
  readonly #headers = new Map<GridTable, number>()

  see({ item, header, cells }: SheetRow, at: number): void {
    if (item === undefined) return
    for (const cell of cells) this.#areas.set(item, around(this.#areas.get(item), areaOf(cell, at)))
    if (header && item.kind === 'table') this.#headers.set(item, at)
  }

  *named(): Generator<{ readonly name: string; readonly area: Area }> {
    for (const [item, area] of this.#areas) {
      if (item.kind === 'fields') yield { name: lineName(item.id), area }
      else {
        yield { name: tableName(item.id), area }
        const header = this.#headers.get(item)
        if (header !== undefined) yield { name: headerName(item.id), area: { ...area, toRow: header } }
      }
    }
  }
}

/** The names by which Excel itself knows what to print and which rows to repeat. */
function printNames({ name, printTitles }: Sheet, sheet: number, area: Area): DefinedName[] {
  const names = [{ name: '_xlnm.Print_Area', refersTo: absoluteRange(name, area), sheet }]
  if (printTitles === undefined) return names
  const refersTo = absoluteRows(name, printTitles.from, printTitles.to)
  return [...names, { name: '_xlnm.Print_Titles', refersTo, sheet }]
}
