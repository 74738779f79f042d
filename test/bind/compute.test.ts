import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bind, readHead, surroundings } from '../../src/bind/index.ts'
import { define } from '../../src/define/index.ts'
import { Diagnostics, formatDiagnostics } from '../../src/diagnostics/index.ts'
import type { FilledForm } from '../../src/model/index.ts'
import { resolve } from '../../src/resolve/index.ts'
import { type LocatedMap, readSource } from '../../src/yaml/index.ts'

interface Bound {
  /** The figure or text at a path; of a list's row `l[2].n`. */
  at(path: string): string | undefined
  /** Codes of all that was said, with the data's stretch that it points at. */
  readonly said: readonly string[]
  readonly told: string
}

/** Fills a form whose `parts` these are with these `values`, both YAML that is indented by nothing. */
function bound(parts: string, values: string): Bound {
  const indented = (text: string): string => text.trim().replace(/^/gm, '  ')
  const source = `form: x\nedition: 2024\ntitle: 示例\nparts:\n${indented(parts)}\n`
  const data = `form: x\nyear: 2024\nvalues:\n${indented(values)}\n`
  const report = new Diagnostics()
  const sources = new Map([
    ['x.yaml', source],
    ['data.yaml', data],
  ])
  const words = () => formatDiagnostics(report.list, sources, { locale: 'en', colour: false })
  const definition = define('x.yaml', source, report)
  if (!definition) throw new Error(words())
  const form = resolve(definition, 2024)
  const head = readHead('data.yaml', readSource('data.yaml', data, report) as LocatedMap, report)
  if (!head || report.failed) throw new Error(words())
  const fail = () => {
    throw new Error('no files')
  }
  const reader = { read: fail, bytes: fail, exists: () => false }
  const around = surroundings(reader, { attached: (name) => name, codeList: (name) => name }, () => [], sources)
  const filled = bind(form, head.values, around, report)
  if (report.failed) throw new Error(words())
  const said = report.list.map(({ code, at }) => `${code} ${sources.get(at?.file ?? '')?.slice(at?.start, at?.end)}`)
  return { at: (path) => textAt(filled, path), said, told: words() }
}

function textAt({ values, lists }: FilledForm, path: string): string | undefined {
  const [, block, n, column] = /^(.+)\[(\d+)\]\.(.+)$/.exec(path) ?? []
  if (block === undefined || column === undefined) return values.get(path)?.text
  return [...(lists.get(block)?.rows ?? [])][Number(n) - 1]?.get(column)?.text
}

it('the total of a list does not add up averages, nor hold a sum against what bounds a row', () => {
  const parts = `
t:
  columns: {s: 名称, a: 甲 | 个, b: 乙 | 个, each: 人均 | = a / b, most: {label: 丙, type: count, max: 100}}
  list: {blank: 2, total: 合计}
`
  const list = 'list: [{s: 子, a: 10, b: 2, most: 60}, {s: 丑, a: 10, b: 8, most: 70}]'
  const { at, said } = bound(parts, `t: {${list}, total: {most: 130}}`)
  expect([at('t.total.a'), at('t.total.b'), at('t.total.each')]).toEqual(['20', '10', undefined])
  expect(said).toEqual([])
})

