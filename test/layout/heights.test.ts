import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLabel, type SetCell, typesetter } from '../../src/layout/heights.ts'
import { pagePlan } from '../../src/layout/pages.ts'
import { share } from '../../src/layout/pieces.ts'
import { type Line, type Page, type PlacedRow, plain } from '../../src/model/index.ts'
import { cell, fonts, pageOf, row, styles, table } from './support/tables.ts'

const heightsOf = (...rows: Parameters<typeof row>[]): number[] => {
  const of = table(
    't',
    rows.map((each) => row(...each)),
    [112, 112],
  )
  const pages = [...pagePlan([of], { page: pageOf(400), styles, fonts, natural: false })]
  return pages.flatMap((page) => page.items as PlacedRow[]).map(({ height }) => height)
}

describe('a row’s height', () => {
  it('is its minimum while the text is lower', () => {
    expect(heightsOf(['r', [cell('a', 0, '字'), cell('b', 1, '')]])).toEqual([22])
  })

  it('is that of its highest cell: lines and padding', () => {
    // 112 pt less 7 pt padding hold ten characters of 10.5 pt.
    expect(heightsOf(['r', [cell('a', 0, '字'.repeat(10)), cell('b', 1, '字'.repeat(21))]])).toEqual([3 * 15 + 6])
  })

  it('counts every paragraph of a cell', () => {
    expect(heightsOf(['r', [cell('a', 0, '一\n二\n三'), cell('b', 1, '')]])).toEqual([51])
  })

  it('is a line at least, even where all cells are empty', () => {
    expect(heightsOf(['r', [cell('a', 0, ''), cell('b', 1, '')], { minHeight: 10 }])).toEqual([15 + 6])
  })

  it('grows in the last row that a high cell covers', () => {
    const high = cell('a', 0, '字'.repeat(60), { rowSpan: 3 })
    expect(heightsOf(['1', [high, cell('b', 1, '')]], ['2', [cell('c', 1, '')]], ['3', [cell('d', 1, '')]])).toEqual([
      22,
      22,
      96 - 44,
    ])
  })

  it('does not grow where the covered rows are high enough', () => {
    const high = cell('a', 0, '字'.repeat(20), { rowSpan: 2 })
    expect(heightsOf(['1', [high, cell('b', 1, '')]], ['2', [cell('c', 1, '')]])).toEqual([22, 22])
  })

  it.each([
    ['GB/T 4754-2017（第1号修改单）', 82, 3],
    ['http://www.example.com.cn/a-very-long-path/of_words/that=never.ends/index.aspx', 110, 6],
    ['https://sthjt.example.gov.cn/xxgk/2024/t20241203_1234567.html?id=42&page=3', 110, 5],
  ])('has room for %s in %i pt as LibreOffice breaks it', (text, width, lines) => {
    const of = table('t', [row('r', [cell('a', 0, text, { style: 'cellText' })])], [width])
    const [page] = [...pagePlan([of], { page: pageOf(400), styles, fonts, natural: false })]
    const { height } = (page as Page).items[0] as PlacedRow
    expect(height).toBeGreaterThanOrEqual(lines * 15 + 6)
  })

  it('serves cells that overlap in part', () => {
    const left = cell('a', 0, '字'.repeat(40), { rowSpan: 2 })
    const right = cell('b', 1, '字'.repeat(60), { rowSpan: 2 })
    expect(heightsOf(['1', [left, cell('c', 1, '')]], ['2', [right]], ['3', [cell('d', 0, '')]])).toEqual([22, 44, 52])
  })
})

