/** pdfkit as its guide shows it: each cell measured with `heightOfString` and set with `text`. */
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import PDFDocument from 'pdfkit'
import { font, fontSize, isText, labels, page, readRows, title, widths } from './plain.mjs'

export const about = { title: 'pdfkit, doc.text', format: 'pdf', packages: ['pdfkit'] }

const padding = 2
const lefts = widths.map((_, at) => widths.slice(0, at).reduce((sum, width) => sum + width, page.margin))

export async function make({ csv, out }) {
  const doc = new PDFDocument({ size: 'A4', layout: 'landscape', margin: page.margin, info: { Title: title } })
  const file = doc.pipe(createWriteStream(out))
  doc.font(font).fontSize(fontSize)
  drawRow(doc, labels)
  for (const row of readRows(csv)) drawRow(doc, row)
  doc.end()
  await finished(file)
}

function drawRow(doc, cells) {
  const inner = (column) => widths[column] - 2 * padding
  const heights = cells.map((text, column) => (text ? doc.heightOfString(text, { width: inner(column) }) : 0))
  const height = Math.max(...heights) + 2 * padding
  if (doc.y + height > page.height - page.margin) {
    doc.addPage()
    if (cells !== labels) drawRow(doc, labels)
  }
  const top = doc.y
  for (const [column, text] of cells.entries()) {
    doc.rect(lefts[column], top, widths[column], height).stroke()
    if (text === '') continue
    const align = isText(column) ? 'left' : 'right'
    doc.text(text, lefts[column] + padding, top + padding, { width: inner(column), align })
  }
  doc.x = page.margin
  doc.y = top + height
}
