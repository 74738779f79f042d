import { createRequire } from 'node:module'
import type { Font } from 'fontkit'

/** One font file, open: what it covers and how wide its glyphs are, in em. */
export interface OpenFace {
  has(codePoint: number): boolean
  /** Advance of the character's own glyph, without features; of the .notdef box where the font lacks it. */
  advance(codePoint: number): number
  /** Advance of a shaped text; slow, for what cannot be added up by character. */
  layout(text: string, features: Readonly<Record<string, boolean>>): number
}

const unknown = -2
const absent = -1

/**
 * Opens a TTF. fontkit is loaded here, by require, so that a run that measures nothing does not pay its 0.2 s and
 * measuring stays synchronous. Each code point is looked up once.
 */
export function openFace(path: string): OpenFace {
  const fontkit = createRequire(import.meta.url)('fontkit') as typeof import('fontkit')
  const font = fontkit.openSync(path) as Font
  const plane0 = new Int16Array(0x10000).fill(unknown)
  const beyond = new Map<number, number>()
  const look = (codePoint: number): number =>
    font.hasGlyphForCodePoint(codePoint) ? font.glyphForCodePoint(codePoint).advanceWidth : absent
  const units = (codePoint: number): number => {
    const known = codePoint < 0x10000 ? (plane0[codePoint] as number) : (beyond.get(codePoint) ?? unknown)
    if (known !== unknown) return known
    const found = look(codePoint)
    if (codePoint < 0x10000) plane0[codePoint] = found
    else beyond.set(codePoint, found)
    return found
  }
  const em = font.unitsPerEm
  const box = font.getGlyph(0).advanceWidth / em
  return {
    has: (codePoint) => units(codePoint) !== absent,
    advance: (codePoint) => (units(codePoint) === absent ? box : units(codePoint) / em),
    layout: (text, features) =>
      font.layout(text, { ...features }).positions.reduce((sum, at) => sum + at.xAdvance, 0) / em,
  }
}
