import type { Font, FontCollection } from 'fontkit'
import { FontFileError } from './files.ts'
import { openSync } from './fontkit.ts'
import type { GlyphLine, TrueTypeFont } from './true-type.ts'

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

/** A shipped font, as a face. */
export const shippedFace = (font: TrueTypeFont): OpenFace =>
  faceOf({
    unitsPerEm: font.unitsPerEm,
    box: font.advanceOf(0),
    advanceOf: (codePoint) => {
      const glyph = font.glyphOf(codePoint)
      return glyph === 0 ? undefined : font.advanceOf(glyph)
    },
    layout: (text, features) => font.layout(text, features),
  })

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
    const file = openSync(path)
    const isCollection = file.type === 'TTC' || file.type === 'DFont'
    const font = (isCollection ? (file as FontCollection).fonts[0] : file) as Font & Named
    if (!('unitsPerEm' in font) || file.type === 'WOFF' || file.type === 'WOFF2') throw new Error('no font')
    const families = Object.values(font.name?.records.fontFamily ?? {})
    const family = font.familyName
    const member = isCollection ? { member: font.postscriptName } : {}
    return { path, family, families: [family, ...families], ...member, face: faceOf(measured(font)) }
  } catch (cause) {
    const problem = (cause as NodeJS.ErrnoException).code ?? 'no font'
    throw new FontFileError(`cannot use the font file ${path}: ${problem}`, { file: path, problem }, { cause })
  }
}

/** What fontkit has and its types lack. */
interface Named {
  readonly name?: { readonly records: { readonly fontFamily?: Readonly<Record<string, string>> } }
}

/** What a face is made of, in units of the font. */
interface Measured {
  readonly unitsPerEm: number
  /** Advance of the .notdef box. */
  readonly box: number
  /** Advance of a character's own glyph; undefined where there is none. */
  readonly advanceOf: (codePoint: number) => number | undefined
  readonly layout: (text: string, features: Readonly<Record<string, boolean>>) => Pick<GlyphLine, 'positions'>
}

const measured = (font: Font): Measured => ({
  unitsPerEm: font.unitsPerEm,
  box: font.getGlyph(0).advanceWidth,
  advanceOf: (codePoint) =>
    font.hasGlyphForCodePoint(codePoint) ? font.glyphForCodePoint(codePoint).advanceWidth : undefined,
  layout: (text, features) => font.layout(text, { ...features }),
})

/** Each code point is looked up once. */
function faceOf({ unitsPerEm: em, box, advanceOf, layout }: Measured): OpenFace {
  const plane0 = new Int16Array(0x10000).fill(unknown)
  const beyond = new Map<number, number>()
  const units = (codePoint: number): number => {
    const known = codePoint < 0x10000 ? (plane0[codePoint] as number) : (beyond.get(codePoint) ?? unknown)
    if (known !== unknown) return known
    const found = advanceOf(codePoint) ?? absent
    if (codePoint < 0x10000) plane0[codePoint] = found
    else beyond.set(codePoint, found)
    return found
  }
  return {
    has: (codePoint) => units(codePoint) !== absent,
    advance: (codePoint) => (units(codePoint) === absent ? box : units(codePoint)) / em,
    layout: (text, features) => layout(text, features).positions.reduce((sum, at) => sum + at.xAdvance, 0) / em,
  }
}
