import type { CharacterBox, Frame, PlacedRow } from '../../model/index.ts'
import type { Rule } from './operators.ts'

/**
 * The rules of the rows that a table has on one page, each drawn once and none through a cell.
 * @param rows in order, the first and the last of the table on this page at the ends
 * @param xs left edges of the columns and the right edge of the last, pt from the page's left
 * @param top of the body, pt from the page's top
 */
export function tableRules(rows: readonly PlacedRow[], xs: readonly number[], top: number, frame: Frame): Rule[] {
  const ys = rows.map((row) => top + row.y)
  const end = rows.at(-1)
  if (end === undefined) return []
  ys.push(top + end.y + end.height)
  const edges = new Edges(rows.length, xs.length - 1)
  rows.forEach((row, index) => {
    for (const { cell, rowSpan } of row.cells) edges.around(index, cell.column, rowSpan, cell.colSpan)
  })
  return [...edges.across(xs, ys, frame), ...edges.down(xs, ys, frame)].filter((rule) => rule.width > 0)
}

/** pt */
const boxRule = 0.35
/** Room around a box, a little less than □ has in the fonts, and how far it reaches below the baseline: in its widths. */
const [boxGap, boxFoot] = [0.05, 0.08]

/** The four sides of a box around a character; `x` and the baseline in pt from the page's edges. */
export function characterBox({ x, width }: Pick<CharacterBox, 'x' | 'width'>, baseline: number): Rule[] {
  const gap = boxGap * width
  const side = width - 2 * gap
  const [x1, x2] = [x + gap, x + gap + side]
  const y2 = baseline + boxFoot * width
  const y1 = y2 - side
  return [
    { x1, x2, y1, y2: y1, width: boxRule },
    { x1: x2, x2, y1, y2, width: boxRule },
    { x1, x2, y1: y2, y2, width: boxRule },
    { x1, x2: x1, y1, y2, width: boxRule },
  ]
}

/** Which edges between the slots of a grid are the edge of a cell. */
class Edges {
  readonly #h: boolean[][]
  readonly #v: boolean[][]
  readonly #rows: number
  readonly #columns: number

  constructor(rows: number, columns: number) {
    this.#rows = rows
    this.#columns = columns
    this.#h = Array.from({ length: rows + 1 }, () => new Array<boolean>(columns).fill(false))
    this.#v = Array.from({ length: columns + 1 }, () => new Array<boolean>(rows).fill(false))
  }

  around(row: number, column: number, rowSpan: number, colSpan: number): void {
    const bottom = Math.min(row + rowSpan, this.#rows)
    for (let at = column; at < column + colSpan; at++) for (const y of [row, bottom]) mark(this.#h[y], at)
    for (let at = row; at < bottom; at++) for (const x of [column, column + colSpan]) mark(this.#v[x], at)
  }

  across(xs: readonly number[], ys: readonly number[], frame: Frame): Rule[] {
    return this.#h.flatMap((edges, index) => {
      const y = ys[index] as number
      const width = index === 0 ? frame.top : index === this.#rows ? frame.bottom : frame.insideH
      return stretches(edges).map(([from, to]) => ({
        x1: xs[from] as number,
        x2: xs[to] as number,
        y1: y,
        y2: y,
        width,
      }))
    })
  }

  down(xs: readonly number[], ys: readonly number[], frame: Frame): Rule[] {
    return this.#v.flatMap((edges, index) => {
      const x = xs[index] as number
      const width = index === 0 ? frame.left : index === this.#columns ? frame.right : frame.insideV
      return stretches(edges).map(([from, to]) => ({
        y1: ys[from] as number,
        y2: ys[to] as number,
        x1: x,
        x2: x,
        width,
      }))
    })
  }
}

function mark(edges: boolean[] | undefined, at: number): void {
  if (edges !== undefined && at < edges.length) edges[at] = true
}

/** Neighbouring edges as one rule: [from, to) of each stretch of true. */
function stretches(edges: readonly boolean[]): [number, number][] {
  const found: [number, number][] = []
  edges.forEach((edge, at) => {
    const last = found.at(-1)
    if (edge && last?.[1] === at) last[1] = at + 1
    else if (edge) found.push([at, at + 1])
  })
  return found
}
