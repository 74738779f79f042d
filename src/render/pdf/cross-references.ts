import { Refusal } from '../../diagnostics/index.ts'
import { mostObjects } from './limits.ts'

/** Bytes of an entry: its type, an offset or the number of an object stream, the place in that stream. */
const widths = [1, 4, 2] as const
const entryBytes = 7

/** Where each object of a file lies (ISO 32000-1 7.5.8). A number is given out before its object is written. */
export class CrossReferences {
  /** By number: the offset in the file, or the number of an object stream. */
  #where = new Uint32Array(1 << 10)
  /** By number: the place in an object stream from 1, 0 for an object of its own. */
  #place = new Uint16Array(1 << 10)
  #last: number

  /** @param last the numbers up to this are given out already */
  constructor(last: number) {
    this.#last = last
  }

  /** The last number given out. */
  get length(): number {
    return this.#last
  }

  /**
   * Gives out the next number.
   * @throws Refusal where an archival file can have no more objects
   */
  push(): number {
    if (this.#last === mostObjects) throw new Refusal('too-many-objects', { limit: String(mostObjects) })
    if (++this.#last === this.#where.length) {
      this.#where = grown(this.#where, new Uint32Array(2 * this.#last))
      this.#place = grown(this.#place, new Uint16Array(2 * this.#last))
    }
    return this.#last
  }

  /** The object lies by itself, so many bytes from the file's beginning. */
  at(id: number, offset: number): void {
    this.#where[id] = offset
  }

  /** The object lies in an object stream, `index` counted from 0. */
  within(id: number, stream: number, index: number): void {
    this.#where[id] = stream
    this.#place[id] = index + 1
  }

  /**
   * Entries of the dictionary that say how `rows` is to be read.
   * Each row is written as its difference from the one above (predictor 12), of which deflate leaves almost nothing.
   */
  get form(): string {
    return `/Size ${this.#last + 1}/W[${widths.join(' ')}]/DecodeParms<</Predictor 12/Columns ${entryBytes}>>`
  }

  /** @throws Error where a number was given out and its object never written */
  rows(): Uint8Array {
    const rowBytes = 1 + entryBytes
    const rows = Buffer.alloc((this.#last + 1) * rowBytes)
    // The number 0 is no object: free, and never to be used again.
    rows.writeUInt16BE(65_535, rowBytes - 2)
    for (let id = 1, at = rowBytes; id <= this.#last; id++, at += rowBytes) {
      const where = this.#where[id] as number
      const place = this.#place[id] as number
      if (where === 0) throw new Error(`the object ${id} was never written`)
      rows[at + 1] = place === 0 ? 1 : 2
      rows.writeUInt32BE(where, at + 2)
      if (place > 0) rows.writeUInt16BE(place - 1, at + 6)
    }
    for (let at = rows.length - 1; at >= rowBytes; at--)
      rows[at] = (rows[at] as number) - (rows[at - rowBytes] as number)
    for (let at = 0; at < rows.length; at += rowBytes) rows[at] = 2
    return rows
  }
}

function grown<T extends Uint32Array | Uint16Array>(from: T, to: T): T {
  to.set(from)
  return to
}
