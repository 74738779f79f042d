import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnWidths } from '../../../src/render/xlsx/units.ts'

/** What Excel makes of a file's width: ECMA-376 18.3.1.13, with a digit of 8 px. */
const pixels = (width: number): number => Math.trunc(((256 * width + Math.trunc(128 / 8)) / 256) * 8)

describe('column widths', () => {
  it('are the characters of the ruler font that make the pixels', () => {
    expect(columnWidths([6, 60, 48])).toEqual([1, 10, 8])
  })

  it('are read by Excel as no more than was asked, and less than a pixel short', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 5, max: 400, noNaN: true }), { minLength: 1, maxLength: 40 }), (widths) => {
        const asked = widths.reduce((sum, width) => sum + width, 0)
        const printed = columnWidths(widths).reduce((sum, width) => sum + pixels(width) * 0.75, 0)
        expect(printed).toBeLessThanOrEqual(asked + 1e-5)
        expect(printed).toBeGreaterThan(asked - 0.75)
      }),
    )
  })
})
