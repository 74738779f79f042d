import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { diskFiles } from '../../src/cli/files.ts'
import { dataCodes } from '../../src/diagnostics/data-codes.ts'
import { codes, type Diagnostic, formatDiagnostics, type Locale, type Severity } from '../../src/diagnostics/index.ts'
import { place } from '../../src/diagnostics/place.ts'
import { openFonts } from '../../src/fonts/index.ts'
import { filledGrid } from '../../src/pipeline.ts'

// The eight millions that an archival PDF holds take a minute to reach; only the case below makes a PDF here.
vi.mock('../../src/render/pdf/limits.ts', () => ({ mostObjects: 40 }))
vi.mock('../../src/render/xlsx/limits.ts', () => ({ mostCharacters: 500, mostRows: 20 }))

import { biaoshi } from '../support/command-line.ts'

const fixtures = fileURLToPath(new URL('../fixtures/data-errors/', import.meta.url))
const definitions = join(fixtures, 'definitions')
const names = readdirSync(fixtures).filter((name) => name.endsWith('.yaml'))
const fonts = openFonts()
const scratch = mkdtempSync(join(tmpdir(), 'biaoshi-data-codes-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

interface Expected {
  readonly code: string
  /** The data file itself, or the CSV that it names. */
  readonly file: string
  readonly line: number
  readonly column: number
  /** What it points at; absent where it cannot be printed. */
  readonly stretch?: string
}

/** `# expect: not-a-figure 5:12 "12家"; csv-column a.csv:1:3 "monye"`, by file and place. */
function expected(name: string): Expected[] {
  const line = /^# expect: (.+)/.exec(readFileSync(join(fixtures, name), 'utf8'))?.[1] ?? ''
  const each = /([a-z-]+) (?:(\S+?):)?(\d+):(\d+)(?: "(.*?)")?(?=; |$)/g
  return [...line.matchAll(each)].map(([, code = '', file = name, at, column, stretch]) => ({
    code,
    file,
    line: Number(at),
    column: Number(column),
    ...(stretch === undefined ? {} : { stretch }),
  }))
}

function told(name: string) {
  const { diagnostics, sources, document } = filledGrid({
    files: diskFiles,
    definitions,
    data: join(fixtures, name),
    fonts,
  })
  const key = ({ at }: Diagnostic): string => `${at?.file} ${String(at?.start).padStart(9, '0')}`
  return { list: diagnostics.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)), sources, document }
}

