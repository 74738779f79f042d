import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pagePlan } from '../../src/layout/pages.ts'
import { planned } from '../../src/layout/plan.ts'
import { sheetName } from '../../src/layout/sheet-names.ts'
import { sheets } from '../../src/layout/sheets.ts'
import { type GridItem, plainText, type Sheet, type SheetRow } from '../../src/model/index.ts'
import { checkSheet, heightOf, printedPages } from './support/sheets.ts'
import { cell, fieldLine, fonts, heading, pageOf, row, styles, table, tables, text } from './support/tables.ts'

const setup = pageOf(380)
const lay = (items: readonly GridItem[], names = new Map<string, string>()): Sheet[] =>
  sheets(items, planned(items, { page: setup, styles, fonts, natural: false }), {
    page: setup,
    styles,
    fonts,
    names,
  })
const rowsOf = (sheet: Sheet | undefined): SheetRow[] => [...(sheet?.rows ?? [])]
const idsOf = (sheet: Sheet): string[] => rowsOf(sheet).flatMap((each) => each.cells.map(({ id }) => id))
const small = (id: string, rows = 2, headerRows = 0) =>
  table(
    id,
    Array.from({ length: rows }, (_, at) =>
      row(`${id}.r${at}`, [cell(`${id}.a${at}`, 0, ''), cell(`${id}.b${at}`, 1, '')]),
    ),
    [150, 150],
    headerRows,
  )

describe('which sheet an item stands on', () => {
  const items = [
    text('mark', '附件', { role: 'mark', style: 'mark' }),
    fieldLine('cover', [['单位：', 100]]),
    text('how', '填表说明', { newPage: true }),
    heading('part', { role: 'heading', newPage: true }),
    fieldLine('who', [['单位：', 80]], { keepWithNext: true }),
    heading('t1.title'),
    small('t1'),
    text('t1.note', '注：一'),
    fieldLine('t1.sign', [['填表人：', 80]]),
    heading('t2', { newPage: true }),
    heading('t2-1.title'),
    small('t2-1'),
    text('t2-1.note', '注：二'),
    heading('t2-2.title', { role: 'caption', style: 'caption' }),
    small('t2-2'),
    heading('explain', { role: 'caption', style: 'caption' }),
    text('end', '说明'),
    text('last', '附录', { newPage: true }),
  ]
  const all = lay(
    items,
    new Map([
      ['t1', '表1'],
      ['t2-1', '表2-1'],
      ['t2-2', '表2-2'],
    ]),
  )

  it('goes by pages and by what heads which table', () => {
    expect(all.map(({ name }) => name)).toEqual(['封面', '表1', '表2-1', '表2-2'])
    const heads = all.map((sheet) => idsOf(sheet).filter((id) => !/\.[ablv]\d$/.test(id)))
    expect(heads).toEqual([
      ['mark', 'how'],
      ['part', 't1.title', 't1.note'],
      ['t2', 't2-1.title', 't2-1.note'],
      ['t2-2.title', 'explain', 'end', 'last'],
    ])
    expect(all.map((sheet) => idsOf(sheet).filter((id) => /\.[lv]\d$/.test(id)))).toEqual([
      ['cover.l0', 'cover.v0'],
      ['who.l0', 'who.v0', 't1.sign.l0', 't1.sign.v0'],
      [],
      [],
    ])
  })

  it('breaks the sheet where the page breaks', () => {
    const breaks = all.map((sheet) => rowsOf(sheet).flatMap((each) => (each.breakBefore ? [each.cells[0]?.id] : [])))
    expect(breaks).toEqual([['how'], [], [], ['last']])
  })

  it('is one sheet where there is no table', () => {
    expect(lay([text('a', '甲'), text('b', '乙', { newPage: true })]).map(idsOf)).toEqual([['a', 'b']])
  })
})

