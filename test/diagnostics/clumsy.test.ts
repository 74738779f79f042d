import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diskFiles } from '../../src/cli/files.ts'
import { define } from '../../src/define/index.ts'
import { Diagnostics, formatDiagnostics } from '../../src/diagnostics/index.ts'
import { place } from '../../src/diagnostics/place.ts'
import { openFonts } from '../../src/fonts/index.ts'
import { grid } from '../../src/pipeline.ts'

const read = (path: string) => readFileSync(new URL(`../../definitions/${path}.yaml`, import.meta.url), 'utf8')
const audit = read('cleaner-production-audit/2020')
const highway = read('highway-condition/2013')
const fonts = openFonts()
const file = '/forms/clumsy.yaml'

/** What a definition's text raises, as `code line:column`, and all of it as a Chinese clerk reads it. */
function told(text: string): { codes: string[]; message: string } {
  const report = new Diagnostics()
  define(file, text, report, (each) => fonts.missing(each))
  const sources = new Map([[file, text]])
  const list = report.list.toSorted((a, b) => (a.at?.start ?? 0) - (b.at?.start ?? 0))
  const codes = list.map(({ code, at }) => {
    const found = at && place(at, sources)
    return found ? `${code} ${found.line}:${found.column}` : code
  })
  return { codes, message: formatDiagnostics(list, sources, { locale: 'zh', colour: false, columns: 100 }) }
}

/** The text with the first `what` replaced, and where that stood: `at` for the place, `+n` columns further on. */
function changed(text: string, what: string, by: string): { text: string; at: (further?: number) => string } {
  const start = text.indexOf(what)
  expect(start, `“${what}” is in the definition`).toBeGreaterThanOrEqual(0)
  const before = text.slice(0, start).split('\n')
  const line = before.length
  const column = [...(before.at(-1) as string)].length + 1
  return {
    text: text.slice(0, start) + by + text.slice(start + what.length),
    at: (further = 0) => `${line}:${column + further}`,
  }
}

type Slip = readonly [
  why: string,
  what: string,
  by: string,
  expected: readonly (readonly [code: string, further: number])[],
]

