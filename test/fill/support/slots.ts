import type { OutlineCell, OutlineTable } from '../../readback/outline.ts'

/** A cell where it stands in its table; `text`: paragraphs parted by `\n`. Ends are exclusive. */
export interface Seen {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  readonly text: string
}

/** A rectangle of a table, ends exclusive. */
export type Region = Omit<Seen, 'text'>

/** A read-back table by its slots. */
export class Slots {
  readonly region: Region
  readonly #slots: Seen[][] = []

  constructor({ rows, columns }: OutlineTable) {
    this.region = { top: 0, bottom: rows.length, left: 0, right: columns }
    for (const [top, cells] of rows.entries()) for (const cell of cells) this.#place(top, cell)
  }

  #place(top: number, { column, colSpan, rowSpan, text }: OutlineCell): void {
    const seen = { top, bottom: top + rowSpan, left: column, right: column + colSpan, text: text.join('\n') }
    for (let row = top; row < seen.bottom; row++) {
      this.#slots[row] ??= []
      for (let at = column; at < seen.right; at++) (this.#slots[row] as Seen[])[at] = seen
    }
  }

  at(row: number, column: number): Seen | undefined {
    return this.#slots[row]?.[column]
  }

  /** The cells that cover a row, from left to right. */
  across(row: number, { left, right }: Pick<Region, 'left' | 'right'>): Seen[] {
    return [...new Set((this.#slots[row] ?? []).slice(left, right))]
  }

  /** The cells that begin in a region, row by row. */
  *within({ top, bottom, left, right }: Region): Generator<Seen> {
    for (let row = top; row < bottom; row++)
      for (const cell of this.across(row, { left, right })) if (cell.top === row) yield cell
  }
}
