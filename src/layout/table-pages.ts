import { type FieldLine, GridError, type GridTable, type Page, type PlacedRow, type TextBlock } from '../model/index.ts'
import type { SetRow } from './heights.ts'
import { InnerHeaders } from './inner-headers.ts'
import type { PagePen } from './page-pen.ts'
import { leastRoom } from './pieces.ts'
import { placeHeader, placeSlice } from './place.ts'
import { titlesAbove } from './repeated-titles.ts'
import { type RowSource, rowSource, takeHeader } from './rows.ts'
import { type Break, chooseBreak, fill, type Open, type Room, type Slot, stretched } from './slices.ts'

/** A table with what stands above it and the notes and instructions that follow it. */
export interface TableChain {
  readonly leads: readonly (TextBlock | FieldLine)[]
  readonly table: GridTable
  readonly remarks: readonly TextBlock[]
}

/**
 * Places a table with what stands above it. The header never stands without a row below it; where no row fits under
 * what the page already holds, all of it moves to the next page.
 * @param shared the page holds what another worksheet has: the table stands under it whole or begins a page, so that
 *   its rows break at the same places on its own worksheet
 */
export function* placeTable(pen: PagePen, chain: TableChain, shared: boolean): Generator<Page> {
  const flow = new TableFlow(pen, chain)
  let { leads } = chain
  while (flow.goesOn) {
    if (flow.place(leads, shared && !pen.empty)) leads = []
    else {
      if (pen.empty) leads = pen.flow(leads)
      pen.newPage(true)
    }
    yield* pen.finished()
  }
}

/**
 * What the rules of a table take of a page beside its rows, pt. Word and LibreOffice give rules room of their own: a
 * row's height has one rule between rows in it, and a table has one rule more than rows, of which two are outer ones.
 */
const outerRules = ({ frame }: GridTable): number => Math.max(0, frame.top + frame.bottom - frame.insideH)

/** What titles above a table that goes on take, pt: there 续表, on a worksheet the title itself, be it longer. */
function repeatedHeight(pen: PagePen, leads: TableChain['leads'], continued: readonly TextBlock[]): number {
  return continued.length === 0 ? 0 : Math.max(pen.heightOf(continued), pen.heightOf(titlesAbove(leads)))
}

/** Rows of this share of a page or less move to the next page whole; higher ones are cut at line ends. */
const movedShare = 2 / 3

/** Office programs take several times as long for a table twice as long: after so many rows it ends with its page. */
const mostRowsOfPart = 500

/** pt; a page counts as full only where the next row lacks more than programs differ in. */
const doubt = 2

/** What stands of a table on one page: of the slots that would fit, those up to the break, under labels printed again. */
interface Slice {
  readonly slots: readonly Slot[]
  readonly at: Break
  readonly room: Room
  readonly again: readonly SetRow[]
}

/** A table on its way over pages. */
class TableFlow {
  readonly #pen: PagePen
  readonly #table: GridTable
  readonly #source: RowSource
  readonly #header: readonly SetRow[]
  readonly #headerHeight: number
  readonly #rules: number
  readonly #inner: InnerHeaders
  /** The height for rows on a page where the table goes on, pt. */
  readonly #next: number
  #tail = 0
  #open: readonly Open[] = []
  #begun = false
  /** What the page before has left under the table, pt. */
  #left = 0
  #rowsOfPart = 0

  constructor(pen: PagePen, { leads, table, remarks }: TableChain) {
    this.#pen = pen
    this.#table = table
    this.#rules = outerRules(table)
    this.#inner = new InnerHeaders(table)
    let next = pen.body
    const keepsLast = (height: number) => this.#tail > 0 && height + this.#tail <= next
    this.#source = rowSource(table, pen.setter, () => next, keepsLast)
    this.#header = takeHeader(table, this.#source)
    this.#headerHeight = placeHeader(table, this.#header, 0, false).height
    next = pen.body - this.#rules - this.#headerHeight - repeatedHeight(pen, leads, table.continued ?? [])
    this.#next = next
    if (next < leastRoom) throw new GridError(`${table.id}: the header leaves no room for rows`)
    const needed = pen.heightOf(remarks)
    // Notes as long as a page cannot be kept with a row: they begin where the table ends.
    if (needed < next) this.#tail = needed
  }

  get goesOn(): boolean {
    return !this.#begun || this.#source.peek(0) !== undefined
  }