describe('a centred cell', () => {
  const setter = typesetter(styles, fonts)
  /** A cell's lines and what is kept free at its sides, in a column of `width` pt, the padding taken off. */
  const set = (words: string, width: number) => {
    const of = row('r', [cell('a', 0, words, { style: 'cellLabel' })])
    return setter.row(table('t', [of], [width + 7]), of, 0, 400).single[0] as SetCell
  }
  const texts = (words: string, width: number) => set(words, width).lines.map((line) => plain(line.runs))

  it('has lines of about equal length', () => {
    expect(texts('自行开展审核企业', 7.5 * 10.5)).toEqual(['自行开展', '审核企业'])
    expect(texts('委托中介机构开展审核的企业数', 10.2 * 10.5)).toEqual(['委托中介机构开', '展审核的企业数'])
    expect(set('自行开展审核企业', 7.5 * 10.5).inset).toBeGreaterThan(10)
  })

  it('is left alone where it has one line, or so many that they are text', () => {
    expect(set('合计', 60).inset).toBe(0)
    expect(set('字'.repeat(41), 84)).toMatchObject({ inset: 0, lines: { length: 6 } })
  })

  it('has no more lines than it must, none wider than what is kept for it, none longer than before', () => {
    const piece = fc.constantFrom(
      '清洁生产',
      '审核',
      '（个）',
      '、',
      'COD',
      'VOCs',
      ' ',
      '2020年',
      '万元',
      '——',
      '企业数',
    )
    const words = fc
      .array(piece, { minLength: 1, maxLength: 9 })
      .map((all) => all.join('').trim())
      .filter((all) => all !== '')
    fc.assert(
      fc.property(words, fc.integer({ min: 24, max: 160 }), (of, width) => {
        const { lines, inset } = set(of, width)
        const greedy = setter.lines([{ text: of }], 'cellLabel', width)
        expect(lines.length).toBe(greedy.length)
        expect(inset).toBeGreaterThanOrEqual(0)
        const longest = (all: readonly Line[]) => Math.max(...all.map((line) => line.width))
        if (longest(greedy) <= width) expect(longest(lines)).toBeLessThanOrEqual(width - 2 * inset + 0.01)
        expect(longest(lines)).toBeLessThanOrEqual(longest(greedy) + 0.01)
        expect(
          lines
            .map((line) => plain(line.runs))
            .join('')
            .replaceAll(' ', ''),
        ).toBe(of.replaceAll(' ', ''))
      }),
      { numRuns: 500 },
    )
  })

  it('has no word cut that filled lines keep whole', () => {
    expect(texts('Working gas', 5 * 10.5)).toEqual(['Working', 'gas'])
    expect(texts('Maximum daily capacity', 6 * 10.5)).toEqual(['Maximum', 'daily', 'capacity'])
    expect(texts('能源Standardized单位', 8 * 10.5)).toEqual(['能源Standardized', '单位'])
  })

  it('is never more ragged than filled lines are, and by a character at most in two lines', () => {
    const ragged = (all: readonly Line[]) =>
      Math.max(...all.map(({ width }) => width)) - Math.min(...all.map(({ width }) => width))
    for (let count = 5; count <= 16; count++) {
      const words = '清洁生产审核绩效企业数量总计单位'.slice(0, count)
      const greedy = setter.lines([{ text: words }], 'cellLabel', 4.4 * 10.5)
      const most = greedy.length === 2 ? 10.5 : ragged(greedy)
      expect(ragged(set(words, 4.4 * 10.5).lines)).toBeLessThanOrEqual(most + 0.01)
    }
  })
})

describe('lines', () => {
  const setter = typesetter({ ...styles, note: { ...styles.note, indent: { first: 18, rest: 9 } } }, fonts)

  it('are as wide as the box less the style’s indents', () => {
    expect(setter.lines([{ text: '字'.repeat(30) }], 'note', 99).map((line) => plain(line.runs).length)).toEqual([
      9, 10, 10, 1,
    ])
  })

  it('are measured in the look of each run', () => {
    const seen: unknown[] = []
    const asking = {
      measure: (_: string, look: unknown) => {
        seen.push(look)
        return 1
      },
    }
    typesetter(styles, asking).lines([{ text: '甲' }, { text: '2', mark: 'sub', strong: true }], 'heading', 100)
    expect(seen).toContainEqual({ face: 'hei', size: 15, bold: false })
    expect(seen).toContainEqual({ face: 'hei', size: 15, bold: true, mark: 'sub' })
  })
})

describe('a cut', () => {
  it('leaves two lines at least on each side', () => {
    expect([1, 2, 3, 4, 5].map((fitting) => share(5, fitting))).toEqual([0, 2, 3, 3, 5])
    expect([1, 2, 3].map((fitting) => share(3, fitting))).toEqual([0, 0, 3])
  })

  it('repeats labels and shares data', () => {
    expect(isLabel(cell('a', 0, '', { role: 'section' }))).toBe(true)
    expect(isLabel(cell('a', 0, '', { role: 'text', scope: 'row' }))).toBe(true)
    expect(isLabel(cell('a', 0, '', { role: 'input' }))).toBe(false)
  })
})
