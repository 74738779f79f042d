import type { Span } from './diagnostic.ts'

/** The text of each source file, by the name that spans give it. */
export type Sources = ReadonlyMap<string, string>

/** Where a span begins: line and column from 1, the column counted in code points. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** A line of a source: its number from 1, its text, and the offset where it begins. */
export interface SourceLine {
  readonly number: number
  readonly text: string
  readonly start: number
}

/** What ends a line in YAML 1.2. */
const lineBreak = /\r\n|\n|\r/g

/** The lines that a stretch of the text touches; an empty stretch touches one. */
export function linesOf(text: string, start: number, end: number): SourceLine[] {
  const lines: SourceLine[] = []
  let number = 1
  let from = 0
  const add = (to: number, next: number) => {
    if (next > start && (from < end || lines.length === 0))
      lines.push({ number, text: text.slice(from, to), start: from })
    number++
    from = next
  }
  for (const match of text.matchAll(lineBreak)) {
    if (from > end) return lines
    add(match.index, match.index + match[0].length)
  }
  // The end of the text counts as one more position, so that "something is missing at the end" has a place.
  if (lines.length === 0 || from < end) add(text.length, Number.POSITIVE_INFINITY)
  return lines
}

/** Line and column by offset, for places that a message names among its words. */
export class LinePlaces {
  readonly #text: string
  readonly #starts: number[] = [0]

  constructor(text: string) {
    this.#text = text
    for (const { index, 0: end } of text.matchAll(lineBreak)) this.#starts.push(index + end.length)
  }

  /** `line:column`, both as of {@link Place}. */
  at(offset: number): string {
    let [low, high] = [0, this.#starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.#starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    const before = this.#text.slice(this.#starts[low], offset).replace(/^\ufeff/, '')
    return `${low + 1}:${[...before].length + 1}`
  }
}

/** Where a span begins. A file whose text is not among the sources gives 1:1. */
export function place(span: Span, sources: Sources): Place {
  const text = sources.get(span.file) ?? ''
  const start = Math.min(span.start, text.length)
  const line = linesOf(text, start, start)[0] as SourceLine
  const before = text.slice(line.start, start).replace(/^\ufeff/, '')
  return { file: span.file, line: line.number, column: [...before].length + 1 }
}
