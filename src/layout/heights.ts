import {
  type Face,
  type GridCell,
  type GridRow,
  type GridTable,
  hung,
  type Line,
  plain,
  plainText,
  type Runs,
  type Style,
  type StyleName,
  sized,
} from '../model/index.ts'
import { breakLines, type Measure, oneLine } from '../text/breaks.ts'
import type { OfficeProgram } from '../text/punctuation.ts'
import { keptSolid, spaced } from '../text/spacing.ts'
import { officeLines } from './office-lines.ts'
import type { Parts } from './pieces.ts'

/** What the layout asks of the fonts: the width in pt of a text set in one way. */
export interface Widths {
  measure(text: string, look: { face: Face; size: number; bold?: boolean; mark?: 'sup' | 'sub' }): number
}

export type Styles = Readonly<Record<StyleName, Style>>

/** A cell whose text is broken: the lines that are still to be placed. Lengths in pt. */
export interface SetCell {
  readonly cell: GridCell
  readonly lines: readonly Line[]
  readonly lineHeight: number
  /** How many lines the row's height must hold beyond these: see {@link spacedLines}. */
  readonly spare: number
  /** Above and below the text together. */
  readonly padding: number
  /** A label that stands whole on every piece of its cell; otherwise the lines are shared among the pieces. */
  readonly again: boolean
  /** Kept free at each side, so that the lines are of about equal length. */
  readonly inset: number
  /** What a label says on further pages, where that is not the same again. */
  readonly further?: { readonly content: readonly Runs[]; readonly lines: readonly Line[] }
  /** What it says in place of its cell's content: it has gone on. */
  readonly says?: readonly Runs[]
  /** Present once a piece of the cell has been placed. */
  readonly parts?: Parts
}

/** A row, or what a cut has left of it, ready to be placed. */
export interface SetRow {
  readonly row: GridRow
  /** Counted from the first row of the table. */
  readonly index: number
  /** Cells of this row alone, and those that begin here and cover more rows. */
  readonly single: readonly SetCell[]
  readonly spanning: readonly SetCell[]
  readonly minHeight: number
  /** pt; the row's own need. Spanning cells may need more: what they lack is added to the last row they cover. */
  readonly height: number
  /** It is what a cut has left. */
  readonly begun: boolean
  /** Present once a piece of the row has been placed. */
  readonly parts?: Parts
}

/** A label as it stands on the next page. */
export const goneOn = (cell: SetCell): SetCell =>
  cell.further === undefined ? cell : { ...cell, lines: cell.further.lines, says: cell.further.content }

/** Breaks texts and cells to lines by the given looks and fonts. */
export interface Typesetter {
  readonly styles: Styles
  /** The lines of one paragraph in a box of `width` pt; an empty paragraph is one empty line. */
  lines(content: Runs, style: StyleName, width: number): Line[]
  /** Breaks the cells of a row; cells that need more than `most` pt are shared among pieces even if they are labels. */
  row(table: GridTable, row: GridRow, index: number, most: number): SetRow
}

