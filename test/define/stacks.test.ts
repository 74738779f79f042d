import { describe, expect, it } from 'vitest'
import { rowsOf, tableOf } from './support/compile.ts'

describe('sections', () => {
  it('stand under each other with numbered labels at the left, under a head', () => {
    expect(
      rowsOf(
        tableOf(`
numbering: {sections: 一、}
parts:
  t:
    as: grid
    head: [指标, 内容]
    sections:
      a: {label: 企业, columns: {x: 数, y: 额}}
      b: {label: 备注, numbered: false, lines: 2}
      c: 问题`),
      ),
    ).toEqual([
      ['指标', '1×2 内容'],
      ['2×1 一、企业', '数', '额'],
      ['', ''],
      ['备注', '1×2'],
      ['二、问题', '1×2'],
    ])
  })

  it('take the whole width without a label', () => {
    expect(rowsOf(tableOf('t: {sections: {a: {columns: {x: 数}}, b: 说明}}'))).toEqual([
      ['1×2 数'],
      ['1×2'],
      ['说明', ''],
    ])
  })
})

describe('blocks', () => {
  it('stand side by side, the shorter list with more blank rows', () => {
    expect(
      rowsOf(
        tableOf(`
t:
  blocks:
    a: {label: 甲, columns: {seq: 序号 | seq}, list: {blank: 1, more: false}}
    b: {label: 乙, beside: a, columns: {x: 名称 | stub}, rows: {p: 一, q: 二, r: 三}}`),
      ),
    ).toEqual([
      ['甲', '乙'],
      ['序号', '名称'],
      ['1', '一'],
      ['2', '二'],
      ['3', '三'],
    ])
  })

  it('begin level with the neighbour’s rows where they say so; the last row of what is no list gets higher', () => {
    expect(
      rowsOf(
        tableOf(`
t:
  blocks:
    a: {label: 甲, columns: {seq: 序号 | seq}, list: 2}
    b: {label: 乙, beside: a, align: rows, columns: {x: 人数}}`),
      ),
    ).toEqual([['甲', '2×1 乙'], ['序号'], ['1', '人数'], ['2', '2×1'], ['……']])
  })
})
