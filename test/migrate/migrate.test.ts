import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { migrateData } from '../../src/migration.ts'
import { disk, edition, filling, migrated, valuesOf } from './support/migrating.ts'

/** Carries values over and checks that the result fills. */
function carry(before: string, after: string, values: string, files: Readonly<Record<string, string>> = {}) {
  const went = migrated([before, after], values, { files })
  expect(filling([before, after], went, files)).toBe('')
  return { values: valuesOf(went), changes: went.changes, files: went.files, said: went.said }
}

describe('what stays', () => {
  it('keeps its comments, order and digits; only the year is another', () => {
    const form = 't: {type: number, columns: {a: 甲, b: {label: 乙, type: text}}}\n'
    const values = '# 汇总\nt:   {b: "00123", a: 1234567890123456.70}  # 已核\n'
    expect(carry(form, form, values)).toMatchObject({ values, changes: [] })
  })

  it('stays in its order beside what changes', () => {
    const before = 't: {type: number, columns: {a: 甲, b: 乙, c: 丙}}\n'
    const after = 't: {type: number, columns: {a: 甲, b: 乙, d: {label: 丁, renamedFrom: c}}}\n'
    expect(carry(before, after, 't:\n  c: 3 # 丙\n  # 前\n  a: 1\n').values).toBe('t:\n  d: 3 # 丁\n  # 前\n  a: 1\n')
  })
})

describe('a comment', () => {
  const older = 't: {columns: {a: 节电 | 度, b: 烟粉尘 | 吨, c: 备注}}\n'
  const newer = 't: {columns: {a: 节电 | 万度, p: {label: 颗粒物, unit: 吨, renamedFrom: b}, c: 备注}}\n'

  it('that says a label or unit of its key says the new one', () => {
    const values =
      't:\n  a: 15000 # 节电：数，度；年度\n  # 烟粉尘在下\n  b: 3 # 烟粉尘，2020年核定\n  c: "# 烟粉尘" # 烟粉尘另见\n'
    expect(carry(older, newer, values).values).toBe(
      't:\n  a: 1.5 # 节电：数，万度；年度\n  # 颗粒物在下\n  p: 3 # 颗粒物，2020年核定\n  c: "# 烟粉尘" # 烟粉尘另见\n',
    )
  })

  it('is no text that looks like one', () => {
    const values = 't:\n  c: |\n    # 烟粉尘\n  b: 3 # 烟粉尘\n'
    expect(carry(older, newer, values).values).toBe('t:\n  c: |\n    # 烟粉尘\n  p: 3 # 颗粒物\n')
  })

  it('follows where nothing else changes, in rows, too', () => {
    const rows = (label: string) => `t: {type: number, columns: {n: 名 | stub, x: ${label}}, rows: {r: ${label}行}}\n`
    expect(carry(rows('甲'), rows('乙'), 't:   {r: {x: 1}}   # 甲行，甲，甲乙\n').values).toBe(
      't:   {r: {x: 1}}   # 乙行，乙，甲乙\n',
    )
  })

  it('that a data file begins with names the title of the new year', () => {
    const titled = (year: number) =>
      `form: f\nedition: ${year}\ntitle: "{{year}}年表"\nparts:\n  t: {columns: {a: 甲}}\n`
    const texts = {
      'forms/f/2020.yaml': titled(2020),
      'forms/f/2024.yaml': titled(2024),
      'a.yaml': '# 2020年表\n# 2020年填\nform: f\nyear: 2020\nvalues: {t: {a: 文}}\n',
    }
    const files = disk(texts)
    const { outputs } = migrateData({ files, definitions: 'forms', data: 'a.yaml', to: 2024 })
    expect(outputs[0]?.text).toBe('# 2024年表\n# 2020年填\nform: f\nyear: 2024\nvalues: {t: {a: 文}}\n')
    const there = { files, definitions: 'forms', data: 'b.yaml', to: 'forms/f/2020.yaml', from: 'forms/f/2024.yaml' }
    const back = migrateData({ ...there, files: disk({ ...texts, 'b.yaml': outputs[0]?.text ?? '' }) })
    expect(back.outputs[0]?.text).toContain('# 2020年表\n# 2020年填\nform: forms/f/2020.yaml\nyear: 2020\n')
  })
})

