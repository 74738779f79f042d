import {
  type FieldLine,
  GridError,
  type GridItem,
  type GridTable,
  type Page,
  type PageSetup,
  type TextBlock,
} from '../model/index.ts'
import { type Styles, type Typesetter, typesetter, type Widths } from './heights.ts'
import { PagePen } from './page-pen.ts'
import { leastRoom } from './pieces.ts'
import { placeHeader, placeSlice } from './place.ts'
import { rowSource, takeHeader } from './rows.ts'
import { chooseBreak, fill, type Open } from './slices.ts'

/** Excel rows hold 409 pt; a row that needs more is cut. */
const highestRow = 400

/**
 * The page plan: every item placed, every table row once (or in pieces), header rows again on each later page.
 * All pages at once, as `pagePlan` gives them one by one.
 * @throws GridError where a header with one row, or a piece of a row, does not fit a page
 */
export const paginate = (items: readonly GridItem[], page: PageSetup, styles: Styles, fonts: Widths): Page[] => [
  ...pagePlan(items, page, styles, fonts),
]

/**
 * As `paginate`, a page at a time: it can be walked again and holds no more than the pages that a cut cell crosses.
 * Lengths in pt; y from the top margin.
 */
export const pagePlan = (
  items: readonly GridItem[],
  page: PageSetup,
  styles: Styles,
  fonts: Widths,
): Iterable<Page> => ({
  [Symbol.iterator]: () => pagesOf(items, page, typesetter(styles, fonts)),
})

function* pagesOf(items: readonly GridItem[], page: PageSetup, setter: Typesetter): Generator<Page> {
  const pen = new PagePen(page, setter)
  for (const { leads, table, remarks } of chains(items)) {
    if (leads[0]?.newPage === true) pen.newPage()
    if (table === undefined) pen.texts(leads)
    else yield* placeTable(pen, leads, table, remarks)
    yield* pen.finished()
  }
  yield* pen.end()
}

/** Items that keep together: texts and field lines, and the table that they stand above. */
interface Chain {
  readonly leads: readonly (TextBlock | FieldLine)[]
  readonly table?: GridTable
  /** The notes and instructions right under the table, as far as they keep together. */
  readonly remarks?: readonly TextBlock[]
}

function* chains(items: readonly GridItem[]): Generator<Chain> {
  let leads: (TextBlock | FieldLine)[] = []
  for (const [at, item] of items.entries()) {
    if (item.kind === 'table') {
      yield { leads, table: item, remarks: remarksAt(items, at + 1) }
      leads = []
      continue
    }
    if (item.newPage && leads.length > 0) {
      yield { leads }
      leads = []
    }
    leads.push(item)
    if (item.keepWithNext) continue
    yield { leads }
    leads = []
  }
  if (leads.length > 0) yield { leads }
}

function remarksAt(items: readonly GridItem[], from: number): TextBlock[] {
  const remarks: TextBlock[] = []
  for (const item of items.slice(from)) {
    if (item.kind !== 'text' || item.newPage || (item.role !== 'note' && item.role !== 'instruction')) break
    remarks.push(item)
    if (!item.keepWithNext) break
  }
  return remarks
}

/**
 * What the rules of a table take of a page beside its rows, pt. Word and LibreOffice give rules room of their own: a
 * row's height has one rule between rows in it, and a table has one rule more than rows, of which two are outer ones.
 */
const outerRules = ({ frame }: GridTable): number => Math.max(0, frame.top + frame.bottom - frame.insideH)

/**
 * Places a table with what stands above it. The header never stands without a row below it; where no row fits under
 * what the page already holds, all of it moves to the next page.
 */
function* placeTable(
  pen: PagePen,
  leads: Chain['leads'],
  table: GridTable,
  remarks: Chain['remarks'] = [],
): Generator<Page> {
  const rules = outerRules(table)
  let limit = pen.body
  let next = pen.body
  let tail = 0
  const keepsLast = (height: number) => tail > 0 && height + tail <= next
  const source = rowSource(table, pen.setter, () => limit, keepsLast)
  const header = takeHeader(table, source)
  const headerHeight = placeHeader(table, header, 0, false).height
  next = pen.body - rules - headerHeight
  limit = Math.min(highestRow, next)
  if (limit < leastRoom) throw new GridError(`${table.id}: the header leaves no room for rows`)
  const needed = pen.heightOf(remarks)
  // Notes as long as a page cannot be kept with a row: they begin where the table ends.
  if (needed < next) tail = needed
  let above = leads
  let open: readonly Open[] = []
  let begun = false
  while (!begun || source.peek(0) !== undefined) {
    const top = pen.after(above)
    const fresh = pen.empty && above.length === 0
    const room = { height: next - top, limit, next, moved: next - pen.after(above, 0), fresh, tail }
    const slots = fill(source, open, room)
    const bare = source.peek(0) === undefined && room.height >= 0
    const at = bare ? { count: 0, growth: 0 } : chooseBreak(slots, source, room, !pen.empty)
    if (at === undefined || (at.count === 0 && !bare)) {
      if (room.fresh) throw new GridError(`${table.id}: ${source.peek(0)?.row.id ?? 'the header'} does not fit a page`)
      if (pen.empty) above = pen.flow(above)
      pen.newPage()
      yield* pen.finished()
      continue
    }
    above = pen.flow(above)
    const heading = placeHeader(table, header, pen.y, begun).rows
    begun = true
    const taken = slots.slice(0, at.count)
    if (taken.length === 0) {
      pen.rows(heading, rules)
      break
    }
    const placed = placeSlice(table, taken, open, at.growth, pen.y + headerHeight, pen.ledger)
    pen.rows([...heading, ...placed.rows], rules)
    open = placed.open
    source.take(taken.at(-1)?.used ?? 0, placed.rest)
    if (source.peek(0) !== undefined) pen.newPage()
    yield* pen.finished()
  }
}
