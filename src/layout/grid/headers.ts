import type { GridCell, GridRow } from '../../model/index.ts'

/** A cell that heads others, with the rows it covers: `from` to before `to`. */
interface Header {
  readonly cell: GridCell
  readonly from: number
  readonly to: number
  /** The row from which it heads nothing more: the end of the section it stands in. */
  readonly until: number
}

/**
 * Names for every cell of a table the cells that head it, where scopes alone would name others: where column labels
 * stand below the header, each in its section. A column is headed by the header of the table and by the nearest labels
 * above within the section that are as wide as it, a row by the nearest labels on its left and by those of what encloses it.
 */
export const withHeaders = (rows: Iterable<GridRow>, headerRows: number): Iterable<GridRow> => ({
  *[Symbol.iterator]() {
    const headers = new Headers(headerRows)
    let index = 0
    for (const row of rows) yield { ...row, cells: headers.next(row.cells, index++) }
  },
})

/** Follows the headers down a table. */
class Headers {
  readonly #headerRows: number
  /** By column: the header of the table. */
  readonly #top: Header[][] = []
  /** By column: the nearest labels above, and whether nothing has stood below them yet. */
  readonly #nearest: { labels: Header[]; open: boolean }[] = []
  /** Row labels that cover the row. */
  #rowLabels: Header[] = []

  constructor(headerRows: number) {
    this.#headerRows = headerRows
  }

  next(cells: readonly GridCell[], row: number): GridCell[] {
    this.#rowLabels = this.#rowLabels.filter(({ to }) => to > row)
    const begun = cells.map((cell): Header => ({ cell, from: row, to: row + cell.rowSpan, until: 0 }))
    this.#rowLabels.push(...begun.filter(({ cell }) => cell.scope === 'row'))
    const headed = begun.map((each) => ({ ...each.cell, headers: this.#over(each) }))
    for (const each of begun) this.#pass(each, row)
    return headed
  }

  /** Ids of what heads a cell: row labels from left to right, then column labels from top to bottom. */
  #over(each: Header): string[] {
    const { cell, from } = each
    const columns = Array.from({ length: cell.colSpan }, (_, n) => cell.column + n)
    const top = columns.flatMap((column) => this.#top[column] ?? [])
    const near = columns.flatMap((column) => {
      const { labels = [], open = false } = this.#nearest[column] ?? {}
      // Labels after data begin anew.
      if (cell.scope === 'column' && !open) return []
      return labels.filter((label) => label.until > from && spans(label.cell, cell))
    })
    return [...new Set([...this.#onLeft(each), ...top, ...near].map((header) => header.cell.id))]
  }

  #onLeft(each: Header): Header[] {
    const labels = this.#rowLabels.filter(({ cell }) => cell.column + cell.colSpan <= each.cell.column)
    const kept: Header[] = []
    for (const label of labels.toSorted((a, b) => b.cell.column - a.cell.column)) {
      const next = kept[0] ?? each
      const nearest = kept.length === 0 && each.cell.scope === undefined
      const touches = label.cell.column + label.cell.colSpan === next.cell.column
      if (nearest || touches || encloses(label, next)) kept.unshift(label)
    }
    return kept
  }

  #pass(each: Header, row: number): void {
    const { cell, from, to } = each
    const labels = cell.scope === 'column'
    const ends = this.#rowLabels.filter((label) => label.cell.column < cell.column && encloses(label, { from, to }))
    const header = { ...each, until: Math.min(...ends.map((label) => label.to)) }
    for (let column = cell.column; column < cell.column + cell.colSpan; column++) {
      if (labels && row < this.#headerRows) {
        this.#top[column] = [...(this.#top[column] ?? []), header]
        continue
      }
      const near = this.#nearest[column] ?? { labels: [], open: false }
      if (labels) near.labels = near.open ? [...near.labels, header] : [header]
      // A cell wider than what stands over it is no cell of that column, and what is below is another matter.
      else if (cell.scope === undefined && !near.labels.some((label) => spans(label.cell, cell))) near.labels = []
      near.open = labels
      this.#nearest[column] = near
    }
  }
}

const spans = (over: GridCell, under: GridCell): boolean =>
  over.column <= under.column && over.column + over.colSpan >= under.column + under.colSpan

const encloses = (outer: Pick<Header, 'from' | 'to'>, inner: Pick<Header, 'from' | 'to'>): boolean =>
  outer.from <= inner.from && outer.to >= inner.to && outer.to - outer.from > inner.to - inner.from
