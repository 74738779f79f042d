import { describe, expect, it } from 'vitest'
import { type GridDocument, type GridTable, type PlacedCell, plain, plainText } from '../../../src/model/index.ts'
import { type Files, filledGrid } from '../../../src/pipeline.ts'
import { compile, whole } from '../../define/support/compile.ts'
import { fonts } from '../../support/forms.ts'

const documentOf = (example: string): GridDocument => {
  const { document, said } = compile(whole(example))
  if (document === undefined) throw new Error(said)
  return document
}

/** An example with a list of so many rows under `firms`. */
const filled = (example: string, rows: number): GridDocument =>
  filledWith(example, JSON.stringify(Array.from({ length: rows }, () => ({ name: '某厂' }))))

/** An example with these rows, in YAML's flow style, under `firms`. */
function filledWith(example: string, rows: string): GridDocument {
  const data = `{form: example, year: 2024, values: {firms: ${rows}}}`
  const files: Files = {
    read: (path) => (path === 'data.json' ? data : whole(example)),
    bytes: () => new Uint8Array(),
    list: (path) => (path === '.' ? ['example'] : ['2024.yaml']),
    exists: () => true,
  }
  const { document, diagnostics } = filledGrid({ files, definitions: '.', data: 'data.json', fonts })
  if (document === undefined) throw new Error(JSON.stringify(diagnostics))
  return document
}

const placedCells = (document: GridDocument): PlacedCell[] =>
  [...document.pages].flatMap(({ items }) => items.flatMap((item) => (item.kind === 'row' ? [...item.cells] : [])))

/** How many lines the cells with this text take. */
const linesOf = (document: GridDocument, text: string): number[] =>
  placedCells(document)
    .filter(({ cell }) => plainText(cell.content) === text)
    .map(({ lines }) => lines.length)

/** The lines of the only cell with this text. */
const brokenAs = (document: GridDocument, text: string): string[] =>
  placedCells(document)
    .filter(({ cell }) => plainText(cell.content) === text)
    .flatMap(({ lines }) => lines.map(({ runs }) => plain(runs)))

/** Width of the only table's first column, em. */
function firstColumn(document: GridDocument): number {
  const table = document.items.find((item): item is GridTable => item.kind === 'table')
  return (table?.columns[0]?.width ?? Number.NaN) / document.styles.cellText.size
}

const list = (more: string, columns = '') => `
firms:
  columns:
    seq: {label: 序号, type: seq${columns}}
    name: {label: 企业名称, width: 20}
    water: 废水 | 吨
    power: 用电 | 度
  list: {${more}}
`

describe('a column of numbers', () => {
  it('has room for 序号, 合计 and ……', () => {
    expect(firstColumn(documentOf(list('blank: 3, total: 合计')))).toBeCloseTo(3.05)
  })

  it('holds the label of the total row on one line', () => {
    for (const total of ['全省合计', 'Grand total']) {
      const document = documentOf(list(`blank: 3, total: ${total}`))
      expect(linesOf(document, total)).toEqual([1])
    }
  })

  it('holds numbers of four figures in long lists', () => {
    expect(linesOf(filled(list('blank: 3'), 1000), '1000')).toEqual([1])
    expect(linesOf(filled(list('blank: 3', ', width: 2'), 1000), '1000')).toEqual([1])
  })

  it('is wider than the definition says where what is printed needs it', () => {
    const narrow = documentOf(list('blank: 120, total: 合计', ', width: 1.5'))
    expect(linesOf(narrow, '120')).toEqual([1])
    expect(linesOf(narrow, '合计')).toEqual([1])
  })
})

const stub = (rows: string) => `
figures:
  columns:
    item: {label: 指标, type: stub}
    a: {label: 本年, type: number}
    b: {label: 上年, type: number}
    c: {label: 增减, type: number}
    d: {label: 备注, type: text}
    e: {label: 说明, type: text}
  rows:
${rows}
`

describe('a stub', () => {
  const alone = `
    all: 主营业务收入合计数
    part: 其他各项业务收入额`

  it('counts how far 其中 rows are set in', () => {
    const within = `
    all: 主营业务收入合计数
    part: {label: 其他各项业务收入额, within: all}`
    const document = documentOf(stub(within))
    expect(firstColumn(document)).toBeGreaterThan(firstColumn(documentOf(stub(alone))))
    expect(linesOf(document, '　其中：其他各项业务收入额')).toEqual([1])
  })

  it('counts how far rows under a band are set in', () => {
    const banded = `
    income:
      label: 收入
      rows:
        inner:
          label: 境内
          rows:
            part: 其他各项业务收入额`
    expect(firstColumn(documentOf(stub(banded)))).toBeGreaterThan(firstColumn(documentOf(stub(alone))))
  })
})