/** A message is whole: nothing left to fill in, and a remedy under it; a mere note is one line. */
function expectWhole(message: string, locale: Locale, severity: Severity = 'error'): void {
  expect(message).not.toMatch(/(?<!\{)\{[a-z]+\}(?!\})/i)
  expect(message).not.toMatch(/undefined|\[object|\bat .*\.ts:/)
  if (severity !== 'info') expect(message).toMatch(/^ +=\s\S/m)
  if (locale === 'zh') expect(message).toMatch(/\p{Script=Han}/u)
}

const kinds = {
  zh: { error: '错误', finding: '核对', warning: '警告', info: '提示' },
  en: { error: 'error', finding: 'finding', warning: 'warning', info: 'info' },
}

/** Errors leave nothing, findings and notes leave the documents. */
const exitCode = (list: readonly Pick<Diagnostic, 'severity'>[]): number =>
  list.some(({ severity }) => severity === 'error') ? 2 : list.some(({ severity }) => severity === 'finding') ? 1 : 0

describe.each(names)('the data %s', (name) => {
  const { list, sources, document } = told(name)

  it('raise what they say, each at its exact place and with its severity, and nothing else', () => {
    const raised = list.map(({ code, at }, index): Expected => {
      const { file, line, column } = place(at as NonNullable<Diagnostic['at']>, sources)
      const stretch = (sources.get(file) ?? '').slice(at?.start, at?.end)
      const visible = expected(name)[index]?.stretch !== undefined
      return { code, file: basename(file), line, column, ...(visible ? { stretch } : {}) }
    })
    expect(raised).toEqual(expected(name))
    expect(list.map(({ severity }) => severity)).toEqual(list.map(({ code }) => codes[code].severity))
    expect(document === undefined).toBe(exitCode(list) === 2)
  })

  it.each(['zh', 'en'] as const)('are told of in %s with file, line and column and a remedy', (locale) => {
    for (const [index, diagnostic] of list.entries()) {
      const said = formatDiagnostics([diagnostic], sources, { locale, colour: false, cwd: fixtures })
      const { file, line, column } = expected(name)[index] as Expected
      expect(said).toContain(`${file}:${line}:${column}: ${kinds[locale][diagnostic.severity]}[${diagnostic.code}]`)
      expectWhole(said, locale, diagnostic.severity)
      if (locale === 'zh') expect(said.split('\n')[0]).not.toMatch(/[a-z]{2,} [a-z]{2,} [a-z]{2,}/i)
    }
  })

  it('are of the code in their name', () => {
    expect(list.map(({ code }) => code)).toContain(name.replace(/(-\d+)?\.yaml$/, ''))
  })

  it('give 2 and nothing for an error, 1 and the documents for a finding', async () => {
    const out = mkdtempSync(join(scratch, 'out-'))
    const { code, err } = await biaoshi(['fill', join(fixtures, name), '--format', 'xlsx', '--out', out], {
      locale: 'zh',
      cwd: scratch,
      definitions: definitions,
    })
    expect(code).toBe(exitCode(list))
    expect(readdirSync(out)).toEqual(code === 2 ? [] : [name.replace('.yaml', '.xlsx')])
    for (const { code: each } of list) expect(err).toContain(`[${each}]`)
  })
})

writeFileSync(join(scratch, 'kept.yaml'), 'form: sample\n')
writeFileSync(join(scratch, 'large.yaml'), 'form: sample\nyear: 2020\n')
const values = (list: string) => `form: sample\nyear: 2020\nvalues:\n  list: [${list}]\n`
writeFileSync(join(scratch, 'long.yaml'), values(`{name: ${'长'.repeat(501)}}`))
writeFileSync(join(scratch, 'comma.json'), '{"form": "sample", "year": 2020, "values": {"cover": {"unit": "甲",,}}}\n')
writeFileSync(
  join(scratch, 'comments.json'),
  '{\n  "form": "sample", // which one\n  /* of\n  all */ "year": 2020,\n  "values": {"list": [{"name": "http://a //b", "mony": 1}]}\n}\n',
)
writeFileSync(join(scratch, 'rows.yaml'), values('{name: 甲}, '.repeat(21)))

/** Mistakes in the command: no data file shows them. */
const cases: readonly { code: keyof typeof dataCodes; why: string; args: string[] }[] = [
  {
    code: 'same-output',
    why: 'two data files of one name',
    args: ['fill', join(fixtures, 'not-in-list.yaml'), join(scratch, 'NOT-in-list.yaml')],
  },
  {
    code: 'too-many-objects',
    why: 'more rows than a PDF can hold',
    args: ['fill', join(scratch, 'large.yaml'), '--format', 'pdf', '--out', join(scratch, 'large')],
  },
  {
    code: 'unfinished-file',
    why: 'a thread that ends',
    args: ['fill', 'ends.yaml', join(scratch, 'ends-too.yaml'), '--jobs', '2', '--out', join(scratch, 'large')],
  },
  {
    code: 'json-syntax',
    why: 'a comma too many in JSON',
    args: ['fill', join(scratch, 'comma.json'), '--out', join(scratch, 'large')],
  },
  {
    code: 'json-comment',
    why: 'a comment in JSON',
    args: ['fill', join(scratch, 'comments.json'), '--out', join(scratch, 'large')],
  },
  {
    code: 'too-long-for-format',
    why: 'a text longer than a cell of a workbook holds',
    args: ['fill', join(scratch, 'long.yaml'), '--out', join(scratch, 'large')],
  },
  {
    code: 'too-many-rows-for-format',
    why: 'more rows than a worksheet holds',
    args: ['fill', join(scratch, 'rows.yaml'), '--out', join(scratch, 'large')],
  },
  { code: 'would-overwrite', why: 'a file in the way', args: ['data', 'sample', '--out', join(scratch, 'kept.yaml')] },
]

describe('what is wrong around data', () => {
  it.each(cases)('$code: $why', async ({ code, args }) => {
    for (const locale of ['zh', 'en'] as const) {
      const result = await biaoshi(args, { locale, cwd: scratch, definitions })
      expect(result.err).toContain(`[${code}]`)
      expectWhole(result.err, locale)
      expect(result.code).toBe(2)
    }
    expect(readFileSync(join(scratch, 'kept.yaml'), 'utf8')).toBe('form: sample\n')
    expect(existsSync(join(scratch, 'large'))).toBe(false)
  })
})

describe('what one format cannot hold', () => {
  it.each(['long', 'rows'])('is no mistake where others are asked for: %s', async (name) => {
    const out = mkdtempSync(join(scratch, 'out-'))
    const args = ['fill', join(scratch, `${name}.yaml`), '--format', 'docx', '--out', out]
    const { code, err } = await biaoshi(args, { locale: 'en', cwd: scratch, definitions })
    expect([code, err]).toEqual([0, ''])
    expect(readdirSync(out)).toEqual([`${name}.docx`])
  })

  it('in JSON says what helps in JSON', async () => {
    const args = ['fill', join(scratch, 'comma.json'), '--out', join(scratch, 'large')]
    const { err } = await biaoshi(args, { locale: 'en', cwd: scratch, definitions })
    expect(err).toMatch(/comma\.json:1:67: error\[json-syntax\]/)
    expect(err).not.toContain('label:')
  })

  it('in JSON tells each comment as one, and what else is wrong', async () => {
    const args = ['fill', join(scratch, 'comments.json'), '--out', join(scratch, 'large')]
    const { err } = await biaoshi(args, { locale: 'en', cwd: scratch, definitions })
    expect(err.match(/comments\.json:\S+ error\[[a-z-]+\]/g)).toEqual([
      'comments.json:2:21: error[json-comment]',
      'comments.json:3:3: error[json-comment]',
      'comments.json:5:48: error[unknown-data-id]',
    ])
    expect(err).toContain('YAML has comments')
  })

  it('is told at its place', async () => {
    const args = ['fill', join(scratch, 'long.yaml'), '--out', join(scratch, 'large')]
    const { err } = await biaoshi(args, { locale: 'en', cwd: scratch, definitions })
    expect(err).toMatch(/long\.yaml:4:17: error\[too-long-for-format\]: .*501 characters.*xlsx.*500/)
  })
})

describe('the table of codes', () => {
  const raised = new Set(names.flatMap((name) => expected(name).map(({ code }) => code)))

  it.each(Object.keys(dataCodes))('%s is raised by data or a case', (code) => {
    expect(raised.has(code) || cases.some((each) => each.code === code)).toBe(true)
  })

  it('is the only source of codes', () => {
    expect([...raised].filter((code) => !Object.hasOwn(codes, code))).toEqual([])
  })
})