/** One slip each in the shipped 2020 form; the place is counted from where the text was changed. */
const slips: readonly Slip[] = [
  ['a misspelt key', '    sections:', '    setions:', [['unknown-key', 4]]],
  ['swapped letters', 'label: 单位名称', 'lable: 单位名称', [['unknown-key', 0]]],
  ['a key of another language', 'title: 主要污染物', 'titel: 主要污染物', [['unknown-key', 0]]],
  ['one space too many', '      person: 填表人', '       person: 填表人', [['yaml-syntax', 7]]],
  ['one space too few', '      person: 填表人', '     person: 填表人', [['yaml-syntax', 5]]],
  ['a tab', '      person: 填表人', '\tperson: 填表人', [['yaml-syntax', 0]]],
  ['ideographic spaces', '      person: 填表人', '　　　person: 填表人', [['yaml-syntax', 0]]],
  [
    'no quotes round {{year}}',
    '"{{year}}年清洁生产审核工作总结表"',
    '{{year}}年清洁生产审核工作总结表',
    [['flow-text', 0]],
  ],
  ['[^a] in a flow map', '"所属行业[^industry]"', '所属行业[^industry]', [['flow-text', 4]]],
  ['a comma in a flow map', 'label: 文号,', 'label: 文号, 日期,', [['flow-text', 11]]],
  [
    'an unclosed quote',
    '"{{year}}年清洁生产审核工作总结表"',
    '"{{year}}年清洁生产审核工作总结表',
    [['yaml-syntax', 0]],
  ],
  ['an unclosed quote far from the next', 'bank: 企业', 'bank: "企业', [['yaml-syntax', 6]]],
  ['an unclosed single quote', 'person: 填表人', "person: '填表人", [['yaml-syntax', 8]]],
  ['an unclosed brace', '{label: 文号, width: 22}', '{label: 文号, width: 22', [['yaml-syntax', 0]]],
  ['a brace too many', '{label: 文号, width: 22}', '{label: 文号, width: 22}}', [['yaml-syntax', 24 - 2]]],
  ['text after a quote', 'person: 填表人', 'person: "填"表人', [['yaml-syntax', 11]]],
  ['the unit outside the quotes', 'person: 填表人', 'person: "填表人" | 个', [['yaml-syntax', 14]]],
  ['a full-width colon', 'person: 填表人', 'person：填表人', [['yaml-syntax', 6]]],
  ['a full-width colon over children', '      documents:', '      documents：', [['yaml-syntax', 15]]],
  ['no space after the colon', 'person: 填表人', 'person:填表人', [['yaml-syntax', 6]]],
  ['no colon', 'person: 填表人', 'person 填表人', [['yaml-syntax', 0]]],
  ['two colons', 'person: 填表人', 'person: 注: 填表人', [['yaml-syntax', 8]]],
  ['text that begins with @', 'person: 填表人', 'person: @填表人', [['yaml-syntax', 8]]],
  ['text that begins with *', 'person: 填表人', 'person: *填表人', [['yaml-feature', 8]]],
  ['text that begins with &', 'person: 填表人', 'person: &填 表人', [['yaml-feature', 8]]],
  ['text that begins with a dash', 'person: 填表人', 'person: - 填表人', [['yaml-syntax', 8]]],
  ['text that begins with a bar', 'person: 填表人', 'person: | 个', [['yaml-syntax', 8]]],
  ['a backslash in double quotes', 'person: 填表人', 'person: "C:\\公"', [['yaml-syntax', 11]]],
  ['a sequence of siblings', '      person: 填表人', '      - person: 填表人', [['yaml-syntax', 6]]],
  ['a double id', '      disclosures:', '      documents:', [['duplicate-key', 6]]],
  ['an id that is a number', 'person: 填表人', '1: 填表人', [['bad-id', 0]]],
  ['an id that is yes', 'person: 填表人', 'yes: 填表人', [['bad-id', 0]]],
  ['an id in Chinese', 'person: 填表人', '填表人: 填表人', [['bad-id', 0]]],
  ['an unknown unit', '额度 | 万元', '额度 | 万圆', [['unknown-type', 5]]],
  ['an unknown unit, written out', 'unit: 万元', 'unit: 万圆', [['unknown-unit', 6]]],
  ['a note that is missing', '企业投资[^bank]', '企业投资[^bank][^bnak]', [['unknown-note', 11]]],
  ['`like` of a later node', 'like: mandatory.progress.started', 'like: schemes.proposed', [['unknown-name', 6]]],
  ['`like` of itself', 'like: proposed', 'like: implemented', [['unknown-name', 6]]],
  ['`like` of the node around it', 'like: proposed', 'like: schemes', [['unknown-name', 6]]],
  ['a formula that names nothing', '= self + agency', '= self + agencies', [['unknown-operand', 9]]],
  ['a formula without an end', '= self + agency', '= self +', [['bad-formula', 7]]],
  ['a formula with full-width signs', '= self + agency', '= self ＋ agency', [['bad-formula', 7]]],
  ['a formula without an operator', '= self + agency', '= self agency', [['bad-formula', 0]]],
  [
    'a formula in a circle',
    '自行开展审核的企业数',
    '自行开展审核的企业数 | = total - agency',
    [['formula-circle', -18]],
  ],
  ['`list: three`', 'list: 3', 'list: three', [['wrong-type', 6]]],
  ['a list without end', 'list: 3', 'list: 99999', [['bad-value', 6]]],
  ['a number as a label', 'person: 填表人', 'person: 12', [['wrong-type', 8]]],
  ['edition in quotes', 'edition: 2020', 'edition: "2020"', [['wrong-type', 9]]],
  ['an unknown page', 'page: A4 landscape', 'page: A5', [['bad-value', 6]]],
  ['no instead of false', 'printed: false', 'printed: no', [['wrong-type', 9]]],
  ['a header of one text', 'head: [指标名称, 具体信息]', 'head: [指标名称]', [['bad-value', 6]]],
  ['NUL', '填表人', '填\0表人', [['invalid-character', 1]]],
  ['U+FFFE', '填表人', '填\ufffe表人', [['invalid-character', 1]]],
  ['a lone surrogate', '填表人', '填\ud83d表人', [['invalid-character', 1]]],
  ['an emoji', '填表人', '填😀表人', [['missing-glyph', 1]]],
  ['a misspelt term', '{{circular}}', '{{cicular}}', [['unknown-template-name', 0]]],
  ['braces that do not match', '{{circular}}', '{{circular}', [['template-syntax', 0]]],
  ['arithmetic in braces', '{{circular}}', '{{year + 1}}', [['template-syntax', 0]]],
  ['rows without columns', 'penalties: {', 'penalties: {rows: {a: 甲}, ', [['no-columns', 12]]],
  ['two contents', 'penalties: {', 'penalties: {fields: {a: 甲}, text: 乙, ', [['two-contents', 28]]],
  ['`beside` something else', 'beside: agencies', 'beside: expert', [['unknown-name', 8]]],
  ['a key column that is not there', 'key: name', 'key: nmae', [['unknown-name', 5]]],
]

