import type { GridCell, GridRow, GridTable } from '../model/index.ts'
import type { SetCell, SetRow } from './heights.ts'

const headings: ReadonlySet<GridRow['role']> = new Set(['header', 'unit', 'code', 'label'] as const)

/** Rows of column labels that stand together below the header of a table: of a list in a section, of a block. */
interface Group {
  readonly rows: SetRow[]
  readonly ids: Set<string>
}

/**
 * Follows a table's rows and knows the column labels that stand over those to come, so that a page on which a list in a
 * section goes on can print them again.
 */
export class InnerHeaders {
  readonly #table: GridTable
  #group: Group = { rows: [], ids: new Set() }
  #open = false

  constructor(table: GridTable) {
    this.#table = table
  }

  /** A row has been placed. */
  pass(set: SetRow): void {
    const { row } = set
    const labels = row.cells.filter(({ scope }) => scope === 'column')
    const heads = headings.has(row.role) && labels.length > 0
    if (heads) {
      if (!this.#open) this.#group = { rows: [], ids: new Set() }
      if (!set.begun) this.#group.rows.push(set)
      for (const { id } of labels) this.#group.ids.add(id)
    }
    this.#open = heads || (this.#open && headings.has(row.role))
  }

  /**
   * The labels over a row as rows to be printed again; none where it has none, or they are higher than `most` pt. What
   * stands beside them is left empty.
   */
  over(set: SetRow | undefined, most: number): SetRow[] {
    const { rows, ids } = this.#group
    if (set === undefined || headings.has(set.row.role)) return []
    if (!set.row.cells.some(({ headers = [] }) => headers.some((id) => ids.has(id)))) return []
    const height = rows.reduce((sum, each) => sum + each.height, 0)
    return height > most ? [] : this.#again(rows)
  }

  #again(rows: readonly SetRow[]): SetRow[] {
    const columns = this.#table.columns.length
    const taken = rows.map(() => new Array<boolean>(columns).fill(false))
    const kept = rows.map((set, at) =>
      [...set.single, ...set.spanning].filter(({ cell }) => {
        const keeps = cell.scope === 'column' && at + cell.rowSpan <= rows.length
        if (keeps) cover(taken, at, cell)
        return keeps
      }),
    )
    return rows.map((set, at) => {
      for (const cell of fillers(set, taken, at)) kept[at]?.push(cell)
      const cells = kept[at] as SetCell[]
      const spanning = cells.filter(({ cell }) => cell.rowSpan > 1)
      return { ...set, single: cells.filter(({ cell }) => cell.rowSpan === 1), spanning }
    })
  }
}

function cover(taken: boolean[][], from: number, { column, colSpan, rowSpan }: GridCell): void {
  for (const row of taken.slice(from, from + rowSpan)) row.fill(true, column, column + colSpan)
}

/** Empty cells over the slots that are still free in the row `at`, each as high as it is free with all its columns. */
function fillers({ row }: SetRow, taken: boolean[][], at: number): SetCell[] {
  const cells: SetCell[] = []
  const free = (line: readonly boolean[], from: number, to: number): boolean => !line.slice(from, to).includes(true)
  const here = taken[at] as boolean[]
  for (let column = 0; column < here.length; column++) {
    if (here[column]) continue
    let end = column + 1
    while (end < here.length && !here[end]) end++
    let rowSpan = 1
    while (at + rowSpan < taken.length && free(taken[at + rowSpan] as boolean[], column, end)) rowSpan++
    const cell: GridCell = {
      id: `${row.id}:beside${column}`,
      column,
      colSpan: end - column,
      rowSpan,
      role: 'open',
      style: 'cellLabel',
      content: [],
      input: false,
    }
    cover(taken, at, cell)
    cells.push({ cell, lines: [], lineHeight: 0, spare: 0, padding: 0, again: false, inset: 0 })
  }
  return cells
}
