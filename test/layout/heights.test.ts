import { describe, expect, it } from 'vitest'
import { isLabel, typesetter } from '../../src/layout/heights.ts'
import { paginate } from '../../src/layout/pages.ts'
import { share } from '../../src/layout/pieces.ts'
import { type PlacedRow, plain } from '../../src/model/index.ts'
import { cell, fonts, pageOf, row, styles, table } from './support/tables.ts'

const heightsOf = (...rows: Parameters<typeof row>[]): number[] => {
  const of = table(
    't',
    rows.map((each) => row(...each)),
    [112, 112],
  )
  const pages = paginate([of], pageOf(400), styles, fonts)
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

  it('serves cells that overlap in part', () => {
    const left = cell('a', 0, '字'.repeat(40), { rowSpan: 2 })
    const right = cell('b', 1, '字'.repeat(60), { rowSpan: 2 })
    expect(heightsOf(['1', [left, cell('c', 1, '')]], ['2', [right]], ['3', [cell('d', 0, '')]])).toEqual([22, 44, 52])
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
