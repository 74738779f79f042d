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
  readonly #drawings = new Map<GlyphRun['file'], Map<GlyphRun['features'], Drawing>>()

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
    const drawing = this.#drawing(file, features)
    const { font, known } = drawing
    this.#onPage(font)
    let operators = `/${font.id} ${num(size)} Tf\n`
    const plain = unusual.test(text) ? undefined : plainCodes(text, drawing, features)
    if (plain !== undefined) return `${operators}<${plain}> Tj\n`
    let codes = ''
    for (const cluster of clusters(text)) {
      const shown = known.get(cluster) ?? kept(known, cluster, encode(cluster, font, features))
      if (shown.faithful) codes += shown.codes
      else {
        if (codes !== '') operators += `<${codes}> Tj\n`
        codes = ''
        operators += `${actualText(cluster)}<${shown.codes}> Tj EMC\n`
      }
    }
    return codes === '' ? operators : `${operators}<${codes}> Tj\n`
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

  #drawing(file: GlyphRun['file'], features: GlyphRun['features']): Drawing {
    const byFeatures = this.#drawings.get(file) ?? kept(this.#drawings, file, new Map())
    const known = byFeatures.get(features)
    return known ?? kept(byFeatures, features, { font: this.#font(file), known: new Map(), plain: new Map() })
  }
}

/** A font as it is drawn with some features, and what shows each character. */
interface Drawing {
  readonly font: EmbeddedFont
  readonly known: Map<string, Shown>
  /** The same by code unit, of those that stand alone and read back as themselves. */
  readonly plain: Map<number, string>
}

function kept<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): Value {
  map.set(key, value)
  return value
}

/** The glyphs of a text each of whose characters stands for itself; undefined where one does not. */
function plainCodes(text: string, { font, known, plain }: Drawing, features: GlyphRun['features']): string | undefined {
  let codes = ''
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const code = plain.get(unit)
    if (code !== undefined) {
      codes += code
      continue
    }
    const char = text.charAt(at)
    const shown = known.get(char) ?? kept(known, char, encode(char, font, features))
    if (!shown.faithful) return undefined
    codes += kept(plain, unit, shown.codes)
  }
  return codes === '' ? undefined : codes
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
