import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { diskFiles } from '../../src/cli/files.ts'
import { publish } from '../../src/cli/outputs.ts'
import { run } from '../../src/cli/run.ts'
import type { Locale } from '../../src/diagnostics/index.ts'

export interface Said {
  readonly code: number
  /** Standard output and standard error as a terminal shows them. */
  readonly text: string
}

/** The command line of a checkout at `root`, typed in the folder `cwd` by a person who speaks `locale`. */
export function diskIo(root: string, cwd: string, locale: Locale): { type(command: string): Promise<Said> } {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return {
    async type(command) {
      let text = ''
      const write = (more: string) => {
        text += more
      }
      const code = await run(command.split(/\s+/).slice(1), {
        out: write,
        err: write,
        env: { LANG: locale === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8' },
        cwd,
        systemLocale: 'en-US',
        colour: false,
        outColour: false,
        version,
        definitions: join(root, 'definitions'),
        templates: join(root, 'templates'),
        files: diskFiles,
        pipeline: () => import('../../src/pipeline.ts'),
        comparison: () => import('../../src/comparison.ts'),
        migration: () => import('../../src/migration.ts'),
        publish,
      })
      return { code, text }
    },
  }
}