/** @param continued what is printed after the label of a section that goes on from the page before */
export function typesetter(styles: Styles, fonts: Widths, continued?: string): Typesetter {
  const measures = new WeakMap<Style, Measure>()
  const measureOf = (style: Style): Measure => {
    const known = measures.get(style) ?? measureIn(style, fonts)
    measures.set(style, known)
    return known
  }
  const broken = (content: Runs, style: Style, width: number, program?: OfficeProgram): Line[] => {
    const room = { first: width - style.indent.first, rest: width - style.indent.rest }
    return breakLines(content, room, measureOf(style), style.autospace, program)
  }
  const finished = (lines: readonly Line[], style: Style): Line[] =>
    lines.map((line) => {
      const set = spaced(line, style, measureOf(style))
      return style.align === 'justify' && !line.last ? keptSolid(set) : set
    })
  const lines = (content: Runs, name: StyleName, width: number): Line[] =>
    finished(broken(content, styles[name], width), styles[name])
  const edges = new WeakMap<GridTable, readonly number[]>()
  const edgesOf = (table: GridTable): readonly number[] => {
    const known = edges.get(table) ?? columnEdges(table.columns.map((column) => column.width))
    edges.set(table, known)
    return known
  }
  const styleOf = ({ style, size, hanging }: GridCell): Style => hung(sized(styles[style], size), hanging)
  const breakAll = (cell: GridCell, width: number, program?: OfficeProgram): Line[] =>
    cell.content.flatMap((paragraph) => broken(paragraph, styleOf(cell), width, program))
  /** How the lines of a cell's text are set, where it may need several. */
  const setLines = (cell: GridCell, style: Style, width: number): CellLines => {
    const filled = breakAll(cell, width)
    const inset =
      style.align === 'center' ? balance(cell.content, filled, (each) => breakAll(cell, each), width, style.size) : 0
    const room = width - 2 * inset
    const breakFor = (program?: OfficeProgram) => {
      const own = program === undefined && inset === 0 ? filled : breakAll(cell, room, program)
      return style.autospace
        ? { own, most: own }
        : { own, most: spacedLines(own, (narrower) => breakAll(cell, room - narrower, program), room, style.size) }
    }
    const { own: least, most } = breakFor()
    const needed = Math.max(
      most.length,
      officeLines(cell.content, least, room / style.size, (program) => breakFor(program).most),
    )
    // Long texts are set with the lines that every program has room for: spare ones would show.
    const short = isLabel(cell) || style.align === 'center' || least.length < leastCut
    const lines = short ? least : most
    return { lines: finished(lines, style), spare: needed - lines.length, inset }
  }
  const setCell = (table: GridTable, cell: GridCell, highest: number): SetCell => {
    const style = styleOf(cell)
    const at = edgesOf(table)
    const width =
      (at[cell.column + cell.colSpan] ?? Number.NaN) -
      (at[cell.column] ?? Number.NaN) -
      2 * style.padding.x -
      (cell.after ?? 0)
    const only = onlyLine(cell.content, style, width, measureOf(style))
    const { lines, spare, inset } = only ?? setLines(cell, style, width)
    const again = isLabel(cell)
    const { lineHeight } = style
    const set: SetCell = { cell, lines, spare, inset, lineHeight, padding: 2 * style.padding.y, again }
    if (!again) return set
    if (needOf(set) > highest) return { ...set, again: false }
    if (continued === undefined || cell.role !== 'section') return set
    const content = [...cell.content.slice(0, -1), [...(cell.content.at(-1) ?? []), { text: continued }]]
    const further = breakAll({ ...cell, content }, width - 2 * inset)
    return { ...set, further: { content, lines: finished(further, style) } }
  }
  return {
    styles,
    lines,
    row: (table, row, index, most) => {
      const cells = row.cells.map((cell) => setCell(table, cell, most))
      const spans = row.cells.some(({ rowSpan }) => rowSpan > 1)
      const single = spans ? cells.filter(({ cell }) => cell.rowSpan === 1) : cells
      const spanning = spans ? cells.filter(({ cell }) => cell.rowSpan > 1) : noCells
      const { minHeight } = row
      return { row, index, single, spanning, minHeight, height: rowHeight(minHeight, single), begun: false }
    },
  }
}

const noCells: readonly SetCell[] = []

type CellLines = Pick<SetCell, 'lines' | 'spare' | 'inset'>

const noLines: CellLines = { lines: [], spare: 0, inset: 0 }

/** A text that is one line in every program, as in most cells; undefined where it may be none. */
function onlyLine(content: readonly Runs[], style: Style, room: number, measure: Measure): CellLines | undefined {
  const [runs] = content
  if (runs === undefined) return noLines
  if (content.length > 1 || style.autospace || style.indent.first !== 0) return undefined
  const line = oneLine(runs, room, measure)
  return line && fitsSpaced(line, room, style.size)
    ? { lines: [spaced(line, style, measure)], spare: 0, inset: 0 }
    : undefined
}

/** Fewer lines than these are never parted by a page break. */
const leastCut = 4

/** What LibreOffice puts between Han and Latin letters or digits in Word files, em; no setting of the file turns it off. */
const scriptSpace = 0.2

const scriptsMeet = /(?<=\p{sc=Han})(?=[0-9A-Za-z\u00C0-\u024F])|(?<=[0-9A-Za-z\u00C0-\u024F])(?=\p{sc=Han})/gu

/** What LibreOffice adds to a text's width between the scripts, em. */
export const scriptSpacesEm = (text: string): number =>
  latin.test(text) ? [...text.matchAll(scriptsMeet)].length * scriptSpace : 0

const latin = /[0-9A-Za-z\u00C0-\u024F]/

