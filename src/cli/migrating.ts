import { resolve } from 'node:path'
import { Diagnostics, type Locale } from '../diagnostics/index.ts'
import { place } from '../diagnostics/place.ts'
import type { MigrateOutcome } from '../migration.ts'
import { type Context, type ExitCode, exitCodes, Refusal } from './io.ts'
import { eachWords, migratedWords, yearWords } from './migrated-words.ts'
import { Options } from './options.ts'
import { shown } from './shown.ts'
import { refuseErrors, tell } from './tell.ts'
import { texts } from './texts.ts'

export interface MigrateOptions {
  readonly to?: string
  readonly from?: string
  readonly out?: string
  readonly format?: string
}

/** `biaoshi migrate DATA --to YEAR|definition`: never over a file that exists; 1 where a person has to look at something. */
export async function migrate(context: Context, data: string, stated: MigrateOptions): Promise<ExitCode> {
  const { io, definitions, locale } = context
  const options = new Options()
  const edition = (value: string, option: string): number | string =>
    /\.ya?ml$/i.test(value) ? resolve(io.cwd, value) : (options.year(value, option, 'path of a definition') ?? value)
  const format = stated.format ?? 'text'
  if (format !== 'text' && format !== 'json') options.refuse('--format', format, 'text, json')
  const to = edition(stated.to ?? '', '--to')
  const from = stated.from === undefined ? undefined : edition(stated.from, '--from')
  options.check()
  const { migrateData } = await io.migration()
  const made = migrateData({
    files: io.files,
    definitions,
    data: resolve(io.cwd, data),
    to,
    ...(from === undefined ? {} : { from }),
    ...(stated.out === undefined ? {} : { out: resolve(io.cwd, stated.out) }),
  })
  if (made.outputs.length > 0) {
    const report = new Diagnostics()
    for (const { path } of made.outputs)
      if (io.files.exists(path)) report.add('would-overwrite', undefined, { file: path })
    if (report.failed) throw new Refusal(report.list)
    const encoder = new TextEncoder()
    io.publish(made.outputs.map(({ path, text }) => ({ path, bytes: encoder.encode(text) })))
  }
  io.out(format === 'json' ? `${JSON.stringify(asJson(made), null, 2)}\n` : summary(made, locale, io.cwd))
  refuseErrors(made.diagnostics, made.sources)
  // What is lost is never left out.
  tell(context, made.diagnostics, made.sources, { all: true })
  return made.diagnostics.some(({ severity }) => severity !== 'info') ? exitCodes.findings : exitCodes.done
}

function summary(made: MigrateOutcome, locale: Locale, cwd: string): string {
  if (made.outputs.length === 0) return ''
  const written = made.outputs.map(({ path }) => `${texts[locale].wrote(shown(path, cwd))}\n`).join('')
  const { from, to } = made.years ?? {}
  const year = from === undefined || to === undefined || from === to ? '' : `${yearWords[locale](from, to)}\n`
  const messages = made.diagnostics.filter(({ code }) => code.startsWith('migrate-')).length
  const each = made.changes.length > messages ? `${eachWords[locale]}\n` : ''
  return `${written}${year}${migratedWords[locale](made)}\n${each}`
}

/** Every single value that a person should look at, for other programs. */
function asJson({ editions, years, outputs, changes, sources, ...made }: MigrateOutcome): unknown {
  const { carried, converted, relabelled, recomputed } = made
  return {
    editions,
    years,
    files: outputs.map(({ path }) => path),
    carried,
    converted,
    relabelled,
    recomputed,
    changes: changes.map(({ code, path, at, value, words }) => {
      const { file, line, column } = place(at, sources)
      return { code, path, value, file, line, column, ...words }
    }),
  }
}