describe('a rename', () => {
  it('is followed on every level', () => {
    const before = 'p:\n  sections:\n    s: {label: 甲, columns: {g: {label: 组, columns: {x: 一 | 个}}}}\n    f: 乙\n'
    const after =
      'q:\n  renamedFrom: p\n  sections:\n    r: {label: 甲, renamedFrom: s, columns: {h: {label: 组, renamedFrom: g, columns: {y: {label: 一, unit: 个, renamedFrom: x}}}}}\n    e: {label: 乙, renamedFrom: f}\n'
    expect(carry(before, after, 'p:\n  s: {g: {x: 1}}\n  f: 文\n')).toEqual({
      values: 'q:\n  r: {h: {y: 1}}\n  e: 文\n',
      changes: [],
      files: expect.anything(),
      said: '',
    })
  })

  it('is followed to another section, column and row group', () => {
    const before =
      'p:\n  sections:\n    s: {label: 甲, fields: {x: 一, y: 二}}\n    t: {label: 乙, columns: {g: {label: 组, columns: {a: 子 | 个}}, b: 丑 | 个}}\n'
    const after =
      'p:\n  sections:\n    s: {label: 甲, fields: {x: 一}}\n    u: {label: 丙, fields: {y: {label: 二, renamedFrom: p.s.y}}}\n    t: {label: 乙, columns: {g: {label: 组, columns: {b: {label: 丑, unit: 个, renamedFrom: p.t.b}}}, a: {label: 子, unit: 个, renamedFrom: p.t.g.a}}}\n'
    expect(carry(before, after, 'p:\n  s: {x: 一, y: 二}\n  t: {g: {a: 1}, b: 2}\n').values).toBe(
      'p:\n  s: {x: 一}\n  t: {a: 1, g: {b: 2}}\n  u:\n    y: 二\n',
    )
  })

  it('is followed out of a section, spanner or row group that is gone', () => {
    const older =
      'p:\n  sections:\n    s: {label: 甲, fields: {x: 一}}\n    t: {label: 乙, columns: {g: {label: 组, columns: {a: 子 | 个}}, b: 丑 | 个}}\n    r: {label: 丙, columns: {n: 名 | stub, v: 数 | 个}, rows: {k: {label: 群, rows: {i: 子行}}, j: 丑行}}\n'
    const newer =
      'p:\n  sections:\n    u: {label: 丁, fields: {x: {label: 一, renamedFrom: p.s.x}}}\n    t: {label: 乙, columns: {a: {label: 子, unit: 个, renamedFrom: p.t.g.a}, b: 丑 | 个}}\n    r: {label: 丙, columns: {n: 名 | stub, v: 数 | 个}, rows: {i: {label: 子行, renamedFrom: p.r.k.i}, j: 丑行}}\n'
    const values = 'p:\n  s: {x: 一}\n  t: {g: {a: 1}, b: 2}\n  r: {k: {i: {v: 3}}, j: {v: 4}}\n'
    const { values: there, changes } = carry(older, newer, values)
    expect(there).toBe('p:\n  t: {b: 2, a: 1}\n  r: {j: {v: 4}, i: {v: 3}}\n  u:\n    x: 一\n')
    expect(changes).toEqual([])
    const back = migrated([older, newer], there, { year: 2024, to: 2020 })
    expect(back.changes).toEqual([])
    expect(valuesOf(back)).toBe('p:\n  t: {b: 2, g: {a: 1}}\n  r: {j: {v: 4}, k: {i: {v: 3}}}\n  s:\n    x: 一\n')
  })

  it('is followed back to an older edition', () => {
    const editions = [
      't: {columns: {a: 甲 | 度}}\n',
      't: {columns: {b: {label: 甲, unit: 万度, renamedFrom: a}}}\n',
    ] as const
    const went = migrated(editions, 't: {b: 1.5}\n', { year: 2024, to: 2020 })
    expect(went.text).toBe('form: f\nyear: 2020\nvalues:\n  t: {a: 15000}\n')
  })
})

