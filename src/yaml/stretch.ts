import type { Span } from '../diagnostics/index.ts'

/**
 * The place of a stretch of a scalar's text in the file. Quotes and folded lines make the source differ from the text,
 * so the same words are looked for in it; where escapes hide them, it is the place of the whole scalar.
 */
export function stretchOf(source: string, at: Span, text: string, offset: number, length: number): Span {
  const words = text.slice(offset, offset + length)
  if (words === '') return at
  const raw = source.slice(at.start, at.end)
  let found = raw.indexOf(words)
  for (let nth = occurrences(text.slice(0, offset + length - 1), words); nth > 0 && found >= 0; nth--)
    found = raw.indexOf(words, found + 1)
  if (found < 0) return at
  return { ...at, start: at.start + found, end: at.start + found + words.length }
}

function occurrences(text: string, words: string): number {
  let count = 0
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) count++
  return count
}

/** A line of a file without its line break, as offsets. */
export interface SourceLine {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The line an offset stands in. */
export function lineAt(source: string, offset: number): SourceLine {
  const before = Math.max(source.lastIndexOf('\n', offset - 1), -1)
  const next = source.indexOf('\n', Math.max(offset, 0))
  const end = next < 0 ? source.length : source[next - 1] === '\r' && next - 1 > before ? next - 1 : next
  return { start: before + 1, end, text: source.slice(before + 1, end) }
}

/** All lines of a file. */
export function* linesIn(source: string): Generator<SourceLine> {
  for (let start = 0; start <= source.length; ) {
    const line = lineAt(source, start)
    yield line
    const next = source.indexOf('\n', start)
    if (next < 0) return
    start = next + 1
  }
}

/** The next line that has something on it. */
export function lineAfter(source: string, line: SourceLine): SourceLine | undefined {
  for (let at = source.indexOf('\n', line.start); at >= 0; at = source.indexOf('\n', at + 1)) {
    const next = lineAt(source, at + 1)
    if (next.text.trim() !== '' && !next.text.trimStart().startsWith('#')) return next
  }
  return undefined
}
