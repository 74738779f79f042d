import { type Diagnostics, nearest } from '../diagnostics/index.ts'
import {
  type Ask,
  type Block,
  type Column,
  type Form,
  plain,
  type Row,
  type RowValues,
  type Unit,
  type Value,
  vocabulary,
} from '../model/index.ts'
import type { Located, LocatedMap } from '../yaml/index.ts'
import { decode, readCsv } from './csv.ts'
import { isBlank, kindOf } from './data-file.ts'
import type { Entries, Surroundings } from './entries.ts'
import type { Filled } from './walk.ts'

/** Excel's rows, less those that stand around a list. */
const mostRows = 1_048_000

const listKeys = ['list', 'file', 'total', 'added']

/** A leaf that is filled in, with the path that data give it within the block. */
interface Leaf {
  readonly column: Column
  readonly path: string
}

/** Reads the values of a block: one row, named rows, a list from YAML or CSV, the columns that the filler added. */
export class BlockReader {
  readonly #form: Form
  readonly #entries: Entries
  readonly #surroundings: Surroundings
  readonly #filled: Filled
  readonly #report: Diagnostics

  constructor(form: Form, entries: Entries, surroundings: Surroundings, filled: Filled, report: Diagnostics) {
    this.#form = form
    this.#entries = entries
    this.#surroundings = surroundings
    this.#filled = filled
    this.#report = report
  }

  read(block: Block, value: Located, path: string): void {
    if (value.kind === 'list') {
      if (block.list) this.#list(block, value.items, this.#leaves(block, path), path)
      else this.#shape(value, path, 'map')
      return
    }
    if (value.kind !== 'map') return this.#shape(value, path, block.list ? 'list' : 'map')
    this.#added(block, value, path)
    const leaves = this.#leaves(block, path)
    if (block.list) this.#listMap(block, value, leaves, path)
    const rest = new Map([...value.entries].filter(([key]) => !(isListKey(key, block) && value.entries.has(key))))
    const map: LocatedMap = { ...value, entries: rest }
    if (block.rows.length > 0) this.#rows(block.rows, map, leaves, path)
    else if (block.list) this.#unknown(map, listKeys)
    else this.#cells(map, leaves, '', (at, entry) => this.#filled.values.set(`${path}.${at}`, entry))
  }

