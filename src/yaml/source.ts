import { type Document, isAlias, isMap, isPair, isScalar, isSeq, type Pair, visit, type YAMLMap } from 'yaml'
import type { Diagnostics, Span } from '../diagnostics/index.ts'
import { blankedOut, jsonComments } from './json-comments.ts'
import { maxDepth } from './slips.ts'
import { type Parsed, parse, type Torn } from './syntax.ts'

/** A YAML value that knows where it stands. A scalar keeps its source text, so `01` and `1.50` stay what they are. */
export type Located = LocatedMap | LocatedList | LocatedScalar

export interface LocatedMap {
  readonly kind: 'map'
  readonly at: Span
  readonly entries: ReadonlyMap<string, LocatedEntry>
  /** Written as `{…}`. */
  readonly flow?: boolean
  /** Of the whole file: what could not be read of it may hold what seems to be missing, or belong elsewhere. */
  readonly torn?: Torn
}
export interface LocatedEntry {
  readonly keyAt: Span
  readonly value: Located
}
export interface LocatedList {
  readonly kind: 'list'
  readonly at: Span
  readonly items: readonly Located[]
}
export interface LocatedScalar {
  readonly kind: 'scalar'
  readonly at: Span
  readonly value: string | number | boolean | null
  readonly text: string
  /** What stands here could not be read and is reported: nothing is concluded from it. */
  readonly broken?: boolean
}

const maxBytes = 2_000_000
/** More control characters than this, and the file is no text. */
const maxControls = 50

/**
 * Reads one definition or data file; what YAML itself or the language forbids in YAML is reported. What could be read
 * comes back even then, so that the other mistakes are found in the same run.
 * @param refusal what is said of a file that is no map at all
 */
export function readSource(
  file: string,
  text: string,
  report: Diagnostics,
  refusal: 'not-a-definition' | 'not-data' | 'not-impacts' = 'not-a-definition',
): LocatedMap | undefined {
  const span = (start: number, end: number): Span => ({ file, start, end: Math.max(end, start + 1) })
  const refuse = (problem: string): undefined => {
    report.add(refusal, span(0, 1), { problem })
  }
  if (text.length > maxBytes || new TextEncoder().encode(text).length > maxBytes) {
    report.add('too-large', span(0, 1), { limit: 'bytes' })
    return undefined
  }
  if ([...text.matchAll(/(?![\t\n\r])\p{Cc}/gu)].length > maxControls) return refuse('binary')
  const isData = refusal === 'not-data'
  // JSON is read as the YAML that it is; what helps against a slip is another thing.
  const isJson = /\.json$/i.test(file)
  const comments = isJson ? jsonComments(text) : []
  for (const { start, end } of comments) report.add('json-comment', span(start, end))
  const { document, slips, emptied, torn } = parse(blankedOut(text, comments), isData)
  for (const { code, start, end, words } of slips)
    if (isJson && code !== 'too-large')
      report.add('json-syntax', span(start, end), { problem: 'UNEXPECTED_TOKEN', ...words })
    else report.add(isData && code === 'yaml-feature' ? 'data-feature' : code, span(start, end), words)
  if (!document) return undefined
  refuseFeatures(document, text, span, report, isData ? 'data-feature' : 'yaml-feature')
  const locator = new Locator(text, span, emptied, report)
  const root = locator.locate(document.contents, 0)
  if (root?.kind === 'map') {
    const lost = torn ?? (locator.lost ? 'lines' : undefined)
    return lost ? { ...root, torn: lost } : root
  }
  if (!report.failed) refuse(root?.kind === 'list' ? 'list' : (root?.text ?? '') === '' ? 'nothing' : 'text')
  return undefined
}

type ToSpan = (start: number, end: number) => Span

function refuseFeatures(
  document: Document,
  text: string,
  span: ToSpan,
  report: Diagnostics,
  code: 'yaml-feature' | 'data-feature',
): void {
  type Range = readonly number[] | null | undefined
  const refuse = (range: Range, feature: string) =>
    report.add(code, span(range?.[0] ?? 0, range?.[1] ?? 1), { feature })
  /** An anchor or tag stands before the range of its node. */
  const refuseBefore = (range: Range, sign: string, feature: string) => {
    const found = text.lastIndexOf(sign, range?.[0])
    refuse(found < 0 ? range : [found, found + (/^\S+/.exec(text.slice(found))?.[0].length ?? 1)], feature)
  }
  visit(document, {
    Alias: (_, node) => refuse(node.range, 'aliases'),
    Pair: (_, pair) => {
      if (isScalar(pair.key) && pair.key.value === '<<') refuse(pair.key.range, 'merge keys')
    },
    Value: (_, node) => {
      if (node.anchor) refuseBefore(node.range, '&', 'anchors')
      else if (node.tag && !node.tag.startsWith('tag:yaml.org,2002:')) refuseBefore(node.range, '!', 'tags')
    },
  })
}

