/** The three libraries together: a whole form in Word, Excel and PDF, its tables and spans given, nothing measured. */
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs'
import { finished } from 'node:stream/promises'
import { Document, Packer, PageOrientation, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import ExcelJS from 'exceljs'
import PDFDocument from 'pdfkit'
import { family, font, fontSize, page } from './plain.mjs'

export const about = { title: 'docx, exceljs and pdfkit', packages: ['docx', 'exceljs', 'pdfkit'] }

/** @param {{ outlines: string[], dir: string }} request files that `writeOutlines` wrote; where the documents go */
export async function make({ outlines, dir }) {
  for (const [at, path] of outlines.entries()) {
    const items = JSON.parse(readFileSync(path, 'utf8'))
    const base = `${dir}/${at + 1}`
    await makeWord(items, `${base}.docx`)
    await makeBook(items, `${base}.xlsx`)
    await makePdf(items, `${base}.pdf`)
  }
}

const twips = (pt) => Math.round(20 * pt)

async function makeWord(items, out) {
  const children = items.map((item) => (item.rows ? wordTable(item) : paragraph(item.text)))
  const size = { orientation: PageOrientation.LANDSCAPE, width: twips(page.height), height: twips(page.width) }
  const margin = twips(page.margin)
  const properties = { page: { size, margin: { top: margin, right: margin, bottom: margin, left: margin } } }
  writeFileSync(out, await Packer.toBuffer(new Document({ sections: [{ properties, children }] })))
}

const paragraph = (text) => new Paragraph({ children: [new TextRun({ text, font: family, size: 2 * fontSize })] })

function wordTable({ widths, headerRows, rows }) {
  const width = (size) => ({ size: twips(size), type: WidthType.DXA })
  const cell = ({ column, colSpan, rowSpan, text }) =>
    new TableCell({
      columnSpan: colSpan,
      rowSpan,
      width: width(sum(widths.slice(column, column + colSpan))),
      children: text.split('\n').map(paragraph),
    })
  return new Table({
    columnWidths: widths.map(twips),
    width: width(sum(widths)),
    rows: rows.map((cells, at) => new TableRow({ tableHeader: at < headerRows, children: cells.map(cell) })),
  })
}

const thin = { style: 'thin' }
const style = {
  font: { name: family, size: fontSize },
  border: { top: thin, right: thin, bottom: thin, left: thin },
  alignment: { wrapText: true, vertical: 'middle' },
}

async function makeBook(items, out) {
  const workbook = new ExcelJS.Workbook()
  let sheet = newSheet(workbook)
  for (const item of items) {
    if (!item.rows) {
      sheet.addRow([item.text])
      continue
    }
    // A worksheet has one set of widths: what follows the second table begins a new one.
    if (sheet.columns) sheet = newSheet(workbook)
    sheet.columns = item.widths.map((width) => ({ width: width / 5.3 }))
    for (const cells of item.rows) bookRow(sheet, sheet.rowCount + 1, cells)
  }
  await workbook.xlsx.writeFile(out)
}

const newSheet = (workbook) =>
  workbook.addWorksheet(`表${workbook.worksheets.length + 1}`, {
    pageSetup: { paperSize: 9, orientation: 'landscape' },
  })

function bookRow(sheet, row, cells) {
  for (const { column, colSpan, rowSpan, text } of cells) {
    const cell = sheet.getCell(row, column + 1)
    if (text !== '') cell.value = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
    cell.style = style
    if (colSpan * rowSpan > 1) sheet.mergeCells(row, column + 1, row + rowSpan - 1, column + colSpan)
  }
}

async function makePdf(items, out) {
  const doc = new PDFDocument({ size: 'A4', layout: 'landscape', margin: page.margin })
  const file = doc.pipe(createWriteStream(out))
  doc.font(font).fontSize(fontSize)
  for (const item of items) {
    if (item.rows) pdfTable(doc, item)
    else doc.text(item.text, page.margin)
  }
  doc.end()
  await finished(file)
}

function pdfTable(doc, { widths, rows }) {
  const table = doc.table({ columnStyles: widths.map((width) => ({ width, padding: 2 })) })
  for (const cells of rows) table.row(cells.map(({ colSpan, rowSpan, text }) => ({ colSpan, rowSpan, text })))
  table.end()
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0)
