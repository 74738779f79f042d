import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { diskFiles } from '../../src/cli/files.ts'
import { columns } from '../../src/diagnostics/columns.ts'
import { dataCodes } from '../../src/diagnostics/data-codes.ts'
import { codes, type Diagnostic, formatDiagnostics, type Locale, type Sources } from '../../src/diagnostics/index.ts'
import { migrateCodes } from '../../src/diagnostics/migrate-codes.ts'
import { place } from '../../src/diagnostics/place.ts'
import { yearCodes } from '../../src/diagnostics/year-codes.ts'
import { openFonts } from '../../src/fonts/index.ts'
import { grid } from '../../src/pipeline.ts'
import { biaoshi } from '../support/command-line.ts'

const fixtures = fileURLToPath(new URL('../fixtures/errors/', import.meta.url))
const names = readdirSync(fixtures).sort()
const fonts = openFonts()
const scratch = mkdtempSync(join(tmpdir(), 'biaoshi-codes-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

interface Expected {
  readonly code: string
  readonly line: number
  readonly column: number
  /** The stretch under the caret; absent where it cannot be printed. */
  readonly stretch?: string
}

/** `# expect: unknown-key 7:5 "setions"; bad-id 9:3 "1"`, in the order of the file. */
function expected(text: string): Expected[] {
  const line = /^# expect: (.+)/.exec(text)?.[1] ?? ''
  return [...line.matchAll(/([a-z-]+) (\d+):(\d+)(?: "(.*?)")?(?=; |$)/g)].map(([, code, at, column, stretch]) => ({
    code: code as string,
    line: Number(at),
    column: Number(column),
    ...(stretch === undefined ? {} : { stretch }),
  }))
}

function told(name: string): { list: readonly Diagnostic[]; sources: Sources; text: string } {
  const form = join(fixtures, name)
  const { diagnostics, sources } = grid({ files: diskFiles, definitions: fixtures, form, fonts })
  const list = diagnostics.toSorted((a, b) => (a.at?.start ?? 0) - (b.at?.start ?? 0))
  return { list, sources, text: sources.get(form) ?? '' }
}

const said = (diagnostic: Diagnostic, sources: Sources, locale: Locale): string[] =>
  formatDiagnostics([diagnostic], sources, { locale, colour: false, cwd: fixtures }).split('\n')

/** A message is whole: nothing left to fill in, and a remedy under it. */
function expectWhole(message: string, locale: Locale): void {
  expect(message).not.toMatch(/(?<!\{)\{[a-z]+\}(?!\})/i)
  expect(message).not.toMatch(/undefined|\[object|\bat .*\.ts:/)
  expect(message).toMatch(/^ +=\s\S/m)
  if (locale === 'zh') expect(message).toMatch(/\p{Script=Han}/u)
}

describe.each(names)('the fixture %s', (name) => {
  const { list, sources, text } = told(name)

  it('raises what it says, each at its exact place and with its severity, and nothing else', () => {
    const raised = list.map((diagnostic, index): Expected => {
      const { line, column } = place(diagnostic.at as NonNullable<Diagnostic['at']>, sources)
      const stretch = text.slice(diagnostic.at?.start, diagnostic.at?.end)
      const visible = expected(text)[index]?.stretch !== undefined
      return { code: diagnostic.code, line, column, ...(visible ? { stretch } : {}) }
    })
    expect(raised).toEqual(expected(text))
    expect(list.map(({ severity }) => severity)).toEqual(list.map(({ code }) => codes[code].severity))
  })

  it.each(['zh', 'en'] as const)(
    'is told in %s with the line, a caret under the very stretch and a remedy',
    (locale) => {
      for (const [index, diagnostic] of list.entries()) {
        const [head = '', line = '', marks = '', ...rest] = said(diagnostic, sources, locale)
        const { line: at, column, stretch } = expected(text)[index] as Expected
        const kind = { zh: { error: '错误', warning: '警告' }, en: { error: 'error', warning: 'warning' } }[locale]
        expect(head).toContain(`${name}:${at}:${column}: ${kind[diagnostic.severity as 'error']}[${diagnostic.code}]`)
        expectWhole([head, ...rest].join('\n'), locale)
        const from = marks.indexOf('^')
        const to = marks.lastIndexOf('^') + 1
        expect(marks.slice(0, from)).toMatch(/^ +\| *$/)
        if (stretch !== undefined) expect(underColumns(line, from, to)).toBe(stretch)
      }
    },
  )

  it('says in Chinese what no clerk has to read in English', () => {
    for (const diagnostic of list)
      expect(said(diagnostic, sources, 'zh')[0]).not.toMatch(/[a-z]{2,} [a-z]{2,} [a-z]{2,}/i)
  })

  it('is of the code in its name', () => {
    expect(list.map(({ code }) => code)).toContain(name.replace(/(-\d+)?\.yaml$/, ''))
  })

  it('gives exit code 2 and leaves outputs untouched, unless it is only a warning', async () => {
    const out = mkdtempSync(join(scratch, 'out-'))
    const old = join(out, 'sample-2020-blank.pdf')
    writeFileSync(old, 'old')
    const { code, err } = await biaoshi(['blank', join(fixtures, name), '--format', 'pdf', '--out', out], {
      locale: 'zh',
      cwd: scratch,
      definitions: fixtures,
    })
    const failed = list.some(({ severity }) => severity === 'error')
    expect(code).toBe(failed ? 2 : 0)
    expect(readdirSync(out)).toEqual(['sample-2020-blank.pdf'])
    expect(readFileSync(old, 'latin1').slice(0, 4)).toBe(failed ? 'old' : '%PDF')
    for (const { code: each } of list) expect(err).toContain(`[${each}]`)
  })
})

/** What stands between two columns of a terminal line. */
function underColumns(line: string, from: number, to: number): string {
  let at = 0
  let found = ''
  for (const character of line) {
    if (at >= from && at < to) found += character
    at += columns(character)
  }
  return found
}

const sample = 'form: sample\nedition: 2020\ntitle: 样表\nparts: {cover: {fields: {name: 姓名}}}\n'

/** A folder of definitions with these files in it. */
function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const dir = mkdtempSync(join(scratch, 'forms-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(dir, name, '..'), { recursive: true })
    writeFileSync(join(dir, name), content)
  }
  return dir
}

/** Twenty columns of figures, and figures for them that no size of type sets on A4. */
const ids = Array.from({ length: 20 }, (_, n) => `c${n}`)
const tight = `form: tight
edition: 2020
title: 样表
parts:
  t:
    columns: {a: {label: 甲, width: 4, overflow: error}, b: {label: 乙, width: 60}}
`
const wide = `form: wide\nedition: 2020\ntitle: 表\nparts:\n  table:\n    title: 表\n    type: number\n    columns: {${ids.map((id) => `${id}: 栏`).join(', ')}}\n`
const figures = `form: wide\nyear: 2020\nvalues:\n  table: {${ids.map((id) => `${id}: 123456789012345`).join(', ')}}\n`

const forms = folder({
  'sample/2020.yaml': sample,
  'sample/2022.yaml': sample,
  'wide/2020.yaml': wide,
  'wide-2020.yaml': figures,
  'tight/2020.yaml': tight,
  'tight-2020.yaml': `form: tight\nyear: 2020\nvalues: {t: {a: ${'清洁生产'.repeat(9)}}}\n`,
  file: '',
})
const alone = folder({ 'binary.yaml': new Uint8Array([0xff, 0xfe, 0x00]), 'sample.yaml': sample })

/** Mistakes that no small definition can show: in the command, in the folder, or in a file too large to keep. */
const cases: readonly { code: keyof typeof codes; why: string; args: string[]; at?: string }[] = [
  { code: 'unknown-form', why: 'a misspelt id', args: ['blank', 'smaple'] },
  { code: 'no-edition', why: 'a year before the first edition', args: ['blank', 'sample', '--year', '2019'] },
  {
    code: 'no-edition',
    why: 'a year before a file’s edition',
    args: ['show', join(alone, 'sample.yaml'), '--year', '2010'],
  },
  {
    code: 'form-mismatch',
    why: 'a file under another year',
    args: ['blank', 'sample', '--year', '2022'],
    at: '2022.yaml:2:10',
  },
  { code: 'unreadable-file', why: 'no such file', args: ['blank', join(alone, 'none.yaml')] },
  { code: 'unreadable-file', why: 'bytes that are not UTF-8', args: ['blank', join(alone, 'binary.yaml')] },
  { code: 'unreadable-file', why: 'no such folder', args: ['list', '--definitions', join(alone, 'none')] },
  {
    code: 'unwritable-file',
    why: 'a file in the way',
    args: ['blank', 'sample', '--year', '2020', '--format', 'pdf', '--out', join(forms, 'file')],
  },
  {
    code: 'crowded-table',
    why: 'figures too long for their columns',
    args: ['fill', join(forms, 'wide-2020.yaml'), '--format', 'pdf'],
    at: '2020.yaml:5:3',
  },
  {
    code: 'text-overflow',
    why: 'a text longer than a cell that must not grow',
    args: ['fill', join(forms, 'tight-2020.yaml'), '--format', 'pdf'],
    at: 'tight-2020.yaml:3:17',
  },
  { code: 'bad-option', why: 'a year that is none', args: ['blank', 'sample', '--year', 'twenty'] },
  { code: 'unusable-font', why: 'no font', args: ['blank', 'sample', '--font', generated('font.ttf', 'none')] },
  { code: 'bad-option', why: 'an unknown format', args: ['blank', 'sample', '--format', 'odt'] },
  {
    code: 'too-large',
    why: 'more than 2 MB',
    args: ['blank', generated('large', `${sample}# ${'注'.repeat(700_000)}\n`)],
    at: 'large.yaml:1:1',
  },
  {
    code: 'not-a-definition',
    why: 'control characters throughout',
    args: ['blank', generated('picture', '\u0001\u0002x'.repeat(60))],
    at: 'picture.yaml:1:1',
  },
  {
    code: 'too-many',
    why: 'more than a hundred',
    args: ['blank', generated('many', sample + Array.from({ length: 120 }, (_, n) => `k${n}: x\n`).join(''))],
  },
]

function generated(name: string, text: string): string {
  const file = join(folder({ [`${name}.yaml`]: text }), `${name}.yaml`)
  return file
}

describe('what is wrong around a definition', () => {
  it.each(cases)('$code: $why', async ({ code, args, at }) => {
    for (const locale of ['zh', 'en'] as const) {
      const result = await biaoshi(args, { locale, cwd: scratch, definitions: forms })
      expect(result.err).toContain(`[${code}]`)
      if (at !== undefined) expect(result.err).toContain(`${at}:`)
      expectWhole(result.err, locale)
      expect(result.code).toBe(2)
    }
  })

  it('is told in the user’s words, not the system’s', async () => {
    const { err } = await biaoshi(['blank', join(alone, 'none.yaml')], {
      locale: 'zh',
      cwd: scratch,
      definitions: fixtures,
    })
    expect(err).not.toMatch(/ENOENT|no such/)
    expect(err).toContain('不存在')
  })
})

describe('the table of codes', () => {
  const raised = new Set(
    names.flatMap((name) => expected(readFileSync(join(fixtures, name), 'utf8')).map(({ code }) => code)),
  )

  it.each(
    Object.keys(codes).filter(
      (code) =>
        !Object.hasOwn(dataCodes, code) && !Object.hasOwn(yearCodes, code) && !Object.hasOwn(migrateCodes, code),
    ),
  )('%s is raised by a fixture or a case', (code) => {
    expect(raised.has(code) || cases.some((each) => each.code === code)).toBe(true)
  })

  it('is the only source of codes', () => {
    expect([...raised].filter((code) => !Object.hasOwn(codes, code))).toEqual([])
  })
})
