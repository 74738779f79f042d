import { type GridDocument, type PlacedCell, type PlacedRow, plain, type Sheet } from '../../src/model/index.ts'
import type { DrawnCharacter } from '../readback/pdf-characters.ts'

/** A text outside tables, and the pages where it should stand. */
export interface Passage {
  readonly id: string
  readonly text: string
  /** Index of the page in the other document. */
  readonly other: number
}

/** A table's rows on one page of the plan, and the page of the other document where they should stand. */
export interface Segment {
  readonly table: string
  /** Index of the page in our PDF. */
  readonly page: number
  /** Index of the page in the other. */
  readonly other: number
  readonly rows: readonly PlacedRow[]
}

/** What the comparison of two documents found. */
export interface Agreement {
  rows: number
  agreeing: number
  /** Cells with text, and those of them whose lines are the same ones too. */
  cells: number
  sameLines: number
  /** In words, a line each. */
  readonly mismatches: string[]
}

/** Segments whose pages are the plan's own, as in Word. */
export function segmentsOfPages({ pages }: GridDocument): Segment[] {
  return [...pages].flatMap(({ items, number }) => {
    const tables = new Map<string, PlacedRow[]>()
    for (const item of items)
      if (item.kind === 'row') tables.set(item.table.id, [...(tables.get(item.table.id) ?? []), item])
    return [...tables].map(([table, rows]) => ({ table, rows, page: number - 1, other: number - 1 }))
  })
}

/** What stands outside tables on each page of the plan: texts or their pieces, and fields. */
export function passagesOfPages({ pages }: GridDocument): Passage[] {
  return [...pages].flatMap(({ items, number }) =>
    items.flatMap((item): Passage[] => {
      if (item.kind === 'row') return []
      if (item.kind === 'text')
        return [{ id: item.block.id, text: item.lines.map(({ runs }) => plain(runs)).join(''), other: number - 1 }]
      return item.line.segments.map(({ id, content }) => ({ id, text: plain(content), other: number - 1 }))
    }),
  )
}

/** The same on the pages of the worksheets, as the sheets' rows say. */
export function passagesOfSheets({ sheets, items }: GridDocument): Passage[] {
  const outside = new Set(
    items.flatMap((item) =>
      item.kind === 'text' ? [item.id] : item.kind === 'fields' ? item.segments.map(({ id }) => id) : [],
    ),
  )
  const found: Passage[] = []
  let page = -1
  for (const { rows } of sheets)
    for (const [at, { breakBefore, cells }] of [...rows].entries()) {
      if (at === 0 || breakBefore) page++
      for (const { id, content } of cells)
        if (outside.has(id)) found.push({ id, text: content.map(plain).join(''), other: page })
    }
  return found
}

/**
 * Segments by the pages of the worksheets, which follow each other in one file. A table's first segment stands where
 * its sheet's rows say; the others must follow it page by page as on paper.
 */
export function segmentsOfSheets(document: GridDocument): Segment[] {
  const begins = new Map<string, number>()
  let page = 0
  for (const sheet of document.sheets) {
    for (const [id, at] of cellPages(sheet)) if (!begins.has(id)) begins.set(id, page + at)
    page += [...sheet.rows].filter(({ breakBefore }, at) => at === 0 || breakBefore).length
  }
  const first = new Map<string, number>()
  return segmentsOfPages(document).map((segment) => {
    const start = first.get(segment.table) ?? segment.page
    first.set(segment.table, start)
    const table = segment.rows[0]?.table
    const [row] = table?.rows ?? []
    const base = begins.get(row?.cells[0]?.id ?? '') ?? Number.NaN
    // A worksheet repeats its own rows at the top, and none within a table.
    return { ...segment, rows: segment.rows.filter(({ repeated }) => !repeated), other: base + segment.page - start }
  })
}

/** Index of the sheet's page on which each of its cells begins. */
function cellPages({ rows }: Sheet): Map<string, number> {
  const found = new Map<string, number>()
  let page = 0
  for (const [at, row] of [...rows].entries()) {
    if (row.breakBefore && at > 0) page++
    for (const { id } of row.cells) if (!found.has(id)) found.set(id, page)
  }
  return found
}

/** pt; how far a character may stand above or below its cell, as pixels and twips are rounded. */
const tolerance = 2

/** How many characters are the first and last words of a text. */
const wordsOfText = 8

/** The passages whose first or last words are not on their page of the other document, in words. */
export function missingPassages(passages: readonly Passage[], theirs: readonly DrawnCharacter[][]): string[] {
  const pages = theirs.map((characters) => inLines(characters).join(''))
  return passages.flatMap(({ id, text, other }) => {
    const characters = [...text.replace(/[\s\p{C}]/gu, '')]
    const words = [characters.slice(0, wordsOfText), characters.slice(-wordsOfText)].map((each) => each.join(''))
    const absent = words.filter((each) => !pages[other]?.includes(each))
    return absent.length === 0 ? [] : [`page ${other + 1}, ${id}: “${absent[0]}” is not there`]
  })
}

