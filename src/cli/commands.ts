import { isAbsolute, relative, resolve } from 'node:path'
import { columns } from '../diagnostics/columns.ts'
import type { Format } from '../pipeline.ts'
import { type Context, Refusal } from './io.ts'
import { Options } from './options.ts'
import type { Output } from './outputs.ts'
import { heed } from './tell.ts'
import { texts } from './texts.ts'

/** `biaoshi list` */
export async function list(context: Context): Promise<void> {
  const { io, definitions, locale } = context
  const { listForms } = await io.pipeline()
  const forms = listForms(io.files, definitions)
  if (forms.length === 0) io.out(`${texts[locale].nothing}\n`)
  io.out(table(forms.map(({ form, editions, title }) => [form, editions.join(', '), title])))
}

export interface BlankOptions {
  readonly year?: string
  readonly format?: string
  readonly out?: string
}

/** `biaoshi blank FORM`: all documents are made before the first is written. */
export async function blank(context: Context, form: string, stated: BlankOptions): Promise<void> {
  const documents = await blanks(context, form, stated)
  write(context, documents, stated.out)
}

/** What `npm start` runs: the blank of every form in every format. All that is wrong is told at once. */
export async function make(context: Context, stated: BlankOptions): Promise<void> {
  const { io, definitions } = context
  const { listForms } = await io.pipeline()
  const documents: Made[] = []
  const refusals: Refusal[] = []
  for (const { form } of listForms(io.files, definitions)) {
    try {
      documents.push(...(await blanks(context, form, stated)))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refusals.push(error)
    }
  }
  if (refusals.length > 0) {
    const sources = new Map(refusals.flatMap((refusal) => [...refusal.sources]))
    throw new Refusal(
      refusals.flatMap(({ diagnostics }) => diagnostics),
      sources,
    )
  }
  write(context, documents, stated.out)
}

interface Made {
  readonly name: string
  readonly bytes: Uint8Array
  readonly pages: number | undefined
}

async function blanks(context: Context, form: string, stated: BlankOptions): Promise<Made[]> {
  const { io, definitions } = context
  const { formats, makeBlank } = await io.pipeline()
  const options = new Options()
  const year = options.year(stated.year)
  const wanted = options.formats(stated.format, Object.keys(formats) as Format[])
  options.check()
  const request = { files: io.files, definitions, form: formArgument(context, form), formats: wanted }
  const result = await makeBlank({ ...request, ...(year === undefined ? {} : { year }) })
  heed(context, result.diagnostics, result.sources)
  return result.documents.map(({ format, bytes }) => ({
    name: `${result.form}-${result.year}-blank.${format}`,
    bytes,
    pages: result.pages,
  }))
}

/** An id as it is; the path of a file from the working directory. */
const formArgument = ({ io }: Context, form: string): string => (/\.ya?ml$/i.test(form) ? resolve(io.cwd, form) : form)

function write({ io, locale }: Context, documents: readonly Made[], out = 'out'): void {
  const { pages, written } = texts[locale]
  const outputs = documents.map(({ name, bytes }): Output => ({ path: resolve(io.cwd, out, name), bytes }))
  io.publish(outputs)
  const rows = documents.map(({ bytes, pages: count }, index) => [
    shown(outputs[index]?.path ?? '', io.cwd),
    count === undefined ? '' : pages(count),
    `${Math.ceil(bytes.length / 1024)} KB`,
  ])
  io.out(table(rows))
  io.out(`${written(outputs.length)}\n`)
}

/** Below the working directory relative to it, elsewhere in full. */
function shown(path: string, cwd: string): string {
  const below = relative(cwd, path)
  return below.startsWith('..') || isAbsolute(below) ? path : below
}

/** `biaoshi show FORM` */
export async function show(context: Context, form: string, stated: { readonly year?: string }): Promise<void> {
  const { io, definitions } = context
  const options = new Options()
  const year = options.year(stated.year)
  options.check()
  const { grid } = await io.pipeline()
  const request = { files: io.files, definitions, form: formArgument(context, form) }
  const { diagnostics, sources, document } = grid({ ...request, ...(year === undefined ? {} : { year }) })
  heed(context, diagnostics, sources)
  if (!document) return
  const { picture } = await import('../report/index.ts')
  io.out(picture(document))
}

/** `biaoshi schema` */
export async function schema({ io, locale }: Context, stated: { readonly out?: string }): Promise<void> {
  const { jsonSchema } = await io.pipeline()
  const text = `${JSON.stringify(jsonSchema(), null, 2)}\n`
  if (stated.out === undefined) return io.out(text)
  io.publish([{ path: resolve(io.cwd, stated.out), bytes: new TextEncoder().encode(text) }])
  io.out(`${texts[locale].written(1)}\n`)
}

/** Rows of text in aligned columns, two spaces between. */
function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows) for (const [i, text] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, columns(text))
  const pad = (text: string, i: number) => text + ' '.repeat((widths[i] as number) - columns(text))
  return rows.map((row) => `${row.map(pad).join('  ').trimEnd()}\n`).join('')
}
