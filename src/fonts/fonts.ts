import { readFileSync } from 'node:fs'
import type { Face } from '../model/index.ts'
import { composed, type Part } from './composed.ts'
import { type FaceFile, type FontId, faces, fallback, markRatio, markRise, type ShippedFont } from './faces.ts'
import { fontPath, fontSources } from './files.ts'
import { type GivenFont, type OpenFace, openGiven, shippedFace } from './open-face.ts'
import { TrueTypeFont } from './true-type.ts'
import { type Cut, cutOf, featuresOf, invisible, latinCutOf, modifying, officeWidth, unprinted } from './widths.ts'

/** How text is set; `size` in pt is that of the surrounding text also where `mark` makes it smaller. */
export interface TextStyle {
  readonly face: Face
  readonly size: number
  readonly bold?: boolean | undefined
  readonly mark?: 'sup' | 'sub' | undefined
}

/** A file to embed. `id` is unique to the file and stable between runs. */
export interface FontFile {
  readonly id: FontId
  readonly path: string
  /** Of a collection: the PostScript name of the font. */
  readonly member?: string
}

/** A shipped font by itself, or the bytes of a file that the user gave. */
export type EmbeddableFont = TrueTypeFont | Uint8Array

/**
 * Text that is drawn by one call: one file, one size, one set of features. `x` in pt from the text's left edge,
 * `rise` in pt of its baseline above the text's. Draw each where it says; nothing follows from the one before it.
 */
export interface GlyphRun {
  readonly text: string
  readonly file: FontFile
  /** pt, already reduced for superscript and subscript. */
  readonly size: number
  readonly features: Readonly<Record<string, boolean>>
  readonly x: number
  readonly rise: number
  /** pt; 0 for the second and later parts of a composed character. */
  readonly width: number
  /** The character this is a part of, where no font has it (☑ is □ and √): the text a reader should extract. */
  readonly stands?: string
}

/**
 * Opens no shipped file yet: each is opened when first asked about. Pass the object on; nothing is shared between two.
 * @param files paths of TTF, OTF or TTC files that draw what the shipped ones lack, in the order they are asked; one whose
 *   family is that of a face (仿宋, SimSun) draws the face itself
 * @throws FontFileError for a file that is no font or cannot be read
 */
export const openFonts = (files: readonly string[] = []): Fonts => new Fonts(files.map(openGiven))

/** Widths and coverage of the faces, and the files that draw them. */
export class Fonts {
  readonly #open = new Map<FontId, OpenFace>()
  readonly #files = new Map<FontId, FontFile>()
  readonly #shippedFonts = new Map<FontId, TrueTypeFont>()
  readonly #bytes = new Map<FontId, Uint8Array>()
  readonly #measured = new Map<FaceFile, Map<number, number>>()
  readonly #drawings = new Map<FaceFile, Map<number, Drawing>>()
  readonly #western = new Map<FontId, Map<number, number>>()
  readonly #given: readonly { readonly id: FontId; readonly font: GivenFont }[]
  readonly #faces = new Map<Face, FaceFile>()