describe('what has moved to another place', () => {
  /** There as given, and back with nothing told. */
  const thereAndBack = (older: string, newer: string, values: string, expected: string, back = values) => {
    expect(carry(older, newer, values)).toMatchObject({ values: expected, changes: [], said: '' })
    const went = migrated([older, newer], expected, { year: 2024, to: 2020 })
    expect({ values: parse(valuesOf(went)), changes: went.changes }).toEqual({ values: parse(back), changes: [] })
  }
  const sections = (...all: readonly string[]) => `p:\n  sections:\n${all.map((each) => `    ${each}\n`).join('')}`

  it('a field that becomes a column is converted, and so is one that was a column', () => {
    const older = sections(
      'f: {label: 甲, fields: {x: 一, people: 人数 | 人}}',
      's: {label: 乙, columns: {k: 子 | 吨, m: 丑 | 吨}}',
    )
    const newer = sections(
      'f: {label: 甲, fields: {x: 一, m: {label: 丑, unit: 万吨, renamedFrom: p.s.m}}}',
      's: {label: 乙, columns: {k: 子 | 吨, people: {label: 人数, unit: 万人, renamedFrom: p.f.people}}}',
    )
    const values = 'p:\n  f: {x: 文, people: 50000}\n  s: {k: 1, m: 20000}\n'
    thereAndBack(older, newer, values, 'p:\n  f: {x: 文, m: 2}\n  s: {k: 1, people: 5}\n')
    expect(migrated([older, newer], values).outcome).toMatchObject({ carried: 4, converted: 2 })
  })

  it('a column or spanner of one row', () => {
    const funds = 'label: 资金, unit: 万元, columns: {firms: 企业, gov: 政府}'
    const older = sections(
      `s: {label: 方案, columns: {low: 低 | number, funds: {${funds}}}}`,
      'o: {label: 其他, columns: {x: 甲 | number}}',
    )
    const values = 'p:\n  s: {low: 3, funds: {firms: 1.5, gov: 2}}\n  o: {x: 9}\n'
    const spanner = sections(
      's: {label: 方案, columns: {low: 低 | number}}',
      `i: {label: 投资, columns: {funds: {renamedFrom: p.s.funds, ${funds}}}}`,
      'o: {label: 其他, columns: {x: 甲 | number}}',
    )
    thereAndBack(
      older,
      spanner,
      values,
      'p:\n  s: {low: 3}\n  o: {x: 9}\n  i:\n    funds:\n      firms: 1.5\n      gov: 2\n',
    )
    const leaves = sections(
      `s: {label: 方案, columns: {funds: {${funds}}}}`,
      'o: {label: 其他, columns: {x: 甲 | number, low: {label: 低, type: number, renamedFrom: p.s.low}}}',
    )
    thereAndBack(older, leaves, values, 'p:\n  s: {funds: {firms: 1.5, gov: 2}}\n  o: {x: 9, low: 3}\n')
  })

  it('out of a section that is gone, or is filled in another way', () => {
    const older = sections('s: {label: 甲, columns: {a: 子 | 吨, b: 丑 | 吨}}', 'o: {label: 乙, columns: {x: 寅 | 吨}}')
    const x = 'x: 寅 | 吨, a: {label: 子, unit: 千克, renamedFrom: p.s.a}'
    const values = 'p:\n  s: {a: 1, b: 2}\n  o: {x: 3}\n'
    const kept = 'p:\n  o: {x: 3, a: 1000}\n'
    expect(carry(older, sections(`o: {label: 乙, columns: {${x}}}`), values)).toMatchObject({
      values: kept,
      changes: ['migrate-no-place p.s.b 2'],
    })
    expect(
      carry(
        older,
        sections('s: {label: 甲, columns: {b: 丑 | 吨}, list: 1}', `o: {label: 乙, columns: {${x}}}`),
        values,
      ),
    ).toMatchObject({
      values: kept,
      changes: ['migrate-shape p.s.b 2'],
    })
  })

  const rows = (id: string, columns: string, all: string) =>
    `${id}: {columns: {item: 项 | stub, ${columns}}, rows: {${all}}}\n`

  it('a named row, with what the columns are there', () => {
    thereAndBack(
      rows('p', 'v: 值 | 吨, w: 文', 'a: 甲, g: {label: 群, rows: {b: 乙}}') + rows('q', 'v: 值 | 千克', 'x: 子'),
      rows('p', 'v: 值 | 吨, w: 文', 'a: 甲') + rows('q', 'v: 值 | 千克', 'x: 子, b: {label: 乙, renamedFrom: p.g.b}'),
      'p: {a: {v: 1}, g: {b: {v: 2}}}\nq: {x: {v: 3}}\n',
      'p: {a: {v: 1}}\nq: {x: {v: 3}, b: {v: 2000}}\n',
    )
  })

  it('a column of named rows, row by row', () => {
    thereAndBack(
      rows('p', 'v: 值 | 吨, w: 量 | 吨', 'a: 甲, b: 乙') + rows('q', 'v: 值 | 千克', 'a: 甲, b: 乙'),
      rows('p', 'v: 值 | 吨', 'a: 甲, b: 乙') +
        rows('q', 'v: 值 | 千克, u: {label: 量, unit: 千克, renamedFrom: p.w}', 'a: 甲, b: 乙'),
      'p: {a: {v: 1, w: 2}, b: {v: 3, w: 4}}\nq: {a: {v: 5}}\n',
      'p: {a: {v: 1}, b: {v: 3}}\nq: {a: {v: 5, u: 2000}, b: {u: 4000}}\n',
    )
  })

  it('is told where rows do not correspond, and where there is no row', () => {
    const list = (id: string, columns: string) => `${id}: {columns: {n: 名, ${columns}}, list: 1}\n`
    const older = list('p', 'v: 值 | 吨, w: 量 | 吨') + list('q', 'x: 子 | 吨')
    const newer = list('p', 'v: 值 | 吨') + list('q', 'x: 子 | 吨, w: {label: 量, unit: 吨, renamedFrom: p.w}')
    expect(carry(older, newer, 'p: [{v: 1, w: 2}]\nq: [{x: 3}]\n')).toMatchObject({
      values: 'p: [{v: 1}]\nq: [{x: 3}]\n',
      changes: ['migrate-shape p.w 2'],
    })
    const csv = { 'a.csv': 'v,w\n1,2\n' }
    expect(carry(older, newer, 'p: {file: a.csv}\n', csv).changes).toEqual(['migrate-shape p.w 2'])
    expect(
      carry(
        rows('p', 'v: 值 | 吨, w: 量 | 吨', 'a: 甲, b: 乙') + rows('q', 'x: 值 | 吨', 'a: 甲'),
        rows('p', 'v: 值 | 吨', 'a: 甲, b: 乙') +
          rows('q', 'x: 值 | 吨, w: {label: 量, unit: 吨, renamedFrom: p.w}', 'a: 甲'),
        'p: {a: {w: 1}, b: {w: 2}}\n',
      ),
    ).toMatchObject({ values: 'q:\n  a:\n    w: 1\n', changes: ['migrate-shape p.b.w 2'] })
  })

  it('is told where the new place does not take it', () => {
    const older = sections(
      'f: {label: 甲, fields: {x: 一, people: 人数 | 人, why: 原因, mix: {label: 混, filled: "<m:人>人（<s:%>%）"}}}',
      's: {label: 乙, columns: {k: 子 | 吨}}',
    )
    const newer = sections(
      'f: {label: 甲, fields: {x: 一}}',
      's: {label: 乙, columns: {k: 子 | 吨, why: {label: 原因, unit: 吨, renamedFrom: p.f.why}, people: {label: 人数, value: —, renamedFrom: p.f.people}, mix: {label: 混, type: date, renamedFrom: p.f.mix}}}',
    )
    expect(
      carry(older, newer, 'p:\n  f: {x: 文, people: 5, why: 因为, mix: {m: 1, s: 2}}\n  s: {k: 1}\n'),
    ).toMatchObject({
      values: 'p:\n  f: {x: 文}\n  s: {k: 1}\n',
      changes: [
        'migrate-closed p.f.people 5',
        'migrate-refused p.f.why 因为',
        'migrate-no-place p.f.mix.m 1',
        'migrate-no-place p.f.mix.s 2',
      ],
    })
  })

  it('and was worked out, comes over as the figure where it is asked for', () => {
    const older = sections(
      's: {label: 甲, columns: {a: 子 | 吨, b: 丑 | 吨, all: {label: 计, unit: 吨, value: = a + b}}}',
      'o: {label: 乙, columns: {x: 寅 | 吨}}',
    )
    const newer = sections(
      's: {label: 甲, columns: {a: 子 | 吨, b: 丑 | 吨}}',
      'o: {label: 乙, columns: {x: 寅 | 吨, all: {label: 计, unit: 千克, renamedFrom: p.s.all}}}',
    )
    expect(carry(older, newer, 'p:\n  s: {a: 1, b: 2}\n  o: {x: 3}\n')).toMatchObject({
      values: 'p:\n  s: {a: 1, b: 2}\n  o: {x: 3, all: 3000}\n',
      said: '',
    })
  })
})

