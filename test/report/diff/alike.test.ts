import { describe, expect, it } from 'vitest'
import { diffView } from '../../../src/report/diff/view.ts'
import { compared } from '../../diff/support.ts'

const form = (row: string, column = 'x: 甲 | number') =>
  `signoff: {as: line, fields: {head: 单位负责人, date: 报出日期 | date}}\nt: {as: grid, columns: {g: 组 | group, n: 项 | stub, ${column}}, rows: {a: {label: 一组, rows: {all: "合计 | = v + ${/^\w+/.exec(row)?.[0]}", v: 县道, ${row}}}, b: {like: a, label: 二组}, c: {like: a, label: 三组}}}\n`

const lines = (old: string, now: string) => {
  const { groups, likely, counts } = diffView(compared(old, now), 'zh')
  return {
    said: groups.flatMap(({ title, changes }) =>
      changes.map(({ where, phrase, said }) =>
        [title, where.join(' › '), phrase, said.map(({ text }) => text).join('')].join(' | '),
      ),
    ),
    likely,
    counts: counts.map(({ count }) => count),
  }
}

describe('what a block says that several groups use', () => {
  it('is told once, with its places', () => {
    const { said, counts } = lines(form('w: 专用公路'), form('u: {label: 专用公路, renamedFrom: w}'))
    expect(said).toEqual(['示例 | 一组、二组、三组 › 专用公路 | 一行的标识变了 | w → u'])
    expect(counts).toEqual([3])
  })

  it('is suggested once where it may be a rename, with the formulas that follow from it', () => {
    const { likely } = lines(form('w: 专用公路'), form('u: 专用道路'))
    expect(likely).toEqual([
      '专用公路 (t.a.w) → 专用道路 (t.a.u)：若是同一项，请在新版写 renamedFrom；二组、三组 中相同；3 个计算公式的变化由此而来',
    ])
  })

  it('does not say so of formulas that differ in more', () => {
    const { likely } = lines(form('w: 专用公路'), form('u: 专用道路').replace('= v + u', '= v * u'))
    expect(likely).toEqual([expect.not.stringContaining('计算公式')])
  })
})

it('a part without a title is called by what it prints', () => {
  const { said } = lines(form('w: 专用公路'), form('w: 专用公路').replace('报出日期 | date', '报出日期 | month'))
  expect(said).toEqual([expect.stringMatching(/^单位负责人…报出日期 \| 报出日期 \| 填写类型.* \| 日期 → 年月$/)])
  const cover = (label: string) => `c: {as: cover, fields: {a: ${label}}}\nt: {title: 表, columns: {x: 甲}}\n`
  expect(lines(cover('单位'), cover('单位名称')).said[0]).toMatch(/^封面 \|/)
})
