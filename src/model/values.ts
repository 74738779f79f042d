import type { Span } from '../diagnostics/index.ts'
import type { Column } from './definition.ts'
import type { Form } from './form.ts'
import type { Runs } from './runs.ts'
import type { Unit } from './units.ts'

/** What was written in one cell. */
export interface Value {
  /** The printed text; several paragraphs are parted by line breaks. Of a figure: the digits, as typed. */
  readonly text: string
  /** The exact decimal of a figure, without grouping or unit. */
  readonly figure?: string
  /** The unit that the filler wrote with a `quantity`. */
  readonly unit?: Unit
  /** Worked out by the program, not stated by the filler. */
  readonly computed: boolean
  /** Where it was written; of what was worked out, the first of the figures that it comes from. */
  readonly at?: Span
}

/** The values of one row by the path of the column within its block. */
export type RowValues = ReadonlyMap<string, Value>

/** The longest of what a column of a list was filled with. */
export interface Extent {
  /** Of texts, and of figures with units. */
  readonly text: string
  /** Of figures, as written, the one with most digits before its point. */
  readonly figure: string
  /** Decimal places of the figure that has most. */
  readonly places: number
  /** Where the longest figure was written, with its unit or without; absent where none was. */
  readonly at?: Span
}

/** The rows that a list was filled with. They can be walked more than once, and are not held: each walk makes them anew. */
export interface ListValues {
  readonly count: number
  readonly rows: Iterable<RowValues>
  /** By path of the column within the block; absent where it is empty. */
  readonly extents: ReadonlyMap<string, Extent>
}

/** A form with the values of one return. Without data every place to write is empty: the blank. */
export interface FilledForm {
  readonly form: Form
  readonly kind: 'blank' | 'filled'
  /** By path; of lists only the total row (`agencies.total.staff`). */
  readonly values: ReadonlyMap<string, Value>
  /** By path of the block. */
  readonly lists: ReadonlyMap<string, ListValues>
  /** The columns that the filler put in place of a `more` column, by its path. */
  readonly added: ReadonlyMap<string, readonly Column[]>
  /** The lines that the filler added at a `more` field, by its path. */
  readonly lines: ReadonlyMap<string, readonly AddedLine[]>
  /** Labels as printed, those of added columns among them. */
  readonly labels: ReadonlyMap<string, Runs>
}

export interface AddedLine {
  readonly label?: string
  readonly value: Value
}
