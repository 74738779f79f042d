import type { LikelyRename } from '../model/index.ts'
import { differences, tokens } from '../text/differences.ts'
import { placeOf } from './compare.ts'
import type { Entity } from './entities.ts'
import type { Pair } from './match.ts'

/** Of two labels this share of the characters must be the same. */
const alike = 0.5
/** More things of one parent than this are only held against each other by their whole label. */
const mostCompared = 40

interface Candidate {
  readonly old: Entity
  readonly new: Entity
  readonly likeness: number
}

/**
 * What was removed and what was added below one parent, of one kind, that have the same label or much of one, or that
 * are the only ones of their kind there: they may be one thing whose `renamedFrom` was forgotten. Suggested, never assumed.
 */
export function likelyRenames(root: Pair): LikelyRename[] {
  const found: LikelyRename[] = []
  const walk = (pair: Pair): void => {
    const taken = new Set<Entity>()
    for (const candidate of candidates(pair.children)) {
      if (taken.has(candidate.old) || taken.has(candidate.new)) continue
      taken.add(candidate.old).add(candidate.new)
      found.push({ kind: candidate.new.kind, old: placeOf(candidate.old), new: placeOf(candidate.new) })
    }
    for (const child of pair.children) if (child.old && child.new) walk(child)
  }
  walk(root)
  return found
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
