import { describe, expect, it } from 'vitest'
import { compile, rowsOf, tableOf, whole } from './support/compile.ts'

const header = (columns: string): string[] | undefined => rowsOf(tableOf(`t: {columns: ${columns}}`))[0]

describe('like', () => {
  it('takes everything of a node above, and changes, adds and removes', () => {
    expect(
      header('{a: {label: 甲, columns: {x: 一, y: 二}}, b: {like: a, label: 乙, columns: {y: ~, z: 三}}}'),
    ).toEqual(['1×2 甲', '1×2 乙'])
    expect(
      rowsOf(
        tableOf(
          't: {columns: {a: {label: 甲, columns: {x: 一, y: 二}}, b: {like: a, label: 乙, columns: {y: ~, z: 三}}}}',
        ),
      )[1],
    ).toEqual(['一', '二', '一', '三'])
  })

  it('keeps the rest of a list of which it changes one thing', () => {
    const table = tableOf(`
t:
  blocks:
    a: {columns: {x: 名称}, list: {blank: 1, total: 合计}}
    b: {like: a, list: 2}`)
    expect(
      rowsOf(table)
        .flat()
        .filter((text) => text === '合计'),
    ).toHaveLength(2)
    expect(rowsOf(table)).toHaveLength(4 + 5)
  })

  it('finds names in what a node above took over from another', () => {
    expect(
      rowsOf(
        tableOf(
          't: {columns: {a: {label: 甲, columns: {x: 一}}, b: {like: a, label: 乙}, c: {label: 丙, columns: {y: {like: b.x, label: 二}}}}}',
        ),
      )[1],
    ).toEqual(['一', '一', '二'])
  })

  it('names only what stands above', () => {
    expect(compile(whole('t: {columns: {a: {like: b}, b: 乙}}')).said).toContain('unknown-name')
  })
})