describe('one slip in the shipped form', () => {
  it.each(slips)('%s', (_, what, by, expected) => {
    const { text, at } = changed(audit, what, by)
    const { codes, message } = told(text)
    if (expected[0]?.[0] === 'formula-circle')
      expect(codes.map((code) => code.split(' ')[0])).toEqual(['formula-circle'])
    else expect(codes).toEqual(expected.map(([code, further]) => `${code} ${at(further)}`))
    expectChinese(message)
  })

  it.each(slips.filter(([, , by]) => !/\n/.test(by)))(
    '%s, in a file with CRLF and a BOM, stands at the same place',
    (_, what, by) => {
      const { text } = changed(audit, what, by)
      const windows = `\ufeff${text.replaceAll('\n', '\r\n')}`
      expect(told(windows).codes).toEqual(told(text).codes)
    },
  )
})

/** Nothing of a library's English, no trace of the program. */
function expectChinese(message: string): void {
  const sentences = message
    .replaceAll(/^ *[\d…]* \|.*$/gm, '')
    .replaceAll(/= 此处可以写.*|= 可用的.*|= 可以写.*|yes no on off null true false/g, '')
  expect(sentences).not.toMatch(/[a-z]{2,} [a-z]{2,} [a-z]{2,} [a-z]{2,}/i)
  expect(sentences).not.toMatch(/Error|undefined|\.ts:\d/)
}

describe('a file that is no definition', () => {
  it.each([
    ['empty', '', 'not-a-definition 1:1'],
    ['only a comment', '# 表式\n', 'not-a-definition 1:1'],
    ['plain text', '表号：交公路29-2表\n', 'not-a-definition 1:1'],
    ['a table in CSV', '表号,名称\n1,2\n', 'not-a-definition 1:1'],
    ['Markdown', '# 表\n\n- 甲\n- 乙\n', 'not-a-definition 1:1'],
    ['three megabytes', `title: ${'表'.repeat(1_000_000)}`, 'too-large 1:1'],
    ['brackets without end', '['.repeat(20_000), 'too-large 1:61'],
  ])('%s', (_, text, expected) => {
    const { codes, message } = told(text)
    expect(codes).toEqual([expected])
    expectChinese(message)
  })
})

describe('several slips', () => {
  it('are all told in one run, what cannot be read as YAML among them', () => {
    let text = audit
    for (const [what, by] of [
      ['"{{year}}年清洁生产审核工作总结表"', '{{year}}年清洁生产审核工作总结表'],
      ['page: A4 landscape', 'page: A5'],
      ['person: 填表人', 'person：填表人'],
      ['label: 文号,', 'lable: 文号,'],
      ['企业[^class1]数', '企业[^clas1]数'],
      ['额度 | 万元', '额度 | 万圆'],
      ['填表人', '填😀表人'],
    ] as const)
      text = text.replace(what, () => by)
    expect(
      told(text)
        .codes.map((code) => code.split(' ')[0])
        .sort(),
    ).toEqual(
      ['bad-value', 'flow-text', 'unknown-key', 'unknown-note', 'unknown-type', 'unused-note', 'yaml-syntax'].sort(),
    )
  })

  it('do not hide an undefined note: a field of its name does not define it', () => {
    const text = audit.replace('企业[^class1]数', '企业[^person][^class1]数').replace('page: A4 landscape', 'page: A5')
    expect(told(text).codes.map((code) => code.split(' ')[0])).toEqual(['bad-value', 'unknown-note'])
    const torn = text.replace('person: 填表人', 'person：填表人')
    expect(
      told(torn)
        .codes.map((code) => code.split(' ')[0])
        .sort(),
    ).toEqual(['bad-value', 'unknown-note', 'yaml-syntax'])
  })

  it('do not hide a name that nothing defines, and make none of a name that an unreadable node has', () => {
    const text = audit.replace('= self + agency', '= self + person').replace('page: A4 landscape', 'page: A5')
    expect(told(text).codes.map((code) => code.split(' ')[0])).toEqual(['bad-value', 'unknown-operand'])
    const wrong = text.replace('= self + person', '= self + agency').replace(/^( +)agency: .*$/m, '$1agency: 3')
    expect(told(wrong).codes.map((code) => code.split(' ')[0])).toEqual(['bad-value', 'wrong-type'])
  })

  it('do not hide a column that `cells` names, or a `like`, that nothing defines', () => {
    const text = highway
      .replace(
        '    rows:\n      mqi:',
        '    rows:\n      lost: {label: 无, like: nothing}\n      odd: {label: 奇, cells: {lenth: 5}}\n      mqi:',
      )
      .replace('page: A4 landscape', 'page: A5')
    const of = (each: string) => told(each).codes.map((code) => code.split(' ')[0])
    expect(of(text)).toEqual(['bad-value', 'unknown-name', 'unknown-name'])
    expect(of(text.replace('填报单位, width', '填报单位[^a], width')).toSorted()).toEqual([
      'bad-value',
      'flow-text',
      'unknown-name',
      'unknown-name',
    ])
  })

  it('do not hide what cannot be printed of parts without a slip', () => {
    const text = [
      'form: a',
      'edition: 2024',
      'title: 表',
      'parts:',
      '  firms:',
      '    colums: {a: 甲}',
      '  code:',
      '    as: grid',
      '    fields: {code: {label: 代码, boxes: true, length: 90}}',
      '  copied:',
      '    like: firms',
      '    columns: {b: {label: 乙, width: 0.1}}',
    ].join('\n')
    const files = { ...diskFiles, read: () => text }
    const { diagnostics } = grid({ files, definitions: '/forms', form: file, fonts })
    const places = diagnostics.map(({ code, at }) => `${code} ${text.slice(at?.start, at?.end)}`)
    expect(places).toEqual(['unknown-key colums', 'too-many-columns code', 'narrow-boxes code', 'narrow-column b'])
  })

  it('do not make others: a node whose `like` names nothing lacks what it would have taken', () => {
    const text = highway.replace(
      '  condition:',
      '  copied:\n    like: nothing\n    rows: {a: {label: 甲, cells: {length: 3}}}\n  condition:',
    )
    expect(told(text).codes.map((code) => code.split(' ')[0])).toEqual(['unknown-name'])
    expect(
      told(highway.replace('{like: mqi, label: 路面(PQI)}', '{like: condition.rows.mqi, label: 路面}')).message,
    ).toContain('condition.mqi')
  })

  it('do not make others: what a misspelt key holds is read as if it were spelt right', () => {
    expect(told(audit.replace('\nnotes:', '\nnote:')).codes).toHaveLength(1)
    expect(told(audit.replace('\nterms:', '\nterm:')).codes).toHaveLength(1)
    expect(told(highway.replace('    columns:', '    colunms:')).codes).toHaveLength(1)
    expect(told(highway.replace('form:', 'from:')).codes).toHaveLength(1)
  })
})

