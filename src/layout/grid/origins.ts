import type { Span } from '../../diagnostics/index.ts'
import {
  type Block,
  type Column,
  type Content,
  type FilledForm,
  leafColumns,
  leafRows,
  type Placed,
  type Table,
  type Text,
} from '../../model/index.ts'
import { figuresIn } from '../../text/figures.ts'

/**
 * Where that was written which makes a table unprintable: in the data, where the filler added columns or wrote the
 * figures, else at the figures or the table in the definition.
 */
export class Origins {
  readonly #table: Table
  readonly #filled: FilledForm
  readonly #added: readonly Column[]
  readonly #blocks: readonly { readonly block: Block; readonly path: string }[]

  constructor(table: Table, filled: FilledForm) {
    this.#table = table
    this.#filled = filled
    this.#added = [...filled.added].flatMap(([more, columns]) => (this.#holds(more) ? columns : []))
    this.#blocks = [...blocksIn(table.content, table.path)]
  }

  /** @param excess how many columns the table has more than it may */
  tooMany(excess: number): Span {
    return this.#added.at(-Math.min(excess, this.#added.length))?.at ?? this.#table.at
  }

  /** Of a cell that has too little room: its own added column, else the last one, which took the room, else its column. */
  ofCell(id: string): Span {
    const added = this.#added.find((column) => isOf(column, id)) ?? this.#added.at(-1)
    return (added ?? this.#columnOf(id) ?? this.#table).at
  }

  /** The column of the definition under whose label a cell stands, or whose label it is. */
  #columnOf(id: string): Column | undefined {
    for (const { block, path } of this.#blocks) {
      if (!id.startsWith(path)) continue
      const found = treeOf(block.columns).findLast(
        ({ path: own }) => id.startsWith(`${own}:`) || id.endsWith(own.slice(path.length)),
      )
      if (found) return found
    }
    return undefined
  }

  /** Of a field in the definition. */
  ofField(path: string): Span {
    return nodeAt(this.#table.content, path)?.at ?? this.#table.at
  }

  /** Where a field of the table was filled in; nothing where the cell is of no field or was not. */
  ofValue(path: string): Span | undefined {
    return nodeAt(this.#table.content, path)?.content.kind === 'entry' ? this.#filled.values.get(path)?.at : undefined
  }

  /** Of the longest figure. */
  ofFigures(): Span {
    const values = [...this.#filled.values]
      .filter(([path, { figure }]) => figure !== undefined && this.#holds(path))
      .map(([, { text, at }]) => ({ length: text.length, at }))
    const extents = [...this.#filled.lists]
      .filter(([path]) => this.#holds(path))
      .flatMap(([, list]) => [...list.extents.values()])
      .map(({ text, figure, at }) => ({ length: Math.max(text.length, figure.length), at }))
    const printed = this.#blocks
      .flatMap(({ block }) => constantsIn(block))
      .flatMap(({ source, at }) => figuresIn(source).map(({ length }) => ({ length, at })))
    const [longest] = [...values, ...extents, ...printed].filter(({ at }) => at).toSorted((a, b) => b.length - a.length)
    return longest?.at ?? this.#table.at
  }

  #holds(path: string): boolean {
    return path === this.#table.path || path.startsWith(`${this.#table.path}.`)
  }
}

/** The blocks in a table's content, each with its path. */
function* blocksIn(content: Content, path: string): Generator<{ block: Block; path: string }> {
  if (content.kind === 'stack') for (const child of content.children) yield* blocksIn(child.content, child.path)
  if (content.kind === 'block') yield { block: content, path }
}

/** The texts that the form itself prints in cells under column labels. */
function constantsIn({ rows, columns }: Block): Text[] {
  const values = [
    ...leafRows(rows).flatMap(({ cells }) => [...cells.values()]),
    ...leafColumns(columns).map(({ ask }) => ask.value),
  ]
  return values.flatMap((value) => (value?.kind === 'text' ? [value.text] : []))
}

const treeOf = (columns: readonly Column[]): Column[] =>
  columns.flatMap((column) => [column, ...treeOf(column.children)])

function nodeAt(content: Content, path: string): Placed | undefined {
  const nodes = content.kind === 'stack' ? content.children : content.kind === 'fields' ? content.fields : []
  for (const node of nodes) {
    if (node.path === path) return node
    if (path.startsWith(`${node.path}.`)) return nodeAt(node.content, path)
  }
  return undefined
}

/** Its label, its unit, or a cell under them; within a row a cell is known by the ends of the column's path. */
const isOf = ({ path }: Column, id: string): boolean =>
  id.startsWith(`${path}:`) || id.endsWith(`.${path.split('.').slice(-2).join('.')}`)
