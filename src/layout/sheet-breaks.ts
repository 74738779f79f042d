import type { Page, Sheet, SheetRow } from '../model/index.ts'

const slack = 0.01

/** A sheet's row before it is known whether it begins a printed page. */
export interface FlowRow {
  readonly row: SheetRow
  /** pt of its height that stand above its text: nothing where it begins a page. */
  readonly above: number
  /** Height of this row and of those that go on with its text, pt: no page ends between them if one can hold them. */
  readonly together?: number
}

/**
 * Breaks the rows of one sheet into printed pages: where the plan's pages begin, and where a page is full before that,
 * because texts and field lines may need more on a sheet than on a page and repeated rows stand above them. Texts that
 * have overflowed a page flow on: a page of the plan that holds nothing else does not begin anew. Nor does any where
 * the sheet's first rows stand below other sheets' in the plan: on the sheet they begin a page.
 */
export class SheetBreaks {
  readonly #body: number
  readonly #titles: Sheet['printTitles']
  #titlesHeight = 0
  #y = 0
  #at = 0
  #overflowed = false
  #beganBelow = false

  /** @param body height of a page's body, pt */
  constructor(body: number, titles: Sheet['printTitles']) {
    this.#body = body
    this.#titles = titles
  }

  /** The sheet's rows that the plan has on one page. @param below others' rows stand above them there */
  *page(rows: readonly FlowRow[], page: Page, below: boolean): Generator<SheetRow> {
    if (this.#at === 0 && rows.length > 0) this.#beganBelow = below
    const begins = this.#begins(page)
    for (const [at, row] of rows.entries()) yield this.#next(row, begins && at === 0)
  }

  #next({ row, above, together = row.height }: FlowRow, planned: boolean): SheetRow {
    const fitsPage = this.#titlesHeight + together <= this.#body + slack
    const full = this.#y + (fitsPage ? together : row.height) > this.#body + slack
    const breakBefore = this.#at > 0 && (planned || full)
    if (breakBefore) {
      this.#overflowed = !planned
      this.#y = this.#titlesHeight
    }
    const height = breakBefore || this.#at === 0 ? row.height - above : row.height
    this.#y += height
    if (this.#titles !== undefined && this.#at >= this.#titles.from && this.#at <= this.#titles.to)
      this.#titlesHeight += height
    this.#at++
    return { ...row, height, breakBefore }
  }

  #begins({ items }: Page): boolean {
    const [first] = items
    if (first?.kind === 'text' && first.block.newPage) return true
    if (first?.kind === 'fields' && first.line.newPage) return true
    if (this.#beganBelow) return false
    if (first?.kind !== 'text' || items.some(({ kind }) => kind === 'row')) return true
    return first.piece.n === 1 && !this.#overflowed
  }
}
