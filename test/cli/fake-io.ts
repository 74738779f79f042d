import type { Io, Pipeline } from '../../src/cli/io.ts'
import type { Output } from '../../src/cli/outputs.ts'
import { run } from '../../src/cli/run.ts'
import { type Diagnostic, Diagnostics } from '../../src/diagnostics/index.ts'
import type { Files } from '../../src/pipeline.ts'
import { formats } from '../../src/render/index.ts'
import { sampleComparison } from '../support/comparison.ts'
import { sampleDocument } from '../support/sample.ts'

export interface Ran {
  code: number
  out: string
  err: string
  published: Output[]
  /** What a watcher of the terminal saw: how many steps, each by name, the end. */
  steps: string[]
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
    const at = { file: '/forms/definitions/a.yaml', start: 0, end: 4 }
    if (form === 'broken') report.add('missing-key', at, { key: 'title' })
    if (form === 'doubtful') report.add('literal-year', at, { year: '2020' })
    const documents = report.failed
      ? []
      : formats.map((format) => ({ format, bytes: new TextEncoder().encode(`${form} ${format}`), pages: 5 }))
    return { diagnostics: report.list, sources: new Map([[at.file, 'form: a']]), form, year, documents }
  },
  // A data file says what it is: `wrong`, `doubtful` (a finding), or right.
  makeFilled: async ({ files, data, formats, step }) => {
    const report = new Diagnostics()
    const source = files.read(data)
    const at = { file: data, start: source.indexOf('12'), end: source.indexOf('12') + 2 }
    if (source.includes('wrong')) report.add('not-a-figure', at, { text: '12' })
    const words = { label: '合计', stated: '12', computed: '10', difference: '2', formula: 'self + agency' }
    if (source.includes('doubtful')) report.add('total-differs', at, words)
    if (source.includes('.csv')) report.add('csv-encoding', at, { file: 'reductions.csv', encoding: 'GB18030' })
    const documents: { format: (typeof formats)[number]; bytes: Uint8Array; pages: number }[] = []
    for (const format of report.failed ? [] : formats) {
      step?.(format)
      documents.push({ format, bytes: new TextEncoder().encode(`${data} ${format}`), pages: 7 })
    }
    return {
      diagnostics: report.list,
      sources: new Map([[data, source]]),
      form: 'audit',
      year: 2020,
      documents,
    }
  },
  grid: () => ({ diagnostics: [], sources: new Map(), document: sampleDocument() }),
  jsonSchema: () => ({ type: 'object' }),
  skeleton: ({ form, year = 2024 }, named = form) => ({
    ...checked(form),
    text: `form: ${named}\nyear: ${year}\nvalues:\n`,
  }),
  dataSchema: ({ form, year = 2024 }) => ({ ...checked(form), schema: { title: `${form} ${year}` } }),
  newEdition: ({ form, year }) => ({
    ...checked(form),
    file: `/forms/${form}/${year}.yaml`,
    text: `edition: ${year}\n`,
  }),
  newForm: (id, year) => [{ name: `${id}/${year}.yaml`, text: `form: ${id}\n` }],
  openFonts: () => ({}) as ReturnType<Pipeline['openFonts']>,
}

const fakeComparison: ComparisonRoom = {
  compare: ({ new: { form } }) => ({
    ...checked(form),
    ...(form === 'broken' ? {} : { comparison: sampleComparison }),
  }),
  comparedGrids: () => ({
    ...checked('audit'),
    grids: { old: sampleDocument(), new: sampleDocument(), counterparts: new Map() },
  }),
  makeRedline: async () => ({ ...checked('audit'), bytes: new TextEncoder().encode('redline') }),
}

type ComparisonRoom = Awaited<ReturnType<Io['comparison']>>

function checked(form: string): { diagnostics: readonly Diagnostic[]; sources: ReadonlyMap<string, string> } {
  const report = new Diagnostics()
  if (form === 'broken') report.add('missing-key', undefined, { key: 'title' })
  return { diagnostics: report.list, sources: new Map() }
}

/** A disk of these texts, by absolute path. */
export const fakeFiles = (texts: Readonly<Record<string, string>>): Files => ({
  read: (path) => texts[path] ?? '',
  bytes: (path) => new TextEncoder().encode(texts[path] ?? ''),
  list: (dir) =>
    Object.keys(texts)
      .filter((path) => path.startsWith(`${dir}/`))
      .map((path) => path.slice(dir.length + 1)),
  exists: (path) => texts[path] !== undefined,
})

/** Runs a command line in a world made up for the test. */
export async function ran(
  line: string,
  more: Partial<Io> & { fake?: Partial<Pipeline & ComparisonRoom> } = {},
): Promise<Ran> {
  const result: Ran = { code: 0, out: '', err: '', published: [], steps: [], loaded: false }
  const { fake, ...own } = more
  result.code = await run(line === '' ? [] : line.split(' '), {
    out: (text) => {
      result.out += text
    },
    err: (text) => {
      result.err += text
    },
    env: { LANG: 'en_US.UTF-8' },
    cwd: '/forms',
    systemLocale: 'de-DE',
    colour: false,
    outColour: false,
    version: '1.2.3',
    definitions: '/shipped/definitions',
    templates: '/shipped/templates',
    files: fakeFiles({}),
    pipeline: async () => {
      result.loaded = true
      return { ...fakePipeline, ...fake }
    },
    comparison: async () => ({ ...fakeComparison, ...fake }),
    migration: () => import('../../src/migration.ts'),
    publish: (outputs) => {
      result.published.push(...outputs)
    },
    progress: async (total) => {
      result.steps.push(`${total} steps`)
      return { step: (name, done) => result.steps.push(`${done} ${name}`), stop: () => result.steps.push('stop') }
    },
    ...own,
  })
  return result
}
