import type { GridItem, Page } from '../model/index.ts'
import { type PlanOptions, pagePlan } from './pages.ts'

/** Pages that are kept, some 20 MB at most: any usual return; a list of thousands of rows is planned again. */
const mostKept = 60

/** The pages of a document. */
export interface Plan {
  readonly pages: Iterable<Page>
  /** Only the pages on which these items stand, with what stands beside them; not numbered as in the document. */
  on(items: readonly GridItem[]): Iterable<Page>
}

/** The items from one that begins a page to the next that does: their pages depend on no others. */
interface Chapter {
  readonly items: ReadonlySet<GridItem>
  readonly pages: Iterable<Page>
}

/**
 * Plans a document by chapters, so that one can be walked without the others. Few pages are kept; where there are more,
 * each walk plans them again, and memory does not grow with the rows.
 */
export function planned(items: readonly GridItem[], options: PlanOptions): Plan {
  const room = { left: mostKept }
  const all = chapters(items).map(
    (own): Chapter => ({ items: new Set(own), pages: keptPages(pagePlan(own, options), room) }),
  )
  return {
    pages: { [Symbol.iterator]: () => numbered(all) },
    on: (wanted) => {
      const found = all.filter((chapter) => wanted.some((item) => chapter.items.has(item)))
      return { [Symbol.iterator]: () => numbered(found) }
    },
  }
}

function chapters(items: readonly GridItem[]): GridItem[][] {
  const found: GridItem[][] = []
  for (const item of items) {
    const last = found.at(-1)
    if (last === undefined || (item.kind !== 'table' && item.newPage)) found.push([item])
    else last.push(item)
  }
  return found
}

function* numbered(all: readonly Chapter[]): Generator<Page> {
  let number = 0
  for (const [at, { pages }] of all.entries())
    for (const page of pages) {
      number++
      yield at === 0 ? page : { ...page, number, forced: page.number === 1 || page.forced === true }
    }
}

function keptPages(plan: Iterable<Page>, room: { left: number }): Iterable<Page> {
  let kept: readonly Page[] | undefined
  let tooMany = false
  return {
    *[Symbol.iterator]() {
      if (kept) return yield* kept
      const pages: Page[] = []
      for (const page of plan) {
        if (!tooMany) pages.push(page)
        if (pages.length > room.left) {
          tooMany = true
          pages.length = 0
        }
        yield page
      }
      if (tooMany || kept) return
      kept = pages
      room.left -= pages.length
    },
  }
}