/**
 * The lines that a text has room for with space between the scripts: as broken, where each still fits with it, else
 * broken in as much less width. Rows are as high as these need, because a program that adds the space must not need
 * a line more than the row has.
 * @param breakIn breaks the text in a width smaller by so many pt
 * @param size pt
 */
export function spacedLines(
  broken: readonly Line[],
  breakIn: (narrower: number) => readonly Line[],
  room: number,
  size: number,
): readonly Line[] {
  const space = scriptSpace * size
  const fits = (lines: readonly Line[]) => lines.every((line) => fitsSpaced(line, room, size))
  let lines = broken
  for (let narrower = space; !fits(lines) && narrower < room / 2; narrower += space) lines = breakIn(narrower)
  return lines
}

/** Whether a line has room for what LibreOffice adds between the scripts. */
function fitsSpaced({ runs, width }: Line, room: number, size: number): boolean {
  const text = plain(runs)
  // Most cells have room whatever meets in them; looking where scripts meet is slow.
  return width + text.length * scriptSpace * size <= room || width + scriptSpacesEm(text) * size <= room + 0.01
}

/**
 * What to keep free at each side, pt, so that centred text takes no more lines than it must and these are of about
 * equal length: 自行开展/审核企业 rather than 自行开展审核企/业. No word is cut for it that was whole.
 * @param filled the lines in all of the width
 */
function balance(
  content: readonly Runs[],
  filled: readonly Line[],
  breakAt: (width: number) => Line[],
  width: number,
  size: number,
): number {
  const { length } = filled
  if (length < 2 || length > 4) return 0
  const text = plainText(content)
  const known = cutsIn(text, filled)
  let [low, high] = [width / length, width]
  while (high - low > size / 4) {
    const middle = (low + high) / 2
    const lines = breakAt(middle)
    const fits = lines.length <= length && lines.every((line) => line.width <= middle)
    if (fits && [...cutsIn(text, lines)].every((at) => known.has(at))) high = middle
    else low = middle
  }
  // A little more than needed: another font or an office's own spacing must not bring a line more.
  return Math.max(0, (width - high - size / 2) / 2)
}

/** Where lines end within a word of Latin letters or figures: indexes in the text that they were broken from. */
function cutsIn(text: string, lines: readonly Line[]): Set<number> {
  const cuts = new Set<number>()
  let end = 0
  for (const { runs } of lines) {
    const line = plain(runs)
    end = text.indexOf(line, end) + line.length
    if (inWord.test(text.slice(end - 1, end + 1))) cuts.add(end)
  }
  return cuts
}

const inWord = /^[!-~\u00A1-\u024F]{2}$/

/** The edges of columns from the left, pt: one more than there are columns. */
export function columnEdges(widths: readonly number[]): number[] {
  const edges = [0]
  for (const width of widths) edges.push((edges.at(-1) as number) + width)
  return edges
}

/** Width in pt of a run's text in a style; a strong run is bold. */
function measureIn(style: Style, fonts: Widths): Measure {
  const look = { face: style.face, size: style.size, bold: style.bold }
  const strong = { ...look, bold: true }
  return (text, run) => {
    const own = run.strong === true ? strong : look
    return fonts.measure(text, run.mark === undefined ? own : { ...own, mark: run.mark })
  }
}

/** The height in pt that a cell's text needs with its padding. An empty cell is a line high: Word has none lower. */
export const needOf = ({
  lines,
  spare,
  lineHeight,
  padding,
}: Pick<SetCell, 'lines' | 'spare' | 'lineHeight' | 'padding'>): number =>
  Math.max(1, lines.length + spare) * lineHeight + padding

/**
 * A row's own height in pt: its minimum or the highest of the cells that it has alone. A cell that covers more rows
 * counts only where it ends, because the rows above may already give it room and only its last row knows the sum.
 */
export const rowHeight = (minHeight: number, single: readonly SetCell[]): number =>
  single.reduce((height, cell) => Math.max(height, needOf(cell)), minHeight)

const labels: ReadonlySet<GridCell['role']> = new Set([
  'head',
  'section',
  'title',
  'spanner',
  'label',
  'unit',
  'code',
  'stub',
  'group',
  'seq',
] as const)

/** Labels are needed by the reader of each page; data are not printed twice. */
export const isLabel = (cell: GridCell): boolean => cell.scope !== undefined || labels.has(cell.role)