describe('a quotient', () => {
  const parts = `
t:
  columns: {s: 名称, a: 甲 | 个, b: 乙 | 个, each: 人均 | = a / b}
  list: 2
`
  it('by zero stays empty, which is said at the divisor', () => {
    const { at, said, told } = bound(parts, 't: [{s: 子, a: 10, b: 2}, {s: 丑, a: 10, b: 0}, {s: 寅, a: 0, b: 0}]')
    expect([at('t[1].each'), at('t[2].each'), at('t[3].each')]).toEqual(['5.00', undefined, undefined])
    expect(said).toEqual(['divided-by-zero 0', 'divided-by-zero 0'])
    expect(told).toMatch(/data\.yaml:4:45: warning\[divided-by-zero\]: .*人均" .*甲（个） \/ 乙（个）/)
  })

  it('by a figure that was itself worked out is told at what that comes from', () => {
    const sums = 't: {columns: {a: 甲 | 个, b: 乙 | 个, sum: 计 | = a + b, each: 比 | = a / sum}}\n'
    expect(bound(sums, 't: {a: 0, b: 0}').said).toEqual(['divided-by-zero 0'])
  })

  it('of or by a blank is not said to be by zero, and nothing is said where one is stated', () => {
    const { said } = bound(parts, 't: [{s: 子, b: 0}, {s: 丑, a: 10}, {s: 寅, a: 10, b: 0, each: 3}]')
    expect(said).toEqual(['not-computed 0', 'not-computed 10'])
  })
})

describe('a formula with a blank stays empty, which is told', () => {
  const lines = `
fee:
  fields:
    so2: SO~2~ | 元
    nox: NOx | 元
    late: 滞纳金 | 元
    credit: 抵免 | 元
    due: {label: 应缴, unit: 元, value: "= so2 + nox + late - credit"}
    rest: {label: 余额, unit: 元, value: = due - so2}
`
  it('at the first figure that is written, with what is blank, and once for what follows from it', () => {
    const { at, said, told } = bound(lines, 'fee: {nox: 5, so2: 7, credit: 1}')
    expect(at('fee.due')).toBeUndefined()
    expect(said).toEqual(['not-computed 7'])
    expect(told).toMatch(
      /data\.yaml:4:22: warning\[not-computed\]: "应缴.*SO2.* \+ NOx.* blank there is 滞纳金（元）\n/,
    )
    expect(told).toContain('write 0 where there is none')
  })

  it('but not where nothing is written, or the cell is stated', () => {
    expect(bound(lines, 'fee: {due: 12, nox: 5}').said).toEqual(['not-computed 12'])
    expect(bound(lines, 'fee: {due: 12, nox: 5, rest: 1}').said).toEqual([])
    expect(bound(`${lines}    other: 其他 | 元\n`, 'fee: {other: 1}').said).toEqual([])
  })

  it('and not of a sum, which skips blanks, but of what is taken from one', () => {
    const summed = (formula: string) => lines.replace('so2 + nox + late - credit', formula).replace(/ {4}rest.*\n/, '')
    expect(bound(summed('sum(so2, nox, late)'), 'fee: {so2: 7}').said).toEqual([])
    expect(bound(summed('sum(so2, nox) - credit'), 'fee: {so2: 7}').said).toEqual(['not-computed 7'])
    expect(bound(summed('credit + sum(so2, nox)'), 'fee: {credit: 7}').told).toContain(
      'blank there is SO2（元）, NOx（元）',
    )
  })

  it.each(['sum(so2, nox, late, 0 - credit)', 'sum(so2, 0) + sum(nox, 0) + sum(late, 0) - sum(credit, 0)'])(
    'as it need not where blanks are passed over: %s',
    (formula) => {
      const { at, said } = bound(lines.replace('so2 + nox + late - credit', formula), 'fee: {so2: 7, credit: 2}')
      expect([at('fee.due'), said]).toEqual(['5', []])
    },
  )

  it('in each row that is begun, of a column together', () => {
    const list =
      't: {columns: {s: 名称, a: 甲 | 个, b: 乙 | 个, each: {label: 占比, type: number, value: = a / b / sum(a)}}, list: 2}\n'
    const { said, told } = bound(list, 't: [{s: 子, a: 1, b: 2}, {s: 丑}, {s: 寅, a: 3}, {s: 卯, b: 4}]')
    expect(said).toEqual(['not-computed 3', 'not-computed 4'])
    expect(told).toContain('"[3] · 占比"')
  })

  it('but not by a row of which only the whole is known, nor by a cell that nobody may write', () => {
    const shares = `
t:
  columns: {s: 项 | stub, a: 甲 | 个, b: 乙 | 个, c: {label: 计, unit: 个, value: = a + b}, share: {label: 比, type: number, value: = a / all.a}}
  rows: {x: 一, y: 二, z: {label: 三, cells: {b: —, share: —}}, all: {label: 计, cells: {c: —}}}
`
    expect(bound(shares, 't: {x: {a: 1, b: 1}, z: {a: 3}, all: {a: 4}}').said).toEqual([])
  })
})

describe('the total of a list', () => {
  const parts = `
t:
  columns: {s: {label: 项, type: stub}, a: 甲 | 吨, b: 乙 | 吨}
  rows: {x: 一, y: {label: 二, within: x}, z: {label: 三, cells: {b: = x}}, all: 小计 | = x + z}
  list: {blank: 2, total: 合计}
`
  const rows = 'x: {a: 10, b: 20}, y: {a: 5, b: 6}, z: {a: 7}'

  it('adds named rows and its own, none of them twice', () => {
    const { at, said } = bound(parts, `t: {${rows}, list: [{s: 其他, a: 1, b: 2}]}`)
    expect(at('t.all.a')).toBe('17')
    expect(at('t.total.a')).toBe('18')
    expect(at('t.z.b')).toBe('20')
    expect(at('t.total.b')).toBe('22')
    expect(said).toEqual([])
  })

  it('is held against what is stated, and told by its labels', () => {
    const { said, told } = bound(parts, `t: {${rows}, list: [{s: 其他, a: 1}], total: {a: 33}}`)
    expect(said).toEqual(['total-differs 33'])
    expect(told).toContain('"合计 · 甲（吨）" says 33, but Σ 甲（吨） gives 18: a difference of 15')
  })
})

describe('sum', () => {
  const both = `
t:
  columns: {s: {label: 项, type: stub}, a: 甲 | 吨, b: 乙 | 吨, c: "计 | = sum(a, b)"}
  rows: {x: 一, y: {label: 二, within: x}, z: 三, all: "计 | = sum(x, z)"}
`
  it('of several columns adds the cells of the row, in a row that has a formula too', () => {
    const { at, said } = bound(both, 't: {x: {a: 1, b: 2}, y: {a: 1, b: 1}, z: {a: 3, b: 5}}')
    expect(['x', 'y', 'z', 'all'].map((row) => at(`t.${row}.c`))).toEqual(['3', '2', '8', '11'])
    expect(said).toEqual([])
  })

  it('of one column adds the column up, so that each row has its share', () => {
    const { at } = bound(
      `
t:
  columns: {s: {label: 项, type: text}, a: 甲 | 吨, b: {label: 占比, type: number, value: = a / sum(a)}}
  list: 1
`,
      't: [{s: q, a: 1}, {s: r, a: 3}, {s: blank}]',
    )
    expect([1, 2, 3].map((n) => at(`t[${n}].b`))).toEqual(['0.25', '0.75', undefined])
  })

  it('from a row adds all rows but itself, parts and subtotals', () => {
    const { at } = bound(
      `
t:
  columns: {s: {label: 项, type: stub}, a: 甲 | 元, b: {label: 占比, type: rate, value: = 100 * a / sum(a)}}
  rows:
    x: 一
    y: {label: 二, within: x}
    part: 小计 | = x
    z: 三
    all: {label: 计, cells: {a: = sum(a)}}
`,
      't: {x: {a: 1}, y: {a: 1}, z: {a: 3}}',
    )
    expect(at('t.all.a')).toBe('4')
    expect(['x', 'y', 'z', 'all'].map((row) => at(`t.${row}.b`))).toEqual(['25.00', '25.00', '75.00', '100.00'])
  })
})

describe('a quantity', () => {
  const parts = `
l:
  columns: {n: 名 | text, q: 量 | quantity, r: 量 | quantity, s: {label: 和, type: quantity, value: = q + r}, t: {label: 吨, unit: 吨, value: = q}}
  list: {blank: 1, total: 合计}
`

  it('adds up in the unit that all have', () => {
    const { at } = bound(parts, 'l: {list: [{n: a, q: 5 m3}, {n: b, q: 6.50m3}]}')
    expect(at('l.total.q')).toBe('11.50 m3')
  })

  it('is converted within what it measures: in totals, in formulas, into the unit of a column', () => {
    const { at, said } = bound(parts, 'l: {list: [{n: a, q: 5 吨, r: 500 千克}, {n: b, q: 250 千克}]}')
    expect(at('l.total.q')).toBe('5.25 吨')
    expect(at('l[1].s')).toBe('5.5 吨')
    expect(at('l[2].t')).toBe('0.25')
    expect(said).toEqual(['not-computed 250 千克'])
  })

  it('comes to nothing with one that measures something else, or says no unit, which is told', () => {
    for (const [other, tells] of [
      ['3 度', ['not-computed 3 度', 'total-unchecked 9 吨']],
      ['3', ['no-unit 3', 'no-unit 3', 'not-computed 3', 'total-unchecked 9 吨']],
    ] as const) {
      const { at, said } = bound(
        parts,
        `l: {list: [{n: a, q: 5 吨, r: ${other}}, {n: b, q: ${other}}], total: {q: 9 吨}}`,
      )
      expect(at('l[1].s')).toBeUndefined()
      expect(at('l.total.s')).toBeUndefined()
      expect(said).toEqual(tells)
    }
  })

  it('that is stated as the total is compared in its own unit', () => {
    const rows = '{n: a, q: 5 吨, s: 5 吨}, {n: b, q: 500 千克, s: 500 千克}'
    expect(bound(parts, `l: {list: [${rows}], total: {q: 5500 千克}}`).said).toEqual([])
    const { told } = bound(parts, `l: {list: [${rows}], total: {q: 5.5 千克}}`)
    expect(told).toContain('says 5.5 千克, but Σ 量 gives 5500 千克: a difference of -5494.5 千克')
    expect(bound(parts, `l: {list: [${rows}], total: {q: 5.5 度}}`).said).toEqual(['total-differs 5.5 度'])
  })

  it('by a quantity of its kind is a plain figure, by a number a quantity', () => {
    const { at } = bound(
      `
l:
  columns:
    q: 甲 | quantity
    r: 乙 | quantity
    share: {label: 比, type: rate, value: = 100 * q / r}
    twice: {label: 倍, type: quantity, value: = 2 * q}
    product: {label: 积, type: number, value: = q * r}
  list: 1
`,
      'l: [{q: 500 千克, r: 2 吨}]',
    )
    expect(at('l[1].share')).toBe('25.00')
    expect(at('l[1].twice')).toBe('1000 千克')
    expect(at('l[1].product')).toBeUndefined()
  })
})

describe('a formula that names a cell elsewhere', () => {
  it('finds it computed, whichever comes first in the form', () => {
    const { at, said } = bound(
      `
f:
  as: grid
  type: number
  fields: {g: "总数 | = t.all.a", h: "和 | = sum(l.n)", i: "计 | = l.total.n", k: "率 | = b.n / t.all.a"}
b:
  columns: {n: {label: 数, type: number, value: = t.all.a + f.h}, m: 另 | text}
t:
  columns: {s: {label: 项, type: stub}, a: {label: 甲, type: number}}
  rows: {x: 一, y: 二, all: "计 | = sum(x, y)"}
l:
  columns: {name: 名 | text, n: 人 | 人}
  list: {blank: 1, total: 合计}
`,
      't: {x: {a: 1}, y: {a: 3}}\nl: {list: [{name: a, n: 4}, {name: b, n: 5}]}',
    )
    expect(['f.g', 'f.h', 'f.i', 'b.n', 'f.k'].map(at)).toEqual(['4', '9', '9', '13', '3.25'])
    expect(said).toEqual([])
  })

  it('says which it means by labels', () => {
    const { told } = bound(
      `
f: {as: grid, fields: {g: {label: 总数, type: number, value: = t.y.a}}}
t:
  columns: {s: {label: 项, type: stub}, a: {label: 甲, type: number}}
  rows: {x: 一, y: 二}
`,
      'f: {g: 5}\nt: {y: {a: 4}}',
    )
    expect(told).toContain('"总数" says 5, but 二 · 甲 gives 4: a difference of 1')
  })
})

describe('a stated figure', () => {
  const parts = `
t:
  columns: {p: {label: 价, type: number}, q: {label: 量, type: number}, t: {label: 额, type: number, decimals: 2, value: = p * q}}
  list: 2
`
  it('that is the product as the cell prints it agrees', () => {
    expect(bound(parts, 't: [{p: "1.23", q: "1.11", t: "1.37"}]').said).toEqual([])
    const { said, told } = bound(parts, 't: [{p: "1.23", q: "1.11", t: "1.36"}]')
    expect(said).toEqual(['total-differs "1.36"'])
    expect(told).toContain('"[1] · 额" says 1.36, but 价 * 量 gives 1.37: a difference of -0.01')
  })

  it('of fewer places than the result needs does not agree for that', () => {
    expect(bound(parts, 't: [{p: "1.5", q: "1.5", t: "2"}]').said).toEqual(['total-differs "2"'])
  })
})

describe('a computed figure that its cell does not take', () => {
  it.each([
    ['a count with a fraction', 'type: count, value: = p / q', '{p: 5, q: 2}', '2.50', '0, 1, 2, …'],
    ['a count below zero', 'type: count, value: = p - q', '{p: 5, q: 7}', '-2', '0, 1, 2, …'],
    ['a figure above the most', 'type: rate, max: 100, value: = 100 * p / q', '{p: 5, q: 4}', '125.00', '≤ 100'],
    ['a figure below the least', 'type: number, min: 0, value: = p - q', '{p: 5, q: 7}', '-2', '≥ 0'],
  ])('%s is printed and told, at what it comes from', (_, asked, row, printed, allowed) => {
    const parts = `
t:
  columns: {p: {label: 甲, type: number}, q: {label: 乙, type: number}, t: {label: 结果, ${asked}}}
  list: 1
`
    const { at, said, told } = bound(parts, `t: [${row}]`)
    expect(at('t[1].t')).toBe(printed)
    expect(said).toEqual(['computed-out-of-range 5'])
    expect(told).toContain(`"[1] · 结果" comes to ${printed} by `)
    expect(told).toContain(allowed)
  })

  it('is not a count that comes out whole', () => {
    const { at, said } = bound(
      `
t:
  columns: {p: {label: 甲, type: number}, q: {label: 乙, type: number}, t: {label: 结果, type: count, value: = p / q}}
  list: 1
`,
      't: [{p: 6, q: 2}]',
    )
    expect(at('t[1].t')).toBe('3')
    expect(said).toEqual([])
  })
})

it('the total of a list is the exact sum of its figures, however many, long and exact they are', () => {
  const parts = `
t:
  columns: {s: 名称, a: 甲 | 吨}
  list: {blank: 2, total: 合计}
`
  const digits = fc.tuple(fc.boolean(), fc.stringMatching(/^\d{1,18}$/), fc.stringMatching(/^\d{0,6}$/))
  const figure = digits.map(([below, whole, places]) => `${below ? '-' : ''}${whole}${places && `.${places}`}`)
  fc.assert(
    fc.property(fc.array(figure, { minLength: 1, maxLength: 30 }), fc.constantFrom(1, 150), (figures, times) => {
      const all = Array.from({ length: times }, () => figures).flat()
      const list = all.map((each) => `{s: 子, a: "${each}"}`).join(', ')
      const places = Math.max(...figures.map((each) => each.split('.')[1]?.length ?? 0))
      const sum = all.reduce((total, each) => total.plus(each), new Big(0)).toFixed(places)
      expect(bound(parts, `t: {list: [${list}]}`).at('t.total.a')).toBe(sum.replace(/^-(?=[0.]*$)/, ''))
    }),
    { numRuns: 20 },
  )
})
