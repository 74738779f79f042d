import type { FieldLine, GridItem, GridTable, Page, PageSetup, TextBlock } from '../model/index.ts'
import { type Styles, type Typesetter, typesetter, type Widths } from './heights.ts'
import { PagePen } from './page-pen.ts'
import { sheetOfItems } from './sheet-groups.ts'
import { placeTable } from './table-pages.ts'

export interface PlanOptions {
  readonly page: PageSetup
  readonly styles: Styles
  readonly fonts: Widths
  /**
   * People still type: formats that break pages themselves let what grows flow on. The plan then has only pages that
   * begin where the one before is full, but for those that a table or the form itself begins.
   */
  readonly natural: boolean
  /** Printed after the label of a section that goes on from the page before. */
  readonly continued?: string
}

/**
 * The page plan: every item placed, every table row once (or in pieces), header rows again on each later page.
 * A page at a time: it can be walked again and holds no more than the pages that a cut cell crosses.
 * Lengths in pt; y from the top margin.
 * @throws GridError where a header with one row, or a piece of a row, does not fit a page
 */
export const pagePlan = (items: readonly GridItem[], options: PlanOptions): Iterable<Page> => ({
  [Symbol.iterator]: () => pagesOf(items, options, typesetter(options.styles, options.fonts, options.continued)),
})

function* pagesOf(items: readonly GridItem[], { page, natural }: PlanOptions, setter: Typesetter): Generator<Page> {
  const pen = new PagePen(page, setter, natural)
  const sheetOf = sheetOfItems(items)
  for (const { leads, table, remarks = [] } of chains(items)) {
    if (leads[0]?.newPage === true) pen.newPage(true)
    if (table === undefined) pen.texts(leads)
    else {
      const { first } = pen
      const shared = first !== undefined && sheetOf.get(first) !== sheetOf.get(table)
      yield* placeTable(pen, { leads, table, remarks }, shared)
    }
    yield* pen.finished()
  }
  yield* pen.end()
}

/** Items that keep together: texts and field lines, and the table that they stand above. */
interface Chain {
  readonly leads: readonly (TextBlock | FieldLine)[]
  readonly table?: GridTable
  /** The notes and instructions right under the table, as far as they keep together. */
  readonly remarks?: readonly TextBlock[]
}

function* chains(items: readonly GridItem[]): Generator<Chain> {
  let leads: (TextBlock | FieldLine)[] = []
  for (const [at, item] of items.entries()) {
    if (item.kind === 'table') {
      yield { leads, table: item, remarks: remarksAt(items, at + 1) }
      leads = []
      continue
    }
    if (item.newPage && leads.length > 0) {
      yield { leads }
      leads = []
    }
    leads.push(item)
    if (item.keepWithNext) continue
    yield { leads }
    leads = []
  }
  if (leads.length > 0) yield { leads }
}

function remarksAt(items: readonly GridItem[], from: number): TextBlock[] {
  const remarks: TextBlock[] = []
  for (const item of items.slice(from)) {
    if (item.kind !== 'text' || item.newPage || (item.role !== 'note' && item.role !== 'instruction')) break
    remarks.push(item)
    if (!item.keepWithNext) break
  }
  return remarks
}
