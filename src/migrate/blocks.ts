import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml'
import { type Block, type Column, leafColumns, type Row } from '../model/index.ts'
import { blockCell, type Cell, type RowPlace } from './cells.ts'
import { handedOver, handOverRow } from './computed.ts'
import { csvText } from './csv.ts'
import { isSingle } from './destinations.ts'
import { isBlank, place } from './source.ts'
import { type LossCode, nowhere, type Walk } from './walk.ts'

/** One block in both editions, and its path in each. */
export interface Sides {
  readonly from: Block
  readonly to: Block
  readonly path: string
  readonly target: string
  /** Why values stay behind that have no place; absent: because they have none. */
  readonly lost?: LossCode
}

/** The row whose cells are read: in the source, in the other edition, and its number from 0 in a list. */
export interface InRow {
  readonly from: RowPlace
  readonly to: RowPlace
  readonly number?: number
  /** The block of the other edition does not have it. */
  readonly gone?: boolean
}

/** What goes elsewhere in its block or row, once all else stands where it belongs. */
type Moved = { readonly ids: readonly string[]; readonly node: unknown }[]

const alike = (of: RowPlace['of'], number?: number): InRow => ({
  from: { of },
  to: { of },
  ...(number === undefined ? {} : { number }),
})

/** Carries the values of a block: one row, named rows, a list in the data or in a CSV file, its total row. */
export class BlockWalk {
  readonly #walk: Walk

  constructor(walk: Walk) {
    this.#walk = walk
  }