describe('a table on its sheet', () => {
  it('has each row once, its pieces as placed, and breaks where pages do', () => {
    fc.assert(
      fc.property(tables, (of) => {
        const items = [
          heading('title'),
          fieldLine(
            'f',
            [
              ['单位：', 80],
              ['时间：', 60],
            ],
            { keepWithNext: true },
          ),
          of,
          text('n', '注'.repeat(50)),
        ]
        const pages = [...pagePlan(items, { page: setup, styles, fonts, natural: false })]
        const [sheet] = lay(items)
        checkSheet(sheet as Sheet)
        const rows = rowsOf(sheet)
        const placed = pages.flatMap((page) =>
          page.items.flatMap((item) => (item.kind === 'row' && !item.repeated ? [item] : [])),
        )
        const from = rows.findIndex((each) => each.cells.some(({ id }) => id === placed[0]?.cells[0]?.cell.id))
        const ofTable = rows.slice(from, from + placed.length)
        expect(ofTable.map(({ height }) => height)).toEqual(placed.map(({ height }) => height))
        expect(ofTable.map((each) => each.cells.map(({ id, piece, rowSpan }) => [id, piece, rowSpan]))).toEqual(
          placed.map((each) => each.cells.map(({ cell: { id }, piece, rowSpan }) => [id, piece, rowSpan])),
        )
        const begun = pages.slice(1).flatMap(({ items: all }) => {
          const first = all.find((item) => item.kind !== 'row' || !item.repeated)
          return first?.kind === 'row' ? [placed.indexOf(first)] : []
        })
        for (const at of begun) expect(ofTable[at]?.breakBefore).toBe(true)
        for (const page of printedPages(sheet as Sheet)) expect(heightOf(page)).toBeLessThanOrEqual(380.02)
        if (of.headerRows > 0) expect(sheet?.printTitles).toEqual({ from, to: from + of.headerRows - 1 })
        else expect(sheet?.printTitles).toBeUndefined()
        expect([...(sheet?.rows ?? [])]).toEqual(rows)
      }),
      { numRuns: 80 },
    )
  })

  it('has the text of a cut cell once, spaces at line ends included', () => {
    const words = 'Cleaner production audit, 清洁生产审核 '.repeat(150).trim()
    const content = `${words}\n\n${words}`
    const [sheet] = lay([table('t', [row('r', [cell('x', 0, content, { role: 'input' })])], [200])])
    const rows = rowsOf(sheet)
    expect(rows.length).toBeGreaterThan(5)
    const pieces = rows.map((each) => plainText(each.cells[0]?.content ?? []))
    const squeeze = (all: string): string => all.replace(/\s/g, '')
    expect(squeeze(pieces.join(''))).toBe(squeeze(content))
    const joined = pieces.join('')
    expect(joined).not.toContain('productionaudit')
    expect(joined.match(/Cleaner production audit/g)).toHaveLength(300)
  })

  it('repeats a label on each piece', () => {
    const rows = Array.from({ length: 30 }, (_, at) =>
      row(`r${at}`, [
        ...(at === 0 ? [cell('s', 0, '标签', { role: 'section', rowSpan: 30 })] : []),
        cell(`c${at}`, 1, ''),
      ]),
    )
    const [sheet] = lay([table('t', rows, [100, 100])])
    const labels = rowsOf(sheet).flatMap((each) => each.cells.filter(({ id }) => id === 's'))
    expect(labels.map(({ content, piece }) => [plainText(content), piece.n, piece.of])).toEqual([
      ['标签', 1, 2],
      ['标签', 2, 2],
    ])
  })

  it('has its outer rules where it begins and ends, not where a page does', () => {
    const [sheet] = lay([small('t', 40), text('n', '注')])
    const rows = rowsOf(sheet).slice(0, 40)
    const borders = rows.map((each) => each.cells.map(({ border }) => border))
    expect(borders[0]?.[0]).toEqual({ top: 1.5, bottom: 0.5, left: 1, right: 0.25 })
    expect(borders[0]?.[1]).toEqual({ top: 1.5, bottom: 0.5, left: 0.25, right: 1 })
    for (const each of borders.slice(1, -1)) expect(each[0]).toEqual({ top: 0.5, bottom: 0.5, left: 1, right: 0.25 })
    expect(borders.at(-1)?.[1]).toEqual({ top: 0.5, bottom: 1.5, left: 0.25, right: 1 })
  })

  it('draws only the pages that hold its rows', () => {
    const items = [small('a', 5), heading('b.title', { newPage: true }), small('b', 5)]
    let walked = 0
    const plan = [...pagePlan(items, { page: setup, styles, fonts, natural: false })]
    const pages = {
      *[Symbol.iterator]() {
        for (const page of plan) {
          walked++
          yield page
        }
        yield* []
      },
    }
    const [first] = sheets(items, { on: () => pages }, { page: setup, styles, fonts, names: new Map() })
    expect(walked).toBe(0)
    for (const each of first?.rows ?? []) {
      void each
      break
    }
    expect(walked).toBeLessThanOrEqual(2)
  })
})

