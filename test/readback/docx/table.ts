import { type MarkedRun, marked, type OutlineCell, type OutlineTable, printed } from '../outline.ts'
import { readParagraph } from './paragraph.ts'
import { attribute, child, children, isOn, type Node } from './xml.ts'

/** A cell as it stands in the file: one piece of a cell of the form, or the whole of it. */
interface FoundCell {
  column: number
  colSpan: number
  /** Rows of the file. */
  row: number
  rowSpan: number
  merges: boolean
  paragraphs: MarkedRun[][]
  piece?: Piece
}

/** `__2` says the text again, `__2c` goes on with the paragraph, `__2p` with the next paragraph. */
interface Piece {
  base: string
  n: number
  goesOn: '' | 'c' | 'p'
}

/**
 * A table of the form, its cut cells and cut rows folded.
 * @param parts the tables of the file that together are it: each further one has the header of the first again
 * @throws Error what `readDocx` throws
 */
export function readTable(parts: Node[]): OutlineTable {
  const [widths = [], ...others] = parts.map(gridWidths)
  if (others.some((other) => other.join() !== widths.join()))
    throw new Error('a table goes on with columns of other widths')
  const rows = parts.flatMap((part, at) => (at === 0 ? children(part, 'w:tr') : rowsGoingOn(part, parts[0] as Node)))
  const found = mergedCells(rows, widths)
  const logical = logicalRows(rows)
  const outline: OutlineCell[][] = Array.from({ length: (logical.at(-1) ?? -1) + 1 }, () => [])
  for (const { cell, last } of folded(found, logical)) {
    const from = logical[cell.row] as number
    const text = printed(cell.paragraphs.map(marked))
    const rowSpan = (logical[last] as number) - from + 1
    outline[from]?.push({ column: cell.column, colSpan: cell.colSpan, rowSpan, text })
  }
  for (const row of outline) row.sort((a, b) => a.column - b.column)
  return { kind: 'table', columns: widths.length, headerRows: headerRows(rows), rows: outline }
}

/** Which part of a table of the form a table of the file is: `__2t` marks the second. */
export function partOf(table: Node): number {
  const [first] = children(table, 'w:tr')
  const marks = children(first, 'w:tc').flatMap((tc) =>
    children(tc, 'w:p').flatMap((p) => children(p, 'w:bookmarkStart')),
  )
  const numbers = marks.map((mark) => /__(\d+)t$/.exec(attribute(mark, 'w:name') ?? '')?.[1])
  return Number(numbers.find((number) => number !== undefined) ?? 1)
}

/** The rows of a further part, without the header, which must say what the first part's says. */
function rowsGoingOn(part: Node, first: Node): Node[] {
  const header = (table: Node): string => {
    const rows = children(table, 'w:tr')
    return JSON.stringify(
      rows
        .slice(0, headerRows(rows))
        .map((row) => children(row, 'w:tc').map(readCell))
        .map(said),
    )
  }
  if (header(part) !== header(first)) throw new Error('a table goes on under another header')
  const rows = children(part, 'w:tr')
  return rows.slice(headerRows(rows)).filter((row) => !isAgain(row))
}

/** Whether a row says again what stands over a list: `__2again` marks it in the second part. */
const isAgain = (row: Node): boolean =>
  children(row, 'w:tc')
    .flatMap((tc) => children(tc, 'w:p').flatMap((p) => children(p, 'w:bookmarkStart')))
    .some((mark) => /__\d+again$/.test(attribute(mark, 'w:name') ?? ''))

const said = (cells: { paragraphs: MarkedRun[][] }[]): string[][] =>
  cells.map(({ paragraphs }) => paragraphs.map(marked))

function gridWidths(table: Node): number[] {
  const properties = child(table, 'w:tblPr')
  if (attribute(child(properties, 'w:tblLayout'), 'w:type') !== 'fixed')
    throw new Error('the table layout is not fixed')
  const widths = children(child(table, 'w:tblGrid'), 'w:gridCol').map((column) => Number(attribute(column, 'w:w')))
  const width = child(properties, 'w:tblW')
  if (attribute(width, 'w:type') !== 'dxa') throw new Error('the table has no width in twips')
  if (Number(attribute(width, 'w:w')) !== sum(widths)) throw new Error('the grid is not as wide as the table')
  return widths
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0)

/** The cells of all rows, merged over rows. */
function mergedCells(rows: Node[], widths: number[]): FoundCell[] {
  const cells: FoundCell[] = []
  let above = new Map<number, FoundCell>()
  rows.forEach((node, row) => {
    const here = new Map<number, FoundCell>()
    let column = 0
    for (const tc of children(node, 'w:tc')) {
      const place = `row ${row + 1}, column ${column + 1}`
      const { colSpan, merge } = cellShape(tc, column, widths, place)
      const read = readCell(tc)
      if (merge === 'continue') {
        const merged = above.get(column)
        if (merged?.merges !== true || merged.colSpan !== colSpan)
          throw new Error(`${place}: a merge without beginning`)
        if (sum(read.paragraphs.flat().map(({ text }) => text.length)) > 0)
          throw new Error(`${place}: text in a covered cell`)
        merged.rowSpan++
        here.set(column, merged)
      } else {
        const cell = { column, colSpan, row, rowSpan: 1, merges: merge === 'restart', ...read }
        cells.push(cell)
        here.set(column, cell)
      }
      column += colSpan
    }
    if (column !== widths.length) throw new Error(`row ${row + 1} covers ${column} of ${widths.length} columns`)
    above = here
  })
  const lonely = cells.find(({ merges, rowSpan }) => merges && rowSpan === 1)
  if (lonely !== undefined) throw new Error(`row ${lonely.row + 1}: a merge of one cell`)
  return cells
}

