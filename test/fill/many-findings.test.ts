import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { biaoshi } from '../support/command-line.ts'

const definitions = fileURLToPath(new URL('../fixtures/data-errors/definitions', import.meta.url))
const dir = mkdtempSync(join(tmpdir(), 'biaoshi-many-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const rows = 400
const csv = (q: string) => `name,q\n${Array.from({ length: rows }, (_, n) => `企业${n},${q}\n`).join('')}`

/** What `fill` says of a list of so many rows that each have this quantity. */
async function told(q: string, ...options: string[]) {
  writeFileSync(join(dir, 'a.csv'), csv(q))
  writeFileSync(join(dir, 'a.yaml'), 'form: sample\nyear: 2020\nvalues: {mixed: {file: a.csv}}\n')
  const args = ['fill', join(dir, 'a.yaml'), '--format', 'docx', '--out', join(dir, 'out'), ...options]
  const { code, err } = await biaoshi(args, { locale: 'zh', cwd: dir, definitions })
  return { code, err, places: [...err.matchAll(/^a\.csv:(\d+):\d+/gm)].map(([, line]) => Number(line)) }
}

describe('thousands of rows with the same mistake', () => {
  it('show the first of a finding and count all', async () => {
    const { code, err, places } = await told('12.5')
    expect([code, places]).toEqual([1, [2, 3, 4]])
    expect(err).toMatch(/\n… 这一栏同样的还有 397 处\n\n加 --all 可列出全部。\n400 处需核对\n$/)
  })

  it('show fifty errors and count all', async () => {
    const { code, err, places } = await told('若干')
    expect([code, places]).toEqual([2, Array.from({ length: 50 }, (_, n) => n + 2)])
    expect(err).toMatch(/\n… 另有 350 个错误没有列出\n加 --all 可列出全部。\n400 个错误\n$/)
  })

  it('show all where all are asked for', async () => {
    expect((await told('若干', '--all')).places).toHaveLength(rows)
    expect((await told('12.5', '--all')).places).toHaveLength(rows)
  })
})
