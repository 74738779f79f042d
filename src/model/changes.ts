import type { CheckId } from './checks.ts'

/** What a change does, gravest first. */
export const impacts = ['breaks-data', 'extends-data', 'changes-rules', 'wording', 'layout'] as const
export type Impact = (typeof impacts)[number]

/** What kinds of things two editions are compared by. */
export type EntityKind =
  | 'form'
  | 'part'
  | 'table'
  | 'section'
  | 'block'
  | 'field'
  | 'column'
  | 'row'
  | 'option'
  | 'place'
  | 'text'
  | 'print-column'
  | 'instruction'
  | 'note'

/** One thing that differs between two editions. */
export interface Change {
  readonly check: CheckId
  readonly impact: Impact
  readonly kind: EntityKind
  /** Where it is in the old and in the new edition; one of them is absent where it is only in the other. */
  readonly old?: ChangePlace
  readonly new?: ChangePlace
  /** What it said, marks readable: m³. */
  readonly before?: string
  readonly after?: string
  /** Of words: which characters went and came. */
  readonly words?: readonly WordChange[]
  /** Of a unit: old figures times this are new figures, exact decimal or a fraction `1/7`. */
  readonly factor?: string
}

export interface ChangePlace {
  /** Ids from the form down, joined by dots; '' is the form. */
  readonly path: string
  /** What it and the nodes above it are called, outermost first, without the table. */
  readonly names: readonly string[]
  /** Path of the part or table that it is in; '' where it is in none. */
  readonly table: string
}

/** A stretch of words that both have, or that one has. */
export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Something removed and something added look like one thing under two ids. */
export interface LikelyRename {
  readonly kind: EntityKind
  readonly old: ChangePlace
  readonly new: ChangePlace
  /** So many formulas have changed only because they name it; absent: none. */
  readonly formulas?: number
}

export interface ComparedEdition {
  readonly form: string
  readonly edition: number
  /** The reporting year that both editions are compared in: what they print of it is no difference. */
  readonly year: number
  readonly title: string
}

/** What differs between two editions of a form. */
export interface Comparison {
  readonly old: ComparedEdition
  readonly new: ComparedEdition
  /** In the order of the new edition, table by table; what was removed stands where it stood. */
  readonly changes: readonly Change[]
  readonly likelyRenames: readonly LikelyRename[]
  /** What the parts and tables of both are called, by path. */
  readonly tables: ReadonlyMap<string, string>
}
