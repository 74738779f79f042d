/** pdfkit with its own `table`, which repeats no header. */
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import PDFDocument from 'pdfkit'
import { font, fontSize, isText, labels, page, readRows, title, widths } from './plain.mjs'

export const about = { title: 'pdfkit, doc.table', format: 'pdf', packages: ['pdfkit'], most: 10_000 }

export async function make({ csv, out }) {
  const doc = new PDFDocument({ size: 'A4', layout: 'landscape', margin: page.margin, info: { Title: title } })
  const file = doc.pipe(createWriteStream(out))
  doc.font(font).fontSize(fontSize)
  const table = doc.table({
    columnStyles: widths.map((width, column) => ({
      width,
      padding: 2,
      align: { x: isText(column) ? 'left' : 'right', y: 'center' },
    })),
  })
  table.row(labels)
  for (const row of readRows(csv)) table.row(row)
  table.end()
  doc.end()
  await finished(file)
}
