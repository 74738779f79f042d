import PDFDocument from 'pdfkit'
import type { EmbeddableFont } from '../../fonts/index.ts'
import type { GridDocument } from '../../model/index.ts'

/** An object of the file, as pdfkit hands it out; `data` is written when it ends. A `String` in it is a string, a plain one a name. */
export interface Reference {
  readonly id: number
  readonly data: Record<string, unknown>
  /** Whether the stream is to be deflated. */
  compress: boolean
  write(bytes: Uint8Array): void
  end(bytes?: Uint8Array): void
}

export interface Bookmark {
  addItem(title: string, options: { fit: boolean; top: number; expanded: boolean }): Bookmark
}

/** A font being subset: `unicode[gid]` is what a reader gets back for the glyph, `widths[gid]` its width in em/1000. */
export interface EmbeddedFont {
  readonly id: string
  readonly unicode: readonly (readonly number[])[]
  readonly widths: readonly number[]
  encode(text: string, features: Readonly<Record<string, boolean>>): [codes: string[], positions: unknown]
  ref(): Reference
}

/** What this renderer uses of pdfkit; its published types miss half of it. Coordinates: pt, y down from the top. */
export interface Pdf {
  readonly page: {
    readonly fonts: Record<string, Reference>
    readonly content: Reference
    readonly dictionary: Reference
  }
  readonly outline: Bookmark
  readonly info: {
    readonly Title: string
    readonly Creator: string
    readonly Producer: string
    readonly CreationDate: Date
  }
  readonly _root: Reference
  readonly _info: Reference
  readonly _offset: number
  /** The offsets of all objects: pdfkit numbers them by its length. */
  _offsets: { readonly length: number; push(offset: null): number }
  ref(data: Record<string, unknown>): Reference
  addPage(): unknown
  /** Called with all that is drawn, by pdfkit too. */
  addContent(operators: string): unknown
  /**
   * Takes a font, or opens the bytes of one.
   * @param member of a collection: the PostScript name of the font
   */
  font(font: EmbeddableFont, member?: string): { readonly _font: EmbeddedFont }
  getStructTreeRoot(): Reference
  /** Called before the catalog is written. */
  endMetadata(): void
  /** Called with the object when it has been written, from `offset`. */
  _refEnd(object: { readonly id: number; readonly offset: number }): void
  _write(bytes: Uint8Array | string): void
  /** Called with each piece of the file as it is written. */
  push(bytes: Uint8Array | null): boolean
  /** What was written before anyone listened. */
  read(): Uint8Array | null
  /** Writes every object but those that were asked for with `ref` and not ended; while there is one, no trailer. */
  end(): void
}

/** An empty tagged PDF 1.7 whose dates are the document's year. */
export const openPdfkit = ({ title, lang, year, page }: GridDocument): Pdf =>
  new PDFDocument({
    pdfVersion: '1.7',
    tagged: true,
    lang,
    displayTitle: true,
    autoFirstPage: false,
    font: null as unknown as string,
    size: [page.width, page.height],
    margin: 0,
    info: { Title: title, Creator: 'biaoshi', Producer: 'biaoshi', CreationDate: new Date(Date.UTC(year, 0, 1)) },
  }) as unknown as Pdf
