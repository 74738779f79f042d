import { dirname, join } from 'node:path'
import { bind, bindBlank, readHead, surroundings } from './bind/index.ts'
import { define, jsonSchema } from './define/index.ts'
import { type Diagnostic, Diagnostics } from './diagnostics/index.ts'
import { diff, readImpacts } from './diff/index.ts'
import { type Files, type FormRequest, findEdition, formsIn, standsAt } from './editions.ts'
import { type Fonts, openFonts } from './fonts/index.ts'
import { layout } from './layout/index.ts'
import type { Comparison, Definition, FilledForm, Form, GridDocument } from './model/index.ts'
import { redline } from './redline/index.ts'
import { type Format, formats } from './render/index.ts'
import { resolve } from './resolve/index.ts'
import { dataSchema as schemaOf, skeleton as skeletonOf } from './skeleton/index.ts'
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

export type { Files, Format, FormRequest }
export { diff, formats, jsonSchema, openFonts }

/** What a run has to say, and the texts of the files it speaks of. */
export interface Outcome {
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: ReadonlyMap<string, string>
}

/** Which documents to make, and with what. */
interface Wanted {
  readonly formats: readonly Format[]
  readonly fonts?: Fonts
  /** Called before each document is made. */
  readonly step?: (format: Format) => void
}

export interface BlankRequest extends FormRequest, Wanted {}

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
  return made(runBlank(request, fonts), request, fonts)
}

export interface FillRequest extends Wanted {
  readonly files: Files
  /** Folder of the definitions. */
  readonly definitions: string
  /** Path of the data file; CSV and attached files are looked for beside it. */
  readonly data: string
}

/** The report that a data file fills, in each format asked for. Findings leave the documents, errors do not. */
export async function makeFilled(request: FillRequest): Promise<Blank> {
  const fonts = request.fonts ?? openFonts()
  return made(runFilled(request, fonts), request, fonts)
}

async function made(run: Run, { formats: wanted, step }: Wanted, fonts: Fonts): Promise<Blank> {
  const { document, ...outcome } = run
  const documents: { format: Format; bytes: Uint8Array }[] = []
  if (document)
    for (const format of wanted) {
      step?.(format)
      documents.push({ format, bytes: await formats[format](document, fonts) })
    }
  return { ...outcome, documents, pages: document ? [...document.pages].length : 0 }
}

/** The laid-out document itself, as `show` prints it and tests hold it to the originals. */
export function grid(
  request: FormRequest & { readonly fonts?: Fonts },
): Outcome & { readonly document?: GridDocument } {
  return runBlank(request, request.fonts ?? openFonts())
}

/** The same of a data file. */
export function filledGrid(request: Omit<FillRequest, 'formats'>): Outcome & { readonly document?: GridDocument } {
  return runFilled(request, request.fonts ?? openFonts())
}

/** A data file to fill in, with every key of the form and all values empty. Absent where the definition is wrong. */
export function skeleton(request: FormRequest): Outcome & { readonly text?: string } {
  const { form, ...outcome } = loadForm(request)
  return { ...outcome, ...(form ? { text: skeletonOf(form) } : {}) }
}

/** The JSON Schema (draft 7) of a form's data files. Absent where the definition is wrong. */
export function dataSchema(request: FormRequest): Outcome & { readonly schema?: Record<string, unknown> } {
  const { form, ...outcome } = loadForm(request)
  return { ...outcome, ...(form ? { schema: schemaOf(form) } : {}) }
}

/** A form with its year applied. It is read without fonts: what no font has is told when documents are made. */
export function loadForm(request: FormRequest): Outcome & { readonly form?: Form } {
  const report = new Diagnostics()
  const sources = new Map<string, string>()
  const { form } = load(request, () => [], report, sources)
  return { diagnostics: report.list, sources, ...(form && !report.failed ? { form } : {}) }
}

/** The forms of a folder with their editions; `title` is that of the latest, as far as it can be read. */
export function listForms(files: Files, dir: string): { form: string; editions: readonly number[]; title: string }[] {
  return formsIn(files, dir).map(({ form, editions }) => {
    const { form: found } = load({ files, definitions: dir, form }, () => [], new Diagnostics(), new Map())
    const title = found?.texts
      .get(found.definition.title)
      ?.map(({ text }) => text)
      .join('')
    return { form, editions, title: title ?? '' }
  })
}

export interface CompareRequest {
  /** The older edition and the newer one; each is the edition that holds for its year. */
  readonly old: FormRequest
  readonly new: FormRequest
}

/** What differs between two editions of a form. Absent where one of them cannot be read. */
export function compare(request: CompareRequest): Outcome & { readonly comparison?: Comparison } {
  const report = new Diagnostics()
  const sources = new Map<string, string>()
  const [old, now] = [request.old, request.new].map((edition) => loadDefinition(edition, () => [], report, sources))
  const outcome = { diagnostics: report.list, sources }
  const impacts = ownImpacts(request.new, report, sources)
  if (!old?.definition || !now?.definition || report.failed) return outcome
  // In one year, so that the year itself is no difference.
  const year = Math.max(old.year, now.year)
  const [before, after] = [old.definition, now.definition].map((each) => resolve(each, year, () => [], report))
  return report.failed ? outcome : { ...outcome, comparison: diff(before as Form, after as Form, impacts) }
}

/** The impacts that a folder of definitions gives to checks in its `impacts.yaml`. */
function ownImpacts({ files, definitions }: FormRequest, report: Diagnostics, sources: Map<string, string>) {
  const file = join(definitions, 'impacts.yaml')
  const source = files.exists(file) ? readFile(files, file, report) : undefined
  if (source === undefined) return {}
  sources.set(file, source)
  return readImpacts(file, source, report)
}

/** The blanks of both editions, as they are laid out; absent where one of them is wrong. */
export function comparedGrids(
  request: CompareRequest & { readonly fonts?: Fonts },
): Outcome & { readonly grids?: { readonly old: GridDocument; readonly new: GridDocument } } {
  const fonts = request.fonts ?? openFonts()
  const [old, now] = [grid({ ...request.old, fonts }), grid({ ...request.new, fonts })]
  const grids = old.document && now.document ? { grids: { old: old.document, new: now.document } } : {}
  return {
    diagnostics: [...old.diagnostics, ...now.diagnostics],
    sources: new Map([...old.sources, ...now.sources]),
    ...grids,
  }
}

/**
 * The new edition's blank as a Word file with tracked changes against the old one: accepting all gives the new blank,
 * rejecting all the old one. Absent where one of them is wrong.
 */
export async function makeRedline(
  request: CompareRequest & { readonly fonts?: Fonts },
): Promise<Outcome & { readonly bytes?: Uint8Array }> {
  const fonts = request.fonts ?? openFonts()
  const { grids, ...outcome } = comparedGrids({ ...request, fonts })
  if (!grids) return outcome
  return { ...outcome, bytes: await formats.docx(redline(grids.old, grids.new)) }
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
  const { definition, year } = loadDefinition(request, missing, report, sources)
  return { year, ...(definition ? { form: resolve(definition, year, missing, report) } : {}) }
}

function loadDefinition(
  request: FormRequest,
  missing: (text: string) => readonly string[],
  report: Diagnostics,
  sources: Map<string, string>,
): { definition?: Definition; year: number } {
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
  return { definition, year }
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
