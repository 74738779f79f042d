import { createRequire } from 'node:module'
import type { Font, FontCollection } from 'fontkit'
import { FontFileError } from './files.ts'

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
 * Opens a shipped TTF. fontkit is loaded here, by require, so that a run that measures nothing does not pay its 0.2 s and
 * measuring stays synchronous. Each code point is looked up once.
 */
export const openFace = (path: string): OpenFace => faceOf(load(path) as Font)

/** What a font file that the user names is. */
export interface GivenFont {
  readonly path: string
  /** What Word and Excel call it. */
  readonly family: string
  /** All its family names, in every language. */
  readonly families: readonly string[]
  /** Of a collection (TTC): the PostScript name of the font taken, its first. */
  readonly member?: string
  readonly face: OpenFace
}

/**
 * Opens a TTF, OTF or TTC that the user names.
 * @throws FontFileError where the file cannot be read or is no font that a PDF can hold
 */
export function openGiven(path: string): GivenFont {
  try {
    const file = load(path)
    const isCollection = file.type === 'TTC' || file.type === 'DFont'
    const font = (isCollection ? (file as FontCollection).fonts[0] : file) as Font & Named
    if (!('unitsPerEm' in font) || file.type === 'WOFF' || file.type === 'WOFF2') throw new Error('no font')
    const families = Object.values(font.name?.records.fontFamily ?? {})
    const family = font.familyName
    const member = isCollection ? { member: font.postscriptName } : {}
    return { path, family, families: [family, ...families], ...member, face: faceOf(font) }
  } catch (cause) {
    const problem = (cause as NodeJS.ErrnoException).code ?? 'no font'
    throw new FontFileError(`cannot use the font file ${path}: ${problem}`, { file: path, problem }, { cause })
  }
}

/** What fontkit has and its types lack. */
interface Named {
  readonly name?: { readonly records: { readonly fontFamily?: Readonly<Record<string, string>> } }
}

const load = (path: string): Font | FontCollection =>
  (createRequire(import.meta.url)('fontkit') as typeof import('fontkit')).openSync(path)

function faceOf(font: Font): OpenFace {
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