  constructor(given: readonly GivenFont[] = []) {
    this.#given = given.map((font, index) => ({ id: `user-${index + 1}`, font }))
    for (const { id, font } of this.#given) {
      this.#open.set(id, font.face)
      this.#files.set(id, { id, path: font.path, ...(font.member === undefined ? {} : { member: font.member }) })
      for (const face of facesNamed(font.families)) if (!this.#faces.has(face)) this.#faces.set(face, { id, own: true })
    }
  }

  /**
   * Width in pt for planning lines: of each character the widest of how the embedded font draws it and how the
   * office's font sets it; of a Chinese face also of how the embedded font would set it without our features, which is
   * what an office without 宋体 shows. Lines planned by it can only be shorter in any of them. Additive: the width of a text is the sum of its characters'.
   */
  measure(text: string, style: TextStyle): number {
    const own = this.#fileOf(style)
    const known = this.#measured.get(own) ?? kept(this.#measured, own, () => new Map<number, number>())
    let em = 0
    for (let at = 0; at < text.length; at++) {
      const codePoint = text.codePointAt(at) as number
      if (codePoint > 0xffff) at++
      em += known.get(codePoint) ?? kept(known, codePoint, () => this.#widest(codePoint, own))
    }
    return em * sizeOf(style)
  }

  /** Width in pt as the PDF draws it, that is of all `glyphRuns` together. */
  advance(text: string, style: TextStyle): number {
    const own = this.#fileOf(style)
    if (needsShaping(text)) return this.glyphRuns(text, style).reduce((sum, run) => sum + run.width, 0)
    let em = 0
    for (const char of text) em += this.#drawn(char.codePointAt(0) as number, own)
    return em * sizeOf(style)
  }

  /** The calls that draw the text, in order. A character no font has is left to the face's own file, which draws a box. */
  glyphRuns(text: string, style: TextStyle): readonly GlyphRun[] {
    const own = this.#fileOf(style)
    const size = sizeOf(style)
    const rise = style.mark === undefined ? 0 : markRise[style.mark] * style.size
    const only = this.#onlyDrawing(text, own)
    if (only !== undefined) {
      const { file, features } = only.drawing
      return [{ text, file, size, features, x: 0, rise, width: only.em * size }]
    }
    const runs: GlyphRun[] = []
    let x = 0
    for (const { text: part, em, drawing } of this.#stretches(text, own)) {
      if (drawing.kind === 'composed') for (const run of this.#compose(part, own, { x, rise, size })) runs.push(run)
      else {
        const { file, features } = drawing
        runs.push({ text: part, file, size, features, x, rise, width: em * size })
      }
      x += em * size
    }
    return runs
  }

  /** The file a face is embedded from. */
  file(face: Face, bold = false): FontFile {
    return this.#file(this.#fileOf({ face, bold }).id)
  }

  /** What pdfkit embeds a file from, opened once for all documents. It belongs to the fonts: change nothing of it. */
  embeddable({ id, path }: FontFile): EmbeddableFont {
    return id in fontSources ? this.#shippedFont(id) : kept(this.#bytes, id, () => readFileSync(path))
  }

  /** The family that Word and Excel must name for a character (one code point) that only a file of the user has. */
  supplied(char: string): string | undefined {
    if (this.#given.length === 0 || this.#shipped(char)) return undefined
    const codePoint = char.codePointAt(0) ?? 0
    return this.#given.find(({ font }) => font.face.has(codePoint))?.font.family
  }

  /** Whether the user gave files of their own. */
  get hasSupplied(): boolean {
    return this.#given.length > 0
  }

  /** Whether the character (one code point) can be drawn: by the face's file, by a later one of the chain, or composed. */
  covers(char: string): boolean {
    return this.#shipped(char) || this.#given.some(({ font }) => font.face.has(char.codePointAt(0) ?? 0))
  }

  #shipped(char: string): boolean {
    const codePoint = char.codePointAt(0)
    if (codePoint === undefined || invisible(codePoint)) return true
    return fallback.some((id) => this.#face(id).has(codePoint)) || this.#parts(char) !== undefined
  }

  /** The characters of a text that cannot be drawn, each once, in order of appearance. It may be passed on by itself. */
  readonly missing = (text: string): string[] => [...new Set(text)].filter((char) => !this.covers(char))

  /** The file that draws a character; absent where none has it (it may still be composed: see `glyphRuns`). */
  chain(char: string, face: Face, bold = false): FontFile | undefined {
    const id = this.#drawer(char.codePointAt(0) ?? 0, this.#fileOf({ face, bold }).id)
    return id === undefined ? undefined : this.#file(id)
  }

  #fileOf({ face, bold }: { face: Face; bold?: boolean | undefined }): FaceFile {
    return bold === true ? faces[face].bold : (this.#faces.get(face) ?? faces[face].regular)
  }

  #file(id: FontId): FontFile {
    return kept(this.#files, id, () => ({ id, path: fontPath(id as ShippedFont) }))
  }

  #face(id: FontId): OpenFace {
    return kept(this.#open, id, () => shippedFace(this.#shippedFont(id)))
  }

  #shippedFont(id: FontId): TrueTypeFont {
    return kept(this.#shippedFonts, id, () => new TrueTypeFont(this.#file(id).path))
  }

  #drawer(codePoint: number, own: FontId): FontId | undefined {
    if (this.#face(own).has(codePoint)) return own
    const chain = [...fallback, ...this.#given.map(({ id }) => id)]
    return chain.find((id) => id !== own && this.#face(id).has(codePoint))
  }

  #parts(char: string): readonly Part[] | undefined {
    return composed.get(char)
  }

  /** em */
  #widest(codePoint: number, own: FaceFile): number {
    const office = own.latin?.width(codePoint) ?? Math.max(officeWidth(codePoint), this.#natural(codePoint, own.id))
    return Math.max(office, this.#drawn(codePoint, own))
  }

  /** em, without features */
  #natural(codePoint: number, own: FontId): number {
    if (invisible(codePoint)) return 0
    const id = this.#drawer(codePoint, own)
    return id === undefined ? 0 : this.#face(id).advance(codePoint)
  }

  /** em, with the features it is drawn with */
  #drawn(codePoint: number, own: FaceFile): number {
    if (invisible(codePoint)) return 0
    const id = this.#drawer(codePoint, own.id)
    if (id === undefined) {
      const parts = this.#parts(String.fromCodePoint(codePoint))
      return parts?.[0]?.width ?? this.#face(own.id).advance(codePoint)
    }
    switch (cutIn(own, codePoint)) {
      case 'half':
        return 0.5
      case 'full':
        return 1
      case 'plain':
        return this.#face(id).advance(codePoint)
      case 'western':
        return this.#westernWidth(codePoint, id)
    }
  }

  /** em */
  #westernWidth(codePoint: number, id: FontId): number {
    const known = kept(this.#western, id, () => new Map<number, number>())
    return kept(known, codePoint, () => this.#face(id).layout(String.fromCodePoint(codePoint), featuresOf.western))
  }

  /** How a text is drawn all of whose characters are drawn alike, and its width; undefined for others and for none. */
  #onlyDrawing(text: string, own: FaceFile): { drawing: Drawing; em: number } | undefined {
    let drawing: Drawing | undefined
    let em = 0
    for (let at = 0; at < text.length; at++) {
      const codePoint = text.codePointAt(at) as number
      if (codePoint > 0xffff) at++
      const each = this.#drawingOf(codePoint, own)
      if (each.kind !== 'glyph' || (drawing !== undefined && !setAlike(drawing, each))) return undefined
      drawing ??= each
      em += each.em
    }
    return drawing && { drawing, em }
  }

  #drawingOf(codePoint: number, own: FaceFile): Drawing {
    const known = this.#drawings.get(own) ?? kept(this.#drawings, own, () => new Map<number, Drawing>())
    return known.get(codePoint) ?? kept(known, codePoint, () => this.#drawing(codePoint, own))
  }

  /** The text cut where the file or the features change; marks and selectors stay with what they modify. */
  #stretches(text: string, own: FaceFile): Stretch[] {
    const stretches: Stretch[] = []
    let last: Stretch | undefined
    for (let at = 0; at < text.length; ) {
      const codePoint = text.codePointAt(at) as number
      const from = at
      at += codePoint > 0xffff ? 2 : 1
      const drawing = this.#drawingOf(codePoint, own)
      if (drawing.kind === 'unprinted') continue
      const isMark = drawing.kind === 'mark' && last !== undefined
      if (last && (isMark || (last.drawing.kind === 'glyph' && setAlike(last.drawing, drawing)))) {
        last.text += text.slice(from, at)
        last.em += drawing.em
        last.isShaped ||= isMark
      } else {
        last = { text: text.slice(from, at), em: drawing.em, drawing, isShaped: drawing.kind === 'mark' }
        stretches.push(last)
      }
    }
    for (const stretch of stretches)
      if (stretch.isShaped && stretch.drawing.kind !== 'composed') {
        const { file, features } = stretch.drawing
        stretch.em = this.#face(file.id).layout(stretch.text, features)
      }
    return stretches
  }

  #drawing(codePoint: number, own: FaceFile): Drawing {
    const drawer = this.#drawer(codePoint, own.id)
    const kind = unprinted(codePoint)
      ? 'unprinted'
      : modifying(codePoint)
        ? 'mark'
        : drawer === undefined && this.#parts(String.fromCodePoint(codePoint)) !== undefined
          ? 'composed'
          : 'glyph'
    const file = this.#file(drawer ?? own.id)
    return { kind, file, features: featuresOf[cutIn(own, codePoint)], em: this.#drawn(codePoint, own) }
  }

  #compose(text: string, own: FaceFile, at: { x: number; rise: number; size: number }): GlyphRun[] {
    const char = String.fromCodePoint(text.codePointAt(0) as number)
    return (this.#parts(char) ?? []).map((part, index) => {
      const codePoint = part.char.codePointAt(0) as number
      return {
        text: part.char,
        file: this.#file(this.#drawer(codePoint, own.id) ?? own.id),
        size: at.size * part.scale,
        features: featuresOf[cutOf(codePoint)],
        x: at.x + part.x * at.size,
        rise: at.rise + part.rise * at.size,
        width: index === 0 ? part.width * at.size : 0,
        stands: char,
      }
    })
  }
}

/** How a character is drawn with a face. */
interface Drawing {
  readonly kind: 'glyph' | 'mark' | 'composed' | 'unprinted'
  readonly file: FontFile
  readonly features: Readonly<Record<string, boolean>>
  /** Its width; 0 of a mark, as it changes the one before it. */
  readonly em: number
}

/** Characters that are drawn alike, or one that is composed. */
interface Stretch {
  text: string
  em: number
  readonly drawing: Drawing
  /** With marks in it: the font decides its width. */
  isShaped: boolean
}

const setAlike = (a: Drawing, b: Drawing): boolean =>
  a.kind === b.kind && a.file === b.file && a.features === b.features

/** The value of a key, made when first asked for. */
function kept<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

const cutIn = ({ latin, own }: FaceFile, codePoint: number): Cut =>
  own ? 'plain' : latin === undefined ? cutOf(codePoint) : latinCutOf(codePoint, latin.halfFigures)

/** The faces that a font of these family names is: 小标宋 set as bold 宋体 is none that 宋体 could draw. */
const facesNamed = (families: readonly string[]): Face[] =>
  (Object.keys(faces) as Face[]).filter((face) => {
    const { office, regular } = faces[face]
    return (
      !office.bold && regular.latin === undefined && (families.includes(office.name) || families.includes(office.alt))
    )
  })

const sizeOf = ({ size, mark }: TextStyle): number => (mark === undefined ? size : size * markRatio)

/** Combining marks and variation selectors may change the glyph before them: the font decides the width. */
const needsShaping = (text: string): boolean => /\p{Mn}/u.test(text)
