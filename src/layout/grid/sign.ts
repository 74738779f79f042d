import { type Ask, joinRuns, type Runs } from '../../model/index.ts'
import { type EntryLook, entryLook, paragraphs, valueParts, valuesAt } from '../entry.ts'
import type { Drafting } from './content.ts'

/** Room to write above a signature where the definition says nothing, in lines. */
const roomAbove = 3
/** What stays free at the right, em: a seal's edge, and no line breaks for want of a hair. */
const roomAtRight = 2

/**
 * A place to write with the lines for signature, seal and date at its lower right. They are brought there by
 * ideographic spaces, as offices do it by hand: within a cell Excel knows only one alignment.
 * @param width of the cell, pt
 */
export function signedLook(drafting: Drafting, ask: Ask, path: string, width: number): EntryLook {
  const { form, words, filled } = drafting
  const at = valuesAt(filled, path)
  const look = entryLook(form, ask, words, at)
  if (!ask.sign) return look
  const lines = paragraphs(valueParts(form, ask.sign, words, at).flatMap(({ runs }) => runs))
  const sign = lines.map((line) => joinRuns([{ text: indent(drafting, line, width) }, ...line]))
  const written = at('') ? look.content.length : 0
  const above = Array.from({ length: Math.max(1, (ask.lines ?? roomAbove) - written) }, (): Runs => [])
  return { ...look, style: 'cellText', input: true, content: [...look.content, ...above, ...sign] }
}

/** Ideographic spaces that bring a line to the right. */
function indent({ styles, measure }: Drafting, line: Runs, width: number): string {
  const { cellText } = styles
  const free = width - 2 * cellText.padding.x - measure(line, cellText)
  return '\u3000'.repeat(Math.max(0, Math.floor(free / cellText.size) - roomAtRight))
}
