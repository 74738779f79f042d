import { describe, expect, it } from 'vitest'
import { cellOf, rowsOf, tableOf } from './support/compile.ts'

const rows = (example: string): string[][] => rowsOf(tableOf(example))

describe('the header of a block', () => {
  it('sets spanners over their columns; a column with fewer levels reaches down', () => {
    const [first, second, third] = rows(`
people:
  columns:
    all: {label: 期末, columns: {total: 合计, staff: {label: 在岗, columns: {men: 男, women: 女}}}}
    mean: 平均`)
    expect(first).toEqual(['1×3 期末', '3×1 平均'])
    expect(second).toEqual(['2×1 合计', '1×2 在岗'])
    expect(third).toEqual(['男', '女'])
  })

  it('gives a column without a label to the one above it', () => {
    expect(rows('t: {columns: {item: {label: 项目, columns: {group: {}, name: {}}}, sum: 合计}}')).toEqual([
      ['1×2 项目', '合计'],
      ['', '', ''],
    ])
  })

  it('leaves out what is not printed', () => {
    expect(rows('t: {columns: {name: 名称, file: {label: 附件, type: file, printed: false}}}')[0]).toEqual(['名称'])
  })

  it('has a row of codes: letters over what is printed, figures over what is filled in, a code of its own over either', () => {
    const [, codes] = rows(`
t:
  columnCodes: 甲1
  columns: {name: 名称 | stub, code: 代码 | code, a: {label: 数量}, b: {label: 金额}, note: {label: 备注, code: 丙}}
  rows: {x: 行}`)
    expect(codes).toEqual(['甲', '乙', '1', '2', '丙'])
  })

  it('shares one code among columns that one label covers', () => {
    const [, codes] = rows(
      't: {columnCodes: 甲1, columns: {item: {label: 项目, columns: {g: {type: group}, s: {type: stub}}}, a: 数}, rows: {x: 行}}',
    )
    expect(codes).toEqual(['1×2 甲', '1'])
  })

  it('has codes of inputs alone above the labels, where printed columns reach up beside them', () => {
    const table = rows(
      't: {columnCodes: A, codesAt: top, columns: {seq: 行 | seq, a: {label: 数}, b: {label: 额}}, list: {blank: 1, more: false}}',
    )
    expect(table).toEqual([
      ['2×1 行', 'A', 'B'],
      ['数', '额'],
      ['1', '', ''],
    ])
  })

  it('sets 其中 columns a level lower under one open cell, or marks them', () => {
    const columns = 'columns: {all: 总额, a: {label: 建筑, within: all}, b: {label: 设备, within: all}, rest: 其他}'
    expect(rows(`t: {header: stepped, ${columns}}`).slice(0, 2)).toEqual([
      ['2×1 总额', '1×2', '2×1 其他'],
      ['建筑', '设备'],
    ])
    expect(rows(`t: {${columns}}`)[0]).toEqual(['总额', '其中：建筑', '其中：设备', '其他'])
  })
})

describe('what is asked', () => {
  it('stands behind the bar of a label', () => {
    const table = tableOf(`
t:
  columns: {seq: 序号 | seq, mass: 重量 | 吨, none: 不填 | —, sum: 合计 | = mas2 + mass, mas2: 其他 | 吨}
  list: {blank: 1, more: false}`)
    expect(rowsOf(table)).toEqual([
      ['序号', '重量（吨）', '不填', '合计', '其他（吨）'],
      ['1', '', '—', '', ''],
    ])
    expect(cellOf(table, 't[1].none')).toMatchObject({ role: 'closed', input: false })
    expect(cellOf(table, 't[1].sum')).toMatchObject({ role: 'computed', input: true })
    expect(cellOf(table, 't[1].mass')).toMatchObject({ role: 'input', style: 'cellFigure' })
  })

  it('is words in a column that says so, though the block has a unit', () => {
    const table = tableOf('t: {unit: 吨, unitAt: none, columns: {name: 企业 | text, mass: 重量}, list: 1}')
    expect(cellOf(table, 't[1].name').style).toBe('cellText')
    expect(cellOf(table, 't[1].mass').style).toBe('cellFigure')
  })
})
