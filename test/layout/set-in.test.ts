import { describe, expect, it } from 'vitest'
import { type GridDocument, plain, plainText, type SheetCell } from '../../src/model/index.ts'
import { unpack } from '../../src/package/index.ts'
import { type PdfChar, readText } from '../readback/pdf-text.ts'
import { cellsOf, documentOf, documentsOf } from './support/filled.ts'

const columns = (stub: number): string =>
  `name: {label: 名称, type: stub, width: ${stub}}, ${Array.from({ length: 6 }, (_, n) => `c${n}: {label: 数${n}, type: number, width: 20}`).join(', ')}`
const rows = 'all: 全部能源消费量, one: {label: 煤炭, within: all}, two: {label: 炼焦用烟煤, within: all}'
const form = (stub: number): string => `page: A4\nparts: {t: {columns: {${columns(stub)}}, rows: {${rows}}}}`

const placedOf = (document: GridDocument, id: string) =>
  [...document.pages]
    .flatMap(({ items }) => items)
    .flatMap((item) => (item.kind === 'row' ? item.cells : []))
    .find(({ cell }) => cell.id === id)
const sheetCells = ({ sheets }: GridDocument): SheetCell[] =>
  sheets.flatMap((sheet) => [...sheet.rows].flatMap(({ cells }) => cells))

describe('the label of a row that is set in', () => {
  it('stays on one line while other columns can give room', () => {
    expect(placedOf(documentOf(form(14)), 't.two:label')?.lines).toHaveLength(1)
  })

  it('has its further lines below its first character, as wide as that leaves', () => {
    const document = documentOf(form(7))
    const { cell, lines = [] } = placedOf(document, 't.two:label') ?? {}
    expect(lines.length).toBeGreaterThan(1)
    expect(cell?.hanging).toBeCloseTo(4 * document.styles.cellStub.size)
    const [{ width } = { width: 0 }] = document.items.flatMap((item) => (item.kind === 'table' ? item.columns : []))
    const room = width - 2 * document.styles.cellStub.padding.x - (cell?.hanging ?? 0)
    for (const line of lines.slice(1)) expect(line.width).toBeLessThanOrEqual(room)
    expect(cellsOf(document).find(({ id }) => id === 't.all:label')?.hanging).toBeUndefined()
  })

  it('so in each format', async () => {
    const { documents } = await documentsOf(form(7), '{t: {one: {c1: 2}}}')
    const bytesOf = (name: string) => documents.find(({ format }) => format === name)?.bytes as Uint8Array
    const xml = new TextDecoder().decode(unpack(bytesOf('docx')).get('word/document.xml'))
    const paragraph = (xml.match(/<w:p>.*?<\/w:p>/gs) ?? []).find((each) => each.includes('炼焦用烟煤'))
    expect(paragraph).toContain('<w:ind w:left="840" w:right="0" w:hanging="840"/>')
    const chars = [...(readText(bytesOf('pdf'))[0]?.values() ?? [])].flat() as PdfChar[]
    const at = (char: string): number => chars.findLast((each) => each.char === char)?.x ?? Number.NaN
    const document = documentOf(form(7))
    const [, second] = placedOf(document, 't.two:label')?.lines ?? []
    expect(at(plain(second?.runs ?? [])[0] as string)).toBeCloseTo(at('炼'), 1)
    const styles = new TextDecoder().decode(unpack(bytesOf('xlsx')).get('xl/styles.xml'))
    expect(styles).toMatch(/<alignment horizontal="left"[^>]*indent="2"/)
  })

  it('on a worksheet by the cell, whose spaces then say it no more', () => {
    const cell = sheetCells(documentOf(form(7))).find(({ id }) => id === 't.two:label')
    expect(cell?.indent).toBe(36)
    expect(plainText(cell?.content ?? [])).toBe('炼焦用烟煤')
    const whole = sheetCells(documentOf(form(14))).find(({ id }) => id === 't.two:label')
    expect(whole?.indent).toBeUndefined()
    expect(plainText(whole?.content ?? [])).toBe('　　　　炼焦用烟煤')
  })
})

describe('on a worksheet', () => {
  it('instructions and notes stand below the first', () => {
    const parts =
      'parts: {t: {columns: {a: "甲[^x]", b: "乙[^y]"}, list: 1, instructions: {p: 填全。, q: 填对。}}}\nnotes: {x: 第一。, y: 第二。}'
    const document = documentOf(parts)
    const [first, second] = sheetCells(document).filter(({ style }) => style.startsWith('instruction'))
    expect(first?.indent).toBeUndefined()
    const { size, indent } = document.styles.instruction
    const spaces = /^\u3000*/.exec(plainText(second?.content ?? []))?.[0].length ?? 0
    expect((second?.indent ?? 0) + spaces * size).toBeCloseTo(indent.first)
    const notes = sheetCells(document).filter(({ style }) => style.startsWith('note'))
    expect(notes.map(({ indent: own = 0 }) => own)).toEqual([0, 18])
  })

  it('the points of figures that the form prints stand below each other', () => {
    const printed = (value: string) => `{label: 煤, cells: {f: "${value}"}}`
    const parts = `parts: {t: {columns: {name: {label: 名称, type: stub}, f: {label: 系数, type: rate}}, rows: {a: ${printed('0.9')}, b: ${printed('1.229')}, c: ${printed('11.0－13.3')}, d: ${printed('007')}}}}`
    const cells = sheetCells(documentOf(parts)).filter(({ id }) => /^t\.[a-d]\.f$/.test(id))
    expect(cells.map(({ figure }) => figure)).toEqual([
      { value: '0.9', format: '0.0_0_0' },
      { value: '1.229', format: '0.000' },
      undefined,
      undefined,
    ])
  })
})
