import type { Font } from 'fontkit'
import { glyphsOf } from './cmap.ts'
import { openSync } from './fontkit.ts'
import { FontTables } from './sfnt.ts'
import { metricsOf, Subset } from './subset.ts'
import { type Features, Substitutions } from './substitution.ts'

/** A glyph as pdfkit takes it: `advanceWidth` in units of the font, `codePoints` what a reader gets back for it. */
export interface Glyph {
  readonly id: number
  readonly advanceWidth: number
  readonly codePoints: readonly number[]
}

/** A text as pdfkit takes it, in units of the font. */
export interface GlyphLine {
  readonly glyphs: readonly Glyph[]
  readonly positions: { xAdvance: number }[]
}

/**
 * A shipped font, of which only the tables are read that are needed: pdfkit takes it in the place of a font of fontkit,
 * which for the same reads ten times as much. The names of its parts are those that pdfkit asks for.
 */
export class TrueTypeFont {
  readonly #path: string
  readonly #tables: FontTables
  /** The glyph of a character without features, 0 where there is none. */
  readonly glyphOf: (codePoint: number) => number
  /** Advance of a glyph, in units of the font. */
  readonly advanceOf: (glyph: number) => number
  #substitutions: Substitutions | undefined
  #shaper: Font | undefined

  /** @throws the system's error where the file cannot be read; Error where it is no font of the kind that is shipped */
  constructor(path: string) {
    this.#path = path
    this.#tables = new FontTables(path)
    this.glyphOf = glyphsOf(this.#tables.table('cmap'))
    this.advanceOf = metricsOf(this.#tables).advances
  }

  getGlyph(id: number): Glyph {
    return { id, advanceWidth: this.advanceOf(id), codePoints: [] }
  }

  layout(text: string, features: Features = {}): GlyphLine {
    const codePoints = [...text].map((char) => char.codePointAt(0) as number)
    const own = codePoints.map(this.glyphOf)
    if (!standsAlone(text) || own.includes(0)) return this.#shaped(text, features)
    this.#substitutions ??= new Substitutions(this.#tables.table('GSUB'))
    const ids = this.#substitutions.substitute(own, features)
    const isLigature = ids.length < codePoints.length
    const glyphs = ids.map((id, at): Glyph => {
      const stands = isLigature ? codePoints : codePoints.slice(at, at + 1)
      return { id, advanceWidth: this.advanceOf(id), codePoints: stands }
    })
    return { glyphs, positions: glyphs.map(({ advanceWidth }) => ({ xAdvance: advanceWidth })) }
  }

  /** What follows the rules of a script is left to fontkit. */
  #shaped(text: string, features: Features): GlyphLine {
    this.#shaper ??= openSync(this.#path) as Font
    return this.#shaper.layout(text, { ...features })
  }

  createSubset(): Subset {
    return new Subset(this.#tables)
  }

  get unitsPerEm(): number {
    return this.#tables.table('head').getUint16(18)
  }

  get bbox() {
    const head = this.#tables.table('head')
    const [minX, minY, maxX, maxY] = [36, 38, 40, 42].map((at) => head.getInt16(at)) as [number, number, number, number]
    return { minX, minY, maxX, maxY }
  }

  get head() {
    return { macStyle: { italic: (this.#tables.table('head').getUint16(44) & 2) !== 0 } }
  }

  get ascent(): number {
    return this.#tables.table('hhea').getInt16(4)
  }

  get descent(): number {
    return this.#tables.table('hhea').getInt16(6)
  }

  get lineGap(): number {
    return this.#tables.table('hhea').getInt16(8)
  }

  get 'OS/2'() {
    return { sFamilyClass: this.#tables.table('OS/2').getInt16(30) }
  }

  get xHeight(): number {
    return this.#tables.table('OS/2').getInt16(86)
  }

  get capHeight(): number {
    return this.#tables.table('OS/2').getInt16(88)
  }

  get post() {
    return { isFixedPitch: this.#tables.table('post').getUint32(12) }
  }

  get italicAngle(): number {
    return this.#tables.table('post').getInt32(4) / 0x10000
  }

  /** The English name that Windows has for it (`name`, ISO/IEC 14496-22, 5.2.6: platform 3, name 6). */
  get postscriptName(): string {
    const name = this.#tables.table('name')
    const strings = name.getUint16(4)
    for (let at = 6; at < strings; at += 12) {
      if (name.getUint16(at) !== 3 || name.getUint16(at + 6) !== 6) continue
      const start = strings + name.getUint16(at + 10)
      const length = name.getUint16(at + 8)
      return new TextDecoder('utf-16be').decode(new Uint8Array(name.buffer, start, length))
    }
    throw new Error('the font has no PostScript name')
  }
}

/** Whether a text is set without the rules of scripts: one character that modifies none, or the dash of two, one glyph. */
const standsAlone = (text: string): boolean => text === '——' || /^[^\p{M}\p{Cf}]$/u.test(text)
