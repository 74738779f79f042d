import { describe, expect, it } from 'vitest'
import { documentOf, rowsOf } from './support/filled.ts'

const two = (fields: string, values: string): string[][] =>
  rowsOf(
    documentOf(
      `parts: {f: {as: grid, type: number, columns: {line: {type: code}, item: {type: stub}, againA: {type: code}, inner: {type: value}, againB: {type: code}, outer: {type: value}}, fields: {${fields}}}}`,
      `{f: {${values}}}`,
    ),
  )

describe('a numbered line with two amounts', () => {
  it('is filled in at the last, or in the column that the field names; the number stands again before the amount', () => {
    expect(two('a: {code: 1a, label: Gross, column: inner}, b: {code: 1b, label: Net}', 'a: 12, b: 7')).toEqual([
      ['1a', 'Gross', '1a', '12', '', ''],
      ['1b', 'Net', '', '', '1b', '7'],
    ])
  })

  it('holds both where the second stands beside the first', () => {
    expect(two('a: {code: 2a, label: Wages, column: inner}, b: {code: 2b, beside: a}', 'a: 12, b: 7')).toEqual([
      ['2a', 'Wages', '2a', '12', '2b', '7'],
    ])
  })

  it('holds a second label, where a stub column stands before the second amount', () => {
    const parts =
      'parts: {f: {as: grid, columns: {a: {type: stub}, x: {type: value}, b: {type: stub}, y: {type: value}}, fields: {p: {label: 甲, column: x}, q: {label: 乙, beside: p}, r: {label: 丙}}}}'
    expect(rowsOf(documentOf(parts, '{f: {p: 一, q: 二, r: 三}}'))).toEqual([
      ['甲', '一', '乙', '二'],
      ['丙', '', '', '三'],
    ])
  })
})

describe('boxes in groups', () => {
  const grouped = (value: string) =>
    rowsOf(
      documentOf('parts: {f: {as: grid, fields: {a: {label: 号, boxes: 3-2-4}}}}', `{f: {a: "${value}"}}`),
    )[0]?.join('|')

  it('have hyphens between them, which the data may have or leave out', () => {
    expect(grouped('123456789')).toBe('号|1|2|3|-|4|5|-|6|7|8|9|')
    expect(grouped('123-45-6789')).toBe(grouped('123456789'))
  })

  it('in the cell of a list are written out, and filled in with the hyphens', () => {
    const list = 'parts: {l: {columns: {a: {label: 号, boxes: 3-2-4}}, list: {blank: 1, more: false}}}'
    expect(rowsOf(documentOf(list)).at(-1)).toEqual(['□□□-□□-□□□□'])
    expect(rowsOf(documentOf(list, '{l: [{a: "123456789"}]}')).at(-1)).toEqual(['123-45-6789'])
  })
})
