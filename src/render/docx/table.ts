import type { Frame, GridDocument, GridTable } from '../../model/index.ts'
import { element } from '../../package/index.ts'
import type { Annotations } from './annotations.ts'
import { cellMargins, type RowWriter } from './row.ts'
import { columnEdges, eighths } from './units.ts'

/** Word opens no table with more columns: "Number of columns" of its operating limits. */
const MOST_COLUMNS = 63

/**
 * A table about to be written: its rows go through `writeRow`, between {@link tableStart} and {@link TABLE_END}.
 * @param before the part of the table on the pages before, which has ended
 * @throws Error for a table with more columns than Word has
 */
export function rowWriter(
  table: GridTable,
  document: GridDocument,
  marks: Annotations,
  before?: Pick<RowWriter, 'part' | 'cut'>,
): RowWriter {
  if (table.columns.length > MOST_COLUMNS)
    throw new Error(`${table.id} has ${table.columns.length} columns, Word at most ${MOST_COLUMNS}`)
  return {
    id: table.id,
    edges: columnEdges(table.columns.map(({ width }) => width)),
    headerRows: table.headerRows,
    styles: document.styles,
    margins: cellMargins(document.styles.cellText, table.frame.insideH),
    rule: table.frame.insideH,
    marks,
    written: 0,
    open: new Map(),
    cut: before?.cut ?? new Map(),
    part: (before?.part ?? 0) + 1,
  }
}

/** The table's element as far as its rows: exact widths in twips, so that no program guesses them. */
export function tableStart({ title, frame, headerRows }: GridTable, { edges, margins }: RowWriter): string {
  const widths = edges.slice(1).map((edge, index) => edge - (edges[index] as number))
  const properties = element(
    'w:tblPr',
    {},
    element('w:tblW', { 'w:w': edges.at(-1), 'w:type': 'dxa' }),
    element('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }),
    borders(frame),
    element('w:tblLayout', { 'w:type': 'fixed' }),
    element('w:tblCellMar', {}, margins),
    element('w:tblLook', { 'w:val': headerRows > 0 ? '0020' : '0000', 'w:firstRow': headerRows > 0 ? 1 : 0 }),
    element('w:tblCaption', { 'w:val': title }),
    element('w:tblDescription', { 'w:val': title }),
  )
  return `<w:tbl>${properties}${element('w:tblGrid', {}, ...widths.map((width) => element('w:gridCol', { 'w:w': width })))}`
}

export const TABLE_END = '</w:tbl>'

function borders(frame: Frame): string {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const
  const xml = sides.map((side) =>
    frame[side] > 0
      ? element(`w:${side}`, { 'w:val': 'single', 'w:sz': eighths(frame[side]), 'w:space': 0, 'w:color': '000000' })
      : element(`w:${side}`, { 'w:val': 'nil' }),
  )
  return element('w:tblBorders', {}, ...xml)
}
