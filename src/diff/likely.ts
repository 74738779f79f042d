import { differences, tokens } from '../text/differences.ts'
import type { Entity } from './entities.ts'
import type { Fact, SharedNames } from './facts.ts'
import { isNode, type Pair } from './match.ts'

/** Of two labels this share of the characters must be the same. */
const alike = 0.5
/** The same of two notes, which have many words in common anyway. */
const alikeNotes = 0.8
/** More things of one parent than this are only held against each other by their whole label. */
const mostCompared = 40

/** What may be one thing under two ids. */
export interface Couple {
  readonly old: Entity
  readonly new: Entity
}

interface Candidate extends Couple {
  readonly likeness: number
}

type Facts = (entity: Entity) => readonly Fact[]

/**
 * What was removed and what was added, of one kind, that have the same words or many of them, or that stand at one place
 * and are measured alike: they may be one thing whose `renamedFrom` was forgotten. First below one parent, then what may
 * have gone to another parent: under a new spanner, into another section. Suggested, never assumed.
 */
export function likelyRenames(root: Pair, names: SharedNames): Couple[] {
  const known = new Map<Entity, readonly Fact[]>()
  const facts: Facts = (entity) => {
    const those = known.get(entity) ?? entity.facts(names)
    known.set(entity, those)
    return those
  }
  const found: Couple[] = []
  const walk = (pair: Pair): void => {
    const taken = new Set<Entity>()
    for (const candidate of candidates(pair, facts)) {
      if (taken.has(candidate.old) || taken.has(candidate.new)) continue
      taken.add(candidate.old).add(candidate.new)
      found.push(candidate)
    }
    for (const child of pair.children) if (child.old && child.new) walk(child)
  }
  walk(root)
  return [...found, ...regrouped(root, found, facts)]
}

/** What may have gone to another parent. What stands below a thing that may itself be renamed goes with it. */
function regrouped(root: Pair, found: readonly Couple[], facts: Facts): Couple[] {
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
      if (!old || !now || likeness(old, now, facts, false) < alike) continue
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

function candidates(pair: Pair, facts: Facts): Candidate[] {
  const { children } = pair
  const removed = children.flatMap(({ old, new: now }) => (old && !now && canSay(old) ? [old] : []))
  const added = children.flatMap(({ old, new: now }) => (now && !old && canSay(now) ? [now] : []))
  if (removed.length === 0 || added.length === 0) return []
  const few = removed.length <= mostCompared && added.length <= mostCompared
  const samePlace = onePlace(pair)
  const byLabel = new Map(added.map((entity) => [labelled(entity, facts), entity]))
  const pairs = removed.flatMap((old): Candidate[] => {
    if (few)
      return added.map((now) => ({ old, new: now, likeness: likeness(old, now, facts, samePlace.get(old) === now) }))
    const now = byLabel.get(labelled(old, facts))
    return now && wordsOf(old, facts) !== '' ? [{ old, new: now, likeness: 1 }] : []
  })
  const key = ({ old, new: now }: Candidate): string => [old.id, now.id].sort().join('=')
  return pairs
    .filter((each) => each.likeness >= alike)
    .sort((a, b) => b.likeness - a.likeness || (key(a) < key(b) ? -1 : 1))
}

/** Only nodes and notes can say what they were called before. */
const canSay = (entity: Entity): boolean => isNode(entity) || entity.kind === 'note'

/** Where one thing alone went from between two that stay, and one alone came there: the new one, by the old. */
function onePlace({ old, new: now, children }: Pair): ReadonlyMap<Entity, Entity | undefined> {
  const stays = new Map<Entity, Pair>()
  for (const child of children)
    if (child.old && child.new && !child.moved) stays.set(child.old, child).set(child.new, child)
  const gone = alone(old?.children ?? [], stays)
  const come = alone(now?.children ?? [], stays)
  return new Map([...gone].flatMap(([at, entity]) => (entity && come.get(at) ? [[entity, come.get(at)]] : [])))
}

/** What stands alone after a thing that stays, or before the first; undefined where several do. */
function alone(
  siblings: readonly Entity[],
  stays: ReadonlyMap<Entity, Pair>,
): Map<Pair | undefined, Entity | undefined> {
  const found = new Map<Pair | undefined, Entity | undefined>()
  let before: Pair | undefined
  for (const entity of siblings.filter(isNode)) {
    const pair = stays.get(entity)
    if (pair) before = pair
    else found.set(before, found.has(before) ? undefined : entity)
  }
  // With no neighbour at all, a place says nothing.
  if (stays.size === 0) found.clear()
  return found
}

/** What a thing is known by to a reader: its label, or the words of a note. */
const wordsOf = (entity: Entity, facts: Facts): string =>
  entity.kind === 'note' ? (facts(entity).find(({ aspect }) => aspect === 'noteText')?.shown ?? '') : entity.name

const labelled = (entity: Entity, facts: Facts): string => `${entity.kind} ${wordsOf(entity, facts)}`

/**
 * From 0 to 1: how much two things of one kind look like one. The same words are the same thing; with other words, what
 * holds others must hold some of the same, and what is filled in should be measured alike.
 */
function likeness(old: Entity, now: Entity, facts: Facts, samePlace: boolean): number {
  const [a, b] = [wordsOf(old, facts), wordsOf(now, facts)]
  if (old.kind !== now.kind || a === '' || b === '') return 0
  if (a === b) return 1
  const [held, holds] = [old, now].map(({ children }) => children.filter(isNode)) as [Entity[], Entity[]]
  if (held.length > 0 !== holds.length > 0) return 0
  const words = commonWords(a, b)
  if (old.kind === 'note') return words < alikeNotes ? 0 : words
  if (held.length > 0) {
    const children = commonChildren(held, holds)
    return samePlace ? Math.max(words, children) * Math.sign(children) : ((words + children) / 2) * Math.sign(words)
  }
  const [asked, asks] = [measureOf(facts(old)), measureOf(facts(now))]
  if (asked !== asks) return words * 0.75
  return samePlace && asks !== '' ? Math.max(words, alike) : words
}

/** Of two texts the share of characters that both have. */
function commonWords(a: string, b: string): number {
  const [old, now] = [tokens(a), tokens(b)]
  const common = differences(old, now, (character) => character).reduce(
    (sum, { kind, items }) => sum + (kind === 'same' ? items.length : 0),
    0,
  )
  return (2 * common) / (old.length + now.length)
}

function commonChildren(old: readonly Entity[], now: readonly Entity[]): number {
  const among = (those: readonly Entity[]) => {
    const known = new Set(those.flatMap(({ id, name }) => [id, name]))
    return ({ id, name }: Entity): boolean => known.has(id) || (name !== '' && known.has(name))
  }
  return (old.filter(among(now)).length + now.filter(among(old)).length) / (old.length + now.length)
}

/** Types that much is of: they tell nothing apart. */
const common: ReadonlySet<string | undefined> = new Set([undefined, 'text', 'number', 'count', 'quantity'])

/** What is asked for and in what unit; '' where that says little. */
function measureOf(facts: readonly Fact[]): string {
  const of = (aspect: Fact['aspect']): string | undefined => facts.find((fact) => fact.aspect === aspect)?.key
  const [type, unit] = [of('type'), of('unit')]
  return unit === undefined && common.has(type) ? '' : `${type ?? ''} ${unit ?? ''}`
}
