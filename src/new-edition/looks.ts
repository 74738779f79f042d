import { type Code, type Diagnostics, place, type Span } from '../diagnostics/index.ts'
import { newerList, newerStandard, standardPattern } from '../model/index.ts'
import { type Located, type LocatedMap, stretchOf } from '../yaml/index.ts'

/** Numbers of documents: 环办科财〔2020〕27号, 国统制（2012）131号. */
const documentPattern = /\p{Script=Han}{2,12}[〔［[（(](\d{4})[〕］\]）)]\s?第?\d+号/gu
/** Titles of documents. */
const titlePattern = /《[^《》]+》/gu
/** 2020 年, 2020-2021年, 2020-21年, 二〇二四年, ２０２０: a year or a stretch of years, without 年. */
const yearPattern =
  /(?<![\d.])(?:19|20)\d{2}(?:\s?[-－–—~～至]\s?(?:(?:19|20)\d{2}|\d{2}(?=\s?年)))?(?!\d|\.\d)|[１２][０-９]{3}(?![０-９])|[一二][〇○零ＯO一二三四五六七八九]{3}(?=\s?年)/gu
/** Times that stay as they are when the year rolls. */
const datePattern =
  /当年(?:\d{1,2}月底?(?:\d{1,2}日)?|底)?|近[一二三四五六七八九十两]+年|截至|年底|\d{1,2}月(?:底|\d{1,2}日)|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/gu

/** Comments that have a line of their own. */
const commentPattern = /^[ \t]*#(?! yaml-language-server).*$/gm

/** Keys that name things of the program, not of the form. */
const silent: ReadonlySet<string> = new Set(['form', 'edition', 'lang', 'page', 'numbering', 'like', 'unit', 'type'])

/** Keys whose map has ids of the author's own, which may be any of the keys above. */
const named: ReadonlySet<string> = new Set([
  'parts',
  'tables',
  'sections',
  'blocks',
  'columns',
  'rows',
  'fields',
  'options',
  'cells',
  'terms',
  'notes',
  'instructions',
])

/** The code list of `行业 | gbt4754-2002`. */
const shorthandPattern = /(?<=\|\s+)\S+$/

/** Something to look at, at all places where it stands. */
interface Look {
  readonly code: Code
  readonly words: Readonly<Record<string, string>>
  readonly places: Span[]
}

/** Reports what deserves a look before a new edition is issued: each text once, where it first stands, with all places. */
export function look(root: LocatedMap, source: string, file: string, report: Diagnostics): void {
  const looks = new Map<string, Look>()
  const say = (code: Code, at: Span, name: string, more: Readonly<Record<string, string>> = {}): void => {
    const known = looks.get(`${code} ${name}`) ?? { code, words: { name, ...more }, places: [] }
    known.places.push(at)
    looks.set(`${code} ${name}`, known)
  }
  const list = (node: Scalar, name: string): void => {
    const newer = newerList(name)
    if (newer !== undefined)
      say('look-list', stretchOf(source, node.at, node.text, node.text.length - name.length, name.length), name, {
        newer,
      })
  }
  const scalar = (node: Scalar, key: string): void => {
    if (key === 'from') return list(node, node.text)
    if (typeof node.value !== 'string' || node.text.startsWith('=')) return
    const shorthand = shorthandPattern.exec(node.text)?.[0] ?? ''
    list(node, shorthand)
    for (const { code, name, offset, newer } of findings(node.text.slice(0, node.text.length - shorthand.length)))
      say(code, stretchOf(source, node.at, node.text, offset, name.length), name, newer === undefined ? {} : { newer })
  }
  const walk = (node: Located, key: string): void => {
    if (node.kind === 'scalar') scalar(node, key)
    else if (node.kind === 'list') for (const item of node.items) walk(item, key)
    else
      for (const [name, { value }] of node.entries)
        if (named.has(key)) walk(value, '')
        else if (!silent.has(name)) walk(value, name)
  }
  walk(root, '')
  for (const { 0: text, index: start } of source.matchAll(commentPattern))
    for (const { 0: name, index } of text.matchAll(yearPattern)) {
      const from = start + index
      say('look-year', { file, start: from, end: from + name.length }, name)
    }
  for (const { code, words, places } of looks.values()) {
    const [first, ...others] = places.toSorted((a, b) => a.start - b.start)
    const also = others.map((at) => placeIn(at, source)).join(', ')
    report.add(code, first, { ...words, also })
  }
}

type Scalar = Located & { kind: 'scalar' }

/** 149:24 */
function placeIn(at: Span, source: string): string {
  const { line, column } = place(at, new Map([[at.file, source]]))
  return `${line}:${column}`
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
