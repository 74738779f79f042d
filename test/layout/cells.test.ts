import { describe, expect, it } from 'vitest'
import { cellsOf, documentOf, rowsOf, textsOf } from './support/filled.ts'

describe('lines that the filler adds', () => {
  it('stand among numbered lines', () => {
    const parts = `
parts:
  t:
    as: grid
    columns: {n: {type: code}, t: {type: stub}, v: {type: value}}
    fields:
      a: {label: 甲, code: "1"}
      g: {label: 组, fields: {m: {label: ……, code: "2", more: 补充}}}`
    expect(rowsOf(documentOf(parts))).toEqual([['1', '甲', ''], ['组'], ['2', '……', '补充']])
    expect(rowsOf(documentOf(parts, '{t: {a: 3, g: {m: [{label: 新, text: 5}, 六]}}}'))).toEqual([
      ['1', '甲', '3'],
      ['组'],
      ['2', '新', '5'],
      ['2', '……', '六'],
    ])
  })
})

describe('boxes for characters', () => {
  const parts = `
parts:
  f: {as: grid, type: number, fields: {a: {label: 码, length: 4, boxes: true, value: = b * 10}, b: 数}}`

  it('hold one each', () => {
    expect(rowsOf(documentOf(parts, '{f: {b: 12}}'))[0]?.slice(0, 5)).toEqual(['码', '1', '2', '0', ''])
  })

  it('give way to one cell where the value has more characters than there are boxes', () => {
    expect(rowsOf(documentOf(parts, '{f: {b: 12345}}'))[0]).toEqual(['码', '123450'])
  })
})

describe('decimals that hold for a whole part', () => {
  it('are not those of counts', () => {
    const parts = `
parts:
  t:
    decimals: 2
    columns: {n: 名, a: 企业 | 家, b: 金额 | 万元}
    list: {blank: 1, more: false, total: 合计}`
    expect(rowsOf(documentOf(parts, '{t: [{n: 甲, a: 7, b: 3}]}')).slice(-2)).toEqual([
      ['甲', '7', '3.00'],
      ['合计', '7', '3.00'],
    ])
  })
})

describe('the label of a total row', () => {
  const label = (columns: string) =>
    rowsOf(documentOf(`parts: {t: {columns: {${columns}}, list: {blank: 1, more: false, total: 合计}}}`)).at(-1)

  it('stands in the first column', () => expect(label('n: 名, a: 甲 | 吨')).toEqual(['合计', '']))

  it('stands in the first that has no total', () =>
    expect(label('a: 甲 | 吨, n: 名, b: 乙 | 吨')).toEqual(['', '合计', '']))

  it('leaves the first its total', () => {
    const parts = 'parts: {t: {columns: {a: 甲 | 吨, n: 名}, list: {blank: 1, total: 合计}}}'
    expect(rowsOf(documentOf(parts, '{t: [{a: 1, n: x}, {a: 2, n: y}]}')).at(-1)).toEqual(['3', '合计'])
  })
})

describe('the text of a value', () => {
  const parts = `
parts:
  f:
    as: grid
    fields:
      a: {label: 甲, value: '\\<重要\\>共**<n:count>人**'}
      b: {label: 乙, value: '\\<重要\\>'}
      c: {label: 丙, value: 'SO~2~\\<5且<n:count>'}`

  it('prints < where it is escaped, and has no place to write there', () => {
    expect(rowsOf(documentOf(parts)).map(([, text]) => text)).toEqual(['<重要>共　　　人', '<重要>', 'SO2<5且　　　'])
    expect(cellsOf(documentOf(parts)).filter(({ input }) => input)).toHaveLength(2)
  })

  it('takes what is filled in at its other places', () => {
    const filled = documentOf(parts, '{f: {a: {n: 3}, c: {n: 4}}}')
    expect(rowsOf(filled).map(([, text]) => text)).toEqual(['<重要>共3人', '<重要>', 'SO2<5且4'])
  })
})

