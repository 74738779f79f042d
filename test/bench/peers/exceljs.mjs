import ExcelJS from 'exceljs'
import { setUp, styled } from './exceljs-sheet.mjs'
import { readRows, typed } from './plain.mjs'

export const about = { title: 'exceljs', format: 'xlsx', packages: ['exceljs'], most: 100_000 }

export async function make({ csv, out }) {
  const workbook = new ExcelJS.Workbook()
  const sheet = setUp(workbook)
  for (const row of readRows(csv)) styled(sheet.addRow(row.map(typed)))
  await workbook.xlsx.writeFile(out)
}
