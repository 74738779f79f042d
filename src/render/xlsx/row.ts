import type { SheetCell, SheetRow } from '../../model/index.ts'
import { areaOf, rangeReference, reference } from './address.ts'
import { numberValue } from './cell-number.ts'
import { inlineString } from './cell-text.ts'
import type { StyleBook } from './styles.ts'
import { heightOfPixels, PixelEdges } from './units.ts'

/** Takes what rows turn into, in their order. */
export interface RowSink {
  /** A whole `<row>`. */
  row(xml: string): void
  /** A merged range as `A1:B2`. */
  merge(range: string): void
}

/** ECMA-376 puts no limit; Excel does. */
const MOST_ROWS = 1_048_576

/** A cell of an earlier row that reaches into this one: its slots are written empty, in its look. */
interface Open {
  readonly from: number
  readonly colSpan: number
  readonly style: number
  rows: number
}

/**
 * Turns the rows of one sheet into SpreadsheetML, one at a time, in order. Every slot a merge covers is a styled cell
 * of its own, or Excel draws the merge's rules only at its first slot.
 */
export class RowWriter {
  readonly #styles: StyleBook
  readonly #sink: RowSink
  readonly #heights = new PixelEdges()
  #open: Open[] = []
  #at = 0

  constructor(styles: StyleBook, sink: RowSink) {
    this.#styles = styles
    this.#sink = sink
  }

  /** @throws Error naming the cell whose text or figure a workbook cannot hold, or a row beyond Excel's last */
  write(row: SheetRow): void {
    const at = this.#at++
    if (at >= MOST_ROWS) throw new Error(`a worksheet holds at most ${MOST_ROWS} rows`)
    if (row.breakBefore) this.#heights.restart()
    const ht = heightOfPixels(this.#heights.next(row.height))
    const cells = this.#cells(row.cells, at)
    this.#sink.row(`<row r="${at + 1}" ht="${ht}" customHeight="1">${cells}</row>`)
  }

  /** By rising column, as the schema demands: what reaches down from above between what begins here. */
  #cells(cells: readonly SheetCell[], at: number): string {
    const covered = this.#open
    const next: Open[] = []
    const keep = (open: Open): void => {
      if (--open.rows > 0) next.push(open)
    }
    let xml = ''
    let above = 0
    const coveredBefore = (column: number): void => {
      for (let open = covered[above]; open !== undefined && open.from < column; open = covered[++above]) {
        xml += empties(at, open.from, open.colSpan, open.style)
        keep(open)
      }
    }
    for (const cell of cells) {
      coveredBefore(cell.column)
      const style = this.#styles.idOf(cell)
      xml += this.#cell(cell, at, style) + empties(at, cell.column + 1, cell.colSpan - 1, style)
      keep({ from: cell.column, colSpan: cell.colSpan, style, rows: cell.rowSpan })
      if (cell.colSpan > 1 || cell.rowSpan > 1) this.#sink.merge(rangeReference(areaOf(cell, at)))
    }
    coveredBefore(Number.POSITIVE_INFINITY)
    this.#open = next
    return xml
  }

  #cell(cell: SheetCell, at: number, style: number): string {
    const place = reference(at, cell.column)
    const where = `${cell.id} (${place})`
    if (cell.figure !== undefined) return `<c r="${place}" s="${style}">${numberValue(cell.figure, where)}</c>`
    const text = inlineString(cell.content, this.#styles.runFont(cell), where)
    return text === '' ? `<c r="${place}" s="${style}"/>` : `<c r="${place}" s="${style}" t="inlineStr">${text}</c>`
  }
}

function empties(row: number, from: number, count: number, style: number): string {
  let xml = ''
  for (let column = from; column < from + count; column++) xml += `<c r="${reference(row, column)}" s="${style}"/>`
  return xml
}
