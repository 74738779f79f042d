import { expect } from 'vitest'
import type { Sheet, SheetRow } from '../../../src/model/index.ts'

/** The rows of a sheet by printed page, the repeated ones at the top of each later page. */
export function printedPages(sheet: Sheet): SheetRow[][] {
  const rows = [...sheet.rows]
  const { from, to } = sheet.printTitles ?? { from: 0, to: -1 }
  const pages: SheetRow[][] = [[]]
  rows.forEach((each, at) => {
    if (each.breakBefore) pages.push(at > to ? rows.slice(from, to + 1) : [])
    pages.at(-1)?.push(each)
  })
  return pages
}

export const heightOf = (rows: readonly SheetRow[]): number => rows.reduce((sum, { height }) => sum + height, 0)

/** What Excel refuses: cells over one another or beyond the columns, rows too high. */
export function checkSheet(sheet: Sheet): void {
  const rows = [...sheet.rows]
  const covered = rows.map(() => new Set<number>())
  rows.forEach((each, at) => {
    expect(each.height).toBeGreaterThan(0)
    expect(each.height).toBeLessThanOrEqual(409)
    for (const { column, colSpan, rowSpan } of each.cells) {
      expect(column + colSpan).toBeLessThanOrEqual(sheet.columns.length)
      for (let down = 0; down < rowSpan; down++)
        for (let right = column; right < column + colSpan; right++) {
          expect(covered[at + down]?.has(right)).toBe(false)
          covered[at + down]?.add(right)
        }
    }
  })
  expect(rows[0]?.breakBefore).toBe(false)
}
