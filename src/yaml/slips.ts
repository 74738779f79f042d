import type { YAMLParseError } from 'yaml'
import { lineAfter, lineAt, linesIn, type SourceLine } from './stretch.ts'
import type { Slip } from './syntax.ts'

export const maxDepth = 60

/**
 * Says what a person did where YAML stumbled. YAML names the place where it lost its way and what it expected there;
 * the slip often stands before that, and has a plainer name.
 */
export function explain(error: YAMLParseError, source: string): Slip {
  const [from, to] = error.pos
  const line = lineAt(source, Math.min(from, Math.max(0, source.length - 1)))
  if (error.code === 'RESOURCE_EXHAUSTION') return { code: 'too-large', ...deepest(source), words: { limit: 'depth' } }
  if (error.code === 'MULTIPLE_DOCS')
    return { code: 'yaml-feature', start: from, end: from + 3, words: { feature: 'documents' } }
  const next = lineAfter(source, line)
  for (const each of next ? [line, next] : [line]) {
    const slip = slipOf(each, from) ?? (structural.has(error.code) ? colonSlip(each) : undefined)
    if (slip) return slip
  }
  const dash = error.code === 'BAD_INDENT' ? dashBefore(source, line) : dashOn(error, line)
  return dash ?? unclosedQuote(source, to) ?? unclosedBracket(error, source) ?? byCode(error, source, line, next)
}

const structural: ReadonlySet<string> = new Set([
  'MULTILINE_IMPLICIT_KEY',
  'BLOCK_AS_IMPLICIT_KEY',
  'MISSING_CHAR',
  'BAD_INDENT',
])

const slip = (problem: string, start: number, end: number, mend?: Slip['mend']): Slip => ({
  code: 'yaml-syntax',
  start,
  end: Math.max(end, start + 1),
  words: { problem },
  ...(mend ? { mend } : {}),
})

/** The same after a sibling without one. */
function dashOn({ message }: YAMLParseError, { start, text }: SourceLine): Slip | undefined {
  const dash = /^\s*-(?=\s)/.exec(text)?.[0].length
  return dash !== undefined && /block sequence/.test(message) ? slip('dash', start + dash - 1, start + dash) : undefined
}

/** One of several siblings written with a dash, which begins a sequence. */
function dashBefore(source: string, line: SourceLine): Slip | undefined {
  for (let at = line.start - 1; at > 0; ) {
    const before = lineAt(source, at - 1)
    const dash = /^\s*-(?=\s)/.exec(before.text)
    if (dash) return slip('dash', before.start + dash[0].length - 1, before.start + dash[0].length)
    if (before.text.trim() !== '') return undefined
    at = before.start
  }
  return undefined
}

