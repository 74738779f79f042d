import { join } from 'node:path'
import { formatDiagnostics } from '../../../src/diagnostics/index.ts'
import { openFonts } from '../../../src/fonts/index.ts'
import { type MigrateOutcome, migrateData } from '../../../src/migration.ts'
import { type Files, filledGrid } from '../../../src/pipeline.ts'

export const fonts = openFonts()

/** A disk of these texts, by path. */
export const disk = (texts: Readonly<Record<string, string>>): Files => ({
  read(path) {
    const text = texts[path]
    if (text === undefined) throw Object.assign(new Error(path), { code: 'ENOENT' })
    return text
  },
  bytes: (path) => new TextEncoder().encode(disk(texts).read(path)),
  list: (dir) => [
    ...new Set(
      Object.keys(texts)
        .filter((path) => path.startsWith(`${dir}/`))
        .map((path) => path.slice(dir.length + 1).split('/')[0] as string),
    ),
  ],
  exists: (path) => texts[path] !== undefined,
})

export interface Went {
  readonly outcome: MigrateOutcome
  /** The data file written; empty where none was. */
  readonly text: string
  /** By name. */
  readonly files: Readonly<Record<string, string>>
  /** `code path value` of each change. */
  readonly changes: readonly string[]
  readonly said: string
}

const head = (edition: number, parts: string): string =>
  `form: f\nedition: ${edition}\ntitle: 表\nparts:\n${parts.replace(/^(?=.)/gm, '  ')}`

/** An edition: parts alone, or with keys of its own. */
export const edition = (year: number, parts: string): string =>
  /^(units|notes):/m.test(parts)
    ? head(year, parts.replace(/^(?:units|notes):[\s\S]*/m, '')) + (/^(?:units|notes):[\s\S]*/m.exec(parts)?.[0] ?? '')
    : head(year, parts)

/**
 * Carries values from the first edition (2020) to the second (2024), or back.
 * @param values YAML below `values:`
 */
export function migrated(
  [before, after]: readonly [string, string],
  values: string,
  more: { readonly files?: Readonly<Record<string, string>>; readonly year?: number; readonly to?: number } = {},
): Went {
  const { year = 2020, to = 2024, files = {} } = more
  const data = `form: f\nyear: ${year}\nvalues:\n${values.replace(/^(?=.)/gm, '  ')}`
  const texts = {
    'forms/f/2020.yaml': edition(2020, before),
    'forms/f/2024.yaml': edition(2024, after),
    'data/a.yaml': data,
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [join('data', name), text])),
  }
  const outcome = migrateData({ files: disk(texts), definitions: 'forms', data: 'data/a.yaml', to, out: 'data/b.yaml' })
  const written = Object.fromEntries(outcome.outputs.map(({ path, text }) => [path, text]))
  const said = formatDiagnostics(outcome.diagnostics, outcome.sources, { locale: 'en', colour: false })
  const text = written['data/b.yaml'] ?? ''
  return {
    outcome,
    text,
    said,
    files: Object.fromEntries(Object.entries(written).map(([path, each]) => [path.slice('data/'.length), each])),
    changes: outcome.changes.map(({ code, path, value }) => `${code} ${path} ${value}`.trim()),
  }
}

/** What is said of the written file when it fills the edition that it was made for; empty where nothing is. */
export function filling(
  [before, after]: readonly [string, string],
  { files }: Went,
  all: Readonly<Record<string, string>> = {},
): string {
  const texts = {
    'forms/f/2020.yaml': edition(2020, before),
    'forms/f/2024.yaml': edition(2024, after),
    ...Object.fromEntries(Object.entries({ ...all, ...files }).map(([name, text]) => [join('data', name), text])),
  }
  const { diagnostics, sources } = filledGrid({ files: disk(texts), definitions: 'forms', data: 'data/b.yaml', fonts })
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  return formatDiagnostics(errors, sources, { locale: 'en', colour: false })
}

/** The values of a written file without its head, indented as they were given. */
export const valuesOf = ({ text }: Went): string => text.replace(/^[\s\S]*?values:\n/, '').replace(/^ {2}/gm, '')
