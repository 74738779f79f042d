import { type Document, parseDocument, type YAMLParseError } from 'yaml'
import { explain } from './slips.ts'
import { lineAfter, lineAt, linesIn, type SourceLine } from './stretch.ts'

/** A thing that cannot be read as YAML, and the stretch to show. `problem` is a word of the diagnostics' vocabulary. */
export interface Slip {
  readonly code: 'yaml-syntax' | 'flow-text' | 'yaml-feature' | 'too-large'
  readonly start: number
  readonly end: number
  readonly words: Readonly<Record<string, string>>
  /** How to read on: take the line's value out, or read the line's leading white space as spaces. */
  readonly mend?: 'value' | 'indent'
}

/** What was done to read on: `lines` were left out, or the `nesting` was guessed where it is unclear. */
export type Torn = 'lines' | 'nesting'

export interface Parsed {
  /** Absent where what follows a slip makes no sense. */
  readonly document?: Document
  readonly slips: readonly Slip[]
  /** Offsets of the keys whose value was taken out to read on. */
  readonly emptied: ReadonlySet<number>
  readonly torn?: Torn
}

const mostSlips = 40
/** Characters to read again and again for one file. */
const mostWork = 4_000_000

/**
 * Parses YAML and reads on after a slip, so that one run tells all of them: the value that could not be read is taken
 * out (offsets stay) and the rest is read again. It stops where nothing can be taken out, since what YAML says of the
 * lines after a slip is mostly a consequence of it.
 * @param tears whether to leave a line out, and what belongs to it, where its value alone is not enough
 */
export function parse(source: string, tears = false): Parsed {
  const slips: Slip[] = []
  const emptied = new Set<number>()
  let current = source
  let tentative = false
  let torn: Torn | undefined
  let turns = 0
  for (;;) {
    const document = parseDocument(current, { prettyErrors: false, uniqueKeys: false })
    const first = firstError(document)
    if (!first) return { document, slips, emptied, ...(torn ? { torn } : {}) }
    if (tentative && !tears) return { slips, emptied }
    const found = first.code === 'TAB_AS_INDENT' ? tabs(source) : [explain(first, current)]
    const { mend, start = 0, words } = found[0] ?? {}
    if (!tentative && !(torn && mend === undefined && words?.problem !== 'missing colon')) slips.push(...found)
    if (++turns >= mostSlips || turns * source.length > mostWork) return { slips, emptied }
    const next = mend === 'indent' ? withSpaces(current) : mend && withoutValue(current, Math.max(0, start), emptied)
    // White space that is read as spaces may nest otherwise than was meant: what is wrong after that is not told.
    if (mend === 'indent') {
      tentative = true
      torn = 'nesting'
    }
    if (next !== undefined && next !== current) current = next
    else {
      const rest = tears ? withoutLine(current, start) : undefined
      if (rest === undefined || rest === current)
        return tears && isFlow(source) && !quoteOpen(document)
          ? { document, slips, emptied, torn: 'nesting' }
          : { slips, emptied }
      current = rest
      torn ??= 'lines'
    }
  }
}

/** The text with a line blanked, and the deeper lines that belong to it; undefined where a bracket goes on beyond it. */
function withoutLine(source: string, offset: number): string | undefined {
  const line = lineAt(source, offset)
  const opens = isFlow(source) || line.text.replace(/[^{[]/g, '').length !== line.text.replace(/[^}\]]/g, '').length
  if (opens) return undefined
  // Nothing belongs to the line that parts two documents.
  const to = line.text.startsWith('---') ? line.end : belowOf(source, line)
  return `${source.slice(0, line.start)}${source.slice(line.start, to).replace(/[^\r\n]/g, ' ')}${source.slice(to)}`
}

/** Written in brackets throughout, as JSON is: a slip in it leaves what stands before and after it readable. */
const isFlow = (source: string): boolean => /^\s*[{[]/.test(source)

/** A text that is not closed takes in what comes after it. */
const quoteOpen = ({ errors }: Document): boolean => errors.some(({ message }) => /closing .*quote/i.test(message))

/** The end of the deeper lines after one. */
function belowOf(source: string, line: SourceLine): number {
  let to = line.end
  let next = lineAfter(source, line)
  while (next && (next.text.trim() === '' || indentOf(next.text) > indentOf(line.text))) {
    to = next.end
    next = lineAfter(source, next)
  }
  return to
}

function firstError({ errors }: Document): YAMLParseError | undefined {
  return errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION') ?? errors.toSorted((a, b) => a.pos[0] - b.pos[0])[0]
}

/** The first of each run of lines that a tab indents: YAML tells only some, and a file of tabs is one mistake. */
function tabs(source: string): Slip[] {
  const slips: Slip[] = []
  let running = false
  for (const { start, text } of linesIn(source)) {
    const found = /^ *(\t[ \t]*)(?=\S)/.exec(text)
    const goesOn = running
    running = found !== null || (running && !/^\S/.test(text))
    if (!found || goesOn) continue
    const from = start + found[0].length - (found[1] as string).length
    slips.push({
      code: 'yaml-syntax',
      start: from,
      end: start + found[0].length,
      words: { problem: 'TAB_AS_INDENT' },
      mend: 'indent',
    })
  }
  const whole: Slip = { code: 'yaml-syntax', start: 0, end: 1, words: { problem: 'TAB_AS_INDENT' } }
  return slips.length > 0 ? slips : [whole]
}

const withSpaces = (source: string): string =>
  source.replace(/^[ \t\u3000\u00a0]+/gm, (space) => ' '.repeat(space.length))

/** `key: value` and `key：value`, where the key is a plain one. */
const keyAndValue = /^(\s*)([^\s:："'{}[\],#&*!|>%@`-][^:："'{}[\],]*?)\s*(：|:)/

/** The text with one value blanked, and the deeper lines that belong to it. */
function withoutValue(source: string, offset: number, emptied: Set<number>): string | undefined {
  const line = lineAt(source, offset)
  const found = keyAndValue.exec(line.text)
  const key = line.start + (found?.[1]?.length ?? 0)
  if (!found || emptied.has(key)) return undefined
  const from = line.start + found[0].length
  let to = line.end
  if (source.slice(from, to).trim() !== '')
    for (
      let next = lineAfter(source, line);
      next && indentOf(next.text) > indentOf(line.text);
      next = lineAfter(source, next)
    )
      to = next.end
  emptied.add(key)
  return `${source.slice(0, from - 1)}:${source.slice(from, to).replace(/[^\r\n]/g, ' ')}${source.slice(to)}`
}

const indentOf = (text: string): number => text.length - text.trimStart().length
