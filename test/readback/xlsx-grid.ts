import { type MarkedRun, marked } from './outline.ts'
import { type Range, type RawBook, type RawCell, type RawSheet, XlsxFault } from './xlsx-package.ts'

/** A cell as it is seen: a merge is one, and the pieces of a cell cut by page breaks are one. */
export interface SeenCell {
  areas: Range[]
  runs: MarkedRun[]
}

/** Who covers which slot of a sheet. */
export interface SeenSheet {
  name: string
  columns: number
  /** `slots[row][column]`; undefined where there is no cell. */
  slots: (SeenCell | undefined)[][]
}

export const within = (inner: Range, outer: Range): boolean =>
  inner.row >= outer.row &&
  inner.toRow <= outer.toRow &&
  inner.column >= outer.column &&
  inner.toColumn <= outer.toColumn

export const meet = (a: Range, b: Range): boolean =>
  a.row <= b.toRow && b.row <= a.toRow && a.column <= b.toColumn && b.column <= a.toColumn

export const spelt = (sheet: { name: string }, { row, column }: { row: number; column: number }): string =>
  `${sheet.name}!R${row + 1}C${column + 1}`

/**
 * @param printed the sheet's print area: what lies outside it would not reach the paper
 * @throws XlsxFault for overlapping merges, values under a merge or outside the print area, merges over missing cells
 */
export function seeSheet(sheet: RawSheet, printed: Range): SeenSheet {
  const slots: SeenSheet['slots'] = Array.from({ length: printed.toRow + 1 }, () =>
    Array.from({ length: printed.toColumn + 1 }, () => undefined),
  )
  const cells = new Map(sheet.rows.flat().map((cell) => [`${cell.row} ${cell.column}`, cell]))
  for (const area of sheet.merges) {
    if (!within(area, printed)) throw new XlsxFault(`${spelt(sheet, area)}: a merge lies outside the print area`)
    place(slots, area, sheet, seen(area, cells.get(`${area.row} ${area.column}`)))
    for (let row = area.row; row <= area.toRow; row++)
      for (let column = area.column; column <= area.toColumn; column++) {
        const cell = cells.get(`${row} ${column}`)
        if (cell === undefined) throw new XlsxFault(`${spelt(sheet, { row, column })}: a merge covers no cell`)
        const covered = row > area.row || column > area.column
        if (covered && cell.runs.length > 0)
          throw new XlsxFault(`${spelt(sheet, cell)}: a value is hidden under a merge`)
      }
  }
  for (const cell of cells.values()) {
    const area = { row: cell.row, column: cell.column, toRow: cell.row, toColumn: cell.column }
    if (!within(area, printed)) throw new XlsxFault(`${spelt(sheet, cell)}: a cell lies outside the print area`)
    if (slots[cell.row]?.[cell.column] === undefined) place(slots, area, sheet, seen(area, cell))
  }
  return { name: sheet.name, columns: printed.toColumn + 1, slots }
}

const seen = (area: Range, cell: RawCell | undefined): SeenCell => ({
  areas: [area],
  runs: cell?.runs ?? [],
})

function place(slots: SeenSheet['slots'], area: Range, sheet: RawSheet, cell: SeenCell): void {
  for (let row = area.row; row <= area.toRow; row++)
    for (let column = area.column; column <= area.toColumn; column++) {
      const line = slots[row] as (SeenCell | undefined)[]
      if (line[column] !== undefined) throw new XlsxFault(`${spelt(sheet, { row, column })}: merges overlap`)
      line[column] = cell
    }
}

interface NamedPiece {
  n: number
  of: number
  /** It goes on with the paragraph of the piece before (`c`), with the next (`p`), or says the text again. */
  goesOn: '' | 'c' | 'p'
  sheet: number
  range: Range
  name: string
}

/**
 * Makes one cell of the pieces that names of the form `cell_<id>_<n>of<m>` name. A label printed again on each page is
 * said once; a text that runs on over the break (`<n>of<m>c`, `<n>of<m>p`) is put together.
 * @throws XlsxFault for a missing piece, one that does not stand right below the piece before it, or one that says
 *   another text instead of the same again
 */
export function foldPieces(book: RawBook, sheets: SeenSheet[]): void {
  const chains = new Map<string, NamedPiece[]>()
  for (const { name, sheet, range } of book.names) {
    const [, id, n, of, goesOn] = /^cell_(.+)_(\d+)of(\d+)([cp]?)$/.exec(name) ?? []
    if (id === undefined) continue
    const key = `${id} ${of}`
    const piece = { n: Number(n), of: Number(of), goesOn: goesOn as NamedPiece['goesOn'], sheet, range, name }
    chains.set(key, [...(chains.get(key) ?? []), piece])
  }
  for (const [key, chain] of chains) {
    chain.sort((a, b) => a.n - b.n)
    if (chain.some(({ n, of }, at) => n !== at + 1 || of !== chain.length))
      throw new XlsxFault(`pieces are missing of ${key}`)
    const first = pieceCell(sheets, chain[0] as NamedPiece)
    for (const [at, piece] of chain.slice(1).entries()) {
      const above = chain[at] as NamedPiece
      const apart = piece.range.row !== above.range.toRow + 1 || piece.range.column !== above.range.column
      if (apart || piece.sheet !== above.sheet || piece.range.toColumn !== above.range.toColumn)
        throw new XlsxFault(`${piece.name} does not stand right below ${above.name}`)
      join(first, pieceCell(sheets, piece), piece, sheets[piece.sheet] as SeenSheet)
    }
  }
}

function pieceCell(sheets: SeenSheet[], { sheet, range, name }: NamedPiece): SeenCell {
  const cell = sheets[sheet]?.slots[range.row]?.[range.column]
  const [area] = cell?.areas ?? []
  if (cell === undefined || area === undefined || !within(area, range) || !within(range, area))
    throw new XlsxFault(`${name} names what is not one cell`)
  return cell
}

function join(first: SeenCell, more: SeenCell, { goesOn, name }: NamedPiece, sheet: SeenSheet): void {
  // A label that goes on may say so at its end: （续）.
  if (goesOn === '' && !marked(more.runs).startsWith(marked(first.runs)))
    throw new XlsxFault(`${name} says something else than the piece before it`)
  if (goesOn !== '' && more.runs.length > 0)
    first.runs = [...first.runs, ...(goesOn === 'p' ? [{ text: '\n' }] : []), ...more.runs]
  const [area] = more.areas as [Range]
  first.areas.push(area)
  for (let row = area.row; row <= area.toRow; row++)
    for (let column = area.column; column <= area.toColumn; column++)
      (sheet.slots[row] as (SeenCell | undefined)[])[column] = first
}
