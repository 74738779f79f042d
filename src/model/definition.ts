import type { Span } from '../diagnostics/index.ts'
import type { StyleChoice } from './style.ts'
import type { Unit } from './units.ts'

/** A text as the author wrote it: Handlebars holes, inline marks and note anchors still in it. */
export interface Text {
  readonly source: string
  readonly at: Span
}

/** One edition of a form: what the YAML says, checked, shorthand expanded, `like` applied, units inherited. */
export interface Definition {
  readonly form: string
  readonly edition: number
  readonly lang: string
  readonly title: Text
  readonly subtitle?: Text
  /** Printed flush left above the title, e.g. 附件. */
  readonly mark?: Text
  readonly page: PaperChoice
  readonly style: StyleChoice
  readonly numbering: Numbering
  readonly continued: Continued
  /** The shared vocabulary of units with the form's own over it, by name. */
  readonly units: ReadonlyMap<string, Unit>
  readonly terms: ReadonlyMap<string, Text>
  readonly notes: ReadonlyMap<string, Text>
  /** Ids that a note had in earlier editions, by its id. */
  readonly renamedNotes: ReadonlyMap<string, readonly string[]>
  readonly parts: readonly Part[]
  readonly at: Span
  /** Where it says its form and edition, which its folder and file say too. */
  readonly says: { readonly form: Span; readonly edition: Span }
}

export interface PaperChoice {
  readonly size: 'A3' | 'A4' | 'Letter' | 'Legal'
  readonly landscape: boolean
}

/** Patterns by example: 表1-1, 一、, [1], （1）. Absent: not numbered. */
export interface Numbering {
  readonly tables?: string
  readonly sections?: string
  readonly notes: string
  readonly instructions: string
}

/** How a filled document says that something goes on from the page before. Absent: it is repeated plain, or not. */
export interface Continued {
  /** Printed after the label of a section: （续）. */
  readonly sections?: string
  /** Printed above a table, `…` standing for its title: 续…. */
  readonly titles?: string
}

export interface Node {
  readonly id: string
  /** Ids from the form down, joined by dots: how data, rules and diff name it. */
  readonly path: string
  /** Where its key stands. */
  readonly at: Span
  readonly label?: Text
  /** Ids it had in earlier editions, beside the same siblings; with dots its whole path there. */
  readonly renamedFrom?: readonly string[]
}

/** A top-level division of the form. With a title or a grid it is a table (or has `tables`); else paragraphs. */
export interface Part extends Node {
  readonly title?: Text
  readonly numbered: boolean
  readonly newPage: boolean
  /** Sub-tables, or the part's own content as the only one. */
  readonly tables: readonly Table[]
  readonly instructions: readonly Instruction[]
}

/** One of the remarks after the notes on how to fill in. */
export interface Instruction extends Text {
  readonly id: string
}

export interface Table extends Node {
  readonly title?: Text
  readonly caption?: Text
  readonly newPage: boolean
  readonly content: Content
  readonly as: 'grid' | 'cover' | 'lines' | 'line' | 'right'
}

export type Content = Stack | Block | Fields | Entry | PrintedText

/** Nodes one above the other (or `beside`); a section's label stands left of it, a block's on top. */
export interface Stack {
  readonly kind: 'stack'
  readonly of: 'sections' | 'blocks'
  readonly head: readonly Text[]
  readonly children: readonly Placed[]
}

/** A node in a stack or among fields. */
export interface Placed extends Node {
  readonly content: Content
  readonly beside?: string
  readonly align?: 'rows'
  /** Relative, em. */
  readonly width?: number
  readonly numbered: boolean
  /** The unit declared on this very node, which its label prints. */
  readonly unit?: Unit
  readonly unitAt: UnitAt
}

/** A tree of columns × rows of a kind: one row of values, named rows, a list. */
export interface Block {
  readonly kind: 'block'
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly list?: List
  readonly unitAt: UnitAt
  /** The unit of the whole block, which `unitAt: caption` prints above it. */
  readonly unit?: Unit
  /** e.g. `甲1`: printed columns 甲 乙 …, inputs 1 2 …; absent where the form has no code row. */
  readonly columnCodes?: string
  readonly codesAt: 'top' | 'bottom'
  readonly header: 'level' | 'stepped'
}

export type UnitAt = 'label' | 'row' | 'cell' | 'caption' | 'none'

