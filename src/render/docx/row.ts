import {
  hung,
  type PlacedCell,
  type PlacedRow,
  type Runs,
  type Style,
  type StyleName,
  sized,
} from '../../model/index.ts'
import type { Annotations } from './annotations.ts'
import { indents, lineSpacing, sizeLook } from './look.ts'
import { paragraph as paragraphXml, runsXml } from './paragraph.ts'
import { type Position, START, takeLines } from './pieces.ts'
import { twips } from './units.ts'

/** A table as its rows are written, from first to last. */
export interface RowWriter {
  readonly id: string
  /** Edges of the columns, twips; one more than there are columns. */
  readonly edges: readonly number[]
  readonly headerRows: number
  readonly styles: Readonly<Record<StyleName, Style>>
  /** Width of the rules between rows, pt. */
  readonly rule: number
  /** The margins that the table gives a cell without its own. */
  readonly margins: string
  readonly marks: Annotations
  /** Which table of the file this is of those that together are the table of the form, from 1. */
  readonly part: number
  /** Rows written. */
  written: number
  /** By column: the cell that begins there and reaches into the rows to come. */
  readonly open: Map<number, { readonly cell: PlacedCell; readonly rows: number }>
  /** By id, for a cell that is cut and goes on: where in its content the next piece begins. */
  readonly cut: Map<string, Position>
}

/**
 * One row of the grid as a `w:tr`, given to `sink`. A cell over several rows is a vertical merge; one that a page
 * break cuts ends its merge with the page and begins another, with its text, on the next.
 * @param newPage the row begins a page of the plan
 * @throws Error where the placed cells leave a slot of the row uncovered or overlap: Word would show a ragged row
 */
export function writeRow(placed: PlacedRow, table: RowWriter, newPage: boolean, sink: (xml: string) => void): void {
  let cells = ''
  for (const { cell, above } of slots(placed, table)) {
    const first = cell.cell.column === 0
    const place = { placed, table, first, newPage: newPage && first }
    cells += above ? mergedCell(cell, place) : startingCell(cell, place)
  }
  sink(`<w:tr>${rowProperties(placed, table)}${cells}</w:tr>`)
  table.written++
}

interface Slot {
  readonly cell: PlacedCell
  /** The cell began in a row above. */
  readonly above: boolean
}

/** The cells of a row from left to right, those that reach into it from above included. */
function slots({ row, cells }: PlacedRow, { id, edges, open }: RowWriter): Slot[] {
  const starting = new Map(cells.map((cell) => [cell.cell.column, cell]))
  const found: Slot[] = []
  let column = 0
  while (column < edges.length - 1) {
    const above = open.get(column)
    const cell = above?.cell ?? starting.get(column)
    if (cell === undefined) throw new Error(`${id}, row ${row.id}: no cell covers column ${column + 1}`)
    found.push({ cell, above: above !== undefined })
    if (above === undefined) starting.delete(column)
    const rows = above?.rows ?? cell.rowSpan
    if (rows > 1) open.set(column, { cell, rows: rows - 1 })
    else open.delete(column)
    column += cell.cell.colSpan
  }
  const [left] = starting.keys()
  if (left !== undefined) throw new Error(`${id}, row ${row.id}: two cells cover column ${left + 1}`)
  if (column > edges.length - 1) throw new Error(`${id}, row ${row.id}: a cell reaches beyond the last column`)
  return found
}

interface Place {
  readonly placed: PlacedRow
  readonly table: RowWriter
  /** The first cell of the row carries the bookmark of a row that is cut. */
  readonly first: boolean
  /** Word breaks the page before a row whose first paragraph asks for it. */
  readonly newPage: boolean
}

/** Heights are least ones: an office program that needs a line more, as for its own spacing, must not cut it off. */
function rowProperties({ height, row: { revision } }: PlacedRow, { written, headerRows, marks }: RowWriter): string {
  const header = written < headerRows ? '<w:tblHeader/>' : ''
  const mark = marks.revisionMark(revision)
  return `<w:trPr><w:cantSplit/><w:trHeight w:val="${twips(height)}" w:hRule="atLeast"/>${header}${mark}</w:trPr>`
}

function startingCell(placed: PlacedCell, place: Place): string {
  const { cell, piece } = placed
  const { table } = place
  const look = sizeLook(cell.size)
  const { paragraphs, suffix, continues } = piece.of > 1 ? cutContent(placed, table) : wholeContent(placed)
  let body = ''
  for (let n = 0; n < Math.max(1, paragraphs.length); n++) {
    const runs = runsXml(paragraphs[n] ?? [], table.marks, look)
    const content = n === 0 && suffix !== '' ? table.marks.bookmark(cell.id, suffix, runs) : runs
    body += cellParagraph(cell.style, content, place, { of: placed, n, continues: n === 0 && continues })
  }
  return `<w:tc>${cellProperties(placed, table, placed.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '')}${body}</w:tc>`
}

