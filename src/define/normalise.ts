import { type Diagnostics, nearest } from '../diagnostics/index.ts'
import type { Unit } from '../model/units.ts'
import { nearestUnit } from '../text/unit-names.ts'
import type { Located, LocatedEntry, LocatedMap, LocatedScalar } from '../yaml/index.ts'
import { stretchOf } from '../yaml/index.ts'
import { codeLists } from './code-lists.ts'
import { columnKinds, types } from './schema.ts'
import { unknownName } from './unknown-name.ts'

/** Keys whose map holds nodes. */
export const nodeKeys = ['parts', 'tables', 'sections', 'blocks', 'columns', 'rows', 'fields'] as const
type NodeKey = (typeof nodeKeys)[number]
export const isNodeKey = (key: string): key is NodeKey => (nodeKeys as readonly string[]).includes(key)

/** A node whose children, so far as they stand above the reader's place, can be named by `like`. */
interface Frame {
  readonly children: Map<string, LocatedMap>
}

/** More nodes than any form has; `like` of `like` of `like` doubles fast. */
const mostNodes = 20_000

/** Writes every shorthand out and replaces every `like` by what it names, in the order of the file. */
export function normalise(
  root: LocatedMap,
  units: ReadonlyMap<string, Unit>,
  source: string,
  report: Diagnostics,
): LocatedMap {
  return new Normaliser(units, source, report).node(root, [])
}

class Normaliser {
  readonly #units: ReadonlyMap<string, Unit>
  readonly #source: string
  readonly #report: Diagnostics
  #taken = 0

  constructor(units: ReadonlyMap<string, Unit>, source: string, report: Diagnostics) {
    this.#units = units
    this.#source = source
    this.#report = report
  }

  node(map: LocatedMap, frames: readonly Frame[]): LocatedMap {
    const entries = new Map<string, LocatedEntry>()
    const frame: Frame = { children: new Map() }
    const base = this.#likeOf(map, frames)
    for (const [key, entry] of map.entries) {
      if (key === 'like') continue
      if (key === 'label') this.#label(entry, entries)
      else if (key === 'list') entries.set(key, { ...entry, value: list(entry.value) })
      else if (isNodeKey(key) && entry.value.kind === 'map')
        entries.set(key, this.#children(key, entry, entry.value, [...frames, frame], base))
      else entries.set(key, entry)
    }
    const own: LocatedMap = { kind: 'map', at: map.at, entries }
    return base ? merge(base, own) : own
  }

  #children(
    key: NodeKey,
    entry: LocatedEntry,
    value: LocatedMap,
    frames: readonly Frame[],
    base?: LocatedMap,
  ): LocatedEntry {
    const frame = frames.at(-1) as Frame
    const inherited = base?.entries.get(key)?.value
    const children = new Map<string, LocatedEntry>()
    for (const [id, child] of value.entries) {
      const node = this.#child(child, frames)
      children.set(id, { keyAt: child.keyAt, value: node })
      const from = inherited?.kind === 'map' ? inherited.entries.get(id)?.value : undefined
      if (node.kind === 'map') frame.children.set(id, from?.kind === 'map' ? merge(from, node) : node)
    }
    return { keyAt: entry.keyAt, value: { kind: 'map', at: value.at, entries: children } }
  }

