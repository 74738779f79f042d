import { describe, expect, it } from 'vitest'
import { compare, comparedGrids } from '../../../src/comparison.ts'
import { openFonts } from '../../../src/fonts/index.ts'
import { type ShownItem, sideBySide } from '../../../src/report/diff/side-by-side.ts'
import { diffView } from '../../../src/report/diff/view.ts'
import { whole } from '../../define/support/compile.ts'
import { said, written } from '../../redline/support/editions.ts'

const fonts = openFonts()

/** The items of both editions of a form, beside each other. */
function shown(old: string, now: string): readonly { old: ShownItem | null; new: ShownItem | null }[] {
  const request = { old: written(whole(old)), new: written(whole(now)), fonts }
  const outcome = compare(request)
  const { grids } = comparedGrids(request)
  if (!outcome.comparison || !grids) throw new Error(said(outcome))
  const lines = diffView(outcome.comparison, 'en').groups.flatMap(({ changes }) => changes)
  return sideBySide(grids, lines).lines
}

/** What the marked cells of a table print. */
const marked = (item: ShownItem | null | undefined): string[] =>
  (item?.rows ?? []).flatMap(({ cells }) =>
    cells.flatMap(({ impact, paragraphs }) =>
      impact === '' ? [] : [paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n')],
    ),
  )

describe('a line of fields', () => {
  const form = (label: string) =>
    `head: {as: right, fields: {num: ${label}}}\nline: {as: line, fields: {a: 单位, b: 日期 | date}}\nt: {title: 表, newPage: false, columns: {a: 甲}}\n`
  const lines = shown(form('编号'), form('文号'))
  const fields = lines.filter((line) => line.new?.isFields).map((line) => line.new as ShownItem)

  it('stands where the form has it', () => {
    const [right, line] = fields
    expect(right?.segments[0]?.gap).toBeGreaterThan(50)
    expect(line?.segments[0]?.gap).toBe(0)
    for (const { segments } of fields)
      expect(segments.reduce((sum, { gap, width }) => sum + gap + width, 0)).toBeLessThanOrEqual(100.5)
  })

  it('marks the field that changed, and no other', () => {
    expect(fields.map(({ segments }) => segments.some(({ impact }) => impact !== ''))).toEqual([true, false])
  })
})

describe('what a cell offers marks the cell', () => {
  it.each([
    [
      'an option of a column',
      't: {title: 表, columns: {a: {label: 甲, options: {x: 是, y: 否}}, b: 乙}}\n',
      't: {title: 表, columns: {a: {label: 甲, options: {x: 是, y: 否, z: 不详}}, b: 乙}}\n',
      /不详/,
    ],
    [
      'an option in named rows',
      't: {title: 表, columns: {s: 项 | stub, a: {label: 甲, options: {x: 是, y: 否}}}, rows: {r: 一}}\n',
      't: {title: 表, columns: {s: 项 | stub, a: {label: 甲, options: {x: 是, y: 否, z: 不详}}}, rows: {r: 一}}\n',
      /不详/,
    ],
    [
      'a place to write',
      't: {title: 表, sections: {a: {label: 甲, value: <m>月起}}}\n',
      't: {title: 表, sections: {a: {label: 甲, value: <m>月起至<n>月}}}\n',
      /至/,
    ],
  ])('%s', (_, old, now, text) => {
    const table = shown(old, now).find((line) => line.new?.isTable)
    expect(marked(table?.new)).toContainEqual(expect.stringMatching(text))
  })
})

it('a total row marks its cells in the edition that has it', () => {
  const form = (total: string) => `t: {title: 表, columns: {a: 名称, b: 数量 | 个}, list: {blank: 1${total}}}\n`
  for (const [old, now, edition] of [
    [form(', total: 合计'), form(''), 'old'],
    [form(''), form(', total: 合计'), 'new'],
  ] as const) {
    const table = shown(old, now).find((line) => line.new?.isTable)
    expect(marked(table?.[edition])).toEqual(['合计', ''])
    expect(marked(table?.[edition === 'old' ? 'new' : 'old'])).toEqual([])
  }
})

it('what is new in a part stands in it, before another part that is gone from there', () => {
  const part = (id: string, instructions: string) =>
    `${id}: {title: ${id}, newPage: false, columns: {x: 一, y: 二}, instructions: {${instructions}}}\n`
  const [old, now] = [
    part('a', 'i: 第一, j: 第二') + part('b', 'i: 其他') + part('c', 'i: 末'),
    part('b', 'i: 其他') + part('a', 'i: 第一, j: 第二, k: 第三') + part('c', 'i: 末'),
  ]
  const words = (item: ShownItem | null) => item?.runs.map(({ text }) => text).join('') || (item?.isTable ? '▦' : '')
  const lines = shown(old, now).map((line) => `${words(line.old)}|${words(line.new)}`)
  const third = lines.findIndex((line) => line.includes('第三'))
  expect(lines[third - 1]).toMatch(/第二.*\|.*第二/)
  expect(lines[third + 1]).toMatch(/^b\|/)
})
