import type { GridTable, Line, Piece, PlacedCell, PlacedRow, Writable } from '../model/index.ts'
import { goneOn, type SetCell, type SetRow } from './heights.ts'
import { fitting, type Ledger, Parts, whole } from './pieces.ts'
import { fill, type Open, type Slot } from './slices.ts'

/** A slice of a table as placed: its rows from `y`, and what goes on on the next page. */
export interface Placed {
  readonly rows: readonly PlacedRow[]
  readonly height: number
  readonly open: readonly Open[]
  readonly rest: SetRow | undefined
}

interface Live {
  readonly set: SetCell
  readonly end: number
  readonly from: number
}

/**
 * Turns the slots of a slice into placed rows. A cell over several rows begins in its first row on this page and ends
 * with its last one or with the slice; then the rest of it begins the next slice.
 * @param carried the cells that go on from the page before
 * @param growth pt added to the last row
 */
export function placeSlice(
  table: GridTable,
  slots: readonly Slot[],
  carried: readonly Open[],
  growth: number,
  y: number,
  ledger: Ledger,
): Placed {
  const last = slots.length - 1
  const bottomOf = (at: number): number => (slots[at] as Slot).bottom + (at === last ? growth : 0)
  const cells: PlacedCell[][] = slots.map(() => [])
  const pieces: Piece[] = []
  const open: Open[] = []
  let live: Live[] = carried.map(({ set, end }) => ({ set, end, from: 0 }))
  const finish = ({ set, from }: Live, at: number): void => {
    const height = bottomOf(at) - (slots[from] as Slot).top
    cells[from]?.push(placed(set, at - from + 1, height, set.lines, set.parts?.end() ?? whole))
  }
  const cut = ({ set, end, from }: Live): void => {
    const height = bottomOf(last) - (slots[from] as Slot).top
    const taken = set.again ? set.lines.length : Math.min(set.lines.length, fitting(set, height))
    const parts = set.parts ?? new Parts(ledger)
    cells[from]?.push(placed(set, last - from + 1, height, set.lines.slice(0, taken), parts.next()))
    const next = set.again ? goneOn(set) : { ...set, lines: set.lines.slice(taken) }
    open.push({ set: { ...next, parts }, end, top: 0 })
  }
  let rest: SetRow | undefined
  let pending: SetRow | undefined
  slots.forEach((slot, at) => {
    const set = pending === undefined ? slot.set : withParts(slot.set, pending)
    for (const cell of set.spanning) live.push({ set: cell, end: set.index + cell.cell.rowSpan - 1, from: at })
    const row = placeSingles(set, slot.rest, bottomOf(at) - slot.top, ledger)
    for (const cell of row.cells) cells[at]?.push(cell)
    pieces.push(row.piece)
    pending = row.rest
    if (at === last) rest = row.rest
    if (slot.rest !== undefined) return
    for (const each of live) if (each.end === set.index) finish(each, at)
    live = live.filter(({ end }) => end !== set.index)
  })
  for (const each of live) cut(each)
  const rows = slots.map(
    (slot, at): PlacedRow => ({
      kind: 'row',
      table,
      row: slot.set.row,
      y: y + slot.top,
      height: bottomOf(at) - slot.top,
      repeated: false,
      piece: pieces[at] as Piece,
      first: false,
      last: false,
      cells: (cells[at] as PlacedCell[]).sort((a, b) => a.cell.column - b.cell.column),
    }),
  )
  return { rows, height: bottomOf(last), open, rest }
}

/** The cells that a row, or its part, has alone; where it is cut, the rest keeps count of the pieces. */
function placeSingles(set: SetRow, rest: SetRow | undefined, height: number, ledger: Ledger) {
  if (rest === undefined) {
    const cells = set.single.map((cell) => placed(cell, 1, height, cell.lines, cell.parts?.end() ?? whole))
    return { cells, piece: set.parts?.end() ?? whole, rest }
  }
  const counted = set.single.map((cell) => cell.parts ?? new Parts(ledger))
  const cells = set.single.map((cell, at) => placed(cell, 1, height, cell.lines, (counted[at] as Parts).next()))
  const parts = set.parts ?? new Parts(ledger)
  const single = rest.single.map((cell, at) => ({ ...cell, parts: counted[at] as Parts }))
  return { cells, piece: parts.next(), rest: { ...rest, parts, single } }
}

/** The next part of a row, with the counts of the part before. */
const withParts = (set: SetRow, before: SetRow): SetRow => ({
  ...set,
  ...(before.parts && { parts: before.parts }),
  single: set.single.map((cell, at) => {
    const parts = before.single[at]?.parts
    return parts === undefined ? cell : { ...cell, parts }
  }),
})

function placed(
  { cell, inset, says }: SetCell,
  rowSpan: number,
  height: number,
  lines: readonly Line[],
  piece: Piece,
): PlacedCell {
  const set: Writable<PlacedCell> = { cell, rowSpan, height, lines, piece }
  if (inset > 0) set.inset = inset
  if (says !== undefined) set.says = says
  return set
}

/** The header rows of a table from `y`, as high as they need. */
export function placeHeader(table: GridTable, header: readonly SetRow[], y: number, repeated: boolean): Placed {
  if (header.length === 0) return { rows: [], height: 0, open: [], rest: undefined }
  const all = Number.POSITIVE_INFINITY
  const room = { height: all, limit: all, next: all, moved: all, fresh: false, tail: 0 }
  const slots = fill({ peek: (at) => header[at] }, [], room)
  const placed = placeSlice(table, slots, [], 0, y, { open: 0 })
  return { ...placed, rows: placed.rows.map((row) => ({ ...row, repeated })) }
}
