import { describe, expect, it } from 'vitest'
import { Diagnostics, formatDiagnostics } from '../../src/diagnostics/index.ts'
import { newEdition } from '../../src/new-edition/index.ts'
import { type FormRequest, grid, newEdition as run } from '../../src/pipeline.ts'
import { picture } from '../../src/report/index.ts'
import { forms, said } from '../support/forms.ts'

/** The next edition of a source, and what is to be looked at: code and the words. */
function next(source: string, year = 2024): { text: string | undefined; looks: string[] } {
  const report = new Diagnostics()
  const text = newEdition({ source, file: '2020.yaml', target: `${year}.yaml`, year }, report)
  return {
    text,
    looks: report.list.map(({ code, words }) => [code, words.name, words.newer].filter(Boolean).join(' ')),
  }
}

const head = 'form: f\nedition: 2020 # the first\ntitle: 表\n'

describe('the text of the next edition', () => {
  it('is the last one with another year, comments and order kept', () => {
    const source = `# 表\n${head}\n# 甲\nparts:\n  t: {columns: {b: 乙,   a: 甲}}  # 两列\n`
    expect(next(source).text).toBe(source.replace('2020', '2024'))
  })

  it.each([
    ['in braces, last', 'c: {label: 甲, renamedFrom: a}', 'c: {label: 甲}'],
    ['in braces, first', 'c: {renamedFrom: [a, b], label: 甲}', 'c: {label: 甲}'],
    ['in braces, alone', 'c: {renamedFrom: a}', 'c: {}'],
    [
      'on a line',
      'c:\n        label: 甲\n        renamedFrom: a # 原名\n        unit: 吨',
      'c:\n        label: 甲\n        unit: 吨',
    ],
    [
      'as a list on lines',
      'c:\n        renamedFrom:\n          - a\n          - b\n        label: 甲',
      'c:\n        label: 甲',
    ],
    ['alone on a line', 'c:\n        renamedFrom: a', 'c:\n        {}'],
  ])('has no renamedFrom %s', (_, before, after) => {
    const source = (column: string, year: number) =>
      `${head.replace('2020', String(year))}parts:\n  t:\n    columns:\n      ${column}\n      z: 乙\nnotes:\n  n: 注\n`
    expect(next(source(before, 2020)).text).toBe(source(after, 2024))
  })

  it('has none in its notes either, and keeps an option of that name', () => {
    const source = (note: string) =>
      `form: f\nedition: 2024\ntitle: 表\nparts:\n  t: {fields: {a: {label: 甲, options: {renamedFrom: 改名}}}}\nnotes:\n  n: ${note}\n`
    expect(next(source('{text: 注, renamedFrom: m}')).text).toBe(source('{text: 注}'))
  })
})

