/** The worksheet that both ways of using exceljs write. */
import { family, fontSize, isText, labels, widths } from './plain.mjs'

const thin = { style: 'thin' }
const border = { top: thin, right: thin, bottom: thin, left: thin }
const font = { name: family, size: fontSize }
const alignments = ['left', 'right'].map((horizontal) => ({ horizontal, vertical: 'middle', wrapText: true }))

export function setUp(workbook) {
  const sheet = workbook.addWorksheet('表2-1', {
    pageSetup: { paperSize: 9, orientation: 'landscape', printTitlesRow: '1:1', fitToPage: true, fitToHeight: 0 },
  })
  // A column's width is counted in digits, about 5.3 pt each.
  sheet.columns = widths.map((width) => ({ width: width / 5.3 }))
  styled(sheet.addRow(labels)).commit()
  return sheet
}

export function styled(row) {
  row.eachCell({ includeEmpty: true }, (cell, column) => {
    cell.font = font
    cell.border = border
    cell.alignment = alignments[isText(column - 1) ? 0 : 1]
  })
  return row
}
