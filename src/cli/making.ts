import { basename, extname, join, resolve } from 'node:path'
import { type Diagnostic, Diagnostics } from '../diagnostics/index.ts'
import type { Blank, Format, Outcome } from '../pipeline.ts'
import { comparisonFiles } from './comparing.ts'
import type { Crew } from './crew.ts'
import { type Context, type ExitCode, exitCodes, type Pipeline, Refusal } from './io.ts'
import { Options } from './options.ts'
import type { Output } from './outputs.ts'
import { quiet } from './progress.ts'
import { requestOf } from './request.ts'
import { shown } from './shown.ts'
import { table } from './table.ts'
import { heed, tell } from './tell.ts'
import { texts } from './texts.ts'

export interface MakeOptions {
  readonly year?: string
  readonly format?: string
  readonly out?: string
  /** Paths of font files. */
  readonly font?: readonly string[]
}

export interface FillOptions extends MakeOptions {
  /** Everything that is to be said is shown, however much. */
  readonly all?: boolean
  /** How many files are filled side by side. */
  readonly jobs?: string
}

interface Means {
  readonly formats: readonly Format[]
  readonly fonts: ReturnType<Pipeline['openFonts']>
  readonly step: (format: Format) => void
}

/** The documents of one blank or one data file. */
interface Task {
  /** As progress and messages show it. */
  readonly name: string
  /** Name of the documents without extension. */
  readonly base: (made: Blank) => string
  readonly make: (means: Means) => Promise<Blank>
}

interface Made {
  readonly name: string
  readonly bytes: Uint8Array
  /** Of a comparison nobody counts them: they depend on how it is shown. */
  readonly pages?: number
}

/** What all tasks have to say; the same thing of a definition that several share is said once. */
class Said {
  readonly #report = new Diagnostics()
  readonly sources = new Map<string, string>()

  add({ diagnostics, sources }: Outcome): void {
    for (const { code, at, words, column } of diagnostics) this.#report.add(code, at, words, column)
    if (diagnostics.length > 0) for (const [file, text] of sources) this.sources.set(file, text)
  }

  get list(): readonly Diagnostic[] {
    return this.#report.list
  }
}

/** `biaoshi blank FORM`: all documents are made before the first is written. */
export async function blank(context: Context, form: string, stated: MakeOptions): Promise<ExitCode> {
  const pipeline = await context.io.pipeline()
  const options = new Options()
  const formats = options.formats(stated.format, Object.keys(pipeline.formats) as Format[])
  const request = requestOf(context, form, stated, options)
  const task: Task = { name: form, base: blankName, make: (means) => pipeline.makeBlank({ ...request, ...means }) }
  return allOrNone(context, pipeline, [task], formats, stated)
}

const blankName = ({ form, year }: Blank): string => `${form}-${year}-blank`

/** `biaoshi fill DATA…`: a file with errors yields no documents, the others are made; all that is to be said comes at the end. */
export async function fill(context: Context, data: readonly string[], stated: FillOptions): Promise<ExitCode> {
  const { io } = context
  const pipeline = await io.pipeline()
  const options = new Options()
  const formats = options.formats(stated.format, Object.keys(pipeline.formats) as Format[])
  const jobs = options.count('--jobs', stated.jobs, mostJobs)
  options.check()
  const paths = [...new Set(data.map((name) => resolve(io.cwd, name)))]
  checkNames(paths, stated.out)
  const crew = await crewFor(context, paths, { formats, fonts: stated.font ?? [], jobs })
  const tasks = paths.map((path, n): Task => {
    const task = filling(context, pipeline, path, bare(path))
    return crew === undefined ? task : { ...task, make: () => crew.filled(n) }
  })
  const rows: string[][] = []
  const said = new Said()
  try {
    // Written as they come: a thousand returns are not held at once.
    await work(context, pipeline, tasks, formats, said, stated.font ?? [], (made) =>
      rows.push(...write(context, made, stated.out)),
    )
  } finally {
    await crew?.close()
    // Where a document cannot be written, what came before it is told all the same.
    if (rows.length > 0) summary(context, rows)
    tell(context, said.list, said.sources, { all: stated.all === true, hint: texts[context.locale].all })
  }
  return worst(said.list)
}

/** More threads than this help no machine. */
const mostJobs = 64
/** Files for each thread: with fewer it costs more to begin one than it saves. */
const leastShare = 4

/** Threads for many files, as many as asked for or as the machine has room for; none where they would not pay. */
async function crewFor(
  { io, definitions }: Context,
  data: readonly string[],
  { formats, fonts, jobs }: { formats: readonly Format[]; fonts: readonly string[]; jobs: number | undefined },
): Promise<Crew | undefined> {
  const fitting = Math.min(io.threads?.most ?? 1, Math.floor(data.length / leastShare))
  const count = Math.min(jobs ?? fitting, data.length)
  if (count < 2) return undefined
  return io.threads?.start(count, { data, definitions, formats, fonts: fonts.map((file) => resolve(io.cwd, file)) })
}

/** 2020.yaml → 2020 */
const bare = (path: string): string => basename(path, extname(path))

function filling({ io, definitions }: Context, { makeFilled }: Pipeline, data: string, base: string): Task {
  const make = (means: Means) => makeFilled({ files: io.files, definitions, data, ...means })
  return { name: basename(data), base: () => base, make }
}

