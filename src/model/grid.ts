import type { Revision, Runs } from './runs.ts'
import type { Style, StyleName } from './style.ts'

/**
 * A document with everything decided: what stands where, on which page, in which style.
 * Renderers map token → native style, length → native unit, slot → native call, and decide nothing.
 *
 * `items` is the logical document in reading order; `pages` is the same content placed, row by row;
 * `sheets` is the same content laid on worksheets. All lengths are pt; y runs down from the top margin.
 */
export interface GridDocument {
  readonly form: string
  readonly edition: number
  readonly year: number
  readonly title: string
  /** BCP 47, e.g. `zh-CN`. */
  readonly lang: string
  readonly page: PageSetup
  readonly styles: Readonly<Record<StyleName, Style>>
  readonly items: readonly GridItem[]
  readonly pages: Iterable<Page>
  readonly sheets: readonly Sheet[]
}

/** Lengths in pt. */
export interface PageSetup {
  readonly width: number
  readonly height: number
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  /** The page number: `before`, the number, `after`; printed from the page with index `from` (0 = first page). */
  readonly footer: {
    readonly before: string
    readonly after: string
    readonly style: StyleName
    /** `outside`: at the right of odd pages, at the left of even ones, an em from the edge. */
    readonly align: 'centre' | 'outside'
    /** Distance of the baseline's line box from the page's bottom edge. */
    readonly distance: number
    readonly from: number
  }
}

export type GridItem = TextBlock | FieldLine | GridTable

/** A paragraph that is not in a table: a heading, a caption, a note, an instruction, a printed text. */
export interface TextBlock {
  readonly kind: 'text'
  readonly id: string
  readonly role: TextRole
  readonly style: StyleName
  readonly content: Runs
  /** Heading level for navigation (bookmarks, Word outline); absent where it is no heading. */
  readonly level?: 1 | 2 | 3
  /** The note's id, where this block is the text of a footnote. */
  readonly note?: string
  readonly newPage: boolean
  readonly keepWithNext: boolean
  /** In a comparison: the whole paragraph is only in one of the documents. */
  readonly revision?: Revision
}

export type TextRole =
  | 'mark'
  | 'title'
  | 'subtitle'
  | 'heading'
  | 'tableTitle'
  | 'caption'
  | 'note'
  | 'instruction'
  | 'text'

/** Labels and the places to write, on one line outside a table. */
export interface FieldLine {
  readonly kind: 'fields'
  readonly id: string
  readonly style: StyleName
  readonly segments: readonly Segment[]
  readonly newPage: boolean
  readonly keepWithNext: boolean
  readonly revision?: Revision
}

/** A piece of a field line. `x` from the left margin and `width`, in pt, do not overlap and rise along the line. */
export interface Segment {
  /** Path of the field, for `value`; otherwise that of the node the text belongs to. */
  readonly id: string
  readonly role: 'label' | 'value' | 'text'
  readonly style: StyleName
  readonly content: Runs
  /** As of a line. */
  readonly spacing?: readonly Spacing[]
  /** Around characters of the content, in its order; absent where it has none. */
  readonly boxes?: readonly CharacterBox[]
  readonly x: number
  readonly width: number
  /** A rule under the place to write. */
  readonly rule: boolean
  readonly input: boolean
}

/** A square box around one character of a segment. A worksheet has none: a cell's text cannot be framed in part. */
export interface CharacterBox {
  /** The character in the segment's plain text, UTF-16 code units: `from` up to `to`. */
  readonly from: number
  readonly to: number
  /** Left edge from that of the segment, and width, pt. */
  readonly x: number
  readonly width: number
  /** At each side of the character within the box, pt; less than 0 where it is wider than the box. */
  readonly room: number
  /** In a font that it may be set in the character is wider than the box. */
  readonly wide: boolean
}

export interface GridTable {
  readonly kind: 'table'
  readonly id: string
  /** In words, for accessibility and as alternative text. */
  readonly title: string
  readonly columns: readonly GridColumn[]
  /** How many leading rows are the header that repeats on each page. */
  readonly headerRows: number
  /** What stands above that header again on each further page (续表); absent where the table goes on without. */
  readonly continued?: readonly TextBlock[]
  readonly rows: Iterable<GridRow>
  readonly frame: Frame
}

