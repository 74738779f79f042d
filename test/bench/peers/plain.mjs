/** What all peers share: the rows of a CSV as a user reads them, the page and the font. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { columns } from '../data.mjs'

export const title = '2020年强制性清洁生产审核企业清洁生产审核绩效表'
export const family = 'Noto Serif SC'
export const fontDir = fileURLToPath(new URL('../../../dist/fonts', import.meta.url))
export const font = `${fontDir}/NotoSerifSC_400Regular.ttf`

/** A4 landscape and its margin, pt. */
export const page = { width: 841.89, height: 595.28, margin: 51 }
export const tableWidth = page.width - 2 * page.margin
/** Widths of the columns, pt. */
export const widths = columns.map(({ share }) => share * tableWidth)
/** 小五 */
export const fontSize = 9

/** Columns of words; the others are set right. */
export const isText = (column) => column === 1 || column === 2

export const labels = columns.map(({ label }) => label)

/** The rows of a CSV, each with its number before it, as text. */
export function readRows(csv) {
  const rows = parse(readFileSync(csv), { from_line: 2 })
  return rows.map((row, at) => [String(at + 1), ...row])
}

/** A cell for a workbook: a figure where it is one. */
export const typed = (text) => (text === '' ? null : /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text)
