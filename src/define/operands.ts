import { nearest } from '../diagnostics/index.ts'
import { type Block, type Column, type Formula, hasTotal, type Row, type Unit } from '../model/index.ts'

/** What a name of a formula may stand for. */
export type Kind = 'entry' | 'column' | 'row' | 'cell' | 'spanner' | 'group' | 'block' | 'more' | 'printed' | 'closed'

export interface BlockAt {
  readonly path: string
  readonly block: Block
}

export interface Named {
  readonly path: string
  readonly kind: Kind
  /** Of an entry. */
  readonly unit?: Unit
  readonly of?: BlockAt
  readonly row?: Row
  readonly column?: Column
}

/** A formula, the node it fills and where its names are looked for first: among what stands beside `scope`. */
export interface Asking {
  readonly formula: Formula
  readonly filling: Named
  readonly scope: string
}

/** Everything a formula may name, by path, and the formulas. */
export class Index {
  readonly nodes = new Map<string, Named>()
  readonly asking: Asking[] = []

  add(named: Named, formula?: Formula, scope = named.path): void {
    this.nodes.set(named.path, named)
    if (formula) this.asking.push({ formula, filling: named, scope })
  }

  /** Names resolve outward: the first segment among the siblings, then a level up, and so on. */
  resolve(name: string, from: string): Named | undefined {
    const [first = ''] = name.split('.')
    const scope = from.split('.')
    while (scope.length > 0) {
      scope.pop()
      const prefix = scope.length > 0 ? `${scope.join('.')}.` : ''
      if (this.nodes.has(prefix + first)) return this.nodes.get(prefix + name) ?? this.#cell(prefix + name)
    }
    return undefined
  }

  /** A path to a cell: a block's row (or the total of its list), then a column. Not held: a block may have many. */
  #cell(path: string): Named | undefined {
    const ids = path.split('.')
    for (let length = ids.length - 1; length > 1; length--) {
      const above = ids.slice(0, length).join('.')
      const rest = ids.slice(length).join('.')
      const row = this.nodes.get(above)
      if (row?.kind === 'row' && row.row && row.of) return this.#crossing(path, row.of, rest, row.row)
      const block = ids[length - 1] === 'total' ? this.nodes.get(ids.slice(0, length - 1).join('.'))?.of : undefined
      if (block?.path !== ids.slice(0, length - 1).join('.') || !block.block.list?.total) continue
      return this.#crossing(path, block, rest)
    }
    return undefined
  }

  /** @param row absent: the total of the list */
  #crossing(path: string, of: BlockAt, within: string, row?: Row): Named | undefined {
    const found = this.nodes.get(`${of.path}.${within}`)
    const { column } = found ?? {}
    if (!found || !column) return undefined
    if (found.kind !== 'column') return { ...found, path }
    if (!row) return hasTotal(column.ask) ? { path, kind: 'cell', of, column } : undefined
    const own = row.cells.get(within) ?? column.ask.value
    return { path, kind: own?.kind === 'closed' ? 'closed' : 'cell', of, column, row }
  }

  /** The nearest name that would resolve from there: a path that ends so, else one written much like it. */
  near(name: string, from: string): string {
    const within = this.#within(name, from)
    if (within !== undefined) return within
    const ids = [...new Set([...this.nodes.keys()].flatMap((path) => path.split('.')))]
    const known = ids.filter((id) => this.resolve(id, from))
    return nearest(name, known) ?? ''
  }

  /** The one path with this end below the node that stands nearest around `from`; undefined where there are several. */
  #within(name: string, from: string): string | undefined {
    const ending = [...this.nodes.keys()].filter((path) => path.endsWith(`.${name}`))
    const scope = from.split('.')
    while (ending.length > 0 && scope.length > 1) {
      scope.pop()
      const prefix = `${scope.join('.')}.`
      const found = ending.filter((path) => path.startsWith(prefix))
      const [only = ''] = found
      if (found.length > 1) return undefined
      const rest = only.slice(prefix.length)
      if (found.length === 1) return this.resolve(rest, from)?.path === only ? rest : undefined
    }
    return undefined
  }
}

/**
 * What a name stands for where that is no single figure, in words of the diagnostics; undefined where it is one. A
 * column means this row's cell and a row this column's only within their block; elsewhere `sum` adds the column up.
 */
export function vague({ kind, of }: Named, asking: Named, summed: boolean): string | undefined {
  if (kind === 'entry' || kind === 'cell') return undefined
  if (kind !== 'column' && kind !== 'row') return kind
  if (of?.path === asking.of?.path) return undefined
  if (kind === 'row') return kind
  const { rows = [], list } = of?.block ?? {}
  if (summed || (rows.length === 0 && !list)) return undefined
  return list ? 'list column' : kind
}
