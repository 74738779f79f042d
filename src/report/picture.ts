import { columns } from '../diagnostics/columns.ts'
import type { FieldLine, GridDocument, GridItem, TextBlock } from '../model/index.ts'
import { aligned, readable, wrap } from '../text/wrap.ts'
import { tablePicture } from './table-picture.ts'

/** A 五号 character is 10.5 pt and two columns wide; a landscape A4 page comes to about 150 columns. */
const pointsPerColumn = 4.75

/**
 * A document drawn in characters, to be held against the paper: texts, field lines and tables in reading order, at
 * East Asian widths, with spans as spans and marks readable. Page breaks are those that the form states.
 * @param options.width columns for the width of the page's body; a table with many narrow columns may take more
 * @returns lines, each ended by a line break
 */
export function picture(document: GridDocument, options: { readonly width?: number } = {}): string {
  const { page, styles } = document
  const body = page.width - page.margin.left - page.margin.right
  const width = options.width ?? Math.round(body / pointsPerColumn)
  const scale = width / body
  const lines: string[] = []
  let before: GridItem | undefined
  for (const item of document.items) {
    lines.push(...between(before, item, width))
    if (item.kind === 'text') lines.push(...textLines(item, document, scale, width))
    else if (item.kind === 'fields') lines.push(fieldLine(item, document, scale))
    else lines.push(...tablePicture(item, styles, scale))
    before = item
  }
  return lines.map((line) => `${line.trimEnd()}\n`).join('')
}

function between(before: GridItem | undefined, item: GridItem, width: number): string[] {
  if (before === undefined) return []
  if (item.kind !== 'table' && item.newPage) return ['', '╌'.repeat(width), '']
  const apart = before.kind === 'table' || (item.kind === 'text' && item.level !== undefined)
  return apart ? [''] : []
}

function textLines(block: TextBlock, { styles }: GridDocument, scale: number, width: number): string[] {
  const { align, indent } = styles[block.style]
  const first = Math.round(indent.first * scale)
  const rest = Math.round(indent.rest * scale)
  const text = readable(block.content)
  if (align === 'center' || align === 'right') return wrap(text, width).map((line) => aligned(line, width, align))
  const [head = '', ...more] = wrap(text, width - first)
  if (more.length === 0) return [' '.repeat(first) + head]
  const tail = text.slice(text.indexOf(head) + head.length).trimStart()
  return [' '.repeat(first) + head, ...wrap(tail, width - rest).map((line) => ' '.repeat(rest) + line)]
}

/** Labels at their places, `____` where a rule to write on is. What touches in the form touches here. */
function fieldLine({ segments }: FieldLine, { styles }: GridDocument, scale: number): string {
  let line = ''
  let end = 0
  for (const { x, width, content, style, rule } of segments) {
    if (x > end + 0.01 || !rule) line = aligned(line, Math.round(x * scale), 'left')
    end = x + width
    const text = readable(content)
    const room = Math.round(end * scale) - columns(line)
    if (rule) line += text + '_'.repeat(Math.max(0, room - columns(text)))
    else line += aligned(text, room, styles[style].align).trimEnd()
  }
  return line
}
