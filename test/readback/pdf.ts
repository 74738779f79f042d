import {
  type MarkedRun,
  type MarkedText,
  marked,
  type Outline,
  type OutlineCell,
  type OutlineItem,
  type OutlineTable,
} from './outline.ts'
import { isNode, readStructure, type StructNode } from './pdf-structure.ts'
import { type PdfChar, readText } from './pdf-text.ts'

interface StrongChar extends PdfChar {
  strong: boolean
}

/**
 * What a tagged PDF says: structure from its tags, text by the fonts' own maps, superscript and subscript from the
 * size and height of what is drawn.
 */
export async function readPdf(bytes: Uint8Array): Promise<Outline> {
  const { title = '', lang = '', root } = readStructure(bytes)
  const text = new TaggedText(readText(bytes))
  return { title, lang, items: root.children.filter(isNode).map((node) => item(node, text)) }
}

function item(node: StructNode, text: TaggedText): OutlineItem {
  if (node.type === 'Table') return table(node, text)
  const parts = node.children.filter(isNode).filter(({ type }) => type === 'Span' || type === 'Form')
  if (parts.length > 0) return { kind: 'fields', segments: parts.map((part) => text.of(part)) }
  return { kind: 'text', text: text.of(node) }
}

function table(node: StructNode, text: TaggedText): OutlineTable {
  const sections = node.children.filter(isNode)
  const rows = sections.flatMap((section) => section.children.filter(isNode))
  const headerRows = sections.filter(({ type }) => type === 'THead').flatMap(({ children }) => children).length
  // The first row free below each column.
  const free: number[] = []
  const found = rows.map((row, y) =>
    row.children.filter(isNode).map((cell): OutlineCell => {
      let column = 0
      while ((free[column] ?? 0) > y) column++
      const colSpan = Number(cell.attributes.ColSpan ?? 1)
      const rowSpan = Number(cell.attributes.RowSpan ?? 1)
      for (let at = column; at < column + colSpan; at++) free[at] = y + rowSpan
      return { column, colSpan, rowSpan, text: paragraphs(cell, text) }
    }),
  )
  return { kind: 'table', columns: free.length, headerRows, rows: found }
}

function paragraphs(cell: StructNode, text: TaggedText): MarkedText[] {
  const inner = cell.children.filter(isNode).filter(({ type }) => type === 'P')
  if (inner.length > 0) return inner.map((paragraph) => text.of(paragraph))
  const only = text.of(cell)
  return only === '' ? [] : [only]
}

/** Superscript and subscript characters are small by themselves. */
const small = /[⁰¹²³⁴-⁹₀-₉]/

class TaggedText {
  constructor(readonly pages: Map<number, PdfChar[]>[]) {}

  of(node: StructNode): MarkedText {
    const chars = this.#chars(node, false)
    const full = Math.max(...chars.map(({ size }) => size))
    const base = chars.filter(({ size }) => size > full * 0.8)
    return marked(
      chars.map((char): MarkedRun => {
        const { strong } = char
        if (char.size > full * 0.8 || small.test(char.char)) return { text: char.char, strong }
        const [first = char, ...rest] = base
        const near = rest.reduce(
          (best, next) => (Math.abs(next.y - char.y) < Math.abs(best.y - char.y) ? next : best),
          first,
        )
        return { text: char.char, strong, mark: char.y > near.y ? 'sup' : 'sub' }
      }),
    )
  }

  #chars(node: StructNode, strong: boolean): StrongChar[] {
    return node.children.flatMap((child) => {
      if (isNode(child)) return this.#chars(child, strong || child.type === 'Strong')
      return (this.pages[child.page]?.get(child.mcid) ?? []).map((char) => ({ ...char, strong }))
    })
  }
}
