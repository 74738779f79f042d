import { type FieldLine, GridError, type Segment, type SheetCell, type SheetRow } from '../model/index.ts'
import { columnEdges, type Typesetter } from './heights.ts'
import { whole } from './pieces.ts'

/** pt; what Excel keeps free at the sides of a cell. */
export const cellSides = 4

/** The highest row that Excel takes, pt. */
export const highestSheetRow = 409

interface Place {
  readonly column: number
  readonly colSpan: number
}

/** Where a segment would stand, and how wide it must be at least. pt */
interface Wish {
  readonly x: number
  readonly width: number
  readonly least: number
}

/** A printed text must fit; a place to write may be half as wide, because it is as high as the row and can grow. */
const leastWidth = (segment: Segment, setter: Typesetter): number => {
  const [line] = segment.content.length === 0 ? [] : setter.lines(segment.content, segment.style, Infinity)
  const text = line === undefined ? 0 : line.width + cellSides
  return segment.role === 'value' ? Math.max(text, segment.width / 2) : text
}

/**
 * Lays a field line over the columns of a sheet: each segment on the run of columns that best covers it, in order,
 * wide enough for its text. A line with more than the columns hold goes on in a further row, with a label if it can:
 * every place to write remains a cell of its own.
 * @param aboveTable the space after the line is a row of its own: a rule to write on at the row's foot would lie under
 *   the table's own
 */
export function fieldRows(
  line: FieldLine,
  widths: readonly number[],
  setter: Typesetter,
  aboveTable = false,
): SheetRow[] {
  const edges = columnEdges(widths)
  const { spaceBefore, spaceAfter: after } = setter.styles[line.style]
  const apart = aboveTable && after > 0
  const spaceAfter = apart ? 0 : after
  const rows: SheetRow[] = []
  let rest = line.segments
  while (rest.length > 0) {
    const shift = rows.length === 0 ? 0 : (rest[0] as Segment).x
    const places = longestRun(rest, edges, shift, setter)
    const here = rest.slice(0, Math.max(1, places.length))
    rest = rest.slice(here.length)
    const across: Place = { column: 0, colSpan: widths.length }
    const cells = here.map((segment, at) => cellOf(segment, places[at] ?? across))
    const text = Math.max(...here.map((segment) => textHeight(segment, places.length > 0, edges, setter)))
    const height = text + (rows.length === 0 ? spaceBefore : 0) + (rest.length === 0 ? spaceAfter : 0)
    if (height > highestSheetRow) throw new GridError(`${line.id} is too high for a worksheet's row`)
    rows.push({ height, breakBefore: false, cells })
  }
  if (apart) rows.push({ height: after, breakBefore: false, cells: [] })
  return rows
}

/** The places of as many segments as one row holds; none where not even the first fits. */
function longestRun(
  segments: readonly Segment[],
  edges: readonly number[],
  shift: number,
  setter: Typesetter,
): Place[] {
  const wishes = segments.map(
    (each): Wish => ({
      x: each.x - shift,
      width: each.width,
      least: leastWidth(each, setter),
    }),
  )
  let count = Math.min(wishes.length, edges.length - 1)
  let places = placesOn(edges, wishes.slice(0, count))
  while (places === undefined && count > 1) places = placesOn(edges, wishes.slice(0, --count))
  if (places === undefined || count === segments.length) return places ?? []
  let start = count
  while (start > 0 && segments[start]?.role !== 'label') start--
  return start === 0 ? places : (placesOn(edges, wishes.slice(0, start)) ?? places)
}

/**
 * Runs of columns for the wishes, in order and apart, whose edges lie nearest to theirs. By dynamic programming: the
 * best way to place the first segments left of an edge builds on the best way to place one fewer.
 * @returns undefined where the columns are too few or too narrow
 */
export function placesOn(edges: readonly number[], wishes: readonly Wish[]): Place[] | undefined {
  interface Way {
    readonly cost: number
    readonly places: readonly Place[]
  }
  let ways: (Way | undefined)[] = edges.map(() => ({ cost: 0, places: [] }))
  for (const { x, width, least } of wishes) {
    const next: (Way | undefined)[] = [undefined]
    for (let end = 1; end < edges.length; end++) {
      let best = next[end - 1]
      for (let start = 0; start < end; start++) {
        const before = ways[start]
        const [left, right] = [edges[start] as number, edges[end] as number]
        if (before === undefined || right - left < least - 0.01) continue
        const cost = before.cost + Math.abs(left - x) + Math.abs(right - x - width)
        if (best !== undefined && cost >= best.cost) continue
        best = { cost, places: [...before.places, { column: start, colSpan: end - start }] }
      }
      next.push(best)
    }
    ways = next
  }
  return ways.at(-1)?.places.slice()
}

/** One line where the text fits; what stands alone across the sheet may need more. */
function textHeight(segment: Segment, fits: boolean, edges: readonly number[], setter: Typesetter): number {
  const { lineHeight } = setter.styles[segment.style]
  if (fits || segment.content.length === 0) return lineHeight
  return setter.lines(segment.content, segment.style, (edges.at(-1) as number) - cellSides).length * lineHeight
}

const cellOf = (segment: Segment, { column, colSpan }: Place): SheetCell => ({
  id: segment.id,
  column,
  colSpan,
  rowSpan: 1,
  style: segment.style,
  content: segment.content.length === 0 ? [] : [segment.content],
  input: segment.input,
  ...(segment.rule && { border: { top: 0, bottom: 0.5, left: 0, right: 0 } }),
  piece: whole,
})

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
