import { type Document, isMap, isScalar, isSeq, type Pair, parseDocument, visit, type YAMLMap } from 'yaml'
import { type Form, runsOf } from '../model/index.ts'
import { readable } from '../text/wrap.ts'
import type { Migration } from './migration.ts'

/** What comments say of the old edition, and what takes its place. */
type Words = ReadonlyMap<string, string>

/**
 * A migrated data file with comments that speak of the other edition: the form's title above the values, and behind or
 * above a key its label and unit, where these changed. Whatever else a comment says stays: it is its writer's.
 * @param pairs paths in the other edition by those in the source's
 */
export function withNewWords(text: string, { from, to }: Migration, pairs: ReadonlyMap<string, string>): string {
  const changed = changedWords(from, to, pairs)
  const title = [from, to].map((form) => readable(runsOf(form, form.definition.title))) as [string, string]
  const edits = new Map<number, string>()
  const reword = (line: Line, words: Words): void => {
    const now = replaced(line.comment, words)
    if (now !== line.comment) edits.set(line.at, now)
  }
  const lines = linesOf(text)
  for (const line of lines.slice(
    0,
    Math.max(
      0,
      lines.findIndex(({ blank }) => !blank),
    ),
  ))
    reword(line, new Map([title]))
  const document = changed.size > 0 ? parseDocument(text, { schema: 'failsafe' }) : undefined
  const values = document?.get('values')
  const texts = document ? textLines(document, lines) : new Set()
  if (isMap(values))
    eachPair(values, [], (ids, key) => {
      const words = wordsAt(changed, ids)
      if (!words) return
      let number = lineAt(lines, key)
      if (texts.has(number)) return
      const own = lines[number] as Line
      reword({ ...own, comment: edits.get(own.at) ?? own.comment }, words)
      for (number--; lines[number]?.alone && !texts.has(number); number--) reword(lines[number] as Line, words)
    })
  return applied(text, lines, edits)
}

interface Line {
  readonly start: number
  /** Offset of the sign of its comment, or of its end where it has none. */
  readonly at: number
  /** '' where it has none. */
  readonly comment: string
  /** Nothing but a comment stands on it. */
  readonly alone: boolean
  /** No key and no value stands on it. */
  readonly blank: boolean
}

/** The lines with their comments; a `#` within a text of several lines is taken for one, see `textLines`. */
function linesOf(text: string): Line[] {
  let start = 0
  return text.split('\n').map((line) => {
    const bare = line.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, (quoted) => '"'.repeat(quoted.length))
    const found = /(?:^|\s)#/.exec(bare)
    const offset = found ? found.index + found[0].length - 1 : line.length
    const blank = line.slice(0, offset).trim() === ''
    const own = { start, at: start + offset, comment: line.slice(offset), alone: blank && found !== null, blank }
    start += line.length + 1
    return own
  })
}

/** Numbers of the lines of texts that have several. */
function textLines(document: Document, lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>()
  visit(document, {
    Scalar: (_, { range }) => {
      const [from, to] = [lineAt(lines, range?.[0] ?? 0), lineAt(lines, (range?.[1] ?? 1) - 1)]
      if (to > from) for (let n = from; n <= to; n++) found.add(n)
    },
  })
  return found
}

/** The number of the line that an offset is in. */
function lineAt(lines: readonly Line[], offset: number): number {
  let [low, high] = [0, lines.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((lines[middle] as Line).start <= offset) low = middle
    else high = middle
  }
  return low
}

function eachPair(map: YAMLMap, ids: readonly string[], use: (ids: readonly string[], key: number) => void): void {
  for (const { key, value } of map.items as Pair[]) {
    if (!isScalar(key)) continue
    const path = [...ids, String(key.value)]
    use(path, key.range?.[0] ?? 0)
    for (const inner of isSeq(value) ? value.items : [value]) if (isMap(inner)) eachPair(inner, path, use)
  }
}

/** Labels and units that are others in the other edition, by path there. */
function changedWords(from: Form, to: Form, pairs: ReadonlyMap<string, string>): ReadonlyMap<string, Words> {
  const printed = (form: Form, path: string): string =>
    readable((form.labels.get(path) ?? []).filter(({ note }) => note === undefined))
  const changed = new Map<string, Words>()
  for (const [path, target] of pairs) {
    const [before, after] = [printed(from, path), printed(to, target)]
    if (before === '' || after === '' || before === after) continue
    const [was, is] = [parted(before), parted(after)]
    const words = [
      [before, after],
      [was.label, is.label],
      ...(was.unit !== '' && is.unit !== '' ? [[was.unit, is.unit] as const] : []),
    ] as const
    changed.set(target, new Map(words.filter(([a, b]) => a !== b)))
  }
  return changed
}

/** 节电（度）: what is asked, and in what unit. */
function parted(label: string): { readonly label: string; readonly unit: string } {
  const [, words = label, unit = ''] = /^(.+?)\s?[（(]([^（()）]*)[)）]$/.exec(label) ?? []
  return { label: words, unit }
}

/** Of a node, or of a column whose cell stands in a named row or in a list. */
function wordsAt(changed: ReadonlyMap<string, Words>, ids: readonly string[]): Words | undefined {
  const id = ids.at(-1) as string
  for (let end = ids.length - 1; end >= 0; end--) {
    const found = changed.get([...ids.slice(0, end), id].join('.'))
    if (found) return found
  }
  return undefined
}

/** Longer words first: a label before the label that it begins with. */
function replaced(comment: string, words: Words): string {
  const wanted = [...words.keys()].sort((a, b) => b.length - a.length).map(wholeWord)
  return comment.replace(new RegExp(wanted.join('|'), 'gu'), (found) => words.get(found) ?? found)
}

/** What is as short as 度 is part of other words: it must stand alone. */
function wholeWord(word: string): string {
  const escaped = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  return [...word].length > 2 ? escaped : `(?<![\\p{L}])${escaped}(?![\\p{L}])`
}

function applied(text: string, lines: readonly Line[], edits: ReadonlyMap<number, string>): string {
  let result = text
  for (const line of lines.toReversed()) {
    const now = line && edits.get(line.at)
    if (line && now !== undefined) result = result.slice(0, line.at) + now + result.slice(line.at + line.comment.length)
  }
  return result
}
