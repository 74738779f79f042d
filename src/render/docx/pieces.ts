import { type Line, plain, type Run, type Runs } from '../../model/index.ts'

/** A place in a cell's content: characters of a paragraph, UTF-16 units. */
export interface Position {
  readonly paragraph: number
  readonly offset: number
}

export const START: Position = Object.freeze({ paragraph: 0, offset: 0 })

/**
 * What of a cell's content stands in these lines, from `from` on, with the spaces and breaks that line ends drop:
 * Word breaks the lines again, the layout only says where the page ends.
 * @returns the paragraphs, whole or cut, and where the next piece goes on
 * @throws Error where the lines are not the content's
 */
export function takeLines(
  content: readonly Runs[],
  from: Position,
  lines: readonly Line[],
): { readonly paragraphs: readonly Runs[]; readonly to: Position } {
  const paragraphs: Runs[] = []
  let { paragraph, offset } = from
  let start = offset
  for (const { runs, last } of lines) {
    const text = plain(content[paragraph] ?? [])
    const line = plain(runs)
    offset = skipSpace(text, offset, line)
    if (!text.startsWith(line, offset)) throw new Error(`"${line}" is no line of "${text}"`)
    offset += line.length
    if (!last) continue
    paragraphs.push(slice(content[paragraph] ?? [], start, text.length))
    paragraph++
    offset = start = 0
  }
  if (offset > start) {
    offset = skipSpace(plain(content[paragraph] ?? []), offset, '')
    paragraphs.push(slice(content[paragraph] ?? [], start, offset))
  }
  return { paragraphs, to: { paragraph, offset } }
}

/** The white space that a line's end has dropped, up to where `next` begins. */
function skipSpace(text: string, from: number, next: string): number {
  let at = from
  while (at < text.length && /\s/u.test(text[at] as string) && (next === '' || !text.startsWith(next, at))) at++
  return at
}

function slice(runs: Runs, from: number, to: number): Runs {
  const cut: Run[] = []
  let at = 0
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at))
    if (text !== '') cut.push({ ...run, text })
    at += run.text.length
  }
  return cut
}
