import type { Page } from '../model/index.ts'

/** Pages that are kept, some 100 MB at most: any return that is printed; a list of a hundred thousand rows is planned again. */
const mostKept = 300

/**
 * The pages of a plan, kept while they are few, so that renderers and worksheets walk them without planning them anew.
 * Where there are more, each walk plans them again: memory does not grow with the rows.
 */
export function keptPages(plan: Iterable<Page>): Iterable<Page> {
  let kept: readonly Page[] | undefined
  let tooMany = false
  return {
    *[Symbol.iterator]() {
      if (kept) return yield* kept
      const pages: Page[] = []
      for (const page of plan) {
        if (!tooMany) pages.push(page)
        if (pages.length > mostKept) {
          tooMany = true
          pages.length = 0
        }
        yield page
      }
      if (!tooMany) kept = pages
    },
  }
}
