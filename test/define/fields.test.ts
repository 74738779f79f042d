import { describe, expect, it } from 'vitest'
import { define } from '../../src/define/index.ts'
import { Diagnostics } from '../../src/diagnostics/index.ts'
import { sentences } from '../../src/diagnostics/words.ts'
import { cellOf, compile, rowsOf, tableOf, textOf, whole } from './support/compile.ts'

const grid = (fields: string): string =>
  `t:\n  as: grid\n  fields:\n${fields.replace(/^\n/, '').replace(/^/gm, '    ')}`
const rows = (fields: string): string[][] => rowsOf(tableOf(grid(fields)))

describe('fields in a table', () => {
  it('take a line each unless they stand beside another; the last value of a shorter line takes the rest', () => {
    expect(
      rows('a: 甲\nb: {label: 乙, beside: a}\nc: {label: 丙, beside: b}\nd: 丁\ne: {label: 戊, beside: d}'),
    ).toEqual([
      ['甲', '', '乙', '', '丙', ''],
      ['丁', '', '戊', '1×3'],
    ])
  })

  it('stand under a band with their group; a block among them has rows of its own', () => {
    expect(
      rows(
        'g: {label: 一、基本情况, fields: {a: 名称}}\nt: {label: 年度, columns: {y: 年, m: 金额}}\nn: {text: 以下不填}',
      ),
    ).toEqual([['1×3 一、基本情况'], ['名称', '1×2'], ['1×3 年度'], ['1×2 年', '金额'], ['1×2', ''], ['1×3 以下不填']])
  })

  it('have one box per character, as wide on each line', () => {
    const table = tableOf(
      grid('code: {label: 信用代码, boxes: true, length: 18}\npost: {label: 邮编, boxes: true, length: 6}'),
    )
    const edges = (id: string, count: number): (string | number)[] =>
      Array.from({ length: count }, (_, n) => cellOf(table, `t.${id}[${n + 1}]`)).map(({ column }) => column)
    expect(edges('post', 6)).toEqual(edges('code', 6))
    expect(edges('code', 18)).toHaveLength(18)
  })

  it('may say how many boxes they have with a number', () => {
    const shape = (field: string) => tableOf(grid(`code: ${field}`))
    const expected = shape('{label: 码, boxes: true, length: 5}')
    for (const field of ['{label: 码, boxes: 5}', '{label: 码, boxes: "5"}', '{label: 码, boxes: 5, length: 5}'])
      expect([...shape(field).rows]).toEqual([...expected.rows])
    const date = (boxes: string) => [...shape(`{label: 日, type: date, ${boxes}}`).rows]
    expect(date('boxes: 8')).toEqual(date('boxes: true, length: 8'))
    const told = (boxes: string) => {
      const report = new Diagnostics()
      const source = `form: a\nedition: 2024\ntitle: 甲\nparts: {p: {fields: {c: {label: 码, ${boxes}}}}}\n`
      define('/a.yaml', source, report)
      return report.list.map((each) => `${each.code} ${sentences(each, 'en').what} ${sentences(each, 'en').remedy}`)
    }
    expect(told('boxes: 5, length: 6')).toEqual([expect.stringMatching(/^clashing-keys /)])
    expect(told('boxes: 0')).toEqual([expect.stringMatching(/^bad-value .*≥ 1/)])
    expect(told('boxes: five')).toEqual([expect.stringContaining('the number of boxes, as in 5')])
    for (const each of [...told('boxes: 2.5'), ...told('boxes: [5]')]) expect(each).not.toContain('quotes')
  })

  it('show what is chosen from or ticked, and how a date is written', () => {
    expect(rows('size: {label: 规模, options: {l: 1 大型, s: 2 小型}}\nday: 日期 | date')).toEqual([
      ['规模', '□1 大型　□2 小型'],
      ['日期', '　　年　月　日'.trim()],
    ])
  })

  it('say label and value in one cell: a tick before it, lines to write under it', () => {
    const inside = (fields: string): string[][] =>
      rows(`g:\n  label: 组\n  labels: inside\n  fields: ${fields}`).slice(1)
    expect(inside('{a: {label: 执照, type: check}, b: {label: 编号, beside: a}}')).toEqual([['□ 执照', '编号：']])
    expect(inside('{a: {label: 地址, lines: 2}}')).toEqual([['地址']])
  })

  it('have signature, seal and date at the lower right of the place to write', () => {
    const table = tableOf(grid('a: {label: 意见, lines: 2, sign: "（盖章）\\n<d:date>"}'))
    const cell = cellOf(table, 't.a')
    expect(cell.input).toBe(true)
    expect(textOf(cell).split('\n')).toEqual([
      '',
      '',
      expect.stringMatching(/^　{20,}（盖章）$/),
      expect.stringMatching(/^　{20,}年　月　日$/),
    ])
  })

  it('keep words of a text with places to write, as paragraphs', () => {
    const cell = cellOf(tableOf(grid('a: {label: 人数, value: "<p:人>人\\n其中女性<w:人>人"}')), 't.a')
    expect(cell.content).toHaveLength(2)
    expect(cell).toMatchObject({ role: 'input', input: true })
  })
})

