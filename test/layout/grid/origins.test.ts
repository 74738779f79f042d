import { describe, expect, it } from 'vitest'
import { documentOf } from '../support/filled.ts'

const parts = 'parts: {t: {type: number, columns: {name: 名称 | text, steam: 蒸汽, more: …… | more}, list: 2}}'

/** What a document of these values is refused for: code, file and the text under the first caret. */
function refused(values: string, form = parts): string[][] {
  try {
    documentOf(form, values)
  } catch (error) {
    const told = /(\S+):\d+:\d+: error\[([a-z-]+)\].*\n.*\n[^^]*?\| ( *)(\^+)/g
    const { message } = error as Error
    return [...message.matchAll(told)].map(([, file = '', code = '']) => [code, file])
  }
  return []
}

/** The line and the column, from 1, of the first that was told. */
const placeOf = (values: string, form = parts): number => {
  try {
    documentOf(form, values)
  } catch (error) {
    return Number(/x\.yaml:1:(\d+): error/.exec((error as Error).message)?.[1])
  }
  return 0
}

const added = (count: number): string =>
  Array.from({ length: count }, (_, n) => `c${n + 1}: {label: 第${n + 1}, unit: 吨}`).join(', ')
const head = '{form: x, year: 2024, values: '
const columnOf = (values: string, text: string): number =>
  [...head, ...values.slice(0, values.indexOf(text))].length + 1

describe('what the filler wrote and no page can hold is told where it was written', () => {
  it('columns beyond the most that a table can have: the first of them', () => {
    const values = `{t: {added: {${added(70)}}, list: [{name: 甲, more: {c1: 1}}]}}`
    expect(refused(values)).toContainEqual(['too-many-columns', '/data/x.yaml'])
    expect(placeOf(values)).toBe(columnOf(values, 'c62:'))
  })

  it('columns that leave each other no room for a character', () => {
    const values = `{t: {added: {${added(55)}}, list: [{name: 甲, more: {c1: 1}}]}}`
    expect(refused(values).every(([, file]) => file === '/data/x.yaml')).toBe(true)
    expect(refused(values).map(([code]) => code)).toContain('narrow-column')
  })

  it('figures that no column can be wide enough for: the longest', () => {
    const long = '123456789012345678'.repeat(9)
    const list = `{t: {list: [{name: 甲, steam: 1}, {name: 乙, steam: ${long}}, {name: 丙, steam: 22}]}}`
    expect(refused(list)).toEqual([['crowded-table', '/data/x.yaml']])
    expect(placeOf(list)).toBe(columnOf(list, long))
    const single = 'parts: {t: {type: number, columns: {a: 甲, b: 乙}}}'
    expect(placeOf(`{t: {a: 5, b: ${long}}}`, single)).toBe(columnOf(`{t: {a: 5, b: ${long}}}`, long))
  })

  describe('figures that narrow the columns beside them', () => {
    const others = Array.from({ length: 9 }, (_, n) => `c${n}: {label: 某栏${n}, type: text}`).join(', ')
    const columns = 'n: {label: 数, grouping: true}, m: {label: 负, negative: brackets}, c: 个数 | 个'
    const many = `parts: {t: {type: number, columns: {${columns}, ${others}}, list: 2}}`
    const row = (figure: string) => `{t: {list: [{n: ${figure}, m: -${figure}, c: ${figure}}]}}`

    it('are set small enough for both, as long as that can be read', () => {
      expect(refused(row('123456789012345678'), many)).toEqual([])
    })

    it('are told themselves, and not the columns', () => {
      const values = row('123456789'.repeat(3))
      expect(refused(values, many)).toEqual([['crowded-table', '/data/x.yaml']])
      expect(placeOf(values, many)).toBe(columnOf(values, '-1234'))
    })
  })

  it('a text that its cell may not outgrow', () => {
    const tight =
      'parts: {t: {columns: {a: {label: 甲, width: 10, overflow: error}, b: {label: 乙, width: 40}}, list: 2}}'
    const values = '{t: {list: [{a: 短}, {a: 清洁生产审核评估与验收办公室}]}}'
    expect(refused(values, tight)).toEqual([['text-overflow', '/data/x.yaml']])
    expect(placeOf(values, tight)).toBe(columnOf(values, '清洁'))
  })
})

describe('what the definition alone makes unprintable', () => {
  it('is told at its table', () => {
    const columns = Array.from({ length: 64 }, (_, n) => `c${n}: 栏`).join(', ')
    const form = `parts: {t: {columns: {${columns}}}}`
    expect(refused('{t: {c1: 甲}}', form).map(([, file]) => file)).toContain('/forms/x/2024.yaml')
  })

  it('is told at the column that is too narrow', () => {
    const narrow = Array.from({ length: 40 }, (_, n) => `c${n}: {label: 栏, width: 0.2}`).join(', ')
    const form = `parts: {t: {columns: {n: {label: 名称, width: 200}, ${narrow}}}}`
    const at = form.indexOf('c0:') + 1
    expect(() => documentOf(form, '{}')).toThrow(new RegExp(`/forms/x/2024\\.yaml:4:${at}: error\\[narrow-column\\]`))
  })
})
