import type { FontTables } from './sfnt.ts'

/** A part of a composite glyph (`glyf`, ISO/IEC 14496-22, 5.3.3.2): its flags, of which these tell how long it is. */
const WORDS = 0x1
const SCALE = 0x8
const MORE = 0x20
const SCALES = 0x40
const MATRIX = 0x80

/** Of the tables that a PDF asks for (ISO 32000-1, 9.9), those that are taken over; the others are written anew. */
const kept = ['cvt ', 'prep', 'fpgm'] as const

/** A font file with the glyphs that are used and no others, numbered as they are included. */
export class Subset {
  readonly #tables: FontTables
  /** By the number in the font, that in the subset; in the order of the latter. The missing glyph is always there. */
  readonly #included = new Map<number, number>([[0, 0]])

  constructor(tables: FontTables) {
    this.#tables = tables
  }

  /** The number of a glyph in the subset, which has it from now on. */
  includeGlyph(glyph: number): number {
    const known = this.#included.get(glyph)
    if (known !== undefined) return known
    const own = this.#included.size
    this.#included.set(glyph, own)
    return own
  }

  /** The file. The parts of composite glyphs are included by this. */
  encode(): Uint8Array {
    const outlines = this.#outlines()
    const count = outlines.length
    const tables: [tag: string, bytes: Uint8Array][] = [
      ['head', this.#copy('head', (head) => head.setInt16(50, 1))],
      ['hhea', this.#copy('hhea', (hhea) => hhea.setUint16(34, count))],
      ['loca', locations(outlines)],
      ['maxp', this.#copy('maxp', (maxp) => maxp.setUint16(4, count))],
    ]
    const old = (tag: (typeof kept)[number]) => {
      if (this.#tables.has(tag)) tables.push([tag, this.#copy(tag)])
    }
    old('cvt ')
    old('prep')
    tables.push(['glyf', joined(outlines)], ['hmtx', this.#metrics()])
    old('fpgm')
    return file(tables)
  }

  /** The outlines of all included glyphs, and of the parts of those that are put together. */
  #outlines(): Uint8Array[] {
    const loca = this.#tables.table('loca')
    const isLong = this.#tables.table('head').getInt16(50) === 1
    const at = (glyph: number) => (isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph))
    return this.#tables.parts('glyf', (read) => {
      const outlines: Uint8Array[] = []
      // A map is walked on to what is added meanwhile.
      for (const glyph of this.#included.keys()) {
        const outline = read(at(glyph), at(glyph + 1) - at(glyph))
        if (outline.byteLength > 0 && outline.getInt16(0) < 0) this.#renumber(outline)
        outlines.push(new Uint8Array(outline.buffer))
      }
      return outlines
    })
  }

  #renumber(composite: DataView): void {
    let at = 10
    let flags: number
    do {
      flags = composite.getUint16(at)
      composite.setUint16(at + 2, this.includeGlyph(composite.getUint16(at + 2)))
      at += 4 + (flags & WORDS ? 4 : 2)
      at += flags & SCALE ? 2 : flags & SCALES ? 4 : flags & MATRIX ? 8 : 0
    } while (flags & MORE)
  }

  /** `hmtx`: advance and left side bearing of each glyph. */
  #metrics(): Uint8Array {
    const { advances, bearing } = metricsOf(this.#tables)
    const metrics = new DataView(new ArrayBuffer(4 * this.#included.size))
    for (const [glyph, own] of this.#included) {
      metrics.setUint16(4 * own, advances(glyph))
      metrics.setInt16(4 * own + 2, bearing(glyph))
    }
    return new Uint8Array(metrics.buffer)
  }

  #copy(tag: string, change?: (table: DataView) => void): Uint8Array {
    const { buffer } = this.#tables.table(tag)
    const bytes = new Uint8Array(buffer.slice(0))
    change?.(new DataView(bytes.buffer))
    return bytes
  }
}

/** Advance and left side bearing by glyph, in units of the font (`hmtx`); the last advance is that of all glyphs behind it. */
export function metricsOf(tables: FontTables): {
  readonly advances: (glyph: number) => number
  readonly bearing: (glyph: number) => number
} {
  const hmtx = tables.table('hmtx')
  const count = tables.table('hhea').getUint16(34)
  return {
    advances: (glyph) => hmtx.getUint16(4 * Math.min(glyph, count - 1)),
    bearing: (glyph) => hmtx.getInt16(glyph < count ? 4 * glyph + 2 : 4 * count + 2 * (glyph - count)),
  }
}

/** `loca` of format 1. */
function locations(outlines: readonly Uint8Array[]): Uint8Array {
  const loca = new DataView(new ArrayBuffer(4 * (outlines.length + 1)))
  let offset = 0
  for (const [at, { length }] of outlines.entries()) {
    offset += length
    loca.setUint32(4 * at + 4, offset)
  }
  return new Uint8Array(loca.buffer)
}

function file(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const directory = new DataView(new ArrayBuffer(12 + 16 * tables.length))
  const power = Math.floor(Math.log2(tables.length))
  write(directory, 0, 'true')
  directory.setUint16(4, tables.length)
  directory.setUint16(6, 16 * 2 ** power)
  directory.setUint16(8, power)
  directory.setUint16(10, 16 * (tables.length - 2 ** power))
  let offset = directory.byteLength
  for (const [at, [tag, { length }]] of tables.entries()) {
    const record = 12 + 16 * at
    write(directory, record, tag)
    directory.setUint32(record + 8, offset)
    directory.setUint32(record + 12, length)
    offset += length
  }
  return joined([new Uint8Array(directory.buffer), ...tables.map(([, bytes]) => bytes)])
}

function write(view: DataView, at: number, tag: string): void {
  for (let n = 0; n < tag.length; n++) view.setUint8(at + n, tag.charCodeAt(n))
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
