import { attribute, child, childrenOf, type Node, nameOf } from './xml.ts'

/** What becomes of a document's tracked changes. */
export type Decision = 'accept' | 'reject'

/**
 * A body with all its tracked changes accepted or rejected, as ECMA-376 part 1, 17.13.5 tells them: inserted and deleted
 * runs, rows and paragraph ends. A paragraph whose end goes joins the one behind it.
 * @throws Error for a revision in a place where no program looks for one, and for one without number or author
 */
export function decided(body: Node, decision: Decision): Node {
  const goes = decision === 'accept' ? 'w:del' : 'w:ins'
  const numbers = new Set<string>()
  const check = (node: Node): void => {
    const id = attribute(node, 'w:id') ?? ''
    if (id === '' || numbers.has(id)) throw new Error(`a revision is numbered "${id}"`)
    if (!attribute(node, 'w:author')) throw new Error(`the revision ${id} has no author`)
    numbers.add(id)
  }
  const blocks = (nodes: Node[]): Node[] => joined(nodes.flatMap(block), goes)
  const block = (node: Node): Node[] => {
    if (nameOf(node) === 'w:p') return [withChildren(node, childrenOf(node).flatMap(inline))]
    return nameOf(node) === 'w:tbl' ? table(node) : [node]
  }
  const inline = (node: Node): Node[] => {
    const name = nameOf(node)
    if (name === 'w:pPr') for (const mark of childrenOf(child(node, 'w:rPr'))) if (isRevision(mark)) check(mark)
    if (!isRevision(node)) return [node]
    check(node)
    if (childrenOf(node).some((run) => nameOf(run) !== 'w:r'))
      throw new Error('a revision holds something else than runs')
    return name === goes ? [] : childrenOf(node).map(asText)
  }
  const table = (node: Node): Node[] => {
    const rows = childrenOf(node).filter((each) => nameOf(each) === 'w:tr')
    const kept = rows.flatMap((row) => {
      const marks = childrenOf(child(row, 'w:trPr')).filter(isRevision)
      marks.forEach(check)
      const cells = childrenOf(row).map((cell) =>
        nameOf(cell) === 'w:tc' ? withChildren(cell, blocks(childrenOf(cell))) : cell,
      )
      return marks.some((mark) => nameOf(mark) === goes) ? [] : [withChildren(row, cells)]
    })
    if (kept.length === 0) return []
    const before = childrenOf(node).filter((each) => nameOf(each) !== 'w:tr')
    return [withChildren(node, [...before, ...kept.map((row, n) => alone(row, kept[n + 1]))])]
  }
  return withChildren(body, blocks(childrenOf(body)))
}

const isRevision = (node: Node): boolean => nameOf(node) === 'w:ins' || nameOf(node) === 'w:del'

/** A node with other children, its attributes kept. */
const withChildren = (node: Node, children: Node[]): Node => ({ ...node, [nameOf(node)]: children })

/** Deleted text is text again when the deletion is taken back. */
function asText(run: Node): Node {
  const children = childrenOf(run).map((node) => {
    if (nameOf(node) !== 'w:delText') return node
    const { 'w:delText': text, ...rest } = node
    return { 'w:t': text, ...rest }
  })
  return withChildren(run, children)
}

/** Paragraphs whose end goes lead into the next one, which keeps its own properties. */
function joined(nodes: Node[], goes: string): Node[] {
  const result: Node[] = []
  let led: Node[] = []
  for (const node of nodes) {
    if (nameOf(node) !== 'w:p') {
      if (led.length > 0) throw new Error(`words lead into ${nameOf(node)}`)
      result.push(node)
      continue
    }
    const own = child(node, 'w:pPr')
    const content = childrenOf(node).filter((each) => each !== own)
    const marks = childrenOf(child(own, 'w:rPr'))
    if (marks.some((mark) => nameOf(mark) === goes)) {
      // A bookmark around nothing marks nothing.
      if (content.some((each) => nameOf(each) === 'w:r')) led.push(...content)
      continue
    }
    result.push(withChildren(node, [...(own ? [own] : []), ...led, ...content]))
    led = []
  }
  if (led.length > 0) throw new Error('words lead into nothing')
  return result
}

/** A merge over rows of which only the first is left is none. */
function alone(row: Node, below: Node | undefined): Node {
  const continued = new Set(placed(below).flatMap(({ cell, column }) => (mergeOf(cell) === 'continue' ? [column] : [])))
  const cells = placed(row).map(({ cell, column }) => {
    if (mergeOf(cell) !== 'restart' || continued.has(column)) return cell
    const properties = child(cell, 'w:tcPr') as Node
    const kept = childrenOf(properties).filter((each) => nameOf(each) !== 'w:vMerge')
    return withChildren(
      cell,
      childrenOf(cell).map((each) => (each === properties ? withChildren(each, kept) : each)),
    )
  })
  return withChildren(row, [...childrenOf(row).filter((each) => nameOf(each) !== 'w:tc'), ...cells])
}

function placed(row: Node | undefined): { cell: Node; column: number }[] {
  let column = 0
  return childrenOf(row)
    .filter((each) => nameOf(each) === 'w:tc')
    .map((cell) => {
      const at = column
      column += Number(attribute(child(child(cell, 'w:tcPr'), 'w:gridSpan'), 'w:val') ?? 1)
      return { cell, column: at }
    })
}

function mergeOf(cell: Node): string {
  const merge = child(child(cell, 'w:tcPr'), 'w:vMerge')
  return merge === undefined ? 'none' : (attribute(merge, 'w:val') ?? 'continue')
}
