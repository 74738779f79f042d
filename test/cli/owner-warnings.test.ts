import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { biaoshi } from '../support/command-line.ts'

const cwd = mkdtempSync(join(tmpdir(), 'biaoshi-owner-'))
afterAll(() => rmSync(cwd, { recursive: true, force: true }))
const definitions = join(cwd, 'forms')
mkdirSync(join(definitions, 'wells'), { recursive: true })
const edition = (year: number, label: string, lang = 'en-US') =>
  `form: wells\nedition: ${year}\nlang: ${lang}\ntitle: Wells\nsubtitle: (Rev. January ${year})\nparts:\n  a: {fields: {n: ${label}}}\n`
writeFileSync(join(definitions, 'wells', '2024.yaml'), edition(2024, 'Name'))
writeFileSync(join(definitions, 'wells', '2025.yaml'), edition(2025, 'Full name'))
writeFileSync(join(cwd, 'wells.yaml'), 'form: wells\nyear: 2024\nvalues: {a: {n: x}}\n')
const chinese = edition(2024, '名称', 'zh-CN').replace('form: wells', 'form: jing')
mkdirSync(join(definitions, 'jing'))
writeFileSync(join(definitions, 'jing', '2024.yaml'), chinese)

const told = async (...args: string[]): Promise<string> => (await biaoshi(args, { locale: 'en', cwd, definitions })).err

it.each([
  ['show', 'wells'],
  ['blank', 'wells', '--format', 'xlsx'],
  ['new-edition', 'wells', '2026', '--out', 'next.yaml'],
])('who owns the form is warned of a year in its texts: %s', async (...args) => {
  expect(await told(...args)).toContain('warning[literal-year]')
})

it.each([
  ['data', 'wells'],
  ['fill', 'wells.yaml', '--format', 'xlsx'],
  ['migrate', 'wells.yaml', '--to', '2025', '--out', 'moved.yaml'],
  ['diff', 'wells', '2024', '2025'],
  ['diff', 'wells', '2024', '2025', '--format', 'docx'],
])('who fills or compares it, and cannot change it, is not: %s', async (...args) => {
  expect(await told(...args)).not.toContain('literal-year')
})

it('the words are of the form’s own country, and name what stays', async () => {
  const english = await told('show', 'wells')
  expect(english).toContain('a date of expiry or revision, may stand under `terms`.')
  expect(english).not.toContain('〔')
  expect(await told('show', 'jing')).toContain('〔…〕')
})
