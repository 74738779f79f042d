import { diffArrays } from 'diff'
import { clusterEnd } from './clusters.ts'

/** A stretch of two sequences: in both, only in the new one, or only in the old one. */
export interface Difference<T> {
  readonly kind: 'same' | 'added' | 'removed'
  readonly items: readonly T[]
}

/** In words, an equal stretch shorter than this between two changes is noise to a reader. */
export const shortestWords = 2

/**
 * What was removed and added between two sequences, the removed before the added. Swapping the two gives the same
 * stretches with the kinds swapped. Items are compared by their key.
 * @param shortest an equal stretch of fewer items between two changes is told as changed too
 */
export function differences<T>(
  old: readonly T[],
  now: readonly T[],
  key: (item: T) => string,
  shortest = 1,
): Difference<T>[] {
  const [a, b] = [old.map(key), now.map(key)]
  // A difference algorithm may choose otherwise from the other side: always the one order is asked.
  const forward = a.join('\0') <= b.join('\0')
  const found = forward ? diffArrays(a, b) : diffArrays(b, a)
  const stretches: Stretch[] = []
  const at = { old: 0, now: 0 }
  for (const { value, added, removed } of found) {
    const count = value.length
    const isNew = forward ? added : removed
    const [inOld, inNew] = !added && !removed ? [count, count] : isNew ? [0, count] : [count, 0]
    push(stretches, { old: inOld, now: inNew, same: !added && !removed })
  }
  return joined(stretches, shortest).flatMap(({ old: gone, now: come, same }): Difference<T>[] => {
    const items = { removed: old.slice(at.old, at.old + gone), added: now.slice(at.now, at.now + come) }
    at.old += gone
    at.now += come
    if (same) return [{ kind: 'same', items: items.added }]
    const kinds = ['removed', 'added'] as const
    return kinds.filter((kind) => items[kind].length > 0).map((kind) => ({ kind, items: items[kind] }))
  })
}

/**
 * The same of sequences whose items stand in groups: what comes or goes at the end of a group stands there, before what
 * else changed between this group and the next, and what does at the beginning of a group stands after that.
 */
export function differencesInGroups<T>(
  old: readonly T[],
  now: readonly T[],
  key: (item: T) => string,
  groupOf: (item: T) => string,
): Difference<T>[] {
  const stretches = differences(old, now, key)
  const found: Difference<T>[] = []
  for (let n = 0; n < stretches.length; ) {
    const changed: Difference<T>[] = []
    for (; stretches[n] && stretches[n]?.kind !== 'same'; n++) changed.push(stretches[n] as Difference<T>)
    const [before, after] = [found.at(-1)?.items.at(-1), stretches[n]?.items[0]].map((item) => item && groupOf(item))
    const cut = changed.map(({ kind, items }) => {
      const start = leading(items, (item) => groupOf(item) === before)
      const rest = items.slice(start)
      const end = rest.length - leading(rest.toReversed(), (item) => groupOf(item) === after)
      return [items.slice(0, start), rest.slice(0, end), rest.slice(end)].map((part) => ({ kind, items: part }))
    })
    for (const part of [0, 1, 2]) found.push(...cut.flatMap((parts) => parts[part] ?? []))
    if (stretches[n]) found.push(stretches[n++] as Difference<T>)
  }
  return found.filter(({ items }) => items.length > 0)
}

/** How many items at the beginning are so. */
function leading<T>(items: readonly T[], isSo: (item: T) => boolean): number {
  const other = items.findIndex((item) => !isSo(item))
  return other < 0 ? items.length : other
}

/** How many items of either sequence a stretch takes. */
interface Stretch {
  readonly old: number
  readonly now: number
  readonly same: boolean
}

function push(stretches: Stretch[], next: Stretch): void {
  const last = stretches.at(-1)
  if (last && last.same === next.same)
    stretches[stretches.length - 1] = { old: last.old + next.old, now: last.now + next.now, same: next.same }
  else stretches.push(next)
}

function joined(stretches: readonly Stretch[], shortest: number): Stretch[] {
  const kept: Stretch[] = []
  for (const [n, stretch] of stretches.entries()) {
    const between = n > 0 && n < stretches.length - 1
    push(kept, stretch.same && between && stretch.now < shortest ? { ...stretch, same: false } : stretch)
  }
  return kept
}

const word = /[A-Za-z0-9]+/y

/** What a change of words is told by: characters as a reader sees them, Latin words and numbers whole. */
export function tokens(text: string): string[] {
  const found: string[] = []
  for (let at = 0; at < text.length; at += (found.at(-1) as string).length) {
    word.lastIndex = at
    found.push(word.exec(text)?.[0] ?? text.slice(at, clusterEnd(text, at)))
  }
  return found
}
