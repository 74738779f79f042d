import { describe, expect, it } from 'vitest'
import type { PlacedRow } from '../../../src/model/index.ts'
import { characterBox, tableRules } from '../../../src/render/pdf/rules.ts'
import { sampleDocument } from '../../support/sample.ts'

const rowsOf = (page: number): PlacedRow[] =>
  [...sampleDocument().pages][page]?.items.filter((item) => item.kind === 'row') ?? []
const xs = [0, 120, 320, 520]
const frame = { top: 1.5, bottom: 1.5, left: 1, right: 1, insideH: 0.5, insideV: 0.5 }

describe('the rules of a table', () => {
  it('are drawn once each, none through a cell', () => {
    const rules = tableRules(rowsOf(0), xs, 0, frame)
    expect(rules.filter(({ y1, y2 }) => y1 === y2)).toEqual([
      { x1: 0, x2: 520, y1: 52, y2: 52, width: 1.5 },
      { x1: 120, x2: 520, y1: 74, y2: 74, width: 0.5 },
      { x1: 0, x2: 520, y1: 96, y2: 96, width: 0.5 },
      { x1: 120, x2: 520, y1: 118, y2: 118, width: 0.5 },
      { x1: 0, x2: 520, y1: 140, y2: 140, width: 1.5 },
    ])
    expect(rules.filter(({ x1, x2 }) => x1 === x2)).toEqual([
      { x1: 0, x2: 0, y1: 52, y2: 140, width: 1 },
      { x1: 120, x2: 120, y1: 52, y2: 140, width: 0.5 },
      { x1: 320, x2: 320, y1: 74, y2: 118, width: 0.5 },
      { x1: 520, x2: 520, y1: 52, y2: 140, width: 1 },
    ])
  })

  it('close a cut cell on both pages', () => {
    const bottoms = [rowsOf(0), rowsOf(1)].map((rows) =>
      tableRules(rows, xs, 0, frame).filter(({ width }) => width === 1.5),
    )
    expect(bottoms.map((rules) => rules.map(({ y1 }) => y1))).toEqual([
      [52, 140],
      [0, 88],
    ])
  })

  it('are not drawn where the frame has none', () => {
    const open = tableRules(rowsOf(0), xs, 0, { ...frame, left: 0, right: 0, insideH: 0 })
    expect(open.map(({ x1, y1, x2, y2 }) => [x1, y1, x2, y2])).toEqual([
      [0, 52, 520, 52],
      [0, 140, 520, 140],
      [120, 52, 120, 140],
      [320, 74, 320, 118],
    ])
  })
})

it('a box around a character is a closed square about it', () => {
  const sides = characterBox({ x: 100, width: 10 }, 50)
  const xs = sides.flatMap(({ x1, x2 }) => [x1, x2])
  const ys = sides.flatMap(({ y1, y2 }) => [y1, y2])
  const [left, right, top, foot] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  expect(right - left).toBeCloseTo(foot - top)
  expect((left + right) / 2).toBeCloseTo(105)
  expect(left).toBeGreaterThan(100)
  expect(top).toBeLessThan(50)
  expect(foot).toBeGreaterThan(50)
  const ends = sides.flatMap(({ x1, y1, x2, y2 }) => [`${x1} ${y1}`, `${x2} ${y2}`])
  expect(new Set(ends).size).toBe(4)
})
