import { type Document, isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import type { Diagnostics, Span } from '../diagnostics/index.ts'

/** A YAML value that knows where it stands. A scalar keeps its source text, so `01` and `1.50` stay what they are. */
export type Located = LocatedMap | LocatedList | LocatedScalar

export interface LocatedMap {
  readonly kind: 'map'
  readonly at: Span
  readonly entries: ReadonlyMap<string, LocatedEntry>
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
}

const maxBytes = 2_000_000
const maxDepth = 60

/** Reads one definition file; what YAML itself or the language forbids in YAML is reported, and gives undefined. */
export function readSource(file: string, text: string, report: Diagnostics): LocatedMap | undefined {
  const span = (start: number, end: number): Span => ({ file, start, end: Math.max(end, start + 1) })
  if (text.length > maxBytes) {
    report.add('too-large', span(0, 1), { limit: '2 MB' })
    return undefined
  }
  const document = parseDocument(text, { lineCounter: new LineCounter(), prettyErrors: false, uniqueKeys: false })
  for (const error of document.errors) {
    const [start, end] = error.pos
    if (inFlowText(text, start)) report.add('flow-text', span(start, end))
    else report.add('yaml-syntax', span(start, end), { problem: error.message.split('\n')[0] ?? '' })
  }
  refuseFeatures(document, span, report)
  if (report.failed) return undefined
  const root = locate(document.contents, span, report, 0)
  if (root?.kind === 'map') return root
  if (!report.failed) report.add('wrong-type', root?.at ?? span(0, 1), { key: file, expected: 'map', got: 'text' })
  return undefined
}

/** The commonest slip: `{label: 企业数[^a]}` or `{label: {{year}}年}`, which YAML reads as a list or a map. */
function inFlowText(text: string, offset: number): boolean {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  const line = text.slice(start, end < 0 ? text.length : end)
  return /\{[^"']*(\[\^|\{\{)/.test(line)
}

type ToSpan = (start: number, end: number) => Span

function refuseFeatures(document: Document, span: ToSpan, report: Diagnostics): void {
  const refuse = (range: readonly number[] | null | undefined, feature: string) =>
    report.add('yaml-feature', span(range?.[0] ?? 0, range?.[1] ?? 1), { feature })
  visit(document, {
    Alias: (_, node) => refuse(node.range, 'aliases'),
    Pair: (_, pair) => {
      if (isScalar(pair.key) && pair.key.value === '<<') refuse(pair.key.range, 'merge keys')
    },
    Value: (_, node) => {
      if (node.anchor) refuse(node.range, 'anchors')
      else if (node.tag && !node.tag.startsWith('tag:yaml.org,2002:')) refuse(node.range, 'tags')
    },
  })
}

function locate(node: unknown, span: ToSpan, report: Diagnostics, depth: number): Located | undefined {
  if (isAlias(node)) return undefined
  if (isScalar(node)) {
    const [start, end] = node.range ?? [0, 1]
    const value = node.value as LocatedScalar['value']
    const text = typeof value === 'string' ? value : (node.source ?? String(value ?? ''))
    return { kind: 'scalar', at: span(start, end), value, text }
  }
  if (!isMap(node) && !isSeq(node)) return undefined
  const at = span(node.range?.[0] ?? 0, node.range?.[1] ?? 1)
  if (depth > maxDepth) {
    report.add('too-large', at, { limit: String(maxDepth) })
    return undefined
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => locate(item, span, report, depth + 1)).filter((item) => item !== undefined)
    return { kind: 'list', at, items }
  }
  const entries = new Map<string, LocatedEntry>()
  for (const pair of node.items) {
    if (!isPair(pair) || !isScalar(pair.key)) {
      const range = (pair.key as { range?: readonly number[] } | null)?.range
      const where = span(range?.[0] ?? at.start, range?.[1] ?? at.end)
      report.add(isMap(pair.key) || isSeq(pair.key) ? 'flow-text' : 'yaml-syntax', where, { problem: 'key' })
      continue
    }
    const [start, end] = pair.key.range ?? [0, 1]
    const key = pair.key.source ?? String(pair.key.value)
    const keyAt = span(start, end)
    if (entries.has(key)) report.add('duplicate-key', keyAt, { key })
    const value = locate(pair.value, span, report, depth + 1)
    entries.set(key, { keyAt, value: value ?? { kind: 'scalar', at: keyAt, value: null, text: '' } })
  }
  return { kind: 'map', at, entries }
}

/** The value without its places, for the schema. A scalar keeps its YAML type; under `like`, null removes and is left out. */
export function bare(located: Located, underLike = false): unknown {
  if (located.kind === 'scalar') return located.value
  if (located.kind === 'list') return located.items.map((item) => bare(item))
  const like = underLike || located.entries.has('like')
  const kept = [...located.entries].filter(([, { value }]) => !(like && value.kind === 'scalar' && value.value === null))
  return Object.fromEntries(kept.map(([key, { value }]) => [key, bare(value, like)]))
}
