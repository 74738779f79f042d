import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderXlsx } from '../../../src/render/xlsx/index.ts'
import { readXlsx } from '../../readback/xlsx.ts'
import { sampleDocument } from '../../support/sample.ts'

let book: Record<string, Uint8Array>
beforeAll(async () => {
  book = unzipSync(await renderXlsx(sampleDocument()))
})

/** The sample's workbook with one part damaged. */
function damaged(name: string, from: string, to: string): Uint8Array {
  const xml = strFromU8(book[name] as Uint8Array)
  expect(xml).toContain(from)
  return zipSync({ ...book, [name]: strToU8(xml.replace(from, to)) })
}
const SHEET = 'xl/worksheets/sheet1.xml'
const BOOK = 'xl/workbook.xml'

describe('the reader of workbooks refuses', () => {
  it.each([
    ['overlapping merges', SHEET, 'ref="B6:C6"', 'ref="A6:B6"', /overlap/],
    ['a merge outside the print area', SHEET, 'ref="A9:C9"', 'ref="A9:D9"', /outside the print area/],
    ['a merge across the edge of a table', SHEET, 'ref="A9:C9"', 'ref="B8:B9"', /edge/],
    ['a merge from the header into the body', SHEET, 'ref="A3:A4"', 'ref="C4:C5"', /edge/],
    ['a value under a merge', SHEET, '<c r="B1" s="1"/>', '<c r="B1"><v>1</v></c>', /hidden/],
    [
      'a value outside the print area',
      SHEET,
      '</row></sheetData>',
      '<c r="D9"><v>1</v></c></row></sheetData>',
      /outside/,
    ],
    ['NaN as a value', SHEET, '<c r="A2" s="3" t="inlineStr">', '<c r="A2"><v>NaN</v>', /NaN/],
    [
      'more digits than a number keeps',
      SHEET,
      '<c r="A2" s="3" t="inlineStr">',
      '<c r="A2"><v>1234567890123456</v>',
      /more digits/,
    ],
    ['NaN as a height', SHEET, 'ht="24"', 'ht="NaN"', /NaN/],
    ['NaN as a width', SHEET, 'width="20"', 'width="NaN"', /NaN/],
    ['a style that is not there', SHEET, '<c r="A2" s="3"', '<c r="A2" s="99"', /style 99/],
    ['rows out of order', SHEET, '<row r="2"', '<row r="1"', /stands after/],
    ['a cell in the wrong row', SHEET, '<c r="A2"', '<c r="A3"', /out of its place/],
    ['a missing piece', BOOK, 'cell_t.s_2of2', 'cell_t.s_2of3', /missing/],
    ['a piece that is no cell', BOOK, '$A$7:$A$8', '$A$7:$A$7', /not one cell/],
    ['a piece that says something else', SHEET, '一、情况 &amp;', '二、情况 &amp;', /something else/],
    ['pieces apart', BOOK, '$A$5:$A$6', '$A$3:$A$4', /right below/],
    ['a name for no sheet', BOOK, `>'表1'!$A$3:$C$8<`, `>'表2'!$A$3:$C$8<`, /refers to/],
    ['a table with a hole', SHEET, '<c r="C8"', '<c r="C10"', /outside|out of its place/],
    ['a row that is neither', BOOK, 'line_p.line1', 'other_p.line1', /no table and no line/],
    ['print titles that are not the header', BOOK, '$3:$4', '$4:$5', /print titles/],
  ])('%s', (_, name, from, to, message) => {
    expect(() => readXlsx(damaged(name, from, to))).toThrow(message)
  })
})
