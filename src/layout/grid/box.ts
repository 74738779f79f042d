import type { CellRole, Figure, RowRole, Runs, StyleName } from '../../model/index.ts'
import type { FitOfText } from '../entry.ts'

/*
 * A table's content is first drafted as boxes, each with rows and columns of its own; only when all widths are known
 * do the boxes share one grid (edges.ts). Widths in a draft are em.
 */

export interface DraftCell {
  readonly id: string
  readonly role: CellRole
  readonly scope?: 'column' | 'row'
  readonly style: StyleName
  readonly content: readonly Runs[]
  readonly input: boolean
  readonly figure?: Figure
  /** What is kept free behind a figure is as wide as these characters: `.00`. */
  readonly free?: string
  /** Absent: its row grows. */
  readonly fit?: FitOfText
}

export interface SlotCell {
  readonly cell: DraftCell
  readonly column: number
  readonly colSpan: number
  readonly rowSpan: number
}

export interface DraftRow {
  readonly id: string
  readonly role: RowRole
  /** Writing space, in lines of body text; absent: what the role needs. */
  readonly lines?: number
  readonly keepWithNext: boolean
  readonly cells: readonly SlotCell[]
}

export interface BoxColumn {
  readonly em: number
  /** Not narrower than this, as long as there is room for all. */
  readonly least?: number
  /** Rather than that not narrower than this: labels that are set in stay on one line. */
  readonly setIn?: number
  /** What a line break should not cut needs, as long as there is room: words, units in brackets, dates. */
  readonly whole?: number
  /** What is filled in or printed in the place of figures needs, or one character: a figure is never broken. */
  readonly needed?: number
  /** What it would need without figures. */
  readonly bare?: number
  /** Not narrower than this for the sake of a shared edge. */
  readonly keeps?: number
  /** Keeps its width; the others share what is left. */
  readonly fixed: boolean
}

/** Rows × columns. */
export interface GridBox {
  readonly kind: 'grid'
  readonly columns: readonly BoxColumn[]
  /** Leading rows that say what the others hold. */
  readonly headerRows: number
  /** All rows but those of the list. */
  readonly rows: readonly DraftRow[]
  readonly list?: ListRows
  /** Makes the box n rows higher; absent: the cells of its last row are made higher. */
  readonly grow?: (rows: number) => GridBox
}

/** The rows of a list, each drafted when it is asked for: there may be more than memory should hold. */
export interface ListRows {
  /** Before which of the box's other rows they stand. */
  readonly at: number
  readonly count: number
  /** Can be walked again. */
  readonly rows: Iterable<DraftRow>
}

/** Boxes one above the other, over the same width. */
export interface StackBox {
  readonly kind: 'stack'
  readonly boxes: readonly Box[]
}

/** Boxes side by side, all as high as the highest. */
export interface BesideBox {
  readonly kind: 'beside'
  readonly boxes: readonly Box[]
}

/** Boxes one above the other, each with its label at the left; without a label a box takes the whole width. */
export interface SectionsBox {
  readonly kind: 'sections'
  readonly labelEm: number
  readonly sections: readonly { readonly label?: DraftCell; readonly box: Box }[]
}

export type Box = GridBox | StackBox | BesideBox | SectionsBox

export function heightOf(box: Box): number {
  switch (box.kind) {
    case 'grid':
      return box.rows.length + (box.list?.count ?? 0)
    case 'stack':
      return box.boxes.reduce((sum, child) => sum + heightOf(child), 0)
    case 'sections':
      return box.sections.reduce((sum, { box: child }) => sum + heightOf(child), 0)
    case 'beside':
      return Math.max(...box.boxes.map(heightOf))
  }
}

/** All rows of a grid in order, those of its list among them. */
export function* rowsOf({ rows, list }: GridBox): Generator<DraftRow> {
  if (!list) return yield* rows
  yield* rows.slice(0, list.at)
  yield* list.rows
  yield* rows.slice(list.at)
}

/** Natural width in em. */
export function widthOf(box: Box): number {
  switch (box.kind) {
    case 'grid':
      return box.columns.reduce((sum, { em }) => sum + em, 0)
    case 'stack':
      return Math.max(...box.boxes.map(widthOf))
    case 'sections':
      return box.labelEm + Math.max(...box.sections.map(({ box: child }) => widthOf(child)))
    case 'beside':
      return box.boxes.reduce((sum, child) => sum + widthOf(child), 0)
  }
}

/** Header rows at the top of a box, for a neighbour aligned with its body. */
export const headerOf = (box: Box): number =>
  box.kind === 'grid' ? box.headerRows : box.kind === 'stack' && box.boxes[0] ? headerOf(box.boxes[0]) : 0

/** Makes a box `rows` rows high. */
export function stretch(box: Box, rows: number): Box {
  const missing = rows - heightOf(box)
  if (missing <= 0) return box
  switch (box.kind) {
    case 'grid':
      return box.grow ? box.grow(missing) : heighten(box, missing)
    case 'stack':
      return { ...box, boxes: replaceLast(box.boxes, (last) => stretch(last, heightOf(last) + missing)) }
    case 'sections':
      return {
        ...box,
        sections: replaceLast(box.sections, (last) => ({
          ...last,
          box: stretch(last.box, heightOf(last.box) + missing),
        })),
      }
    case 'beside':
      return { ...box, boxes: box.boxes.map((child) => stretch(child, rows)) }
  }
}

const replaceLast = <T>(list: readonly T[], change: (last: T) => T): T[] =>
  list.map((item, index) => (index === list.length - 1 ? change(item) : item))

/** Every cell that ends at the last row reaches further down. */
function heighten(box: GridBox, missing: number): GridBox {
  const height = box.rows.length
  const rows = box.rows.map(
    (row, index): DraftRow => ({
      ...row,
      cells: row.cells.map((slot) =>
        index + slot.rowSpan === height ? { ...slot, rowSpan: slot.rowSpan + missing } : slot,
      ),
    }),
  )
  const last = rows.at(-1) as DraftRow
  for (let n = 1; n <= missing; n++)
    rows.push({ id: `${last.id}+${n}`, role: last.role, keepWithNext: false, cells: [] })
  return { ...box, rows }
}

/** A row of one cell over the whole of a box. */
export const fullRow = (cell: DraftCell, role: RowRole, more: Partial<DraftRow> = {}): GridBox => ({
  kind: 'grid',
  columns: [{ em: 1, fixed: false }],
  headerRows: 0,
  rows: [{ id: cell.id, role, keepWithNext: false, cells: [{ cell, column: 0, colSpan: 1, rowSpan: 1 }], ...more }],
})