const bits = [
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ':',
  ': ',
  '：',
  ' #',
  '|',
  ' | ',
  '\t',
  '\n',
  '\r\n',
  ' ',
  '　',
  '- ',
  '~',
  '*',
  '&a',
  '!',
  '@',
  '{{',
  '}}',
  '[^x]',
  '= ',
  '+',
  '\\',
  '0',
  '😀',
  '\0',
  '\ufffe',
  '\ud800',
  '\ufeff',
  ',',
  'columns: ',
  'list: ',
  'like: ',
  'as: line',
  '---\n',
]

/** What careless hands do to a text. */
const change = fc.oneof(
  fc.record({ kind: fc.constant('delete line' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('repeat line' as const), at: fc.nat(), to: fc.nat() }),
  fc.record({ kind: fc.constant('indent' as const), at: fc.nat(), to: fc.nat(4) }),
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(), text: fc.constantFrom(...bits) }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat(), to: fc.nat(3) }),
)
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

function apply(text: string, change: Change): string {
  const lines = text.split('\n')
  const line = change.at % lines.length
  const at = change.at % (text.length + 1)
  switch (change.kind) {
    case 'delete line':
      return lines.toSpliced(line, 1).join('\n')
    case 'repeat line':
      return lines.toSpliced(change.to % lines.length, 0, lines[line] as string).join('\n')
    case 'indent':
      return lines.with(line, ' '.repeat(change.to) + (lines[line] as string).trimStart()).join('\n')
    case 'insert':
      return text.slice(0, at) + change.text + text.slice(at)
    case 'delete':
      return text.slice(0, at) + text.slice(at + change.to + 1)
  }
}

describe('whatever is done to a definition', () => {
  const survives = (original: string, changes: readonly Change[]) => {
    const text = changes.reduce(apply, original)
    const { document, diagnostics, sources } = grid({
      files: { ...diskFiles, read: () => text },
      definitions: '/forms',
      form: file,
      fonts,
    })
    if (!document) expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
    const lines = text.split(/\r\n|\n|\r/).length
    for (const { at, code } of diagnostics) {
      if (code === 'too-many') continue
      expect(at && at.start >= 0 && at.start <= text.length && at.end > at.start).toBe(true)
      expect(at && place(at, sources).line).toBeLessThanOrEqual(lines)
    }
    for (const locale of ['zh', 'en'] as const)
      expect(formatDiagnostics(diagnostics, sources, { locale, colour: false })).not.toMatch(/undefined|\.ts:\d/)
  }

  it.each([
    ['the small form', highway, 120],
    ['the large form', audit, 30],
  ] as const)(
    '%s gives a document, or at least one error with a place inside the file',
    (_, original, numRuns) => {
      const changes = fc.array(change, { minLength: 1, maxLength: 3 })
      fc.assert(
        fc.property(changes, (list) => survives(original, list)),
        { seed: 2020, numRuns },
      )
    },
    60_000,
  )
})