describe('a sheet’s pages', () => {
  const notes = (count: number) => Array.from({ length: count }, (_, at) => text(`n${at}`, '注'))
  const pagesOf = (...items: GridItem[]) => {
    const [sheet] = lay(items)
    return printedPages(sheet as Sheet)
  }

  it('drop the space before what begins them, as the plan does', () => {
    const [sheet] = lay([heading('t.title', { newPage: true }), small('t'), heading('u', { keepWithNext: false })])
    expect(rowsOf(sheet).map(({ height }) => height)).toEqual([20 + 4, 22, 22, 6 + 20 + 4])
    const [, second] = lay([small('t'), heading('u.title'), small('u')])
    expect(rowsOf(second)[0]?.height).toBe(20 + 4)
  })

  it('are broken before a row that the sheet’s own lines push off a page', () => {
    // On the sheet, 300 pt wide, the note has four lines; on the page, 500 pt wide, two.
    const items = [text('n', '字'.repeat(100)), small('t', 15)]
    expect([...pagePlan(items, { page: setup, styles, fonts, natural: false })]).toHaveLength(1)
    expect(pagesOf(...items).map((page) => page.length)).toEqual([1 + 14, 1])
  })

  it('have room for the repeated header above notes that flow over', () => {
    const pages = pagesOf(small('t', 3, 1), ...notes(60))
    expect(pages.map((page) => heightOf(page))).toEqual([66 + 22 * 14, 22 + 25 * 14, 22 + 13 * 14])
    expect(pages.flat().filter(({ cells }) => cells[0]?.id === 't.a0')).toHaveLength(3)
  })

  it('flow on after a text that the plan cuts', () => {
    const pages = pagesOf(
      text('long', '字\n'.repeat(20).trim()),
      text('cut', '字\n'.repeat(20).trim()),
      text('end', '注'),
    )
    expect(pages.map((page) => page.map(({ cells }) => cells[0]?.id))).toEqual([['long'], ['cut', 'end']])
  })

  it('begin where the form says even after that', () => {
    const pages = pagesOf(small('t', 3, 1), ...notes(60), text('last', '附录', { newPage: true }))
    expect(pages.at(-1)?.map(({ cells }) => cells[0]?.id)).toEqual(['t.a0', 'last'])
  })
})

describe('a text on a sheet', () => {
  it('spans all columns and is as high as its lines at the sheet’s width', () => {
    const [sheet] = lay([heading('t.title'), small('t'), text('n', '字'.repeat(80))])
    const rows = rowsOf(sheet)
    expect(rows.at(-1)).toMatchObject({ height: 3 * 14, cells: [{ column: 0, colSpan: 2, rowSpan: 1 }] })
    expect(rows[0]?.height).toBe(20 + 4)
  })

  it('goes on in further rows where Excel’s rows end', () => {
    const words = '字'.repeat(2000)
    const [sheet] = lay([small('t'), text('n', words)])
    const pieces = rowsOf(sheet).slice(2)
    expect(pieces.length).toBeGreaterThan(2)
    expect(pieces.map((each) => plainText(each.cells[0]?.content ?? [])).join('')).toBe(words)
    expect(pieces.map((each) => each.cells[0]?.piece)).toEqual(
      pieces.map((_, at) => ({ n: at + 1, of: pieces.length })),
    )
    // Excel sets lines closer than planned: spread, they show no gap where a row ends.
    expect(new Set(pieces.map((each) => each.cells[0]?.valign))).toEqual(new Set(['distributed']))
  })

  it('stays on one page in these rows where a page holds it', () => {
    const high = pageOf(700)
    // On the page, 500 pt wide, the note stands below the table; on the sheet, 300 pt wide, it is too high for that.
    const items = [small('t', 5), text('n', '字'.repeat(1400))]
    const [sheet] = sheets(items, planned(items, { page: high, styles, fonts, natural: false }), {
      page: high,
      styles,
      fonts,
      names: new Map(),
    })
    const rows = rowsOf(sheet).slice(5)
    expect(rows.map(({ height }) => height)).toEqual([22 * 14, 22 * 14])
    expect(rows.map(({ breakBefore }) => breakBefore)).toEqual([true, false])
  })
})

describe('a sheet’s name', () => {
  it('is what Excel takes', () => {
    expect(sheetName('表1[a]:b*c?d/e\\f', [])).toBe('表1 a b c d e f')
    expect(sheetName("'引号'", [])).toBe('引号')
    expect(sheetName('长'.repeat(40), [])).toBe('长'.repeat(31))
    expect(sheetName('  ', [])).toBe('表')
    expect(sheetName('History', [])).toBe('History（2）')
  })

  it('is unlike the names taken, whatever their case', () => {
    expect(sheetName('Table', ['TABLE', 'table（2）'])).toBe('Table（3）')
    const long = '长'.repeat(31)
    expect(sheetName(long, [long])).toBe(`${'长'.repeat(28)}（2）`)
  })

  it('never ends within a character', () => {
    expect(sheetName('𠀀'.repeat(16), [])).toBe('𠀀'.repeat(15))
  })
})
