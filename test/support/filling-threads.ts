import { type Crew, type FillJob, startCrew } from '../../src/cli/crew.ts'
import { diskFiles } from '../../src/cli/files.ts'
import type { Io } from '../../src/cli/io.ts'
import { publish } from '../../src/cli/outputs.ts'
import { run } from '../../src/cli/run.ts'

const root = new URL('../../', import.meta.url)

/** Threads that run `src/cli/worker.ts`. */
export const threads = {
  most: 2,
  start: async (count: number, job: FillJob): Promise<Crew> =>
    startCrew(count, job, { url: new URL('test/support/worker.mjs', root) }),
}

/** The command line on the real disk, in a working directory, with threads. */
export async function filled(
  cwd: string,
  args: readonly string[],
  more: Partial<Io> = {},
): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const write = (to: 'out' | 'err') => (text: string) => {
    said[to] += text
  }
  const code = await run(args, {
    out: write('out'),
    err: write('err'),
    env: { LANG: 'en_US.UTF-8' },
    cwd,
    systemLocale: 'en',
    colour: false,
    outColour: false,
    version: '0',
    templates: '',
    definitions: new URL('definitions', root).pathname,
    files: diskFiles,
    pipeline: () => import('../../src/pipeline.ts'),
    comparison: () => import('../../src/comparison.ts'),
    migration: () => import('../../src/migration.ts'),
    publish,
    threads,
    ...more,
  })
  return { code, ...said }
}
