import { formatDiagnostics, type Locale } from '../../../src/diagnostics/index.ts'
import { openFonts } from '../../../src/fonts/index.ts'
import type { GridCell, GridDocument, GridTable } from '../../../src/model/index.ts'
import { type Files, grid } from '../../../src/pipeline.ts'

const fonts = openFonts()
const file = 'form.yaml'

export interface Compiled {
  readonly document?: GridDocument
  /** What is said of the definition, as the terminal prints it; empty where nothing is. */
  readonly said: string
}

/** Takes a definition through define, resolve and layout. */
export function compile(source: string, locale: Locale = 'en'): Compiled {
  const files: Files = {
    read: () => source,
    bytes: () => new TextEncoder().encode(source),
    list: () => [],
    exists: () => true,
  }
  const { document, diagnostics, sources } = grid({ files, definitions: '.', form: file, fonts })
  const said = formatDiagnostics(diagnostics, sources, { locale, colour: false })
  return { said, ...(document ? { document } : {}) }
}

/** Keys of a definition's head: an example that has one of them is no part. */
const headKeys = [
  'form',
  'edition',
  'lang',
  'title',
  'subtitle',
  'mark',
  'page',
  'numbering',
  'terms',
  'units',
  'parts',
  'notes',
]

/**
 * Makes an example a whole definition: parts alone are put under `parts`; `form`, `edition` and `title` are added
 * where they are missing.
 */
export function whole(example: string): string {
  const keys = [...example.matchAll(/^([A-Za-z]\w*):/gm)].map(([, key]) => key as string)
  const body = keys.some((key) => headKeys.includes(key)) ? example : `parts:\n${example.replace(/^(?=.)/gm, '  ')}`
  const missing = [
    ['form', 'example'],
    ['edition', '2024'],
    ['title', '示例'],
  ].filter(([key]) => !keys.includes(key as string))
  // Behind it, so that the lines of an example keep their numbers.
  return `${body.trimEnd()}\n${missing.map(([key, value]) => `${key}: ${value}\n`).join('')}`
}

/** The only table of an example. @throws Error with what is said, where there is none */
export function tableOf(example: string): GridTable {
  const { document, said } = compile(whole(example))
  const tables = document?.items.filter((item) => item.kind === 'table') ?? []
  if (tables.length !== 1) throw new Error(`${tables.length} tables\n${said}`)
  return tables[0] as GridTable
}

export const textOf = ({ content }: GridCell): string =>
  content.map((runs) => runs.map(({ text }) => text).join('')).join('\n')

/** Rows as texts of the cells that begin in them, `2×3` before those that span 2 rows and 3 columns. */
export function rowsOf(table: GridTable): string[][] {
  return [...table.rows].map(({ cells }) =>
    cells.map((cell) => {
      const span = cell.rowSpan > 1 || cell.colSpan > 1 ? `${cell.rowSpan}×${cell.colSpan} ` : ''
      return (span + textOf(cell)).trim()
    }),
  )
}

/** @throws Error where the table has no such cell */
export function cellOf(table: GridTable, id: string): GridCell {
  const cells = [...table.rows].flatMap((row) => row.cells)
  const cell = cells.find((each) => each.id === id)
  if (!cell) throw new Error(`no cell ${id} among ${cells.map((each) => each.id).join(', ')}`)
  return cell
}
