import type { PdfFile } from './file.ts'
import { idKey, idString } from './strings.ts'

/** Pages to a leaf of the parent tree. */
const perLeaf = 64

/** What of a page belongs to which element, while the page is drawn. */
interface MarkedPage {
  /** The page's own object, as a reference. */
  readonly reference: string
  /** By marked content id, the number of the element. */
  readonly owners: number[]
}

/** The structure tree (ISO 32000-1 14.7): marks content, and keeps what leads from content to elements and from ids. */
export class StructureTree {
  readonly file: PdfFile
  /** The numbers of the one element at the top and of what it hangs from. */
  readonly top: { readonly id: number; readonly parent: number }
  readonly #root: Record<string, unknown>
  /** The numbers of elements by id. */
  readonly #ids = new Map<string, number>()
  /** `key array` of each page before, and the leaves of the parent tree they fill. */
  #lists: string[] = []
  #leaves: number[] = []
  #pages = 0
  #page: MarkedPage | undefined

  /** Text that is `Strong` is to readers who do not know the word a Span. */
  constructor(file: PdfFile) {
    this.file = file
    const root = file.pdf.getStructTreeRoot()
    const top = file.reference()
    Object.assign(root.data, { K: top, RoleMap: { Strong: 'Span' } })
    this.#root = root.data
    this.top = { id: top.id, parent: root.id }
  }

  /** Begins a page: the one that the file has begun. */
  beginPage(): void {
    this.#endPage()
    const { dictionary } = this.file.pdf.page
    dictionary.data.StructParents = this.#pages
    this.#page = { reference: `${dictionary.id} 0 R`, owners: [] }
  }

  /** Draws what an element owns on the current page. Returns the page and the content's id there. */
  draw(element: number, type: string, operators: string): { page: string; mcid: number } {
    const { reference, owners } = this.#page as MarkedPage
    const mcid = owners.push(element) - 1
    this.file.draw(`/${type}<</MCID ${mcid}>>BDC\n${operators}EMC`)
    return { page: reference, mcid }
  }

  /** @param id unique in the document */
  identify(id: string, element: number): void {
    this.#ids.set(id, element)
  }

  #endPage(): void {
    if (this.#page === undefined) return
    const list = this.file.number()
    this.file.add(list, `[${references(this.#page.owners)}]`)
    this.#lists.push(`${this.#pages++} ${list} 0 R`)
    if (this.#lists.length === perLeaf) this.#endLeaf()
  }

  #endLeaf(): void {
    if (this.#lists.length === 0) return
    const leaf = this.file.number()
    const from = this.#pages - this.#lists.length
    this.file.add(leaf, `<</Limits[${from} ${this.#pages - 1}]/Nums[${this.#lists.join(' ')}]>>`)
    this.#leaves.push(leaf)
    this.#lists = []
  }

  /** Ends the tree: writes what leads into it. */
  finish(): void {
    this.#endPage()
    this.#endLeaf()
    this.#root.ParentTreeNextKey = this.#pages
    this.#root.ParentTree = this.file.object(`<</Kids[${references(this.#leaves)}]>>`)
    if (this.#ids.size === 0) return
    const ids = [...this.#ids].toSorted(([a], [b]) => (idKey(a) < idKey(b) ? -1 : 1))
    this.#root.IDTree = this.file.object(
      `<</Names[${ids.map(([id, tag]) => `${idString(id)} ${tag} 0 R`).join(' ')}]>>`,
    )
  }
}

const references = (ids: readonly number[]): string => ids.map((id) => `${id} 0 R`).join(' ')
