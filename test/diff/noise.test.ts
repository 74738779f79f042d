import { describe, expect, it } from 'vitest'
import { compared } from './support.ts'

const checksOf = (old: string, now: string) => compared(old, now).changes.map(({ check }) => check)
const table = (...columns: string[]) =>
  `t:\n  title: 表\n  columns:\n${columns.map((line) => `    ${line}\n`).join('')}`

describe('what follows from one change is told once', () => {
  it('a unit of a whole block', () => {
    const block = (unit: string) => `t: {title: 表, unit: ${unit}, unitAt: row, columns: {a: 甲, b: 乙, c: 丙}}`
    const { changes } = compared(block('吨'), block('万吨'))
    expect(changes.map(({ check, new: now, factor }) => [check, now?.path, factor])).toEqual([
      ['unit-rescaled', 't', '0.0001'],
    ])
  })

  it.each([
    [
      'of a block, beside a column with one of its own',
      (unit: string, own: string) =>
        `t: {title: 表, unit: ${unit}, unitAt: caption, columns: {a: 甲, b: 乙, c: {label: 丙, unit: ${own}}}}`,
      [
        ['km', '万元'],
        ['m', '元'],
      ],
      ['unit-rescaled t', 'unit-rescaled t.c'],
    ],
    [
      'of a spanner, of which the block says nothing',
      (unit: string, own: string) =>
        table(`g: {label: 组, unit: ${unit}, columns: {a: 甲, b: 乙}}`, `c: {label: 丙, unit: ${own}}`),
      [
        ['km', '"%"'],
        ['m', '"%"'],
      ],
      ['unit-rescaled t.g'],
    ],
    [
      'decimals of a spanner',
      (decimals: string, own: string) =>
        table(
          `g: {label: 组, decimals: ${decimals}, type: number, columns: {a: 甲, b: 乙}}`,
          `c: {label: 丙, type: number, decimals: ${own}}`,
        ),
      [
        ['2', '1'],
        ['3', '1'],
      ],
      ['decimals-more t.g'],
    ],
  ] as const)('a unit or decimals %s', (_, form, [old, now], expected) => {
    const { changes } = compared(form(old[0], old[1]), form(now[0], now[1]))
    expect(changes.map(({ check, new: at }) => `${check} ${at?.path}`)).toEqual(expected)
  })

  it('a renamed column that a formula names', () => {
    const old = table('a: 甲 | number', 'b: 乙 | number', 'c: 丙 | = a + b')
    const now = table('x: {label: 甲, type: number, renamedFrom: a}', 'b: 乙 | number', 'c: 丙 | = x + b')
    expect(checksOf(old, now)).toEqual(['column-renamed'])
  })

  it('operands of a sum in another order are no change', () => {
    const old = table('a: 甲 | number', 'b: 乙 | number', 'c: 丙 | = a + b')
    expect(checksOf(old, old.replace('a + b', 'b + a'))).toEqual([])
  })

  it('what is in something added or removed', () => {
    expect(
      checksOf(
        't: {title: 表, sections: {a: 甲}}',
        't: {title: 表, sections: {a: 甲, b: {label: 乙, columns: {x: 一, y: 二}}}}',
      ),
    ).toEqual(['section-added'])
  })

  it('one thing that moved over many', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const { changes } = compared(
      table(...ids.map((id) => `${id}: ${id}`)),
      table(...['e', 'a', 'b', 'c', 'd'].map((id) => `${id}: ${id}`)),
    )
    expect(changes.map(({ check, new: now }) => [check, now?.path])).toEqual([['column-moved', 't.e']])
  })
})

