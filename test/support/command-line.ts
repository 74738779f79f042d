import { diskFiles } from '../../src/cli/files.ts'
import { publish } from '../../src/cli/outputs.ts'
import { run } from '../../src/cli/run.ts'
import type { Locale } from '../../src/diagnostics/index.ts'
import { frailThreads } from './frail-threads.ts'

/** The command line on the real disk, where threads only pretend, in a working directory and with a folder of definitions. */
export async function biaoshi(
  args: readonly string[],
  { locale, cwd, definitions }: { readonly locale: Locale; readonly cwd: string; readonly definitions: string },
): Promise<{ code: number; err: string }> {
  let err = ''
  const code = await run(args, {
    out: () => {},
    err: (text) => {
      err += text
    },
    env: { LANG: locale === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8' },
    cwd,
    systemLocale: 'en',
    colour: false,
    outColour: false,
    version: '0',
    templates: '',
    definitions,
    files: diskFiles,
    pipeline: () => import('../../src/pipeline.ts'),
    comparison: () => import('../../src/comparison.ts'),
    migration: () => import('../../src/migration.ts'),
    publish,
    threads: frailThreads,
  })
  return { code, err }
}
