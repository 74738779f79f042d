import type { FieldLine, GridTable } from '../model/index.ts'
import { columnEdges, type Typesetter } from './heights.ts'
import { blocksOf, leastWidth, misplacement } from './sheet-fields.ts'

/** How far from its place on the page a part of a line may stand on a sheet, pt. */
const near = 24
/** The same where only a cut through a column of values would bring it nearer. */
const bearable = 48
/** Narrower a column of a sheet is not cut, pt. */
const narrowest = 8

export interface SheetColumns {
  /** Widths, pt. */
  readonly columns: readonly number[]
  /** The sheet's column at which each of the table's columns begins, and at last the count of columns. */
  readonly starts: readonly number[]
}

/**
 * The columns of a table's sheet: the table's own and, where the lines around it would not stand on these as they do
 * on the page, as few more as they need. They cut labels before values, and no column of a list.
 */
export function sheetColumns(table: GridTable, lines: readonly FieldLine[], setter: Typesetter): SheetColumns {
  const own = columnEdges(table.columns.map(({ width }) => width))
  const edges = edgesFor(table, own, lines, setter)
  return {
    columns: edges.slice(1).map((edge, at) => edge - (edges[at] as number)),
    starts: own.map((edge) => edges.indexOf(edge)),
  }
}

function edgesFor(
  { columns }: GridTable,
  own: readonly number[],
  lines: readonly FieldLine[],
  setter: Typesetter,
): readonly number[] {
  const blocks = blocksOf(lines)
  const worst = (edges: readonly number[]) => blocks.map((block) => misplacement(block, edges, setter))
  if (columns.every(({ divisible }) => divisible === undefined) || worst(own).every((each) => each <= near)) return own
  const wanted = columnEdges(columnsOfFields(lines, own.at(-1) as number, setter))
  const cuts = { labels: [] as number[], values: [] as number[] }
  for (const edge of wanted) {
    const { divisible } = columns[own.findLastIndex((start) => start < edge)] ?? {}
    if (divisible && own.every((each) => Math.abs(each - edge) >= narrowest)) cuts[divisible].push(edge)
  }
  const fewest = (edges: readonly number[], of: readonly number[], most: number): readonly number[] => {
    const allowed = worst(edges).map((each) => Math.max(most, each))
    return of.reduce((kept, cut) => {
      const fewer = kept.filter((edge) => edge !== cut)
      return worst(fewer).every((each, n) => each <= (allowed[n] as number)) ? fewer : kept
    }, edges)
  }
  const all = merged(own, [...cuts.labels, ...cuts.values])
  return fewest(fewest(all, cuts.values, bearable), cuts.labels, near)
}

const merged = (edges: readonly number[], more: readonly number[]): number[] =>
  [...edges, ...more].toSorted((a, b) => a - b)

/**
 * Columns for a sheet without a table: the edges of all segments, moved only where a text with the sides of its
 * cell needs it; the places to write and the gaps give way. pt
 */
export function columnsOfFields(lines: readonly FieldLine[], width: number, setter: Typesetter): number[] {
  const segments = lines.flatMap((line) => line.segments)
  const wanted = [0, width, ...segments.flatMap(({ x, width }) => [x, x + width])].sort((a, b) => a - b)
  const edges = wanted.filter((edge, at) => at === 0 || edge - (wanted[at - 1] as number) >= 1)
  const nearest = (x: number): number => {
    let best = 0
    edges.forEach((edge, at) => {
      if (Math.abs(edge - x) < Math.abs((edges[best] as number) - x)) best = at
    })
    return best
  }
  const spans = segments.map((each) => ({
    from: nearest(each.x),
    to: nearest(each.x + each.width),
    least: leastWidth(each, setter),
  }))
  const moved = [0]
  for (let at = 1; at < edges.length; at++) {
    const ends = spans.filter(({ to, from }) => to === at && from < at)
    const needed = ends.map(({ from, least }) => (moved[from] as number) + least)
    moved.push(Math.max(edges[at] as number, (moved[at - 1] as number) + 1, ...needed))
  }
  const fitted = movedBack(moved, width, spans)
  return fitted.slice(1).map((edge, at) => edge - (fitted[at] as number))
}

/**
 * The edges moved left again, from the last on, so that they end at the page's. Where too much stands between them all
 * come closer: a line then looks for its places among them (`fieldRows`).
 */
function movedBack(
  edges: readonly number[],
  width: number,
  spans: readonly { readonly from: number; readonly to: number; readonly least: number }[],
): readonly number[] {
  const back = [...edges]
  back[back.length - 1] = Math.min(width, back.at(-1) as number)
  for (let at = back.length - 2; at >= 0; at--) {
    const begins = spans.filter(({ from, to }) => from === at && to > at)
    const room = begins.map(({ to, least }) => (back[to] as number) - least)
    back[at] = Math.min(back[at] as number, (back[at + 1] as number) - 1, ...room)
  }
  const end = edges.at(-1) as number
  if ((back[0] as number) < -0.01) return edges.map((edge) => (edge * width) / end)
  back[0] = 0
  return back
}
