import type { Span } from '../diagnostics/index.ts'
import type { Form } from '../model/index.ts'
import type { Change, Omission } from './changes.ts'

export interface CsvField {
  readonly text: string
  readonly at: Span
}

/** A list that the data keep in a CSV file, read as the source edition reads it. */
export interface CsvList {
  /** Each column's path within its block, with the id of a place to write behind it; absent where it has no header. */
  readonly header: readonly { readonly text: string; readonly path?: string }[]
  readonly records: readonly (readonly CsvField[])[]
}

export interface Computed {
  /** By path, lists aside. */
  readonly cells: ReadonlyMap<string, string>
  /** Of the rows of the list at a path, in their order, by path of the column within it. */
  rows(block: string): readonly ReadonlyMap<string, string>[]
}

/** Data of one edition, and what to carry them to. */
export interface Migration {
  readonly from: Form
  readonly to: Form
  /** The data file: its name in messages and its text, YAML or JSON. */
  readonly file: string
  readonly source: string
  /** The result is written as JSON. */
  readonly toJson: boolean
  /** How the result names its form: an id, or the path of a definition from the result's folder. */
  readonly named: string
  /** The year that the result says. */
  readonly year: number
  /** The report is another, of another year or edition: what was signed has to be signed again. */
  readonly signAgain: boolean
  /** Values that are not to come over, by `placeKey`. */
  readonly omit: ReadonlyMap<string, Omission>
  /** What the source edition works out of the data, nobody having stated it: exact decimals. */
  readonly computed: Computed
  /** A CSV file that the data name, of the block at a path. */
  csv(name: string, block: string): CsvList | undefined
  /** What the headers of a CSV name in the other edition, by path within the block. */
  headers(names: readonly string[], block: string): readonly (string | undefined)[]
  /** A file beside the data as the result has to name it. */
  relocated(name: string): string
  /** The name of a CSV file that is written anew. */
  csvName(name: string): string
}

/** A value of the result and where it was before. */
export interface Origin {
  /** Name of a CSV file; absent: the result's own text. */
  readonly file?: string
  readonly start: number
  readonly end: number
  readonly at: Span
}

/** A stated figure of a cell that the other edition works out. */
export interface Stated {
  readonly at: Span
  /** Path of the cell in the other edition; of a list's row with its number from 0: `t.firms[3].total`. */
  readonly path: string
  /** As it comes over. */
  readonly text: string
}

export interface Migrated {
  readonly text: string
  /** CSV files written anew, by the name that the text gives them. */
  readonly files: ReadonlyMap<string, string>
  readonly changes: readonly Change[]
  /** Values that came over, and those of them in another unit. */
  readonly carried: number
  readonly converted: number
  /** Of those: answers whose option has other words now. */
  readonly relabelled: number
  readonly origins: readonly Origin[]
  /** Path in the source of each value that came over, by `placeKey`. */
  readonly paths: ReadonlyMap<string, string>
  readonly stated: readonly Stated[]
}
