import { Refusal } from '../../diagnostics/index.ts'
import type { Run, Runs } from '../../model/index.ts'
import { escapeText } from '../../package/index.ts'
import { mostCharacters } from './limits.ts'

/** In SpreadsheetML `_x000D_` in a text means the character: a text that says so by itself escapes its underscore. */
const spelled = (text: string): string => escapeText(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))

const textXml = (text: string): string => `<t xml:space="preserve">${spelled(text)}</t>`

/** Paragraphs as one sequence of runs; they part at a line feed, as by Alt+Enter. */
function joined(paragraphs: readonly Runs[]): Run[] {
  const [first = [], ...rest] = paragraphs
  return [...first, ...rest.flatMap((runs) => [{ text: '\n' }, ...runs])].filter(({ text }) => text !== '')
}

/** The font of a run as the children of `<rPr>`: a run names all of it, nothing is inherited from the cell. */
export type RunFont = (run: Pick<Run, 'mark' | 'strong' | 'font'>) => string

/**
 * A cell's text as `<is>` (inline string), or '' where nothing is printed.
 * @param where what to call the cell in an error
 * @throws Refusal naming the cell when the text is longer than a cell can hold; Error when XML cannot hold it
 */
export function inlineString(paragraphs: readonly Runs[], font: RunFont, where: string): string {
  const runs = joined(paragraphs)
  const length = runs.reduce((sum, { text }) => sum + text.length, 0)
  if (length === 0) return ''
  if (length > mostCharacters) {
    const words = { name: where, count: String(length), limit: String(mostCharacters), format: 'xlsx' }
    throw new Refusal('too-long-for-format', words)
  }
  try {
    if (runs.every(({ mark, strong, font }) => mark === undefined && !strong && font === undefined))
      return `<is>${textXml(runs.map(({ text }) => text).join(''))}</is>`
    return `<is>${runs.map((run) => `<r><rPr>${font(run)}</rPr>${textXml(run.text)}</r>`).join('')}</is>`
  } catch (cause) {
    throw new Error(`${where}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}
