import type { LikelyRename } from '../model/index.ts'
import { differences, tokens } from '../text/differences.ts'
import { placeOf } from './compare.ts'
import type { Entity } from './entities.ts'
import { isNode, type Pair } from './match.ts'

/** Of two labels this share of the characters must be the same. */
const alike = 0.5
/** More things of one parent than this are only held against each other by their whole label. */
const mostCompared = 40

interface Couple {
  readonly old: Entity
  readonly new: Entity
}

interface Candidate extends Couple {
  readonly likeness: number
}

/**
 * What was removed and what was added, of one kind, that have the same label or much of one: they may be one thing whose
 * `renamedFrom` was forgotten. First below one parent, then what may have gone to another parent: under a new spanner, into
 * another section. Suggested, never assumed.
 */
export function likelyRenames(root: Pair): LikelyRename[] {
  const found: Couple[] = []
  const walk = (pair: Pair): void => {
    const taken = new Set<Entity>()
    for (const candidate of candidates(pair.children)) {
      if (taken.has(candidate.old) || taken.has(candidate.new)) continue
      taken.add(candidate.old).add(candidate.new)
      found.push(candidate)
    }
    for (const child of pair.children) if (child.old && child.new) walk(child)
  }
  walk(root)
  return [...found, ...regrouped(root, found)].map(({ old, new: now }) => ({
    kind: now.kind,
    old: placeOf(old),
    new: placeOf(now),
  }))
}

/** What may have gone to another parent. What stands below a thing that may itself be renamed goes with it. */
function regrouped(root: Pair, found: readonly Couple[]): Couple[] {
  const settled = new Set(found.flatMap(({ old, new: now }) => [old, now]))
  const pool = { old: [] as Entity[], new: [] as Entity[] }
  const matched = matchedIn(root)
  const collect = (entity: Entity, into: Entity[]): void => {
    if (settled.has(entity) || matched.has(entity)) return
    if (isNode(entity) && entity.name !== '') into.push(entity)
    for (const child of entity.children) collect(child, into)
  }
  const walk = ({ old, new: now, children }: Pair): void => {
    if (old && !now) collect(old, pool.old)
    else if (now && !old) collect(now, pool.new)
    for (const child of children) walk(child)
  }
  walk(root)
  const couples: Couple[] = []
  for (const key of sameThing) {
    const [olds, news] = [onlyOnes(pool.old, key, settled), onlyOnes(pool.new, key, settled)]
    for (const [name, old] of olds) {
      const now = news.get(name)
      if (!old || !now || likeness(old, now) < alike) continue
      settled.add(old).add(now)
      couples.push({ old, new: now })
    }
  }
  return couples
}

/** Things of one table that are called the same or have one id; things of two tables must have both. */
const sameThing: readonly ((entity: Entity) => string)[] = [
  ({ kind, table, name }) => `${kind} ${table} ${name}`,
  ({ kind, table, id }) => `${kind} ${table} ${id}`,
  ({ kind, name, id }) => `${kind} ${name} ${id}`,
]

/** By key; undefined where several have one. */
function onlyOnes(
  entities: readonly Entity[],
  keyOf: (entity: Entity) => string,
  settled: ReadonlySet<Entity>,
): Map<string, Entity | undefined> {
  const only = new Map<string, Entity | undefined>()
  for (const entity of entities) {
    if (settled.has(entity)) continue
    const key = keyOf(entity)
    only.set(key, only.has(key) ? undefined : entity)
  }
  return only
}

function matchedIn(pair: Pair, into = new Set<Entity>()): ReadonlySet<Entity> {
  if (pair.old && pair.new) into.add(pair.old).add(pair.new)
  for (const child of pair.children) matchedIn(child, into)
  return into
}

function candidates(children: readonly Pair[]): Candidate[] {
  const removed = children.flatMap(({ old, new: now }) => (old && !now ? [old] : []))
  const added = children.flatMap(({ old, new: now }) => (now && !old ? [now] : []))
  const few = removed.length <= mostCompared && added.length <= mostCompared
  const byLabel = new Map(added.map((entity) => [labelled(entity), entity]))
  const pairs = removed.flatMap((old): Candidate[] => {
    if (few) return added.map((now) => ({ old, new: now, likeness: likeness(old, now) }))
    const now = old.name === '' ? undefined : byLabel.get(labelled(old))
    return now ? [{ old, new: now, likeness: 1 }] : []
  })
  const key = ({ old, new: now }: Candidate): string => [old.id, now.id].sort().join('=')
  return pairs
    .filter((each) => each.likeness >= alike)
    .sort((a, b) => b.likeness - a.likeness || (key(a) < key(b) ? -1 : 1))
}

const labelled = ({ kind, name }: Entity): string => `${kind} ${name}`

/** 1 for the same label, the share of common characters for others. */
function likeness(old: Entity, now: Entity): number {
  if (old.kind !== now.kind || old.name === '' || now.name === '') return 0
  if (old.name === now.name) return 1
  const [a, b] = [tokens(old.name), tokens(now.name)]
  const common = differences(a, b, (character) => character).reduce(
    (sum, { kind, items }) => sum + (kind === 'same' ? items.length : 0),
    0,
  )
  return (2 * common) / (a.length + b.length)
}
