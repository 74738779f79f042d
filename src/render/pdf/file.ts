import { createHash } from 'node:crypto'
import type { GridDocument } from '../../model/index.ts'
import { CrossReferences } from './cross-references.ts'
import { deflated, tightlyDeflated } from './deflate.ts'
import { ObjectStreams } from './object-streams.ts'
import { Output } from './output.ts'
import { openPdfkit, type Pdf, type Reference } from './pdfkit.ts'

/**
 * A PDF being written. pdfkit makes the package: pages, fonts, bookmarks, catalog. What there is by the thousand is
 * written here, between its objects and numbered with them: the content of pages, small objects packed into object
 * streams, and the cross-reference stream that such need (ISO 32000-1 7.5.7, 7.5.8) in the place of pdfkit's table.
 */
export class PdfFile {
  readonly pdf: Pdf
  readonly #output = new Output()
  readonly #table: CrossReferences
  readonly #packed: ObjectStreams
  readonly #content = new Output()

  constructor(document: GridDocument) {
    this.pdf = openPdfkit(document)
    this.#table = new CrossReferences(this.pdf._offsets.length)
    this.#packed = new ObjectStreams(this.#table, (id, dictionary, bytes) => this.#stream(id, dictionary, bytes))
    this.#splice()
  }

  #splice(): void {
    const { pdf } = this
    pdf._offsets = this.#table
    pdf._refEnd = ({ id, offset }) => this.#table.at(id, offset)
    pdf.addContent = (operators) => this.draw(operators)
    pdf.push = (bytes) => {
      if (bytes !== null) this.#output.write(bytes)
      return true
    }
    const first = pdf.read()
    if (first !== null) this.#output.write(first)
  }

  addPage(): void {
    this.#endPage()
    this.pdf.addPage()
  }

  /** Adds operators to the page. */
  draw(operators: string): void {
    if (this.#content.length > 0) this.#content.text('\n')
    this.#content.text(operators)
  }

  #endPage(): void {
    if (this.#content.length === 0) return
    const { content } = this.pdf.page
    content.compress = false
    content.data.Filter = 'FlateDecode'
    content.write(deflated(this.#content.bytes))
    this.#content.clear()
  }

  /** A number for an object that `add` will write. */
  number(): number {
    return this.#table.push()
  }

  /** Writes a small object, in ASCII. */
  add(id: number, body: string): void {
    this.#packed.add(id, body)
  }

  /** A number that pdfkit's objects may point to, for an object that `add` will write. */
  reference(): Reference {
    return this.pdf.ref({})
  }

  /** Writes a small object, in ASCII, that pdfkit's objects may point to. */
  object(body: string): Reference {
    const reference = this.reference()
    this.add(reference.id, body)
    return reference
  }

  /** Writes bytes as a stream of their own and returns its number. */
  stream(dictionary: string, bytes: Uint8Array): number {
    const id = this.number()
    this.#stream(id, dictionary, tightlyDeflated(bytes))
    return id
  }

  /** @param bytes deflated */
  #stream(id: number, dictionary: string, bytes: Uint8Array): void {
    this.#table.at(id, this.pdf._offset)
    this.pdf._write(`${id} 0 obj\n<<${dictionary}/Filter/FlateDecode/Length ${bytes.length}>>\nstream`)
    this.pdf._write(bytes)
    this.pdf._write('\nendstream\nendobj')
  }

  /** The file. Its identifier is taken from its bytes, so that it is another where anything in it is. */
  close(): Uint8Array {
    const { pdf } = this
    this.#endPage()
    pdf.end()
    this.#packed.flush()
    const hash = createHash('sha256').update(this.#output.bytes).digest('hex').slice(0, 32)
    const start = pdf._offset
    const id = this.#table.push()
    this.#table.at(id, start)
    const trailer = `/Root ${pdf._root.id} 0 R/Info ${pdf._info.id} 0 R/ID[<${hash}><${hash}>]`
    this.#stream(id, `/Type/XRef${this.#table.form}${trailer}`, deflated(this.#table.rows()))
    pdf._write(`startxref\n${start}\n%%EOF`)
    return this.#output.bytes
  }
}
