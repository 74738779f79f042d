import type { Ask, Runs, Unit } from '../model/index.ts'

/*
 * What a data file may hold, as a tree of keys in the order of the form. The skeleton and the JSON Schema both come
 * from it, so that neither can offer a key that the other does not know.
 */

interface Key {
  readonly id: string
  /** As printed, with section number and the marks of notes; empty where the form prints none. */
  readonly label: Runs
}

/** One place to write. */
export interface AskedValue extends Key {
  readonly kind: 'value'
  readonly ask: Ask
  /** Filled in by the program where left out: added up, or worked out by another formula. */
  readonly computed?: 'sum' | 'formula'
  /** A text of several paragraphs may stand here. */
  readonly paragraphs: boolean
}

/** Keys below a label; `shown` is the printed text in which several values stand: `＿人（＿%）`. */
export interface AskedMap extends Key {
  readonly kind: 'map'
  readonly children: readonly Asked[]
  readonly shown?: string
  /** The first child is the place itself: it may be written alone, without a map. */
  readonly ownFirst?: boolean
}

/** Lines that the filler adds under a remark of the form. */
export interface AskedLines extends Key {
  readonly kind: 'lines'
  readonly remark: Runs
}

/** Values of the columns that the filler adds, by their ids. */
export interface AskedExtra extends Key {
  readonly kind: 'extra'
}

/** Named rows, a list of rows, or both, over columns. */
export interface AskedBlock extends Key {
  readonly kind: 'block'
  /** What each row asks for. */
  readonly columns: readonly Asked[]
  readonly rows: readonly AskedRow[]
  readonly list?: AskedList
  /** Where the values of the columns stand that the filler adds: `extra`. */
  readonly extra?: string
}

/** A named row, or a group of rows. */
export interface AskedRow extends Key {
  readonly unit?: Unit
  readonly rows: readonly AskedRow[]
  /** What this row asks for: the columns without those closed or given here. */
  readonly values: readonly Asked[]
  /** Whether the whole row is worked out. */
  readonly computed?: 'sum' | 'formula'
}

export interface AskedList {
  /** Rows at most; absent where the list is open. */
  readonly most?: number
  /** The printed label of the total row and the columns that it adds up. */
  readonly total?: { readonly label: Runs; readonly values: readonly Asked[] }
}

export type Asked = AskedValue | AskedMap | AskedLines | AskedExtra | AskedBlock

/** The values at the ends of a tree. */
export const valuesOf = (nodes: readonly Asked[]): readonly AskedValue[] =>
  nodes.flatMap((node) => (node.kind === 'value' ? [node] : node.kind === 'map' ? valuesOf(node.children) : []))
