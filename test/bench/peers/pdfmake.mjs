import pdfmake from 'pdfmake'
import { family, font, fontSize, isText, labels, page, readRows, title, widths } from './plain.mjs'

export const about = { title: 'pdfmake', format: 'pdf', packages: ['pdfmake'], most: 10_000 }

export async function make({ csv, out }) {
  pdfmake.setFonts({ [family]: { normal: font } })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => path === font)
  const cells = (row) => row.map((text, column) => ({ text, alignment: isText(column) ? 'left' : 'right' }))
  const body = [cells(labels), ...readRows(csv).map(cells)]
  // The default layout adds a rule and a padding of 4 on each side.
  const inner = widths.map((width) => width - 9)
  const document = pdfmake.createPdf({
    info: { title },
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: page.margin,
    defaultStyle: { font: family, fontSize },
    content: [{ table: { headerRows: 1, dontBreakRows: true, widths: inner, body } }],
  })
  await document.write(out)
}