/** Two data files of one name would write one document: told before any work. On many disks case makes no name. */
function checkNames(paths: readonly string[], out = 'out'): void {
  const report = new Diagnostics()
  const known = new Map<string, string>()
  for (const path of paths) {
    const name = bare(path)
    const first = known.get(name.toLowerCase())
    if (first === undefined) known.set(name.toLowerCase(), path)
    else report.add('same-output', undefined, { first, second: path, file: join(out, `${name}.*`) })
  }
  if (report.failed) throw new Refusal(report.list)
}

/**
 * What `npm start` runs: the blank of every form and every example, in every format, and the comparison of a form with
 * each edition among its examples; none of it if anything is wrong.
 */
export async function make(context: Context, stated: MakeOptions): Promise<ExitCode> {
  const { io, definitions } = context
  const pipeline = await io.pipeline()
  const forms = pipeline.listForms(io.files, definitions)
  const blanks = forms.map(({ form }): Task => {
    const request = requestOf(context, form, {})
    return { name: form, base: blankName, make: (means) => pipeline.makeBlank({ ...request, ...means }) }
  })
  // Named after their form too: forms may well have examples of one name.
  const examples = forms.flatMap(({ form }) =>
    examplesOf(context, form).map((path) => filling(context, pipeline, path, `${form}-${bare(path)}`)),
  )
  const formats = Object.keys(pipeline.formats) as Format[]
  const comparisons: Made[] = []
  for (const { form } of forms)
    for (const path of editionsOf(context, form)) {
      const now = { files: io.files, definitions, form: path }
      comparisons.push(...(await comparisonFiles(context, { old: requestOf(context, form, {}), new: now })))
    }
  return allOrNone(context, pipeline, [...blanks, ...examples], formats, stated, comparisons)
}

/** The data files in `definitions/<form>/examples/`: YAML that says its form and year. */
const examplesOf = ({ io, definitions }: Context, form: string): string[] =>
  yamlThatSays(io.files, join(definitions, form, 'examples'), ['form', 'year'])

/** The invented editions in folders of `definitions/<form>/examples/`. */
function editionsOf({ io, definitions }: Context, form: string): string[] {
  const dir = join(definitions, form, 'examples')
  return listed(io.files, dir).flatMap((name) => yamlThatSays(io.files, join(dir, name), ['form', 'edition']))
}

const yamlThatSays = (files: Context['io']['files'], dir: string, keys: readonly string[]): string[] =>
  listed(files, dir)
    .filter((name) => /\.ya?ml$/i.test(name))
    .map((name) => join(dir, name))
    .filter((path) => keys.every((key) => new RegExp(`^${key}\\s*:`, 'm').test(files.read(path))))

function listed(files: Context['io']['files'], dir: string): string[] {
  try {
    return files.list(dir)
  } catch {
    // A form need not have examples, and most of them are no folders.
    return []
  }
}

/** Runs the tasks one after the other and hands over the documents of each. */
async function work(
  { io }: Context,
  pipeline: Pipeline,
  tasks: readonly Task[],
  formats: readonly Format[],
  said: Said,
  fontFiles: readonly string[],
  take: (made: readonly Made[]) => void,
): Promise<void> {
  const fonts = pipeline.openFonts(fontFiles.map((file) => resolve(io.cwd, file)))
  const steps = formats.length + 1
  const progress = (await io.progress?.(tasks.length * steps)) ?? quiet
  try {
    for (const [n, { name, base, make }] of tasks.entries()) {
      progress.step(name, n * steps)
      const step = (format: Format) => progress.step(`${name} ${format}`, n * steps + 1 + formats.indexOf(format))
      const made = await make({ formats, fonts, step })
      said.add(made)
      const { documents } = made
      take(documents.map(({ format, bytes, pages }) => ({ name: `${base(made)}.${format}`, bytes, pages })))
    }
  } finally {
    progress.stop()
  }
}

/** Writes everything, or nothing where something is wrong. @throws Refusal */
async function allOrNone(
  context: Context,
  pipeline: Pipeline,
  tasks: readonly Task[],
  formats: readonly Format[],
  { out, font = [] }: MakeOptions,
  beside: readonly Made[] = [],
): Promise<ExitCode> {
  const documents: Made[] = []
  const said = new Said()
  await work(context, pipeline, tasks, formats, said, font, (made) => documents.push(...made))
  heed(context, said.list, said.sources)
  summary(context, write(context, [...documents, ...beside], out))
  return worst(said.list)
}

function worst(diagnostics: readonly Diagnostic[]): ExitCode {
  const has = (wanted: Diagnostic['severity']) => diagnostics.some(({ severity }) => severity === wanted)
  return has('error') ? exitCodes.failed : has('finding') ? exitCodes.findings : exitCodes.done
}

/** @returns what was written: name, pages, size */
function write({ io, locale }: Context, documents: readonly Made[], out = 'out'): string[][] {
  const outputs = documents.map(({ name, bytes }): Output => ({ path: resolve(io.cwd, out, name), bytes }))
  if (outputs.length > 0) io.publish(outputs)
  return outputs.map(({ path, bytes }, n) => {
    const { pages } = documents[n] as Made
    return [
      shown(path, io.cwd),
      pages === undefined ? '' : texts[locale].pages(pages),
      `${Math.ceil(bytes.length / 1024)} KB`,
    ]
  })
}

function summary({ io, locale }: Context, rows: readonly (readonly string[])[]): void {
  io.out(table(rows))
  io.out(`${texts[locale].written(rows.length)}\n`)
}
