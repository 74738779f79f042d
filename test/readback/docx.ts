import { unzipSync } from 'fflate'
import { readParagraph } from './docx/paragraph.ts'
import { partOf, readTable } from './docx/table.ts'
import { attribute, child, childrenOf, type Node, nameOf, parseXml, textOf } from './docx/xml.ts'
import { type MarkedRun, marked, type Outline, type OutlineItem } from './outline.ts'

function xmlPart(parts: Record<string, Uint8Array>, name: string): Node {
  const bytes = parts[name]
  if (bytes === undefined) throw new Error(`the package has no ${name}`)
  const root = parseXml(bytes).find((node) => !nameOf(node).startsWith('?'))
  if (root === undefined) throw new Error(`${name} is empty`)
  return root
}

/**
 * What a Word file says.
 * @param revise what is done to the body before it is read
 * @throws Error for what a reader of the file would see wrong: ragged rows, spans or merges that do not fit the table
 *   grid, widths that disagree, header rows that are not the first, pieces of a cell that do not follow each other
 */
export function readDocx(bytes: Uint8Array, revise = (body: Node): Node => body): Outline {
  const parts = unzipSync(bytes)
  const defaults = child(child(xmlPart(parts, 'word/styles.xml'), 'w:docDefaults'), 'w:rPrDefault')
  const body = revise(child(xmlPart(parts, 'word/document.xml'), 'w:body') as Node)
  return {
    title: textOf(child(xmlPart(parts, 'docProps/core.xml'), 'dc:title')),
    lang: attribute(child(child(defaults, 'w:rPr'), 'w:lang'), 'w:eastAsia') ?? '',
    items: items(childrenOf(body)),
  }
}

/** A table that goes on as another one, below the words printed again or none, is one item. */
function items(body: Node[]): OutlineItem[] {
  const found: (OutlineItem | Node[])[] = []
  for (const node of body) {
    const name = nameOf(node)
    const before = found.at(-1)
    if (name === 'w:p') found.push(...paragraphItem(node))
    else if (name === 'w:tbl') {
      const part = partOf(node)
      if (part === 1) found.push([node])
      else if (Array.isArray(before) && before.length === part - 1) before.push(node)
      else throw new Error(`part ${part} of a table does not follow the one before`)
    } else if (name !== 'w:sectPr') throw new Error(`unexpected ${name} in the body`)
  }
  return found.map((item) => (Array.isArray(item) ? readTable(item) : item))
}

function paragraphItem(node: Node): OutlineItem[] {
  const { runs, bookmarks } = readParagraph(node)
  if (bookmarks.some(({ name }) => name.endsWith('__again'))) return []
  const segments = bookmarks.filter(({ name }) => /__(v|s\d+)$/.test(name))
  if (segments.length > 0) {
    const inside = segments.reduce((sum, segment) => sum + length(segment.runs), 0)
    if (inside !== length(runs)) throw new Error(`text outside the segments of a field line: ${marked(runs)}`)
    return [{ kind: 'fields', segments: segments.map((segment) => marked(segment.runs)) }]
  }
  const style = attribute(child(child(node, 'w:pPr'), 'w:pStyle'), 'w:val')
  if (style !== 'filler') return [{ kind: 'text', text: marked(runs) }]
  if (runs.length > 0) throw new Error(`text in a paragraph that is not content: ${marked(runs)}`)
  return []
}

const length = (runs: MarkedRun[]): number => runs.reduce((sum, { text }) => sum + text.length, 0)
