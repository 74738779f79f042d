import { describe, expect, it } from 'vitest'
import { sentences } from '../../src/diagnostics/words.ts'
import { dataSchema, skeleton } from '../../src/skeleton/index.ts'
import { bound, formOf, rowsOf, textAt } from './support/binding.ts'

const form = formOf(`
t:
  columns:
    s: {label: 项, type: stub}
    a: 甲 | 吨
    b: 乙 | text
    c: {label: 丙, value: —}
  rows:
    x: {label: 一, cells: {a: —, b: <n:count>人}}
    y: {label: 二, cells: {a: 0.12}}
    gap: {}
    z: 三
`)

describe('what the form prints is no place to write', () => {
  it.each([
    ['a dash', 't: {x: {a: 5}}', '5'],
    ['a constant', 't: {y: {a: 7}}', '7'],
    ['a dash throughout a column', 't: {z: {c: 8}}', '8'],
    ['an empty row', 't: {gap: {b: lost}}', 'lost'],
    ['the label of a row', 't: {z: {s: 项}}', '项'],
  ])('%s', (_, values, value) => {
    expect(bound(form, `${values}\n`).told).toEqual([['closed-cell', value]])
  })

  it('a text among fields, and a field with a constant', () => {
    const fields = formOf('f: {as: grid, fields: {a: 甲, d: {label: 丁, value: 已印}, n: {text: 说明}}}\n')
    expect(bound(fields, 'f: {a: x, d: y, n: z}\n').told).toEqual([
      ['closed-cell', 'y'],
      ['closed-cell', 'z'],
    ])
  })

  it('a column of a list', () => {
    const list = formOf('t: {columns: {n: 名, c: {label: 丙, value: —}, k: {label: 码, value: 定}}, list: 1}\n')
    const expected = [
      ['closed-cell', '8'],
      ['closed-cell', '9'],
    ]
    expect(bound(list, 't: [{n: a, c: 8, k: 9}]\n').told).toEqual(expected)
    expect(bound(list, 't: {file: a.csv}\n', { 'a.csv': 'n,c,k\na,8,9\nb,,\n' }).told).toEqual(expected)
  })

  it('and may be named as long as nothing is written', () => {
    expect(bound(form, 't: {x: {a: , c: ~}, gap: {a: ""}, z: {b: v}}\n').told).toEqual([])
  })

  it('so no data file offers it', () => {
    const text = skeleton(form)
    expect(text).toContain('z:')
    expect(text).not.toContain('gap')
  })
})

