import { dirname, join, relative, resolve, sep } from 'node:path'
import { isPath } from '../editions.ts'
import type { Files } from '../pipeline.ts'
import { type Context, type ExitCode, exitCodes } from './io.ts'
import { requestOf } from './request.ts'
import { table } from './table.ts'
import { heed, refuse } from './tell.ts'
import { texts } from './texts.ts'

export { diff } from './comparing.ts'
export { newEdition, newForm } from './editions.ts'
export { blank, fill, make } from './making.ts'
export { migrate } from './migrating.ts'

/** `biaoshi list` */
export async function list(context: Context): Promise<ExitCode> {
  const { io, definitions, locale } = context
  const { listForms } = await io.pipeline()
  const forms = listForms(io.files, definitions)
  if (forms.length === 0) {
    io.out(`${texts[locale].nothing}\n`)
    const flat = yamlIn(io.files, definitions)
    if (flat !== undefined) io.out(`${texts[locale].flat(relative(io.cwd, join(definitions, flat)))}\n`)
  }
  io.out(table(forms.map(({ form, editions, title }) => [form, editions.join(', '), title])))
  return exitCodes.done
}

/** The first YAML file right in a folder. */
const yamlIn = (files: Files, dir: string): string | undefined =>
  files
    .list(dir)
    .filter((name) => /\.ya?ml$/i.test(name))
    .sort()[0]

/** `biaoshi show FORM` */
export async function show(
  context: Context,
  form: string,
  stated: { readonly year?: string; readonly against?: string },
): Promise<ExitCode> {
  const { io } = context
  const request = requestOf(context, form, stated)
  const { grid } = await io.pipeline()
  const { diagnostics, sources, document } = grid(request)
  heed(context, diagnostics, sources)
  const { picture } = await import('../report/index.ts')
  if (document && stated.against !== undefined) return compared(context, picture(document), stated.against)
  if (document) io.out(picture(document))
  return exitCodes.done
}

/** Holds a picture against the one in a file, line by line: what only the file has and what only the form has now. */
function compared({ io, locale }: Context, now: string, against: string): ExitCode {
  const [before, after] = [io.files.read(resolve(io.cwd, against)).split('\n'), now.split('\n')]
  let top = 0
  while (top < before.length && top < after.length && before[top] === after[top]) top++
  let end = 0
  while (end < Math.min(before.length, after.length) - top && before.at(-1 - end) === after.at(-1 - end)) end++
  const gone = before.slice(top, before.length - end)
  const come = after.slice(top, after.length - end)
  for (const line of gone) io.out(`-${line}\n`)
  for (const line of come) io.out(`+${line}\n`)
  const lines = Math.max(gone.length, come.length)
  io.out(`${lines === 0 ? texts[locale].same(against) : texts[locale].differs(against, lines)}\n`)
  return lines === 0 ? exitCodes.done : exitCodes.findings
}

/** `biaoshi schema`: of definitions; `biaoshi schema FORM`: of a form's data files. */
export async function schema(context: Context, form: string | undefined, stated: PrintOptions): Promise<ExitCode> {
  const { io } = context
  const { dataSchema, jsonSchema } = await io.pipeline()
  if (form === undefined) {
    print(context, pretty(jsonSchema()), stated.out)
    return exitCodes.done
  }
  const { diagnostics, sources, schema: found } = dataSchema(requestOf(context, form, stated))
  heed(context, diagnostics, sources)
  if (found) print(context, pretty(found), stated.out)
  return exitCodes.done
}

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** `biaoshi data FORM`: never over a file that is there, which may have been filled in. */
export async function data(context: Context, form: string, stated: PrintOptions): Promise<ExitCode> {
  const { io } = context
  const request = requestOf(context, form, stated)
  const file = stated.out === undefined ? undefined : resolve(io.cwd, stated.out)
  if (file !== undefined && io.files.exists(file)) refuse('would-overwrite', { file })
  const { skeleton } = await io.pipeline()
  // Where the file is printed, it will most likely be put here.
  const folder = file === undefined ? io.cwd : dirname(file)
  const named = isPath(form) ? relative(folder, request.form).split(sep).join('/') : undefined
  const { diagnostics, sources, text } = skeleton(request, named)
  heed(context, diagnostics, sources)
  if (text !== undefined) print(context, text, stated.out)
  return exitCodes.done
}

interface PrintOptions {
  readonly year?: string
  readonly out?: string
}

/** To the terminal, or to a file. */
function print({ io, locale }: Context, text: string, out: string | undefined): void {
  if (out === undefined) return io.out(text)
  io.publish([{ path: resolve(io.cwd, out), bytes: new TextEncoder().encode(text) }])
  io.out(`${texts[locale].written(1)}\n`)
}
