import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { migrateCodes } from '../../src/diagnostics/migrate-codes.ts'
import { diskIo } from '../support/disk-io.ts'

const root = resolve(fileURLToPath(import.meta.url), '../../..')
let scratch: string
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'biaoshi-migrate-codes-'))
  cpSync(join(root, 'definitions'), join(scratch, 'definitions'), { recursive: true })
  writeFileSync(join(scratch, 'old.yaml'), edition(2020, older))
  writeFileSync(join(scratch, 'new.yaml'), edition(2024, newer))
  writeFileSync(join(scratch, 'data.yaml'), data)
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const edition = (year: number, columns: string): string =>
  `form: f\nedition: ${year}\ntitle: 表\nparts:\n  t:\n    blocks:\n${columns}units: {批: {of: mass, factor: 3000}}\n`
const list = (more: string) => `      rows: {label: 表, columns: {n: 名}, list: ${more}}\n`
const older = `${list('2')}      one:
        label: 甲
        columns: {gone: 去, shape: 形, shut: 闭, unit: 量 | 吨, third: 批量 | 吨, bad: 坏, fresh: 新 | number, lost: 失 | 吨, trade: 业, need: {label: 须, required: true}, size: {label: 模, options: {a: 小, b: 大}}, kind: {label: 建, options: {a: 改扩建, b: 新建}}, who: {label: 签, type: signature}, day: 日 | date}\n`
const newer = `${list('{blank: 1, more: false}')}      one:
        label: 甲
        columns: {shape: {label: 形, columns: {a: 子}}, shut: 闭 | —, unit: 量 | 度, third: 批量 | 批, bad: 坏 | date, fresh: 新 | 吨, lost: 失 | number, need: 须, trade: 业 | gbt4754-2017, must: {label: 必, required: true}, size: {label: 模, options: {a: 中, b: 大}}, kind: {label: 建, options: {a: 改建, b: 新建, c: 扩建}}, who: {label: 签, type: signature}, day: 日 | year}\n`
const data = `form: f
year: 2020
values:
  t:
    rows: [{n: 子}, {n: 丑}]
    one: {gone: 一, shape: 二, shut: 三, unit: 4, third: 1, bad: 去年, fresh: 7, lost: 8, trade: 某业, size: 小, kind: a, who: 张三, day: 2020-1-2}
`

describe.each(['zh', 'en'] as const)('what becomes of data is told in %s', (locale) => {
  it('with every code, its place, and what to do; the exit code is 1 and the source as it was', async () => {
    const { code, text } = await diskIo(root, scratch, locale).type(
      `biaoshi migrate data.yaml --from old.yaml --to new.yaml --out ${locale}.yaml --definitions definitions`,
    )
    expect(code).toBe(1)
    for (const [each, { severity }] of Object.entries(migrateCodes))
      if (severity === 'finding') expect(text).toContain(`[${each}]`)
    expect(text).toMatch(/^data\.yaml:6:17: .*\[migrate-no-place\].*[:：] ?一$/m)
    expect(text).not.toMatch(/(?<!\{)\{[a-z]+\}(?!\})/i)
    expect(text).not.toMatch(/undefined|\[object/)
    expect(readFileSync(join(scratch, 'data.yaml'), 'utf8')).toBe(data)
    expect(readFileSync(join(scratch, `${locale}.yaml`), 'utf8')).toContain(
      'fresh: 7, lost: 8, trade: 某业, size: 中, kind: a, who: 张三, day: 2020}',
    )
  })
})

it.each([
  ['zh', '另一种表单 highway-condition'],
  ['en', 'another form, highway-condition'],
] as const)('data do not go to another form: %s', async (locale, words) => {
  const { code, text } = await diskIo(root, scratch, locale).type(
    'biaoshi migrate data.yaml --from old.yaml --to definitions/highway-condition/2013.yaml --out other.yaml --definitions definitions',
  )
  expect(code).toBe(2)
  expect(text).toMatch(/2013\.yaml:\d+:\d+: .*\[other-form\]/)
  expect(text).toContain(words)
  expect(text).not.toMatch(/migrate-|(?<!\{)\{[a-z]+\}(?!\})/i)
  expect(existsSync(join(scratch, 'other.yaml'))).toBe(false)
})

describe('migrate', () => {
  const type = (command: string) => diskIo(root, scratch, 'en').type(`biaoshi ${command} --definitions definitions`)

  it('tells every single value to other programs', async () => {
    const { text } = await type('migrate data.yaml --from old.yaml --to new.yaml --out j.yaml --format json')
    const report = JSON.parse(text.slice(0, text.indexOf('\n}\n') + 2)) as { changes: Record<string, string>[] }
    expect(report).toMatchObject({
      editions: { from: 2020, to: 2024 },
      years: { from: 2020, to: 2024 },
      carried: 8,
      converted: 1,
      relabelled: 2,
      recomputed: 0,
    })
    expect(report.changes).toContainEqual(
      expect.objectContaining({ code: 'migrate-no-place', path: 't.one.gone', value: '一', line: 6, column: 17 }),
    )
  })

  it('never writes over a file', async () => {
    writeFileSync(join(scratch, 'there.yaml'), 'mine')
    const { code, text } = await type('migrate data.yaml --from old.yaml --to new.yaml --out there.yaml')
    expect(code).toBe(2)
    expect(text).toContain('[would-overwrite]')
    expect(readFileSync(join(scratch, 'there.yaml'), 'utf8')).toBe('mine')
  })

  it('refuses an edition that is none', async () => {
    expect(await type('migrate data.yaml --to soon')).toMatchObject({ code: 2 })
  })

  it('carries the filled example to the invented second edition, which it then fills', async () => {
    const form = 'definitions/cleaner-production-audit'
    cpSync(join(scratch, form, 'examples/second-edition/2023.yaml'), join(scratch, form, '2023.yaml'))
    const went = await type(`migrate ${form}/examples/example-2020.yaml --to 2023`)
    expect(went.code).toBe(1)
    expect(went.text).toContain('(basics.fund) has no place in the edition of 2023, 5 left behind: ')
    expect(existsSync(join(scratch, form, 'examples/example-2020-2023.yaml'))).toBe(true)
    const filled = await type(`fill ${form}/examples/example-2020-2023.yaml --format xlsx`)
    expect(filled.code, filled.text).toBe(1)
    expect(filled.text).not.toContain('error[')
  })

  it('and back again, with all but what was told', async () => {
    const form = 'definitions/cleaner-production-audit/examples'
    const { text } = await type(`migrate ${form}/example-2020-2023.yaml --to 2020 --out ${form}/back.yaml`)
    expect(text).not.toMatch(/migrate-(no-place|refused|shape|closed|unit)/)
    const values = (name: string): Record<string, Record<string, unknown>> =>
      (parse(readFileSync(join(scratch, form, name), 'utf8'), { schema: 'failsafe' }) as { values: never }).values
    const [before, after] = [values('example-2020.yaml'), values('back.yaml')]
    const { fund: _, ...kept } = before.basics ?? {}
    expect(after.basics).toEqual(kept)
    expect(after.cover).toEqual(before.cover)
    const csv = (name: string) => readFileSync(join(scratch, form, name), 'utf8').replace('\ufeff', '')
    const savings = csv('back-mandatory-savings.csv')
    expect(savings.trim()).toBe(csv('mandatory-savings.csv').replaceAll('\r\n', '\n').trim())
  })
})
