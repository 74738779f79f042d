import { writeFileSync } from 'node:fs'
import {
  AlignmentType,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { family, fontSize, isText, labels, page, readRows, tableWidth, widths } from './plain.mjs'

export const about = { title: 'docx', format: 'docx', packages: ['docx'], most: 10_000 }

/** Twentieths of a point. */
const twips = (pt) => Math.round(20 * pt)

export async function make({ csv, out }) {
  const rows = [row(labels, true), ...readRows(csv).map((cells) => row(cells, false))]
  const columnWidths = widths.map(twips)
  const table = new Table({ rows, columnWidths, width: { size: twips(tableWidth), type: WidthType.DXA } })
  const size = { orientation: PageOrientation.LANDSCAPE, width: twips(page.height), height: twips(page.width) }
  const margin = twips(page.margin)
  const properties = { page: { size, margin: { top: margin, right: margin, bottom: margin, left: margin } } }
  const document = new Document({ sections: [{ properties, children: [table] }] })
  writeFileSync(out, await Packer.toBuffer(document))
}

const row = (cells, tableHeader) =>
  new TableRow({ tableHeader, cantSplit: true, children: cells.map((text, column) => cell(text, column)) })

const cell = (text, column) =>
  new TableCell({
    width: { size: twips(widths[column]), type: WidthType.DXA },
    children: [
      new Paragraph({
        alignment: isText(column) ? AlignmentType.LEFT : AlignmentType.RIGHT,
        children: [new TextRun({ text, font: family, size: 2 * fontSize })],
      }),
    ],
  })
