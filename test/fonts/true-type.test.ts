import { type Font, openSync } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { fontPath, fontSources } from '../../src/fonts/files.ts'
import { TrueTypeFont } from '../../src/fonts/true-type.ts'

const files = (Object.keys(fontSources) as (keyof typeof fontSources)[]).map(
  (id): [string, TrueTypeFont, Reference] => [id, new TrueTypeFont(fontPath(id)), openSync(fontPath(id)) as never],
)

/** What fontkit has and its types lack. It keeps a glyph with the first character that it stood for. */
interface Reference extends Omit<Font, 'createSubset'> {
  _glyphs: Record<number, unknown>
  readonly post: { readonly isFixedPitch: number }
  readonly head: { readonly macStyle: { readonly italic: boolean } }
  createSubset(): { includeGlyph(glyph: number): number; encode(): Uint8Array }
}

const asDrawn = [
  { liga: false, kern: false },
  { hwid: true, liga: false, kern: false },
  { fwid: true, liga: false, kern: false },
  { pwid: true, liga: false, kern: false },
]

describe.each(files)('%s is read as fontkit reads it', (_, own, reference) => {
  it('every letter and mark, and some of the Han, with each set of features that texts are drawn with', () => {
    const isHan = (codePoint: number) => (codePoint >= 0x3400 && codePoint < 0xa000) || codePoint > 0xffff
    const asked = reference.characterSet.filter((codePoint, at) => !isHan(codePoint) || at % 37 === 0)
    for (const text of [...asked.map((codePoint) => String.fromCodePoint(codePoint)), '——'])
      for (const features of asDrawn) {
        reference._glyphs = {}
        const [line, expected] = [own.layout(text, features), reference.layout(text, { ...features })]
        const same =
          line.glyphs.length === expected.glyphs.length &&
          line.glyphs.every(({ id, advanceWidth, codePoints }, at) => {
            const glyph = expected.glyphs[at]
            const advance = expected.positions[at]?.xAdvance
            const alike = glyph?.id === id && glyph.advanceWidth === advanceWidth
            return alike && line.positions[at]?.xAdvance === advance && glyph.codePoints.join() === codePoints.join()
          })
        if (!same) expect.fail(`${text} (U+${text.codePointAt(0)?.toString(16)}) with ${Object.keys(features)}`)
      }
  })

  it('characters that it lacks and texts with marks too', () => {
    for (const text of ['', '\u{10ffff}', 'ش', 'ก', '가', 'e\u0301', '葛\u{e0100}', '〳〵', 'か\u3099']) {
      const features = { liga: false, kern: false }
      reference._glyphs = {}
      const ids = (line: { readonly glyphs: readonly { readonly id: number }[] }) => line.glyphs.map(({ id }) => id)
      expect(ids(own.layout(text, features)), text).toEqual(ids(reference.layout(text, { ...features })))
    }
  })

  it('a subset has the same bytes, glyphs put together of others among them', () => {
    const [subset, expected] = [own.createSubset(), reference.createSubset()]
    for (let n = 0; n < 2000; n++) {
      const glyph = (n * 7919) % reference.numGlyphs
      expect(subset.includeGlyph(glyph)).toBe(expected.includeGlyph(glyph))
    }
    expect(Buffer.compare(subset.encode(), expected.encode())).toBe(0)
  })

  it('what a PDF says of it', () => {
    const { unitsPerEm, ascent, descent, lineGap, xHeight, capHeight, italicAngle, postscriptName } = reference
    const { minX, minY, maxX, maxY } = reference.bbox
    expect(own).toMatchObject({ unitsPerEm, ascent, descent, lineGap, xHeight, capHeight, italicAngle, postscriptName })
    expect(own.bbox).toEqual({ minX, minY, maxX, maxY })
    expect(own.post.isFixedPitch).toBe(reference.post.isFixedPitch)
    expect(own['OS/2'].sFamilyClass).toBe(reference['OS/2'].sFamilyClass)
    expect(own.head.macStyle.italic).toBe(reference.head.macStyle.italic)
  })
})

it('a file that is no font is told', () => {
  expect(() => new TrueTypeFont('package.json')).toThrow('has no table cmap')
  expect(() => new TrueTypeFont('no-such-file')).toThrow('ENOENT')
})
