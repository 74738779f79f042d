import type { FieldLine, SheetCell } from '../../model/index.ts'
import { type Area, areaOf, around } from './address.ts'

/** Where a field line stands on its sheet: in several rows where its columns could not hold it in one. */
export interface FoundLine {
  readonly id: string
  readonly area: Area
}

/**
 * Finds the document's field lines among the rows of its sheets. Lines and sheets have one order, and the cells of a
 * line's rows carry the ids of its segments in theirs.
 */
export class LineFinder {
  readonly #lines: readonly FieldLine[]
  #line = 0
  #segment = 0
  #area: Area | undefined

  constructor(lines: readonly FieldLine[]) {
    this.#lines = lines
  }

  /** Takes the cells of a sheet's next row; returns the line that ends with it. */
  row(cells: readonly SheetCell[], at: number): FoundLine | undefined {
    const line = this.#lines[this.#line]
    if (line === undefined || cells.length === 0) return undefined
    if (cells.some(({ id }, index) => line.segments[this.#segment + index]?.id !== id)) return undefined
    this.#segment += cells.length
    for (const cell of cells) this.#area = around(this.#area, areaOf(cell, at))
    if (this.#segment < line.segments.length) return undefined
    const found = { id: line.id, area: this.#area as Area }
    this.#line++
    this.#segment = 0
    this.#area = undefined
    return found
  }
}
