import type { Diagnostics, Span } from '../diagnostics/index.ts'
import type { Block, Row, Value } from '../model/index.ts'
import type { Located, LocatedList, LocatedMap, LocatedScalar } from '../yaml/index.ts'
import { AddedColumns } from './added.ts'
import { ColumnSums } from './column-sums.ts'
import { csvLines, csvSource } from './csv-rows.ts'
import { isBlank, isBroken, unknownId, wrongShape } from './data-file.ts'
import type { Entries, Take } from './entries.ts'
import { type Leaf, leavesInRow, leavesInTotal, leavesOf, moreColumn } from './leaves.ts'
import { type ListLine, type ListPlace, listRows, namingLeaf } from './list-lines.ts'
import { Extents, type FilledRow } from './listed.ts'
import { Written } from './places.ts'
import { checkRow, openKeys, readCells, requiredOf } from './row-cells.ts'
import { RowKeys } from './row-keys.ts'
import { type Filled, noneFilled, taking } from './walk.ts'

/** Reads the values of a block: one row, named rows, a list from YAML or CSV, the columns that the filler added. */
export class BlockReader {
  readonly #filled: Filled
  readonly #entries: Entries
  readonly #report: Diagnostics
  readonly #added: AddedColumns

  constructor(entries: Entries, filled: Filled) {
    this.#filled = filled
    this.#entries = entries
    this.#report = entries.report
    this.#added = new AddedColumns(entries)
  }

