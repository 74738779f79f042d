import { describe, expect, it } from 'vitest'
import { filledGrid } from '../../src/pipeline.ts'
import { fonts, request } from '../support/forms.ts'
import { withFiles } from './support/filling.ts'

const { definitions } = request('')
const top = 'form: cleaner-production-audit\nyear: 2020\n'
const head = `${top}values:\n`

/** What is told of a data file: each code with the text that it points at, in the order of the file. */
function told(text: string, name = 'data.yaml', beside: Readonly<Record<string, string>> = {}): string[] {
  const files = withFiles({ ...beside, [name]: text })
  const { diagnostics, sources } = filledGrid({ files, definitions, data: `/data/${name}`, fonts })
  return diagnostics
    .toSorted((a, b) => (a.at?.start ?? 0) - (b.at?.start ?? 0))
    .map(({ code, at }) => `${code} ${at ? (sources.get(at.file) ?? '').slice(at.start, at.end) : ''}`.trim())
}

const wrong = ['not-a-phone 1', 'not-an-email a']

it('an unknown key at the top hides nothing below it', () => {
  expect(told(`${head}  cover: {unit: 某省, phone: 1, email: a, nope: 1}\nextra: 1\n`)).toEqual([
    ...wrong,
    'unknown-data-id nope',
    'unknown-data-id extra',
  ])
})

it('values under a key that is misspelt are read on', () => {
  expect(told(`${top}vaules:\n  cover: {phone: 1, email: a}\n`)).toEqual([
    'unknown-data-id vaules',
    'missing-value c',
    ...wrong,
  ])
})

it('values that stand at the top are read, each key is told once', () => {
  expect(told(`${top}cover: {unit: 某省, phone: 1, email: a}\ncovr: 1\n`)).toEqual([
    'unknown-data-id cover',
    ...wrong,
    'unknown-data-id covr',
  ])
})

it('a year or form of another shape is told as that', () => {
  expect(told(`form: cleaner-production-audit\nyear: [2020]\nvalues: {cover: {unit: 某省, phone: 1}}\n`)).toEqual([
    'data-shape [2020]',
    'not-a-phone 1',
  ])
})

it('a key that stands twice hides nothing', () => {
  expect(told(`${head}  cover: {unit: 某省, phone: 1, email: a, unit: 1}\n`)).toEqual([...wrong, 'duplicate-key unit'])
})

it('a map that stands twice is checked both times', () => {
  expect(told(`${head}  cover: {unit: 某省, phone: 1}\n  cover: {email: a, nope: 1}\n`)).toEqual([
    'not-a-phone 1',
    'duplicate-key cover',
    'not-an-email a',
    'unknown-data-id nope',
  ])
})

describe('what stands beside a line that YAML cannot read is checked, and nothing is missing or summed up', () => {
  const basics = '  basics: {penalties: 无, fund: {established: 也许}}\n'
  it.each([
    [
      'a colon that is missing',
      `  cover:\n    unit 某省\n    phone: 1\n${basics}`,
      ['yaml-syntax unit 某省', 'not-a-phone 1'],
    ],
    [
      'a line indented too little',
      `  cover:\n    phone: 1\n   unit: 某省\n${basics}`,
      ['not-a-phone 1', 'yaml-syntax unit: 某省'],
    ],
    ['wide spaces', `  cover:\n　　unit: 某省\n${basics}`, ['yaml-syntax']],
    ['a merge key', `  cover: {<<: *c, phone: 1}\n${basics}`, ['data-feature <<', 'data-feature *c', 'not-a-phone 1']],
    ['a second document', `  cover: {unit: 某省}\n---\n${basics}`, ['data-feature ---']],
  ])('%s', (_, text, slips) => {
    expect(told(`${head}${text}`)).toEqual([...slips, 'not-yes-or-no 也许'])
  })
})

it('what YAML has and data may not hides nothing, and is not missing where it stands', () => {
  expect(told(`${head}  cover: {unit: *x, phone: 1, email: a}\n`)).toEqual(['data-feature *x', ...wrong])
  expect(told(`${head}  cover: *x\n  basics: {penalties: 无, fund: {established: 也许}}\n`)).toEqual([
    'data-feature *x',
    'not-yes-or-no 也许',
  ])
})

it('a value that cannot be read is not missing, and hides nothing', () => {
  expect(told(`${head}  cover:\n    unit: "某省\n    phone: 1\n    email: a\n`)).toEqual([
    'yaml-syntax "某省',
    ...wrong,
  ])
})

