import { describe, expect, it } from 'vitest'
import { define } from '../../src/define/index.ts'
import { Diagnostics } from '../../src/diagnostics/index.ts'
import type { Content, Formula } from '../../src/model/index.ts'
import { whole } from './support/compile.ts'

/** A table of named rows, a list and one row of values, and what a field beside them says. */
const around = (formula: string): string =>
  whole(`
sheet:
  as: grid
  fields: {a: {label: 数, type: number, value: "= ${formula}"}, b: 乙 | 吨}
table:
  as: grid
  columns: {item: 项目 | stub, used: 用量 | 吨, cost: {label: 费用, columns: {low: 低 | 万元, high: 高 | 万元}}}
  rows: {group: {label: 组, rows: {x: 甲}}, all: 合计}
list:
  as: grid
  columns: {name: 名称, n: 人数 | 人, share: "比重 | %"}
  list: {blank: 1, total: 合计}
single:
  as: grid
  columns: {p: 甲 | 吨, q: 乙 | 吨}`)

function defined(source: string) {
  const report = new Diagnostics()
  const definition = define('form.yaml', source, report)
  return { codes: report.list.map(({ code }) => code), definition }
}

/** The formula of the first field, its operands by name. */
function operands(formula: string): Record<string, string> {
  const { definition, codes } = defined(around(formula))
  expect(codes).toEqual([])
  const content = definition?.parts[0]?.tables[0]?.content as Content & { kind: 'fields' }
  const field = content.fields[0]?.content
  const value = field?.kind === 'entry' ? field.ask.value : undefined
  return Object.fromEntries((value as { formula: Formula }).formula.operands)
}

describe('an operand', () => {
  it.each([
    ['b', { b: 'sheet.b' }],
    ['table.all.used', { 'table.all.used': 'table.all.used' }],
    ['table.group.x.cost.low', { 'table.group.x.cost.low': 'table.group.x.cost.low' }],
    ['list.total.n', { 'list.total.n': 'list.total.n' }],
    ['sum(list.n)', { 'list.n': 'list.n' }],
    ['sum(table.used)', { 'table.used': 'table.used' }],
    ['single.p', { 'single.p': 'single.p' }],
    ['sum(single.p, single.q)', { 'single.p': 'single.p', 'single.q': 'single.q' }],
  ])('%s is one figure, named by its path', (formula, expected) => {
    expect(operands(formula)).toEqual(expected)
  })

  it.each([
    'table',
    'table.all',
    'table.group',
    'table.used',
    'table.cost',
    'table.all.cost',
    'table.all.item',
    'list.n',
    'sum(2 * list.n)',
    'list.total',
    'sum(list)',
  ])('%s is not one', (formula) => {
    expect(defined(around(formula)).codes).toEqual(['vague-operand'])
  })

  it.each(['table.all.usd', 'list.total.share', 'list.total.name', 'single.total.p'])('%s is nothing', (formula) => {
    expect(defined(around(formula)).codes).not.toEqual([])
  })

  it('may be a cell of the own block: a share of the whole', () => {
    const own = (head: string, formula: string) =>
      defined(
        whole(`t: {columns: {s: 项 | stub, a: 数 | 吨, b: {label: 比, unit: "%", value: "= ${formula}"}}, ${head}}`),
      )
    expect(own('rows: {x: 甲, all: 计}', '100 * a / all.a').codes).toEqual([])
    expect(own('list: {total: 合计}', '100 * a / total.a').codes).toEqual([])
    expect(own('rows: {x: 甲, all: 计}', '100 * a / all.b').codes).toEqual(['formula-circle'])
  })
})