  read(block: Block, value: Located, path: string): void {
    if (value.kind === 'list' && block.list) {
      this.#items({ block, path, leaves: this.#leaves(block, path), wrong: new Written() }, value)
      return
    }
    if (value.kind !== 'map') {
      const rows = block.rows.map(({ id }) => id)
      const keys = rows.length > 0 ? rows : openKeys(this.#entries, this.#leaves(block, path))
      return this.#misshapen(value, path, block.list ? 'list' : 'map', block.list ? [] : keys)
    }
    this.#columns(block, value, path)
    const leaves = this.#leaves(block, path)
    const keys = keysBeside(block)
    const map = { ...value, entries: new Map([...value.entries].filter(([key]) => !keys.includes(key))) }
    if (block.list) this.#listMap({ block, path, leaves, wrong: new Written() }, value)
    if (block.rows.length === 0 && !block.list) readCells(this.#entries, map, leaves, this.#take(path))
    else this.#rows(block.rows, map, { block, leaves, beside: keys })
  }

  #leaves(block: Block, path: string): Leaf[] {
    return leavesOf(block, path, this.#filled.added)
  }

  /** Keeps what a row says under the row's path. */
  #take(row: string): Take {
    const take = taking(this.#filled)
    return (at, value) => take(`${row}.${at}`, value)
  }

  #misshapen(value: Located, path: string, expected: 'map' | 'list', keys: readonly string[]): void {
    wrongShape(this.#report, value, path, expected, keys)
    this.#filled.wrong.add(path)
  }

  #columns(block: Block, map: LocatedMap, path: string): void {
    const more = moreColumn(block.columns)
    const added = map.entries.get('added')?.value
    const columns = more && added ? this.#added.read(added, more, `${path}.added`) : []
    if (more && columns.length > 0) this.#filled.added.set(more.path, columns)
  }

  #rows(
    rows: readonly Row[],
    map: LocatedMap,
    within: { readonly block: Block; readonly leaves: readonly Leaf[]; readonly beside: readonly string[] },
  ): void {
    for (const [id, { keyAt, value }] of map.entries) {
      const row = rows.find((each) => each.id === id)
      if (!row) unknownId(this.#report, keyAt, id, [...rows.map((each) => each.id), ...within.beside], map)
      else if (value.kind !== 'map') {
        if (isBroken(value)) this.#filled.wrong.add(row.path)
        else if (!isBlank(value)) this.#misshapen(value, row.path, 'map', rowKeys(this.#entries, row, within))
      } else if (row.children.length > 0) this.#rows(row.children, value, { ...within, beside: [] })
      else readCells(this.#entries, value, leavesInRow(within.leaves, within.block, row), this.#take(row.path))
    }
  }

  /** `{list | file, total}` */
  #listMap(place: ListPlace, map: LocatedMap): void {
    const { block, path, leaves } = place
    const [total, file, list] = ['total', 'file', 'list'].map((key) => filledIn(map, key))
    if (total && block.list?.total) this.#total(total.value, leaves, path)
    if (file && list) this.#report.add('list-and-file', list.keyAt)
    if (file?.value.kind === 'scalar') this.#file(place, file.value)
    else if (file) wrongShape(this.#report, file.value, `${path}.file`, 'text')
    if (list?.value.kind === 'list' && !file) this.#items(place, list.value)
    else if (list && list.value.kind !== 'list') wrongShape(this.#report, list.value, `${path}.list`, 'list')
    const unread = isBroken(map.entries.get('list')?.value) || isBroken(map.entries.get('file')?.value)
    if (unread || (file && file.value.kind !== 'scalar') || (list && (file || list.value.kind !== 'list')))
      this.#filled.wrong.add(rowsOf(path))
  }

  #total(value: Located, leaves: readonly Leaf[], path: string): void {
    if (value.kind === 'map') readCells(this.#entries, value, leavesInTotal(leaves), this.#take(`${path}.total`))
    else wrongShape(this.#report, value, `${path}.total`, 'map')
  }

  #items(place: ListPlace, list: LocatedList): void {
    const lines = list.items.map((item) => this.#line(item, place))
    const rows = [...listRows(lines, place, this.#entries, this.#filled)]
    this.#list(place, rows, rows, list.items.at(-1)?.at)
  }

  /** The rows of a file are not held: each walk over the list reads them again from its text. */
  #file(place: ListPlace, file: LocatedScalar): void {
    const source = csvSource(file, this.#entries)
    if (!source) return this.#filled.wrong.add(rowsOf(place.path))
    const read = (entries: Entries, filled: Filled) =>
      listRows(csvLines(source, place, entries), place, entries, filled)
    const again = { [Symbol.iterator]: () => read(this.#entries.again(), noneFilled()) }
    this.#list(place, read(this.#entries, this.#filled), again, file.at)
    // After what is wrong with the file itself not all of its rows and columns have been read.
    const torn = this.#report.list.some(
      ({ code, severity, at }) => severity === 'error' && code.startsWith('csv-') && at?.file === source.name,
    )
    if (torn) this.#filled.wrong.add(rowsOf(place.path))
  }

  #line(item: Located, place: ListPlace): ListLine {
    const naming = namingLeaf(place)
    const name = naming && scalarAt(item, naming.path)
    return {
      names: name ? [name] : [],
      row: () => this.#row(item, place),
      total: (leaves, take) => {
        if (item.kind === 'map') readCells(this.#entries, item, leaves, take)
      },
    }
  }

  #row(item: Located, { leaves, path, wrong }: ListPlace): FilledRow {
    const row = new Map<string, Value>()
    const written = new Written()
    const take: Take = (at, value) => {
      written.add(at)
      if (value) row.set(at, value)
      else wrong.add(at)
    }
    if (item.kind === 'map') readCells(this.#entries, item, leaves, take)
    else {
      if (!isBlank(item)) wrongShape(this.#report, item, path, 'map')
      if (!isBlank(item) || isBroken(item)) for (const leaf of leaves) wrong.add(leaf.path)
    }
    if (written.any) checkRow(this.#entries, requiredOf(leaves, this.#entries), written, item.at)
    return row
  }

  /** @param first the rows as they are read for the first time, which tells what is wrong; `rows`: the same again */
  #list(place: ListPlace, first: Iterable<FilledRow>, rows: Iterable<FilledRow>, at?: Span): void {
    const { path, block } = place
    const extents = new Extents()
    const sums = new ColumnSums(place)
    const keys = new RowKeys(place, this.#entries)
    let count = 0
    for (const row of first) {
      count++
      keys.see(row)
      for (const [column, value] of row) {
        extents.see(column, value)
        sums.see(column, value)
      }
    }
    const most = block.list?.more || !block.list ? count : block.list.blank
    if (count > most) this.#report.add('too-many-rows', at, { count: String(count), limit: String(most) })
    for (const { format, rows: limit } of this.#entries.surroundings.limits)
      if (count > limit)
        this.#report.add('too-many-rows-for-format', at, { count: String(count), limit: String(limit), format })
    for (const leaf of place.leaves) if (place.wrong.has(leaf.path)) this.#filled.wrong.add(`${path}[].${leaf.path}`)
    if (count > 0) this.#filled.lists.set(path, { count, rows, extents, sums })
  }
}

/** The text at `a.b` of nested maps. */
function scalarAt(item: Located, path: string): LocatedScalar | undefined {
  let found: Located | undefined = item
  for (const key of path.split('.')) found = found?.kind === 'map' ? found.entries.get(key)?.value : undefined
  return found?.kind === 'scalar' ? found : undefined
}

/** The keys of a named row, or of a group the rows in it. */
const rowKeys = (entries: Entries, row: Row, { block, leaves }: { block: Block; leaves: readonly Leaf[] }): string[] =>
  row.children.length > 0 ? row.children.map(({ id }) => id) : openKeys(entries, leavesInRow(leaves, block, row))

/** Keys of a block that name neither a row nor a column. */
function keysBeside({ list, columns }: Block): string[] {
  return [
    ...(list ? ['list', 'file'] : []),
    ...(list?.total ? ['total'] : []),
    ...(moreColumn(columns) ? ['added'] : []),
  ]
}

function filledIn(map: LocatedMap, key: string) {
  const entry = map.entries.get(key)
  return entry && !isBlank(entry.value) ? entry : undefined
}

/** All rows of a list, where it is said what is wrong. */
const rowsOf = (path: string): string => `${path}[]`