describe('cells are opened or closed only where a person could write, or now can', () => {
  const rows = (column: string, row = 'r: {label: 一, cells: {a: "5"}}') =>
    `${table('s: 项目 | stub', `a: {label: 甲, type: number${column}}`, 'b: 乙 | number')}  rows:\n    ${row}\n`
  const column = (value: string) => table(`a: {label: 甲${value}}`)

  it.each([
    [
      'a column of figures is closed',
      column(', unit: 吨, decimals: 2, required: true'),
      column(', value: —'),
      ['cells-closed'],
    ],
    ['a closed column is opened', column(', value: —'), column(', unit: 吨, max: 5'), ['cells-opened']],
    ['a dash becomes a constant', column(', value: —'), column(', value: 见附表'), ['text-added']],
    ['a constant becomes another', column(', value: 见附表'), column(', value: 见正文'), ['text-changed']],
    ['a constant goes', column(', value: 见附表'), column(''), ['cells-opened', 'text-removed']],
    ['a constant comes', column(''), column(', value: 见附表'), ['cells-closed', 'text-added']],
    ['printed constants of rows go', rows(', given: true'), rows(', given: true', 'r: 一'), ['text-removed']],
    [
      'a row says of its cell what the column said',
      rows(', value: —', 'r: 一'),
      rows('', 'r: {label: 一, cells: {a: —}}'),
      [],
    ],
    ['constants of all rows are said to be given', rows(''), rows(', given: true'), []],
  ])('%s', (_, old, now, checks) => {
    expect(checksOf(old, now)).toEqual(checks)
  })
})

describe('what is said of figures', () => {
  const block = (decimals: string, a: string) => `t: {title: 表${decimals}, columns: {a: 甲 | ${a}, b: 乙 | 吨}}`

  it('is not told of texts that stand among them', () => {
    const { changes } = compared(block('', 'text'), block(', decimals: 2', 'text'))
    expect(changes.map(({ check, new: now }) => [check, now?.path])).toEqual([['decimals-fewer', 't.b']])
  })

  it('is not told of a text that becomes a figure, or a figure that becomes a text', () => {
    const column = (what: string) => table(`a: {label: 甲, ${what}}`)
    const figure = column('type: number, decimals: 2, max: 5, grouping: true')
    expect(checksOf(column('type: text'), figure)).toEqual(['type-narrowed'])
    expect(checksOf(figure, column('type: text'))).toEqual(['type-widened'])
    expect(checksOf(column('type: count'), column('type: number, decimals: 2'))).toEqual(['type-widened'])
  })
})

describe('what `renamedFrom` says of a thing of another kind', () => {
  const old =
    't: {title: 表, sections: {f: {label: 甲, fields: {x: 一, y: 人数 | 人}}, b: {label: 乙, columns: {a: 甲, c: 丙}}}}'
  const now =
    't: {title: 表, sections: {f: {label: 甲, fields: {x: 一, c: {label: 丙, renamedFrom: t.b.c}}}, b: {label: 乙, columns: {a: 甲, y: {label: 人数, unit: 万人, renamedFrom: t.f.y}}}}}'

  it.each([
    ['there', old, now],
    ['back', now, old],
  ])('is removed and added, %s', (_, from, to) => {
    expect(checksOf(from, to).toSorted()).toEqual(['column-added', 'column-removed', 'field-added', 'field-removed'])
  })
})

it('where other content stands, what it is made of now and was before is told', () => {
  const entry = 't: {title: 表, sections: {a: 甲, b: 乙}}'
  const fields = 't: {title: 表, sections: {a: 甲, b: {label: 乙, fields: {x: 一, y: 二}}}}'
  expect(checksOf(entry, fields)).toEqual(['content-changed', 'field-added', 'field-added'])
  expect(checksOf(fields, entry)).toEqual(['content-changed', 'field-removed', 'field-removed'])
})

it('what came into a section whose content is another is told, as it is not where it stood', () => {
  const old = 't: {title: 表, sections: {a: {label: 甲, fields: {x: 一, y: 二}}, b: 乙}}'
  const now =
    't: {title: 表, sections: {a: {label: 甲, fields: {x: 一}}, b: {label: 乙, fields: {y: {label: 二, renamedFrom: t.a.y}}}}}'
  expect(checksOf(old, now).toSorted()).toEqual(['content-changed', 'field-renamed'])
  expect(checksOf(now, old).toSorted()).toEqual(['content-changed', 'field-renamed'])
})

it('a new column that must be filled in breaks data that has no value for it', () => {
  const { changes } = compared(table('a: 甲'), table('a: 甲', 'b: {label: 乙, required: true}'))
  expect(changes.map(({ check, impact }) => [check, impact])).toEqual([
    ['column-added', 'extends-data'],
    ['required-added', 'breaks-data'],
  ])
})

