import { readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { diskFiles } from '../../src/cli/files.ts'
import { formatDiagnostics } from '../../src/diagnostics/index.ts'
import { type Fonts, openFonts } from '../../src/fonts/index.ts'
import type { GridDocument } from '../../src/model/index.ts'
import { type Format, type FormRequest, formats, grid, listForms, makeBlank, type Outcome } from '../../src/pipeline.ts'
import type { Outline } from '../readback/outline.ts'

/** A form in one edition: shipped, or one of the small ones that try a construct of the language. */
export interface TestForm {
  /** `<form>-<edition>` of a shipped form, the file's name of a small one. */
  readonly name: string
  readonly shipped: boolean
  readonly request: FormRequest
}

export type Reader = (bytes: Uint8Array) => Outline | Promise<Outline>

const root = resolve(fileURLToPath(import.meta.url), '../../..')
const definitions = join(root, 'definitions')
const small = join(root, 'test', 'definitions')

/** One object for all documents of a test file: opening a face costs more than measuring with it. */
export const fonts = openFonts()

/**
 * Every shipped form in every edition, the invented editions among their examples, and every definition of
 * `test/definitions/`: to exist is to be enrolled.
 */
export const forms: readonly TestForm[] = [...shippedForms(), ...exampleEditions(), ...smallForms()]

/** Every format of the registry. */
export const formatNames = Object.keys(formats) as readonly Format[]

function shippedForms(): TestForm[] {
  return listForms(diskFiles, definitions).flatMap(({ form, editions }) =>
    editions.map((year) => ({ name: `${form}-${year}`, shipped: true, request: request(form, year) })),
  )
}

/** `<form>/examples/<name>/<edition>.yaml`: editions that nobody issued, out of reach of `list` and `--year`. */
function exampleEditions(): TestForm[] {
  const path = /^([^/]+)\/examples\/([^/]+)\/(\d{4})\.yaml$/
  const files = readdirSync(definitions, { recursive: true, encoding: 'utf8' }).map((file) =>
    file.replaceAll('\\', '/'),
  )
  return files.sort().flatMap((file) => {
    const [, form, name, edition] = path.exec(file) ?? []
    return form === undefined
      ? []
      : [{ name: `${form}-${name}-${edition}`, shipped: false, request: request(join(definitions, file)) }]
  })
}

function smallForms(): TestForm[] {
  const files = readdirSync(small).filter((name) => name.endsWith('.yaml'))
  return files.sort().map((name) => ({
    name: basename(name, '.yaml'),
    shipped: false,
    request: request(join(small, name)),
  }))
}

/** What a run has to say, as a person reads it; empty where nothing is to be said. */
export const said = ({ diagnostics, sources }: Outcome): string =>
  formatDiagnostics(diagnostics, sources, { locale: 'en', colour: false, cwd: root })

/** A form by its id, or by the path of its definition. */
export function request(form: string, year?: number): FormRequest {
  return { files: diskFiles, definitions, form, ...(year === undefined ? {} : { year }) }
}

/** @throws Error naming what is wrong in the definition */
export function documentOf(asked: FormRequest, use: Fonts = fonts): GridDocument {
  const { document, ...outcome } = grid({ ...asked, fonts: use })
  if (document === undefined) throw new Error(`${asked.form} has no document\n${said(outcome)}`)
  return document
}

/**
 * The blank in every format.
 * @throws Error naming what is wrong in the definition
 */
export async function blanksOf(asked: FormRequest, use: Fonts = fonts): Promise<Map<Format, Uint8Array>> {
  const { documents, ...outcome } = await makeBlank({ ...asked, formats: formatNames, fonts: use })
  if (documents.length === 0) throw new Error(`${asked.form} has no documents\n${said(outcome)}`)
  return new Map(documents.map(({ format, bytes }) => [format, bytes]))
}

/**
 * A format's reader: `readDocx` of `test/readback/docx.ts`.
 * @throws Error saying what to write where a format has none
 */
export async function readerOf(format: string): Promise<Reader> {
  const name = `read${format.charAt(0).toUpperCase()}${format.slice(1)}`
  const file = `test/readback/${format}.ts`
  if (!readdirSync(join(root, 'test', 'readback')).includes(`${format}.ts`))
    throw new Error(`the format ${format} has no reader: write ${file} with ${name}(bytes), which returns an Outline`)
  const reader = ((await import(`../readback/${format}.ts`)) as Record<string, unknown>)[name]
  if (typeof reader !== 'function') throw new Error(`${file} exports no function ${name}, the reader of ${format}`)
  return reader as Reader
}
