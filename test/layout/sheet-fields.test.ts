import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnEdges, typesetter } from '../../src/layout/heights.ts'
import { planned } from '../../src/layout/plan.ts'
import { placesOn } from '../../src/layout/sheet-fields.ts'
import { sheets } from '../../src/layout/sheets.ts'
import { type GridItem, plain, type Segment, type Sheet, type SheetRow } from '../../src/model/index.ts'
import { checkSheet } from './support/sheets.ts'
import { cell, fieldLine, fonts, pageOf, row, styles, table } from './support/tables.ts'

const setup = pageOf(380)
const lay = (items: readonly GridItem[], names = new Map<string, string>()): Sheet[] =>
  sheets(items, planned(items, { page: setup, styles, fonts, natural: false }), {
    page: setup,
    styles,
    fonts,
    names,
  })
const rowsOf = (sheet: Sheet | undefined): SheetRow[] => [...(sheet?.rows ?? [])]

describe('a field line on a sheet', () => {
  const line = fieldLine('f', [
    ['填报单位（盖章）：', 120],
    ['联系电话：', 80],
  ])
  const fields = (widths: number[]): SheetRow[] => {
    const of = table(
      't',
      [
        row(
          'r',
          widths.map((_, at) => cell(`c${at}`, at, '')),
        ),
      ],
      widths,
    )
    const [sheet] = lay([{ ...line, keepWithNext: true }, of])
    checkSheet(sheet as Sheet)
    return rowsOf(sheet).filter((each) => each.cells.some(({ id }) => id.startsWith('f.')))
  }
  const spans = (rows: SheetRow[]) =>
    rows.map((each) => each.cells.map(({ id, column, colSpan }) => [id, column, colSpan]))

  it('takes the columns that lie nearest to it', () => {
    expect(spans(fields([60, 50, 60, 60, 60, 90]))).toEqual([
      [
        ['f.l0', 0, 2],
        ['f.v0', 2, 2],
        ['f.l1', 4, 1],
        ['f.v1', 5, 1],
      ],
    ])
  })

  it('leaves columns between and after it free', () => {
    const rows = fields([100, 120, 60, 80, 100])
    expect(spans(rows)).toEqual([
      [
        ['f.l0', 0, 1],
        ['f.v0', 1, 1],
        ['f.l1', 2, 1],
        ['f.v1', 3, 1],
      ],
    ])
  })

  it('goes on in a further row, with its label, where the columns are too few', () => {
    expect(spans(fields([120, 300]))).toEqual([
      [
        ['f.l0', 0, 1],
        ['f.v0', 1, 1],
      ],
      [
        ['f.l1', 0, 1],
        ['f.v1', 1, 1],
      ],
    ])
    expect(spans(fields([200]))).toEqual([[['f.l0', 0, 1]], [['f.v0', 0, 1]], [['f.l1', 0, 1]], [['f.v1', 0, 1]]])
  })

  it('is as high as a text needs that is wider than the sheet', () => {
    expect(fields([50]).map(({ height }) => height)).toEqual([3 * 18, 18, 2 * 18, 18])
  })

  it('stands on one row as on the page, cutting columns of labels before those of values', () => {
    const signoff = fieldLine('f', [
      ['单位负责人：', 60],
      ['填表人：', 60],
      ['报出日期：', 70],
    ])
    const lined = (divisible: readonly ('labels' | 'values')[], widths: readonly number[]): Sheet => {
      const of = table(
        't',
        [
          row(
            'r',
            widths.map((_, at) => cell(`c${at}`, at, '')),
          ),
        ],
        widths,
      )
      const columns = of.columns.map((column, at) => ({ ...column, divisible: divisible[at] as 'labels' }))
      const [sheet] = lay([
        { ...signoff, keepWithNext: true },
        { ...of, columns },
      ])
      checkSheet(sheet as Sheet)
      return sheet as Sheet
    }
    const sheet = lined(['labels', 'values'], [410, 90])
    const [first, ...others] = rowsOf(sheet).filter(({ cells }) => cells.some(({ id }) => id.startsWith('f.')))
    expect(others).toEqual([])
    expect(first?.cells).toHaveLength(6)
    const edges = columnEdges(sheet.columns)
    for (const [at, { column }] of (first?.cells ?? []).entries())
      expect(Math.abs((edges[column] as number) - (signoff.segments[at]?.x ?? 0))).toBeLessThan(50)
    const body = rowsOf(sheet).at(-1)?.cells ?? []
    expect(body.map(({ colSpan }) => colSpan)).toEqual([sheet.columns.length - 1, 1])
    expect(edges.at(-1)).toBeCloseTo(500)
    expect(lined(['values', 'values'], [410, 90]).columns.length).toBeGreaterThan(2)
  })

  it('stands below the others of its block, at the right edge of the page', () => {
    const at = (id: string, label: string, value: string) => {
      const [line] = [fieldLine(id, [[label, 120]])]
      const [first, second] = line.segments as [Segment, Segment]
      return {
        ...line,
        keepWithNext: true,
        segments: [
          { ...first, x: 380 - first.width },
          { ...second, x: 380, width: 10.5 * value.length, content: [{ text: value }], rule: false, input: false },
        ],
      }
    }
    const of = table('t', [row('r', [cell('a', 0, ''), cell('b', 1, '')])], [60, 440])
    const columns = of.columns.map((column) => ({ ...column, divisible: 'values' as const }))
    const [sheet] = lay([at('f', '表号：', '1表'), at('g', '制定机关：', '国家统计局令第七号'), { ...of, columns }])
    const edges = columnEdges(sheet?.columns ?? [])
    const rows = rowsOf(sheet).slice(0, 2)
    expect(rows.map(({ cells }) => cells.map(({ id }) => id))).toEqual([
      ['f.l0', 'f.v0'],
      ['g.l0', 'g.v0'],
    ])
    for (const { cells } of rows) {
      expect(cells[0]?.align).toBe('right')
      expect(Math.abs((edges[cells[1]?.column ?? 0] as number) - 380)).toBeLessThan(25)
    }
    expect(rows[0]?.cells[1]?.column).toBe(rows[1]?.cells[1]?.column)
  })

  it('has a rule under each place to write and nowhere else', () => {
    const [cells] = fields([100, 120, 60, 80]).map((each) => each.cells)
    expect(cells?.map(({ border, input }) => [border?.bottom, input])).toEqual([
      [undefined, false],
      [0.5, true],
      [undefined, false],
      [0.5, true],
    ])
  })

  it('stands whole and in order on any columns, its texts not clipped', () => {
    const widths = fc.array(fc.integer({ min: 15, max: 160 }), { minLength: 1, maxLength: 14 })
    const pairs = fc.array(
      fc.tuple(fc.constantFrom('年', '单位：', '联系人电话：', '填表人（签字）：'), fc.integer({ min: 10, max: 90 })),
      { minLength: 1, maxLength: 3 },
    )
    const setter = typesetter(styles, fonts)
    fc.assert(
      fc.property(widths, pairs, (columns, wanted) => {
        const of = table(
          't',
          [
            row(
              'r',
              columns.map((_, at) => cell(`c${at}`, at, '')),
            ),
          ],
          columns,
        )
        const field = fieldLine('f', wanted)
        const [sheet] = lay([{ ...field, keepWithNext: true }, of])
        checkSheet(sheet as Sheet)
        const rows = rowsOf(sheet).slice(0, -1)
        expect(rows.flatMap((each) => each.cells.map(({ id }) => id))).toEqual(field.segments.map(({ id }) => id))
        for (const { cells, height } of rows)
          for (const one of cells) {
            const width = columns.slice(one.column, one.column + one.colSpan).reduce((sum, each) => sum + each, 0)
            const lines = one.content.flatMap((runs) => setter.lines(runs, one.style, width - 4))
            expect(lines.length * styles[one.style].lineHeight).toBeLessThanOrEqual(height)
          }
      }),
      { numRuns: 150 },
    )
  })

  it('finds the nearest of all ways to stand on the columns', () => {
    const edges = fc.array(fc.integer({ min: 10, max: 60 }), { minLength: 1, maxLength: 6 }).map(columnEdges)
    const wish = fc.record({
      x: fc.integer({ min: 0, max: 200 }),
      width: fc.integer({ min: 5, max: 80 }),
      least: fc.integer({ min: 0, max: 60 }),
    })
    fc.assert(
      fc.property(edges, fc.array(wish, { minLength: 1, maxLength: 3 }), (at, wishes) => {
        const cost = (places: readonly { column: number; colSpan: number }[]): number =>
          places.reduce((sum, { column, colSpan }, i) => {
            const { x, width } = wishes[i] as (typeof wishes)[number]
            return sum + Math.abs((at[column] as number) - x) + Math.abs((at[column + colSpan] as number) - x - width)
          }, 0)
        const ways = (i: number, from: number): { column: number; colSpan: number }[][] => {
          const wanted = wishes[i]
          if (wanted === undefined) return [[]]
          const found: { column: number; colSpan: number }[][] = []
          for (let column = from; column < at.length - 1; column++)
            for (let end = column + 1; end < at.length; end++)
              if ((at[end] as number) - (at[column] as number) >= wanted.least)
                for (const rest of ways(i + 1, end)) found.push([{ column, colSpan: end - column }, ...rest])
          return found
        }
        const costs = ways(0, 0).map(cost)
        const places = placesOn(at, wishes)
        expect(places === undefined ? undefined : cost(places)).toBe(
          costs.length === 0 ? undefined : Math.min(...costs),
        )
      }),
      { numRuns: 200 },
    )
  })
})

