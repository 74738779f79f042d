import type { Fonts, GlyphRun, TextStyle } from '../../fonts/index.ts'
import { num } from './operators.ts'
import type { EmbeddedFont, Pdf } from './pdfkit.ts'
import { textString } from './strings.ts'

/** Glyphs in hex; not `faithful` where another character took the glyph first, so that it reads back as that one. */
interface Shown {
  readonly codes: string
  readonly faithful: boolean
}

/** Turns text into operators that show it, with the fonts of one document. */
export class Glyphs {
  readonly #pdf: Pdf
  readonly #fonts: Fonts
  readonly #files = new Map<string, EmbeddedFont>()
  /** What shows a character, by the font and the features it is drawn with. */
  readonly #shown = new Map<EmbeddedFont, Map<GlyphRun['features'], Map<string, Shown>>>()

  /** The fonts that the page has named. */
  readonly #named = new Set<EmbeddedFont>()
  #page: Pdf['page'] | undefined

  constructor(pdf: Pdf, fonts: Fonts) {
    this.#pdf = pdf
    this.#fonts = fonts
  }

  /** See `Fonts.glyphRuns`: stretches of one font and size, each at its own place. */
  runs(text: string, style: TextStyle): readonly GlyphRun[] {
    return this.#fonts.glyphRuns(text, style)
  }

  /** Operators, valid between BT and ET, that show a stretch at the current text position. */
  show({ text, file, features, size }: GlyphRun): string {
    const font = this.#font(file)
    this.#onPage(font)
    const known = this.#known(font, features)
    let operators = `/${font.id} ${num(size)} Tf\n`
    let codes = ''
    const flush = () => {
      if (codes !== '') operators += `<${codes}> Tj\n`
      codes = ''
    }
    for (const cluster of clusters(text)) {
      let shown = known.get(cluster)
      if (shown === undefined) {
        shown = encode(cluster, font, features)
        known.set(cluster, shown)
      }
      if (shown.faithful) codes += shown.codes
      else {
        flush()
        operators += `${actualText(cluster)}<${shown.codes}> Tj EMC\n`
      }
    }
    flush()
    return operators
  }

  /** Names the font among what the page needs. */
  #onPage(font: EmbeddedFont): void {
    const { page } = this.#pdf
    if (page !== this.#page) this.#named.clear()
    this.#page = page
    if (this.#named.has(font)) return
    this.#named.add(font)
    page.fonts[font.id] = font.ref()
  }

  #font(file: GlyphRun['file']): EmbeddedFont {
    let font = this.#files.get(file.id)
    if (font === undefined) {
      font = this.#pdf.font(this.#fonts.embeddable(file), file.member)._font
      this.#files.set(file.id, font)
    }
    return font
  }

  #known(font: EmbeddedFont, features: GlyphRun['features']): Map<string, Shown> {
    const byFeatures = this.#shown.get(font) ?? new Map<GlyphRun['features'], Map<string, Shown>>()
    this.#shown.set(font, byFeatures)
    const known = byFeatures.get(features) ?? new Map<string, Shown>()
    byFeatures.set(features, known)
    return known
  }
}

function encode(text: string, font: EmbeddedFont, features: GlyphRun['features']): Shown {
  const [codes] = font.encode(text, features)
  const read = codes.flatMap((code) => font.unicode[Number.parseInt(code, 16)] ?? [])
  return { codes: codes.join(''), faithful: String.fromCodePoint(...read) === text }
}

/** Begins a stretch that stands for this text, whatever its glyphs; EMC ends it. */
export const actualText = (text: string): string => `/Span <</ActualText ${textString(text)}>> BDC\n`

/**
 * What is shaped together: characters, each with the marks and selectors that change its glyph, and the dash of two
 * (——), which the fonts draw as one stroke.
 */
const clusters = (text: string): Iterable<string> =>
  unusual.test(text) && /[\p{M}\p{Cf}—]/u.test(text) ? (text.match(/——|.[\p{M}\p{Cf}]*/gsu) ?? []) : text

/** Beyond Latin letters, Han and their punctuation: asked first, as classes of characters are slow to look up. */
const unusual = /[^\x20-\xac\xae-\u02ff\u2e80-\u3029\u3030-\u3098\u309b-\u9fff]/
