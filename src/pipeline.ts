import { bind } from './bind/index.ts'
import { define, jsonSchema } from './define/index.ts'
import { type Diagnostic, Diagnostics } from './diagnostics/index.ts'
import { type Files, findEdition, type FormRequest, formsIn, standsAt } from './editions.ts'
import { type Fonts, openFonts } from './fonts/index.ts'
import { layout } from './layout/index.ts'
import type { Definition, Form, GridDocument } from './model/index.ts'
import { type Format, formats } from './render/index.ts'
import { resolve } from './resolve/index.ts'

/*
 *   definitions/<form>/<edition>.yaml
 *        │ define    what the YAML says, checked, every node with its place
 *   Definition
 *        │ resolve   a year applied: texts, units, notes numbered
 *      Form
 *        │ bind      values put in; without data: the blank
 *   FilledForm
 *        │ layout    rows, cells, spans, widths, lines, pages, worksheets: everything decided
 *   GridDocument
 *        │ render    docx · xlsx · pdf: nothing decided
 *      bytes
 *
 * Each stage reports to one list; a stage runs only when nothing before it failed.
 */

export { jsonSchema }
export { formats }
export type { Files, Format, FormRequest }

/** What a run has to say, and the texts of the files it speaks of. */
export interface Outcome {
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: ReadonlyMap<string, string>
}

export interface BlankRequest extends FormRequest {
  readonly formats: readonly Format[]
  readonly fonts?: Fonts
}

export interface Blank extends Outcome {
  readonly form: string
  readonly year: number
  readonly pages: number
  /** Empty where anything failed. */
  readonly documents: readonly { readonly format: Format; readonly bytes: Uint8Array }[]
}

/** The blank template of a year, in each format asked for. Never throws for what is wrong in a definition. */
export async function makeBlank(request: BlankRequest): Promise<Blank> {
  const fonts = request.fonts ?? openFonts()
  const { document, form, year, ...outcome } = run(request, fonts)
  const documents: { format: Format; bytes: Uint8Array }[] = []
  if (document)
    for (const format of request.formats) documents.push({ format, bytes: await formats[format](document, fonts) })
  return { ...outcome, form, year, documents, pages: document ? [...document.pages].length : 0 }
}

/** The laid-out document itself, as `show` prints it and tests hold it to the originals. */
export function grid(request: FormRequest & { readonly fonts?: Fonts }): Outcome & { readonly document?: GridDocument } {
  const { document, diagnostics, sources } = run(request, request.fonts ?? openFonts())
  return { diagnostics, sources, ...(document ? { document } : {}) }
}

/** The forms of a folder with their editions; `title` is that of the latest, as far as it can be read. */
export function listForms(files: Files, dir: string): { form: string; editions: readonly number[]; title: string }[] {
  return formsIn(files, dir).map(({ form, editions }) => {
    const { form: found } = load({ files, definitions: dir, form }, () => [], new Diagnostics(), new Map())
    const title = found?.texts.get(found.definition.title)?.map(({ text }) => text).join('')
    return { form, editions, title: title ?? '' }
  })
}

interface Run extends Outcome {
  readonly form: string
  readonly year: number
  readonly document?: GridDocument
}

function run(request: FormRequest, fonts: Fonts): Run {
  const report = new Diagnostics()
  const sources = new Map<string, string>()
  const { form, year } = load(request, (text) => fonts.missing(text), report, sources)
  const document = form && !report.failed ? layout(bind(form), fonts, report) : undefined
  return {
    form: form?.definition.form ?? request.form,
    year,
    diagnostics: report.list,
    sources,
    ...(document ? { document } : {}),
  }
}

function load(
  request: FormRequest,
  missing: (text: string) => readonly string[],
  report: Diagnostics,
  sources: Map<string, string>,
): { form?: Form; year: number } {
  const edition = findEdition(request, report)
  if (!edition) return { year: request.year ?? 0 }
  const { file } = edition
  const source = readFile(request.files, file, report)
  if (source === undefined) return { year: edition.year }
  sources.set(file, source)
  const definition = define(file, source, report)
  if (!definition) return { year: edition.year }
  if (file !== request.form) checkPlace(definition, file, report)
  const year = edition.year || definition.edition
  if (year < definition.edition) {
    const words = { form: definition.form, year: String(year), allowed: String(definition.edition) }
    report.add('no-edition', undefined, words)
  }
  return { form: resolve(definition, year, missing, report), year }
}

function readFile(files: Files, file: string, report: Diagnostics): string | undefined {
  try {
    return files.read(file)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    report.add('unreadable-file', undefined, { file, problem: code ?? message })
    return undefined
  }
}

function checkPlace(definition: Definition, file: string, report: Diagnostics): void {
  const place = standsAt(file)
  for (const key of ['form', 'edition'] as const)
    if (place[key] !== String(definition[key]))
      report.add('form-mismatch', definition.at, { place: file, key, value: String(definition[key]) })
}