export type ColumnKind = 'data' | 'seq' | 'stub' | 'group' | 'code' | 'unit' | 'more'

export interface Column extends Node {
  readonly kind: ColumnKind
  readonly children: readonly Column[]
  /** What is asked, of a `data` leaf. */
  readonly ask: Ask
  /** The unit declared on this very node, which its label prints. */
  readonly unit?: Unit
  readonly unitAt: UnitAt
  readonly given: boolean
  readonly printed: boolean
  readonly within?: string
  readonly code?: string
  readonly width?: number
}

export interface Row extends Node {
  readonly children: readonly Row[]
  readonly code?: string
  readonly unit?: Unit
  readonly within?: string
  readonly lines?: number
  /** Cells that differ, by column path from the block. */
  readonly cells: ReadonlyMap<string, CellValue>
  readonly value?: CellValue
}

export interface List {
  readonly at: Span
  readonly blank: number
  /** Texts of the row that says more may follow, by column path; empty: `……` in the first column; absent: closed. */
  readonly more?: ReadonlyMap<string, Text>
  readonly total?: Text
  readonly key?: string
  readonly numbered: boolean
}

export interface Fields {
  readonly kind: 'fields'
  readonly fields: readonly Field[]
  readonly labels: 'outside' | 'inside'
  /** Columns of a numbered list of fields (line, text, code again, value), else empty. */
  readonly columns: readonly Column[]
}

export interface Field extends Placed {
  readonly code?: string
  /** On a numbered line with several: the `value` column that it is filled in. */
  readonly column?: string
  /** Asks for more lines like this one: the remark printed beside its ……. */
  readonly more?: Text
}

/** One place to write. */
export interface Entry {
  readonly kind: 'entry'
  readonly ask: Ask
}

export interface PrintedText {
  readonly kind: 'text'
  readonly text: Text
}

export type Type =
  | 'text'
  | 'count'
  | 'number'
  | 'rate'
  | 'quantity'
  | 'date'
  | 'month'
  | 'year'
  | 'yesno'
  | 'choice'
  | 'check'
  | 'file'
  | 'signature'
  | 'phone'
  | 'email'

/** What a cell asks for. */
export interface Ask {
  readonly type: Type
  readonly unit?: Unit
  readonly unitAt: UnitAt
  readonly decimals?: number
  readonly min?: string
  readonly max?: string
  /** Thousands parted by commas. */
  readonly grouping?: boolean
  /** How a figure below zero is marked; absent: by a minus. */
  readonly negative?: 'minus' | 'brackets'
  /** Printed in a filled form where a cell of figures has none. */
  readonly empty?: string
  /** What a text does that needs more room than the form gives its cell; absent: its row grows. */
  readonly overflow?: 'grow' | 'shrink' | 'error'
  /** Least size of a text that shrinks, pt. */
  readonly shrinkTo?: number
  /** How far a stated figure may lie from its formula, exact decimal. */
  readonly tolerance?: string
  readonly required?: boolean
  readonly length?: number
  readonly lines?: number
  /** A code list by name. */
  readonly from?: string
  readonly options: readonly Option[]
  /** One box per character. */
  readonly boxes: boolean
  /** How many boxes stand together, a hyphen between one group and the next: 3, 2, 4. Their sum is `length`. */
  readonly groups?: readonly number[]
  readonly value?: CellValue
  /** Lines at the lower right of the place to write, for signature, seal and date; with places to write `<…>`. */
  readonly sign?: Text
}

export interface Option {
  readonly id: string
  readonly label: Text
}

export type CellValue =
  | { readonly kind: 'formula'; readonly formula: Formula }
  /** Printed text, with places to write `<…>` in it; `filledOnly`: the blank leaves the cell empty. */
  | { readonly kind: 'text'; readonly text: Text; readonly filledOnly: boolean }
  /** Nothing may be written here; prints a dash. */
  | { readonly kind: 'closed' }

/** Paths are absolute where they name a cell, ids of a column or row where they hold in every row or column. */
export interface Formula {
  readonly source: string
  readonly at: Span
  readonly expression: Expression
  /** What each name stands for, by absolute path; filled in once all names are known. */
  readonly operands: Map<string, string>
}

export type Expression =
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'operation'; readonly operator: '+' | '-' | '*' | '/'; readonly operands: readonly Expression[] }
  | { readonly kind: 'call'; readonly name: 'sum'; readonly operands: readonly Expression[] }
