import { dirname, extname, join, relative } from 'node:path'
import { bind, bindBlank, readHead, surroundings } from './bind/index.ts'
import { define, defineSound, jsonSchema, type MissingGlyphs } from './define/index.ts'
import { definedOnce } from './defined-once.ts'
import { codes, type Diagnostic, Diagnostics, Refusal, type Span } from './diagnostics/index.ts'
import {
  beside,
  type Files,
  type FormRequest,
  findEdition,
  formsIn,
  isPath,
  nextEditionOf,
  type Says,
  standsAt,
} from './editions.ts'
import { type Fonts, openFonts } from './fonts/index.ts'
import { layout } from './layout/index.ts'
import {
  type Attachment,
  countingPages,
  type Definition,
  type FilledForm,
  type Form,
  type GridDocument,
} from './model/index.ts'
import { newEdition as nextText } from './new-edition/index.ts'
import { newForm } from './new-form/index.ts'
import { type Format, formats, limits } from './render/index.ts'
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
export { formats, jsonSchema, newForm, openFonts }

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

interface Made {
  readonly format: Format
  readonly bytes: Uint8Array
  /** How many are printed: a worksheet begins a page of its own, where tables may share one on paper. */
  readonly pages: number
}

export interface Blank extends Outcome {
  readonly form: string
  readonly year: number
  /** Empty where anything failed. */
  readonly documents: readonly Made[]
}

/** A format was asked for that there is none of: a mistake in the calling program, never in a definition or data. */
export class UnknownFormatError extends RangeError {
  override name = 'UnknownFormatError'
  constructor(format: string) {
    super(`there is no format "${format}"; formats are ${Object.keys(formats).join(', ')}`)
  }
}

/**
 * The blank template of a year, in each format asked for. Never throws for what is wrong in a definition.
 * @throws UnknownFormatError
 */
export async function makeBlank(request: BlankRequest): Promise<Blank> {
  const fonts = request.fonts ?? openFonts()
  return made(() => runBlank(request, fonts), request, fonts)
}

export interface FillRequest extends Wanted {
  readonly files: Files
  /** Folder of the definitions. */
  readonly definitions: string
  /** Path of the data file; CSV and attached files are looked for beside it. */
  readonly data: string
}

/**
 * The report that a data file fills, in each format asked for. Findings leave the documents, errors do not.
 * @throws UnknownFormatError
 */
export async function makeFilled(request: FillRequest): Promise<Blank> {
  const fonts = request.fonts ?? openFonts()
  return made(() => runFilled(request, fonts), request, fonts)
}

async function made(start: () => Run, request: Wanted & { readonly files: Files }, fonts: Fonts): Promise<Blank> {
  for (const format of request.formats) if (!Object.hasOwn(formats, format)) throw new UnknownFormatError(format)
  const run = start()
  const { document: laidOut, file: _, data: __, ...outcome } = run
  const documents: Made[] = []
  if (!laidOut) return { ...outcome, documents }
  // Of the formats only the PDF takes its sources along: for the others they are not read again.
  const attachments = request.formats.includes('pdf') ? madeOf(run, request.files, laidOut) : []
  try {
    for (const format of request.formats) {
      request.step?.(format)
      const { document, pages } = countingPages(laidOut)
      documents.push({ format, bytes: await formats[format](document, fonts, attachments), pages: pages() })
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, words } = error
    const refused: Diagnostic = { code, severity: codes[code].severity, words }
    return { ...outcome, diagnostics: [...outcome.diagnostics, refused], documents: [] }
  }
  return { ...outcome, documents }
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.yaml': 'application/yaml',
  '.yml': 'application/yaml',
  '.json': 'application/json',
  '.csv': 'text/csv',
}