interface CellContent {
  readonly paragraphs: readonly Runs[]
  /** Of the bookmark that tells which piece of the cell this is. */
  readonly suffix: string
  /** The first paragraph began in the piece before. */
  readonly continues: boolean
}

const wholeContent = ({ cell }: PlacedCell): CellContent => ({
  paragraphs: cell.content,
  suffix: '',
  continues: false,
})

/**
 * The n-th piece of a cell: `<n>` says its text again, `<n>c` goes on with the paragraph of the piece before, `<n>p`
 * goes on with the next paragraph. The bookmark says it, because a reader cannot know from the text.
 */
function cutContent({ cell, piece, lines, says }: PlacedCell, { cut }: RowWriter): CellContent {
  if (says !== undefined) return { paragraphs: says, suffix: `${piece.n}`, continues: false }
  const from = cut.get(cell.id)
  const again = from === undefined || (from.paragraph >= cell.content.length && lines.length > 0)
  const { paragraphs, to } = takeLines(cell.content, again ? START : from, lines)
  if (piece.n < piece.of) cut.set(cell.id, to)
  else cut.delete(cell.id)
  const continues = !again && from.offset > 0
  return { paragraphs, suffix: `${piece.n}${again ? '' : continues ? 'c' : 'p'}`, continues }
}

const mergedCell = (placed: PlacedCell, place: Place): string =>
  `<w:tc>${cellProperties(placed, place.table, '<w:vMerge/>')}${cellParagraph(placed.cell.style, '', place)}</w:tc>`

const verticalAlignment = { top: 'top', middle: 'center', bottom: 'bottom' } as const

function cellProperties({ cell }: PlacedCell, table: RowWriter, merge: string): string {
  const { edges, styles, margins, rule } = table
  const width = (edges[cell.column + cell.colSpan] ?? Number.NaN) - (edges[cell.column] as number)
  const span = cell.colSpan > 1 ? `<w:gridSpan w:val="${cell.colSpan}"/>` : ''
  const style = styles[cell.style]
  const own = cellMargins(style, rule)
  const margin = own === margins ? '' : `<w:tcMar>${own}</w:tcMar>`
  const valign = verticalAlignment[style.valign]
  return `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}${margin}<w:vAlign w:val="${valign}"/></w:tcPr>`
}

/**
 * The four margins of a cell, as `w:tblCellMar` and `w:tcMar` hold them. Word adds the rule above a row to what the
 * row needs; the top margin gives it back, or a page of rows would be higher than the layout has counted.
 * @param rule pt
 */
export function cellMargins({ padding }: Style, rule: number): string {
  const x = twips(padding.x)
  const side = (name: string, width: number) => `<w:${name} w:w="${width}" w:type="dxa"/>`
  const top = side('top', twips(Math.max(0, padding.y - rule)))
  return top + side('left', x) + side('bottom', twips(padding.y)) + side('right', x)
}

/** The n-th paragraph of a cell. */
interface CellParagraph {
  readonly of: PlacedCell
  readonly n: number
  /** It began in the piece before: its first line is not a first line. */
  readonly continues: boolean
}

/** @param paragraph absent in a cell that goes on from the row above */
function cellParagraph(style: StyleName, content: string, place: Place, paragraph?: CellParagraph): string {
  const { placed, table } = place
  const { piece, row } = placed
  const opens = paragraph === undefined || paragraph.n === 0
  const first = place.first && opens
  const newPage = place.newPage && opens
  const cut = first && piece.of > 1 ? table.marks.bookmark(`${table.id}.${row.id}`, `${piece.n}r`, '') : ''
  const goesOn =
    first && table.part > 1 && table.written === 0 ? table.marks.bookmark(table.id, `${table.part}t`, '') : ''
  const inner = first && placed.repeated && table.written >= table.headerRows
  const again = inner ? table.marks.bookmark(`${table.id}.${row.id}`, `${table.part}again`, '') : ''
  const marked = goesOn + again + cut
  const flow = (row.keepWithNext ? '<w:keepNext/>' : '') + (newPage ? '<w:pageBreakBefore/>' : '')
  const setting = paragraph === undefined ? '' : paragraphSetting(table.styles[style], paragraph)
  const end = row.revision ?? paragraph?.of.cell.paragraphEnds?.[paragraph.n]
  return paragraphXml(style, flow + setting, marked + content, table.marks.revisionMark(end))
}

/** How a paragraph is set where that is not as its style says. */
function paragraphSetting(style: Style, { of: { cell, inset = 0 }, continues }: CellParagraph): string {
  const { first, rest } = hung(style, cell.hanging).indent
  const spacing = cell.size === undefined ? '' : lineSpacing(sized(style, cell.size))
  if (inset > 0) return spacing + indents(inset, inset, inset)
  if (cell.after !== undefined && cell.after > 0) return spacing + indents(first, rest, cell.after)
  if (continues) return spacing + indents(rest, rest)
  return cell.hanging === undefined ? spacing : spacing + indents(first, rest)
}