describe('numbered lines', () => {
  const lines = `
t:
  as: grid
  unit: $
  unitAt: none
  columns: {line: {type: code}, item: {type: stub}, again: {type: code}, amount: {type: value}}
  fields:
    a: {code: "1", label: Wages}
    part: {label: Other income, fields: {b: {code: 2a, label: Interest}}}
    how: {text: Attach the statement.}
    c: {code: "3", label: Limit, value: "1,200"}
    d: {code: "4", label: Total, value: = a + part.b}`

  it('print code, text, code again and the place to write; groups and texts are bands', () => {
    expect(rowsOf(tableOf(lines))).toEqual([
      ['1', 'Wages', '1', ''],
      ['1×4 Other income'],
      ['2a', 'Interest', '2a', ''],
      ['1×4 Attach the statement.'],
      ['3', 'Limit', '3', '1,200'],
      ['4', 'Total', '4', ''],
    ])
  })

  it('hold figures, given and computed ones too', () => {
    const table = tableOf(lines)
    expect(cellOf(table, 't.a').style).toBe('cellFigure')
    expect(cellOf(table, 't.c')).toMatchObject({ role: 'given', style: 'cellFigure' })
    expect(cellOf(table, 't.d').role).toBe('computed')
  })

  it('set the label into the cell of the value where no column prints it', () => {
    expect(
      rowsOf(
        tableOf(
          't: {as: grid, labels: inside, columns: {seq: {type: code}, item: {type: value}}, fields: {a: {code: "101", label: 名称}}}',
        ),
      ),
    ).toEqual([['101', '名称：']])
  })
})

describe('fields outside a table', () => {
  const lines = (example: string): string[][] => {
    const { document, said } = compile(whole(example))
    expect(said).toBe('')
    return (
      document?.items.flatMap((item) =>
        item.kind === 'fields'
          ? [item.segments.map(({ content, rule }) => (rule ? '__' : content.map(({ text }) => text).join('')))]
          : [],
      ) ?? []
    )
  }

  it('stand each on a line, or all on one', () => {
    expect(lines('t: {fields: {a: 姓名, b: 电话}}')).toEqual([
      ['姓名：', '__'],
      ['电话：', '__'],
    ])
    expect(lines('t: {as: line, fields: {a: 姓名, b: 电话}}')).toEqual([['姓名：', '__', '电话：', '__']])
  })

  it('print constants and the words around places to write; a date shows how it is written', () => {
    expect(
      lines('t: {as: line, fields: {seq: {label: 表号, value: 一号}, p: {value: "{{year}}年<m>月"}, d: 日期 | date}}'),
    ).toEqual([['表号：', '一号', '2024年', '__', '月', '日期：', '　　年　月　日']])
  })

  it('go on below where a text is wider than the page', () => {
    const text = '本单位承诺所填内容真实、准确、完整。'.repeat(6)
    const all = lines(`t: {fields: {a: {text: ${text}}, b: 签名}}`)
    expect(all.length).toBeGreaterThan(2)
    expect(all.slice(0, -1).flat().join('')).toBe(text)
  })
})
