import type { Span } from '../../diagnostics/index.ts'
import type { Column, Content, FilledForm, Placed, Table } from '../../model/index.ts'

/**
 * Where that was written which makes a table unprintable: in the data, where the filler added columns or wrote the
 * figures, else at the table in the definition.
 */
export class Origins {
  readonly #table: Table
  readonly #filled: FilledForm
  readonly #added: readonly Column[]

  constructor(table: Table, filled: FilledForm) {
    this.#table = table
    this.#filled = filled
    this.#added = [...filled.added].flatMap(([more, columns]) => (this.#holds(more) ? columns : []))
  }

  /** @param excess how many columns the table has more than it may */
  tooMany(excess: number): Span {
    return this.#added.at(-Math.min(excess, this.#added.length))?.at ?? this.#table.at
  }

  /** Of a cell that has too little room: its own added column, else the last one, which took the room. */
  ofCell(id: string): Span {
    return (this.#added.find((column) => isOf(column, id)) ?? this.#added.at(-1))?.at ?? this.#table.at
  }

  /** Of a field in the definition. */
  ofField(path: string): Span {
    return nodeAt(this.#table.content, path)?.at ?? this.#table.at
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
    const [longest] = [...values, ...extents].filter(({ at }) => at).toSorted((a, b) => b.length - a.length)
    return longest?.at ?? this.#table.at
  }

  #holds(path: string): boolean {
    return path === this.#table.path || path.startsWith(`${this.#table.path}.`)
  }
}

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