describe('a figure that the form itself prints stands on one line', () => {
  const months = Array.from({ length: 9 }, (_, n) => `    m${n + 1}: {label: 某月, unit: 吨}`).join('\n')
  const portrait = (factor: string, coal: string, oil: string) => `page: A4 portrait
parts:
  energy:
    columns:
      name: {label: 能源名称, type: stub, width: 10}
${months.replaceAll('    m', '      m')}
      factor: {label: 系数, ${factor}}
      remark: {label: 备注, width: 10}
    rows:
      coal: {label: 原煤, cells: {factor: ${coal}}}
      oil: {label: 汽油, cells: {factor: ${oil}}}
`

  it.each([
    ['in a column that nobody fills', 'type: rate, given: true'],
    ['in one of figures', 'type: rate'],
    ['in one of texts', 'type: text'],
  ])('%s', (_, factor) => {
    const document = documentOf(portrait(factor, '"0.7143"', '"123456.789"'))
    expect(linesOf(document, '0.7143')).toEqual([1])
    expect(linesOf(document, '123456.789')).toEqual([1])
  })

  it('with its decimal point below those of others', () => {
    const document = documentOf(portrait('type: rate', '"123456"', '"0.123456"'))
    expect(linesOf(document, '123456')).toEqual([1])
    expect(linesOf(document, '0.123456')).toEqual([1])
  })

  it('of a range each end, the first with the mark behind it', () => {
    for (const mark of '－～–') {
      const document = documentOf(portrait('type: rate', `"11.0${mark}13.3"`, '"0.9"'))
      expect(brokenAs(document, `11.0${mark}13.3`)).toEqual([`11.0${mark}`, '13.3'])
    }
  })

  it('within words', () => {
    expect(linesOf(documentOf(portrait('type: text', '约123456.789', '—')), '约123456.789')).toEqual([2])
  })

  it('or is told where it is written, if no column can be wide enough', () => {
    const long = '1234567890'.repeat(14)
    const { said } = compile(whole(portrait('type: rate', '0.9', `"${long}"`)))
    expect(said).toContain('error[crowded-table]')
    expect(said).toMatch(/汽油, cells: \{factor: "12345.*\n\s+\| {33}\^/)
  })
})

describe('what a line break should not cut keeps a column wide enough', () => {
  const contracts = (columns: string) => `
firms:
  columns:
    d: {label: 签订日期, type: date}
    e: {label: 到期月份, type: month}
${columns}
  list: {blank: 3}
`
  const beside = ['n', 'p', 'q', 'r'].map((id) => `    ${id}: {label: 合同名称, width: 20}`).join('\n')

  it('a date, beside columns that ask for more than there is', () => {
    const document = filledWith(contracts(beside), '[{d: 2024-12-31, e: 2024-12}]')
    expect(linesOf(document, '2024年12月31日')).toEqual([1])
    expect(linesOf(document, '2024年12月')).toEqual([1])
    // LibreOffice sets its script space in Word files at five places, and the cell has 3.5 pt at each side.
    const { size } = document.styles.cellText
    const needed = fonts.measure('2024年12月31日', { face: 'song', size }) + 5 * 0.2 * size + 7
    expect(firstColumn(document) * size).toBeGreaterThan(needed)
    const english = filledWith(
      `lang: en-US\nparts:\n${contracts(beside).replace(/^(?=.)/gm, '  ')}`,
      '[{d: 2024-12-31}]',
    )
    expect(linesOf(english, '12/31/2024')).toEqual([1])
  })

  it('the unit behind a label', () => {
    const months = Array.from({ length: 9 }, (_, n) => `      m${n}: {label: 某月, unit: 吨}`).join('\n')
    const document = documentOf(`page: A4 portrait
parts:
  energy:
    columns:
      name: {label: 能源名称, type: stub, width: 10}
${months}
      cost: {label: "金额[^cost]", unit: 千元, width: 1.2}
      remark: {label: 备注, width: 10}
    rows: {coal: 原煤}
notes: {cost: 不含税}
`)
    const cells = placedCells(document)
    const labels = cells
      .filter(({ cell }) => cell.id.endsWith(':label'))
      .map(({ lines }) => lines.map(({ runs }) => plain(runs)))
    expect(labels).toContainEqual(['某月', '（吨）'])
    expect(labels).toContainEqual(['金额[1]', '（千元）'])
  })
})
