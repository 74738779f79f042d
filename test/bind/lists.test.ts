import { describe, expect, it } from 'vitest'
import { bound, formOf, rowsOf, textAt } from './support/binding.ts'

const totalled = formOf(`
t:
  columns: {name: 企业 | text, a: 产值 | 万元, r: {label: 占比, unit: "%"}, q: 量 | quantity, e: 另 | number}
  list: {blank: 2, total: 合计}
`)
const plain = formOf('t: {columns: {name: 企业, a: 产值}, list: 2}\n')

describe('a list', () => {
  it('comes from the data or from a file, not from both', () => {
    const both = 't: {file: a.csv, list: [{name: x, a: 5}]}\n'
    expect(bound(plain, both, { 'a.csv': 'name,a\n甲,1' }).told).toEqual([['list-and-file', 'list']])
    expect(bound(plain, 't: {file: a.csv, list: }\n', { 'a.csv': 'name,a\n甲,1' }).told).toEqual([])
  })

  it.each([
    ['t: {file: [x]}', ['data-shape', '[x]']],
    ['t: {list: x}', ['data-shape', 'x']],
    ['t: {list: [x]}', ['data-shape', 'x']],
    ['t: {list: [{name: n}], total: {a: 99}}', ['unknown-data-id', 'total']],
    ['t: {list: [{name: n}], added: {x: y}}', ['unknown-data-id', 'added']],
    ['t: {lits: [{name: n}]}', ['unknown-data-id', 'lits']],
  ])('written %s is told at its place', (values, expected) => {
    expect(bound(plain, `${values}\n`).told).toEqual([expected])
  })

  it('states totals where the form has them, and nowhere else', () => {
    const rows = 'list: [{name: n, a: 5, r: 4}]'
    expect(bound(totalled, `t: {${rows}, total: 99}\n`).told).toEqual([['data-shape', '99']])
    expect(bound(totalled, `t: {${rows}, total: {a: 5, r: 88, name: 一家, q: 3 吨, e: }}\n`).told).toEqual([
      ['closed-cell', '88'],
      ['closed-cell', '一家'],
    ])
    expect(textAt(bound(totalled, `t: {${rows}, total: {a: 5}}\n`), 't.total.a')).toBe('5')
  })
})

describe('a column that the filler adds', () => {
  const form = formOf(
    't: {columns: {name: 企业, extra: …… | more}, list: {blank: 2, total: 合计}}\n',
    'units: {桶: {of: volume, factor: 0.158987}}\n',
  )
  const added = (column: string, rows = '') =>
    bound(form, `t: {added: {q: ${column}}, list: [{name: a, extra: {q: 40}}${rows}]}\n`)

  it('is of the type that its unit says: shares do not add up', () => {
    const shares = added('{label: 占比, unit: "%"}', ', {name: b, extra: {q: 50}}')
    expect(shares.told).toEqual([])
    expect(textAt(shares, 't.total.extra.q')).toBeUndefined()
    expect(textAt(added('{label: 蒸汽, unit: 吨}', ', {name: b, extra: {q: 0.50}}'), 't.total.extra.q')).toBe('40.50')
    expect(added('{label: 人数, unit: 人}', ', {name: b, extra: {q: 0.5}}').told).toEqual([['not-a-count', '0.5']])
  })

  it('may have a unit of the form’s own', () => {
    expect(added('{label: 油, unit: 桶}').told).toEqual([])
    expect(added('{label: 油, unit: 桶桶}').told).toEqual([['unknown-data-unit', '桶桶']])
  })

  it('has a short label', () => {
    const long = '很长'.repeat(31)
    expect(added(`{label: ${long}}`).told).toEqual([['too-long', long]])
    expect(added(long).told).toEqual([['too-long', long]])
    expect(added(`{label: ${'长'.repeat(60)}}`).told).toEqual([])
  })

  it.each([
    ['{label: [1]}', ['data-shape', '[1]']],
    ['{label: L, unit: {x: 1}}', ['data-shape', '{x: 1}']],
    ['{lable: L}', ['unknown-data-id', 'lable']],
    ['[L]', ['data-shape', '[L]']],
  ])('written %s is told at its place', (column, expected) => {
    expect(added(column).told).toContainEqual(expected)
  })
})

it('a line that the filler adds has a short label, a text, and nothing else', () => {
  const form = formOf('t: {as: grid, fields: {a: 甲, m: {label: ……, more: 可补充}}}\n')
  const lines = (items: string) => bound(form, `t: {m: [${items}]}\n`)
  expect([...(lines('{label: 新, text: 值}, 只有').filled.lines.get('t.m') ?? [])]).toMatchObject([
    { label: '新', value: { text: '值' } },
    { value: { text: '只有' } },
  ])
  expect(lines('{label: [1], text: t}').told).toEqual([['data-shape', '[1]']])
  expect(lines(`{label: ${'长'.repeat(61)}, text: t}`).told).toEqual([['too-long', '长'.repeat(61)]])
  expect(lines('{text: {a: 1}}').told).toEqual([['data-shape', '{a: 1}']])
  expect(lines('{text: t, tex: u}').told).toEqual([['unknown-data-id', 'tex']])
})

it('rows that are blank stay, and rows that are wrong stand in their place', () => {
  expect(rowsOf(bound(plain, 't: [{name: a}, {}, ~, {name: b}]\n'), 't')).toEqual([
    { name: 'a' },
    {},
    {},
    { name: 'b' },
  ])
})

