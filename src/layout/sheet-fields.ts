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
export const leastWidth = (segment: Segment, setter: Typesetter): number => {
  const [line] = segment.content.length === 0 ? [] : setter.lines(segment.content, segment.style, Infinity)
  const text = line === undefined ? 0 : line.width + cellSides
  return segment.role === 'value' ? Math.max(text, segment.width / 2) : text
}

/**
 * Lays a field line over the columns of a sheet: each segment on the run of columns that best covers it, in order,
 * wide enough for its text. A line with more than the columns hold goes on in a further row, with a label if it can:
 * every place to write remains a cell of its own.
 * @param block the lines that stand alike, this one among them: see {@link blocksOf}
 * @param aboveTable the space after the line is a row of its own: a rule to write on at the row's foot would lie under
 *   the table's own
 */
export function fieldRows(
  line: FieldLine,
  block: readonly FieldLine[],
  widths: readonly number[],
  setter: Typesetter,
  aboveTable: boolean,
): SheetRow[] {
  const edges = columnEdges(widths)
  const { spaceBefore, spaceAfter: after } = setter.styles[line.style]
  const apart = aboveTable && after > 0
  const spaceAfter = apart ? 0 : after
  const rows: SheetRow[] = []
  const together = placesOn(edges, wishesTogether(block, setter))
  let rest = line.segments
  while (rest.length > 0) {
    const shift = rows.length === 0 ? 0 : (rest[0] as Segment).x
    const places = together ?? longestRun(rest, edges, shift, setter)
    const here = rest.slice(0, Math.max(1, places.length))
    rest = rest.slice(here.length)
    const across: Place = { column: 0, colSpan: widths.length }
    const cells = here.map((segment, at) => {
      const align = alignOf(segment, line.segments, shift, edges.at(-1) as number)
      return cellOf(segment, places[at] ?? across, align)
    })
    const text = Math.max(...here.map((segment) => textHeight(segment, places.length > 0, edges, setter)))
    const height = text + (rows.length === 0 ? spaceBefore : 0) + (rest.length === 0 ? spaceAfter : 0)
    if (height > highestSheetRow) throw new GridError(`${line.id} is too high for a worksheet's row`)
    rows.push({ height, breakBefore: false, cells })
  }
  if (apart) rows.push({ height: after, breakBefore: false, cells: [] })
  return rows
}

const wishesOf = (segments: readonly Segment[], shift: number, setter: Typesetter): Wish[] =>
  segments.map((each) => ({ x: each.x - shift, width: each.width, least: leastWidth(each, setter) }))

/**
 * Where the lines of a block wish to stand together: their places begin below each other on the page, and so they do on
 * any columns if all take the room of the widest.
 */
const wishesTogether = (block: readonly FieldLine[], setter: Typesetter): Wish[] =>
  block
    .map(({ segments }) => wishesOf(segments, 0, setter))
    .reduce((all, line) =>
      all.map((one, at) => {
        const { x, width, least } = line[at] as Wish
        const left = Math.min(one.x, x)
        const right = Math.max(one.x + one.width, x + width)
        return { x: left, width: right - left, least: Math.max(one.least, least) }
      }),
    )

/** Lines below each other whose places begin at the same edges; other lines stand alone. */
export function blocksOf(lines: readonly FieldLine[]): FieldLine[][] {
  const blocks: FieldLine[][] = []
  for (const line of lines) {
    const last = blocks.at(-1)
    if (last?.[0] && beginAlike(last[0], line)) last.push(line)
    else blocks.push([line])
  }
  return blocks
}

const beginAlike = ({ segments: some }: FieldLine, { segments: others }: FieldLine): boolean =>
  some.length > 1 &&
  some.length === others.length &&
  some.every(({ x }, at) => at === 0 || Math.abs(x - (others[at] as Segment).x) < 0.01)

/**
 * How far what lies worst in a block is from where it stands on the page, pt, by its nearer edge.
 * @returns Infinity where a line is not held by one row
 */
export function misplacement(block: readonly FieldLine[], edges: readonly number[], setter: Typesetter): number {
  const wishes = wishesTogether(block, setter)
  const places = placesOn(edges, wishes)
  if (places === undefined) return Infinity
  return wishes.reduce((worst, { x, width }, at) => {
    const { column, colSpan } = places[at] as Place
    const [left, right] = [edges[column] as number, edges[column + colSpan] as number]
    return Math.max(worst, Math.min(Math.abs(left - x), Math.abs(right - x - width)))
  }, 0)
}

/** The places of as many segments as one row holds; none where not even the first fits. */
function longestRun(
  segments: readonly Segment[],
  edges: readonly number[],
  shift: number,
  setter: Typesetter,
): Place[] {
  const wishes = wishesOf(segments, shift, setter)
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

/**
 * In cells wider than their texts a label stands next to its place, as on the page, but for one that begins the line;
 * so does at the page's edge what ends there and follows no label.
 */
function alignOf(segment: Segment, line: readonly Segment[], shift: number, width: number): SheetCell['align'] {
  const { role, x } = segment
  const end = x + segment.width
  const meets = (edge: number, other: number): boolean => Math.abs(edge - other) < 0.01
  if (role === 'label') return x - shift > 0.01 && line.some((each) => meets(each.x, end)) ? 'right' : undefined
  const alone = line.length > 1 && !line.some((each) => meets(each.x + each.width, x))
  return alone && !segment.rule && end > width - 1 ? 'right' : undefined
}

const cellOf = (segment: Segment, { column, colSpan }: Place, align: SheetCell['align']): SheetCell => ({
  id: segment.id,
  column,
  colSpan,
  rowSpan: 1,
  style: segment.style,
  content: segment.content.length === 0 ? [] : [segment.content],
  input: segment.input,
  ...(align && { align }),
  ...((segment.rule || segment.boxes) && { border: { top: 0, bottom: 0.5, left: 0, right: 0 } }),
  piece: whole,
})