/**
 * Compares what is drawn in each cell's place on our page and on the other's. Rows may stand higher or lower there, all
 * of a segment by one distance: texts above a table may take more room on a worksheet.
 */
export function compare(
  { page: { margin } }: GridDocument,
  segments: readonly Segment[],
  ours: readonly DrawnCharacter[][],
  theirs: readonly DrawnCharacter[][],
): Agreement {
  const agreement: Agreement = { rows: 0, agreeing: 0, cells: 0, sameLines: 0, mismatches: [] }
  for (const { table, page, other, rows } of segments) {
    const boxes = rows.map((row) => row.cells.map((placed) => boxOf(placed, row, margin)))
    const here = ours[page] ?? []
    const there = theirs[other] ?? []
    const expected = boxes.map((cells) => cells.map((box) => within(box, here, 0)))
    const texts = expected.flat().map((lines) => lines.join(''))
    const shift = likelyShift(boxes.flat(), texts, here, there)
    rows.forEach((row, at) => {
      agreement.rows++
      const wrong = (boxes[at] as Box[]).flatMap((box, n) => {
        const lines = expected[at]?.[n] ?? []
        const theirLines = within(box, there, shift)
        const [want, got] = [lines.join(''), theirLines.join('')]
        if (want !== '') agreement.cells++
        if (want !== '' && lines.join('\n') === theirLines.join('\n')) agreement.sameLines++
        return want === got ? [] : [`${ends(want)} is ${ends(got)}`]
      })
      if (wrong.length === 0) agreement.agreeing++
      else agreement.mismatches.push(`page ${page + 1} (${other + 1}), ${table}, row ${row.row.id}: ${wrong[0]}`)
    })
  }
  return agreement
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

function boxOf({ cell, height }: PlacedCell, { y, table }: PlacedRow, margin: { left: number; top: number }): Box {
  const edge = (column: number) => table.columns.slice(0, column).reduce((sum, { width }) => sum + width, 0)
  const left = margin.left + edge(cell.column)
  const top = margin.top + y
  return { left, right: margin.left + edge(cell.column + cell.colSpan), top, bottom: top + height }
}

/** The lines drawn in a box, from above down; `shift` pt lower than the box says. */
function within({ left, right, top, bottom }: Box, page: readonly DrawnCharacter[], shift: number): string[] {
  const found = page.filter(({ x, y, size }) => {
    const middle = y - size * 0.35 - shift
    // The narrowest characters are half as wide as this.
    const centre = x + size * 0.25
    return centre > left && centre < right && middle > top - tolerance && middle < bottom + tolerance
  })
  return inLines(found)
}

/** Characters in the order of reading: raised and lowered ones belong to the line that they stand in. */
function inLines(characters: readonly DrawnCharacter[]): string[] {
  const lines: { y: number; size: number; characters: DrawnCharacter[] }[] = []
  for (const each of [...characters].sort((a, b) => b.size - a.size)) {
    const line = lines.find(({ y, size }) => Math.abs(y - each.y) < size * 0.6)
    if (line === undefined) lines.push({ y: each.y, size: each.size, characters: [each] })
    else line.characters.push(each)
  }
  return lines
    .sort((a, b) => a.y - b.y)
    .map((line) =>
      line.characters
        .sort((a, b) => a.x - b.x)
        .map(({ char }) => char)
        .join(''),
    )
}

/** The distance at which the first cells with text say the same on both pages; 0 where none does. */
function likelyShift(
  boxes: readonly Box[],
  expected: readonly string[],
  here: readonly DrawnCharacter[],
  there: readonly DrawnCharacter[],
): number {
  const known = boxes.flatMap((box, at) => ((expected[at] ?? '') === '' ? [] : [{ box, text: expected[at] as string }]))
  const [first] = known
  if (first === undefined) return 0
  const origin = here.find(({ x, y, char }) => inside(first.box, x, y) && first.text.startsWith(char))
  if (origin === undefined) return 0
  const tallest = known.toSorted((a, b) => b.text.length - a.text.length)
  const probes = [...known.slice(0, 6), ...tallest.slice(0, 12)]
  const shifts = there
    .filter(({ char, x }) => char === origin.char && Math.abs(x - origin.x) < 30)
    .map(({ y }) => y - origin.y)
  const score = (shift: number) => probes.filter(({ box, text }) => within(box, there, shift).join('') === text).length
  const ranked = [0, ...shifts].map((shift) => ({ shift, score: score(shift) }))
  return ranked.sort((a, b) => b.score - a.score || Math.abs(a.shift) - Math.abs(b.shift))[0]?.shift ?? 0
}

const inside = ({ left, right, top, bottom }: Box, x: number, y: number): boolean =>
  x >= left && x <= right && y >= top && y <= bottom

/** The first and last words of a text. */
function ends(text: string): string {
  const characters = [...text]
  if (characters.length === 0) return 'nothing'
  if (characters.length <= 16) return `“${text}”`
  return `“${characters.slice(0, 8).join('')}…${characters.slice(-8).join('')}”`
}
