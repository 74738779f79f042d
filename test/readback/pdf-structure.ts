import { type PdfDict, PdfObjects, type PdfValue, Ref } from './pdf-objects.ts'

/** An element of the structure tree. */
export interface StructNode {
  type: string
  id?: string
  /** Entries of its attribute objects, names and strings as text. */
  attributes: Record<string, string | number>
  /** Ids of the cells that head it, where the file names them. */
  headers?: string[]
  children: (StructNode | StructContent)[]
}

/** A stretch of a page's content; `page` counts from 0. */
export interface StructContent {
  page: number
  mcid: number
}

export interface PdfStructure {
  title: string | undefined
  lang: string | undefined
  showsTitle: boolean
  marked: boolean
  root: StructNode
  bookmarks: { title: string; level: number; page: number }[]
  /** The elements that the file lists by id. */
  ids: string[]
}

export const isNode = (child: StructNode | StructContent): child is StructNode => 'type' in child

/**
 * The structure tree, bookmarks and title of a PDF.
 * @throws Error where the tree contradicts itself: a child that names another parent, or content that the
 *   parent tree gives to another element
 */
export function readStructure(bytes: Uint8Array): PdfStructure {
  const file = new PdfObjects(bytes)
  const catalog = file.dict(file.trailer.Root)
  const pages = file.list(file.dict(catalog.Pages).Kids).map((page) => (page as Ref).id)
  const tree = file.dict(catalog.StructTreeRoot)
  const owners = contentOwners(file, tree, pages)
  const [top] = file.list(tree.K)
  return {
    title: file.string(file.dict(file.trailer.Info).Title),
    lang: file.string(catalog.Lang),
    showsTitle: file.get(file.dict(catalog.ViewerPreferences).DisplayDocTitle) === true,
    marked: file.get(file.dict(catalog.MarkInfo).Marked) === true,
    root: node(file, top as Ref, catalog.StructTreeRoot as Ref, pages, owners),
    bookmarks: catalog.Outlines === undefined ? [] : bookmarks(file, file.dict(catalog.Outlines), pages, 1),
    ids: idTree(file, tree),
  }
}

/** Element by page and marked content id, as the parent tree has it. */
function contentOwners(file: PdfObjects, tree: PdfDict, pages: readonly number[]): Map<string, number> {
  const lists = new Map(numberTree(file, file.dict(tree.ParentTree)))
  const owners = new Map<string, number>()
  pages.forEach((id, page) => {
    const key = file.dict(new Ref(id)).StructParents
    file.list(lists.get(key as number)).forEach((owner, mcid) => {
      if (owner instanceof Ref) owners.set(`${page}/${mcid}`, owner.id)
    })
  })
  return owners
}

/**
 * The entries of a number tree (ISO 32000-1 7.9.7).
 * @throws Error where a node has keys beyond its limits, or keys do not rise
 */
function numberTree(file: PdfObjects, tree: PdfDict): [number, PdfValue][] {
  const numbers = file.list(tree.Nums)
  const own = numbers.flatMap((key, index): [number, PdfValue][] =>
    index % 2 === 0 ? [[key as number, numbers[index + 1] as PdfValue]] : [],
  )
  const entries = [...own, ...file.list(tree.Kids).flatMap((kid) => numberTree(file, file.dict(kid)))]
  const [from, to] = file.list(tree.Limits)
  const keys = entries.map(([key]) => key)
  if (from !== undefined && (keys[0] !== from || keys.at(-1) !== to)) throw new Error('keys beyond the limits')
  if (keys.some((key, index) => index > 0 && key <= (keys[index - 1] as number))) throw new Error('keys do not rise')
  return entries
}

function node(
  file: PdfObjects,
  ref: Ref,
  parent: Ref,
  pages: readonly number[],
  owners: Map<string, number>,
): StructNode {
  const data = file.dict(ref)
  if ((data.P as Ref).id !== parent.id) throw new Error(`structure element ${ref.id} has two parents`)
  const content = (page: PdfValue | undefined, mcid: number): StructContent => {
    const found = { page: pages.indexOf((page as Ref).id), mcid }
    if (owners.get(`${found.page}/${mcid}`) !== ref.id)
      throw new Error(`the parent tree gives ${found.page}/${mcid} to another`)
    return found
  }
  const children = file.list(data.K).map((kid) => {
    if (typeof kid === 'number') return content(data.Pg, kid)
    const inner = file.dict(kid)
    if (inner.MCID !== undefined) return content(inner.Pg, inner.MCID as number)
    return node(file, kid as Ref, ref, pages, owners)
  })
  const id = file.string(data.ID)
  const headers = file.list(data.A).flatMap((owner) => file.list(file.dict(owner).Headers) as string[])
  return {
    type: file.string(data.S) ?? '',
    ...(id !== undefined && { id }),
    ...(headers.length > 0 && { headers }),
    attributes: attributes(file, data),
    children,
  }
}

function attributes(file: PdfObjects, data: PdfDict): StructNode['attributes'] {
  const found: StructNode['attributes'] = {}
  for (const owner of file.list(data.A))
    for (const [key, raw] of Object.entries(file.dict(owner))) {
      const value = file.get(raw)
      const text = typeof value === 'number' ? value : file.string(value)
      if (text !== undefined) found[key] = text
    }
  return found
}

function bookmarks(
  file: PdfObjects,
  parent: PdfDict,
  pages: readonly number[],
  level: number,
): PdfStructure['bookmarks'] {
  const found: PdfStructure['bookmarks'] = []
  for (let next = parent.First; next !== undefined; ) {
    const item = file.dict(next)
    const [page] = file.list(item.Dest)
    found.push({ title: file.string(item.Title) ?? '', level, page: pages.indexOf((page as Ref).id) })
    found.push(...bookmarks(file, item, pages, level + 1))
    next = item.Next
  }
  return found
}

function idTree(file: PdfObjects, tree: PdfDict): string[] {
  if (tree.IDTree === undefined) return []
  return file.list(file.dict(tree.IDTree).Names).filter((name) => typeof name === 'string')
}

/** An element and all below it, in order. */
export const within = (node: StructNode): StructNode[] => [node, ...node.children.filter(isNode).flatMap(within)]

/** Columns of each row, those that cells of rows above reach into counted. */
export function widthsOf(table: StructNode): number[] {
  const rows = within(table).filter(({ type }) => type === 'TR')
  const reach = rows.map(() => 0)
  rows.forEach((row, at) => {
    for (const { attributes } of row.children.filter(isNode))
      for (let n = at; n < at + Number(attributes.RowSpan ?? 1); n++)
        reach[n] = (reach[n] ?? 0) + Number(attributes.ColSpan ?? 1)
  })
  return reach
}
