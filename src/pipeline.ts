import { dirname, join } from 'node:path'
import { bind, bindBlank, readHead, surroundings } from './bind/index.ts'
import { define, jsonSchema } from './define/index.ts'
import { type Diagnostic, Diagnostics } from './diagnostics/index.ts'
import { type Files, findEdition, type FormRequest, formsIn, standsAt } from './editions.ts'
import { type Fonts, openFonts } from './fonts/index.ts'
import { layout } from './layout/index.ts'
import type { Definition, FilledForm, Form, GridDocument } from './model/index.ts'
import { type Format, formats } from './render/index.ts'
import { resolve } from './resolve/index.ts'
import { readSource } from './yaml/index.ts'

/*
 *   definitions/<form>/<edition>.yaml
 *        │ define    what the YAML says, checked, every node with its place
 *   Definition
 *        │ resolve   a year applied: texts, units, notes numbered
 *      Form
 *        │ bind      values of data/*.yaml, json, csv put in and held against the form; without data: the blank
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
  return made(runBlank(request, fonts), request.formats, fonts)
}

export interface FillRequest {
  readonly files: Files
  /** Folder of the definitions. */
  readonly definitions: string
  /** Path of the data file; CSV and attached files are looked for beside it. */
  readonly data: string
  readonly formats: readonly Format[]
  readonly fonts?: Fonts
}

/** The report that a data file fills, in each format asked for. Findings leave the documents, errors do not. */
export async function makeFilled(request: FillRequest): Promise<Blank> {
  const fonts = request.fonts ?? openFonts()
  return made(runFilled(request, fonts), request.formats, fonts)
}

async function made(run: Run, wanted: readonly Format[], fonts: Fonts): Promise<Blank> {
  const { document, ...outcome } = run
  const documents: { format: Format; bytes: Uint8Array }[] = []
  if (document) for (const format of wanted) documents.push({ format, bytes: await formats[format](document, fonts) })
  return { ...outcome, documents, pages: document ? [...document.pages].length : 0 }
}

/** The laid-out document itself, as `show` prints it and tests hold it to the originals. */
export function grid(request: FormRequest & { readonly fonts?: Fonts }): Outcome & { readonly document?: GridDocument } {
  return runBlank(request, request.fonts ?? openFonts())
}

/** The same of a data file. */
export function filledGrid(request: Omit<FillRequest, 'formats'>): Outcome & { readonly document?: GridDocument } {
  return runFilled(request, request.fonts ?? openFonts())
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

function runBlank(request: FormRequest, fonts: Fonts): Run {
  const report = new Diagnostics()
  const sources = new Map<string, string>()
  const { form, year } = load(request, (text) => fonts.missing(text), report, sources)
  return laidOut(form && bindBlank(form), request.form, year, fonts, report, sources)
}

function runFilled({ files, definitions, data }: Omit<FillRequest, 'formats'>, fonts: Fonts): Run {
  const report = new Diagnostics()
  const sources = new Map<string, string>()
  const missing = (text: string) => fonts.missing(text)
  const source = readFile(files, data, report)
  if (source !== undefined) sources.set(data, source)
  const root = source === undefined ? undefined : readSource(data, source, report)
  const head = root && !report.failed ? readHead(data, root, report) : undefined
  if (!head) return laidOut(undefined, '', 0, fonts, report, sources)
  const { form, year } = load({ files, definitions, form: head.form, year: head.year }, missing, report, sources)
  const places = {
    attached: (name: string) => join(dirname(data), name),
    codeList: (name: string) => join(definitions, 'code-lists', `${name}.csv`),
  }
  const around = surroundings(files, places, missing, sources)
  const filled = form && !report.failed ? bind(form, head.values, around, report) : undefined
  return laidOut(filled, head.form, year, fonts, report, sources)
}

function laidOut(
  filled: FilledForm | undefined,
  named: string,
  year: number,
  fonts: Fonts,
  report: Diagnostics,
  sources: Map<string, string>,
): Run {
  const document = filled && !report.failed ? layout(filled, fonts, report) : undefined
  const form = filled?.form.definition.form ?? named
  return { form, year, diagnostics: report.list, sources, ...(document ? { document } : {}) }
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
  const definition = define(file, source, report, missing)
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
      report.add('form-mismatch', definition.says[key], { place: file, key, value: String(definition[key]) })
}