describe('a cell with places to write', () => {
  it('is filled in by their ids, in a row by those of the row', () => {
    const filled = bound(form, 't: {x: {b: {n: 5}}, z: {b: v}}\n')
    expect(filled.told).toEqual([])
    expect([textAt(filled, 't.x.b.n'), textAt(filled, 't.z.b')]).toEqual(['5', 'v'])
    expect(bound(form, 't: {x: {b: 5}}\n').told).toEqual([['data-shape', '5']])
    expect(bound(form, 't: {x: {b: {m: 5}}}\n').told).toEqual([['unknown-data-id', 'm']])
    expect(bound(form, 't: {z: {b: {n: 5}}}\n').told).toEqual([['data-shape', '{n: 5}']])
  })

  it('and units of the form’s own', () => {
    const own = formOf(
      't: {columns: {q: 量 | quantity, h: {label: 孔, value: <x:桶>桶}}, list: 1}\n',
      'units: {桶: {of: volume, factor: 0.158987}}\n',
    )
    const filled = bound(own, 't: [{q: 5 桶, h: {x: 1.5}}]\n')
    expect(filled.told).toEqual([])
    expect(rowsOf(filled, 't')).toEqual([{ q: '5 桶', 'h.x': '1.5' }])
    expect(bound(own, 't: [{q: 5 箱, h: {x: 一}}]\n').told).toEqual([
      ['unknown-data-unit', '5 箱'],
      ['not-a-figure', '一'],
    ])
    expect(skeleton(own)).toMatch(/x: # 数，桶/)
  })
})

describe('a length', () => {
  const boxes = formOf(`
f:
  as: grid
  fields:
    a: {label: 代码, type: count, length: 4, boxes: true}
    b: {label: 日期, type: date, length: 8, boxes: true}
    c: {label: 字, boxes: true, length: 1}
    d: {label: 电话, type: phone, length: 8}
    e: {label: 日期, type: date}
    m: {label: 年月, type: month, length: 6, boxes: true}
`)

  it('holds for every type', () => {
    expect(bound(boxes, 'f: {a: 12345, c: AB, d: 010-12345678}\n').told).toEqual([
      ['too-long', '12345'],
      ['too-long', 'AB'],
      ['too-long', '010-12345678'],
    ])
    expect(bound(boxes, 'f: {a: 1234, c: 𠮷, d: "12345678"}\n').told).toEqual([])
    expect(skeleton(boxes)).toMatch(/c: *# 字：文字，至多 1 字/)
  })

  it('of a code is what fills its boxes; names, figures and dates may leave some open', () => {
    const codes = formOf(`
f:
  as: grid
  fields:
    a: {label: 统一社会信用代码, boxes: true, length: 18}
    b: {label: EIN, boxes: 2-7}
    n: {label: 姓名, boxes: true, length: 8}
    c: {label: 人数, type: count, boxes: true, length: 4}
    t: {label: 电话, type: phone, boxes: true, length: 11}
    u: {label: 编号, length: 6}
`)
    const told = (values: string) => bound(codes, `f: {${values}}\n`).told
    expect(told('a: 123, b: 12-34567')).toEqual([
      ['boxes-left', '123'],
      ['boxes-left', '12-34567'],
    ])
    expect(told('a: 91130100MA07XXXX0')).toEqual([['boxes-left', '91130100MA07XXXX0']])
    expect(told('a: 91130100MA07XXXX0A, b: 12-3456789, n: Smith, c: 12, t: 88887777, u: 12')).toEqual([])
    expect(told('n: 张三')).toEqual([])
  })

  it('a date goes into boxes by its digits', () => {
    const filled = bound(boxes, 'f: {b: 2020-01-31, e: 2020-01-31, m: 2020-01}\n')
    expect(filled.told).toEqual([])
    expect(['b', 'e', 'm'].map((id) => textAt(filled, `f.${id}`))).toEqual(['20200131', '2020年1月31日', '202001'])
  })
})

describe('a date of an English form', () => {
  const fields =
    'd: Date | date, m: Month | month, b: {label: Boxes, type: date, boxes: 2-2-4}, y: {label: Boxes, type: date, length: 8, boxes: true}'
  const read = (lang: string, values: string) =>
    bound(formOf(`f: {as: grid, fields: {${fields}}}\n`, `lang: ${lang}\n`), `f: {${values}}\n`)
  const iso = 'd: 2025-01-31, m: 2025-1, b: 2025-01-31, y: 2025-01-31'
  const printed = (filled: ReturnType<typeof read>) => ['d', 'm', 'b', 'y'].map((id) => textAt(filled, `f.${id}`))

  it('is printed as its blank asks for it', () => {
    expect(printed(read('en-US', iso))).toEqual(['01/31/2025', '01/2025', '01312025', '20250131'])
    expect(printed(read('en-GB', iso))).toEqual(['31/01/2025', '01/2025', '31012025', '20250131'])
  })

  it('may be written with the month first where the form is American, and nowhere else', () => {
    const american = read('en-US', 'd: 5/6/2003, m: 5/2003')
    expect([american.told, textAt(american, 'f.d'), textAt(american, 'f.m')]).toEqual([[], '05/06/2003', '05/2003'])
    expect(read('en-US', 'd: 31/1/2025').told).toEqual([['not-a-date', '31/1/2025']])
    expect(read('en-GB', 'd: 5/6/2003').told).toEqual([['not-a-date', '5/6/2003']])
  })
})

describe('a date', () => {
  const dated = formOf('f: {as: grid, fields: {d: 日期 | date, m: 月份 | month, y: 年份 | year}}\n')
  const read = (values: string) => bound(dated, `f: {${values}}\n`)

  it.each(['2014-1-5', '2014-01-05', '2014/1/5', '2014.1.5', '2014年1月5日'])(
    'is read as people write it: %s',
    (text) => {
      const date = read(`d: ${text}`)
      expect([date.told, textAt(date, 'f.d')]).toEqual([[], '2014年1月5日'])
    },
  )

  it('of a month or year likewise', () => {
    const month = read('m: 2014/3, y: 2014年')
    expect([month.told, textAt(month, 'f.m'), textAt(month, 'f.y')]).toEqual([[], '2014年3月', '2014年'])
  })

  it.each(['1/5/2014', '14-1-5', '2014-2-29', '２０１４-1-5', '20140105', '2014-1'])(
    'is not guessed from %s',
    (text) => {
      expect(read(`d: ${text}`).told).toEqual([['not-a-date', text]])
    },
  )
})

describe('a text that is no date', () => {
  const form = (lang: string) =>
    formOf('f: {as: grid, fields: {d: 日期 | date, m: 月份 | month, y: 年份 | year}}\n', `lang: ${lang}\n`)
  const said = (lang: string, values: string, locale: 'zh' | 'en') => {
    const { report } = bound(form(lang), `f: {${values}}\n`)
    return report.map((each) => sentences(each, locale))
  }

  it.each([
    ['en-US', '01-31-2025', '01/31/2025'],
    ['en-US', '31-01-2025', '01/31/2025'],
    ['en-US', '13/5/2001', '05/13/2001'],
    ['en-US', 'January 5, 2001', '01/05/2001'],
    ['en-US', '5 Jan. 2001', '01/05/2001'],
    ['en-US', '20010105', '01/05/2001'],
    ['en-US', '01-05-2025', ''],
    ['en-US', '1/5/98', ''],
    ['en-GB', 'January 5, 2001', '2001-01-05'],
    ['en-GB', '31/1/2025', '2025-01-31'],
    ['en-GB', '5/6/2003', ''],
    ['zh-CN', '2014年1月5号', '2014-01-05'],
    ['zh-CN', '２０１４-1-5', '2014-01-05'],
    ['zh-CN', '20140105', '2014-01-05'],
    ['zh-CN', '20140230', ''],
    ['zh-CN', '1958年9月', ''],
  ])('is told with the day it means, where it means one: %s, %s → %s', (lang, text, nearest) => {
    const { report } = bound(form(lang), `f: {d: "${text}"}\n`)
    expect(report.map(({ code, words }) => [code, words.nearest])).toEqual([['not-a-date', nearest]])
  })

  it('is told with why', () => {
    const why = (values: string, lang = 'zh-CN') => said(lang, values, 'en')[0]?.what
    expect(why('d: 1960-9-31')).toBe('"1960-9-31" is not a date: September has 30 days')
    expect(why('d: 2019-2-29')).toBe('"2019-2-29" is not a date: February 2019 has 28 days')
    expect(why('d: 2019-13-1')).toBe('"2019-13-1" is not a date: there is no month 13')
    expect(why('d: 1958年9月')).toBe('"1958年9月" is not a date: the day is missing')
    expect(why('d: 9/1958', 'en-US')).toBe('"9/1958" is not a date: the day is missing')
    expect(why('d: 1958')).toBe('"1958" is not a date: the month and the day are missing')
    expect(why('m: 1958')).toBe('"1958" is not a date: the month is missing')
    expect(why('d: 64.9.1')).toBe('"64.9.1" is not a date: a year has four digits')
    expect(why('d: 1/5/98', 'en-US')).toBe('"1/5/98" is not a date: a year has four digits')
    expect(said('zh-CN', 'd: 1958年9月, m: 2019-13', 'zh').map(({ what }) => what)).toEqual([
      '“1958年9月” 不是存在的日期：没有写日',
      '“2019-13” 不是存在的日期：没有 13 月',
    ])
  })

  it('is told with the ways that the form takes', () => {
    const ways = (lang: string) => said(lang, 'd: x, m: x, y: x', 'en').map(({ remedy }) => remedy)
    expect(ways('en-US')).toEqual([
      'Write it as in 01/31/2020, the month first, or 2020-01-31, the year first.',
      'Write it as in 01/2020 or 2020-01.',
      'Write it as in 2020.',
    ])
    expect(ways('en-GB')[0]).toBe('Write it as in 2020-01-31, the year first.')
    expect(said('zh-CN', 'd: x', 'zh')[0]?.remedy).toBe('请写成 2020-01-31（年在前）的样子，用半角。')
  })

  it('is not what the comments of the form’s data ask for', () => {
    expect(skeleton(form('en-US'))).toMatch(/d: *# .*: date, as in 01\/31\/2020 or 2020-01-31\n/)
    expect(skeleton(form('en-GB'))).toMatch(/d: *# .*: date, as in 2020-01-31\n/)
    const { pattern } = JSON.parse(JSON.stringify(dataSchema(form('en-US')))).properties.values.properties.f.properties
      .d
    for (const text of ['2020-01-31', '01/31/2020', '1/5/2020']) expect(text).toMatch(new RegExp(pattern))
    expect('13/5/2001').not.toMatch(new RegExp(pattern))
  })
})

describe('a figure written otherwise is told with the figure to write, where there is only one', () => {
  const figures = formOf('t: {columns: {n: 名 | text, c: 数 | 个, w: 重 | 吨, m: 钱 | 万元}}\n')
  it.each([
    ['c', '１２３', '123'],
    ['c', '1,234', '1234'],
    ['c', '12.00', '12'],
    ['c', '12个', '12'],
    ['c', '30家', '30'],
    ['w', '2000万', '20000000'],
    ['w', '1.5万吨', '15000'],
    ['w', '500千克', '0.5'],
    ['w', '.5', '0.5'],
    ['w', '+5', '5'],
    ['m', '2000万元', '2000'],
    ['m', '2000万', ''],
    ['m', '3吨', ''],
    ['w', '—', ''],
    ['w', '/', ''],
    ['w', '无', ''],
    ['w', '约三百', ''],
    ['w', '1-2', ''],
  ])('%s: %s → %s', (column, text, nearest) => {
    const { report } = bound(figures, `t: {${column}: "${text}"}\n`)
    expect(report.map(({ words }) => words.nearest)).toEqual([nearest])
  })
})

describe('a figure as clerks write it is told with the figure to write', () => {
  const figures = formOf(
    `
t:
  columns:
    d: Fee | $
    f: Depth | feet
    g: Water | metric tons
    b: {label: Credit, unit: $, negative: brackets}
    p: {label: Price, type: number}
    k: Fees | $1,000
    y: 费用 | 元
    w: 费用 | 万元
    n: 人数 | 人
r:
  columns: {item: 指标 | stub, unit: {label: 单位, type: unit}, now: {label: 本年, type: number}}
  rows: {area: {label: 校舍面积, unit: 平方米}, all: {label: 学生, unit: 人}}
`,
    'lang: en-US\n',
  )
  it.each([
    ['d', '$250.00', '250.00'],
    ['d', '-$1,250.50', '-1250.50'],
    ['d', '250 Dollars', '250'],
    ['d', '$1.2M', '1200000'],
    ['d', '£250', ''],
    ['p', '$250', ''],
    ['f', '300 feet', '300'],
    ['f', '300 Feet', '300'],
    ['g', '1,250.50 metric tons', '1250.50'],
    ['b', '(100)', '-100'],
    ['b', '（1,234.50）', '-1234.50'],
    ['d', '(100)', ''],
    ['f', '1.2M', '1200000'],
    ['f', '5k', '5000'],
    ['f', '1.2 million feet', '1200000'],
    ['f', '1.2 million gallons', ''],
    ['k', '1.2M', ''],
    ['k', '$1,000', '1'],
    ['y', '250元', '250'],
    ['y', '¥250.00', '250.00'],
    ['y', '￥2,500', '2500'],
    ['w', '￥2500', '0.25'],
    ['n', '1,200人', '1200'],
    ['d', '31250,0', '31250.0'],
    ['d', '1.234,50', '1234.50'],
    ['d', '1,234', '1234'],
    ['d', '12,34,567', ''],
  ])('%s: %s → %s', (column, text, nearest) => {
    const { report } = bound(figures, `t: {${column}: "${text}"}\n`)
    expect(report.map(({ code, words }) => [code, words.nearest])).toEqual([['not-a-figure', nearest]])
  })

  it('in the unit of its row', () => {
    const { report } = bound(figures, 'r: {area: {now: 11800平方米}, all: {now: 1.2万人}}\n')
    expect(report.map(({ words }) => words.nearest)).toEqual(['11800', '12000'])
  })

  it('in the fields of a CSV that semicolons part', () => {
    const list = formOf('t: {columns: {n: 名 | text, c: 数 | 吨}, list: 2}\n')
    const { report } = bound(list, 't: {file: a.csv}\n', { 'a.csv': 'n;c\n甲;31250,0\n' })
    expect(report.map(({ words }) => [words.advice, words.nearest])).toEqual([['decimal comma', '31250.0']])
  })

  it('though commas cut it in braces', () => {
    const cut = (values: string) => {
      const { report, told } = bound(figures, `${values}\n`)
      return report.map(({ words }, n) => [...(told[n] ?? []), words.text, words.nearest])
    }
    expect(cut('t: {d: 5,321.50, f: 5}')).toEqual([['not-a-figure', '5,321.50', '5,321.50', '5321.50']])
    expect(cut('t: {f: 5, d: -1,234,567}')).toEqual([['not-a-figure', '-1,234,567', '-1,234,567', '-1234567']])
    expect(cut('r: {area: {now: 5,321}}')).toEqual([['not-a-figure', '5,321', '5,321', '5321']])
    expect(cut('t: {p: "x", 321: }')).toMatchObject([
      ['not-a-figure', '"x"', 'x', ''],
      ['not-a-figure', '321', ',321', ''],
    ])
  })
})

describe('the lines for signature and date', () => {
  const signed = formOf(`
f:
  as: grid
  fields:
    o: {label: 意见, lines: 3, sign: "负责人：<name>\\n<date:date>"}
    u: {label: 单位, value: "<>（盖章）", sign: "<by>"}
`)

  it('are filled in by their ids, beside the text or alone', () => {
    const filled = bound(signed, 'f: {o: {text: 同意, name: 甲, date: 2024-5-6}, u: {text: 某厅, by: 乙}}\n')
    expect(filled.told).toEqual([])
    const paths = ['f.o', 'f.o.name', 'f.o.date', 'f.u', 'f.u.by']
    expect(paths.map((path) => textAt(filled, path))).toEqual(['同意', '甲', '2024年5月6日', '某厅', '乙'])
    expect(textAt(bound(signed, 'f: {o: 同意}\n'), 'f.o')).toBe('同意')
    expect(bound(signed, 'f: {o: {date: 五月, who: 甲, text: [1]}}\n').told).toEqual([
      ['not-a-date', '五月'],
      ['unknown-data-id', 'who'],
      ['data-shape', '[1]'],
    ])
  })

  it('stand in the skeleton', () => {
    expect(skeleton(signed)).toMatch(/o: # 意见.*\n {6}text: .*\n {6}name: .*\n {6}date: # 日期/)
  })
})
