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

/** The texts that are marked in the new edition. */
const markedTexts = (lines: readonly { readonly new: ShownItem | null }[]): string[] =>
  lines.flatMap(({ new: item }) =>
    item && !item.isTable && item.impact !== '' ? [item.runs.map(({ text }) => text).join('')] : [],
  )

describe('a text above or below a table', () => {
  const form = (more: { subtitle?: string; caption?: string; instruction?: string }) =>
    `subtitle: ${more.subtitle ?? '草案'}\nparts:\n  t:\n    title: 附表\n    caption: ${more.caption ?? '单位：吨'}\n    columns: {a: 甲, b: 乙}\n    instructions: {one: 照实填, two: ${more.instruction ?? '按时报'}}\n`
  const changed = (more: Parameters<typeof form>[0]) => shown(form({}), form(more))

  it.each([
    ['subtitle', { subtitle: '试行' }, ['试行']],
    ['caption', { caption: '单位：克' }, ['单位：克']],
    ['instruction', { instruction: '月底报' }, [expect.stringContaining('月底报')]],
  ])('is marked where it changed, and no other: %s', (_, more, expected) => {
    expect(markedTexts(changed(more))).toEqual(expected)
  })

  it('stands as on paper', () => {
    const align = Object.fromEntries(changed({}).map(({ new: item }) => [item?.kind, item?.align]))
    expect(align).toMatchObject({ title: 'center', subtitle: 'center', caption: 'right' })
  })
})

describe('a unit', () => {
  const impactOf = (item: ShownItem | null | undefined, role: string): string[] =>
    (item?.rows ?? []).flatMap(({ cells }) => cells.filter((cell) => cell.role === role).map(({ impact }) => impact))
  const table = (old: string, now: string) => shown(old, now).find((line) => line.new?.isTable)?.new

  it('of a column marks its own cell, not the label', () => {
    const form = (unit: string) => `t: {title: 表, unitAt: row, columns: {a: 甲 | ${unit}, b: 乙 | 个}}\n`
    const now = table(form('吨'), form('万吨'))
    expect(impactOf(now, 'unit')).toEqual(['breaks-data', ''])
    expect(impactOf(now, 'label')).toEqual(['', ''])
  })

  it('of a row marks its own cell, not the stub', () => {
    const form = (unit: string) =>
      `t: {title: 表, columns: {n: 名 | stub, u: 单位 | unit, a: {label: 数, type: number}}, rows: {x: {label: 子, unit: ${unit}}, y: {label: 丑, unit: 个}}}\n`
    const now = table(form('吨'), form('万吨'))
    expect(impactOf(now, 'unit')).toContain('breaks-data')
    expect(impactOf(now, 'stub')).toEqual(['', ''])
  })

  it('within a label marks the label', () => {
    const form = (unit: string) => `t: {title: 表, unitAt: label, columns: {a: 甲 | ${unit}, b: 乙 | 个}}\n`
    expect(impactOf(table(form('吨'), form('万吨')), 'label')).toEqual(['breaks-data', ''])
  })
})

it('rows that are more in the blank are marked', () => {
  const form = (blank: number) => `t: {title: 表, columns: {a: 甲, b: 乙}, list: ${blank}}\n`
  const [line] = shown(form(2), form(4)).filter((each) => each.new?.isTable)
  const rows = (item: ShownItem | null | undefined) =>
    (item?.rows ?? []).map(({ cells }) => cells.some(({ impact }) => impact !== ''))
  expect(rows(line?.new).filter(Boolean)).toHaveLength(2)
  expect(rows(line?.old).filter(Boolean)).toHaveLength(0)
})

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

it('fields that stand where there was one place to write are marked', () => {
  const [entry, fields] = [
    't: {title: 表, sections: {a: 甲, b: 乙}}\n',
    't: {title: 表, sections: {a: 甲, b: {label: 乙, fields: {x: 一, y: 二}}}}\n',
  ]
  const table = shown(entry, fields).find((line) => line.new?.isTable)
  expect(marked(table?.new)).toEqual(expect.arrayContaining(['一', '二']))
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