/** What stands between quotes is blanked, and so is a comment. */
const unquoted = (text: string): string =>
  text
    .replace(/(?<=^|[\s:,{[])("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/g, (quoted) => '_'.repeat(quoted.length))
    .replace(/(^|\s)#.*$/, (comment) => ' '.repeat(comment.length))

const hole = /\[\^[^\]\s,]*\]?|\{\{[^}\s,]*\}{0,2}/

/** The commonest slips: `{label: 企业数[^a]}`, `title: {{year}}年`, and white space that only looks like spaces. */
function slipOf({ start, text }: SourceLine, from: number): Slip | undefined {
  const wide = /^[ \t]*([\u3000\u00a0][\u3000\u00a0 \t]*)\S/.exec(text)
  if (wide) return slip('wide space', start + text.search(/[\u3000\u00a0]/), start + wide[0].length - 1, 'indent')
  if (start + text.length < from) return undefined
  const plain = unquoted(text)
  const value = /^\s*(?:[^\s{}[\]:]+:\s+|-\s+)*(?=[{[])/.exec(plain)
  const found = value && hole.exec(plain.slice(value[0].length))
  if (!value || !found) return undefined
  const at = start + value[0].length + found.index
  return { code: 'flow-text', start: at, end: at + found[0].length, words: {}, mend: 'value' }
}

/** `label：企业` and `label:企业`. */
function colonSlip({ start, text }: SourceLine): Slip | undefined {
  const found = /^\s*[A-Za-z][\w-]*(：|:(?=[^\s:]))/.exec(text)
  if (!found) return undefined
  const at = start + found[0].length - 1
  return slip(found[1] === '：' ? 'full-width colon' : 'space after colon', at, at + 1, 'value')
}

/**
 * A quote that opens a value and is not closed where it should be: YAML reads on to the next quote, which may be the
 * one that opens another value, or to the end.
 */
function unclosedQuote(source: string, to: number): Slip | undefined {
  let open: { at: number; quote: string } | undefined
  for (const line of linesIn(source)) {
    if (line.start > to) break
    let rest = line.start
    if (open) {
      const close = closing(line.text, 0, open.quote)
      const after = close < 0 ? '' : line.text.slice(close + 1)
      if (close < 0) continue
      if (!/^\s*([,}\]#].*)?$/.test(after)) return slip('quote', open.at, lineAt(source, open.at).end, 'value')
      open = undefined
      rest += close + 1
    }
    const opened = openQuote(line.text, rest - line.start)
    if (opened) open = { at: line.start + opened.at, quote: opened.quote }
  }
  return open && slip('quote', open.at, lineAt(source, open.at).end, 'value')
}

function closing(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\' && quote === '"') at++
    else if (text[at] === quote) {
      if (quote !== "'" || text[at + 1] !== quote) return at
      at++
    }
  }
  return -1
}

/** The quote that a line leaves open. */
function openQuote(text: string, from: number): { at: number; quote: string } | undefined {
  for (let at = from; at < text.length; at++) {
    const char = text[at] as string
    if (char === '#' && (at === 0 || /\s/.test(text[at - 1] as string))) return undefined
    if ((char !== '"' && char !== "'") || !/(^|[:,{[-])\s*$/.test(text.slice(0, at))) continue
    const close = closing(text, at + 1, char)
    if (close < 0) return { at, quote: char }
    at = close
  }
  return undefined
}

/** The bracket that is still open where YAML says that one must end. */
function unclosedBracket(error: YAMLParseError, source: string): Slip | undefined {
  if (!/must be sufficiently indented and end with|Expected flow (?:map|sequence) to end/.test(error.message))
    return undefined
  const open: number[] = []
  for (const line of linesIn(source)) {
    if (line.start >= error.pos[0]) break
    const plain = unquoted(line.text.slice(0, error.pos[0] - line.start))
    const first = /^\s*(?:[^\s{}[\]:]+:\s+|-\s+)*(?=[{[])/.exec(plain)
    if (open.length === 0 && !first) continue
    for (let index = first?.[0].length ?? 0; index < plain.length; index++) {
      const char = plain[index]
      if (char === '{' || char === '[') open.push(line.start + index)
      else if (char === '}' || char === ']') open.pop()
    }
  }
  const at = open[0]
  return at === undefined ? undefined : slip('bracket', at, lineAt(source, at).end, 'value')
}

function byCode(
  { code, message, pos: [from, to] }: YAMLParseError,
  source: string,
  line: SourceLine,
  next?: SourceLine,
): Slip {
  const content = line.start + line.text.length - line.text.trimStart().length
  const restOfLine = (problem: string) => slip(problem, from, lineAt(source, from).end, 'value')
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (/^[^\s].*?:(\s|$)/.test(source.slice(from, line.end))) return slip('two colons', from, line.end, 'value')
      return next ? slip('BAD_INDENT', next.start + next.text.search(/\S/), next.end) : slip(code, from, line.end)
    case 'MULTILINE_IMPLICIT_KEY':
      return slip('missing colon', content, line.end)
    case 'BAD_INDENT':
      return slip(code, content, line.end)
    case 'BAD_SCALAR_START':
      return restOfLine(code)
    case 'BAD_DQ_ESCAPE':
      return slip(code, from, to, 'value')
    case 'MISSING_CHAR':
      if (/followed by map values/.test(message)) return slip('missing colon', content, line.end)
      if (/^Comments must/.test(message)) return restOfLine('text after quote')
      if (/Missing space after :/.test(message)) return slip('space after colon', from, to, 'value')
      return slip(code, from, to, 'value')
    case 'UNEXPECTED_TOKEN':
      return unexpected(message, source, from, to, restOfLine)
    default:
      return slip(code, from, to, 'value')
  }
}

function unexpected(
  message: string,
  source: string,
  from: number,
  to: number,
  restOfLine: (problem: string) => Slip,
): Slip {
  if (/extra characters|Not a YAML token/.test(message)) {
    const line = lineAt(source, from)
    const bar = line.start + Math.max(0, line.text.search(/[|>]/))
    return slip('BAD_SCALAR_START', bar, line.end, 'value')
  }
  if (/block-seq-ind/.test(message)) return restOfLine('BAD_SCALAR_START')
  if (/flow-(map|seq)-end/.test(message)) return slip('stray bracket', from, to, 'value')
  if (/at node end/.test(message) && /["'}\]]\s*$/.test(source.slice(Math.max(0, from - 8), from)))
    return restOfLine('text after quote')
  return slip('UNEXPECTED_TOKEN', from, to, 'value')
}

/** Where nesting passes the limit, by brackets or by indentation. */
function deepest(source: string): { start: number; end: number } {
  let depth = 0
  for (let at = 0; at < source.length; at++) {
    if (source[at] === '{' || source[at] === '[') depth++
    else if (source[at] === '}' || source[at] === ']') depth--
    if (depth > maxDepth) return { start: at, end: at + 1 }
  }
  for (const { start, text } of linesIn(source)) {
    const indent = text.length - text.trimStart().length
    if (indent > maxDepth) return { start: start + indent, end: start + text.length }
  }
  return { start: 0, end: 1 }
}
