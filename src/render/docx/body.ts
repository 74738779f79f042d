import type { FieldLine, GridDocument, GridTable, Page, PlacedRow, PlacedText } from '../../model/index.ts'
import { Annotations } from './annotations.ts'
import { fieldLineXml } from './fields.ts'
import { paragraph, runsXml } from './paragraph.ts'
import { type RowWriter, writeRow } from './row.ts'
import { FILLER, type HeadingStyles, styleOf } from './styles.ts'
import { rowWriter, TABLE_END, tableStart } from './table.ts'

const PAGE_BREAK = '<w:pageBreakBefore/>'

/** What Word wants between two tables and after the last one, where the form has nothing. */
const filler = (newPage: boolean): string => paragraph(FILLER, newPage ? PAGE_BREAK : '', '')

/**
 * Writes pages as the content of a `w:body`, piece by piece, so that a long table is never held as a whole.
 * Bookmarks and revisions number through all that one writer writes.
 */
export class BodyWriter {
  readonly #document: GridDocument
  readonly #headings: HeadingStyles
  readonly #marks = new Annotations()

  constructor(document: GridDocument, headings: HeadingStyles) {
    this.#document = document
    this.#headings = headings
  }

  /**
   * The XML of the pages, in chunks. A table's rows over all pages are one `w:tbl`, whose header rows Word repeats; where
   * the plan says that it restarts, it goes on in a further one with the header rows in it again.
   * @throws Error what `writeRow` and the XML cannot hold
   */
  *write(pages: Iterable<Page>): Generator<string> {
    let table: OpenTable | undefined
    let ended: OpenTable | undefined
    let started = false
    for (const { items, forced = false } of pages) {
      // The section begins the first page.
      let newPage = started && forced
      let restarted = false
      for (const item of items) {
        if (item.kind === 'row') {
          restarted ||= item.restarts === true
          if (item.repeated && !restarted) continue
          if (item.restarts || table?.grid.id !== item.table.id) {
            if (table !== undefined) yield TABLE_END
            if (table !== undefined || newPage) yield filler(newPage)
            newPage = false
            const before = item.restarts ? (table ?? ended)?.rows : undefined
            table = { grid: item.table, rows: rowWriter(item.table, this.#document, this.#marks, before) }
            yield tableStart(table.grid, table.rows)
          }
          yield* rowXml(item, table.rows, newPage)
        } else {
          if (table !== undefined) yield TABLE_END
          ended = table ?? ended
          table = undefined
          const { newPage: begins } = item.kind === 'fields' ? item.line : item.block
          const at: Start = { newPage, pageTop: newPage || begins || !started }
          if (item.kind === 'fields') yield this.#fields(item.line, at)
          // Word breaks a paragraph over pages by itself: its first piece brings it whole.
          else if (item.piece.n === 1) yield this.#text(item, at)
        }
        started = true
        newPage = false
      }
    }
    if (table !== undefined) yield TABLE_END + filler(false)
  }

  #text({ block, piece, repeated }: PlacedText, { newPage, pageTop }: Start): string {
    const keeps = (block.keepWithNext ? '<w:keepNext/>' : '') + (piece.of === 1 ? '<w:keepLines/>' : '')
    const properties = keeps + (newPage ? PAGE_BREAK : '') + (pageTop ? NO_SPACE_BEFORE : '')
    const content = runsXml(block.content, this.#marks)
    const end = this.#marks.revisionMark(block.revision)
    // A title printed again is no heading: navigation and contents would have it twice.
    if (repeated) return paragraph(block.style, properties, this.#marks.bookmark(block.id, 'again', content), end)
    return paragraph(styleOf(block, this.#headings), properties, content, end)
  }

  #fields(line: FieldLine, { newPage, pageTop }: Start): string {
    const properties = (line.keepWithNext ? '<w:keepNext/>' : '') + (newPage ? PAGE_BREAK : '')
    return fieldLineXml(line, { properties, spacing: pageTop ? NO_SPACE_BEFORE : '' }, this.#document, this.#marks)
  }
}

interface OpenTable {
  readonly grid: GridTable
  readonly rows: RowWriter
}

interface Start {
  /** A page break stands before it. */
  readonly newPage: boolean
  /** It begins a page by the form's will: the plan drops the space before it there, Word would keep it. */
  readonly pageTop: boolean
}

const NO_SPACE_BEFORE = '<w:spacing w:before="0"/>'

function* rowXml(placed: PlacedRow, table: RowWriter, newPage: boolean): Generator<string> {
  const chunks: string[] = []
  writeRow(placed, table, newPage, (xml) => chunks.push(xml))
  yield* chunks
}