  /**
   * Places as many rows as this page takes, and what stands above them.
   * @returns false where nothing of the table should stand here
   * @throws GridError where nothing fits a page
   */
  place(leads: readonly (TextBlock | FieldLine)[], whole: boolean): boolean {
    const pen = this.#pen
    const above = this.#begun ? (this.#table.continued ?? []) : leads
    const again = this.#labelsAgain()
    // Where labels leave no room for the next row, it stands without them.
    const found = this.#choose(above, again) ?? (again.length > 0 ? this.#choose(above, []) : undefined)
    if (found === undefined) {
      if (this.#isFresh(above))
        throw new GridError(`${this.#table.id}: ${this.#source.peek(0)?.row.id ?? 'the header'} does not fit a page`)
      return false
    }
    const { slots, at, room } = found
    if (whole && !this.#ends(slots, at, room)) return false
    pen.flow(above, this.#begun)
    this.#put(found)
    return true
  }

  /** @returns undefined where no row fits */
  #choose(above: readonly (TextBlock | FieldLine)[], again: readonly SetRow[]): Slice | undefined {
    const room = this.#room(above, placeHeader(this.#table, again, 0, true).height)
    const slots = fill(this.#source, this.#open, room)
    if (this.#source.peek(0) === undefined && room.height >= 0)
      return { slots, at: { count: 0, growth: 0 }, room, again }
    const at = chooseBreak(slots, this.#source, room, !this.#pen.empty)
    return at !== undefined && at.count > 0 ? { slots, at, room, again } : undefined
  }

  /** Nothing better than this page will come. */
  #isFresh(above: readonly (TextBlock | FieldLine)[]): boolean {
    return this.#pen.empty && (this.#begun || above.length === 0)
  }

  /** The column labels within the table that are printed again where it goes on; where people still type Word cannot. */
  #labelsAgain(): SetRow[] {
    if (!this.#begun || this.#pen.natural) return []
    return this.#inner.over(this.#source.peek(0), this.#next * (1 - movedShare))
  }

  /** @param again what labels printed again take of the page, pt */
  #room(above: readonly (TextBlock | FieldLine)[], again: number): Room {
    const pen = this.#pen
    const rest = pen.body - this.#rules - this.#headerHeight
    return {
      // On a worksheet what is repeated stands with the space above it.
      height: this.#begun ? this.#next - again : rest - pen.after(above),
      limit: this.#next * movedShare,
      next: this.#next - again,
      moved: rest - pen.after(above, 0),
      fresh: this.#isFresh(above),
      tail: this.#tail,
    }
  }

  /** Whether the table ends with these slots, and its notes stand below them. */
  #ends(slots: readonly Slot[], { count }: Break, { height, tail }: Room): boolean {
    const end = slots.at(-1)
    if (end === undefined) return true
    const all = count === slots.length && end.rest === undefined && this.#source.peek(end.used) === undefined
    return all && end.bottom + tail <= height + 0.01
  }

  #put({ slots: all, at: { count, growth }, room, again: labels }: Slice): void {
    const chosen = all.slice(0, count)
    const pen = this.#pen
    const table = this.#table
    const heading = placeHeader(table, this.#header, pen.y, this.#begun).rows
    const again = placeHeader(table, labels, pen.y + this.#headerHeight, true)
    const slots = pen.natural ? stretched(chosen, this.#lacking(chosen, growth, room)) : chosen
    const top = pen.y + this.#headerHeight + again.height
    const placed = slots.length === 0 ? undefined : placeSlice(table, slots, this.#open, growth, top, pen.ledger)
    const rows = [...heading, ...again.rows, ...(placed?.rows ?? [])]
    pen.rows(this.#restarting(rows, placed?.rows[0]?.height ?? 0, again.rows.length > 0), this.#rules)
    for (const { set } of slots) this.#inner.pass(set)
    this.#begun = true
    if (placed === undefined) return
    this.#open = placed.open
    this.#source.take(slots.at(-1)?.used ?? 0, placed.rest)
    this.#left = pen.body - pen.y
    if (this.#source.peek(0) !== undefined) pen.newPage()
  }

  /**
   * By how much the rows of a page must be higher, pt, so that the next one does not fit under them: where people still
   * type, a page ends where it is full and by nothing else.
   */
  #lacking(slots: readonly Slot[], growth: number, { height }: Room): number {
    const end = slots.at(-1)
    const next = end && (end.rest ?? this.#source.peek(end.used))
    if (end === undefined || next === undefined) return 0
    const left = height - end.bottom - growth
    return Math.min(left, Math.max(0, left - next.height + doubt))
  }

  /**
   * Marks the first row of a page where the table must end and go on as another one.
   * @param next its first row's height
   * @param again labels within the table are printed again there
   */
  #restarting(rows: readonly PlacedRow[], next: number, again: boolean): PlacedRow[] {
    const early = next <= this.#left + doubt
    const long = this.#rowsOfPart + rows.length > mostRowsOfPart
    const restarts =
      this.#begun && !this.#pen.natural && (early || long || again || this.#table.continued !== undefined)
    this.#rowsOfPart = (restarts ? 0 : this.#rowsOfPart) + rows.length
    return rows.map((row, at) => (restarts && at === 0 ? { ...row, restarts } : row))
  }
}