  #shape(value: Located, name: string, expected: string): void {
    this.#report.add('data-shape', value.at, { name, expected, got: kindOf(value) })
  }

  #unknown(map: LocatedMap, allowed: readonly string[]): void {
    for (const [name, { keyAt }] of map.entries)
      this.#report.add('unknown-data-id', keyAt, {
        name,
        nearest: nearest(name, allowed) ?? '',
        allowed: allowed.join(', '),
      })
  }

  /** What may be filled in, the added columns in place of the `more` column. */
  #leaves(block: Block, path: string): Leaf[] {
    const walk = (columns: readonly Column[]): Leaf[] =>
      columns.flatMap((column) => {
        if (column.kind === 'more') return walk(this.#filled.added.get(column.path) ?? [])
        if (column.children.length > 0) return walk(column.children)
        const asked = column.kind === 'data' || (column.kind === 'stub' && block.list !== undefined)
        return asked && !column.given ? [{ column, path: column.path.slice(path.length + 1) }] : []
      })
    return walk(block.columns)
  }

  /** `added: {steam: {label: 蒸汽, unit: 吨}}` gives columns in place of the block's `more` column. */
  #added(block: Block, map: LocatedMap, path: string): void {
    const entry = map.entries.get('added')
    const more = moreColumn(block.columns)
    if (!entry || !more || isBlank(entry.value)) return
    if (entry.value.kind !== 'map') return this.#shape(entry.value, `${path}.added`, 'map')
    const columns: Column[] = []
    for (const [id, { keyAt, value }] of entry.value.entries) {
      if (!/^[a-z][A-Za-z0-9]*$/.test(id)) this.#report.add('bad-id', keyAt, { id })
      else if (value.kind === 'map') columns.push(this.#addedColumn(id, value, more, keyAt))
      else if (value.kind === 'scalar') {
        const printed = this.#entries.text(value.text, { ...more.ask, type: 'text' }, value.at)
        columns.push(this.#column(id, printed?.text ?? id, undefined, more, keyAt))
      } else this.#shape(value, `${path}.added.${id}`, 'map')
    }
    if (columns.length > 0) this.#filled.added.set(more.path, columns)
  }

  #addedColumn(id: string, map: LocatedMap, more: Column, at: Column['at']): Column {
    const known = ['label', 'unit']
    this.#unknown({ ...map, entries: new Map([...map.entries].filter(([key]) => !known.includes(key))) }, known)
    const label = map.entries.get('label')?.value
    const unit = map.entries.get('unit')?.value
    let found: Unit | undefined
    if (unit?.kind === 'scalar' && !isBlank(unit)) {
      found = vocabulary.get(unit.text)
      const words = { name: unit.text, nearest: nearest(unit.text, [...vocabulary.keys()]) ?? '' }
      if (!found) this.#report.add('unknown-unit', unit.at, words)
    }
    const printed =
      label?.kind === 'scalar' ? this.#entries.text(label.text, { ...more.ask, type: 'text' }, label.at) : undefined
    return this.#column(id, printed?.text ?? id, found, more, at)
  }

  #column(id: string, label: string, unit: Unit | undefined, more: Column, at: Column['at']): Column {
    const ask: Ask = { ...more.ask, type: unit?.counts ? 'count' : 'number', ...(unit ? { unit } : {}) }
    const text = { source: label, at }
    return { ...more, id, path: `${more.path}.${id}`, at, kind: 'data', label: text, ask, ...(unit ? { unit } : {}) }
  }

  /** Values of one row, by column; a spanner's columns stand in a map of its id. */
  #cells(map: LocatedMap, leaves: readonly Leaf[], above: string, set: (path: string, value: Value) => void): void {
    for (const [key, { keyAt, value }] of map.entries) {
      const path = above + key
      const leaf = leaves.find((each) => each.path === path)
      if (leaf) this.#entries.located(value, leaf.column.ask, path, set)
      else if (leaves.some((each) => each.path.startsWith(`${path}.`))) {
        if (value.kind === 'map') this.#cells(value, leaves, `${path}.`, set)
        else if (!isBlank(value)) this.#shape(value, path, 'map')
      } else {
        const allowed = [
          ...new Set(
            leaves
              .filter((each) => each.path.startsWith(above))
              .map((each) => each.path.slice(above.length).split('.')[0] ?? ''),
          ),
        ]
        this.#report.add('unknown-data-id', keyAt, {
          name: key,
          nearest: nearest(key, allowed) ?? '',
          allowed: allowed.join(', '),
        })
      }
    }
  }

  #rows(rows: readonly Row[], map: LocatedMap, leaves: readonly Leaf[], path: string): void {
    for (const [id, { keyAt, value }] of map.entries) {
      const row = rows.find((each) => each.id === id)
      if (!row) {
        const ids = rows.map((each) => each.id)
        this.#report.add('unknown-data-id', keyAt, {
          name: id,
          nearest: nearest(id, ids) ?? '',
          allowed: ids.join(', '),
        })
      } else if (isBlank(value)) {
      } else if (value.kind !== 'map') this.#shape(value, row.path, 'map')
      else if (row.children.length > 0) this.#rows(row.children, value, leaves, path)
      else {
        const stubless = leaves.filter(({ column }) => column.kind !== 'stub')
        this.#cells(value, stubless, '', (at, entry) => this.#filled.values.set(`${row.path}.${at}`, entry))
      }
    }
  }

  #listMap(block: Block, map: LocatedMap, leaves: readonly Leaf[], path: string): void {
    const total = map.entries.get('total')?.value
    if (total?.kind === 'map' && block.list?.total)
      this.#cells(total, leaves, '', (at, entry) => this.#filled.values.set(`${path}.total.${at}`, entry))
    const file = map.entries.get('file')?.value
    const listed = map.entries.get('list')?.value
    if (file?.kind === 'scalar' && !isBlank(file)) this.#csv(block, file, leaves, path)
    else if (listed?.kind === 'list') this.#list(block, listed.items, leaves, path)
    else if (listed && !isBlank(listed)) this.#shape(listed, `${path}.list`, 'list')
  }

  #list(block: Block, items: readonly Located[], leaves: readonly Leaf[], path: string): void {
    const rows: RowValues[] = []
    for (const item of items) {
      const row = new Map<string, Value>()
      if (item.kind === 'map') this.#cells(item, leaves, '', (at, entry) => row.set(at, entry))
      else if (!isBlank(item)) this.#shape(item, path, 'map')
      this.#required(row, leaves, item.at)
      rows.push(row)
    }
    this.#keep(block, rows, items.at(-1)?.at, path)
  }

  #required(row: RowValues, leaves: readonly Leaf[], at: Located['at']): void {
    if (row.size === 0) return
    for (const { column, path } of leaves)
      if (column.ask.required && !row.has(path))
        this.#report.add('missing-value', { ...at, end: at.start + 1 }, { label: this.#labelOf(column), name: path })
  }

  #keep(block: Block, rows: readonly RowValues[], at: Located['at'] | undefined, path: string): void {
    const { list } = block
    const limit = list?.more || !list ? mostRows : list.blank
    if (rows.length > limit) this.#report.add('too-many-rows', at, { count: String(rows.length), limit: String(limit) })
    if (rows.length > 0) this.#filled.lists.set(path, { count: rows.length, rows })
  }

  #labelOf(column: Column): string {
    const printed = this.#form.labels.get(column.path)
    return printed ? plain(printed.filter(({ note }) => note === undefined)) : (column.label?.source ?? column.id)
  }

  #csv(block: Block, file: Located & { kind: 'scalar' }, leaves: readonly Leaf[], path: string): void {
    const bytes = this.#surroundings.bytes(file.text)
    if (!bytes) return this.#report.add('no-such-file', file.at, { file: file.text })
    const decoded = decode(bytes)
    if (!decoded) return this.#report.add('unknown-encoding', file.at, { file: file.text })
    const name = this.#surroundings.source(file.text, decoded.text)
    this.#report.add('csv-encoding', file.at, { file: file.text, encoding: decoded.encoding })
    const table = readCsv(name, decoded.text, this.#report)
    if (!table) return
    const columns = table.header.map(({ text, at }) => this.#csvColumn(text.trim(), at, block, leaves))
    const rows: RowValues[] = []
    for (const fields of table.rows) {
      const [first] = fields
      if (first && fields.length > columns.length)
        this.#report.add('csv-fields', first.at, { count: String(fields.length), limit: String(columns.length) })
      const row = new Map<string, Value>()
      for (const [n, { text, at }] of fields.entries()) {
        const leaf = columns[n]
        const value = leaf ? this.#entries.text(text, leaf.column.ask, at) : undefined
        if (leaf && value) row.set(leaf.path, value)
      }
      if (first) this.#required(row, leaves, first.at)
      rows.push(row)
    }
    this.#keep(block, rows, table.header[0]?.at, path)
  }

  /** The column a CSV header means, by id or by label; 序号 and the like are passed over. */
  #csvColumn(name: string, at: Located['at'], block: Block, leaves: readonly Leaf[]): Leaf | undefined {
    if (name === '') return undefined
    const bare = (text: string) => text.replace(/\s+|（[^（）]*）$|\([^()]*\)$/g, '')
    const found =
      leaves.find((each) => each.path === name) ??
      leaves.find(({ column }) => bare(this.#labelOf(column)) === bare(name))
    if (found) return found
    const printed = block.columns.some(
      ({ kind, id, path }) => kind === 'seq' && (id === name || plain(this.#form.labels.get(path) ?? []) === name),
    )
    if (printed) return undefined
    const allowed = leaves.flatMap(({ column, path }) => [path, this.#labelOf(column)])
    this.#report.add('csv-column', at, { name, nearest: nearest(name, allowed) ?? '', allowed: allowed.join(', ') })
    return undefined
  }
}

const isListKey = (key: string, block: Block): boolean =>
  (block.list !== undefined && listKeys.includes(key)) || (key === 'added' && moreColumn(block.columns) !== undefined)

function moreColumn(columns: readonly Column[]): Column | undefined {
  for (const column of columns) {
    const found = column.kind === 'more' ? column : moreColumn(column.children)
    if (found) return found
  }
  return undefined
}
