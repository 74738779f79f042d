import {
  type FieldLine,
  type GridCell,
  type GridDocument,
  type GridTable,
  plain,
  plainText,
} from '../../../src/model/index.ts'
import { type Files, filledGrid, grid, makeFilled } from '../../../src/pipeline.ts'
import { fonts, formatNames, said } from '../../support/forms.ts'

const folder = '/data'

function filesOf(parts: string, values: string | undefined, beside: readonly string[]): Files {
  const texts = new Map([
    ['/forms/x/2024.yaml', `form: x\nedition: 2024\ntitle: 示例\n${parts}`],
    [`${folder}/x.yaml`, `{form: x, year: 2024, values: ${values ?? '{}'}}`],
    ...beside.map((name): [string, string] => [`${folder}/${name}`, '']),
  ])
  const read = (path: string): string => {
    const text = texts.get(path)
    if (text === undefined) throw Object.assign(new Error(`no ${path}`), { code: 'ENOENT' })
    return text
  }
  return {
    read,
    bytes: (path) => new TextEncoder().encode(read(path)),
    list: (path) => (path === '/forms' ? ['x'] : ['2024.yaml']),
    exists: (path) => texts.has(path),
  }
}

const requestOf = (files: Files) => ({ files, definitions: '/forms', data: `${folder}/x.yaml`, fonts })

/**
 * The document of a form with these `parts`, filled with `values` in YAML's flow style; without them the blank.
 * @throws Error saying what is wrong in either
 */
export function documentOf(parts: string, values?: string, beside: readonly string[] = []): GridDocument {
  const files = filesOf(parts, values, beside)
  const { document, ...outcome } =
    values === undefined ? grid({ files, definitions: '/forms', form: 'x', fonts }) : filledGrid(requestOf(files))
  if (document === undefined) throw new Error(said(outcome))
  return document
}

/** The same in every format. */
export const documentsOf = (parts: string, values: string) =>
  makeFilled({ ...requestOf(filesOf(parts, values, [])), formats: formatNames })

export const linesOf = ({ items }: GridDocument): FieldLine[] => items.filter((item) => item.kind === 'fields')

/** The texts of a line's segments. */
export const segmentsOf = ({ segments }: FieldLine): string[] => segments.map(({ content }) => plain(content))

export const tablesOf = ({ items }: GridDocument): GridTable[] => items.filter((item) => item.kind === 'table')

/** Every cell of the document's tables. */
export const cellsOf = (document: GridDocument): GridCell[] =>
  tablesOf(document).flatMap(({ rows }) => [...rows].flatMap(({ cells }) => cells))

/** The texts of each row's cells. */
export const rowsOf = (document: GridDocument): string[][] =>
  tablesOf(document).flatMap(({ rows }) => [...rows].map(({ cells }) => cells.map(({ content }) => plainText(content))))

export const textsOf = ({ items }: GridDocument): string[] =>
  items.flatMap((item) => (item.kind === 'text' ? [plain(item.content)] : []))