it('a key twice in JSON hides none of the figures and characters that cannot be', () => {
  const row = '{"name": "乙", "name": "丙", "water": true}'
  const savings = `{"savings": {"list": [{"name": "甲", "power": 1e5}, ${row}]}}`
  const values = `{"cover": {"unit": "甲\\u0000"}, "mandatoryResults": ${savings}}`
  expect(told(`{"form": "cleaner-production-audit", "year": 2020, "values": ${values}}`, 'data.json')).toEqual([
    'invalid-character \\u0000',
    'not-a-figure 1e5',
    'duplicate-key "name"',
    'not-a-figure true',
  ])
})

it.each([
  ['no year', '', 'missing-key f'],
  ['a year that is none', 'year: 20200\n', 'not-a-date 20200'],
  ['a year before all editions', 'year: 2002\n', 'no-edition 2002'],
])('with %s the values are held against the latest edition', (_, year, code) => {
  const text = `form: cleaner-production-audit\n${year}values: {cover: {unit: 某省, phone: 1}}\n`
  expect(told(text)).toEqual([code, 'not-a-phone 1'])
})

it('the values of a form that is misspelt are held against the one that is near', () => {
  const text = (form: string) => `form: ${form}\nyear: 2020\nvalues: {cover: {unit: 某省, phone: 1}}\n`
  expect(told(text('cleaner-prodution-audit'))).toEqual(['unknown-form cleaner-prodution-audit', 'not-a-phone 1'])
  expect(told(text('audit'))).toEqual(['unknown-form audit'])
})

it('what is required is missing where all that stands there is wrong', () => {
  expect(told(`${head}  cover: {phone: 1}\n`)).toEqual(['missing-value c', 'not-a-phone 1'])
})

describe('in JSON the figures beside a slip of its syntax are checked', () => {
  const json = (cover: string, end = '}}') =>
    `{"form": "cleaner-production-audit", "year": 2020, "values": {"cover": ${cover}, "basics": {"penalties": "无",
  "fund": {"established": "也许"}}${end}`
  it.each([
    ['a comma too many', json('{"unit": "某省",, "phone": 1}'), ['not-a-phone 1', 'not-yes-or-no "也许"']],
    ['a comma that is missing', json('{"unit": "某省" "phone": 1}'), ['not-yes-or-no "也许"']],
    [
      'a bracket that is not closed',
      json('{"unit": "某省", "phone": 1}', '}'),
      ['not-a-phone 1', 'not-yes-or-no "也许"'],
    ],
    ['but not a text that takes in what follows', json('{"unit": "某省", "phone": 1}', ', "x": "y}}'), []],
  ])('%s', (_, text, values) => {
    const all = told(text, 'data.json')
    expect(all.filter((each) => !each.startsWith('json-syntax'))).toEqual(values)
    expect(all).toContainEqual(expect.stringMatching(/^json-syntax/))
  })
})

describe('a stated total', () => {
  const rows = (list: string, total: string): string[] =>
    told(`${head}  cover: {unit: 某省}\n  mandatoryResults: {reductions: {list: [${list}], total: {${total}}}}\n`)

  it('that could not be checked, as a row has no unit, is told of', () => {
    const list = '{name: 甲, vocs: 1.5 吨}, {name: 乙, vocs: 2.5 吨}, {name: 丙, vocs: 1}'
    expect(rows(list, 'vocs: 99 吨')).toEqual(['no-unit 1', 'total-unchecked 99 吨'])
  })

  it('is not held against rows of which one is wrong, that of another column is', () => {
    const list = '{name: 甲, cod: 12吨, so2: 3}, {name: 乙, cod: 3, so2: 4}'
    expect(rows(list, 'cod: 18, so2: 99')).toEqual(['not-a-figure 12吨', 'total-differs 99'])
    expect(rows('{name: 甲, cod: *x}, {name: 乙, cod: 3}', 'cod: 18')).toEqual(['data-feature *x'])
    expect(rows('{name: 甲, cod: 3}, 乙', 'cod: 18')).toEqual(['data-shape 乙'])
  })

  it('is not held against a list that could not be read', () => {
    const text = `${head}  cover: {unit: 某省}\n  mandatoryResults: {reductions: {file: a.csv, total: {cod: 18, so2: 9}}}\n`
    expect(told(text, 'data.yaml', { 'a.csv': 'name,cod,so2\n甲,1,9\n乙,x,0\n' })).toEqual(['not-a-figure x'])
    expect(told(text, 'data.yaml', { 'a.csv': 'name,cod,so2\n甲,1,9\n"乙,2,3\n' })).toEqual([
      expect.stringMatching(/^csv-/),
    ])
  })
})

it('a figure that is worked out of what is wrong is held against nothing, another is', () => {
  const firms = (self: string) =>
    `${head}  cover: {unit: 某省}\n  basics: {mandatory: {progress: {started: {${self}}}}}\n`
  expect(told(firms('total: 9, self: 三, agency: 4'))).toEqual(['not-a-figure 三'])
  expect(told(firms('total: 9, self: 3, agency: 4'))).toEqual(['total-differs 9'])
})
