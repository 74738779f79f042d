import {
  type Box,
  type BoxColumn,
  type DraftCell,
  type DraftRow,
  type GridBox,
  heightOf,
  rowsOf,
  type SlotCell,
  stretch,
  widthOf,
} from './box.ts'

/** A vertical edge that cells of one box share; `column` is known once all edges are. */
class Edge {
  /** pt from the table's left. */
  x: number
  /** The edge of the table that this one came to lie on. */
  on: Edge

  constructor(x: number) {
    this.x = x
    this.on = this
  }
}

export interface PlacedCellDraft {
  readonly cell: DraftCell
  readonly column: number
  readonly colSpan: number
  readonly rowSpan: number
}

export interface PlacedRowDraft extends Omit<DraftRow, 'cells'> {
  /** The cells that begin in the row, by rising column. */
  readonly cells: readonly PlacedCellDraft[]
}

export interface SampleCell extends PlacedCellDraft {
  /** In which row it begins, the rows of lists left out. */
  readonly row: number
}

export interface SharedGrid {
  /** Column widths, pt. */
  readonly widths: readonly number[]
  /** Drafted as they are walked, which can be done again. */
  readonly rows: Iterable<PlacedRowDraft>
  /** Every cell, of the rows of a list those of the first. */
  readonly samples: Iterable<SampleCell>
  readonly room: Room
}

/**
 * What columns have room for: `whole` for all that a line break should not cut, `needed` for figures and a character;
 * not even that where figures are `crowded`, or where there are too many columns (`narrow`).
 */
export type Room = 'whole' | 'needed' | 'crowded' | 'narrow'

/** From the best to the worst. */
const rooms: readonly Room[] = ['whole', 'needed', 'crowded', 'narrow']

/** A grid whose first row is row `from` of the table, with its edges from left to right. */
interface Strip {
  readonly box: GridBox
  readonly from: number
  readonly edges: readonly Edge[]
}

/** The cell at the left of a section, as high as that. */
interface SectionLabel {
  readonly row: number
  readonly edges: readonly Edge[]
  readonly cell: SlotCell
}

/** The edges of a grid between its own left and right one, and what each of its columns keeps, pt. */
interface Group {
  readonly left: Edge
  readonly inner: readonly Edge[]
  readonly right: Edge
  readonly needs: readonly number[]
}

/** An edge this near to a known one is drawn on it, in em: nobody reads a step of less as meant. */
const snapEm = 1

/**
 * Lays boxes over one set of columns. Every box has its widths scaled to the space it gets; then boxes share edges, in
 * falling order of their number of edges: an edge that lies within 1 em of a known edge takes that, if order is kept
 * and both columns at it keep what their cells need.
 */
export function shareGrid(box: Box, width: number, em: number): SharedGrid {
  return new Sharing(em).share(box, width)
}

class Sharing {
  readonly #em: number
  readonly #strips: Strip[] = []
  readonly #labels: SectionLabel[] = []
  readonly #groups: Group[] = []
  readonly #known: Edge[] = []

  constructor(em: number) {
    this.#em = em
  }

