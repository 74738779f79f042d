import { describe, expect, it } from 'vitest'
import { unpack } from '../../src/package/index.ts'
import { cellsOf, documentOf, documentsOf } from '../layout/support/filled.ts'
import { type PdfChar, readText } from '../readback/pdf-text.ts'
import { shownNumber } from '../readback/xlsx-figures.ts'

const parts = (more = '') =>
  `parts: {t: {columns: {name: {label: 名称, width: 8}, used: {label: 用量, type: number${more}}}, list: 2}}`
const list = (...values: readonly (number | string)[]) =>
  `{t: {list: [${values.map((value, n) => `{name: 甲${n}${value === '' ? '' : `, used: ${value}`}}`).join(', ')}]}}`
const figures = (form: string, values: string) =>
  cellsOf(documentOf(form, values)).filter(({ id }) => /\]\.used$/.test(id))

describe('a column of figures', () => {
  const values = list('1234.5', 12, '0.125', '-3.25')

  it('keeps free behind each what it has less than the longest', () => {
    const cells = figures(parts(), values)
    // The characters ".", "0" and ")" are half an em wide: 5.25 pt.
    expect(cells.map(({ after = 0 }) => after)).toEqual([10.5, 21, 0, 5.25])
    expect(cells.map(({ figure }) => figure?.format)).toEqual(['0.0_0_0', '0_._0_0_0', '0.000', '0.00_0'])
  })

  it('keeps nothing free where all have the same places', () => {
    expect(figures(parts(), list('1.50', '2.25')).map(({ after }) => after)).toEqual([undefined, undefined])
    expect(figures(parts(', decimals: 2'), list(1, '2.5')).map(({ after }) => after)).toEqual([undefined, undefined])
  })

  it('has its decimal points below each other in PDF, and as far from the edge in Word', async () => {
    const { documents } = await documentsOf(parts(), values)
    const of = (format: string) => documents.find((each) => each.format === format)?.bytes as Uint8Array
    const [onPage] = readText(await of('pdf'))
    const all = [...(onPage as Map<number, PdfChar[]>).values()].flat()
    const points = all.filter(({ char }) => char === '.').map(({ x }) => Math.round(x * 100))
    expect(points).toHaveLength(3)
    expect(new Set(points).size).toBe(1)
    const xml = new TextDecoder().decode(unpack(of('docx')).get('word/document.xml'))
    const indents = [...xml.matchAll(/<w:pStyle w:val="cellFigure"\/>(?:<w:ind [^>]*w:right="(\d+)"[^>]*\/>)?/g)]
    expect(indents.map(([, right]) => right)).toEqual(['210', '420', undefined, '105'])
  })
})

describe('figures below zero and missing ones', () => {
  it('stand in brackets where the definition says so, in line with the others', () => {
    const cells = figures(parts(', negative: brackets, decimals: 1, grouping: true'), list('-1234.5', 7))
    expect(cells.map(({ content }) => content[0]?.[0]?.text)).toEqual(['(1,234.5)', '7.0'])
    expect(cells.map(({ after = 0 }) => after)).toEqual([0, 5.25])
    const [{ figure } = {}] = cells
    expect(figure).toEqual({ value: '-1234.5', format: '#,##0.0_);(#,##0.0)' })
    expect(shownNumber('-1234.5', '#,##0.0_);(#,##0.0)')).toBe('(1,234.5)')
    expect(shownNumber('1234.5', '#,##0.0_);(#,##0.0)')).toBe('1,234.5')
  })

  it('have the mark of the definition in a filled form, none in the blank', () => {
    const form = parts(", empty: '—'")
    const texts = (values?: string) =>
      cellsOf(documentOf(form, values))
        .filter(({ id }) => /\]\.used$/.test(id))
        .map(({ content }) => content[0]?.[0]?.text)
    expect(texts(list('', 5))).toEqual(['—', '5'])
    expect(texts()).toEqual([undefined, undefined])
  })
})
