import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import type { FillJob } from '../../src/cli/crew.ts'
import { filled } from '../support/filling-threads.ts'
import { frailThreads } from '../support/frail-threads.ts'
import { fakeFiles, ran } from './fake-io.ts'

const started: FillJob[] = []
const frail = {
  ...frailThreads,
  start: async (count: number, job: FillJob) => {
    started.push(job)
    return frailThreads.start(count, job)
  },
}
const files = fakeFiles({})
const pdfs = (...names: string[]) => names.map((name) => resolve('/forms', `out/${name}.pdf`))
const paths = (published: readonly { readonly path: string }[]) => published.map(({ path }) => path)

describe('biaoshi fill of many files', () => {
  it('fills them side by side and writes and tells in their order', async () => {
    const line = 'fill slow-1.yaml 2.yaml slow-3.yaml 4.yaml 5.yaml 6.yaml 7.yaml 8.yaml --format pdf'
    const { code, out, published, steps } = await ran(line, { files, threads: frail })
    const names = ['slow-1', '2', 'slow-3', '4', '5', '6', '7', '8']
    expect(paths(published)).toEqual(pdfs(...names))
    expect(published.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(
      names.map((name) => resolve('/forms', `${name}.yaml`)),
    )
    expect([...out.matchAll(/^out\/(\S+)\.pdf/gm)].map(([, name]) => name)).toEqual(names)
    expect(steps).toEqual(['16 steps', ...names.map((name, n) => `${2 * n} ${name}.yaml`), 'stop'])
    expect(code).toBe(0)
  })

  it.each([
    ['a few files', 'a.yaml b.yaml c.yaml d.yaml e.yaml', false],
    ['more, one by one', 'a.yaml b.yaml c.yaml d.yaml e.yaml f.yaml g.yaml h.yaml --jobs 1', false],
    ['more', 'a.yaml b.yaml c.yaml d.yaml e.yaml f.yaml g.yaml h.yaml', true],
    ['a few, two at a time', 'a.yaml b.yaml --jobs 2', true],
  ])('%s: threads are begun where they pay or are asked for', async (_, data, begun) => {
    started.length = 0
    await ran(`fill ${data}`, { files, threads: frail })
    expect(started).toHaveLength(begun ? 1 : 0)
  })

  it.each(['0', '1.5', 'many', '65'])('--jobs %s is refused', async (jobs) => {
    const { code, err } = await ran(`fill a.yaml --jobs ${jobs}`, { files })
    expect(err).toContain(`the option --jobs cannot be "${jobs}"`)
    expect(code).toBe(2)
  })

  it('a thread that runs out of memory or ends is told for its file with a remedy, and all others are made', async () => {
    for (const [lang, memory, ended] of [
      ['en_US.UTF-8', 'out of memory', 'the thread that filled it ended'],
      ['zh_CN.UTF-8', '内存不足', '处理它的线程意外结束'],
    ] as const) {
      const line = 'fill 1.yaml huge.yaml 3.yaml ends.yaml 5.yaml --jobs 2 --format pdf'
      const { code, err, published } = await ran(line, { files, threads: frail, env: { LANG: lang } })
      expect(paths(published)).toEqual(pdfs('1', '3', '5'))
      expect(code).toBe(2)
      expect(err.match(/\[unfinished-file\]/g)).toHaveLength(2)
      expect(err).toMatch(new RegExp(`huge\\.yaml.*${memory}\\n +[=] \\S.*--jobs 1`))
      expect(err).toMatch(new RegExp(`ends\\.yaml.*${ended}\\n`))
      expect(err).not.toMatch(/\{|undefined|ERR_|at .*:\d+:\d+/)
    }
  })

  it('a fault of the program ends the run as it does without threads; what came before is written', async () => {
    const { code, err, published } = await ran('fill 1.yaml faulty.yaml 3.yaml --jobs 2 --format pdf', {
      files,
      threads: frail,
    })
    expect(paths(published)).toEqual(pdfs('1'))
    expect(err).toContain('a fault')
    expect(code).toBe(2)
  })
})

describe('threads on the disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'biaoshi-crew-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const example = fileURLToPath(new URL('../../definitions/highway-condition/examples/2013.yaml', import.meta.url))
  const good = readFileSync(example, 'utf8')
  const names = Array.from({ length: 4 }, (_, n) => `province-${n}.yaml`)
  for (const [n, name] of names.entries())
    writeFileSync(join(folder, name), n === 2 ? good.replace(/^year: \d+/m, 'year: soon') : good)
  const contents = (dir: string) =>
    new Map(readdirSync(join(folder, dir)).map((name) => [name, readFileSync(join(folder, dir, name)).toString('hex')]))

  it('give the same bytes and the same report as none, a bad file among good ones', async () => {
    const one = await filled(folder, ['fill', ...names, '--out', 'one', '--jobs', '1', '--format', 'pdf'])
    const two = await filled(folder, ['fill', ...names, '--out', 'two', '--jobs', '2', '--format', 'pdf'])
    expect(one.code).toBe(2)
    expect(one.err).toContain('province-2.yaml')
    expect(two).toEqual({ ...one, out: one.out.replaceAll('one/', 'two/') })
    expect(contents('one').size).toBe(3)
    expect(contents('two')).toEqual(contents('one'))
  }, 60_000)

  it('an interrupted run leaves whole documents only', async () => {
    const program = fileURLToPath(new URL('../support/fill.mjs', import.meta.url))
    const child = spawn(process.execPath, [program, folder, 'cut', ...names], { stdio: 'ignore' })
    while (child.exitCode === null && !existsSync(join(folder, 'cut/province-0.pdf'))) await setTimeout(20)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const whole = contents('one')
    const left = [...contents('cut')].filter(([name]) => !name.startsWith('.'))
    expect(left.length).toBeGreaterThan(0)
    for (const [name, bytes] of left) expect(bytes === whole.get(name), name).toBe(true)
  }, 60_000)
})
