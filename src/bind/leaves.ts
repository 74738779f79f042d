import {
  type Ask,
  type Block,
  type Column,
  cellUnit,
  type Form,
  hasTotal,
  isGap,
  isNumeric,
  type Row,
  valueInRow,
  withoutNotes,
} from '../model/index.ts'

/** A column without columns below it. Where the form prints its cells, `ask` is closed. */
export interface Leaf {
  readonly column: Column
  /** How data name it within the block. */
  readonly path: string
  readonly ask: Ask
  /** The spanners that it stands under, outermost first. */
  readonly above: readonly Column[]
}

const closed = (leaf: Leaf): Leaf => ({ ...leaf, ask: { ...leaf.ask, value: { kind: 'closed' } } })

/**
 * The leaves of a block as the one row of values or a row of its list asks for them, the added columns in place of the
 * `more` column.
 */
export function leavesOf(block: Block, path: string, added: ReadonlyMap<string, readonly Column[]>): Leaf[] {
  const walk = (columns: readonly Column[], above: readonly Column[]): Leaf[] =>
    columns.flatMap((column) => {
      if (column.kind === 'more') return walk(added.get(column.path) ?? [], above)
      if (column.children.length > 0) return walk(column.children, [...above, column])
      // Lines for a signature stand in cells of fields and sections alone.
      const { sign: _, ...ask } = column.ask
      const leaf = { column, path: column.path.slice(path.length + 1), ask, above }
      const asked = column.kind === 'data' || (column.kind === 'stub' && block.list !== undefined)
      return asked && !column.given ? leaf : closed(leaf)
    })
  return walk(block.columns, [])
}

/** The same in a named row: its label is printed, and single cells may be its own. */
export function leavesInRow(leaves: readonly Leaf[], block: Block, row: Row): Leaf[] {
  const gap = isGap(row, block.columns)
  return leaves.map((leaf) => {
    const { column, path, ask } = leaf
    if (gap || column.kind !== 'data' || column.given) return closed(leaf)
    const value = valueInRow(column, row, path)
    const unit = isNumeric(ask.type) ? cellUnit(block, row, column) : ask.unit
    if (!value && unit === ask.unit) return leaf
    return { ...leaf, ask: { ...ask, ...(value && { value }), ...(unit && { unit }) } }
  })
}

/** The same in the total row of a list: it has figures that add up, and its label. */
export const leavesInTotal = (leaves: readonly Leaf[]): Leaf[] =>
  leaves.map((leaf) => (leaf.column.kind === 'data' && hasTotal(leaf.ask) ? ofTotal(leaf) : closed(leaf)))

/** What bounds a row does not bound the sum of all. */
const ofTotal = ({ ask: { min: _, max: __, ...ask }, ...leaf }: Leaf): Leaf => ({ ...leaf, ask })

export function moreColumn(columns: readonly Column[]): Column | undefined {
  for (const column of columns) {
    const found = column.kind === 'more' ? column : moreColumn(column.children)
    if (found) return found
  }
  return undefined
}

/** A column's label without the marks of its notes; undefined where none is printed. */
export function labelOf(form: Form, { path, label }: Column): string | undefined {
  const printed = form.labels.get(path)
  const text = printed ? withoutNotes(printed) : (label?.source ?? '')
  return text === '' ? undefined : text
}
