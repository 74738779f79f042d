#!/usr/bin/env node
import module, { createRequire } from 'node:module'
import { availableParallelism, totalmem } from 'node:os'
import { dirname, join } from 'node:path'

// The package by its own name: the same from src/ and from the bundle in dist/.
const packageFile = createRequire(import.meta.url).resolve('biaoshi/package.json')
const { version } = createRequire(import.meta.url)(packageFile) as { version: string }

const args = process.argv.slice(2)
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) process.stdout.write(`${version}\n`)
else process.exitCode = await start()

/**
 * A run of a second must not pay for code that is compiled for runs of a minute. Node 20 optimises a function after it ran
 * over 66 KB of its bytecode, which takes a third of the time of a blank and is paid back by no list of less than 10,000
 * rows; later versions wait by themselves.
 */
async function quickly<Module>(load: () => Promise<Module>): Promise<Module> {
  if (process.versions.node.startsWith('20.'))
    (await import('node:v8')).setFlagsFromString('--interrupt-budget=1000000')
  return load()
}

/** How many threads the machine has room for: one for each processor that this process may use, and for each GB. */
function roomFor(): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / 2 ** 30)))
}

async function start(): Promise<number> {
  // Where Node can (22.1 and later), what was compiled is kept for the next run.
  ;(module as { enableCompileCache?: () => unknown }).enableCompileCache?.()
  const { run } = await import('./run.ts')
  const { diskFiles } = await import('./files.ts')
  const { publish } = await import('./outputs.ts')
  // `biaoshi show … | head` closes the pipe early; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  return run(args, {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    env: process.env,
    cwd: process.cwd(),
    systemLocale: Intl.DateTimeFormat().resolvedOptions().locale,
    ...(process.stderr.isTTY ? { columns: process.stderr.columns } : {}),
    colour: process.stderr.hasColors?.() === true && !process.env.NO_COLOR,
    outColour: process.stdout.hasColors?.() === true && !process.env.NO_COLOR,
    version,
    definitions: join(dirname(packageFile), 'definitions'),
    templates: join(dirname(packageFile), 'templates'),
    files: diskFiles,
    pipeline: () => quickly(() => import('../pipeline.ts')),
    comparison: () => quickly(() => import('../comparison.ts')),
    migration: () => quickly(() => import('../migration.ts')),
    publish,
    threads: {
      most: roomFor(),
      start: async (count, job) =>
        (await import('./crew.ts')).startCrew(count, job, { url: new URL('./worker.js', import.meta.url) }),
    },
    ...(process.stderr.isTTY
      ? { progress: async (total: number) => (await import('./progress.ts')).progressBar(process.stderr, total) }
      : {}),
  })
}
