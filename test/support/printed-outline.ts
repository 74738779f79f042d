import type { MarkedText, Outline, OutlineCell, OutlineItem } from '../readback/outline.ts'

/** An outline a line for each text, field line and cell, so that two compared by line show where they differ. */
export function printedOutline({ title, lang, items }: Outline): string {
  const lines = [`title ${title}`, `lang ${lang}`, ...items.flatMap(printedItem)]
  return lines.map((line) => `${line}\n`).join('')
}

function printedItem(item: OutlineItem): string[] {
  if (item.kind === 'text') return [`text ${item.text}`]
  if (item.kind === 'fields') return [`fields ${paragraphs(item.segments)}`]
  const rows = item.rows.flatMap((cells, row) => [`  row ${row + 1}`, ...cells.map(printedCell)])
  return [`table of ${item.columns} columns, ${item.headerRows} header rows`, ...rows]
}

function printedCell({ column, colSpan, rowSpan, text }: OutlineCell): string {
  const across = colSpan > 1 ? `–${column + colSpan}` : ''
  const down = rowSpan > 1 ? `, ${rowSpan} rows` : ''
  return `    ${column + 1}${across}${down}: ${paragraphs(text)}`
}

const paragraphs = (texts: readonly MarkedText[]): string => texts.map((text) => JSON.stringify(text)).join(' ')
