import type { Line, Piece } from '../model/index.ts'
import { goneOn, needOf, rowHeight, type SetCell, type SetRow } from './heights.ts'

export const whole: Piece = Object.freeze({ n: 1, of: 1 })

/** How many things are cut and not yet wholly placed: pages wait until their pieces know of how many they are. */
export interface Ledger {
  open: number
}

/** The pieces of one thing, whose number is known only when the last is placed. */
export class Parts {
  readonly #pieces: { n: number; of: number }[] = []
  readonly #ledger: Ledger

  constructor(ledger: Ledger) {
    this.#ledger = ledger
    ledger.open++
  }

  next(): Piece {
    const piece = { n: this.#pieces.length + 1, of: 0 }
    this.#pieces.push(piece)
    return piece
  }

  /** The last piece; each of the pieces now says of how many it is. */
  end(): Piece {
    const piece = this.next()
    for (const each of this.#pieces) each.of = this.#pieces.length
    this.#ledger.open--
    return piece
  }
}

/** Two lines of body text: less of an empty row is no place to write. */
export const leastRoom = 36

/**
 * How many of `count` lines to place where `fitting` fit: two at least on each side of the cut where there are four,
 * so that no line stands alone. 0 where only a line would stay.
 */
export function share(count: number, fitting: number): number {
  if (fitting >= count) return count
  if (count < 4) return 0
  const taken = Math.min(fitting, count - 2)
  return taken < 2 ? 0 : taken
}

/** How many lines fit into a cell `height` pt high. */
export const fitting = ({ spare, lineHeight, padding }: SetCell, height: number): number =>
  Math.max(0, Math.floor((height - padding + 0.01) / lineHeight) - spare)

/**
 * Cuts a row at line ends: what fits `room` pt, and the rest. Labels stand whole on both.
 * @param force cut wherever a line fits, because nothing better will come
 * @returns undefined where the room is too small to begin the row in
 */
export function splitRow(set: SetRow, room: number, force: boolean): { head: SetRow; tail: SetRow } | undefined {
  if (room < leastRoom) return undefined
  const heads: SetCell[] = []
  const tails: SetCell[] = []
  for (const cell of set.single) {
    const { lines } = cell
    if (cell.again) {
      if (needOf(cell) > room + 0.01) return undefined
      heads.push(cell)
      tails.push(goneOn(cell))
      continue
    }
    const fit = fitting(cell, room)
    const taken = share(lines.length, fit) || (force ? Math.min(fit, lines.length) : 0)
    if (taken === 0 && lines.length > 0) return undefined
    heads.push({ ...cell, lines: lines.slice(0, taken) })
    tails.push({ ...cell, lines: lines.slice(taken) })
  }
  const height = rowHeight(Math.min(set.minHeight, room), heads)
  const minHeight = Math.max(0, set.minHeight - height)
  return {
    head: { ...set, single: heads, height },
    tail: { ...set, single: tails, spanning: [], minHeight, height: rowHeight(minHeight, tails), begun: true },
  }
}

/** Cuts lines for a text of its own: as `share`, or all that fit where `force` says that nothing better will come. */
export function splitLines(lines: readonly Line[], fit: number, force: boolean): [readonly Line[], readonly Line[]] {
  const taken = share(lines.length, fit) || (force ? Math.min(fit, lines.length) : 0)
  return [lines.slice(0, taken), lines.slice(taken)]
}