  share(box: Box, width: number): SharedGrid {
    const [left, right] = [new Edge(0), new Edge(width)]
    this.#known.push(left, right)
    this.#place(box, left, right, 0)
    for (const group of this.#groups.toSorted((a, b) => b.inner.length - a.inner.length)) this.#settle(group)
    const edges = this.#known.toSorted((a, b) => a.x - b.x)
    const index = new Map(edges.map((edge, n) => [edge, n]))
    const at = (edge: Edge): number => index.get(edge.on) as number
    const placed: Placed = {
      strips: this.#strips.map(({ box: grid, from, edges: own }) => ({ grid, from, columns: own.map(at) })),
      labels: this.#labels.map(({ row, edges: own, cell }) => ({ row, cell: placedIn(own.map(at), cell) })),
    }
    return {
      widths: edges.slice(1).map((edge, n) => edge.x - (edges[n] as Edge).x),
      rows: { [Symbol.iterator]: () => rowsIn(placed, heightOf(box)) },
      samples: { [Symbol.iterator]: () => samplesIn(placed) },
      room: worstRoom(this.#strips.map((strip) => this.#roomIn(strip))),
    }
  }

  #roomIn({ box: { columns }, edges }: Strip): Room {
    const widths = columns.map((_, n) => ((edges[n + 1] as Edge).on.x - (edges[n] as Edge).on.x) / this.#em)
    const lacks = (needOf: (column: BoxColumn) => number): boolean =>
      columns.some((column, n) => (widths[n] as number) < needOf(column) - 0.05)
    if (lacks(({ needed = 0 }) => needed)) {
      const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0)
      const bare = columns.map(({ bare: own = 0 }) => own)
      const hasFigures = columns.some(({ needed = 0 }, n) => needed > (bare[n] as number))
      return hasFigures && sum(bare) <= sum(widths) ? 'crowded' : 'narrow'
    }
    return lacks(({ whole = 0 }) => whole) ? 'needed' : 'whole'
  }

  #place(box: Box, left: Edge, right: Edge, row: number): void {
    switch (box.kind) {
      case 'grid':
        return this.#placeGrid(box, left, right, row)
      case 'stack': {
        let at = row
        for (const child of box.boxes) {
          this.#place(child, left, right, at)
          at += heightOf(child)
        }
        return
      }
      case 'beside':
        return this.#placeBeside(box.boxes, left, right, row)
      case 'sections': {
        const label = new Edge(Math.min(left.x + box.labelEm * this.#em, (left.x + right.x) / 2))
        this.#known.push(label)
        let at = row
        for (const section of box.sections) {
          const height = heightOf(section.box)
          if (section.label)
            this.#labels.push({
              row: at,
              edges: [left, label],
              cell: { ...oneColumn, cell: section.label, rowSpan: height },
            })
          this.#place(section.box, section.label ? label : left, right, at)
          at += height
        }
      }
    }
  }

  #placeBeside(boxes: readonly Box[], left: Edge, right: Edge, row: number): void {
    const natural = boxes.map(widthOf)
    const total = natural.reduce((sum, width) => sum + width, 0)
    const height = Math.max(...boxes.map(heightOf))
    let from = left
    let used = 0
    for (const [index, box] of boxes.entries()) {
      used += natural[index] as number
      const last = index === boxes.length - 1
      const to = last ? right : new Edge(left.x + ((right.x - left.x) * used) / total)
      if (!last) this.#known.push(to)
      this.#place(stretch(box, height), from, to, row)
      from = to
    }
  }

  #placeGrid(box: GridBox, left: Edge, right: Edge, row: number): void {
    const inner = innerEdges(box, left.x, right.x, this.#em)
    const edges = [left.x, ...inner.map(({ x }) => x), right.x]
    const needs = box.columns.map(({ needed = 0, whole = needed, keeps = 0 }, n) => {
      const width = (edges[n + 1] as number) - (edges[n] as number)
      return Math.max(needed * this.#em, keeps * this.#em, Math.min(whole * this.#em, width))
    })
    if (inner.length > 0) this.#groups.push({ left, inner, right, needs })
    this.#strips.push({ box, from: row, edges: [left, ...inner, right] })
  }

  #settle({ left, inner, right, needs }: Group): void {
    let before = left.on.x
    for (const [n, edge] of inner.entries()) {
      const next = inner[n + 1]?.x ?? right.on.x
      const [least, most] = [before + Math.max(0.5, needs[n] ?? 0), next - Math.max(0.5, needs[n + 1] ?? 0)]
      const near = this.#known
        .filter(({ x }) => Math.abs(x - edge.x) <= snapEm * this.#em && x > least && x < most)
        .toSorted((a, b) => Math.abs(a.x - edge.x) - Math.abs(b.x - edge.x))
      if (near[0]) edge.on = near[0]
      else this.#known.push(edge)
      before = edge.on.x
    }
  }
}

export const worstRoom = (all: readonly Room[]): Room =>
  rooms[Math.max(0, ...all.map((room) => rooms.indexOf(room)))] as Room

function innerEdges(box: GridBox, left: number, right: number, em: number): Edge[] {
  let x = left
  return sharedWidths(box.columns, (right - left) / em)
    .slice(0, -1)
    .map((width) => {
      x += width * em
      return new Edge(x)
    })
}

/**
 * Fixed columns keep their width; the others share what is left by their natural widths, none below its least; where
 * there is no room for that, none below what keeps words whole, else none below what its cells need. Where even these do not fit, all shrink alike. In em.
 */