describe('a cover', () => {
  it('has columns at the edges of its fields, wide enough for their labels', () => {
    const items = [
      fieldLine('a', [['单位名称：', 200]]),
      fieldLine('b', [
        ['年：', 60],
        ['月：', 60],
      ]),
    ]
    const [sheet] = lay(items)
    checkSheet(sheet as Sheet)
    const rows = rowsOf(sheet)
    expect(rows).toHaveLength(2)
    expect(rows.map((each) => each.cells.map(({ id }) => id))).toEqual([
      ['a.l0', 'a.v0'],
      ['b.l0', 'b.v0', 'b.l1', 'b.v1'],
    ])
    const widthOf = ({ column, colSpan }: { column: number; colSpan: number }): number =>
      (sheet?.columns ?? []).slice(column, column + colSpan).reduce((sum, each) => sum + each, 0)
    for (const each of rows.flatMap(({ cells }) => cells)) {
      const text = each.content.map(plain).join('')
      if (text !== '') expect(widthOf(each)).toBeGreaterThanOrEqual(fonts.measure(text, styles[each.style]) + 4)
      else expect(widthOf(each)).toBeGreaterThan(30)
    }
    expect(sheet?.columns.reduce((sum, each) => sum + each, 0)).toBeCloseTo(500)
  })
})
