import type { Code, Span } from '../diagnostics/index.ts'

/** Why a value was left behind, or is to be looked at. */
export type ChangeCode = Extract<Code, `migrate-${string}`>

/** One value that did not simply come over. */
export interface Change {
  readonly code: ChangeCode
  /** What it stands at in the source, by the form's ids; rows of a list have no number. */
  readonly path: string
  /** Where it stands in the source. */
  readonly at: Span
  readonly value: string
  readonly words: Readonly<Record<string, string>>
}

/** Why a value does not come over, as an earlier attempt showed. */
export interface Omission {
  /** The code of the mistake that it would be; absent where the program works the value out again. */
  readonly reason?: Code
}

/** The key by which values of the source are told apart. */
export const placeKey = ({ file, start }: Span): string => `${file}:${start}`

/** Keeps what is to be told, and counts what came over. */
export class Ledger {
  readonly changes: Change[] = []
  /** What each value that came over stands at in the source, by its place. */
  readonly paths = new Map<string, string>()
  carried = 0
  converted = 0
  /** Answers that came over by the id of an option whose words are others now. */
  relabelled = 0

  add(code: ChangeCode, path: string, at: Span, value: string, words: Readonly<Record<string, string>> = {}): void {
    this.changes.push({ code, path, at, value, words })
  }
}
