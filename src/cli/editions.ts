import { dirname, join, resolve } from 'node:path'
import { Diagnostics } from '../diagnostics/index.ts'
import type { Files } from '../pipeline.ts'
import { type Context, type ExitCode, exitCodes, Refusal } from './io.ts'
import { Options } from './options.ts'
import type { Output } from './outputs.ts'
import { requestOf } from './request.ts'
import { shown } from './shown.ts'
import { heed } from './tell.ts'
import { texts } from './texts.ts'

/** `biaoshi new-edition FORM YEAR`: never over a file that exists; what deserves a look is told, and is no failure. */
export async function newEdition(
  context: Context,
  form: string,
  year: string,
  stated: { readonly out?: string },
): Promise<ExitCode> {
  const { io } = context
  const options = new Options()
  const first = options.year(year, 'YEAR')
  const request = requestOf(context, form, {}, options)
  const pipeline = await io.pipeline()
  const made = pipeline.newEdition({ ...request, year: first as number, ...outOf(context, stated.out) })
  if (made.file !== undefined && made.text !== undefined) write(context, [[made.file, made.text]])
  heed(context, made.diagnostics, made.sources)
  return exitCodes.done
}

const outOf = ({ io }: Context, out: string | undefined): { readonly target?: string } =>
  out === undefined ? {} : { target: resolve(io.cwd, out) }

/** `biaoshi new-form ID`: a definition, its picture and an example, none of them over a file that exists. */
export async function newForm(context: Context, id: string, stated: { readonly year: string }): Promise<ExitCode> {
  const { io, locale, definitions } = context
  const options = new Options()
  const year = options.year(stated.year) ?? 0
  if (!/^[a-z][a-z0-9-]*$/.test(id)) options.refuse('ID', id, 'a-z 0-9 -')
  options.check()
  const dir = definitions === io.definitions ? resolve(io.cwd, 'definitions') : definitions
  const { grid, newForm: begin } = await io.pipeline()
  const files = begin(id, year, locale).map(({ name, text }): [string, string] => [join(dir, name), text])
  const [[file, text] = ['', '']] = files
  const { document, diagnostics, sources } = grid({ files: only(file, text), definitions: dir, form: file })
  heed(context, diagnostics, sources)
  const { picture } = await import('../report/index.ts')
  if (document) files.splice(1, 0, [join(dirname(file), `${year}.txt`), picture(document)])
  write(context, files)
  return exitCodes.done
}

/** A disk with one file on it, which is not written yet. */
const only = (file: string, text: string): Files => ({
  read: () => text,
  bytes: () => new TextEncoder().encode(text),
  list: () => [],
  exists: (path) => path === file,
})

/** @throws Refusal where a file exists; then none is written */
function write({ io, locale }: Context, files: readonly (readonly [path: string, text: string])[]): void {
  const report = new Diagnostics()
  for (const [file] of files) if (io.files.exists(file)) report.add('edition-exists', undefined, { file })
  if (report.failed) throw new Refusal(report.list)
  io.publish(files.map(([path, text]): Output => ({ path, bytes: new TextEncoder().encode(text) })))
  for (const [path] of files) io.out(`${texts[locale].wrote(shown(path, io.cwd))}\n`)
}
