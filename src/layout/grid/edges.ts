import { type Box, type DraftCell, type DraftRow, type GridBox, heightOf, stretch, widthOf } from './box.ts'

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

interface PlacedDraft {
  readonly cell: DraftCell
  readonly left: Edge
  readonly right: Edge
  readonly row: number
  readonly rowSpan: number
}

export interface PlacedCellDraft {
  readonly cell: DraftCell
  readonly column: number
  readonly colSpan: number
  readonly row: number
  readonly rowSpan: number
}

export interface SharedGrid {
  /** Column widths, pt. */
  readonly widths: readonly number[]
  readonly rows: readonly Omit<DraftRow, 'cells'>[]
  readonly cells: readonly PlacedCellDraft[]
}

/** An edge this near to a known one is drawn on it, in em: nobody reads a step of less as meant. */
const snapEm = 1

/**
 * Lays boxes over one set of columns. Every box has its widths scaled to the space it gets; then boxes share edges, in
 * falling order of their number of edges: an edge that lies within 1 em of a known edge takes that, if order is kept.
 */
export function shareGrid(box: Box, width: number, em: number): SharedGrid {
  return new Sharing(em).share(box, width)
}

class Sharing {
  readonly #em: number
  readonly #cells: PlacedDraft[] = []
  readonly #rows: Omit<DraftRow, 'cells'>[] = []
  readonly #groups: { left: Edge; inner: Edge[]; right: Edge }[] = []
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
    return {
      widths: edges.slice(1).map((edge, n) => edge.x - (edges[n] as Edge).x),
      rows: this.#rows,
      cells: this.#cells.map(({ cell, left: from, right: to, row, rowSpan }) => ({
        cell,
        column: at(from),
        colSpan: at(to) - at(from),
        row,
        rowSpan,
      })),
    }
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
          if (section.label) this.#cells.push({ cell: section.label, left, right: label, row: at, rowSpan: height })
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
    if (inner.length > 0) this.#groups.push({ left, inner, right })
    const edges = [left, ...inner, right]
    for (const [n, { cells, ...draft }] of box.rows.entries()) {
      this.#rows[row + n] = mergeRows(this.#rows[row + n], draft)
      for (const { cell, column, colSpan, rowSpan } of cells)
        this.#cells.push({ cell, left: edges[column] as Edge, right: edges[column + colSpan] as Edge, row: row + n, rowSpan })
    }
  }

  #settle({ left, inner, right }: { left: Edge; inner: Edge[]; right: Edge }): void {
    let before = left.on.x
    for (const [n, edge] of inner.entries()) {
      const next = inner[n + 1]?.x ?? right.on.x
      const near = this.#known
        .filter(({ x }) => Math.abs(x - edge.x) <= snapEm * this.#em && x > before + 0.5 && x < next - 0.5)
        .toSorted((a, b) => Math.abs(a.x - edge.x) - Math.abs(b.x - edge.x))
      if (near[0]) edge.on = near[0]
      else this.#known.push(edge)
      before = edge.on.x
    }
  }
}

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
 * Fixed columns keep their width; the others share what is left by their natural widths, none below its least. Where
 * nothing is left for them, all shrink alike. In em.
 */
function sharedWidths(columns: GridBox['columns'], width: number): number[] {
  const total = (list: GridBox['columns']) => list.reduce((sum, { em }) => sum + em, 0)
  const fixed = columns.filter((column) => column.fixed)
  const left = width - total(fixed)
  if (left < width * 0.2) return columns.map(({ em }) => (em * width) / total(columns))
  let sharing = columns.filter((column) => !column.fixed)
  let room = left
  // What a column at its least lacks, the others give; each round settles at least one column.
  for (;;) {
    const scale = room / total(sharing)
    const short = sharing.filter(({ em, least = 0 }) => em * scale < least)
    const needed = short.reduce((sum, { least = 0 }) => sum + least, 0)
    if (short.length === 0 || short.length === sharing.length || needed >= room) {
      const settled = new Set(sharing)
      const natural = columns.filter((column) => !column.fixed)
      const fits = short.length === 0
      return columns.map((column) => {
        if (column.fixed) return column.em
        if (!fits) return (column.em * left) / total(natural)
        return settled.has(column) ? column.em * scale : (column.least ?? 0)
      })
    }
    sharing = sharing.filter((column) => !short.includes(column))
    room -= needed
  }
}

type RowDraft = Omit<DraftRow, 'cells'>

/** Rows of boxes side by side are one row: it says what the leftmost says, with the most writing space of all. */
function mergeRows(known: RowDraft | undefined, row: RowDraft): RowDraft {
  if (!known) return row
  const lines = Math.max(known.lines ?? 0, row.lines ?? 0)
  return { ...known, keepWithNext: known.keepWithNext || row.keepWithNext, ...(lines > 0 ? { lines } : {}) }
}
