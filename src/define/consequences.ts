import type { Diagnostic, Span } from '../diagnostics/index.ts'
import type { Located, LocatedMap } from '../yaml/index.ts'
import { isNodeKey } from './normalise.ts'

type Code = Diagnostic['code']

/** Codes that may only be a consequence of something above that could not be read: the name that they miss. */
const missed: ReadonlySet<Code> = new Set([
  'unknown-name',
  'unknown-operand',
  'unknown-note',
  'unknown-template-name',
  'unknown-unit',
  'unknown-type',
])
/** The map at the top that defines what these miss; the others name nodes, which may stand anywhere. */
const homes: Partial<Record<Code, string>> = {
  'unknown-note': 'notes',
  'unknown-template-name': 'terms',
  'unknown-unit': 'units',
  'unknown-type': 'units',
}
/** Codes that say what a node lacks or has too much. */
const hollow: ReadonlySet<Code> = new Set([
  'no-columns',
  'empty-node',
  'unit-without-label',
  'idle-key',
  'needs-key',
  'clashing-keys',
  'misplaced-type',
  'unprinted',
])
/** What may only follow from a `like` that names nothing: the node lacks what it would have taken. */
const lacksFromLike: ReadonlySet<Code> = new Set([...hollow, 'unknown-name', 'unknown-operand'])
/** After these what stands in the file is not all in the tree: a name is looked for in the text. */
const torn: ReadonlySet<Code> = new Set(['yaml-syntax', 'yaml-feature', 'flow-text', 'duplicate-key', 'too-large'])

/**
 * Of what later checks say about a file that could not be read whole, what is a mere consequence: a name that stands in
 * what could not be read, a note that is cited there, a node that holds something unreadable.
 * @param root the file as read, before anything is mended
 */
export function consequent(
  { code, words, at }: Diagnostic,
  source: string,
  root: LocatedMap,
  unread: readonly Diagnostic[],
): boolean {
  if (at && unread.some((each) => each.code === 'flow-text' && each.at && covers(each.at, at))) return true
  if (at && lacksFromLike.has(code) && lacking(root, unread).some((node) => covers(node, at))) return true
  if (missed.has(code)) {
    const names = (words.name ?? '').split('.')
    const home = homes[code]
    if (unread.some((each) => torn.has(each.code))) {
      const text = home === undefined ? withoutSaid(source, root) : textOf(home, source)
      if (names.every((name) => !isNodeKey(name) && definesKey(text, name))) return true
    }
    const within = home === undefined ? root : root.entries.get(home)?.value
    return within !== undefined && unreadNames(within, unread).some((name) => names.includes(name))
  }
  if (code === 'unused-note') return source.includes(`[^${words.name}]`)
  if (!hollow.has(code) || !at) return false
  const node = holding(root, at)
  return node !== undefined && unread.some(({ at: where }) => where && covers(node, where))
}

/** Keys whose maps have the names of columns as keys: they name, and define nothing. */
const namings: ReadonlySet<string> = new Set(['cells', 'more'])

/** The keys that are wrong themselves or stand below what is wrong. */
function unreadNames(node: Located, unread: readonly Diagnostic[]): string[] {
  if (node.kind !== 'map') return []
  return [...node.entries].flatMap(([key, { keyAt, value }]) => {
    if (namings.has(key)) return []
    const wrong = unread.find(
      ({ at }) => at?.start === keyAt.start || (value.kind !== 'map' && at?.start === value.at.start),
    )
    if (likesNothing(value, unread)) return [key, ...keysBelow(value)]
    if (!wrong) return unreadNames(value, unread)
    return [key, ...(readOn(wrong) ? unreadNames(value, unread) : keysBelow(value))]
  })
}

/** A key that was mended is read with all that stands below it. */
const readOn = ({ code, words }: Diagnostic): boolean =>
  code === 'bad-id' || (code === 'unknown-key' && words.nearest !== '')

const covers = (stretch: Span, at: Span): boolean => at.start >= stretch.start && at.start < stretch.end

const keysBelow = (node: Located): string[] =>
  node.kind !== 'map'
    ? []
    : [...node.entries].flatMap(([key, { value }]) => (namings.has(key) ? [] : [key, ...keysBelow(value)]))

/** Whether a node's `like` is among what could not be read. */
function likesNothing(node: Located, unread: readonly Diagnostic[]): boolean {
  const like = node.kind === 'map' ? node.entries.get('like')?.value : undefined
  return like !== undefined && unread.some(({ at }) => at?.start === like.at.start)
}

/** The stretches of the nodes whose `like` names nothing. */
function lacking(node: Located, unread: readonly Diagnostic[]): Span[] {
  if (node.kind !== 'map') return []
  return [...node.entries.values()].flatMap(({ keyAt, value }) =>
    likesNothing(value, unread) ? [{ ...value.at, start: keyAt.start }] : lacking(value, unread),
  )
}

/** The text of a file with the keys blotted out that only name columns. */
function withoutSaid(source: string, root: Located): string {
  const said = [...namedIn(root)]
  return said.reduce((text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end), source)
}

function* namedIn(node: Located): Generator<Span> {
  if (node.kind === 'list') for (const item of node.items) yield* namedIn(item)
  if (node.kind !== 'map') return
  for (const [key, { value }] of node.entries) {
    if (namings.has(key) && value.kind === 'map') for (const { keyAt } of value.entries.values()) yield keyAt
    else yield* namedIn(value)
  }
}

/** The text of a key at the top of the file, up to the next one. */
function textOf(key: string, source: string): string {
  const found = new RegExp(`^${key}\\s*[:：][^]*?(?=^[^\\s#}\\]]|(?![^]))`, 'm').exec(source)
  return found?.[0].slice(key.length) ?? ''
}

const definesKey = (source: string, name: string): boolean =>
  new RegExp(`(^|[\\s{,"'])${name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}["']?\\s*[:：]`, 'mu').test(source)

/** The stretch of the node that a key names or stands in. */
function holding(node: Located, key: Span): Span | undefined {
  if (node.kind !== 'map') return undefined
  for (const { keyAt, value } of node.entries.values()) {
    if (keyAt.start === key.start) return value.kind === 'map' ? { ...value.at, start: keyAt.start } : node.at
    if (key.start < value.at.end && key.start >= value.at.start) return holding(value, key) ?? node.at
  }
  return undefined
}
