import { expect } from 'vitest'
import type { Sheet } from '../../../src/model/index.ts'

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
