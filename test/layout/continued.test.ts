import { describe, expect, it } from 'vitest'
import type { GridDocument, Page } from '../../src/model/index.ts'
import { plain, plainText } from '../../src/model/index.ts'
import { type Files, filledGrid, grid, makeFilled } from '../../src/pipeline.ts'
import { outlineOfGrid } from '../readback/outline.ts'
import { fonts, formatNames, readerOf, said } from '../support/forms.ts'
import { printedOutline } from '../support/printed-outline.ts'
import { documentOf } from './support/filled.ts'

const definition = `
form: goes-on
edition: 2024
title: 年报
page: A4 landscape
numbering: {tables: 表1-1, sections: 一、}
continued: {sections: （续）, titles: "续…"}
parts:
  firms:
    title: 企业名单[^who]
    unit: 吨
    unitAt: caption
    columns: {seq: 序号 | seq, name: {label: 名称, type: text}, water: 用水量}
    list: {blank: 3, total: 合计, key: name}
  work:
    title: 工作情况
    sections:
      first:
        label: 工作进展
        columns:
          seq: 序号 | seq
          what: {label: 事项, type: text}
          spent: {label: 投入, columns: {people: 人数 | 人, money: 资金 | 万元}}
        list: 3
      second: 问题
notes:
  who: 规模以上企业
`
const rows = (count: number, row: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => `      - ${row(at + 1)}`).join('\n')
const data = `form: goes-on
year: 2024
values:
  firms:
${rows(60, (at) => `{name: 企业${at}, water: ${at}}`).replace(/^ {2}/gm, '')}
  work:
    first:
${rows(60, (at) => `{what: 事项${at}}`)}
    second: |-
${Array.from({ length: 60 }, (_, at) => `      第${at + 1}个问题是工作中遇到的困难和建议。`).join('\n')}
`
const texts = new Map([
  ['forms/goes-on/2024.yaml', definition],
  ['forms/data.yaml', data],
])
const files: Files = {
  read: (path) => texts.get(path) as string,
  bytes: (path) => new TextEncoder().encode(texts.get(path)),
  list: (dir) => (dir === 'forms' ? ['goes-on'] : dir === 'forms/goes-on' ? ['2024.yaml'] : []),
  exists: (path) => texts.has(path),
}
const request = { files, definitions: 'forms', data: 'forms/data.yaml', fonts }

function filled(): GridDocument {
  const { document, ...outcome } = filledGrid(request)
  if (document === undefined) throw new Error(said(outcome))
  return document
}
const pagesOf = (document: GridDocument, table: string): Page[] =>
  [...document.pages].filter(({ items }) => items.some((item) => item.kind === 'row' && item.table.id === table))
const textsOn = ({ items }: Page): string[] =>
  items.flatMap((item) => (item.kind === 'text' ? [plain(item.block.content)] : []))

