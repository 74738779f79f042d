import { type Ask, joinRuns, type Run, type Runs } from '../../model/index.ts'
import { type EntryLook, entryLook, valueParts, valuesAt } from '../entry.ts'
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
  const sign = linesOf(valueParts(form, ask.sign, words, at).flatMap(({ runs }) => runs))
  const above = '\n'.repeat((ask.lines ?? roomAbove) + (look.content.length > 0 ? 1 : 0))
  const lines = sign.flatMap((line, n): Run[] => [{ text: (n > 0 ? '\n' : '') + indent(drafting, line, width) }, ...line])
  return { ...look, style: 'cellText', input: true, content: [joinRuns([...look.content.flat(), { text: above }, ...lines])] }
}

/** Ideographic spaces that bring a line to the right. */
function indent({ styles, measure }: Drafting, line: Runs, width: number): string {
  const { cellText } = styles
  const free = width - 2 * cellText.padding.x - measure(line, cellText)
  return '\u3000'.repeat(Math.max(0, Math.floor(free / cellText.size) - roomAtRight))
}

function linesOf(runs: Runs): Run[][] {
  const lines: Run[][] = [[]]
  for (const run of runs)
    for (const [n, text] of run.text.split('\n').entries()) {
      if (n > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...run, text })
    }
  return lines
}