describe('a likely rename', () => {
  it('is suggested and not assumed', () => {
    const { changes, likelyRenames } = compared(table('dust: 烟粉尘'), table('particles: 烟粉尘'))
    expect(changes.map(({ check }) => check)).toEqual(['column-removed', 'column-added'])
    expect(likelyRenames.map(({ old, new: now }) => [old.path, now.path])).toEqual([['t.dust', 't.particles']])
  })

  it.each([
    [
      'a column that went under a spanner',
      table('a: 甲', 'so2: 二氧化硫排放量 | 吨', 'n: 备注'),
      table('a: 甲', 'air: {label: 废气, columns: {sulphur: 二氧化硫排放量 | 吨}}', 'n: 备注'),
      ['t.so2 → t.air.sulphur'],
    ],
    [
      'a column that left its spanner and kept its id',
      table('air: {label: 废气, columns: {so2: 二氧化硫 | 吨, nox: 氮氧化物 | 吨}}'),
      table('air: {label: 废气, columns: {nox: 氮氧化物 | 吨}}', 'so2: 二氧化硫量 | 吨'),
      ['t.air.so2 → t.so2'],
    ],
    [
      'what went into another section',
      't: {title: 表, sections: {s: {label: 一, fields: {x: 经费总额, y: 人数}}}}',
      't: {title: 表, sections: {s: {label: 一, fields: {y: 人数}}, r: {label: 资金, fields: {z: 经费总额}}}}',
      ['t.s.x → t.r.z'],
    ],
    [
      'a spanner, and not what stands below it',
      table('g: {label: 主要废气, columns: {a: 甲, b: 乙}}'),
      table('h: {label: 主要废气, columns: {a: 甲, b: 乙}}'),
      ['t.g → t.h'],
    ],
    [
      'nothing where several could be meant',
      table('g: {label: 组, columns: {x: 数量}}', 'h: {label: 群, columns: {y: 数量}}', 'n: 备注'),
      table('v: {label: 新, columns: {z: 数量}}', 'n: 备注'),
      [],
    ],
  ])('is found: %s', (_, old, now, expected) => {
    const { likelyRenames } = compared(old, now)
    expect(likelyRenames.map(({ old: a, new: b }) => `${a.path} → ${b.path}`)).toEqual(expected)
  })

  it.each([
    [
      'what is measured alike at the same place',
      table('a: 氮氧化物 | 吨', 'dust: 烟粉尘 | 吨', 'n: 危险废物 | 吨'),
      table('a: 氮氧化物 | 吨', 'particles: 颗粒物 | 吨', 'n: 危险废物 | 吨'),
      ['t.dust → t.particles'],
    ],
    [
      'what is measured otherwise at the same place: not',
      table('a: 氮氧化物 | 吨', 'dust: 烟粉尘 | 吨'),
      table('a: 氮氧化物 | 吨', 'particles: 颗粒物 | 万元'),
      [],
    ],
    [
      'what is measured alike at another place: not',
      table('a: 氮氧化物 | 吨', 'dust: 烟粉尘 | 吨', 'n: 危险废物 | 吨'),
      table('particles: 颗粒物 | 吨', 'a: 氮氧化物 | 吨', 'n: 危险废物 | 吨'),
      [],
    ],
    [
      'a column as a spanner: not',
      table('a: 甲', 'bad: 差等路 | 公里'),
      table('a: 甲', 'upper: {label: 优良等路, columns: {x: 优等路 | 公里, y: 良等路 | 公里}}'),
      [],
    ],
    [
      'a section that holds other things: not',
      't: {title: 表, sections: {a: 甲, b: {label: 清洁生产审核培训情况, columns: {x: 期数 | 期, y: 人次 | 人次}}}}',
      't: {title: 表, sections: {a: 甲, c: {label: 清洁生产方案资金投入, columns: {z: 总投入 | 万元}}}}',
      [],
    ],
    [
      'a section that holds much of the same',
      't: {title: 表, sections: {a: 甲, b: {label: 清洁生产审核培训情况, columns: {x: 期数 | 期, y: 人次 | 人次}}}}',
      't: {title: 表, sections: {a: 甲, c: {label: 清洁生产培训开展情况, columns: {x: 期数 | 期, z: 参加人次 | 人次}}}}',
      ['t.b → t.c'],
    ],
    [
      'an option, which cannot say so: not',
      table('a: {label: 甲, options: {x: 是, y: 否}}'),
      table('a: {label: 甲, options: {z: 是, y: 否}}'),
      [],
    ],
  ])('looks at what things are: %s', (_, old, now, expected) => {
    for (const [from, to, turn] of [
      [old, now, false],
      [now, old, true],
    ] as const) {
      const { likelyRenames } = compared(from, to)
      const [a, b] = turn ? (['new', 'old'] as const) : (['old', 'new'] as const)
      expect(likelyRenames.map((each) => `${each[a].path} → ${each[b].path}`)).toEqual(expected)
    }
  })

  it.each([
    ['the same words', '注：一律按验收时的数据填写。', '注：一律按验收时的数据填写。', 1],
    ['nearly the same words', '注：一律按验收时的数据填写。', '注：一律按验收当时的数据填写。', 1],
    ['other words', '注：一律按验收时的数据填写。', '注：没有的填零。', 0],
  ])('of a note with %s', (_, old, now, count) => {
    const noted = (id: string, text: string) => `${table(`a: "甲[^${id}]"`)}notes: {${id}: "${text}"}\n`
    const whole = (source: string) => `parts:\n${source.replace(/^(?!notes)(?=.)/gm, '  ')}`
    const { likelyRenames } = compared(whole(noted('n', old)), whole(noted('m', now)))
    expect(likelyRenames).toHaveLength(count)
  })

  it('is not suggested of what says so', () => {
    const { likelyRenames } = compared(table('dust: 烟粉尘'), table('particles: {label: 烟粉尘, renamedFrom: dust}'))
    expect(likelyRenames).toEqual([])
  })

  it('is not suggested of what is called something else', () => {
    expect(compared(table('a: 烟粉尘'), table('b: 危险废物')).likelyRenames).toEqual([])
  })
})

