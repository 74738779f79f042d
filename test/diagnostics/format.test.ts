import { describe, expect, it } from 'vitest'
import { columns } from '../../src/diagnostics/columns.ts'
import { place } from '../../src/diagnostics/format.ts'
import { type Code, codes, Diagnostics, formatDiagnostics } from '../../src/diagnostics/index.ts'

const file = '/forms/annual/a.yaml'
const yaml = ['form: a', 'parts:', '  basics:', '    name: 企业名称[^bank] | 顿', '\tcolums: 1', ''].join('\n')
const sources = new Map([[file, yaml]])

const said = (code: Code, what: string, words: Record<string, string>, text = yaml) => {
  const start = text.indexOf(what)
  const diagnostics = new Diagnostics()
  diagnostics.add(code, { file, start, end: start + what.length }, words)
  return diagnostics.list
}
const zh = { locale: 'zh', colour: false, cwd: '/forms' } as const
const en = { ...zh, locale: 'en' } as const

describe('a diagnostic', () => {
  it('names file, line and column, shows the line with a caret and says what to do', () => {
    const list = said('unknown-key', 'basics', { key: 'basics', nearest: '', allowed: 'cover, tables' })
    expect(formatDiagnostics(list, sources, en)).toBe(
      `annual/a.yaml:3:3: error[unknown-key]: "basics" is not known here
  3 |   basics:
    |   ^^^^^^
    = What may stand here: cover, tables

1 error
`,
    )
  })

  it('speaks the language of the user and aligns the caret under Han, two columns each', () => {
    const list = said('unknown-unit', '顿', { name: '顿', nearest: '吨' })
    expect(formatDiagnostics(list, sources, zh)).toBe(
      `annual/a.yaml:4:25: 错误[unknown-unit]：不认识计量单位 “顿”，是否想写 “吨”？
  4 |     name: 企业名称[^bank] | 顿
    |                             ^^
    = 请用词汇表中的单位，或在 units 下定义它。

1 个错误
`,
    )
  })

  it('marks as many columns as the text takes', () => {
    const [, code = '', marks = ''] = formatDiagnostics(said('bad-id', '企业名称', { id: 'x' }), sources, zh).split(
      '\n',
    )
    expect(columns(code.slice(0, code.indexOf('企')))).toBe(marks.indexOf('^'))
    expect(marks.trimStart().slice(1).trim()).toBe('^'.repeat(8))
  })

  it('draws a tab as spaces, so that the caret stays where it belongs', () => {
    const output = formatDiagnostics(said('unknown-key', 'colums', { key: 'colums', allowed: 'x' }), sources, en)
    expect(output).toContain('  5 |     colums: 1\n    |     ^^^^^^\n')
  })

  it('translates the words that name a thing, and leaves others as they are', () => {
    const words = { key: 'title', expected: 'text', got: 'map' }
    expect(formatDiagnostics(said('wrong-type', 'form', words), sources, en)).toContain(
      '"title" should be text, not a map (key: value)',
    )
    expect(formatDiagnostics(said('wrong-type', 'form', words), sources, zh)).toContain(
      '应为文字，而这里是若干行“键: 值”',
    )
    expect(
      formatDiagnostics(said('bad-value', 'form', { key: 'map', value: 'x', allowed: 'list' }), sources, zh),
    ).toContain('“map” 不能写成 “x”')
  })

  it("joins alternatives, and says a library's problem in the language of the user", () => {
    const words = { key: 'page', expected: 'string / object', got: 'number' }
    expect(formatDiagnostics(said('wrong-type', 'form', words), sources, zh)).toContain(
      '应为文字或若干行“键: 值”，而这里是数',
    )
    const yamlError = said('yaml-syntax', 'form', { problem: 'TAB_AS_INDENT' })
    expect(formatDiagnostics(yamlError, sources, zh)).toContain('这里读不懂：缩进要用空格，不能用制表符')
    expect(formatDiagnostics(yamlError, sources, en)).toContain(
      'this cannot be read: indent with spaces, not with tabs',
    )
    const formula = said('bad-formula', 'form', { problem: 'Expected expression after + at character 6' })
    expect(formatDiagnostics(formula, sources, zh)).toContain('公式写错了：+ 后面缺少内容')
  })

  it('prints braces that the message itself has', () => {
    const list = said('unknown-template-name', 'form', { name: 'yaer', nearest: 'year', allowed: 'year' })
    expect(formatDiagnostics(list, sources, en)).toContain('{{yaer}} names nothing; did you mean "year"?')
    expect(formatDiagnostics(list, sources, zh)).toContain('{{yaer}} 没有定义，是否想写 “year”？')
    expect(formatDiagnostics(said('template-syntax', 'form', { problem: 'x' }), sources, en)).toContain(
      'Only {{name}} may stand here; write \\{{ to print braces.',
    )
  })

  it('has a place at the end of the text, where something is missing', () => {
    const diagnostics = new Diagnostics()
    diagnostics.add('missing-key', { file, start: yaml.length, end: yaml.length }, { key: 'title' })
    expect(formatDiagnostics(diagnostics.list, sources, en)).toContain('annual/a.yaml:6:1: error[missing-key]')
    expect(formatDiagnostics(diagnostics.list, sources, en)).toContain('  6 |\n    | ^\n')
  })

  it('shows the first lines of what spans many, without the white space after it', () => {
    const text = 'a:\n  b: 1\n  c: 2\n  d: 3\n\n'
    const diagnostics = new Diagnostics()
    diagnostics.add('empty-node', { file, start: 0, end: text.length }, { id: 'a' })
    expect(formatDiagnostics(diagnostics.list, new Map([[file, text]]), en)).toContain(
      '  1 | a:\n    | ^^\n  2 |   b: 1\n    |   ^^^^\n  3 |   c: 2\n    |   ^^^^\n  … |\n    = ',
    )
  })

  it('shows the part of a long line around the place', () => {
    const text = `x: ${'说明'.repeat(100)}!${'以后'.repeat(100)}`
    const output = formatDiagnostics(
      said('invalid-character', '!', { character: '!' }, text),
      new Map([[file, text]]),
      {
        ...en,
        columns: 60,
      },
    )
    const [, code = '', marks = ''] = output.split('\n')
    expect(columns(code)).toBeLessThanOrEqual(60)
    expect(code).toMatch(/\| ….*!.*…$/)
    expect(columns(code.slice(0, code.indexOf('!')))).toBe(columns(marks.slice(0, marks.indexOf('^'))))
    expect(output).toContain('annual/a.yaml:1:204:')
  })

  it('never sends to the terminal what a terminal obeys', () => {
    const text = 'x: a\u001b[31m\u202eb'
    const list = said('invalid-character', '\u001b', { character: '\u001b' }, text)
    const output = formatDiagnostics(list, new Map([[file, text]]), en)
    expect(output).toContain('hold: <U+001B>')
    expect(output).toContain('  1 | x: a<U+001B>[31m<U+202E>b\n    |     ^^^^^^^^\n')
  })

  it('names a file outside the working directory in full, and does without a place', () => {
    const diagnostics = new Diagnostics()
    diagnostics.add('bad-option', undefined, { option: '--format', value: 'odt', allowed: 'docx, xlsx, pdf' })
    expect(formatDiagnostics(diagnostics.list, sources, en)).toBe(
      'error[bad-option]: the option --format cannot be "odt"\n  = It may be: docx, xlsx, pdf\n\n1 error\n',
    )
    const list = said('empty-node', 'parts', { id: 'parts' })
    expect(formatDiagnostics(list, sources, { ...en, cwd: '/forms/ann' })).toMatch(/^\/forms\/annual\/a\.yaml:2:1:/)
  })

  it('is coloured only where asked', () => {
    const list = said('empty-node', 'parts', { id: 'parts' })
    expect(formatDiagnostics(list, sources, zh)).not.toContain('\u001b')
    expect(formatDiagnostics(list, sources, { ...zh, colour: true })).toContain('\u001b[1;31m错误[empty-node]\u001b[0m')
  })
})