describe('units of a formula', () => {
  const said = (columns: string, rows = ''): string[] =>
    defined(whole(`t: {columns: {s: 项 | stub, u: 单位 | unit, ${columns}}, ${rows || 'rows: {x: 甲}'}}`)).codes

  it('are those of what it fills', () => {
    const total = (unit: string) => said(`a: 甲 | 吨, b: 乙 | 吨, c: {label: 计, unit: ${unit}, value: = a + b}`)
    expect(total('吨')).toEqual([])
    expect(total('t')).toEqual([])
    expect(total('万吨')).toEqual(['unlike-units'])
    expect(said('a: 甲 | 吨, b: {label: 万吨数, unit: 万吨, value: = a / 10000}')).toEqual([])
  })

  it('are the rows’ where rows have their own', () => {
    const rows = (unit: string, more = '') =>
      `rows: {x: 甲 | 吨, y: 乙 | 吨, all: {label: 计, ${unit} value: = x + y}${more}}`
    expect(said('a: 数 | number', rows('unit: 吨,'))).toEqual([])
    expect(said('a: 数 | number', rows(''))).toEqual([])
    expect(said('a: 数 | number', rows('unit: 万吨,'))).toEqual(['unlike-units'])
    expect(
      said(
        'a: 数 | 度, b: 折标准煤 | 吨标准煤',
        'rows: {x: 甲 | 吨, y: 乙 | 度, all: {label: 计, cells: {b: = sum(b)}}}',
      ),
    ).toEqual([])
    expect(said('a: 数 | number', 'rows: {x: 甲 | 吨, y: 乙 | 度, all: {label: 计, cells: {a: = sum(a)}}}')).toEqual([
      'unlike-units',
    ])
  })

  it('are the block’s where a row has none', () => {
    const rows = 'rows: {x: 甲, y: 乙, all: {label: 计, unit: 万吨, value: = x + y}}'
    expect(defined(whole(`t: {unit: 吨, unitAt: none, columns: {s: 项 | stub, a: 数}, ${rows}}`)).codes).toEqual([
      'unlike-units',
    ])
  })

  it('are held against those of cells elsewhere', () => {
    expect(defined(around('table.all.used + b')).codes).toEqual([])
    expect(defined(around('table.all.cost.low + b')).codes).toEqual(['unlike-units'])
    expect(defined(around('sum(list.n) + b')).codes).toEqual(['unlike-units'])
  })
})

describe('ids that data use', () => {
  it.each([
    ['list', true],
    ['file', true],
    ['total', true],
    ['added', true],
    ['total', false],
  ])('a row named %s, beside a list: %s', (id, list) => {
    const source = whole(`t: {columns: {s: 项 | stub, a: 数}, rows: {${id}: 甲}${list ? ', list: 1' : ''}}`)
    expect(defined(source).codes).toEqual(list ? ['reserved-id'] : [])
  })

  it('a row or a column named added, beside a column that may be added to', () => {
    expect(defined(whole('t: {columns: {added: 甲, m: …… | more}}')).codes).toEqual(['reserved-id'])
    expect(defined(whole('t: {columns: {s: 项 | stub, m: …… | more}, rows: {added: 甲}}')).codes).toEqual([
      'reserved-id',
    ])
    expect(defined(whole('t: {columns: {added: 甲, m: 乙}}')).codes).toEqual([])
  })
})

describe('the total of a list', () => {
  const said = (columns: string): string[] =>
    defined(whole(`t: {columns: {${columns}}, list: {blank: 1, total: 合计}}`)).codes

  it('has its label in a column that does not add up', () => {
    expect(said('a: 甲 | 吨, b: 乙 | text')).toEqual([])
    expect(said('i: 序号 | seq, a: 甲 | 吨')).toEqual([])
    expect(said('a: 甲 | 吨, b: "乙 | %"')).toEqual([])
    expect(said('a: 甲 | 吨, b: 乙 | quantity')).toEqual(['total-without-label'])
    expect(said('a: 甲 | 吨, b: {label: 乙, printed: false}')).toEqual(['total-without-label'])
  })
})

describe('a name in a formula', () => {
  const spanned = (formula: string) => `
t:
  columns:
    supply: {label: 供水, columns: {now: 本年 | 吨, last: 上年 | 吨}}
    this: 合计 | 吨
    other: {label: 其他, type: number, value: "= ${formula}"}`
  const told = (formula: string) => {
    const report = new Diagnostics()
    define('form.yaml', whole(spanned(formula)), report)
    return report.list.map(({ code, words }) => [code, words.nearest])
  }

  it('may be any id, also one that is a word of JavaScript', () => {
    expect(told('this + supply.now')).toEqual([])
    expect(told('sum(this) + sum(supply.now)')).toEqual([])
  })

  it('that is only the end of a path is told with the path', () =>
    expect(told('this - last')).toEqual([['unknown-operand', 'supply.last']]))
})