describe('a cell that no data can reach', () => {
  it('is open: units, codes and groups of rows that the form does not name', () => {
    const parts = `
parts:
  t:
    columns: {g: {type: group}, s: {type: stub}, u: {type: unit}, c: {type: code}, a: {label: 甲, type: number}}
    rows: {x: {label: 一, unit: 吨, code: "01"}}
    list: {blank: 1, more: false}`
    const row = cellsOf(documentOf(parts)).filter(({ id }) => id.startsWith('t[1]'))
    expect(row.map(({ id, role, input }) => [id, role, input])).toEqual([
      ['t[1].g', 'open', false],
      ['t[1].s', 'input', true],
      ['t[1].u', 'open', false],
      ['t[1].c', 'open', false],
      ['t[1].a', 'input', true],
    ])
  })
})

describe('attached files are listed below the part', () => {
  const file = 'o: {label: 原件, type: file, printed: false}'
  const listed = (content: string, values: string) =>
    textsOf(documentOf(`parts: {p: {as: grid, ${content}}}`, `{p: ${values}}`, ['a.pdf'])).slice(1)

  it('from a list', () =>
    expect(listed(`columns: {n: 名, ${file}}, list: 1`, '[{n: x, o: a.pdf}]')).toEqual(['附件：1. x（a.pdf）']))

  it('from a block among fields', () =>
    expect(
      listed(
        `fields: {g: {label: 组, fields: {l: {columns: {n: 名, ${file}}, list: 1}}}}`,
        '{g: {l: [{n: x, o: a.pdf}]}}',
      ),
    ).toEqual(['附件：1. x（a.pdf）']))

  it('from under a spanner', () =>
    expect(listed(`columns: {s: {label: 跨, columns: {n: 名, ${file}}}}, list: 1`, '[{s: {n: x, o: a.pdf}}]')).toEqual([
      '附件：1. x（a.pdf）',
    ]))

  it('from named rows, by their labels', () =>
    expect(
      listed(
        `columns: {s: {type: stub}, n: 名, ${file}}, rows: {g: {label: 组, rows: {r: 一}}}`,
        '{g: {r: {n: x, o: a.pdf}}}',
      ),
    ).toEqual(['附件：1. 一（a.pdf）']))

  it('from a single row', () =>
    expect(listed(`columns: {n: 名, ${file}}`, '{n: x, o: a.pdf}')).toEqual(['附件：1. x（a.pdf）']))

  it('by their names without folders, but for those that tell two apart', () => {
    const paths = ['批复/a.pdf', './甲/证明.pdf', '乙/证明.pdf', 'b\\\\c.pdf', '批复/a.pdf', 'x/y/z.pdf', 'w/y/z.pdf']
    const list = paths.map((path) => `{n: x, o: "${path}"}`).join(', ')
    const values = `{p: [${list}]}`
    const beside = paths.map((path) => path.replace('./', '').replace('\\\\', '\\'))
    const document = documentOf(`parts: {p: {as: grid, columns: {n: 名, ${file}}, list: 1}}`, values, beside)
    const names = ['a.pdf', '甲/证明.pdf', '乙/证明.pdf', 'c.pdf', 'a.pdf', 'x/y/z.pdf', 'w/y/z.pdf']
    expect(textsOf(document).slice(1)).toEqual(
      names.map((name, n) => `${n === 0 ? '附件：' : ''}${n + 1}. x（${name}）`),
    )
  })

  it('under what is asked for, where nothing else names them', () =>
    expect(listed(`columns: {n: 名, ${file}}, list: 1`, '[{o: a.pdf}]')).toEqual(['附件：1. 原件（a.pdf）']))
})

describe('the row that says more may follow', () => {
  const parts = 'parts: {t: {columns: {name: 企业, n: 数 | 个}, list: 2}}'
  const firstCells = (rows: number): (string | undefined)[] =>
    rowsOf(documentOf(parts, `{t: [${Array.from({ length: rows }, (_, n) => `{name: 厂${n + 1}}`).join(', ')}]}`)).map(
      ([first]) => first,
    )

  it('stays while rows of the blank are left, and goes with the last of them', () => {
    expect(firstCells(1).slice(1)).toEqual(['厂1', '', '……'])
    expect(firstCells(2).slice(1)).toEqual(['厂1', '厂2'])
    expect(firstCells(3).slice(1)).toEqual(['厂1', '厂2', '厂3'])
  })
})