  walk(value: unknown, sides: Sides): unknown {
    const { from, to, path, target } = sides
    if (isSeq(value) && to.list) return this.#list(value.items, value, sides)
    if (isSeq(value) || !isMap(value)) return this.#walk.lose(value, path, sides.lost ?? 'migrate-shape')
    if (to !== none && isSingle(from) !== isSingle(to)) return this.leave(value, from, path, 'migrate-shape')
    const moved: Moved = []
    this.#walk.pairsIn(value, ({ id, pair }) => {
      if (id === 'added' && moreOf(from)) return this.#added(pair, sides)
      if (from.list && listKeys.has(id)) return this.#listKey(id, pair, sides)
      if (isSingle(from)) return this.#cell(pair, [id], sides, alike('single'), moved)
      return this.#row(pair, from.rows, `${path}.${id}`, target, sides, moved)
    })
    for (const { ids, node } of moved) place(value, ids, node)
    return value.items.length > 0 ? value : undefined
  }

  /** A block that the other edition does not have, or fills in another way: what was in it may have gone elsewhere. */
  leave(value: unknown, from: Block, path: string, lost: LossCode): undefined {
    this.walk(value, { from, to: none, path, target: nowhere, lost })
  }

  #added(pair: Pair, sides: Sides): Pair | undefined {
    const { from, to, path } = sides
    const more = moreOf(from)
    const target = more && this.#walk.pairs.get(more.path)
    if (target === undefined || moreOf(to)?.path !== target) return this.#lose(pair.value, `${path}.added`, sides)
    this.#walk.kept(pair.value)
    return pair
  }

  #listKey(id: string, pair: Pair, sides: Sides): Pair | undefined {
    const { path, to } = sides
    const { value } = pair
    if (isBlank(value)) return pair
    if (id === 'total') {
      if (!isMap(value) || !to.list?.total) return this.#lose(value, `${path}.total`, sides)
      return this.#cells(value, sides, alike('total')) ? pair : undefined
    }
    if (!to.list) {
      const code = sides.lost ?? 'migrate-shape'
      if (id !== 'file' || !this.loseFile(value, path, code)) this.#walk.lose(value, path, code)
      return undefined
    }
    if (id === 'file') return this.#file(pair, sides)
    if (isSeq(value)) this.#list(value.items, value, sides)
    return pair
  }

  #list(items: unknown[], value: unknown, sides: Sides): unknown {
    const limit = mostRows(sides.to)
    const handed = handedOver(sides, alike('list'), this.#walk)
    for (const [n, item] of items.entries())
      if (n >= limit) this.#tooMany(item, sides.path, limit)
      else if (isMap(item)) {
        this.#cells(item, sides, alike('list', n))
        handOverRow(item, n, sides, handed, this.#walk)
      }
    if (items.length > limit) {
      this.#walk.source.touch()
      items.splice(limit)
    }
    return value
  }

  #tooMany(item: unknown, path: string, limit: number): void {
    const { ledger } = this.#walk
    const before = ledger.changes.length
    this.#walk.lose(item, path)
    for (const { at, value, path: column } of ledger.changes.splice(before))
      ledger.add('migrate-too-many', column, at, value, { limit: String(limit), block: path })
  }

  #file(pair: Pair, sides: Sides): Pair {
    const { csv, relocated } = this.#walk.migration
    const { value } = pair
    const list = isScalar(value) ? csv(String(value.value), sides.path) : undefined
    if (!list || !isScalar(value)) return pair
    const name = String(value.value)
    const written = csvText(list, sides, this.#walk)
    if (!written) this.#walk.source.change(value, relocated(name))
    else {
      const own = this.#ownName(name)
      this.#walk.files.set(own, written)
      this.#walk.source.change(value, own)
    }
    return pair
  }

  /** A name of its own for each list: two may name files of one name, or one file that they read otherwise. */
  #ownName(name: string): string {
    const { files, migration } = this.#walk
    const wanted = migration.csvName(name)
    let own = wanted
    for (let n = 2; files.has(own); n++) own = wanted.replace(/\.csv$/, `-${n}.csv`)
    return own
  }

  /** Tells of every value of a CSV file that has no place; whether there is such a file. */
  loseFile(value: unknown, path: string, code: LossCode): boolean {
    const list = isScalar(value) ? this.#walk.migration.csv(String(value.value), path) : undefined
    for (const record of list?.records ?? [])
      for (const [n, { text, at }] of record.entries()) {
        const column = list?.header[n]?.path
        if (column !== undefined && text.trim() !== '')
          this.#walk.ledger.add(code, `${path}.${column}`, at, text.trim())
      }
    return list !== undefined
  }

  /** @param above path of what the row stands under in the other edition, if it stays there */
  #row(pair: Pair, rows: readonly Row[], path: string, above: string, sides: Sides, moved: Moved): Pair | undefined {
    const target = this.#walk.pairs.get(path)
    const [row, other] = [rowAt(rows, path), target === undefined ? undefined : rowAt(sides.to.rows, target)]
    const { value } = pair
    if (row && !other && row.children.length > 0 && isMap(value)) {
      this.#walk.pairsIn(value, ({ id, pair: inner }) =>
        this.#row(inner, row.children, `${path}.${id}`, nowhere, sides, moved),
      )
      return undefined
    }
    if (row && !other && isMap(value)) {
      this.#cells(value, sides, { from: { of: 'row', row }, to: { of: 'row' }, gone: true })
      return undefined
    }
    if (!row || !other || target === undefined) return this.#lose(value, path, sides)
    if (isMap(value)) {
      const grouped = row.children.length > 0
      if (grouped !== other.children.length > 0) return this.#walk.lose(value, path, 'migrate-shape')
      if (grouped)
        this.#walk.pairsIn(value, ({ id, pair: inner }) =>
          this.#row(inner, row.children, `${path}.${id}`, target, sides, moved),
        )
      else this.#cells(value, sides, { from: { of: 'row', row }, to: { of: 'row', row: other } })
      if (value.items.length === 0) return undefined
    }
    return this.#placed(pair, value, target, above, sides.target, moved)
  }

  /** The pair under its id in the other edition; elsewhere within `within` it moves. */
  #placed(pair: Pair, node: unknown, target: string, above: string, within: string, moved: Moved): Pair | undefined {
    if (this.#walk.settle(pair, node, target, above)) return pair
    moved.push({ ids: target.slice(within.length + 1).split('.'), node })
    return undefined
  }

  /** The cells of one row; whether anything of it is left. */
  #cells(map: YAMLMap, sides: Sides, row: InRow): boolean {
    const moved: Moved = []
    this.#walk.pairsIn(map, ({ id, pair }) => this.#cell(pair, [id], sides, row, moved))
    for (const { ids, node } of moved) place(map, ids, node)
    return map.items.length > 0
  }

  /** @param ids of the column, below those of its spanners */
  #cell(pair: Pair, ids: readonly string[], sides: Sides, row: InRow, moved: Moved): Pair | undefined {
    const path = [sides.path, ...ids].join('.')
    const told = [rowPath(sides.path, row), ...ids].join('.')
    const target = this.#walk.pairs.get(path)
    const [from, to] = [columnAt(sides.from, path), target === undefined ? undefined : columnAt(sides.to, target)]
    const stays = from && to && target !== undefined && !row.gone
    if (from && !stays && from.children.length > 0 && isMap(pair.value)) {
      this.#walk.pairsIn(pair.value, ({ id, pair: inner }) => this.#cell(inner, [...ids, id], sides, row, moved))
      return undefined
    }
    if (from && !stays) return this.#elsewhere(pair.value, from, told, sides, row)
    if (!stays) return this.#lose(pair.value, told, sides)
    const node = isBlank(pair.value)
      ? pair.value
      : this.#value(pair.value, { from, to, ids, target, told }, sides, row, moved)
    if (node === undefined) return undefined
    const above =
      ids.length === 1 ? sides.target : (this.#walk.pairs.get(path.slice(0, path.lastIndexOf('.'))) ?? nowhere)
    return this.#placed(pair, node, target, above, sides.target, moved)
  }

  /** A cell that is not in the block of the other edition: carried to where it is now, or told. */
  #elsewhere(value: unknown, column: Column, told: string, sides: Sides, row: InRow): undefined {
    const { destinations, pairs } = this.#walk
    if (isBlank(value)) return undefined
    const there = column.kind === 'data' ? destinations.ofCell(sides.from, sides.path, column, row.from) : undefined
    if (there && destinations.claim(there.path)) {
      const node = this.#walk.cell(value, ...there.cells, { path: told, target: there.path })
      if (node !== undefined) this.#walk.move(there.path, node)
      return undefined
    }
    const isKnown = pairs.has(column.path) && (!row.gone || pairs.has(row.from.row?.path ?? ''))
    return this.#walk.lose(value, told, isKnown ? 'migrate-shape' : sides.lost)
  }

  #lose = (value: unknown, path: string, { lost }: Sides): undefined => this.#walk.lose(value, path, lost)

  #value(
    value: unknown,
    column: { from: Column; to: Column; ids: readonly string[]; target: string; told: string },
    sides: Sides,
    row: InRow,
    moved: Moved,
  ): unknown {
    const { from, to, ids, target, told } = column
    if (from.kind === 'more') return to.kind === 'more' ? this.#walk.kept(value) : this.#walk.lose(value, told)
    if (from.children.length > 0 && to.children.length > 0 && isMap(value)) {
      this.#walk.pairsIn(value, ({ id, pair }) => this.#cell(pair, [...ids, id], sides, row, moved))
      return value.items.length > 0 ? value : undefined
    }
    if (from.children.length > 0 || to.children.length > 0) return this.#walk.lose(value, told, 'migrate-shape')
    const inRow = target.slice(sides.target.length + 1)
    const at = { path: told, target: `${targetRow(sides.target, row)}.${inRow}` }
    return this.#walk.cell(value, ...this.cells(sides, [from, to], row), at)
  }

  /** A column's cell in a row, in both editions. */
  cells({ from, to, path, target }: Sides, [column, other]: readonly [Column, Column], row: InRow): [Cell, Cell] {
    const { migration } = this.#walk
    return [
      blockCell(migration.from, from, column, column.path.slice(path.length + 1), row.from),
      blockCell(migration.to, to, other, other.path.slice(target.length + 1), row.to),
    ]
  }
}

