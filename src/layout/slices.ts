import { goneOn, needOf, type SetCell, type SetRow } from './heights.ts'
import { splitRow } from './pieces.ts'
import type { RowSource } from './rows.ts'

/** A cell over several rows that has begun: its last row, and where it begins in this slice, pt from the slice's top. */
export interface Open {
  readonly set: SetCell
  readonly end: number
  readonly top: number
}

/** A row, or a part of one, that fits the page. Lengths in pt from the top of the slice. */
export interface Slot {
  /** What is placed, and what a cut leaves of the row. */
  readonly set: SetRow
  readonly rest: SetRow | undefined
  readonly top: number
  readonly bottom: number
  /** How many rows of the source are used up when the slot is placed. */
  readonly used: number
  /** The cells that go on below this slot. */
  readonly open: readonly Open[]
}

/** The room for a slice of a table on one page, pt. */
export interface Room {
  readonly height: number
  /** A row so high moves whole to the next page where it does not fit; a higher one is cut. */
  readonly limit: number
  /** Nothing better than this page will come: what does not fit is cut. */
  readonly fresh: boolean
  /** What the notes under the table need, pt: they follow its last row on the same page. */
  readonly tail: number
  /** The height on a page of its own: for the rows left for the next one, and for all that would move there. */
  readonly next: number
  readonly moved: number
}

/** Where to end a slice: after how many slots, and by how much the last of them is heightened for the labels, pt. */
export interface Break {
  readonly count: number
  readonly growth: number
}

const slack = 0.01

/** Places rows from the source until the room is full. `carried` are the cells that go on from the page before. */
export function fill(source: Pick<RowSource, 'peek'>, carried: readonly Open[], room: Room): Slot[] {
  const slots: Slot[] = []
  let open = carried
  let top = 0
  let ahead = 0
  let row = source.peek(0)
  while (row !== undefined) {
    const slot = slotFor(row, open, top, ahead, room, slots.length === 0)
    if (slot === undefined) break
    slots.push(slot)
    open = slot.open
    top = slot.bottom
    if (slot.rest === undefined) row = source.peek(++ahead)
    else row = slot.rest
  }
  return slots
}

/** A row where it stands on the page: whole if it fits, cut if it is too high for any page, or not at all. */
function slotFor(
  row: SetRow,
  before: readonly Open[],
  top: number,
  ahead: number,
  room: Room,
  isFirst: boolean,
): Slot | undefined {
  const begin = (set: SetCell): Open => ({ set, end: row.index + set.cell.rowSpan - 1, top })
  const all = row.spanning.length > 0 ? [...before, ...row.spanning.map(begin)] : before
  const needed = lowest(all, row.index, top + row.height)
  const left = room.height - top
  const used = ahead + 1
  if (needed - top <= left + slack) {
    const open = all.some(({ end }) => end === row.index) ? all.filter(({ end }) => end !== row.index) : all
    return { set: row, rest: undefined, top, bottom: needed, used, open }
  }
  if (!row.begun && needed - top <= room.limit + slack) return undefined
  const cut = splitRow(row, left, isFirst && room.fresh)
  if (cut === undefined) return undefined
  const bottom = Math.max(top + cut.head.height, Math.min(top + left, needed))
  return { set: cut.head, rest: cut.tail, top, bottom, used, open: all }
}

/** Slots made higher by `extra` pt together: in equal shares the rows where people write, or all where there are none. */
export function stretched(slots: readonly Slot[], extra: number): Slot[] {
  const writes = ({ set, rest }: Slot) => rest === undefined && set.row.cells.some(({ input }) => input)
  const grows = slots.some(writes) ? writes : () => true
  const share = extra / Math.max(1, slots.filter(grows).length)
  let down = 0
  return slots.map((slot) => {
    const top = slot.top + down
    if (grows(slot)) down += share
    return { ...slot, top, bottom: slot.bottom + down }
  })
}