function sharedWidths(columns: GridBox['columns'], width: number): number[] {
  const total = (list: GridBox['columns']) => list.reduce((sum, { em }) => sum + em, 0)
  const free = columns.filter((column) => !column.fixed)
  const left = width - total(columns.filter((column) => column.fixed))
  if (left < width * 0.2) return columns.map(({ em }) => (em * width) / total(columns))
  const shared =
    shareOut(free, left, ({ least = 0, setIn = least }) => Math.max(least, setIn)) ??
    shareOut(free, left, ({ least = 0 }) => least) ??
    shareOut(free, left, ({ needed = 0, whole = needed }) => whole) ??
    shareOut(free, left, ({ needed = 0 }) => needed) ??
    new Map(free.map((column) => [column, (column.em * left) / total(free)]))
  return columns.map((column) => shared.get(column) ?? column.em)
}

/** Shares a width by natural widths, none below its floor; nothing where the floors alone need more. */
function shareOut(
  columns: GridBox['columns'],
  width: number,
  floor: (column: BoxColumn) => number,
): Map<BoxColumn, number> | undefined {
  const shared = new Map<BoxColumn, number>()
  let sharing = columns
  let room = width
  // What a column at its floor lacks, the others give; each round settles at least one column.
  for (;;) {
    const scale = room / sharing.reduce((sum, { em }) => sum + em, 0)
    const short = sharing.filter((column) => column.em * scale < floor(column))
    if (short.length === 0) {
      for (const column of sharing) shared.set(column, column.em * scale)
      return shared
    }
    for (const column of short) {
      shared.set(column, floor(column))
      room -= floor(column)
    }
    if (short.length === sharing.length || room <= 0) return undefined
    sharing = sharing.filter((column) => !short.includes(column))
  }
}

/** A strip whose edges are columns of the table. */
interface PlacedStrip {
  readonly grid: GridBox
  readonly from: number
  readonly columns: readonly number[]
}

interface Placed {
  readonly strips: readonly PlacedStrip[]
  readonly labels: readonly { readonly row: number; readonly cell: PlacedCellDraft }[]
}

const oneColumn = { column: 0, colSpan: 1 }

const placedIn = (columns: readonly number[], { cell, column, colSpan, rowSpan }: SlotCell): PlacedCellDraft => {
  const [from, to] = [columns[column] as number, columns[column + colSpan] as number]
  return { cell, column: from, colSpan: to - from, rowSpan }
}

/** Walks the strips side by side, row by row. */
function* rowsIn({ strips, labels }: Placed, height: number): Generator<PlacedRowDraft> {
  const waiting = strips.toSorted((a, b) => a.from - b.from)
  let open: { strip: PlacedStrip; rows: Iterator<DraftRow> }[] = []
  for (let at = 0; at < height; at++) {
    while (waiting[0]?.from === at) {
      const strip = waiting.shift() as PlacedStrip
      open.push({ strip, rows: rowsOf(strip.grid) })
    }
    let row: Omit<DraftRow, 'cells'> | undefined
    const cells = labels.filter(({ row: of }) => of === at).map(({ cell }) => cell)
    open = open.filter(({ strip, rows }) => {
      const { value, done } = rows.next()
      if (done === true) return false
      row = mergeRows(row, value)
      for (const slot of value.cells) cells.push(placedIn(strip.columns, slot))
      return true
    })
    if (row) yield { ...row, cells: cells.sort((a, b) => a.column - b.column) }
  }
}

function* samplesIn({ strips, labels }: Placed): Generator<SampleCell> {
  for (const { cell, row } of labels) yield { ...cell, row }
  for (const { grid, columns, from } of strips) {
    for (const [n, { cells }] of grid.rows.entries())
      for (const slot of cells) yield { ...placedIn(columns, slot), row: from + n }
    const [first] = grid.list?.rows ?? []
    for (const slot of first?.cells ?? []) yield { ...placedIn(columns, slot), row: from + (grid.list?.at ?? 0) }
  }
}

/** Rows of boxes side by side are one row: it says what the leftmost says, with the most writing space of all. */
function mergeRows(known: Omit<DraftRow, 'cells'> | undefined, row: DraftRow): Omit<DraftRow, 'cells'> {
  if (!known) return row
  const lines = Math.max(known.lines ?? 0, row.lines ?? 0)
  return { ...known, keepWithNext: known.keepWithNext || row.keepWithNext, ...(lines > 0 ? { lines } : {}) }
}