  #child(child: LocatedEntry, frames: readonly Frame[]): Located {
    const { value } = child
    if (value.kind === 'map') return this.node(value, frames)
    if (value.kind === 'list' || value.value === null) return value
    const entries = new Map<string, LocatedEntry>()
    this.#label({ keyAt: child.keyAt, value }, entries)
    return { kind: 'map', at: value.at, entries }
  }

  /** `label | what`: what is asked stands after the last bar. */
  #label(entry: LocatedEntry, into: Map<string, LocatedEntry>): void {
    const { value } = entry
    const bar = value.kind === 'scalar' ? /\s*(?:^|\s)\|\s+(?=[^|]*$)/.exec(value.text) : null
    if (!bar || value.kind !== 'scalar') {
      into.set('label', entry)
      if (value.kind === 'scalar') this.#tightBar(value)
      return
    }
    const label = value.text.slice(0, bar.index)
    const what = value.text.slice(bar.index + bar[0].length).trim()
    const place = (text: string, offset: number): LocatedScalar => {
      const at = stretchOf(this.#source, value.at, value.text, offset, text.length)
      return { kind: 'scalar', value: text, text, at }
    }
    if (label !== '') into.set('label', { keyAt: entry.keyAt, value: place(label, 0) })
    const key = this.#meaning(what)
    const at = place(what, bar.index + bar[0].length)
    if (key) into.set(key, { keyAt: at.at, value: at })
    else {
      const near = nearestUnit(what, this.#units) || nearest(what, [...types, ...columnKinds, ...codeLists])
      const words = { name: what, nearest: near ?? '', types: [...types, ...columnKinds].join(' ') }
      this.#report.add('unknown-type', at.at, words)
    }
  }

  /** A bar without spaces around it, or a full-width one, parts nothing: most likely it was meant to. */
  #tightBar({ at, text }: LocatedScalar): void {
    const bar = /(?<!\\)\||｜/.exec(text)
    if (bar) this.#report.add('tight-bar', stretchOf(this.#source, at, text, bar.index, 1), { bar: bar[0] })
  }

  #meaning(what: string): 'value' | 'type' | 'unit' | 'from' | undefined {
    if (what.startsWith('=') || what === '—') return 'value'
    if ([...types, ...columnKinds, 'value'].includes(what)) return 'type'
    if (this.#units.has(what)) return 'unit'
    return codeLists.includes(what) ? 'from' : undefined
  }

  #likeOf(map: LocatedMap, frames: readonly Frame[]): LocatedMap | undefined {
    const entry = map.entries.get('like')
    if (entry?.value.kind !== 'scalar') return undefined
    const [first = '', ...rest] = entry.value.text.split('.')
    for (const frame of frames.toReversed()) {
      let found: LocatedMap | undefined = frame.children.get(first)
      if (!found) continue
      for (const id of rest) found = found && childOf(found, id)
      if (found) return this.#within(withoutRename(found), entry.value)
      break
    }
    const known = frames.flatMap((frame) => [...frame.children.keys()])
    const path = [first, ...rest].filter((id) => !isNodeKey(id))
    const meant = path.length <= rest.length ? path.join('.') : (nearest(first, known) ?? '')
    unknownName(this.#report, entry.value.at, { key: 'like', name: entry.value.text }, known, meant)
    return undefined
  }

  #within(found: LocatedMap, like: LocatedScalar): LocatedMap | undefined {
    this.#taken += sizeOf(found)
    if (this.#taken <= mostNodes) return found
    // Told once: every `like` after it is too much as well.
    if (!this.#report.list.some(({ words }) => words.limit === 'like'))
      this.#report.add('too-large', like.at, { limit: 'like' })
    return undefined
  }
}

/** The earlier id of a node is not that of its copy; those of the nodes below it are. */
function withoutRename(map: LocatedMap): LocatedMap {
  if (!map.entries.has('renamedFrom')) return map
  return { ...map, entries: new Map([...map.entries].filter(([key]) => key !== 'renamedFrom')) }
}

/** The nodes of a tree. */
function sizeOf(node: Located): number {
  if (node.kind !== 'map') return 1
  let size = 1
  for (const { value } of node.entries.values()) size += sizeOf(value)
  return size
}

function list(value: Located): Located {
  if (value.kind !== 'scalar' || value.value === null) return value
  return { kind: 'map', at: value.at, entries: new Map([['blank', { keyAt: value.at, value }]]) }
}

/** The child node of that id, under whichever key. */
export function childOf(node: LocatedMap, id: string): LocatedMap | undefined {
  for (const key of nodeKeys) {
    const children = node.entries.get(key)?.value
    const child = children?.kind === 'map' ? children.entries.get(id)?.value : undefined
    if (child?.kind === 'map') return child
  }
  return undefined
}

/** Maps merge by key, other values replace, null removes. A merged node keeps the place of what overrides. */
function merge(base: LocatedMap, over: LocatedMap): LocatedMap {
  const entries = new Map(base.entries)
  for (const [key, entry] of over.entries) {
    const under = entries.get(key)?.value
    if (entry.value.kind === 'scalar' && entry.value.value === null) entries.delete(key)
    else if (under?.kind === 'map' && entry.value.kind === 'map')
      entries.set(key, { keyAt: entry.keyAt, value: merge(under, entry.value) })
    else entries.set(key, entry)
  }
  return { kind: 'map', at: over.at, entries }
}