describe('a unit', () => {
  const unit = (before: string, after: string, value: string) =>
    carry(`t: {columns: {a: ${before}}}\n`, `t: {columns: {a: ${after}}}\n`, `t: {a: ${value}}\n`)

  it.each([
    ['甲 | 度', '甲 | 万度', '13307373708', '1330737.3708'],
    ['甲 | 万吨', '甲 | 吨', '0.1234567890123456789', '1234.567890123456789'],
    ['甲 | 度', '甲 | 万度', '2603286.0', '260.32860'],
    ['甲 | 度', '甲 | 万度', '15000', '1.5'],
    ['甲 | 亩', '甲 | 万亩', '12.50', '0.001250'],
    ['甲 | quantity', '甲 | 吨', '1.50 吨', '1.50'],
    ['甲 | quantity', '甲 | 吨', '1.5 kg', '0.0015'],
    ['甲 | 吨', '甲 | quantity', '1.50', '1.50 吨'],
    ['甲 | 度', '甲 | 千瓦时', '1.50', '1.50'],
  ])('%s → %s is exact: %s is %s', (before, after, value, expected) => {
    expect(unit(before, after, value)).toMatchObject({ values: `t: {a: ${expected}}\n`, changes: [] })
  })

  it('that does not convert, or not to a finite decimal, leaves the value behind', () => {
    expect(unit('甲 | 吨', '甲 | 度', '5')).toMatchObject({ changes: ['migrate-unit t.a 5'] })
    const own = (factor: number) => `t: {columns: {a: 甲 | 批}}\nunits: {批: {of: mass, factor: ${factor}}}\n`
    expect(carry(own(1000), own(3000), 't: {a: 1}\n').changes).toEqual(['migrate-inexact t.a 1'])
  })

  it('that is new or gone carries the figure over, to be looked at', () => {
    expect(unit('甲 | number', '甲 | 吨', '5')).toMatchObject({
      values: 't: {a: 5}\n',
      changes: ['migrate-unit-new t.a 5'],
    })
    expect(unit('甲 | 吨', '甲 | number', '5')).toMatchObject({
      values: 't: {a: 5}\n',
      changes: ['migrate-unit-gone t.a 5'],
    })
  })

  it('of a row, of a place within a text, of a total row', () => {
    const rows = (unit: string) =>
      `t: {columns: {n: 名 | stub, u: 单位 | unit, a: {label: 数, type: number}}, rows: {x: {label: 甲, unit: ${unit}}}}\n`
    expect(carry(rows('吨'), rows('万吨'), 't: {x: {a: 5}}\n').values).toBe('t: {x: {a: 0.0005}}\n')
    const text = (unit: string) => `t: {fields: {f: {label: 甲, value: 约<q:${unit}>}}}\n`
    expect(carry(text('吨'), text('千克'), 't: {f: {q: 1.5}}\n').values).toBe('t: {f: {q: 1500}}\n')
    const list = (unit: string) => `t: {columns: {n: 名, a: 数 | ${unit}}, list: {blank: 1, total: 计}}\n`
    expect(carry(list('吨'), list('千克'), 't: {list: [{n: 子, a: 1}], total: {a: 2}}\n')).toMatchObject({
      values: 't: {list: [{n: 子, a: 1000}], total: {a: 2000}}\n',
      said: '',
    })
  })
})

describe('a computed cell', () => {
  const form = (all: string) => `t: {type: number, columns: {a: 甲, b: 乙, all: ${all}}}\n`

  it('is left out where the program comes to the stated figure', () => {
    expect(carry(form('计'), form('计 | = a + b'), 't: {a: 1, b: 2, all: 3}\n').values).toBe('t: {a: 1, b: 2}\n')
  })
  it('keeps a stated figure that the program does not come to, and says so', () => {
    const { values, said } = carry(form('计'), form('计 | = a + b'), 't: {a: 1, b: 2, all: 4}\n')
    expect(values).toBe('t: {a: 1, b: 2, all: 4}\n')
    expect(said).toContain('[total-differs]')
  })
  it('keeps what was stated where parts are blank', () => {
    expect(carry(form('计'), form('计 | = a + b'), 't: {a: 1, all: 4}\n')).toMatchObject({
      values: 't: {a: 1, all: 4}\n',
      said: '',
    })
  })
})

describe('a computed cell whose formula changes', () => {
  const form = (all: string) => `t: {type: number, columns: {a: 甲, b: 乙, c: 丙, all: {label: 计, value: ${all}}}}\n`
  const [older, newer] = [form('= a + b'), form('= a + b + c')]

  it('is worked out anew where the stated figure was what the program came to', () => {
    const values = 't: {a: 1, b: 2, c: 3, all: 3}\n'
    expect(carry(older, newer, values)).toMatchObject({ values: 't: {a: 1, b: 2, c: 3}\n', changes: [], said: '' })
    expect(migrated([older, newer], values).outcome).toMatchObject({ carried: 3, recomputed: 1 })
  })

  it('keeps a figure that was the filler’s own, or that the program does not come to any more', () => {
    const own = 't: {a: 1, b: 2, c: 3, all: 4}\n'
    expect(carry(older, newer, own)).toMatchObject({ values: own, said: '' })
    const alone = 't: {a: 1, c: 3, all: 4.5}\n'
    expect(carry(older, form('= a * c'), alone)).toMatchObject({
      values: alone,
      said: expect.stringContaining('[total-differs]'),
    })
    const gone = 't: {a: 1, b: 2, all: 3}\n'
    expect(carry(older, newer, gone)).toMatchObject({ values: gone, said: '' })
  })

  it('also where it is part of another, in lists and in CSV files', () => {
    const two = (sub: string) =>
      `t: {type: number, columns: {a: 甲, b: 乙, sub: {label: 小计, value: ${sub}}, all: {label: 计, value: = sub + a}}}\n`
    expect(carry(two('= a + b'), two('= a * b'), 't: {a: 1, b: 2, sub: 3, all: 4}\n').values).toBe('t: {a: 1, b: 2}\n')
    const list = (text: string) => text.replace('}}}', '}}, list: 1}')
    expect(
      carry(list(older), list(newer), 't: [{a: 1, b: 2, c: 3, all: 3}, {a: 1, b: 1, c: 1, all: 5}]\n').values,
    ).toBe('t: [{a: 1, b: 2, c: 3}, {a: 1, b: 1, c: 1, all: 5}]\n')
    const csv = { 'a.csv': 'a,b,c,all\n1,2,3,3\n1,1,1,5\n' }
    expect(carry(list(older), list(newer), 't: {file: a.csv}\n', csv).files['b.csv']).toBe(
      '\ufeffa,b,c,all\n1,2,3,\n1,1,1,5\n',
    )
  })
})

