import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// Nothing is timed here: only what the bench would time is held to be there, and to be checked.
const here = dirname(fileURLToPath(import.meta.url))
const root = resolve(here, '../..')
const load = <T>(name: string): Promise<T> => import(pathToFileURL(join(here, name)).href) as Promise<T>

interface Data {
  nameOf(row: number): string
  rowOf(row: number): string[]
  csvBlocks(rows: number, at?: number): Iterable<string>
  anyName(): RegExp
  returnData(county: number): string
}
interface Check {
  holdsRows(path: string, rows: number): Promise<void>
}
interface Peer {
  make(request: { csv: string; out: string }): Promise<void>
}
interface Markdown {
  asMarkdown(results: unknown, language: 'en' | 'zh'): string
}

let dir: string
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'bench-test-'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe('the data of the bench', () => {
  it('is the same each time, however it is cut', async () => {
    const { csvBlocks } = await load<Data>('data.mjs')
    const whole = [...csvBlocks(50)].join('')
    expect([...csvBlocks(50, 7)].join('')).toBe(whole)
    expect(whole.split('\n').slice(0, 2)).toEqual([
      '企业名称,所属行业,废水,COD,氨氮,总磷,SO2,氮氧化物,烟粉尘,一般固体废物,危险废物,VOCs,其他',
      '示例省润洲制药有限公司,化学药品原药制造,4539.36,14.21,,,9.48,14.5,8.617,451.1,,,8.00 吨',
    ])
  })

  it('names no two rows alike, and its names are found in running text', async () => {
    const { anyName, nameOf } = await load<Data>('data.mjs')
    const names = Array.from({ length: 20_000 }, (_, row) => nameOf(row))
    expect(new Set(names).size).toBe(names.length)
    const some = names.slice(0, 500)
    expect([...`1${some.join('制造4.06')}`.matchAll(anyName())].map(([name]) => name)).toEqual(some)
  })

  it('names industries of the code list that the form cites', async () => {
    const { rowOf } = await load<Data>('data.mjs')
    const list = readFileSync(join(root, 'definitions/code-lists/gbt4754-2002.csv'), 'utf8')
    const industries = new Set(Array.from({ length: 500 }, (_, row) => rowOf(row)[1] as string))
    expect(industries.size).toBe(10)
    for (const industry of industries) expect(list).toMatch(new RegExp(`^\\d{4},${industry}\\r?$`, 'm'))
  })
})

describe('the check of outputs', () => {
  it('tells a document that lacks a row', async () => {
    const { csvBlocks } = await load<Data>('data.mjs')
    const { holdsRows } = await load<Check>('check.mjs')
    const { make } = await load<Peer>('peers/exceljs.mjs')
    const [csv, out] = [join(dir, 'rows.csv'), join(dir, 'rows.xlsx')]
    const lines = [...csvBlocks(30)].join('')
    writeFileSync(csv, lines)
    await make({ csv, out })
    await holdsRows(out, 30)
    writeFileSync(csv, lines.split('\n').toSpliced(7, 1).join('\n'))
    await make({ csv, out })
    await expect(holdsRows(out, 30)).rejects.toThrow('row 7 is missing; 29 of 30 are there')
  })
})

describe('the peers', () => {
  it('are the modules that are listed', async () => {
    const { peerNames } = await load<{ peerNames: Record<string, string[]> }>('contenders.mjs')
    const listed = Object.values(peerNames).flat()
    expect(Object.keys(peerNames).sort()).toEqual(['docx', 'pdf', 'xlsx'])
    const shared = ['biaoshi', 'exceljs-sheet', 'libraries', 'plain']
    const found = readdirSync(join(here, 'peers')).flatMap((name) => /^(.+)\.mjs$/.exec(name)?.[1] ?? [])
    expect(found.sort()).toEqual([...listed, ...shared].sort())
  })

  it('are pinned, apart from what an install of the project brings', () => {
    const { dependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'))
    for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(readFileSync(join(here, 'package-lock.json'), 'utf8')).not.toContain('"resolved"')
    expect(existsSync(join(here, '.npmrc'))).toBe(true)
  })
})

it('the tables have the same shape in both languages, and a place in both READMEs', async () => {
  const { asMarkdown } = await load<Markdown>('table.mjs')
  const head = [
    { en: 'job', zh: '任务' },
    { en: 'time', zh: '用时' },
  ]
  const table = (body: string[][]) => ({ id: 'a', caption: { en: 'Lists', zh: '长表' }, head, body })
  const results = { tables: [table([['x', '1']]), table([['y', '2']])], machine: { en: 'M.', zh: '机。' }, remarks: [] }
  expect(asMarkdown(results, 'en')).toBe('M.\n\nLists:\n\n| job | time |\n| --- | --- |\n| x | 1 |\n| y | 2 |')
  expect(asMarkdown(results, 'zh')).toBe('机。\n\n长表：\n\n| 任务 | 用时 |\n| --- | --- |\n| x | 1 |\n| y | 2 |')
  for (const name of ['README.md', 'README.zh-CN.md'])
    expect(readFileSync(join(root, name), 'utf8')).toMatch(/<!-- bench -->\n[\s\S]*<!-- \/bench -->/)
})
