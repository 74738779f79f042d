import PDFDocument from 'pdfkit'
import type { GridDocument } from '../../model/index.ts'

/** An object of the file, as pdfkit hands it out; `data` is written when it ends. */
export interface Reference {
  readonly id: number
  readonly data: Record<string, unknown>
}

/** A stretch of a page's content that a structure element owns. */
export type MarkedContent = object

/** An element of the structure tree. It is written, and can take no more, once it and all above it know it ended. */
export interface StructElement {
  readonly dictionary: Reference
  add(child: StructElement | MarkedContent): unknown
  end(): void
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
  readonly page: { readonly fonts: Record<string, Reference> }
  readonly outline: Bookmark
  addPage(): unknown
  addContent(operators: string): unknown
  /** Opens the file, a TrueType font, unless it is open. */
  /** @param member of a collection: the PostScript name of the font */
  font(path: string, member?: string): { readonly _font: EmbeddedFont }
  struct(type: string): StructElement
  addStructure(element: StructElement): unknown
  getStructTreeRoot(): Reference
  markStructureContent(tag: string): MarkedContent
  endMarkedContent(): unknown
  endMetadata(): void
  readonly info: { Title: string }
  /** Called with each piece of the file as it is written, and with null at its end. */
  push(bytes: Uint8Array | null): boolean
  end(): void
}

/** A document being written, and what gives its bytes once it has ended. */
export interface OpenPdf {
  readonly pdf: Pdf
  close(): Uint8Array
}

/** An empty tagged PDF 1.7 that declares PDF/UA-1; its dates are the document's year, so its bytes and /ID repeat. */
export function openPdf({ title, lang, year, page }: GridDocument): OpenPdf {
  const pdf = new PDFDocument({
    pdfVersion: '1.7',
    subset: 'PDF/UA' as 'PDF/A-1',
    tagged: true,
    lang,
    displayTitle: true,
    autoFirstPage: false,
    font: null as unknown as string,
    size: [page.width, page.height],
    margin: 0,
    info: { Title: title, Creator: 'biaoshi', Producer: 'biaoshi', CreationDate: new Date(Date.UTC(year, 0, 1)) },
  }) as unknown as Pdf
  escapeMetadata(pdf)
  const close = collect(pdf)
  return { pdf, close }
}

/** pdfkit writes one Title into Info and into XML, and escapes neither; the XML is written last. */
function escapeMetadata(pdf: Pdf): void {
  const write = pdf.endMetadata.bind(pdf)
  pdf.endMetadata = () => {
    pdf.info.Title = pdf.info.Title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    write()
  }
}

/**
 * Takes the bytes as they come: pdfkit writes line by line, millions for a long list, and its stream would keep each.
 * What it wrote before, the file's first two lines, waits in the stream.
 */
function collect(pdf: Pdf): () => Uint8Array {
  let bytes = Buffer.alloc(1 << 16)
  let length = 0
  pdf.push = (chunk) => {
    if (chunk === null) return false
    if (length + chunk.length > bytes.length) {
      const larger = Buffer.alloc(2 * (length + chunk.length))
      bytes.copy(larger)
      bytes = larger
    }
    bytes.set(chunk, length)
    length += chunk.length
    return true
  }
  const first = (pdf as unknown as { read(): Uint8Array | null }).read()
  if (first !== null) pdf.push(first)
  return () => {
    pdf.end()
    return new Uint8Array(bytes.subarray(0, length))
  }
}
