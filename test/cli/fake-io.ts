import type { Io, Pipeline } from '../../src/cli/io.ts'
import type { Output } from '../../src/cli/outputs.ts'
import { run } from '../../src/cli/run.ts'
import { Diagnostics } from '../../src/diagnostics/index.ts'
import { formats } from '../../src/render/index.ts'
import { sampleDocument } from '../support/sample.ts'

export interface Ran {
  code: number
  out: string
  err: string
  published: Output[]
  /** Whether the pipeline was loaded. */
  loaded: boolean
}

/** Two forms, of which `broken` has an error and `doubtful` a warning when asked for. */
export const fakePipeline: Pipeline = {
  formats,
  listForms: () => [
    { form: 'audit', editions: [2020, 2024], title: '清洁生产审核工作总结表' },
    { form: 'highway-condition', editions: [2013], title: '公路技术状况' },
  ],
  makeBlank: async ({ form, year = 2024, formats }) => {
    const report = new Diagnostics()
    const at = { file: '/work/definitions/a.yaml', start: 0, end: 4 }
    if (form === 'broken') report.add('missing-key', at, { key: 'title' })
    if (form === 'doubtful') report.add('literal-year', at, { year: '2020' })
    const documents = report.failed
      ? []
      : formats.map((format) => ({ format, bytes: new TextEncoder().encode(`${form} ${format}`) }))
    return { diagnostics: report.list, sources: new Map([[at.file, 'form: a']]), form, year, pages: 5, documents }
  },
  grid: () => ({ diagnostics: [], sources: new Map(), document: sampleDocument() }),
  jsonSchema: () => ({ type: 'object' }),
}

/** Runs a command line in a world made up for the test. */
export async function ran(line: string, more: Partial<Io> & { fake?: Partial<Pipeline> } = {}): Promise<Ran> {
  const result: Ran = { code: 0, out: '', err: '', published: [], loaded: false }
  const { fake, ...own } = more
  result.code = await run(line === '' ? [] : line.split(' '), {
    out: (text) => {
      result.out += text
    },
    err: (text) => {
      result.err += text
    },
    env: { LANG: 'en_US.UTF-8' },
    cwd: '/work',
    systemLocale: 'de-DE',
    colour: false,
    version: '1.2.3',
    definitions: '/shipped/definitions',
    files: { read: () => '', list: () => [] },
    pipeline: async () => {
      result.loaded = true
      return { ...fakePipeline, ...fake }
    },
    publish: (outputs) => {
      result.published.push(...outputs)
    },
    ...own,
  })
  return result
}
