import type { GridDocument, Sheet } from './grid.ts'

/**
 * The document with its pages counted as they are drawn, those of its worksheets where these are what is drawn: planning
 * a long list once more only to count would take its time.
 */
export function countingPages(document: GridDocument): { document: GridDocument; pages: () => number } {
  let drawn: number | undefined
  const printed = new Map<Sheet, number>()
  const pages = counted(
    document.pages,
    () => true,
    (count) => {
      drawn = count
    },
  )
  const sheets = document.sheets.map((sheet) => ({
    ...sheet,
    rows: counted(
      sheet.rows,
      (row, at) => at === 0 || row.breakBefore,
      (count) => printed.set(sheet, count),
    ),
  }))
  return {
    document: { ...document, pages, sheets },
    pages: () =>
      printed.size > 0
        ? [...printed.values()].reduce((sum, each) => sum + each)
        : (drawn ?? [...document.pages].length),
  }
}

/** The same items; each time all have been walked, `told` hears how many of them count. */
function counted<T>(
  items: Iterable<T>,
  counts: (item: T, at: number) => boolean,
  told: (count: number) => void,
): Iterable<T> {
  return {
    *[Symbol.iterator]() {
      let [at, count] = [0, 0]
      for (const item of items) {
        if (counts(item, at++)) count++
        yield item
      }
      told(count)
    },
  }
}
