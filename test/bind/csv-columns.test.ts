import { describe, expect, it } from 'vitest'
import { bound, formOf, rowsOf } from './support/binding.ts'

const read = (form: ReturnType<typeof formOf>, csv: string) => bound(form, 't: {file: a.csv}\n', { 'a.csv': csv })

const alike = formOf(`
t:
  columns: {name: 企业 | text, a: 产值 | 万元, b: 产值 | 吨}
  list: 2
`)
const single = formOf('t: {columns: {name: 企业 | text, a: 产值 | 万元}, list: 2}\n')
const spanned = formOf(`
t:
  columns:
    name: 企业 | text
    p: {label: 提出, unit: 个, columns: {total: 合计, low: 无/低费}}
    q: {label: 实施, unit: 个, columns: {total: 合计}}
  list: 2
`)
const places = formOf(
  't: {columns: {name: 企业, p: {label: 期间, value: <from>至<to>}, s: {label: 单位, value: <>（章）}}, list: 2}\n',
)

describe('the unit of a quantity', () => {
  const form = formOf('t: {columns: {name: 企业 | text, q: VOCs | quantity}, list: 2}\n')
  const read = (csv: string) => bound(form, 't: {file: a.csv}\n', { 'a.csv': csv })

  it('may stand in the header of its column, for all figures that say none', () => {
    const csv = read('企业,VOCs（吨）\n甲,1.46\n乙,500 千克\n')
    expect(csv.told).toEqual([])
    expect(rowsOf(csv, 't')).toEqual([
      { name: '甲', q: '1.46 吨' },
      { name: '乙', q: '500 千克' },
    ])
  })

  it('is told where neither says it', () => {
    expect(read('企业,VOCs\n甲,1.46\n').told).toEqual([['no-unit', '1.46']])
  })
})

describe('the header of a CSV file names a column', () => {
  it('by its label, which two columns share but for the unit', () => {
    const csv = read(alike, '企业,产值（吨）,产值（万元）\n甲,1,2\n')
    expect(csv.told).toEqual([])
    expect(rowsOf(csv, 't')).toEqual([{ name: '甲', b: '1', a: '2' }])
  })

  it.each(['产值', ' 产 值 ', '产值(万元)', '产值（ 万元 ）', 'a'])('as people type it: %s', (header) => {
    const csv = read(single, `企业,${header}\n甲,2\n`)
    expect(csv.told).toEqual([])
    expect(rowsOf(csv, 't')).toEqual([{ name: '甲', a: '2' }])
  })

  it.each(['SO2排放', 'SO₂排放', 'SO₂ 排放（吨）'])('whatever form its digits have: %s', (header) => {
    const form = formOf('t:\n  columns:\n    n: 名\n    a: SO~2~排放[^m] | 吨\n  list: 1\n', 'notes: {m: 注}\n')
    expect(rowsOf(read(form, `名,${header}\n甲,5\n`), 't')).toEqual([{ n: '甲', a: '5' }])
  })

  it('never with another unit than the column has', () => {
    expect(read(single, '企业,产值（元）\n甲,2\n').told).toEqual([['csv-unit', '产值（元）']])
    const bare = formOf('t: {columns: {name: 企业, a: 产值}, type: number, list: 1}\n')
    expect(read(bare, 'name,产值（元）\n1,2\n').told).toEqual([['csv-column', '产值（元）']])
  })

  it('and never one of several that it could mean', () => {
    expect(read(alike, '企业,产值\n甲,1\n').told).toEqual([['csv-column-ambiguous', '产值']])
    expect(read(spanned, '企业,合计,合计\n甲,1,2\n').told).toEqual([
      ['csv-column-ambiguous', '合计'],
      ['csv-column-ambiguous', '合计'],
    ])
  })

  it.each([
    ['提出·合计', '实施·合计'],
    ['提出.合计', '实施（个）/合计'],
    ['p.total', 'q.total'],
  ])('under its spanner: %s, %s', (first, second) => {
    const csv = read(spanned, `企业,${first},提出/无/低费,${second}\n甲,1,2,3\n`)
    expect(csv.told).toEqual([])
    expect(rowsOf(csv, 't')).toEqual([{ name: '甲', 'p.total': '1', 'p.low': '2', 'q.total': '3' }])
  })

  it('once', () => {
    expect(read(single, 'name,a,产值\n甲,1,2\n').told).toEqual([['csv-column-twice', '产值']])
    expect(read(single, 'name,a,a\n甲,1,2\n').places).toEqual(['a.csv:1:8'])
  })

  it('or a place within its cells; the cell itself only where it is one', () => {
    const csv = read(places, '企业,p.from,期间·to,单位\n甲,2001年,2002年,某厂\n')
    expect(csv.told).toEqual([])
    expect(rowsOf(csv, 't')).toEqual([{ name: '甲', 'p.from': '2001年', 'p.to': '2002年', s: '某厂' }])
    for (const header of ['p', '期间'])
      expect(read(places, `企业,${header}\n甲,2001年至2002年\n`).told).toEqual([['csv-column', header]])
  })

  it('that the form counts itself, under a spanner too: its values are passed over', () => {
    const form = formOf('t: {columns: {g: {label: 组, columns: {i: 序号 | seq, n: 名}}, a: 甲}, list: 1}\n')
    for (const header of ['序号', 'i', 'g.i', '组·序号']) {
      const csv = read(form, `${header},名,甲\n1,z,5\n`)
      expect(csv.told).toEqual([])
      expect(rowsOf(csv, 't')).toEqual([{ 'g.n': 'z', a: '5' }])
    }
  })

  it('that the filler added, with its unit', () => {
    const form = formOf('t: {columns: {n: 名, e: …… | more}, list: 1}\n')
    const values = 't: {added: {st: {label: 蒸汽, unit: 吨}}, file: a.csv}\n'
    const csv = bound(form, values, { 'a.csv': '名,蒸汽（吨）\nz,5\n' })
    expect(csv.told).toEqual([])
    expect(rowsOf(csv, 't')).toEqual([{ n: 'z', 'e.st': '5' }])
  })

  it('and where it is wrong, no value of it is said to be missing', () => {
    const form = formOf('t: {columns: {n: {label: 名, required: true}, a: 甲}, list: 1}\n')
    expect(read(form, '名称,甲\nz,5\ny,6\n').told).toEqual([['csv-column', '名称']])
  })
})

describe('a column that the form lacks', () => {
  it('may be one of the office itself, where the form has a place for more', () => {
    const csv = read(
      formOf('t: {columns: {name: 企业 | text, x: {type: more, label: ……}}, list: 2}\n'),
      '企业,蒸汽\n甲,1\n',
    )
    expect(csv.report.map(({ code, words }) => [code, words.hint])).toEqual([['csv-column', 'added columns']])
  })
})