describe('a cell that only the source edition works out', () => {
  it('comes over as the figure it comes to, converted', () => {
    const older = 't: {columns: {a: 甲 | 度, b: 乙 | 度, all: 计 | = a + b}}\n'
    const newer = 't: {columns: {a: 甲 | 万度, b: 乙 | 万度, all: 计 | 万度}}\n'
    const editions = [older.replace('all: 计 | = a + b', 'all: {label: 计, unit: 度, value: = a + b}'), newer] as const
    expect(carry(...editions, 't: {a: 10000, b: 5000}\n').values).toBe('t: {a: 1, b: 0.5, all: 1.5}\n')
  })

  it('also in named rows, in lists and in CSV files', () => {
    const rows = (all: string) => `t: {columns: {n: 名 | stub, a: 数 | 个}, rows: {x: 甲, y: 乙, all: ${all}}}\n`
    expect(carry(rows('计 | = x + y'), rows('计'), 't: {x: {a: 1}, y: {a: 2}}\n').values).toBe(
      't: {x: {a: 1}, y: {a: 2}, all: {a: 3}}\n',
    )
    const list = (all: string) => `t: {type: number, columns: {n: 名 | text, a: 甲, b: 乙, all: ${all}}, list: 1}\n`
    const editions = [list('计 | = a + b'), list('计')] as const
    expect(carry(...editions, 't: [{n: 子, a: 1, b: 2}, {n: 丑, a: 3}]\n').values).toBe(
      't: [{n: 子, a: 1, b: 2, all: 3}, {n: 丑, a: 3}]\n',
    )
    const csv = { 'a.csv': '名,甲,乙\n子,1,2\n丑,3,\n' }
    expect(carry(...editions, 't: {file: a.csv}\n', csv).files['b.csv']).toBe('\ufeff名,甲,乙,计\n子,1,2,3\n丑,3,,\n')
  })
})

describe('what has no place', () => {
  it('is told with its value, each value of it', () => {
    const before = 'p:\n  sections:\n    s: {label: 甲, columns: {n: 名, a: 数 | 个}, list: 2}\n    t: 乙\n'
    const { values, changes } = carry(
      before,
      'p: {sections: {t: 乙}}\n',
      'p:\n  s: [{n: 子, a: 1}, {n: 丑}]\n  t: 文\n',
    )
    expect(values).toBe('p:\n  t: 文\n')
    expect(changes).toEqual(['migrate-no-place p.s.n 子', 'migrate-no-place p.s.a 1', 'migrate-no-place p.s.n 丑'])
  })
  it('may be filled in another way, be closed, or be rows too many', () => {
    const list = 'columns: {n: 名, a: 数 | 个}'
    expect(carry(`t: {${list}}\n`, `t: {${list}, list: 1}\n`, 't: {n: 子, a: 1}\n').changes).toEqual([
      'migrate-shape t.n 子',
      'migrate-shape t.a 1',
    ])
    expect(
      carry('t: {columns: {a: 甲, b: 乙}}\n', 't: {columns: {a: 甲, b: 乙 | —}}\n', 't: {a: 文, b: 字}\n'),
    ).toMatchObject({
      values: 't: {a: 文}\n',
      changes: ['migrate-closed t.b 字'],
    })
    expect(
      carry(
        `t: {${list}, list: 1}\n`,
        `t: {${list}, list: {blank: 1, more: false}}\n`,
        't: [{n: 子}, {n: 丑, a: 2}]\n',
      ),
    ).toMatchObject({
      values: 't: [{n: 子}]\n',
      said: expect.stringContaining(
        '(t) takes at most 1 rows in the edition of 2024, 2 left behind: 名 丑; 数（个） 2 (a.yaml:4)',
      ),
      changes: ['migrate-too-many t.n 丑', 'migrate-too-many t.a 2'],
    })
  })
  it('are columns of the filler’s own where the form takes none any more', () => {
    const form = (more: string) => `t: {columns: {n: 名${more}}, list: 1}\n`
    const values = 't:\n  added: {x: {label: 蒸汽, unit: 吨}}\n  list: [{n: 子, e: {x: 5}}]\n'
    expect(carry(form(', e: …… | more'), form(', e: …… | more'), values).values).toBe(values)
    expect(carry(form(', e: …… | more'), form(''), values)).toMatchObject({
      values: 't:\n  list: [{n: 子}]\n',
      changes: [
        'migrate-no-place t.added.x.label 蒸汽',
        'migrate-no-place t.added.x.unit 吨',
        'migrate-no-place t.e.x 5',
      ],
    })
  })
})