describe('a table that goes on', () => {
  it('stands under its title and unit again, and its header whole', () => {
    const [first, ...further] = pagesOf(filled(), 'firms')
    expect(textsOn(first as Page)).toEqual(expect.arrayContaining(['表1　企业名单[1]', '单位：吨']))
    expect(further.length).toBeGreaterThan(0)
    for (const page of further) {
      expect(textsOn(page).slice(0, 2)).toEqual(['续表1　企业名单', '单位：吨'])
      expect(page.items[2]).toMatchObject({ kind: 'row', repeated: true, restarts: true })
    }
  })

  it('has its title, unit and header as the rows that its sheet repeats', () => {
    const [sheet] = filled().sheets
    const { from, to } = sheet?.printTitles ?? { from: Number.NaN, to: Number.NaN }
    const repeated = [...(sheet?.rows ?? [])].slice(from, to + 1)
    expect(repeated.map(({ cells }) => cells.map(({ content }) => plainText(content)).join(' '))).toEqual([
      '表1　企业名单[1]',
      '单位：吨',
      '序号 名称 用水量',
    ])
  })

  it('has its title and unit as these rows where it has no header that repeats', () => {
    const [, sheet] = filled().sheets
    const { from, to } = sheet?.printTitles ?? { from: Number.NaN, to: Number.NaN }
    const repeated = [...(sheet?.rows ?? [])].slice(from, to + 1)
    expect(repeated.map(({ cells }) => cells.map(({ content }) => plainText(content)))).toEqual([['表2　工作情况']])
    expect(sheet?.frozen).toBeUndefined()
  })

  it('goes on plain in a blank, whose pages Word breaks', () => {
    const { document } = grid({ ...request, form: 'goes-on' })
    expect(document?.items.some((item) => item.kind === 'table' && item.continued)).toBe(false)
  })

  it('never leaves a total alone, nor notes', () => {
    const last = pagesOf(filled(), 'firms').at(-1) as Page
    const roles = last.items.flatMap((item) => (item.kind === 'row' && !item.repeated ? [item.row.role] : []))
    expect(roles.at(-1)).toBe('total')
    expect(roles.length).toBeGreaterThan(1)
    expect(textsOn(last).at(-1)).toBe('注：[1]规模以上企业')
  })
})

describe('a section that goes on', () => {
  it('says so after its label', () => {
    const labels = pagesOf(filled(), 'work').map(({ items }) =>
      items.flatMap((item) =>
        item.kind === 'row'
          ? item.cells
              .filter(({ cell }) => cell.role === 'section')
              .map(({ lines }) => lines.map(({ runs }) => plain(runs)).join(''))
          : [],
      ),
    )
    expect(labels[0]?.[0]).toBe('一、工作进展')
    const again = labels.slice(1).filter(([label], at) =>
      labels
        .slice(0, at + 1)
        .flat()
        .includes((label ?? '').replace('（续）', '')),
    )
    expect(again.length).toBeGreaterThan(2)
    for (const [label] of again) expect(label).toMatch(/（续）$/)
  })

  it('has the labels over its list again, all levels of them, with nothing beside them', () => {
    const rowsOf = ({ items }: Page) => items.filter((item) => item.kind === 'row')
    const textsIn = (row: ReturnType<typeof rowsOf>[number] | undefined) =>
      row?.cells.map(({ cell }) => plainText(cell.content))
    const goingOn = pagesOf(filled(), 'work').filter((page) => {
      const first = rowsOf(page).find(({ repeated }) => !repeated)
      return first?.cells.some(({ cell }) => cell.id.startsWith('work.first[')) && first.row.id !== 'work.first[1]'
    })
    expect(goingOn.length).toBeGreaterThan(0)
    for (const page of goingOn) {
      const [upper, lower, data] = rowsOf(page)
      expect(textsIn(upper)).toEqual(['', '序号', '事项', '投入'])
      expect(textsIn(lower)).toEqual(['人数（人）', '资金（万元）'])
      expect([upper?.repeated, lower?.repeated, data?.repeated]).toEqual([true, true, false])
    }
  })

  it('has none where a text goes on, nor on a worksheet, where they would stand among the data', () => {
    const page = pagesOf(filled(), 'work').at(-1) as Page
    expect(page.items.some((item) => item.kind === 'row' && item.repeated)).toBe(false)
    const rows = [...filled().sheets].flatMap((sheet) => [...sheet.rows])
    const labels = rows.flatMap(({ cells }) => cells.filter(({ content }) => plainText(content) === '事项'))
    expect(labels.length).toBe(1)
  })

  it('has a tall text cut at line ends only, once a page', () => {
    const pieces = pagesOf(filled(), 'work').map(({ items }) =>
      items.filter((item) => item.kind === 'row' && item.cells.some(({ cell }) => cell.id === 'work.second')),
    )
    expect(pieces.every((rows) => rows.length <= 1)).toBe(true)
    expect(pieces.filter((rows) => rows.length === 1).length).toBeGreaterThan(1)
  })
})