function cellShape(tc: Node, column: number, widths: number[], place: string) {
  const properties = child(tc, 'w:tcPr')
  const colSpan = Number(attribute(child(properties, 'w:gridSpan'), 'w:val') ?? 1)
  const width = child(properties, 'w:tcW')
  if (
    attribute(width, 'w:type') !== 'dxa' ||
    Number(attribute(width, 'w:w')) !== sum(widths.slice(column, column + colSpan))
  )
    throw new Error(`${place}: the cell is not as wide as its columns`)
  const vMerge = child(properties, 'w:vMerge')
  const merge = vMerge === undefined ? 'none' : (attribute(vMerge, 'w:val') ?? 'continue')
  if (children(tc, 'w:p').length === 0) throw new Error(`${place}: a cell without a paragraph`)
  return { colSpan, merge }
}

function readCell(tc: Node): { paragraphs: MarkedRun[][]; piece?: Piece } {
  const read = children(tc, 'w:p').map(readParagraph)
  const paragraphs = read.map(({ runs }) => runs)
  for (const { name } of read.flatMap(({ bookmarks }) => bookmarks)) {
    const match = /^(.+)__(\d+)([cp]?)$/.exec(name)
    if (match === null) continue
    const [, base, n, goesOn] = match as unknown as [string, string, string, '' | 'c' | 'p']
    return { paragraphs, piece: { base, n: Number(n), goesOn } }
  }
  return { paragraphs }
}

/** For each row of the file the row of the form: the second piece of a cut row is no new row. */
function logicalRows(rows: Node[]): number[] {
  let open = { base: '', n: 0 }
  let logical = -1
  return rows.map((row, index) => {
    const names = children(row, 'w:tc')
      .flatMap((tc) => children(tc, 'w:p'))
      .flatMap((p) => children(p, 'w:bookmarkStart').map((mark) => attribute(mark, 'w:name') ?? ''))
    const match = names.map((name) => /^(.+)__(\d+)r$/.exec(name)).find((found) => found !== null)
    const piece = { base: match?.[1] ?? '', n: Number(match?.[2] ?? 1) }
    if (piece.n > 1 && (piece.base !== open.base || piece.n !== open.n + 1))
      throw new Error(`row ${index + 1}: ${piece.base} is not continued here`)
    open = piece
    return piece.n > 1 ? logical : ++logical
  })
}

/** The cells of the form, pieces joined, with the last row of the file that each covers. */
function folded(cells: FoundCell[], logical: number[]): { cell: FoundCell; last: number }[] {
  const whole: { cell: FoundCell; last: number }[] = []
  const cut = new Map<string, { cell: FoundCell; last: number; n: number }>()
  for (const cell of cells) {
    const last = cell.row + cell.rowSpan - 1
    const { piece } = cell
    if (piece === undefined || piece.n === 1) {
      if (cell.row > 0 && logical[cell.row] === logical[cell.row - 1])
        throw new Error(`row ${cell.row + 1}, column ${cell.column + 1}: a new cell in the rest of a row`)
      const begun = { cell, last, n: 1 }
      if (piece !== undefined) cut.set(piece.base, begun)
      whole.push(begun)
      continue
    }
    const before = cut.get(piece.base)
    if (before?.n !== piece.n - 1 || before.last !== cell.row - 1)
      throw new Error(`row ${cell.row + 1}: piece ${piece.n} of ${piece.base} does not follow the one before`)
    if (before.cell.column !== cell.column || before.cell.colSpan !== cell.colSpan)
      throw new Error(`row ${cell.row + 1}: the pieces of ${piece.base} cover different columns`)
    before.n = piece.n
    before.last = last
    join(before.cell, cell.paragraphs, piece)
  }
  return whole
}

function join(cell: FoundCell, paragraphs: MarkedRun[][], { base, n, goesOn }: Piece): void {
  const text = (of: MarkedRun[][]) => of.map(marked).join('\n')
  if (goesOn === '') {
    // A label that goes on may say so at its end: （续）.
    if (!text(paragraphs).startsWith(text(cell.paragraphs)))
      throw new Error(`piece ${n} of ${base} says something else`)
    return
  }
  if (text(paragraphs) === '') return
  const [first = [], ...rest] = paragraphs
  if (goesOn === 'c') cell.paragraphs.at(-1)?.push(...first)
  else cell.paragraphs.push(first)
  cell.paragraphs.push(...rest)
}

function headerRows(rows: Node[]): number {
  const header = rows.map((row) => isOn(child(child(row, 'w:trPr'), 'w:tblHeader')))
  const count = header.indexOf(false) === -1 ? rows.length : header.indexOf(false)
  if (header.lastIndexOf(true) >= count) throw new Error('a header row is not among the first rows')
  return count
}