describe('what the other edition refuses', () => {
  it.each([
    ['甲', '甲 | 个', '12.5', 'not-a-count'],
    ['甲 | number', '{label: 甲, type: number, max: 100}', '101', 'out-of-range'],
    ['甲', '{label: 甲, length: 2}', '三个字', 'too-long'],
    ['甲', '甲 | date', '去年', 'not-a-date'],
    ['{label: 甲, options: {a: 子, b: 丑}}', '{label: 甲, options: {a: 子}}', 'b', 'not-an-option'],
  ])('%s → %s: %s stays behind, and why is said', (before, after, value, reason) => {
    const went = migrated(
      [`t: {columns: {a: ${before}, z: 末}}\n`, `t: {columns: {a: ${after}, z: 末}}\n`],
      `t: {a: ${value}, z: 文}\n`,
    )
    expect(valuesOf(went)).toBe('t: {z: 文}\n')
    expect(went.changes).toEqual([`migrate-refused t.a ${value}`])
    expect(went.outcome.changes[0]?.words).toEqual({ reason })
  })

  it('and what it requires is asked for', () => {
    const went = migrated(
      ['t: {columns: {a: 甲}}\n', 't: {columns: {a: 甲, b: {label: 乙, required: true}}}\n'],
      't: {a: 文}\n',
    )
    expect(went.changes).toEqual(['migrate-missing t.b'])
    expect(went.said).toContain('"乙" (t.b)')
  })
})

describe('an option', () => {
  const form = (options: string) => `t: {columns: {a: {label: 甲, options: {${options}}}, n: 名}}\n`
  const went = (before: string, after: string, value: string) =>
    carry(form(before), form(after), `t: {a: ${value}, n: 文}\n`)
  const labels = (value: string) => `t: {a: ${value}, n: 文}\n`

  it.each([
    ['子', '子鼠'],
    ['a', 'a'],
  ])('follows its id to other words, which a person has to check: %s', (value, expected) => {
    const { values, changes, said } = went('a: 子, b: 丑', 'a: 子鼠, b: 丑', value)
    expect(values).toBe(labels(expected))
    expect(changes).toEqual([`migrate-option t.a ${value}`])
    expect(said).toContain('the option a was "子" and is "子鼠" now, 1 carried over by its id')
  })

  it.each([
    ['of other words that another option had', 'a: Under 50, b: Under 100', 'a: Under 100, b: Over', 'b “Under 100”'],
    ['of words that another option has now', 'a: 五十以下, b: 其他', 'a: 百以下, b: 五十以下', 'b “五十以下”'],
    ['that became two of like words', 'a: 改扩建, b: 新建', 'a: 改建, b: 新建, c: 扩建', 'c “扩建”'],
  ])('%s says which', (_, before, after, other) => {
    const { changes, said } = went(before, after, 'a')
    expect(changes).toEqual(['migrate-option-alike t.a a'])
    expect(said).toContain(`and there is ${other} like it`)
  })

  it('is told once for all that chose it, and counted as what it is', () => {
    const rows = (words: string) =>
      `t: {columns: {n: 名 | text, a: {label: 甲, options: {a: ${words}, b: 丑}}}, list: 1}\n`
    const { outcome } = migrated([rows('子'), rows('鼠')], 't: [{n: 一, a: 子}, {n: 二, a: 子}, {n: 三, a: b}]\n')
    expect(outcome.diagnostics.map(({ code, words }) => [code, words.count])).toEqual([['migrate-option', '2']])
    expect(outcome).toMatchObject({ carried: 6, converted: 0, relabelled: 2 })
  })

  it('whose words differ in a note or in spaces alone is the same', () => {
    expect(went('a: 子 鼠, b: 丑', 'a: 子鼠, b: 丑', '子 鼠')).toMatchObject({ values: labels('子鼠'), changes: [] })
  })
})

describe('what the source’s own edition requires and is not filled in', () => {
  const form = (b: string) => `t: {columns: {a: 甲, ${b}}}\n`
  const required = 'b: {label: 乙, required: true}'

  it('stops nothing and is told, once', () => {
    expect(carry(form(required), form('b: 乙'), 't: {a: 文}\n')).toMatchObject({
      values: 't: {a: 文}\n',
      changes: ['migrate-incomplete t.b'],
      said: expect.stringContaining('"乙" (t.b), which the edition of the data requires, is not filled in'),
    })
    for (const now of [required, 'c: {label: 乙, required: true, renamedFrom: b}']) {
      const went = migrated([form(required), form(now)], 't: {a: 文}\n')
      expect(valuesOf(went)).toBe('t: {a: 文}\n')
      expect(went.changes).toEqual([`migrate-missing t.${now.charAt(0)}`])
    }
  })

  it('as where a migration left it open itself, or in the rows of a list', () => {
    const back = migrated([form('z: 末'), form(`${required}, z: 末`)], 't: {a: 文}\n', { year: 2024, to: 2020 })
    expect(valuesOf(back)).toBe('t: {a: 文}\n')
    expect(back.changes).toEqual(['migrate-incomplete t.b'])
    const list = (b: string) => form(b).replace('}}', '}, list: 1}')
    const rows = migrated(
      [form(required).replace('}}}', '}}, list: 1}'), list('b: 乙')],
      't: [{a: 文}, {a: 字, b: 丑}]\n',
    )
    expect(valuesOf(rows)).toBe('t: [{a: 文}, {a: 字, b: 丑}]\n')
    expect(rows.changes).toEqual(['migrate-incomplete b'])
  })
})

describe('a date', () => {
  const form = (type: string) => `t: {columns: {a: 甲 | ${type}, n: 名}}\n`
  it.each([
    ['date', 'year', '2020年3月5日', '2020'],
    ['date', 'month', '2020-3-05', '2020-03'],
    ['month', 'year', '2020-12', '2020'],
  ])('of which less is asked for is shortened, and that is told: %s → %s', (from, to, value, expected) => {
    const { values, changes } = carry(form(from), form(to), `t: {a: ${value}, n: 文}\n`)
    expect(values).toBe(`t: {a: ${expected}, n: 文}\n`)
    expect(changes).toEqual([`migrate-date t.a ${value}`])
  })

  it.each([
    ['year', 'a year is wanted'],
    ['month', 'a month is wanted'],
    ['date', 'not a date'],
  ])('that is no %s stays behind, and what is wanted is said', (to, said) => {
    const went = migrated([form('text'), form(to)], 't: {a: 去年, n: 文}\n')
    expect(went.changes).toEqual(['migrate-refused t.a 去年'])
    expect(went.said).toContain(`(${said})`)
  })
})

