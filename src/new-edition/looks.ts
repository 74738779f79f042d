import type { Code, Diagnostics, Span } from '../diagnostics/index.ts'
import { newerList, newerStandard, standardPattern } from '../model/index.ts'
import { type Located, type LocatedMap, stretchOf } from '../yaml/index.ts'

/** Numbers of documents: 环办科财〔2020〕27号, 国统制（2012）131号. */
const documentPattern = /\p{Script=Han}{2,12}[〔［[（(](\d{4})[〕］\]）)]\s?第?\d+号/gu
/** Titles of documents. */
const titlePattern = /《[^《》]+》/gu
const yearPattern = /(?<!\d)(?:19|20)\d{2}(?!\d)/gu
/** Times that stay as they are when the year rolls. */
const datePattern =
  /当年(?:\d{1,2}月底?(?:\d{1,2}日)?|底)?|近[一二三四五六七八九十两]+年|截至|年底|\d{1,2}月(?:底|\d{1,2}日)|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/gu

/** Comments that have a line of their own. */
const commentPattern = /^[ \t]*#(?! yaml-language-server).*$/gm

/** Keys that name things of the program, not of the form. */
const silent: ReadonlySet<string> = new Set(['form', 'edition', 'lang', 'page', 'numbering', 'like', 'unit', 'type'])

/** Reports what deserves a look before a new edition is issued, each text once, where it first stands. */
export function look(root: LocatedMap, source: string, file: string, report: Diagnostics): void {
  const seen = new Set<string>()
  const say = (code: Code, at: Span, name: string, more: Readonly<Record<string, string>> = {}): void => {
    if (seen.has(`${code} ${name}`)) return
    seen.add(`${code} ${name}`)
    report.add(code, at, { name, ...more })
  }
  const scalar = (node: Located & { kind: 'scalar' }): void => {
    for (const { code, name, offset, newer } of findings(node.text))
      say(code, stretchOf(source, node.at, node.text, offset, name.length), name, newer === undefined ? {} : { newer })
  }
  const walk = (node: Located, key: string): void => {
    if (node.kind === 'scalar') {
      const newer = key === 'from' ? newerList(node.text) : undefined
      if (newer !== undefined) say('look-list', node.at, node.text, { newer })
      else if (key !== 'from' && typeof node.value === 'string' && !node.text.startsWith('=')) scalar(node)
      return
    }
    if (node.kind === 'list') for (const item of node.items) walk(item, key)
    else for (const [name, { value }] of node.entries) if (!silent.has(name)) walk(value, name)
  }
  walk(root, '')
  for (const { 0: text, index: start } of source.matchAll(commentPattern))
    for (const { 0: name, index } of text.matchAll(yearPattern)) {
      const from = start + index
      say('look-year', { file, start: from, end: from + name.length }, name)
    }
}

interface Finding {
  readonly code: 'look-citation' | 'look-standard' | 'look-year' | 'look-date'
  readonly name: string
  readonly offset: number
  readonly newer?: string
}

/** What a text cites and which times it names; a year within a citation is the citation's. */
function findings(text: string): Finding[] {
  const found: Finding[] = []
  let rest = text
  const take = (pattern: RegExp, use: (match: RegExpMatchArray) => Pick<Finding, 'code' | 'newer'>): void => {
    for (const match of rest.matchAll(pattern)) {
      const [name] = match
      found.push({ ...use(match), name, offset: match.index })
      rest = rest.slice(0, match.index) + '\u0000'.repeat(name.length) + rest.slice(match.index + name.length)
    }
  }
  take(documentPattern, () => ({ code: 'look-citation' }))
  take(standardPattern, ([, number = '', year = '']) => {
    const newer = newerStandard(number, Number(year))
    return newer === undefined ? { code: 'look-citation' } : { code: 'look-standard', newer }
  })
  take(titlePattern, () => ({ code: 'look-citation' }))
  take(yearPattern, () => ({ code: 'look-year' }))
  take(datePattern, () => ({ code: 'look-date' }))
  return found.toSorted((a, b) => a.offset - b.offset)
}
