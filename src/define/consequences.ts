import type { Diagnostic, Span } from '../diagnostics/index.ts'
import type { Located, LocatedMap } from '../yaml/index.ts'

/** Codes that may only be a consequence of something above that could not be read, and the word that names what is missed. */
const missed: Partial<Record<Diagnostic['code'], string>> = {
  'unknown-name': 'name',
  'unknown-operand': 'name',
  'unknown-note': 'name',
  'unknown-template-name': 'name',
  'unknown-unit': 'name',
  'unknown-type': 'name',
}
const hollow: ReadonlySet<Diagnostic['code']> = new Set(['no-columns', 'empty-node', 'unit-without-label'])

/**
 * Of what later checks say about a file that could not be read whole, what is no mere consequence: a name that the
 * file does define, a note that it does cite and a node that holds something unreadable are not told.
 */
export function consequent(
  { code, words, at }: Diagnostic,
  source: string,
  root: LocatedMap,
  unread: readonly Diagnostic[],
): boolean {
  const word = missed[code]
  const name = word === undefined ? undefined : words[word]
  if (name !== undefined) return name.split('.').some((part) => definesKey(source, part))
  if (code === 'unused-note') return source.includes(`[^${words.name}]`)
  if (!hollow.has(code) || !at) return false
  const node = holding(root, at)
  return (
    node !== undefined && unread.some(({ at: where }) => where && where.start >= node.start && where.start < node.end)
  )
}

const definesKey = (source: string, name: string): boolean =>
  new RegExp(`(^|[\\s{,"'])${name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}["']?\\s*[:：]`, 'mu').test(source)

/** The stretch of the node that a key names or stands in. */
function holding(node: Located, key: Span): Span | undefined {
  if (node.kind !== 'map') return undefined
  for (const { keyAt, value } of node.entries.values()) {
    if (keyAt.start === key.start) return value.kind === 'map' ? { ...value.at, start: keyAt.start } : node.at
    if (key.start < value.at.end && key.start >= value.at.start) return holding(value, key)
  }
  return undefined
}
