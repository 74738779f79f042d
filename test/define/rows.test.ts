import { describe, expect, it } from 'vitest'
import { cellOf, compile, rowsOf, tableOf, whole } from './support/compile.ts'

const columns = 'columns: {name: 名称 | stub, now: {label: 本年, type: number}}'
const body = (example: string): string[][] => rowsOf(tableOf(example)).slice(1)

describe('named rows', () => {
  it('print their label, code, unit and number', () => {
    expect(
      body(`
t:
  columns: {seq: 序 | seq, name: 名称 | stub, unit: 单位 | unit, code: 代码 | code, now: {label: 数, type: number}}
  rows: {a: {label: 天然气, unit: 万m3, code: "01"}, b: {label: 电, unit: 度, code: "02"}}`),
    ).toEqual([
      ['1', '天然气', '万m3', '01', ''],
      ['2', '电', '度', '02', ''],
    ])
  })

  it('stand under a band with their group, or beside it where a column prints groups', () => {
    const rows = 'rows: {a: {label: 甲组, rows: {x: 一, y: 二}}, z: 三}'
    expect(body(`t: {${columns}, ${rows}}`)).toEqual([['1×2 甲组'], ['一', ''], ['二', ''], ['三', '']])
    expect(body(`t: {columns: {g: 组 | group, name: 名称 | stub, now: 本年 | number}, ${rows}}`)).toEqual([
      ['2×1 甲组', '一', ''],
      ['二', ''],
      ['1×2 三', ''],
    ])
  })

  it('say 其中 once for the parts of a row; all parts stand further right than the whole, and their parts again', () => {
    const table = tableOf(
      `t: {${columns}, rows: {all: 存货, a: {label: 产成品, within: all}, a1: {label: 自制, within: a}, b: {label: 原材料, within: all}, rest: 其他}}`,
    )
    const text = (id: string): string =>
      cellOf(table, `t.${id}:label`)
        .content[0]?.map((run) => run.text)
        .join('') ?? ''
    expect(['all', 'a', 'a1', 'b', 'rest'].map(text)).toEqual([
      '存货',
      '　其中：产成品',
      '　　　其中：自制',
      '　　　　原材料',
      '其他',
    ])
  })

  it('have closed cells, constants and formulas of their own', () => {
    const table = tableOf(`
t:
  columns: {name: 名称 | stub, used: 用量 | 吨, factor: {label: 系数, type: rate, given: true}, cost: 金额 | 万元}
  rows: {a: {label: 煤, cells: {factor: 0.7143}}, all: {label: 合计, cells: {used: —, factor: —, cost: = sum(cost)}}}`)
    expect(cellOf(table, 't.a.factor')).toMatchObject({ role: 'given', input: false, style: 'cellFigure' })
    expect(cellOf(table, 't.all.used').role).toBe('closed')
    expect(cellOf(table, 't.all.cost').role).toBe('computed')
  })

  it('compute in each column that adds up; a column with a formula fills its own cells', () => {
    const table = tableOf(`
t:
  columns: {name: 名称 | stub, a: 数 | 吨, note: 备注 | text}
  rows: {x: 一, y: 二, all: 合计 | = x + y}`)
    expect(cellOf(table, 't.all.a').role).toBe('computed')
    expect(cellOf(table, 't.all.note').role).toBe('input')
  })

  it('leave a row without a label empty', () => {
    const table = tableOf(`t: {${columns}, rows: {a: 一, gap: {}, b: 二}}`)
    expect(cellOf(table, 't.gap.now')).toMatchObject({ role: 'open', input: false })
  })
})

describe('a list', () => {
  it('has blank rows, one that says more may follow, and a total of what adds up', () => {
    const table = tableOf(
      't: {columns: {seq: 序号 | seq, name: 企业, mass: 重量 | 吨, share: "比例 | %"}, list: {blank: 2, total: 合计}}',
    )
    expect(rowsOf(table).slice(1)).toEqual([
      ['1', '', '', ''],
      ['2', '', '', ''],
      ['……', '', '', ''],
      ['合计', '', '', ''],
    ])
    expect(cellOf(table, 't.total.mass').role).toBe('computed')
    expect(cellOf(table, 't.total.share').role).toBe('open')
  })

  it('says more in the columns it names, or not at all', () => {
    const list = (more: string): string[][] =>
      body(`t: {columns: {seq: 序号 | seq, name: 企业}, list: {blank: 1, more: ${more}}}`)
    expect(list('{name: "{{year}}年起……"}')).toEqual([
      ['1', ''],
      ['', '2024年起……'],
    ])
    expect(list('false')).toEqual([['1', '']])
  })

  it('follows named rows and numbers on', () => {
    expect(
      body('t: {columns: {seq: 序 | seq, name: 名称 | stub}, rows: {a: 中心}, list: {blank: 1, more: false}}'),
    ).toEqual([
      ['1', '中心'],
      ['2', ''],
    ])
  })
})

describe('a formula', () => {
  const said = (example: string): string => compile(whole(example)).said

  it('finds names beside it, then further out, and goes down with dots', () => {
    expect(
      said(`
t:
  columns: {name: 名称 | stub, a: 数 | 吨}
  rows: {g: {label: 组, rows: {x: 一, all: 小计 | = x}}, sum: 合计 | = g.all}`),
    ).toBe('')
    expect(said('t: {columns: {a: 数 | 吨, all: 合计 | = b}, list: 1}')).toContain('unknown-operand')
  })

  it('does not add unlike units, nor itself', () => {
    expect(said('t: {columns: {a: 甲 | 吨, b: 乙 | 度, all: 合计 | = a + b}, list: 1}')).toContain('unlike-units')
    expect(said('t: {columns: {a: 甲 | = b, b: 乙 | = a}, list: 1}')).toContain('formula-circle')
  })
})
