import type { GridTable, SheetCell } from '../../model/index.ts'
import { type Area, areaOf, around } from './address.ts'

/** Where a table stands on its sheet. `header` is absent where the table has no header rows. */
export interface FoundTable {
  readonly id: string
  readonly area: Area
  readonly header?: Area
}

/**
 * Finds the document's tables among the rows of its sheets. A sheet's row does not say whose it is, but its cells carry
 * the ids of the table's cells, so the table's rows and the sheet's are walked side by side, neither of them held.
 */
export class TableFinder {
  readonly #waiting = new Map<string, GridTable>()

  constructor(tables: Iterable<GridTable>) {
    for (const table of tables) {
      for (const row of table.rows) {
        const [first] = row.cells
        if (first !== undefined) this.#waiting.set(first.id, table)
        break
      }
    }
  }

  /** The finder for the rows of one sheet. */
  onSheet(): SheetTables {
    return new SheetTables(this.#waiting)
  }
}

class SheetTables {
  readonly #waiting: Map<string, GridTable>
  readonly #found: Walk[] = []

  constructor(waiting: Map<string, GridTable>) {
    this.#waiting = waiting
  }

  /** Takes the cells of the sheet's next row. */
  row(cells: readonly SheetCell[], at: number): void {
    if (this.#found.at(-1)?.take(cells, at)) return
    for (const { id } of cells) {
      const table = this.#waiting.get(id)
      if (table === undefined) continue
      this.#waiting.delete(id)
      const walk = new Walk(table)
      walk.take(cells, at)
      this.#found.push(walk)
      return
    }
  }

  found(): FoundTable[] {
    return this.#found.map((walk) => walk.result())
  }
}

/** One table's rows, kept level with the sheet's. */
class Walk {
  readonly #table: GridTable
  readonly #rows: Iterator<{ readonly cells: readonly { readonly id: string }[] }>
  #current: ReadonlySet<string> = new Set()
  #next: ReadonlySet<string> = new Set()
  #index = -1
  #nextIndex = -1
  #area: Area | undefined
  #body: number | undefined

  constructor(table: GridTable) {
    this.#table = table
    this.#rows = table.rows[Symbol.iterator]()
    this.#readNext()
  }

  /** Whether the sheet's row is the table's next row, or more of the current one. */
  take(cells: readonly SheetCell[], at: number): boolean {
    if (has(this.#next, cells)) {
      this.#current = this.#next
      this.#index = this.#nextIndex
      this.#readNext()
    } else if (!has(this.#current, cells)) return false
    if (this.#index >= this.#table.headerRows) this.#body ??= at
    for (const cell of cells) this.#area = around(this.#area, areaOf(cell, at))
    return true
  }

  /** A row that spans from above cover wholly has no cell to be known by. */
  #readNext(): void {
    for (;;) {
      const { value, done } = this.#rows.next()
      this.#nextIndex++
      if (!done && value.cells.length === 0) continue
      this.#next = new Set(done ? [] : value.cells.map(({ id }: { id: string }) => id))
      return
    }
  }

  result(): FoundTable {
    const area = this.#area as Area
    const { id, headerRows } = this.#table
    if (headerRows === 0) return { id, area }
    return { id, area, header: { ...area, toRow: (this.#body ?? area.toRow + 1) - 1 } }
  }
}

const has = (ids: ReadonlySet<string>, cells: readonly SheetCell[]): boolean => cells.some(({ id }) => ids.has(id))