describe('a total among the rows of a list', () => {
  const csv = (text: string, form = totalled, values = 't: {file: a.csv}') =>
    bound(form, `${values}\n`, { 'a.csv': text })

  it.each(['合计', '合 计', '总计：', '共计', 'Total', 'Sum'])(
    'that stands last is the stated total, no row: %s',
    (word) => {
      const right = csv(`企业,产值,量\n甲,1.5,2 吨\n乙,2,\n${word},3.5,2 吨\n`)
      expect(right.told).toEqual([])
      expect(rowsOf(right, 't')).toHaveLength(2)
      expect([textAt(right, 't.total.a'), textAt(right, 't.total.q')]).toEqual(['3.5', '2 吨'])
      const wrong = csv(`企业,产值\n甲,1.5\n乙,2\n${word},4\n`)
      expect(wrong.told).toEqual([['total-differs', '4']])
      expect(wrong.places).toEqual([`a.csv:4:${word.length + 2}`])
    },
  )

  it('likewise in YAML', () => {
    const list = bound(totalled, 't: [{name: 甲, a: 1.5}, {name: 合计, a: 2}]\n')
    expect(list.told).toEqual([['total-differs', '2']])
    expect(rowsOf(list, 't')).toEqual([{ name: '甲', a: '1.5' }])
  })

  it('states nothing that the total row has no place for', () => {
    expect(csv('企业,产值,占比\n甲,1,2\n合计,1,100\n').told).toEqual([['closed-cell', '100']])
    expect(csv('企业,产值\n甲,1\n合计,1万\n').told).toEqual([['not-a-figure', '1万']])
  })

  it('is told above other rows, of a part, twice, and where the form has no total', () => {
    const rows = '企业,产值\n甲,1\n合计,1\n乙,2\n'
    expect(csv(rows).told).toEqual([['total-among-rows', '合计']])
    expect(csv('企业,产值\n甲,1\n小计,1\n乙,2\n').report[0]?.words.advice).toBe('part')
    expect(csv('企业,产值\n甲,1\n小计,1\n').told).toEqual([['total-among-rows', '小计']])
    expect(csv('企业,产值\n甲,1\n合计,1\n', plain).told).toEqual([['total-among-rows', '合计']])
    const twice = 't: {file: a.csv, total: {a: 1}}'
    expect(csv('企业,产值\n甲,1\n合计,1\n', totalled, twice).told).toEqual([['total-among-rows', '合计']])
  })

  it('may stand where rows are numbered, and needs no name', () => {
    const form = formOf(`
t:
  columns: {seq: 序号 | seq, name: {label: 企业, type: text, required: true}, a: 产值 | 万元}
  list: {blank: 2, total: 合计, key: name}
`)
    const numbered = csv('序号,企业,产值\n1,甲,1\n2,,\n合计,,1\n', form)
    expect(numbered.told).toEqual([])
    expect(rowsOf(numbered, 't')).toEqual([{ name: '甲', a: '1' }])
  })

  it('is a name like others where it is only a part of one', () => {
    expect(rowsOf(csv('企业,产值\n合计网络公司,1\nTotal Energies,2\n'), 't')).toHaveLength(2)
  })
})

describe('the key of a list', () => {
  const keyed = formOf(`
t:
  columns: {seq: 序号 | seq, name: 学校 | text, n: 人数 | 人}
  list: {blank: 2, total: 合计, key: name}
`)
  const csv = (text: string) => bound(keyed, 't: {file: a.csv}\n', { 'a.csv': text })

  it('names a row once: a second one is told, with the place of the first', () => {
    const twice = bound(
      keyed,
      't:\n  - {name: 甲, n: 1}\n  - {name: 乙, n: 2}\n  - {name: 甲, n: 1}\n  - {name: " 甲", n: 3}\n',
    )
    expect(twice.told).toEqual([
      ['key-twice', '甲'],
      ['key-twice', '" 甲"'],
    ])
    expect(twice.places).toEqual(['data.yaml:7:14', 'data.yaml:8:14'])
    expect(twice.report.map(({ words }) => words.first)).toEqual(['5:14', '5:14'])
    expect(twice.report.map(({ column }) => column)).toEqual(['t.name', 't.name'])
  })

  it('is held so in a file, whose total and empty rows need none', () => {
    const file = csv('序号,学校,人数\r\n1,甲,1\r\n2,乙,2\r\n3,甲,1\r\n4,,\r\n,合计,4\r\n')
    expect([file.told, file.places]).toEqual([[['key-twice', '甲']], ['a.csv:4:3']])
    expect(file.report[0]?.words.first).toBe('2:3')
    expect(textAt(file, 't.total.n')).toBe('4')
  })

  it('is missed in a row that says something', () => {
    const nameless = bound(keyed, 't: [{name: 甲, n: 1}, {n: 5}, {}, {name: , n: 6}]\n')
    expect(nameless.told).toEqual([
      ['key-missing', '5'],
      ['key-missing', '6'],
    ])
    expect(csv('序号,学校,人数\n1,甲,1\n2,,5\n').places).toEqual(['a.csv:3:4'])
  })

  it('is not told where it is wrong, or must be filled in and is told of as that', () => {
    const required = formOf(
      't: {columns: {name: {label: 学校, required: true, length: 2}, n: 人数 | 人}, list: {blank: 2, key: name}}\n',
    )
    expect(bound(required, 't: [{n: 5}]\n').told.map(([code]) => code)).toEqual(['missing-value'])
    expect(bound(required, 't: [{name: 甲乙丙, n: 5}]\n').told.map(([code]) => code)).toEqual(['too-long'])
  })
})