describe('a list in a CSV file', () => {
  const before = 't: {columns: {seq: 序号 | seq, n: 名称, a: 电 | 度, b: 尘 | 吨, c: 煤 | 吨}, list: 1}\n'

  it('stays where nothing in it changes', () => {
    const { values, files } = carry(before, before, 't: {file: a.csv}\n', { 'a.csv': '名称,电\n子,1\n' })
    expect(values).toBe('t: {file: a.csv}\n')
    expect(Object.keys(files)).toEqual(['b.yaml'])
  })

  it('is written anew, its columns converted, renamed or left behind with each value told', () => {
    const after =
      't: {columns: {seq: 序号 | seq, n: 名称, a: 电 | 万度, p: {label: 颗粒物, unit: 吨, renamedFrom: b}}, list: 1}\n'
    const csv = '序号,名称,电,尘,煤\n1,"子, 丑",15000,2.50,7\n2,寅,,3,8\n'
    const { values, files, changes } = carry(before, after, 't: {file: a.csv}\n', { 'a.csv': csv })
    expect(values).toBe('t: {file: b.csv}\n')
    expect(files['b.csv']).toBe('\ufeff序号,名称,电,颗粒物（吨）\n1,"子, 丑",1.5,2.50\n2,寅,,3\n')
    expect(changes).toEqual(['migrate-no-place t.c 7', 'migrate-no-place t.c 8'])
  })

  it.each([
    ['a label by the new label', '名称,尘', '名称,颗粒物（吨）'],
    ['an id by the new id', 'n,g.b', 'n,g.p'],
    ['a label that now is ambiguous by those above it', '名称,煤', '名称,燃料·量（吨）'],
  ])('follows new labels and ids in its header: %s', (_, header, expected) => {
    const older =
      't: {columns: {n: 名称, g: {label: 组, columns: {b: 尘 | 吨}}, f: {label: 燃料, columns: {c: 煤 | 吨}}}, list: 1}\n'
    const newer = older
      .replace('b: 尘 | 吨', 'p: {label: 颗粒物, unit: 吨, renamedFrom: b}, q: 量 | 吨')
      .replace('煤', '量')
    const went = carry(older, newer, 't: {file: a.csv}\n', { 'a.csv': `${header}\n子,1\n` })
    expect(went.files['b.csv']).toBe(`\ufeff${expected}\n子,1\n`)
    expect(went.changes).toEqual([])
  })

  it('of which there is no list any more, is told value by value', () => {
    const { changes } = carry(before, 'u: {columns: {n: 名称}}\n', 't: {file: a.csv}\n', { 'a.csv': '名称,电\n子,1\n' })
    expect(changes).toEqual(['migrate-no-place t.n 子', 'migrate-no-place t.a 1'])
  })

  it('keeps the files of two lists apart, whatever they are called', () => {
    const two = (unit: string) =>
      ['p', 'q'].map((id) => `${id}: {columns: {n: 名称, a: 电 | ${unit}}, list: 1}\n`).join('')
    const csv = { 'x/l.csv': '名称,电\n甲,10000\n', 'y/l.csv': '名称,电\n乙,20000\n' }
    const { files, values } = carry(two('度'), two('万度'), 'p: {file: x/l.csv}\nq: {file: y/l.csv}\n', csv)
    expect(values).toBe('p: {file: b-l.csv}\nq: {file: b-l-2.csv}\n')
    expect([files['b-l.csv'], files['b-l-2.csv']]).toEqual(['\ufeff名称,电\n甲,1\n', '\ufeff名称,电\n乙,2\n'])
  })

  it('is called after the data, once, however often they go there and back', () => {
    const editions = [
      't: {columns: {n: 名称, a: 电 | 度}, list: 1}\n',
      't: {columns: {n: 名称, a: 电 | 万度}, list: 1}\n',
    ] as const
    const named = (name: string) => {
      const went = migrated(editions, `t: {file: ${name}}\n`, { files: { [name]: '名称,电\n甲,10000\n' } })
      return valuesOf(went)
    }
    expect(named('a.csv')).toBe('t: {file: b.csv}\n')
    expect(named('a-firms.csv')).toBe('t: {file: b-firms.csv}\n')
    expect(named('ab.csv')).toBe('t: {file: b-ab.csv}\n')
    expect(named('a-2-a-2.csv')).toBe('t: {file: b-2-a-2.csv}\n')
  })

  it('may have figures that the other edition refuses', () => {
    const after = before.replace('c: 煤 | 吨', 'c: {label: 煤, unit: 吨, decimals: 1}')
    const { files, changes } = carry(before, after, 't: {file: a.csv}\n', { 'a.csv': '名称,煤\n子,1.25\n丑,1.5\n' })
    expect(files['b.csv']).toBe('\ufeff名称,煤\n子,\n丑,1.5\n')
    expect(changes).toEqual(['migrate-refused t.c 1.25'])
  })
})

describe('what was signed under other figures', () => {
  it('comes over with the text that it stands below, and has to be signed again', () => {
    const form = 't: {fields: {f: {label: 意见, lines: 3, sign: "（盖章）\\n<date:date>"}}}\n'
    const values = 't: {f: {text: 属实, date: 2024-10-8}}\n'
    expect(carry(form, form, values)).toMatchObject({
      values,
      changes: ['migrate-signed t.f.text 属实', 'migrate-signed t.f.date 2024-10-8'],
    })
  })

  it.each([
    ['fields', 't: {fields: {who: {label: 填表人, type: signature}, day: 日期 | date, phone: 电话}}\n'],
    ['columns', 't: {columns: {who: {label: 填表人, type: signature}, day: 日期 | date, phone: 电话}}\n'],
  ])('is told once, with the dates beside the signatures: in %s', (_, form) => {
    const { outcome, said } = migrated([form, form], 't: {who: 张三, day: 2021-1-8, phone: "12345"}\n')
    expect(outcome.diagnostics.map(({ code }) => code)).toEqual(['migrate-signed'])
    expect(said).toContain('2 signatures, signed opinions or their dates, given for the report of 2020')
    expect(said).toContain('填表人 张三; 日期 2021-1-8')
    expect(outcome.years).toEqual({ from: 2020, to: 2024 })
  })

  it('says nothing of dates where nobody signs, nor of the same report', () => {
    const dated = 't: {fields: {day: 日期 | date}}\n'
    expect(carry(dated, dated, 't: {day: 2021-1-8}\n').changes).toEqual([])
    const signed = 't: {fields: {who: {label: 填表人, type: signature}}}\n'
    expect(migrated([signed, signed], 't: {who: 张三}\n', { to: 2020 }).changes).toEqual([])
  })
})