/** Stands for the block of an edition that has none. */
const none: Block = { kind: 'block', columns: [], rows: [], unitAt: 'none', codesAt: 'top', header: 'level' }

const listKeys: ReadonlySet<string> = new Set(['list', 'file', 'total'])

/** Rows that a list takes. */
export const mostRows = ({ list }: Block): number => (list && !list.more ? list.blank : Number.POSITIVE_INFINITY)

const rowPath = (block: string, { from }: InRow): string =>
  from.row ? from.row.path : from.of === 'total' ? `${block}.total` : block

/** Path of a row of the other edition. */
export const targetRow = (block: string, { to, number }: InRow): string =>
  to.row ? to.row.path : number !== undefined ? `${block}[${number}]` : to.of === 'total' ? `${block}.total` : block

/** The column of that path, spanners among them. */
export function columnAt({ columns }: Block, path: string): Column | undefined {
  return nodeAt(columns, path)
}

const rowAt = (rows: readonly Row[], path: string): Row | undefined => nodeAt(rows, path)

function nodeAt<N extends { readonly path: string; readonly children: readonly N[] }>(
  nodes: readonly N[],
  path: string,
): N | undefined {
  const found = nodes.find((each) => path === each.path || path.startsWith(`${each.path}.`))
  return !found || found.path === path ? found : nodeAt(found.children, path)
}

const moreOf = ({ columns }: Block): Column | undefined => leafColumns(columns).find(({ kind }) => kind === 'more')
