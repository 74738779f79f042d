import type { GridDocument, GridTable, Runs } from '../../src/model/index.ts'

/** What a document says, whatever its format: every reader returns it, and the contract test compares them. */
export interface Outline {
  title: string
  lang: string
  items: OutlineItem[]
}

export type OutlineItem = OutlineText | OutlineFields | OutlineTable

/** A paragraph outside tables; headings and notes too. */
export interface OutlineText {
  kind: 'text'
  text: MarkedText
}

/** A field line: the text of each segment, '' for a place to write. */
export interface OutlineFields {
  kind: 'fields'
  segments: MarkedText[]
}

/** Cells by the row in which they begin, by rising column. A cell cut by page breaks is one cell. */
export interface OutlineTable {
  kind: 'table'
  columns: number
  headerRows: number
  rows: OutlineCell[][]
}

export interface OutlineCell {
  column: number
  colSpan: number
  rowSpan: number
  /** Paragraphs; none where nothing is printed. */
  text: MarkedText[]
}

/** Text with its marks readable: `SO~2~`, `m^3^`, `**strong**`, a note's mark `^[1]^`. */
export type MarkedText = string

export interface MarkedRun {
  text: string
  mark?: 'sup' | 'sub'
  strong?: boolean
}

/** One paragraph as marked text. Neighbouring runs of one look are one: formats split and join them freely. */
export function marked(runs: readonly MarkedRun[]): MarkedText {
  const merged: { text: string; open: string; close: string }[] = []
  for (const { text, mark, strong } of runs) {
    if (text === '') continue
    const script = mark === 'sup' ? '^' : mark === 'sub' ? '~' : ''
    const open = (strong ? '**' : '') + script
    const close = script + (strong ? '**' : '')
    const last = merged.at(-1)
    if (last !== undefined && last.open === open) last.text += text
    else merged.push({ text, open, close })
  }
  return merged.map(({ text, open, close }) => open + text + close).join('')
}

/** The outline a document must have in every format, from its logical items. */
export function outlineOfGrid(document: GridDocument): Outline {
  const items = document.items.map((item): OutlineItem => {
    if (item.kind === 'text') return { kind: 'text', text: ofRuns(item.content) }
    if (item.kind === 'fields') return { kind: 'fields', segments: item.segments.map(({ content }) => ofRuns(content)) }
    return tableOutline(item)
  })
  return { title: document.title, lang: document.lang, items }
}

const tableOutline = (table: GridTable): OutlineTable => ({
  kind: 'table',
  columns: table.columns.length,
  headerRows: table.headerRows,
  rows: Array.from(table.rows, (row) =>
    row.cells.map(({ column, colSpan, rowSpan, content }) => ({
      column,
      colSpan,
      rowSpan,
      text: printed(content.map(ofRuns)),
    })),
  ),
})

/** The paragraphs of a cell; a format that cannot hold none has one empty paragraph there. */
export const printed = (paragraphs: MarkedText[]): MarkedText[] =>
  paragraphs.length === 1 && paragraphs[0] === '' ? [] : paragraphs

const ofRuns = (runs: Runs): MarkedText => marked(runs)
