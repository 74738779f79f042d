#!/usr/bin/env node
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

// The package by its own name: the same from src/ and from the bundle in dist/.
const packageFile = createRequire(import.meta.url).resolve('biaoshi/package.json')
const { version } = createRequire(import.meta.url)(packageFile) as { version: string }

const args = process.argv.slice(2)
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) process.stdout.write(`${version}\n`)
else process.exitCode = await start()

async function start(): Promise<number> {
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
    pipeline: () => import('../pipeline.ts'),
    comparison: () => import('../comparison.ts'),
    migration: () => import('../migration.ts'),
    publish,
    ...(process.stderr.isTTY
      ? { progress: async (total: number) => (await import('./progress.ts')).progressBar(process.stderr, total) }
      : {}),
  })
}
