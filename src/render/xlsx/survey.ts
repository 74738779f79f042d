import type { FieldLine, GridTable, Sheet, SheetRow } from '../../model/index.ts'
import { type Area, absoluteRange, absoluteRows, areaOf, around } from './address.ts'
import { type DefinedName, headerName, lineName, pieceName, tableName, tallName } from './names.ts'

/** What the parts of the package that stand behind a sheet's rows say of these. */
export interface Survey {
  /** 0-based rows before which a page begins, the first page's not among them. */
  readonly breaks: readonly number[]
  readonly names: readonly DefinedName[]
  /** Merged ranges as `A1:B2`. */
  readonly merges: readonly string[]
}

/**
 * Surveys the rows of a sheet as they pass.
 * @throws Error where a name cannot be made of an id (it would be longer than Excel's 255 characters)
 */
export class Surveyor {
  readonly #sheet: Sheet
  readonly #index: number
  readonly #places = new Places()
  readonly #breaks: number[] = []
  readonly #names: DefinedName[] = []
  readonly #merges: string[] = []
  #at = 0
  #tall: Area | undefined

  constructor(sheet: Sheet, index: number) {
    this.#sheet = sheet
    this.#index = index
  }

  see(row: SheetRow): void {
    const at = this.#at++
    const { columns } = this.#sheet
    if (row.goesOn) this.#tall = { row: this.#tall?.row ?? at - 1, column: 0, toRow: at, toColumn: columns.length - 1 }
    else this.#endTall()
    if (row.breakBefore && at > 0) this.#breaks.push(at)
    for (const cell of row.cells) if (cell.piece.of > 1) this.#name(pieceName(cell), areaOf(cell, at))
    this.#places.see(row, at)
  }

  merge(range: string): void {
    this.#merges.push(range)
  }

  survey(): Survey {
    this.#endTall()
    for (const { name, area } of this.#places.named()) this.#name(name, area)
    const toColumn = Math.max(this.#sheet.columns.length, 1) - 1
    const all = { row: 0, column: 0, toRow: Math.max(this.#at, 1) - 1, toColumn }
    const names = [...printNames(this.#sheet, this.#index, all), ...this.#names]
    return { breaks: this.#breaks, names, merges: this.#merges }
  }

  #endTall(): void {
    if (this.#tall) this.#name(tallName(this.#tall.row + 1), this.#tall)
    this.#tall = undefined
  }

  #name(name: string, area: Area): void {
    this.#names.push({ name, refersTo: absoluteRange(this.#sheet.name, area) })
  }
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
