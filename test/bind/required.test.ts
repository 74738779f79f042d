import { describe, expect, it } from 'vitest'
import { bound, formOf } from './support/binding.ts'

const missing = ({ told, places }: ReturnType<typeof bound>): string[] =>
  told.flatMap(([code], n) => (code === 'missing-value' ? [places[n] as string] : []))
const codes = ({ told }: ReturnType<typeof bound>): string[] => told.map(([code]) => code).toSorted()

const named = formOf(`
t:
  columns: {s: {label: 项, type: stub}, a: {label: 甲, unit: 吨, required: true}, b: {label: 乙, type: number}}
  rows: {x: {label: 一, cells: {a: —}}, y: 二, gap: {}, k: {label: 定, cells: {a: 3}}, all: 计 | = y + y}
`)
const list = formOf(`
l:
  columns:
    n: {label: 名, required: true}
    c: {label: 期间, value: <from>至<to>, required: true}
    e: {label: 数, type: number}
    d: {label: 和, type: number, required: true, value: = e + e}
    g: {label: 闭, value: —}
  list: 1
`)

describe('what must be filled in', () => {
  it('is told where the data say nothing', () => {
    expect(bound(named, 't: {y: {b: 1}}\n').told).toEqual([['missing-value', 't']])
  })

  it('is neither what the form prints nor what it works out', () => {
    expect(bound(named, 't: {y: {a: 1}}\n').told).toEqual([])
    expect(bound(list, 'l: [{n: a, c: {from: x, to: y}, e: 4}]\n').told).toEqual([])
  })

  it('is not missing where it is wrong', () => {
    expect(codes(bound(named, 't: {y: {a: 一}}\n'))).toEqual(['not-a-figure'])
    expect(codes(bound(named, 't: {y: 5}\n'))).toEqual(['data-shape'])
    expect(codes(bound(list, 'l: [{n: [a], c: 5}]\n'))).toEqual(['data-shape', 'data-shape'])
  })

  it('is missing in a row of which all else is wrong', () => {
    const both = bound(list, 'l: [{e: 一}]\n')
    expect(codes(both)).toEqual(['missing-value', 'missing-value', 'not-a-figure'])
    const csv = bound(list, 'l: {file: a.csv}\n', { 'a.csv': 'n,c.from,c.to,e\na,x,,1\n,,,一\n' })
    expect(codes(csv)).toEqual(['missing-value', 'missing-value', 'not-a-figure'])
    expect(missing(csv)).toEqual(['a.csv:3:1', 'a.csv:3:1'])
  })

  it('is not asked of a row that is left blank', () => {
    expect(bound(list, 'l: [{n: a, c: {from: x}}, {}, {n: , c: {from: }}]\n').told).toEqual([])
  })

  it('holds for fields, those with places to write too', () => {
    const fields = formOf(
      'f: {as: grid, fields: {a: {label: 甲, required: true}, p: {label: 乙, value: <x>及<y>, required: true}, o: 丙}}\n',
    )
    expect(codes(bound(fields, 'f: {o: z}\n'))).toEqual(['missing-value', 'missing-value'])
    expect(codes(bound(fields, 'f: {a: v, p: {y: w}}\n'))).toEqual([])
    expect(codes(bound(fields, 'f: {a: [v], p: w}\n'))).toEqual(['data-shape', 'data-shape'])
  })
})
