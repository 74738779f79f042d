import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import { type Content, type Form, plain } from '../../../src/model/index.ts'
import { type Data, type DataMap, mapOf, textOf } from './data.ts'
import { askedLeaves } from './form.ts'

/** A data file as it is written: every value its source text. Lists from CSV stand where the file names them. */
export function loadData(path: string): { form: string; year: number; values: DataMap } {
  const root = mapOf(dataOf(parseDocument(readFileSync(path, 'utf8')).contents))
  return { form: textOf(root.form) ?? '', year: Number(textOf(root.year)), values: mapOf(root.values) }
}

function dataOf(node: unknown): Data {
  if (isSeq(node)) return node.items.map(dataOf)
  if (isMap(node)) return Object.fromEntries(node.items.map(({ key, value }) => [String(key), dataOf(value)]))
  if (!isScalar(node) || node.value === null) return ''
  return typeof node.value === 'string' ? node.value : (node.source ?? '')
}

/** The values with the rows of the CSV files that they name, of columns by id or by label. */
export function withCsv(values: DataMap, { definition, labels }: Form, path: string): DataMap {
  const filled = (content: Content, at: string, data: Data | undefined): Data | undefined => {
    const map = mapOf(data)
    if (content.kind === 'stack')
      return replaced(
        map,
        content.children.map(({ id, path: child, content: inner }) => [id, filled(inner, child, map[id])]),
      )
    const file = textOf(map.file)
    if (content.kind !== 'block' || file === undefined) return data
    const names = askedLeaves(content.columns, true).map((column) => {
      const label = plain((labels.get(column.path) ?? []).filter(({ note }) => note === undefined))
      return { id: column.path.slice(at.length + 1), label: label.replace(/（.*）$/, '') }
    })
    return { ...map, list: readCsv(join(dirname(path), file), names) }
  }
  return replaced(
    values,
    definition.parts.map(({ id, path: at, tables }) => {
      const [only] = tables
      if (only !== undefined && tables.length === 1 && only.path === at)
        return [id, filled(only.content, at, values[id])]
      const part = mapOf(values[id])
      return [
        id,
        replaced(
          part,
          tables.map((table) => [table.id, filled(table.content, table.path, part[table.id])]),
        ),
      ]
    }),
  )
}

function replaced(map: DataMap, entries: readonly [string, Data | undefined][]): DataMap {
  const given = entries.filter((entry): entry is [string, Data] => entry[1] !== undefined)
  return { ...map, ...Object.fromEntries(given) }
}

function readCsv(path: string, names: readonly { id: string; label: string }[]): DataMap[] {
  const bytes = readFileSync(path)
  const [header = [], ...rows] = parse(decoded(bytes), { bom: true }) as string[][]
  const ids = header.map((name) => names.find(({ id, label }) => name === id || name === label)?.id ?? name)
  return rows.map((row) => {
    const data: Record<string, Data> = {}
    for (const [n, text] of row.entries()) {
      const [first = '', second] = (ids[n] ?? '').split('.')
      if (text !== '') data[first] = second === undefined ? text : { ...mapOf(data[first]), [second]: text }
    }
    return data
  })
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: what Excel in China saves.
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
  }
}
