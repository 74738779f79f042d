import type { Definition, Text } from './definition.ts'
import type { Runs } from './runs.ts'

/** A definition with a year applied: texts printed, units in the labels, tables and sections and notes numbered. */
export interface Form {
  readonly definition: Definition
  readonly year: number
  /** The printed words of every text of the definition. */
  readonly texts: ReadonlyMap<Text, Runs>
  /** Of texts with places to write in them: the words and the places, in order. */
  readonly stretches: ReadonlyMap<Text, readonly Stretch[]>
  /** Labels as printed, with section number and unit, by path. */
  readonly labels: ReadonlyMap<string, Runs>
  /** 表2, 表2-1 … by path of part or table. */
  readonly numbers: ReadonlyMap<string, string>
  /** The notes that each part prints, by part id, in the order of their numbers. */
  readonly notes: ReadonlyMap<string, readonly PrintedNote[]>
}

/** Printed words, or a place to write among them: `<from:month>至<to:month>`. */
export type Stretch =
  | { readonly kind: 'words'; readonly runs: Runs }
  /** `id` '' is the node itself; `what` is its type or unit, as written. */
  | { readonly kind: 'place'; readonly id: string; readonly what?: string }

export interface PrintedNote {
  /** Unique in the document: the part's id, then the note's. */
  readonly id: string
  /** As printed: [1]. */
  readonly mark: string
  readonly content: Runs
}

/** Printed words of a text. */
export const runsOf = (form: Form, text: Text): Runs => form.texts.get(text) ?? []
