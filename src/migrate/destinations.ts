import type { Ask, Block, Column, Content, Form, Row } from '../model/index.ts'
import { blockCell, type Cell, entryCell, type RowPlace } from './cells.ts'

/** What one cell becomes in the other edition. */
export interface Destination {
  /** The cell in each edition. */
  readonly cells: readonly [from: Cell, to: Cell]
  /** Where data of the other edition write it. */
  readonly path: string
}

/** A column or row of the other edition in its block. */
interface Within<N> {
  readonly node: N
  readonly block: Block
  /** Path of the block. */
  readonly at: string
}

/** What is filled in at a path, and whether one of what it stands among is a signature. */
export type Contents = readonly [path: string, content: Content, besideSignature: boolean]

/** What a field asks that is filled in itself. */
interface Asked {
  readonly ask: Ask
  readonly besideSignature: boolean
}

interface Forms {
  readonly from: Form
  readonly to: Form
}

/**
 * Where single cells stand in the other edition, whatever holds them there: a field, the only row of a block, a named
 * row. Rows of lists have no names by which those of two lists could correspond: none of their cells is here.
 */
export class Destinations {
  readonly #forms: Forms
  readonly #pairs: ReadonlyMap<string, string>
  readonly #entries = new Map<string, Asked>()
  readonly #columns = new Map<string, Within<Column>>()
  readonly #rows = new Map<string, Within<Row>>()
  readonly #claimed = new Set<string>()

  /** @param contents of the other edition, by path */
  constructor(forms: Forms, pairs: ReadonlyMap<string, string>, contents: Iterable<Contents>) {
    this.#forms = forms
    this.#pairs = pairs
    for (const [at, content, besideSignature] of contents)
      if (content.kind === 'entry') this.#entries.set(at, { ask: content.ask, besideSignature })
      else if (content.kind === 'block') {
        for (const node of withDescendants(content.columns)) this.#columns.set(node.path, { node, block: content, at })
        for (const node of withDescendants(content.rows)) this.#rows.set(node.path, { node, block: content, at })
      }
  }

  /** Of a field or section that is filled in itself. */
  ofEntry({ ask, besideSignature }: Asked, target: string): Destination | undefined {
    return this.#single(entryCell(this.#forms.from, ask, besideSignature), target)
  }

  /**
   * Of a cell of a block at a path. Of its row and its column the one that went to another block says to which; the
   * other is there by its ids.
   */
  ofCell(block: Block, at: string, column: Column, place: RowPlace): Destination | undefined {
    const target = this.#pairs.get(column.path)
    const from = blockCell(this.#forms.from, block, column, within(column.path, at), place)
    if (place.of === 'single') return target === undefined ? undefined : this.#single(from, target)
    if (place.of !== 'row' || !place.row) return undefined
    const found = this.#inRow(at, column, place.row)
    if (!found) return undefined
    const { column: other, row } = found
    const inBlock = within(other.node.path, other.at)
    const to = blockCell(this.#forms.to, other.block, other.node, inBlock, { of: 'row', row })
    return { cells: [from, to], path: `${row.path}.${inBlock}` }
  }

  /** Takes a place for a value that went there; false where another has come to it. */
  claim(path: string): boolean {
    if (this.#claimed.has(path)) return false
    this.#claimed.add(path)
    return true
  }

  /** A field, or a cell of a block that has one row. */
  #single(from: Cell, target: string): Destination | undefined {
    const asked = this.#entries.get(target)
    if (asked) return { cells: [from, entryCell(this.#forms.to, asked.ask, asked.besideSignature)], path: target }
    const column = this.#columns.get(target)
    if (!column || column.node.children.length > 0 || !isSingle(column.block)) return undefined
    const to = blockCell(this.#forms.to, column.block, column.node, within(target, column.at), { of: 'single' })
    return { cells: [from, to], path: target }
  }

  #inRow(at: string, column: Column, row: Row): { readonly column: Within<Column>; readonly row: Row } | undefined {
    const home = this.#pairs.get(at)
    const c = this.#columns.get(this.#pairs.get(column.path) ?? '')
    const r = this.#rows.get(this.#pairs.get(row.path) ?? '')
    const columnMoved = c !== undefined && c.at !== home
    const rowMoved = r !== undefined && r.at !== home
    if (columnMoved && rowMoved && c.at !== r.at) return undefined
    const there = columnMoved ? c.at : r?.at
    if (there === undefined) return undefined
    const ofColumn = counterpart(this.#columns, there, c, within(column.path, at))
    const ofRow = counterpart(this.#rows, there, r, within(row.path, at))
    if (!ofColumn || !ofRow || ofColumn.node.children.length > 0 || ofRow.node.children.length > 0) return undefined
    return { column: ofColumn, row: ofRow.node }
  }
}

/** One row, filled in without a name. */
export const isSingle = ({ rows, list }: Block): boolean => rows.length === 0 && !list

/** What stands in the block at `there`: what is known to, or what has the ids there that it has elsewhere. */
function counterpart<N extends { readonly path: string }>(
  all: ReadonlyMap<string, Within<N>>,
  there: string,
  known: Within<N> | undefined,
  own: string,
): Within<N> | undefined {
  if (known?.at === there) return known
  const renamed = known && all.get(`${there}.${within(known.node.path, known.at)}`)
  return renamed ?? all.get(`${there}.${own}`)
}

const within = (path: string, block: string): string => path.slice(block.length + 1)

const withDescendants = <N extends { readonly children: readonly N[] }>(nodes: readonly N[]): N[] =>
  nodes.flatMap((node) => [node, ...withDescendants(node.children)])
