import { Diagnostics } from '../diagnostics/index.ts'
import type { Ask, Block, Column, Content, Form } from '../model/index.ts'
import { type CsvField, decode, readCsv } from './csv.ts'
import { csvColumns } from './csv-columns.ts'
import type { Surroundings } from './entries.ts'
import { leavesOf } from './leaves.ts'
import { placesOf } from './places.ts'

/** A CSV file as a list names its columns. */
export interface ListFile {
  /** `path` of a place to write within the block; absent where the column has no header. */
  readonly header: readonly { readonly text: string; readonly path?: string }[]
  readonly records: readonly (readonly CsvField[])[]
}

type Added = ReadonlyMap<string, readonly Column[]>

/** The fields of a list's CSV file, unread; undefined where there is no such block or file. Mistakes are not told here. */
export function readListFile(
  { form, added }: { readonly form: Form; readonly added: Added },
  block: string,
  name: string,
  surroundings: Surroundings,
): ListFile | undefined {
  const bytes = surroundings.bytes(name)
  const decoded = bytes && decode(bytes)
  if (!decoded) return undefined
  const [header, ...records] = readCsv(surroundings.source(name, decoded.text), decoded.text, new Diagnostics())
  if (!header) return undefined
  const paths = csvHeaders(
    form,
    block,
    header.map(({ text }) => text),
    added,
  )
  return {
    header: header.map(({ text }, n) => ({ text, ...(paths[n] === undefined ? {} : { path: paths[n] }) })),
    records,
  }
}

/** What the headers of a CSV mean in a list, by path within the block; undefined for those that mean nothing. */
export function csvHeaders(
  form: Form,
  block: string,
  names: readonly string[],
  added: Added = new Map(),
): (string | undefined)[] {
  const found = blockAt(form, block)
  if (!found) return names.map(() => undefined)
  const at = { file: '', start: 0, end: 1 }
  const fields = names.map((text) => ({ text, at }))
  const { units } = form.definition
  const reading = { form, report: new Diagnostics(), places: (ask: Ask) => placesOf(ask, units) }
  return csvColumns(fields, { block: found, leaves: leavesOf(found, block, added) }, reading).map(
    (target) => target?.path,
  )
}

function blockAt({ definition }: Form, path: string): Block | undefined {
  const find = (content: Content, at: string): Block | undefined => {
    if (content.kind === 'block') return at === path ? content : undefined
    const children = content.kind === 'stack' ? content.children : content.kind === 'fields' ? content.fields : []
    for (const child of children) {
      const found = path.startsWith(child.path) ? find(child.content, child.path) : undefined
      if (found) return found
    }
    return undefined
  }
  for (const { tables } of definition.parts)
    for (const table of tables) {
      const found = find(table.content, table.path)
      if (found) return found
    }
  return undefined
}
