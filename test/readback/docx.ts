import { unzipSync } from 'fflate'
import { readParagraph } from './docx/paragraph.ts'
import { readTable } from './docx/table.ts'
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
    items: childrenOf(body).flatMap(item),
  }
}

function item(node: Node): OutlineItem[] {
  switch (nameOf(node)) {
    case 'w:p':
      return paragraphItem(node)
    case 'w:tbl':
      return [readTable(node)]
    case 'w:sectPr':
      return []
    default:
      throw new Error(`unexpected ${nameOf(node)} in the body`)
  }
}

function paragraphItem(node: Node): OutlineItem[] {
  const { runs, bookmarks } = readParagraph(node)
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
