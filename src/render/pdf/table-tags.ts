import type { GridCell, GridTable, PlacedCell, PlacedRow } from '../../model/index.ts'
import { artifact } from './operators.ts'
import { idString, textString } from './strings.ts'
import type { Tag } from './tag.ts'
import type { Drawn, DrawnLine } from './text.ts'

/** A row that more of may come on a later page, and which of its cells do. */
interface OpenRow {
  readonly tag: Tag
  readonly cut: Set<string>
}

interface OpenCell {
  readonly tag: Tag
  readonly row: OpenRow
  /** The paragraph that the last piece broke off in, where a cell has several. */
  paragraph?: Tag | undefined
}

/** The structure of one table. A row or cell that page breaks cut is one element, whose content lies on several pages. */
export class TableTags {
  readonly #table: GridTable
  readonly #tag: Tag
  readonly #rows = new Map<string, OpenRow>()
  readonly #cells = new Map<string, OpenCell>()
  #section: Tag | undefined
  #begun = 0

  constructor(parent: Tag, table: GridTable) {
    this.#table = table
    this.#tag = parent.child('Table', { attributes: `<</O/Table/Summary${textString(table.title)}>>` })
  }

  /** Adds a placed row; `drawn` are its cells' lines, in order. */
  row(placed: PlacedRow, drawn: readonly (readonly DrawnLine[])[]): void {
    const row = this.#rows.get(placed.row.id) ?? this.#begin(placed)
    placed.cells.forEach((cell, index) => {
      this.#cell(row, cell, placed, drawn[index] as readonly DrawnLine[])
    })
    if (placed.piece.n === placed.piece.of) this.#rows.delete(placed.row.id)
    this.#settle(row, placed.piece.n === placed.piece.of)
  }

  #begin(placed: PlacedRow): OpenRow {
    const { headerRows } = this.#table
    if (this.#begun === 0 && headerRows > 0) this.#section = this.#tag.child('THead')
    if (this.#begun === headerRows) {
      this.#section?.end()
      this.#section = this.#tag.child('TBody')
    }
    this.#begun++
    const row = { tag: (this.#section as Tag).child('TR'), cut: new Set<string>() }
    this.#rows.set(placed.row.id, row)
    return row
  }

  #cell(row: OpenRow, { cell, piece }: PlacedCell, placed: PlacedRow, lines: readonly DrawnLine[]): void {
    const cut = piece.of > 1 || placed.piece.of > 1
    const begun = cut ? this.#cells.get(cell.id) : undefined
    const open = begun ?? { tag: row.tag.child(...cellTag(cell, cut)), row }
    say(open, cell, lines)
    if (piece.n < piece.of || placed.piece.n < placed.piece.of) {
      this.#cells.set(cell.id, open)
      open.row.cut.add(cell.id)
      return
    }
    open.tag.end()
    if (!cut) return
    this.#cells.delete(cell.id)
    open.row.cut.delete(cell.id)
    if (open.row !== row) this.#settle(open.row, true)
  }

  /** Lets a row be written when all of it is there. */
  #settle(row: OpenRow, whole: boolean): void {
    if (whole && row.cut.size === 0) row.tag.end()
  }

  /** All rows have been added. */
  end(): void {
    this.#section?.end()
    this.#tag.end()
  }
}

/**
 * A header cell is a TH with its scope, and with an id where cells name what heads them. Attributes stay on the element:
 * some readers look nowhere else.
 */
function cellTag({ id, scope, rowSpan, colSpan, headers }: GridCell, cut: boolean): Parameters<Tag['child']> {
  if (!cut && scope === undefined && headers === undefined && rowSpan === 1 && colSpan === 1) return plainCell
  let attributes = ''
  if (rowSpan > 1) attributes += `/RowSpan ${rowSpan}`
  if (colSpan > 1) attributes += `/ColSpan ${colSpan}`
  if (scope !== undefined) attributes += `/Scope/${scope === 'row' ? 'Row' : 'Column'}`
  if (headers?.length) attributes += `/Headers[${headers.map(idString).join(' ')}]`
  const named = cut || (scope !== undefined && headers !== undefined)
  return [
    scope === undefined ? 'TD' : 'TH',
    { ...(named && { id }), ...(attributes !== '' && { attributes: `<</O/Table${attributes}>>` }) },
  ]
}

const plainCell: Parameters<Tag['child']> = ['TD']

/** A paragraph is an element where a cell has several. A label printed again after a page break is said once. */
function say(open: OpenCell, { content }: GridCell, lines: readonly DrawnLine[]): void {
  const { tag } = open
  const [only] = lines
  if (lines.length === 1 && only !== undefined && content.length === 1 && !only.said.again) return tag.show(only.parts)
  let parts: Drawn[] = []
  lines.forEach((line, index) => {
    parts.push(...line.parts)
    const { ends, again } = line.said
    if (!ends && index < lines.length - 1) return
    if (again) tag.tree.file.draw(artifact('Pagination', parts.map(({ operators }) => operators).join('')))
    else if (content.length === 1) tag.show(parts)
    else {
      open.paragraph ??= tag.child('P')
      open.paragraph.show(parts)
      if (ends) {
        open.paragraph.end()
        open.paragraph = undefined
      }
    }
    parts = []
  })
}
