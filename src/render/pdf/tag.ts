import type { MarkedContent, Pdf, Reference, StructElement } from './pdfkit.ts'
import type { Drawn } from './text.ts'

export interface TagOptions {
  /** Unique in the document. */
  readonly id?: string
  /** Entries of the attribute object, its owner `O` among them. */
  readonly attributes?: Readonly<Record<string, unknown>>
}

/** An element of the structure tree and the content it owns, on however many pages. */
export class Tag {
  readonly pdf: Pdf
  readonly #element: StructElement
  readonly #type: string
  /** The elements of the whole tree that have an id. */
  readonly #ids: Map<string, Reference>

  private constructor(pdf: Pdf, type: string, ids: Map<string, Reference>, { id, attributes }: TagOptions) {
    this.pdf = pdf
    this.#type = type
    this.#ids = ids
    this.#element = pdf.struct(type)
    // A `String` is a string to pdfkit; a plain one is a name.
    if (id !== undefined) this.#element.dictionary.data.ID = new String(id)
    if (attributes !== undefined) this.#element.dictionary.data.A = attributes
  }

  /** The one element at the top of the tree. Text that is `Strong` is to readers who do not know the word a Span. */
  static root(pdf: Pdf): Tag {
    const root = new Tag(pdf, 'Document', new Map(), {})
    pdf.addStructure(root.#element)
    pdf.getStructTreeRoot().data.RoleMap = { Strong: 'Span' }
    return root
  }

  /** A new last child. */
  child(type: string, options: TagOptions = {}): Tag {
    const tag = new Tag(this.pdf, type, this.#ids, options)
    this.#element.add(tag.#element)
    if (options.id !== undefined) this.#ids.set(options.id, tag.#element.dictionary)
    return tag
  }

  /** Draws on the current page what this element says. */
  show(parts: readonly Drawn[]): void {
    for (const { strong, operators } of merged(parts)) {
      if (strong) {
        const tag = this.child('Strong')
        tag.#own(operators)
        tag.end()
      } else this.#own(operators)
    }
  }

  #own(operators: string): void {
    const content: MarkedContent = this.pdf.markStructureContent(this.#type)
    this.pdf.addContent(operators)
    this.pdf.endMarkedContent()
    this.#element.add(content)
  }

  /** Nothing more will come: the element may be written. Ends all below it. */
  end(): void {
    this.#element.end()
  }

  /** Ends the tree and lists the elements that have an id, as a reader must find them. */
  finish(): void {
    this.end()
    const names = [...this.#ids].sort(([a], [b]) => (idKey(a) < idKey(b) ? -1 : 1))
    if (names.length === 0) return
    this.pdf.getStructTreeRoot().data.IDTree = { Names: names.flatMap(([id, element]) => [new String(id), element]) }
  }
}

/** Neighbours of one kind as one: an element's content is one stretch of the page where it can be. */
function merged(parts: readonly Drawn[]): Drawn[] {
  const result: { strong: boolean; operators: string }[] = []
  for (const { strong, operators } of parts) {
    const last = result.at(-1)
    if (last?.strong === strong) last.operators += operators
    else result.push({ strong, operators })
  }
  return result
}

/** Sorts as the bytes do that pdfkit writes: text beyond ASCII is UTF-16 behind a byte order mark. */
const idKey = (id: string): string => ([...id].every((char) => char <= '~') ? id : `\ufeff${id}`)
