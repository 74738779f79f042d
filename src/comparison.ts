import { basename, join } from 'node:path'
import { Diagnostics } from './diagnostics/index.ts'
import { diff, readImpacts } from './diff/index.ts'
import { type Fonts, openFonts } from './fonts/index.ts'
import { type Comparison, counterparts, type Form, type GridDocument } from './model/index.ts'
import { type FormRequest, grid, loadDefinition, type Outcome, readFile, tellEdition } from './pipeline.ts'
import { redline } from './redline/index.ts'
import { formats } from './render/index.ts'
import { resolve } from './resolve/index.ts'

/*
 *   old edition ─ define ─ resolve ─┐                 ┌─ layout ─ old GridDocument ─┐
 *                                   ├─ diff           │                             ├─ redline ─ docx
 *   new edition ─ define ─ resolve ─┘                 └─ layout ─ new GridDocument ─┘
 */

export { diff }

export interface CompareRequest {
  /** The older edition and the newer one; each is the edition that holds for its year. */
  readonly old: FormRequest
  readonly new: FormRequest
}

/**
 * What differs between two editions of a form. Absent where one of them cannot be read. A year that has no edition of
 * its own is told, and so is an edition that is compared with itself.
 */
export function compare(request: CompareRequest): Outcome & { readonly comparison?: Comparison } {
  const report = new Diagnostics()
  const sources = new Map<string, string>()
  const [old, now] = [request.old, request.new].map((edition) => loadDefinition(edition, () => [], report, sources))
  const outcome = { diagnostics: report.list, sources }
  const impacts = ownImpacts(request.new, report, sources)
  if (!old?.definition || !now?.definition || report.failed) return outcome
  for (const { definition, year } of old.year === now.year ? [now] : [old, now])
    if (definition) tellEdition(definition, year, report)
  if (old.file !== undefined && old.file === now.file) {
    const [a, b] = [request.old, request.new].map(({ form, year }) => String(year ?? basename(form)))
    report.add('same-edition', undefined, { old: a as string, new: b as string, file: basename(old.file) })
  }
  // In one year, so that the year itself is no difference.
  const year = Math.max(old.year, now.year)
  const [before, after] = [old.definition, now.definition].map((each) => resolve(each, year))
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

/** The blanks of both editions, as they are laid out. */
export interface ComparedGrids {
  readonly old: GridDocument
  readonly new: GridDocument
  /** Which node of the old edition is which of the new one, by path. */
  readonly counterparts: ReadonlyMap<string, string>
}

/**
 * The blanks of both editions in one year, so that the year itself is no difference; absent where one of them is wrong.
 * That an edition holds for that year is not told again: `compare` tells it of what was asked for. Warnings are for who
 * makes a blank.
 */
export function comparedGrids(
  request: CompareRequest & { readonly fonts?: Fonts },
): Outcome & { readonly grids?: ComparedGrids } {
  const fonts = request.fonts ?? openFonts()
  const editions = [request.old, request.new].map((asked) => {
    const { definition, file, year } = loadDefinition(asked, () => [], new Diagnostics(), new Map())
    return { asked, definition, file, year }
  })
  const year = Math.max(...editions.map((edition) => edition.year))
  const [old, now] = editions.map(({ asked, file }) =>
    grid({ ...asked, ...(file === undefined ? {} : { form: file, year }), fonts }),
  ) as [ReturnType<typeof grid>, ReturnType<typeof grid>]
  const [from, to] = editions.map(({ definition }) => definition)
  const grids =
    old.document && now.document && from && to
      ? { grids: { old: old.document, new: now.document, counterparts: counterparts(from, to) } }
      : {}
  return {
    diagnostics: [...old.diagnostics, ...now.diagnostics].filter(
      ({ code, severity }) => code !== 'edition-holds' && severity !== 'warning',
    ),
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
  return { ...outcome, bytes: await formats.docx(redline(grids.old, grids.new, grids.counterparts)) }
}
