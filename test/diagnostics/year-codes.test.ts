import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { yearCodes } from '../../src/diagnostics/year-codes.ts'
import { diskIo } from '../support/disk-io.ts'

const root = resolve(fileURLToPath(import.meta.url), '../../..')
let scratch: string
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'biaoshi-year-codes-'))
  cpSync(join(root, 'definitions'), join(scratch, 'definitions'), { recursive: true })
  cpSync(join(root, 'definitions'), join(scratch, 'wrong'), { recursive: true })
  writeFileSync(join(scratch, 'wrong/impacts.yaml'), '- column-moved\n')
  writeFileSync(join(scratch, 'definitions/highway-condition/2019.yaml'), 'form: highway-condition\n')
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** What a command says of a code, and where. */
const cases: readonly { code: keyof typeof yearCodes; command: string; at?: RegExp; exit: number }[] = [
  { code: 'edition-holds', command: 'show cleaner-production-audit --year 2023', exit: 0 },
  { code: 'edition-holds', command: 'diff cleaner-production-audit 2020 2052', at: /2052.*2020/, exit: 0 },
  {
    code: 'same-edition',
    command: 'diff cleaner-production-audit 2020 2021',
    at: /2020 .* 2021 .*2020\.yaml/,
    exit: 0,
  },
  {
    code: 'same-edition-judged',
    command: 'diff cleaner-production-audit 2020 2021 --fail-on layout',
    at: /2020 .* 2021 .*2020\.yaml/,
    exit: 2,
  },
  {
    code: 'same-edition',
    command: 'diff definitions/highway-condition/2013.yaml definitions/highway-condition/2013.yaml',
    at: /2013\.yaml .* 2013\.yaml/,
    exit: 0,
  },
  {
    code: 'edition-exists',
    command: 'new-edition definitions/highway-condition/2013.yaml 2019 --out definitions/highway-condition/2019.yaml',
    exit: 2,
  },
  { code: 'look-year', command: 'new-edition cleaner-production-audit 2031', at: /2031\.yaml:2:4: .*2020/, exit: 0 },
  {
    code: 'look-citation',
    command: 'new-edition cleaner-production-audit 2032',
    at: /2032\.yaml:10:13: .*环办科财〔2020〕27号/,
    exit: 0,
  },
  {
    code: 'look-standard',
    command: 'new-edition cleaner-production-audit 2033',
    at: /2033\.yaml:11:15: .*GB\/T 4754－2002.*GB\/T 4754-2017/,
    exit: 0,
  },
  {
    code: 'look-list',
    command: 'new-edition cleaner-production-audit 2034',
    at: /2034\.yaml:211:54: .*gbt4754-2002.*gbt4754-2017/,
    exit: 0,
  },
  {
    code: 'not-impacts',
    command: 'diff highway-condition 2013 2014 --definitions wrong',
    at: /impacts\.yaml:1:1: /,
    exit: 2,
  },
  {
    code: 'look-date',
    command: 'new-edition cleaner-production-audit 2035',
    at: /2035\.yaml:262:57: .*当年12月底/,
    exit: 0,
  },
]

/** In the second language beside the first, for no file is written twice. */
const again = (command: string, locale: string): string =>
  locale === 'en' ? command.replace(/^(new-edition .* )(20\d\d)$/, '$1$2 --out again-$2.yaml') : command

describe('what is said of years', () => {
  it.each(cases)('$code', async ({ code, command, at, exit }) => {
    for (const locale of ['zh', 'en'] as const) {
      const { code: ended, text } = await diskIo(root, scratch, locale).type(
        `biaoshi ${again(command, locale)}${command.includes('--definitions') ? '' : ' --definitions definitions'}`,
      )
      expect(text).toContain(`[${code}]`)
      expect(text).not.toMatch(/(?<!\{)\{[a-z]+\}(?!\})/i)
      if (at) expect(text).toMatch(at)
      expect(ended).toBe(exit)
    }
  })

  it('every code is raised by a case', () => {
    expect([...new Set(cases.map(({ code }) => code))].toSorted()).toEqual(Object.keys(yearCodes).toSorted())
  })

  it('a file that exists is left as it was', () => {
    expect(readFileSync(join(scratch, 'definitions/highway-condition/2019.yaml'), 'utf8')).toBe(
      'form: highway-condition\n',
    )
  })
})