/** The files that were read, as they are: the definition first, then the data with its lists by their names in the data. */
function madeOf({ sources, file, data = '' }: Run, files: Files, document: GridDocument): Attachment[] {
  const chinese = document.lang.startsWith('zh')
  const paths = [...sources.keys()].toSorted((a, b) => Number(b === file) - Number(a === file))
  return paths.map((path) => {
    const extension = extname(path).toLowerCase()
    const mime = mediaTypes[extension] ?? 'text/plain'
    const bytes = files.bytes(path)
    if (path === file) {
      const name = `${document.form}-${document.edition}.definition${extension}`
      return { name, mime, relationship: 'Source', description: chinese ? '表式定义' : 'Definition of the form', bytes }
    }
    const name = relative(dirname(data), path)
      .replaceAll('\\', '/')
      .replace(/^(\.\.\/)+/, '')
    return { name, mime, relationship: 'Data', description: chinese ? '填报数据' : 'Data filled in', bytes }
  })
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

/**
 * A data file to fill in, with every key of the form and all values empty. Absent where the definition is wrong.
 * @param named how the data file names the form, where that is not its id: a path from the data file's folder
 */
export function skeleton(request: FormRequest, named?: string): Outcome & { readonly text?: string } {
  const { form, ...outcome } = loadForm(request)
  return { ...outcome, ...(form ? { text: skeletonOf(form, named) } : {}) }
}

/** The JSON Schema (draft 7) of a form's data files. Absent where the definition is wrong. */
export function dataSchema(request: FormRequest): Outcome & { readonly schema?: Record<string, unknown> } {
  const { form, ...outcome } = loadForm(request)
  return { ...outcome, ...(form ? { schema: schemaOf(form) } : {}) }
}

/**
 * The next edition of a form as a text, from the last one before that year, with remarks on what deserves a look.
 * `file` is where it belongs: `target`, else beside the edition that it comes from. A file that is there and a year that
 * is not after that edition are reported.
 */
export function newEdition(
  request: FormRequest & { readonly year: number; readonly target?: string },
): Outcome & { readonly file?: string; readonly text?: string } {
  const report = new Diagnostics()
  const sources = new Map<string, string>()
  const found = nextEditionOf(request, report)
  const source = found && readFile(request.files, found.file, report)
  if (!found || source === undefined) return { diagnostics: report.list, sources }
  const { file, target } = found
  sources.set(file, source)
  const last = define(file, source, report)
  if (last && last.edition >= request.year) {
    const words = { file, year: String(request.year), edition: String(last.edition) }
    report.add('edition-not-after', last.says.edition, words)
  }
  const text = report.failed ? undefined : nextText({ source, file, target, year: request.year }, report)
  if (text === undefined) return { diagnostics: report.list, sources }
  sources.set(target, text)
  return { diagnostics: report.list, sources, file: target, text }
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

interface Run extends Outcome {
  readonly form: string
  readonly year: number
  readonly document?: GridDocument
  /** Paths of the definition and of the data file, both among the sources. */
  readonly file?: string
  readonly data?: string
}

function runBlank(request: FormRequest, fonts: Fonts): Run {
  const report = new Diagnostics()
  const sources = new Map<string, string>()
  const { missing } = fonts
  const { form, ...edition } = load(request, missing, report, sources, undefined, true)
  if (!form) tellUnprintable({ ...edition, missing, fonts, sources }, report)
  if (form) tellEdition(form.definition, edition.year, report)
  return { ...laidOut(form && bindBlank(form), request.form, edition.year, fonts, report, sources), ...edition }
}

/** What cannot be printed of the sound parts of a definition that has errors: all mistakes are told in one run. */
function tellUnprintable(
  run: { file?: string; year: number; missing: MissingGlyphs; fonts: Fonts; sources: ReadonlyMap<string, string> },
  report: Diagnostics,
): void {
  const source = run.file === undefined ? undefined : run.sources.get(run.file)
  const sound = source === undefined ? undefined : defineSound(run.file as string, source, run.missing)
  if (!sound) return
  const later = new Diagnostics()
  layout(bindBlank(resolve(sound, run.year || sound.edition)), run.fonts, later)
  for (const { code, at, words } of later.list) report.add(code, at, words)
}

function runFilled(request: Omit<FillRequest, 'formats'> & Partial<FillRequest>, fonts: Fonts): Run {
  const { files, definitions, data, formats: wanted = [] } = request
  const report = new Diagnostics()
  const sources = new Map<string, string>()
  const { missing } = fonts
  const source = readFile(files, data, report)
  if (source !== undefined) sources.set(data, source)
  const root = source === undefined ? undefined : readSource(data, source, report, 'not-data')
  const head = root && readHead(data, root, report)
  if (!head) return laidOut(undefined, '', 0, fonts, report, sources)
  const named = isPath(head.form) ? beside(data, head.form) : head.form
  const asked = { files, definitions, form: named, ...(head.year === undefined ? {} : { year: head.year }) }
  const { form = meantForm(asked, report, sources), ...edition } = load(asked, missing, report, sources, head.says)
  const places = {
    attached: (name: string) => join(dirname(data), name),
    codeList: (name: string) => join(definitions, 'code-lists', `${name}.csv`),
  }
  const held = limits.filter(({ format }) => wanted.some((each) => each === format))
  const around = surroundings(files, places, missing, sources, held)
  const filled = form && bind(form, head.values, around, report)
  return { ...laidOut(filled, head.form, edition.year, fonts, report, sources), ...edition, data }
}

/** The form that the data seem to mean where they name none that there is: what else is wrong is told in the same run. */
function meantForm(asked: FormRequest, { list }: Diagnostics, sources: Map<string, string>): Form | undefined {
  const unfound = list.find(({ code }) => code === 'unknown-form' || code === 'no-edition')
  const form = unfound?.words.nearest ?? asked.form
  if (!unfound || form === '') return undefined
  const { year: _, ...latest } = { ...asked, form }
  return load(latest, () => [], new Diagnostics(), sources).form
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

/** A form in the edition that is asked for, with its year. What is wrong is reported, and then there is none. */
export function load(
  request: FormRequest,
  missing: MissingGlyphs,
  report: Diagnostics,
  sources: Map<string, string>,
  says?: Says,
  toOwner = false,
): { form?: Form; year: number; file?: string } {
  const { definition, ...edition } = loadDefinition(request, missing, report, sources, says, toOwner)
  return { ...edition, ...(definition ? { form: resolve(definition, edition.year) } : {}) }
}

/**
 * The definition that holds for a year, unresolved.
 * @param toOwner its warnings are told too: only who owns the form can heed them
 */
export function loadDefinition(
  request: FormRequest,
  missing: MissingGlyphs,
  report: Diagnostics,
  sources: Map<string, string>,
  says?: Says,
  toOwner = false,
): { definition?: Definition; year: number; file?: string } {
  const edition = findEdition(request, report, says)
  if (!edition) return { year: request.year ?? 0 }
  const { file } = edition
  const source = readFile(request.files, file, report, says?.form)
  if (source === undefined) return { year: edition.year }
  sources.set(file, source)
  const own = new Diagnostics()
  const definition = definedOnce(file, source, own, missing)
  for (const { code, at, words, column, severity } of own.list)
    if (toOwner || severity !== 'warning') report.add(code, at, words, column)
  if (!definition) return { year: edition.year, file }
  if (file !== request.form) checkPlace(definition, file, report)
  const year = edition.year || definition.edition
  if (year < definition.edition) {
    const words = { form: definition.form, year: String(year), allowed: String(definition.edition) }
    report.add('no-edition', says?.year, words)
  }
  return { definition, year, file }
}

/** Says which edition holds for a year that has none of its own. */
export function tellEdition({ form, edition }: Definition, year: number, report: Diagnostics): void {
  if (year > edition) report.add('edition-holds', undefined, { form, year: String(year), edition: String(edition) })
}

/** The text of a file; one that cannot be read is reported. */
export function readFile(files: Files, file: string, report: Diagnostics, at?: Span): string | undefined {
  try {
    return files.read(file)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    // A place is that of `form` in a data file.
    const hint = at && code === 'ENOENT' ? { hint: 'form by id' } : {}
    report.add('unreadable-file', at, { file, problem: code ?? message, ...hint })
    return undefined
  }
}

function checkPlace(definition: Definition, file: string, report: Diagnostics): void {
  const place = standsAt(file)
  for (const key of ['form', 'edition'] as const)
    if (place[key] !== String(definition[key]))
      report.add('form-mismatch', definition.says[key], { place: file, key, value: String(definition[key]) })
}