describe('a table without a title of its own', () => {
  const sections = 'sections: {a: {label: 甲, columns: {n: 名称 | text}, list: 2}, b: 乙}'
  const values = (...parts: string[]) =>
    `{${parts.map((part) => `${part}: {a: [${'{n: 一}, '.repeat(90)}], b: 无}`).join(', ')}}`
  const again = (document: GridDocument, table: string) =>
    pagesOf(document, table).map((page) => textsOn(page).filter((text) => text !== ''))
  const repeated = ({ sheets }: GridDocument, at: number) => {
    const { printTitles, rows = [] } = sheets[at] ?? {}
    if (printTitles === undefined) return undefined
    return [...rows].slice(printTitles.from, printTitles.to + 1).map(({ cells }) => plainText(cells[0]?.content ?? []))
  }

  it('goes on under the form’s where that stands over it, and under none where none does', () => {
    const parts = `page: A4\ncontinued: {titles: 续…}\nparts: {t: {${sections}}, u: {${sections}}}`
    const document = documentOf(parts, values('t', 'u'))
    const [first, ...further] = again(document, 't')
    expect([first, ...new Set(further.map(String))]).toEqual([['示例'], '续示例'])
    expect(further.length).toBeGreaterThan(1)
    expect(new Set(again(document, 'u').flat())).toEqual(new Set())
    expect([repeated(document, 0), repeated(document, 1)]).toEqual([['示例'], undefined])
  })

  it('goes on under its unit line alone', () => {
    const columns = 'unit: 吨, unitAt: caption, columns: {n: {label: 名称, type: text}, w: 用水}, list: 3'
    const parts = `page: A4\ncontinued: {titles: 续…}\nparts: {t: {${sections}}, u: {${columns}}}`
    const list = `u: {list: [${'{n: 一}, '.repeat(90)}]}`
    const document = documentOf(parts, values('t').replace(/\}$/, `, ${list}}`))
    const shown = again(document, 'u')
    expect(shown.length).toBeGreaterThan(2)
    expect(new Set(shown.map(String))).toEqual(new Set(['单位：吨']))
    expect(repeated(document, 1)).toEqual(['单位：吨', '名称'])
  })
})

it.each(formatNames)('all of it reads back from %s as one table, one label, one title', async (format) => {
  const { documents } = await makeFilled({ ...request, formats: [format] })
  const read = await readerOf(format)
  const found = await read(documents[0]?.bytes as Uint8Array)
  expect(printedOutline(found)).toBe(printedOutline(outlineOfGrid(filled())))
})

describe.each(['gb9704', '{looks: {heading: {size: 30, lineHeight: 60}}}'])(
  'under a heading as %s sets it',
  (style) => {
    const parts =
      `page: A4\nstyle: ${style}\ncontinued: {titles: 续…}\n` +
      'parts: {t: {title: 企业名单, columns: {seq: 序号 | seq, a: {label: 名称, type: text}}, list: 3}}'
    const list = Array.from({ length: 129 }, (_, at) => `{a: 企业${at}}`).join(', ')
    const document = documentOf(parts, `{t: {list: [${list}]}}`)
    const bodyRows = (rows: readonly string[]) => rows.filter((id) => /^t\[\d+\]\.a$/.test(id))

    it('begins the pages of a worksheet with the same rows as those of the plan', () => {
      const planned = [...document.pages].map(({ items }) =>
        bodyRows(items.flatMap((item) => (item.kind === 'row' ? item.cells.map(({ cell }) => cell.id) : []))),
      )
      const printed: string[][] = []
      for (const sheet of document.sheets)
        for (const { breakBefore, cells } of sheet.rows) {
          if (breakBefore || printed.length === 0) printed.push([])
          printed.at(-1)?.push(...bodyRows(cells.map(({ id }) => id)))
        }
      expect(planned.length).toBeGreaterThan(2)
      expect(printed).toEqual(planned)
    })
  },
)