/** Turns YAML nodes into located values. */
class Locator {
  readonly #text: string
  readonly #span: ToSpan
  readonly #emptied: Parsed['emptied']
  readonly #report: Diagnostics
  /** Entries were left out: a merge key brings what nobody knows. */
  lost = false

  constructor(text: string, span: ToSpan, emptied: Parsed['emptied'], report: Diagnostics) {
    this.#text = text
    this.#span = span
    this.#emptied = emptied
    this.#report = report
  }

  locate(node: unknown, depth: number): Located | undefined {
    if (isScalar(node)) {
      const [start, end, after] = node.range ?? [0, 1, 1]
      const value = node.value as LocatedScalar['value']
      this.#comment(start, end, after)
      const text = typeof value === 'string' ? value : (node.source ?? String(value ?? ''))
      return { kind: 'scalar', at: this.#span(start, end), value, text }
    }
    if (!isAlias(node) && !isMap(node) && !isSeq(node)) return undefined
    const at = this.#span(node.range?.[0] ?? 0, node.range?.[1] ?? 1)
    if (isAlias(node)) return broken(at)
    if (depth >= maxDepth) {
      this.#report.add('too-large', this.#span(at.start, at.start + 1), { limit: 'depth' })
      return broken(at)
    }
    if (isMap(node)) return this.#map(node, at, depth)
    const items = node.items.map((item) => this.locate(item, depth + 1)).filter((item) => item !== undefined)
    return { kind: 'list', at, items }
  }

  /** `Office #3`: who writes a comment leaves a space after its sign. */
  #comment(start: number, end: number, after: number): void {
    const [all, space = '', comment = ''] = /^([ \t]+)(#[^\s#].*)/.exec(this.#text.slice(end, after)) ?? []
    if (all === undefined || start === end) return
    const at = end + space.length
    this.#report.add('comment-in-text', this.#span(at, at + comment.length), { text: comment })
  }

  #map(node: YAMLMap, at: Span, depth: number): Located {
    const entries = new Map<string, LocatedEntry>()
    for (const pair of node.items) {
      if (isPair(pair) && isScalar(pair.key)) this.#entry(pair, entries, depth)
      else {
        // `title: {{year}}` is a map whose key is a map.
        const flow = this.#text.slice(at.start, at.end).includes('{{')
        if (flow) this.#report.add('flow-text', at)
        else this.#report.add('yaml-syntax', at, { problem: 'no key' })
        return broken(at)
      }
    }
    return { kind: 'map', at, entries, ...(node.flow ? { flow: true } : {}) }
  }

  #entry(pair: Pair, entries: Map<string, LocatedEntry>, depth: number): void {
    if (!isScalar(pair.key)) return
    const [start, end] = pair.key.range ?? [0, 1]
    const key = typeof pair.key.value === 'string' ? pair.key.value : (pair.key.source ?? '')
    const keyAt = this.#span(start, end)
    if (key === '') {
      this.#report.add('yaml-syntax', keyAt, { problem: 'no key' })
      return
    }
    const wide = /^[\u3000\u00a0]+/.exec(key)
    if (wide) {
      this.#report.add('yaml-syntax', this.#span(start, start + wide[0].length), { problem: 'wide space' })
      this.lost = true
      return
    }
    const value = this.locate(pair.value, depth + 1) ?? { kind: 'scalar', at: keyAt, value: null, text: '' }
    // A merge key is reported where features are.
    if (key === '<<') {
      this.lost = true
      return
    }
    const first = entries.get(key)
    if (first) {
      this.#report.add('duplicate-key', keyAt, { key })
      entries.set(key, { ...first, value: together(first.value, value) })
    } else if (this.#emptied.has(start) && value.kind === 'scalar') entries.set(key, { keyAt, value: broken(keyAt) })
    else entries.set(key, { keyAt, value })
  }
}

/** Two maps at one key are read as one, so that what is wrong in either is told. */
function together(first: Located, second: Located): Located {
  if (first.kind !== 'map' || second.kind !== 'map') return first
  const entries = new Map(first.entries)
  for (const [key, entry] of second.entries) {
    const known = entries.get(key)
    entries.set(key, known ? { ...known, value: together(known.value, entry.value) } : entry)
  }
  return { ...first, entries }
}

const broken = (at: Span): LocatedScalar => ({ kind: 'scalar', at, value: null, text: '', broken: true })

/** The value without its places, for the schema. A scalar keeps its YAML type; under `like`, null removes and is left out. */
export function bare(located: Located, underLike = false): unknown {
  if (located.kind === 'scalar') return located.value
  if (located.kind === 'list') return located.items.map((item) => bare(item))
  const like = underLike || located.entries.has('like')
  const kept = [...located.entries].filter(
    ([, { value }]) => !(like && value.kind === 'scalar' && value.value === null),
  )
  return Object.fromEntries(kept.map(([key, { value }]) => [key, bare(value, like)]))
}
