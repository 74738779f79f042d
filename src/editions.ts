import { basename, dirname, isAbsolute, join } from 'node:path'
import { type Diagnostics, nearest, type Span } from './diagnostics/index.ts'

/** How the program reads; what cannot be read throws what the system says (`code`: ENOENT …). The caller implements it. */
export interface Files {
  read(path: string): string
  bytes(path: string): Uint8Array
  list(dir: string): string[]
  /** Whether there is a file, and not a folder, of that name. Never throws. */
  exists(path: string): boolean
}

/** Where the definition that holds for a year stands. */
export interface Edition {
  readonly file: string
  readonly year: number
}

export interface FormEditions {
  readonly form: string
  /** First years, rising. */
  readonly editions: readonly number[]
}

const editionFile = /^(\d{4})\.ya?ml$/

/** The forms of a folder of definitions: `<form>/<edition>.yaml`. A folder that cannot be read holds none. */
export function formsIn(files: Files, dir: string): FormEditions[] {
  return listed(files, dir)
    .map((form) => ({ form, editions: editionsIn(files, join(dir, form)).map(({ edition }) => edition) }))
    .filter(({ editions }) => editions.length > 0)
    .toSorted((a, b) => (a.form < b.form ? -1 : 1))
}

function listed(files: Files, dir: string): string[] {
  try {
    return files.list(dir)
  } catch {
    return []
  }
}

function editionsIn(files: Files, dir: string): { edition: number; file: string }[] {
  return listed(files, dir)
    .flatMap((name) => {
      const year = editionFile.exec(name)?.[1]
      return year === undefined ? [] : [{ edition: Number(year), file: join(dir, name) }]
    })
    .toSorted((a, b) => a.edition - b.edition)
}

/** What is asked for: a form's id, or the path of a definition file. */
export interface FormRequest {
  readonly files: Files
  /** Folder of the definitions. */
  readonly definitions: string
  readonly form: string
  /** The reporting year; the latest edition's first year where absent. */
  readonly year?: number
}

/** Where a data file says which form and year it fills. */
export interface Says {
  readonly form: Span
  readonly year: Span
}

/** Whether a form is named by the path of its definition, not by its id. */
export const isPath = (form: string): boolean => /\.ya?ml$/i.test(form)

/** The path that a data file means: from its own folder. */
export const beside = (data: string, path: string): string => (isAbsolute(path) ? path : join(dirname(data), path))

/**
 * The latest edition that is not after the year. An unknown form or a year before the first edition is reported, at the
 * place that says them.
 */
export function findEdition(request: FormRequest, report: Diagnostics, says?: Says): Edition | undefined {
  const { files, definitions, form, year } = request
  if (isPath(form)) return { file: form, year: year ?? 0 }
  const known = formsIn(files, definitions)
  const editions = editionsIn(files, join(definitions, form))
  if (editions.length === 0) {
    const names = known.map((entry) => entry.form)
    report.add('unknown-form', says?.form, {
      name: form,
      nearest: nearest(form, names) ?? '',
      allowed: names.join(', '),
    })
    return undefined
  }
  const wanted = year ?? (editions.at(-1)?.edition as number)
  const edition = editions.findLast((entry) => entry.edition <= wanted)
  if (edition) return { file: edition.file, year: wanted }
  const allowed = editions.map((entry) => entry.edition).join(', ')
  report.add('no-edition', says?.year, { form, year: String(wanted), allowed })
  return undefined
}

/**
 * The last edition before a year, and where that year's belongs: beside it. An edition of that very year is reported.
 * A definition named by its path is the one that the new edition comes from, whatever stands beside it.
 */
export function nextEditionOf(
  request: FormRequest & { readonly year: number; readonly target?: string },
  report: Diagnostics,
): { readonly file: string; readonly target: string } | undefined {
  const { files, form, year } = request
  const edition = findEdition(request, report)
  if (!edition) return undefined
  const { file } = edition
  const target = request.target ?? join(dirname(file), `${year}.yaml`)
  const same = [...(isPath(form) ? [] : editionsIn(files, dirname(file))), ...editionsBeside(files, target)]
  const there = files.exists(target) ? target : same.find((each) => each.edition === year)?.file
  if (there === undefined) return { file, target }
  report.add('edition-exists', undefined, { file: there })
  return undefined
}

/** The editions among which a file named like one would stand. */
const editionsBeside = (files: Files, target: string) =>
  editionFile.test(basename(target)) ? editionsIn(files, dirname(target)) : []

/** A shipped definition's folder and file say again what it says itself: the two must agree. */
export const standsAt = (file: string): { form: string; edition: string } => ({
  form: basename(dirname(file)),
  edition: basename(file).replace(/\.ya?ml$/i, ''),
})