it('says which edition holds for a year that has none of its own', () => {
  const form = 't: {columns: {a: 甲}}\n'
  const { outcome, text } = migrated([form, form], 't: {a: 文}\n', { to: 2031 })
  expect(text).toContain('year: 2031')
  expect(outcome.diagnostics).toEqual([
    expect.objectContaining({ code: 'edition-holds', words: { form: 'f', year: '2031', edition: '2024' } }),
  ])
})

describe('JSON', () => {
  const form = (unit: string) => edition(2020, `t: {columns: {a: 甲, n: 乙 | ${unit}, b: 丙}}\n`)
  const through = (data: string, text: string, to = 'new.yaml', out?: string) => {
    const files = disk({ 'old.yaml': form('度'), 'new.yaml': form('万度'), [data]: text })
    const request = { files, definitions: '.', data, from: 'old.yaml', to, ...(out === undefined ? {} : { out }) }
    const { outputs, diagnostics } = migrateData(request)
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
    return outputs
  }
  const json = '{"form": "f", "year": 2020, "values": {"t": {"a": "文", "n": 15000, "b": "007"}}}'

  it('stays JSON: strings are strings, figures keep their digits', () => {
    const [written] = through('a.json', json.replace('15000', '15000.50'))
    expect(written?.path).toBe('a-2020.json')
    expect(written?.text).toBe(
      '{\n  "form": "new.yaml",\n  "year": 2020,\n  "values": {\n    "t": {\n      "a": "文",\n      "n": 1.500050,\n      "b": "007"\n    }\n  }\n}\n',
    )
  })

  it('keeps its bytes where the head alone changes', () => {
    expect(through('a.json', json, 'old.yaml')[0]?.text).toBe(json.replace('"f"', '"old.yaml"'))
  })

  it('is what a file of that name holds, and YAML one of another', () => {
    const yaml = '# 汇总\nform: f\nyear: 2020\nvalues:\n  t: {a: 00123, n: 1.50, b: ~} # 已核\n'
    expect(through('a.yaml', yaml, 'old.yaml', 'b.json')[0]?.text).toBe(
      '{\n  "form": "old.yaml",\n  "year": 2020,\n  "values": {\n    "t": {\n      "a": "00123",\n      "n": 1.50,\n      "b": null\n    }\n  }\n}\n',
    )
    expect(through('a.json', json, 'new.yaml', 'b.yaml')[0]?.text).toBe(
      'form: "new.yaml"\nyear: 2020\nvalues:\n  t:\n    a: "文"\n    n: 1.5\n    b: "007"\n',
    )
  })
})

it('data of a definition that is named by its file go back to an earlier edition of the form', () => {
  const files = disk({
    'forms/f/2020.yaml': edition(2020, 't: {columns: {a: 甲, b: 乙}}\n'),
    'drafts/2024.yaml': edition(2024, 't: {columns: {c: {label: 丙, renamedFrom: a}, b: 乙}}\n'),
    'a.yaml': 'form: drafts/2024.yaml\nyear: 2024\nvalues: {t: {c: 文, b: 字}}\n',
  })
  const { outputs } = migrateData({ files, definitions: 'forms', data: 'a.yaml', to: 2020 })
  expect(outputs).toEqual([{ path: 'a-2020.yaml', text: 'form: f\nyear: 2020\nvalues: {t: {a: 文, b: 字}}\n' }])
})

it('data go back by path to the year of the earlier edition, and forward keep their own where it is later', () => {
  const files = disk({
    '2016.yaml': edition(2016, 't: {columns: {a: 甲}}\n'),
    '2020.yaml': edition(2020, 't: {columns: {a: 甲, b: 乙}}\n'),
    'a.yaml': 'form: 2020.yaml\nyear: 2022\nvalues: {t: {a: 文}}\n',
    'b.yaml': 'form: 2016.yaml\nyear: 2018\nvalues: {t: {a: 文}}\n',
    'c.yaml': 'form: 2016.yaml\nyear: 2021\nvalues: {t: {a: 文}}\n',
  })
  const head = (data: string, to: string) => {
    const [{ path, text } = { path: '', text: '' }] = migrateData({ files, definitions: '.', data, to }).outputs
    return [path, text.split('\n')[1]]
  }
  expect(head('a.yaml', '2016.yaml')).toEqual(['a-2016.yaml', 'year: 2016'])
  expect(head('a.yaml', '2020.yaml')).toEqual(['a-2022.yaml', 'year: 2022'])
  expect(head('b.yaml', '2020.yaml')).toEqual(['b-2020.yaml', 'year: 2020'])
  expect(head('c.yaml', '2020.yaml')).toEqual(['c-2021.yaml', 'year: 2021'])
})

it('data with errors go nowhere, and are told of', () => {
  const form = 't: {columns: {a: 甲 | 个}}\n'
  const { outcome, said } = migrated([form, form], 't: {a: 12家, b: 1}\n')
  expect(outcome.outputs).toEqual([])
  expect(said).toContain('[not-a-figure]')
  expect(said).toContain('[unknown-data-id]')
})
