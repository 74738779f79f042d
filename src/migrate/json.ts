import { isMap, isScalar, isSeq, Scalar } from 'yaml'

/** A number as JSON writes it (RFC 8259, 6). */
const jsonNumber = /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/

/** A value in JSON, where it stands in the text. */
export interface Written {
  readonly node: Scalar
  readonly start: number
  readonly end: number
}

/**
 * A tree of texts as JSON: what was quoted is a string, a figure keeps its digits, all else that JSON has no word for is
 * a string. Comments have no place in JSON.
 */
export function jsonText(root: unknown): { readonly text: string; readonly written: readonly Written[] } {
  const written: Written[] = []
  let text = ''
  const inside = (marks: string, items: readonly (() => void)[], indent: string): void => {
    text += marks.charAt(0)
    for (const [n, item] of items.entries()) {
      text += `${n === 0 ? '' : ','}\n${indent}  `
      item()
    }
    text += `${items.length === 0 ? '' : `\n${indent}`}${marks.charAt(1)}`
  }
  const write = (node: unknown, indent: string): void => {
    if (isMap(node))
      inside(
        '{}',
        node.items.map(({ key, value }) => () => {
          text += `${JSON.stringify(isScalar(key) ? String(key.value) : '')}: `
          write(value, `${indent}  `)
        }),
        indent,
      )
    else if (isSeq(node))
      inside(
        '[]',
        node.items.map((item) => () => write(item, `${indent}  `)),
        indent,
      )
    else if (isScalar(node)) {
      const start = text.length
      text += scalarText(node)
      written.push({ node, start, end: text.length })
    } else text += 'null'
  }
  write(root, '')
  return { text: `${text}\n`, written }
}

function scalarText({ value, type }: Scalar): string {
  const text = String(value ?? '')
  const isPlain = type === Scalar.PLAIN || type === undefined
  if (!isPlain) return JSON.stringify(text)
  if (/^(~|null|Null|NULL)?$/.test(text)) return 'null'
  return jsonNumber.test(text) || text === 'true' || text === 'false' ? text : JSON.stringify(text)
}