it('words show which characters changed, numbers whole', () => {
  const { changes } = compared(table('a: 按 GB/T 4754－2002 填写'), table('a: 按 GB/T 4754－2017 填写'))
  expect(changes[0]?.words).toEqual([
    { kind: 'same', text: '按 GB/T 4754－' },
    { kind: 'removed', text: '2002' },
    { kind: 'added', text: '2017' },
    { kind: 'same', text: ' 填写' },
  ])
})

it.each([
  ['度', '万度', '0.0001'],
  ['万度', '度', '10000'],
  ['吨', '千克', '1000'],
  ['kg', 'lb', '100000000/45359237'],
])('figures in %s become figures in %s times %s, exactly', (from, to, factor) => {
  const { changes } = compared(table(`a: 甲 | ${from}`), table(`a: 甲 | ${to}`))
  expect(changes.find(({ check }) => check === 'unit-rescaled')?.factor).toBe(factor)
})

describe('instructions', () => {
  const form = (pattern: string, instructions: string) =>
    `numbering: {tables: ${pattern}}\nparts:\n  t:\n    title: 表\n    columns: {a: 甲}\n    instructions: {${instructions}}\n`

  it('that got other numbers by an insert are told once, of their part', () => {
    const { changes } = compared(form('表1', 'b: 乙, c: 丙'), form('表1', 'a: 甲, b: 乙, c: 丙'))
    expect(changes.map(({ check, before, after }) => [check, before, after])).toEqual([
      ['instruction-added', undefined, '甲'],
      ['instructions-renumbered', '1 2', '2 3'],
    ])
  })

  it('that name the number of their table have not changed where that is another', () => {
    const [old, now] = [form('表1', 'a: "{{number}}照实填"'), form('附表1', 'a: "{{number}}照实填"')]
    expect(checksOf(old, now).toSorted()).toEqual(['numbering-changed', 'tables-renumbered'])
    expect(checksOf(old, now.replace('照实填', '照填'))).toContain('instruction-changed')
  })
})
