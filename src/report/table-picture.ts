import { columns } from '../diagnostics/columns.ts'
import type { GridCell, GridRow, GridTable, Style, StyleName } from '../model/index.ts'
import { aligned, pieces, readable, wrap } from '../text/wrap.ts'

/** Bits of a junction: the directions in which a rule leaves it. */
const up = 1
const down = 2
const left = 4
const right = 8
const single = ' ╵╷│╴┘┐┤╶└┌├─┴┬┼'
const double = ' ╵╷│═╛╕╡═╘╒╞═╧╤╪'

/** No column is widened for a word longer than this; the word is broken. */
const longestWord = 8

type Styles = Readonly<Record<StyleName, Style>>

interface PlacedCell {
  readonly cell: GridCell
  readonly row: number
}

/** A table measured in columns and lines: what stands in each slot, how wide each column and how high each row is. */
interface Plan {
  readonly slots: readonly (readonly PlacedCell[])[]
  readonly cells: readonly PlacedCell[]
  readonly widths: readonly number[]
  readonly heights: readonly number[]
  readonly headerRows: number
}

/**
 * A table drawn with rules, spans as spans, a double rule under the header.
 * @param scale terminal columns per pt: the columns of the grid keep their proportions, and hold at least a character
 */
export function tablePicture(table: GridTable, styles: Styles, scale: number): string[] {
  const plan = planned(table, scale)
  const canvas = ruled(plan)
  for (const placed of plan.cells) write(canvas, plan, placed, styles[placed.cell.style])
  return canvas.map((line) => line.join(''))
}

function planned(table: GridTable, scale: number): Plan {
  const rows = Array.from(table.rows)
  const slots: PlacedCell[][] = rows.map(() => [])
  const cells = rows.flatMap((row: GridRow, index) => row.cells.map((cell) => ({ cell, row: index })))
  for (const placed of cells)
    for (let r = placed.row; r < placed.row + placed.cell.rowSpan; r++)
      for (let c = placed.cell.column; c < placed.cell.column + placed.cell.colSpan; c++)
        (slots[r] as PlacedCell[])[c] = placed
  const widths = columnWidths(table, cells, scale)
  return { slots, cells, widths, heights: rowHeights(rows.length, cells, widths), headerRows: table.headerRows }
}

function columnWidths(table: GridTable, cells: readonly PlacedCell[], scale: number): number[] {
  const least = table.columns.map(() => 1)
  for (const { cell } of cells) {
    if (cell.colSpan > 1) continue
    const words = cell.content.flatMap((runs) => pieces(readable(runs)))
    const word = Math.min(longestWord, Math.max(1, ...words.map((piece) => columns(piece.trimEnd()))))
    least[cell.column] = Math.max(least[cell.column] as number, word)
  }
  let edge = 0
  return table.columns.map(({ width }, index) => {
    const from = Math.round(edge * scale)
    edge += width
    return Math.max(least[index] as number, Math.round(edge * scale) - from - 1)
  })
}

/** Rows as high as their text; what a spanning cell needs beyond its rows is added to the last of them. */
function rowHeights(count: number, cells: readonly PlacedCell[], widths: readonly number[]): number[] {
  const heights: number[] = new Array(count).fill(1)
  const last = ({ cell, row }: PlacedCell) => row + cell.rowSpan - 1
  const upward = [...cells].sort((a, b) => a.cell.rowSpan - b.cell.rowSpan || last(a) - last(b))
  for (const placed of upward) {
    const needed = linesIn(placed.cell, span(widths, placed.cell.column, placed.cell.colSpan)).length
    const there = span(heights, placed.row, placed.cell.rowSpan)
    if (needed > there) (heights[last(placed)] as number) += needed - there
  }
  return heights
}

/** The inner size of so many columns or rows: their own and the rules between them. */
const span = (sizes: readonly number[], from: number, count: number): number =>
  sizes.slice(from, from + count).reduce((sum, size) => sum + size, 0) + count - 1

const linesIn = (cell: GridCell, width: number): string[] =>
  cell.content.flatMap((runs) => {
    const lines = wrap(readable(runs), width)
    return lines.length > 0 ? lines : ['']
  })

/** Where the rules stand, counted in columns or lines. */
const edges = (sizes: readonly number[]): number[] => {
  let at = 0
  return [0, ...sizes.map((size) => (at += size + 1))]
}

/** The empty table: every rule between two different cells, joined. */
function ruled({ slots, widths, heights, headerRows }: Plan): string[][] {
  const xs = edges(widths)
  const ys = edges(heights)
  const slot = (row: number, column: number) => slots[row]?.[column]
  const across = (y: number, column: number) => column in widths && slot(y - 1, column) !== slot(y, column)
  const along = (row: number, x: number) => row in heights && slot(row, x - 1) !== slot(row, x)
  const canvas = Array.from({ length: (ys.at(-1) as number) + 1 }, () =>
    new Array<string>((xs.at(-1) as number) + 1).fill(' '),
  )
  for (const [y, line] of ys.entries()) {
    const set = y === headerRows && y > 0 ? double : single
    for (const [x, column] of xs.entries()) {
      const arms =
        (along(y - 1, x) ? up : 0) |
        (along(y, x) ? down : 0) |
        (across(y, x - 1) ? left : 0) |
        (across(y, x) ? right : 0)
      put(canvas, line, column, set[arms] as string)
      if (across(y, x))
        for (let i = 1; i <= (widths[x] as number); i++) put(canvas, line, column + i, set[left | right] as string)
      if (along(y, x)) for (let i = 1; i <= (heights[y] as number); i++) put(canvas, line + i, column, '│')
    }
  }
  return canvas
}

function put(canvas: string[][], line: number, column: number, character: string): void {
  const row = canvas[line]
  if (row) row[column] = character
}

/** Writes a cell's lines into its place, set as its style sets them. */
function write(canvas: string[][], { widths, heights }: Plan, { cell, row }: PlacedCell, style: Style): void {
  const width = span(widths, cell.column, cell.colSpan)
  const height = span(heights, row, cell.rowSpan)
  const lines = linesIn(cell, width)
  const x = (edges(widths)[cell.column] as number) + 1
  const y =
    (edges(heights)[row] as number) + 1 + (style.valign === 'middle' ? Math.floor((height - lines.length) / 2) : 0)
  // A column of air between rule and text, where the text leaves one.
  const air = Math.max(0, ...lines.map(columns)) + 1 < width ? 1 : 0
  for (const [index, text] of lines.entries()) {
    const set =
      style.align === 'center' ? text : style.align === 'right' ? `${text}${' '.repeat(air)}` : ' '.repeat(air) + text
    let column = x
    for (const character of aligned(set, width, style.align)) {
      const taken = columns(character)
      if (taken === 0) {
        put(canvas, y + index, column - 1, `${canvas[y + index]?.[column - 1] ?? ''}${character}`)
        continue
      }
      put(canvas, y + index, column, character)
      if (taken === 2) put(canvas, y + index, column + 1, '')
      column += taken
    }
  }
}
