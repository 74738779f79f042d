import { type Code, codes, type Severity } from './codes.ts'

/** A stretch of a source file, as offsets in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly file: string
  readonly start: number
  readonly end: number
}

/** One thing to tell a person: what (code and the words that fill its message) and where. */
export interface Diagnostic {
  readonly code: Code
  readonly severity: Severity
  readonly at?: Span
  readonly words: Readonly<Record<string, string>>
  /** The column it is said of: the same thing said of many rows is shown by the first of them. */
  readonly column?: string
}

/** Collects what a run has to say, so that all of it is said at once. */
export class Diagnostics {
  readonly list: Diagnostic[] = []
  readonly #said = new Set<string>()

  /**
   * The same thing at the same place is said once (a text reached through `like` is read twice).
   * @param column what of many rows may be the same; see {@link Diagnostic.column}
   */
  add(code: Code, at: Span | undefined, words: Readonly<Record<string, string>> = {}, column?: string): void {
    const key = JSON.stringify([code, at, words])
    if (this.#said.has(key)) return
    this.#said.add(key)
    const { severity } = codes[code]
    this.list.push({ code, severity, words, ...(at ? { at } : {}), ...(column === undefined ? {} : { column }) })
  }

  get failed(): boolean {
    return this.list.some(({ severity }) => severity === 'error')
  }
}

/** What cannot be done for a reason that lies in the input: thrown where nobody collects what is to be told. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: Code
  readonly words: Readonly<Record<string, string>>

  constructor(code: Code, words: Readonly<Record<string, string>> = {}) {
    super(code)
    this.code = code
    this.words = words
  }
}