/** The bottom of a row whose own text ends at `bottom`: the cells that end with it may need more. */
function lowest(open: readonly Open[], row: number, bottom: number): number {
  return open.reduce((low, { set, end, top }) => (end === row ? Math.max(low, top + needOf(set)) : low), bottom)
}

/** A point heightened looks worse than a point left empty at the page's foot. */
const growthWeight = 3

/**
 * Chooses where to end the slice. Every place costs what stays empty on this page and, by more, what rows must be
 * heightened so that a label cut there fits on both sides; a place between rows that keep together costs more than
 * any of these. A label is thus rather moved whole to the next page than shown in a swollen row.
 * @param mayMove nothing of the table need stand on this page
 * @returns undefined where nothing fits
 */
export function chooseBreak(
  slots: readonly Slot[],
  source: RowSource,
  room: Room,
  mayMove: boolean,
): Break | undefined {
  const end = slots.at(-1)
  if (end === undefined) return undefined
  if (end.rest === undefined && source.peek(end.used) === undefined) return chooseEnd(slots, end, source, room, mayMove)
  const best = cheapest(slots, source, room, 0)
  return mayMove && (best === undefined || room.height < best.cost) ? nothing : best
}

const nothing: Break = { count: 0, growth: 0 }

/**
 * Where a slice ends that may hold all rows left. Where the notes under the table do not fit below them, rows go on
 * to the next page with the notes: as few as can, or the whole table. Notes that no row can join stand alone.
 */
function chooseEnd(slots: readonly Slot[], end: Slot, source: RowSource, room: Room, mayMove: boolean): Break {
  const all: Break = { count: slots.length, growth: 0 }
  if (end.bottom + room.tail <= room.height + slack) return all
  const best = cheapest(slots.slice(0, -1), source, room, end.bottom + room.tail - room.next)
  if (best !== undefined && best.cost < apart(room)) return best
  return mayMove && end.bottom + room.tail <= room.moved + slack ? nothing : all
}

/** What it costs to part rows that keep together: more than any page left empty. */
const apart = ({ height }: Room): number => 10 * height

/** The place with the least cost to end a slice. @param least pt; what must stand on this page for the rest to fit */
function cheapest(slots: readonly Slot[], source: RowSource, room: Room, least: number) {
  let best: (Break & { cost: number }) | undefined
  for (let count = slots.length; count > 0; count--) {
    const slot = slots[count - 1] as Slot
    const low = heightTo(slot)
    if (best !== undefined && room.height - low >= best.cost) break
    if (low > room.height + slack) continue
    const growth = low - slot.bottom
    const after = growthAfter(slot, source)
    if (slot.bottom - after < least - slack) continue
    const kept = keepsWithNext(slot, source) ? apart(room) : 0
    const cost = room.height - low + growthWeight * (growth + after) + kept
    if (best === undefined || cost < best.cost) best = { count, growth, cost }
  }
  return best
}

/** How high a slice is that ends with this slot: the labels cut there must fit. */
const heightTo = (slot: Slot): number =>
  slot.open.reduce((y, { set, top }) => (set.again ? Math.max(y, top + needOf(set)) : y), slot.bottom)

/** Whether a break after the slot would part rows that belong together; a total belongs to what it sums. */
function keepsWithNext(slot: Slot, source: RowSource): boolean {
  if (slot.rest !== undefined) return false
  return slot.set.row.keepWithNext || source.peek(slot.used)?.row.role === 'total'
}

/** By how much the labels cut after a slot lack room in the rows that follow, pt. */
function growthAfter(slot: Slot, source: RowSource): number {
  let growth = 0
  for (const { set, end } of slot.open) {
    if (!set.again) continue
    let lack = needOf(goneOn(set))
    let ahead = slot.used
    let next = slot.rest ?? source.peek(ahead++)
    while (next !== undefined && next.index <= end && lack > 0) {
      lack -= next.height
      next = source.peek(ahead++)
    }
    growth = Math.max(growth, lack)
  }
  return growth
}