export interface GridColumn {
  readonly id: string
  /** pt */
  readonly width: number
  /**
   * What a worksheet's columns may cut where lines outside the table need edges that it has not: a column of labels, or
   * at worst one of values. Absent: never, as in a list, whose columns are the sheet's.
   */
  readonly divisible?: 'labels' | 'values'
}

/** Widths of rules in pt; 0 draws none. */
export interface Frame {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  readonly insideH: number
  readonly insideV: number
}

export type RowRole = 'header' | 'unit' | 'code' | 'label' | 'body' | 'more' | 'total' | 'band'

export interface GridRow {
  readonly id: string
  readonly role: RowRole
  /** pt; the row is as high as this or as its text needs. */
  readonly minHeight: number
  readonly keepWithNext: boolean
  /** The cells that begin in this row, by rising column. */
  readonly cells: readonly GridCell[]
  /** In a comparison: the row is only in one of the documents. */
  readonly revision?: Revision
}

export type CellRole =
  | 'head'
  | 'section'
  | 'title'
  | 'spanner'
  | 'label'
  | 'unit'
  | 'code'
  | 'stub'
  | 'group'
  | 'seq'
  | 'input'
  | 'given'
  | 'computed'
  | 'total'
  | 'more'
  | 'band'
  | 'open'
  | 'closed'
  | 'text'

export interface GridCell {
  readonly id: string
  /** Index of the first column, from 0. */
  readonly column: number
  readonly colSpan: number
  readonly rowSpan: number
  readonly role: CellRole
  /** What the cell is the header of; absent for data. */
  readonly scope?: 'column' | 'row'
  /** Ids of the cells that head it. Where scopes alone would name others, every cell of the table has them. */
  readonly headers?: readonly string[]
  readonly style: StyleName
  /** The display text, a paragraph an entry; empty where nothing is printed. */
  readonly content: readonly Runs[]
  /** Where a person writes. */
  readonly input: boolean
  readonly figure?: Figure
  /** Size of the text where it is not the style's, pt. */
  readonly size?: number
  /** How far lines after the first of a paragraph stand in, pt, below a text that is set in; 0 where absent. */
  readonly hanging?: number
  /** Kept free behind a figure, pt, so that decimal points stand below each other; 0 where absent. */
  readonly after?: number
  /** In a comparison, for each paragraph: its end is only in one of the documents, which has a paragraph more there. */
  readonly paragraphEnds?: readonly (Revision | undefined)[]
}

/** A figure behind a cell's text, for formats that know numbers. */
export interface Figure {
  /** Exact decimal: `-1234.50`. At most 15 significant digits, as spreadsheets hold no more. */
  readonly value: string
  /** Number format in the notation of spreadsheets: `#,##0.00`, that prints the value as the cell's text. */
  readonly format: string
}

/** A line as broken by the layout. */
export interface Line {
  readonly runs: Runs
  /** pt, by the wider of the fonts it may be set in. */
  readonly width: number
  /** The paragraph ends here: a justified line is set ragged. */
  readonly last: boolean
  /**
   * Where characters stand closer together or further apart than their widths say, in the order of the line; absent
   * where nowhere. `width` does not count what is closer: no line depends on it.
   */
  readonly spacing?: readonly Spacing[]
  /**
   * Where a justified line keeps its characters together: indexes in its plain text, UTF-16 code units, before which no
   * room is added; absent where it may be added everywhere.
   */
  readonly solid?: readonly number[]
}

/** Room before a character of a line, or after the last one. */
export interface Spacing {
  /** Index in the line's plain text, UTF-16 code units; its length stands for the line's end. */
  readonly at: number
  /** pt; less than 0 takes away. */
  readonly by: number
}

/** The n-th of `of` parts into which page breaks cut something; 1 of 1 where it is whole. */
export interface Piece {
  readonly n: number
  readonly of: number
}