describe('what deserves a look', () => {
  const looks = (text: string): string[] => next(`${head}parts:\n  t: {text: "${text}"}\n`).looks

  it('is a year, but not {{year}}', () => {
    expect(looks('{{year}}年比2019年')).toEqual(['look-year 2019'])
  })
  it.each([
    ['2019 年', '2019'],
    ['2020-2021年', '2020-2021'],
    ['2020－21年', '2020－21'],
    ['二〇二四年', '二〇二四'],
    ['２０２０年', '２０２０'],
  ])('is a year in every spelling: %s', (text, name) => {
    expect(looks(text)).toEqual([`look-year ${name}`])
  })
  it('is not a figure that looks like one', () => {
    expect(looks('12020吨、2020.5吨、三〇〇一')).toEqual([])
  })
  it('is an older code list, also in shorthand', () => {
    const columns = (industry: string) => next(`${head}parts:\n  t: {columns: {type: "${industry}"}}\n`).looks
    expect(columns('2019年行业 | gbt4754-2002')).toEqual(['look-list gbt4754-2002 gbt4754-2017', 'look-year 2019'])
    expect(columns('行业 | gbt4754-2017')).toEqual([])
  })
  it('is told once, with every place where it stands', () => {
    const report = new Diagnostics()
    const source = `# 自2019年\n${head}parts:\n  t: {columns: {a: 2019年数, b: 比 2019 年}}\n`
    newEdition({ source, file: '2020.yaml', target: '2024.yaml', year: 2024 }, report)
    const said = formatDiagnostics(report.list, new Map([['2024.yaml', source]]), { locale: 'en', colour: false })
    expect(said).toBe('2024.yaml:1:4: info[look-year]: says the year 2019 (also at 6:20, 6:33)\n\n1 remark\n')
  })
  it('is a document by its number or title, each once', () => {
    expect(looks('按环办科财〔2020〕27号文和《办法》，又按《办法》')).toEqual([
      'look-citation 按环办科财〔2020〕27号',
      'look-citation 《办法》',
    ])
  })
  it('is a standard, with the newest edition where it is known', () => {
    expect(looks('GB/T 4754－2002、GB/T4754-2011、GB/T 4754—2017、JTG H20-2007')).toEqual([
      'look-standard GB/T 4754－2002 GB/T 4754-2017',
      'look-standard GB/T4754-2011 GB/T 4754-2017',
      'look-citation GB/T 4754—2017',
      'look-standard JTG H20-2007 JTG 5210-2018',
    ])
  })
  it('is a time that does not roll with the year', () => {
    expect(looks('当年12月底、近五年、截至 31 December')).toEqual([
      'look-date 当年12月底',
      'look-date 近五年',
      'look-date 截至',
      'look-date December',
    ])
  })
})

describe('the year of the next edition', () => {
  const source = 'form: f\nedition: 2020\ntitle: 表\nparts: {t: {columns: {a: 甲}}}\n'
  const folder = (...names: string[]): FormRequest['files'] => ({
    read: () => source,
    bytes: () => new TextEncoder().encode(source),
    list: (dir) => (dir === 'd' ? ['f'] : dir === 'd/f' ? names : []),
    exists: (path) => names.some((name) => path === `d/f/${name}`),
  })
  const codes = (form: string, year: number, target: string | undefined, ...names: string[]) => {
    const request = { files: folder(...names), definitions: 'd', form, year }
    const { diagnostics, text } = run({ ...request, ...(target === undefined ? {} : { target }) })
    expect(text === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'))
    return diagnostics.flatMap(({ code, severity }) => (severity === 'error' ? [code] : []))
  }

  it('is after that of the edition that it comes from', () => {
    expect(codes('d/f/2020.yaml', 2021, undefined, '2020.yaml')).toEqual([])
    expect(codes('d/f/2020.yaml', 2020, 'x.yaml', '2020.yaml')).toEqual(['edition-not-after'])
    expect(codes('d/f/2020.yaml', 2019, undefined, '2020.yaml')).toEqual(['edition-not-after'])
  })

  it('has no edition yet, wherever the new one is written', () => {
    expect(codes('f', 2021, 'x.yaml', '2020.yaml')).toEqual([])
    expect(codes('f', 2020, 'x.yaml', '2020.yaml')).toEqual(['edition-exists'])
    expect(codes('f', 2021, undefined, '2020.yaml', '2021.yml')).toEqual(['edition-exists'])
    expect(codes('d/f/2020.yaml', 2021, undefined, '2020.yaml', '2021.yml')).toEqual(['edition-exists'])
  })
})

describe.each(forms)('the next edition of $name', ({ request }) => {
  it('prints the same but for the year, in which only what was literal stays', () => {
    const { document: before } = grid(request)
    const year = (before?.edition ?? 2000) + 3
    const asked: FormRequest & { year: number } = { ...request, year }
    const made = run({ ...asked, target: 'next.yaml' })
    expect(said({ ...made, diagnostics: made.diagnostics.filter(({ severity }) => severity !== 'info') })).toBe('')
    const files = { ...request.files, read: () => made.text ?? '' }
    const { document: after } = grid({ ...request, files, form: 'next.yaml', year })
    const { document: rolled } = grid(asked)
    expect(after && picture(after)).toBe(rolled && picture(rolled))
    expect(after?.edition).toBe(year)
  })
})
