import { idString } from './strings.ts'
import type { StructureTree } from './structure-tree.ts'
import { alike, type Drawn } from './text.ts'

export interface TagOptions {
  /** Unique in the document. */
  readonly id?: string
  /** The attribute object as it is written, its owner `O` among its entries. */
  readonly attributes?: string
}

/** An element of the structure tree and the content it owns, on however many pages. It is written when it ends. */
export class Tag {
  readonly tree: StructureTree
  readonly #number: number
  readonly #type: string
  /** What it is, as written. */
  readonly #head: string
  #kids = ''
  #count = 0
  /** The page that content is on unless it says otherwise, as a reference. */
  #page: string | undefined

  private constructor(tree: StructureTree, number: number, parent: number, type: string, options: TagOptions) {
    const { id, attributes } = options
    this.tree = tree
    this.#number = number
    this.#type = type
    this.#head = `/S/${type}/P ${parent} 0 R`
    if (attributes !== undefined) this.#head += `/A${attributes}`
    if (id === undefined) return
    this.#head += `/ID${idString(id)}`
    tree.identify(id, number)
  }

  /** The one element at the top of the tree. */
  static document(tree: StructureTree): Tag {
    return new Tag(tree, tree.top.id, tree.top.parent, 'Document', {})
  }

  /** A new last child. */
  child(type: string, options: TagOptions = {}): Tag {
    const tag = new Tag(this.tree, this.tree.file.number(), this.#number, type, options)
    this.#add(`${tag.#number} 0 R`)
    return tag
  }

  /** Draws on the current page what this element says. The mark of a note is a reference, and its label. */
  show(parts: readonly Drawn[]): void {
    for (const { strong, note, operators } of merged(parts)) {
      if (note !== undefined) this.#within(['Reference', 'Lbl'], operators)
      else if (strong) this.#within(['Strong'], operators)
      else this.#own(operators)
    }
  }

  /** Draws within elements of these types, one in the other. */
  #within([type, ...inner]: readonly string[], operators: string): void {
    if (type === undefined) return this.#own(operators)
    const tag = this.child(type)
    tag.#within(inner, operators)
    tag.end()
  }

  #own(operators: string): void {
    const { page, mcid } = this.tree.draw(this.#number, this.#type, operators)
    this.#page ??= page
    this.#add(this.#page === page ? String(mcid) : `<</Type/MCR/Pg ${page}/MCID ${mcid}>>`)
  }

  #add(kid: string): void {
    this.#kids += this.#count++ === 0 ? kid : ` ${kid}`
  }

  /** Writes the element: nothing more will come. */
  end(): void {
    const page = this.#page === undefined ? '' : `/Pg ${this.#page}`
    const kids = this.#count === 0 ? '' : this.#count === 1 ? `/K ${this.#kids}` : `/K[${this.#kids}]`
    this.tree.file.add(this.#number, `<<${this.#head}${page}${kids}>>`)
  }
}

/** Neighbours of one kind as one: an element's content is one stretch of the page where it can be. */
function merged(parts: readonly Drawn[]): readonly Drawn[] {
  if (parts.length < 2) return parts
  const result: (Drawn & { operators: string })[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (last !== undefined && alike(last, part)) last.operators += part.operators
    else result.push({ ...part })
  }
  return result
}