export interface Page {
  /** Printed number, from 1. */
  readonly number: number
  /** Formats that break pages themselves are told to begin a page here; else it begins where theirs is full. */
  readonly forced?: boolean
  readonly items: readonly (PlacedText | PlacedFields | PlacedRow)[]
}

export interface PlacedText {
  readonly kind: 'text'
  readonly block: TextBlock
  /** Top of the first line box; space before the block lies above it. */
  readonly y: number
  readonly lines: readonly Line[]
  readonly piece: Piece
  /** Printed again above a table that goes on (`GridTable.continued`): it is not content. */
  readonly repeated?: boolean
}

export interface PlacedFields {
  readonly kind: 'fields'
  readonly line: FieldLine
  readonly y: number
}

export interface PlacedRow {
  readonly kind: 'row'
  readonly table: GridTable
  readonly row: GridRow
  readonly y: number
  readonly height: number
  /**
   * A header row, of the table or of a list within it, printed again: it is not content. Formats that repeat headers
   * themselves leave it out; in an outline or a worksheet it would stand among the data.
   */
  readonly repeated: boolean
  /**
   * The first row on its page of a table that ends on the page before and goes on here as another with the same
   * columns and header: in formats that break pages themselves not every program obeys a break within a table.
   */
  readonly restarts?: boolean
  /** More than 1 of 1 where the row is taller than a page and cut at line ends. */
  readonly piece: Piece
  /** First and last placed row of its table on this page, the repeated header included. */
  readonly first: boolean
  readonly last: boolean
  /** The cells, or pieces of cells, that begin in this row on this page; a span ends at the page's end at the latest. */
  readonly cells: readonly PlacedCell[]
}

export interface PlacedCell {
  readonly cell: GridCell
  /** Placed rows covered on this page. */
  readonly rowSpan: number
  /** Sum of the covered rows' heights on this page, pt. */
  readonly height: number
  readonly lines: readonly Line[]
  /** Kept free at each side, pt, so that the lines of a centred label are of about equal length; 0 where absent. */
  readonly inset?: number
  readonly piece: Piece
  /** What a further piece says in place of the cell's content: a label with （续） after it. */
  readonly says?: readonly Runs[]
}

/** A worksheet. Rows are the placed rows without repeated headers, texts and field lines laid over its columns. */
export interface Sheet {
  readonly id: string
  /** Valid as a sheet name: at most 31 characters, none of `[]:*?/\`, unique in the document. */
  readonly name: string
  /** Widths in pt. */
  readonly columns: readonly number[]
  /** Rows repeated at the top of each printed page, 0-based and inclusive; absent where none. */
  readonly printTitles?: { readonly from: number; readonly to: number }
  /** How many rows at its top stay in view while the others scroll under the header; absent where it has none. */
  readonly frozen?: number
  readonly rows: Iterable<SheetRow>
}

export interface SheetRow {
  /** What it is a row of; absent where it is of a text. */
  readonly item?: GridTable | FieldLine
  /** It is one of its table's header rows. */
  readonly header?: boolean
  /** pt, at most 409. */
  readonly height: number
  /** It is more of the row above, which is too high for one row of a sheet: no cell begins in it. */
  readonly goesOn?: boolean
  readonly breakBefore: boolean
  readonly cells: readonly SheetCell[]
}

export interface SheetCell {
  readonly id: string
  readonly column: number
  readonly colSpan: number
  readonly rowSpan: number
  readonly style: StyleName
  readonly content: readonly Runs[]
  readonly input: boolean
  readonly figure?: Figure
  /** Where it is not the style's. */
  readonly align?: 'right'
  /** Its lines are spread over its height, where a text that goes on in another row must show no gap. */
  readonly valign?: 'distributed'
  /** Size of the text where it is not the style's, pt. */
  readonly size?: number
  /** How far all lines stand in, pt, in whole steps of a worksheet ({@link sheetIndent}); absent: not at all. */
  readonly indent?: number
  /** Rules around the cell, where it is a table's cell or has a rule to write on. */
  readonly border?: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }
  readonly piece: Piece
  /** How a further piece goes on with the one before; absent where it says its text again, as labels do. */
  readonly goesOn?: 'inParagraph' | 'withNext'
}