describe('several diagnostics', () => {
  const diagnostics = new Diagnostics()
  const at = (name: string, start: number) => ({ file: name, start, end: start + 1 })
  diagnostics.add('empty-node', at('b.yaml', 3), { id: 'third' })
  diagnostics.add('literal-year', at('b.yaml', 1), { year: '2020' })
  diagnostics.add('empty-node', at('a.yaml', 9), { id: 'first' })
  diagnostics.add('empty-node', at('a.yaml', 9), { id: 'first' })
  diagnostics.add('unknown-form', undefined, { name: 'x', nearest: '', allowed: 'y' })

  it('come errors first, by file and place, each once', () => {
    const output = formatDiagnostics(
      diagnostics.list,
      new Map([
        ['a.yaml', 'a: 1\nb: 22'],
        ['b.yaml', 'c: 3'],
      ]),
      en,
    )
    const order = ['unknown-form', 'a.yaml:2:5: error', 'b.yaml:1:4: error', 'b.yaml:1:2: warning']
    expect(order.map((text) => output.indexOf(text))).toEqual(
      [...order.map((text) => output.indexOf(text))].sort((a, b) => a - b),
    )
    expect(order.every((text) => output.split(text).length === 2)).toBe(true)
  })

  it('are counted by severity', () => {
    expect(formatDiagnostics(diagnostics.list, new Map(), en)).toMatch(/\n3 errors, 1 warning\n$/)
    expect(formatDiagnostics(diagnostics.list, new Map(), zh)).toMatch(/\n3 个错误，1 个警告\n$/)
    expect(formatDiagnostics([], new Map(), zh)).toBe('')
  })
})

describe('a place', () => {
  it('counts code points from 1, whatever ends the lines', () => {
    const text = '\ufeffa\r\n𠮷𠮷b\rc'
    const find = (what: string) => place({ file, start: text.indexOf(what), end: 0 }, new Map([[file, text]]))
    expect(find('a')).toEqual({ file, line: 1, column: 1 })
    expect(find('b')).toEqual({ file, line: 2, column: 3 })
    expect(find('c')).toEqual({ file, line: 3, column: 1 })
  })
})

describe('the table of messages', () => {
  it.each(Object.entries(codes))(
    '%s says what is wrong and what to do, with the same words in both languages',
    (_, entry) => {
      const names = (text: string) =>
        [
          ...new Set([...text.replaceAll(/\{\{|\}\}/g, '').matchAll(/\{([a-zA-Z]+)\}/g)].map((match) => match[1])),
        ].sort()
      for (const { what, remedy } of [entry.zh, entry.en]) {
        expect(what).not.toBe('')
        expect(remedy).not.toBe('')
      }
      expect(names(entry.zh.what)).toEqual(names(entry.en.what))
      expect(entry.zh.what + entry.zh.remedy).not.toMatch(/(?<!\{)\{(?![{a-z])/)
    },
  )
})
