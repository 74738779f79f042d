import { join, resolve } from 'node:path'
import type { CompareRequest } from '../comparison.ts'
import { type Comparison, impacts } from '../model/index.ts'
import type { FormRequest } from '../pipeline.ts'
import { type Context, type ExitCode, exitCodes } from './io.ts'
import { Options } from './options.ts'
import { heed, refuse } from './tell.ts'
import { texts } from './texts.ts'

export interface DiffOptions {
  readonly format?: string
  readonly out?: string
  readonly failOn?: string
}

const diffFormats = ['text', 'json', 'md', 'html', 'docx'] as const
type DiffFormat = (typeof diffFormats)[number]

/**
 * `biaoshi diff FORM A B`, years or paths of definitions; `biaoshi diff A.yaml B.yaml` compares two files. A page and a
 * Word document go to a file, the rest to the terminal unless a file is named.
 */
export async function diff(
  context: Context,
  names: readonly [form: string, a: string, b: string | undefined],
  stated: DiffOptions,
): Promise<ExitCode> {
  const { io, locale } = context
  const options = new Options()
  const format = options.oneOf('--format', stated.format ?? 'text', diffFormats)
  const failOn = options.oneOf('--fail-on', stated.failOn, impacts)
  const request = requestsOf(context, names, options)
  options.check()
  const { compare } = await io.comparison()
  const { comparison, diagnostics, sources } = compare(request)
  const itself = failOn && diagnostics.find(({ code }) => code === 'same-edition')
  const told = diagnostics.filter((each) => each !== itself)
  heed(context, told, sources)
  if (itself) refuse('same-edition-judged', itself.words)
  if (!comparison) return exitCodes.failed
  const shape = format ?? 'text'
  const file =
    stated.out ?? (shape === 'html' || shape === 'docx' ? join('out', fileName(comparison, shape)) : undefined)
  if (file !== undefined) keepRead(resolve(io.cwd, file), [...sources.keys()], io.cwd)
  const made = await outputs[shape](context, comparison, request, file === undefined && io.outColour)
  if (file === undefined) io.out(String(made))
  else {
    io.publish([{ path: resolve(io.cwd, file), bytes: bytesOf(made) }])
    io.out(`${file}\n${texts[locale].written(1)}\n`)
  }
  return grave(comparison, failOn) ? exitCodes.findings : exitCodes.done
}

/** A definition that was compared is not written over. @throws Refusal */
function keepRead(file: string, read: readonly string[], cwd: string): void {
  if (read.some((path) => resolve(cwd, path) === file)) refuse('would-overwrite', { file })
}

/** The comparison as a page and as a Word document, by the names of their files. */
export async function comparisonFiles(
  context: Context,
  request: CompareRequest,
): Promise<{ name: string; bytes: Uint8Array }[]> {
  const { compare } = await context.io.comparison()
  const { comparison, diagnostics, sources } = compare(request)
  heed(context, diagnostics, sources)
  if (!comparison) return []
  const files: { name: string; bytes: Uint8Array }[] = []
  for (const format of ['html', 'docx'] as const) {
    const made = await outputs[format](context, comparison, request, false)
    files.push({ name: fileName(comparison, format), bytes: bytesOf(made) })
  }
  return files
}

const bytesOf = (made: string | Uint8Array): Uint8Array =>
  typeof made === 'string' ? new TextEncoder().encode(made) : made

type Make = (
  context: Context,
  comparison: Comparison,
  request: CompareRequest,
  colour: boolean,
) => Promise<string | Uint8Array>

const report = () => import('../report/index.ts')

const outputs: Readonly<Record<DiffFormat, Make>> = {
  text: async ({ locale }, comparison, _, colour) => (await report()).comparisonText(comparison, locale, colour),
  json: async (_, comparison) => (await report()).comparisonJson(comparison),
  md: async ({ locale }, comparison) => (await report()).comparisonMarkdown(comparison, locale),
  html: async (context, comparison, request) => {
    const { io, locale } = context
    const { comparedGrids } = await io.comparison()
    const { grids, diagnostics, sources } = comparedGrids(request)
    heed(context, diagnostics, sources)
    const template = io.files.read(join(io.templates, 'diff.html.hbs'))
    return grids ? (await report()).comparisonHtml(comparison, grids, template, locale) : ''
  },
  docx: async (context, _, request) => {
    const { makeRedline } = await context.io.comparison()
    const { bytes, diagnostics, sources } = await makeRedline(request)
    heed(context, diagnostics, sources)
    return bytes ?? ''
  },
}

const fileName = ({ old, new: now }: Comparison, format: DiffFormat): string =>
  `${now.form}-${old.edition}-${now.edition}-diff.${format}`

/** Whether a change is as grave as that, or graver. */
const grave = ({ changes }: Comparison, least: (typeof impacts)[number] | undefined): boolean =>
  least !== undefined && changes.some(({ impact }) => impacts.indexOf(impact) <= impacts.indexOf(least))

/** Two files of their own, or two years or files of a form. */
function requestsOf(
  { io, definitions }: Context,
  [form, a, b]: readonly [string, string, string | undefined],
  options: Options,
): CompareRequest {
  const file = (name: string): boolean => /\.ya?ml$/i.test(name)
  const request = (name: string, argument: 'A' | 'B'): FormRequest => {
    if (file(name)) return { files: io.files, definitions, form: resolve(io.cwd, name) }
    const year = options.year(name, argument, 'path of a definition')
    return { files: io.files, definitions, form, ...(year === undefined ? {} : { year }) }
  }
  if (b !== undefined) return { old: request(a, 'A'), new: request(b, 'B') }
  if (!file(form) || !file(a)) options.refuse('B', '', 'FORM A B')
  return { old: request(form, 'A'), new: request(a, 'B') }
}
