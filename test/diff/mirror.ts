import { type Change, type Comparison, checks, type LikelyRename } from '../../src/model/index.ts'

/** A comparison as it must be when the editions change places, in an order that the sides do not tell. */
export function mirrored({ old, new: now, changes, likelyRenames }: Comparison): unknown {
  return { old: now, new: old, changes: sorted(changes.map(mirror)), likely: sorted(likelyRenames.map(swapped)) }
}

/** The same shape of a comparison as it is. */
export const unordered = ({ old, new: now, changes, likelyRenames }: Comparison): unknown => ({
  old,
  new: now,
  changes: sorted(changes.map(({ factor, ...change }) => ({ ...told(change), converts: factor !== undefined }))),
  likely: sorted(likelyRenames),
})

function mirror({ check, impact: _, old, new: now, before, after, words, factor, ...rest }: Change): unknown {
  const { mirror: other } = checks[check]
  return {
    ...rest,
    check: other,
    impact: checks[other as keyof typeof checks].impact,
    ...(now ? { old: now } : {}),
    ...(old ? { new: old } : {}),
    ...told({ check: other, before: after, after: before }),
    ...(words ? { words: goneFirst(words.map(({ kind, text }) => ({ kind: turned[kind], text }))) } : {}),
    converts: factor !== undefined,
  }
}

/** New numbers are told in the order of the new edition: which became which is the same from both sides. */
function told<
  T extends { readonly check: string; readonly before?: string | undefined; readonly after?: string | undefined },
>(change: T): object {
  const { before, after, ...rest } = change
  if (!change.check.endsWith('-renumbered'))
    return { ...rest, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }
  const to = (after ?? '').split(' ')
  return {
    ...rest,
    pairs: (before ?? '')
      .split(' ')
      .map((from, n) => `${from} → ${to[n]}`)
      .sort(),
  }
}

const turned = { same: 'same', added: 'removed', removed: 'added' } as const

/** What went is told before what came. */
function goneFirst<T extends { readonly kind: string }>(words: T[]): T[] {
  const list = [...words]
  for (let n = 0; n + 1 < list.length; n++)
    if (list[n]?.kind === 'added' && list[n + 1]?.kind === 'removed') list.splice(n, 2, list[n + 1] as T, list[n] as T)
  return list
}

const swapped = ({ old, new: now, ...rest }: LikelyRename): LikelyRename => ({ ...rest, old: now, new: old })

const sorted = (list: readonly unknown[]): unknown[] =>
  list
    .map((each) => [ordered(each), each] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, each]) => each)

/** A key that does not depend on the order of properties. */
const ordered = (value: unknown): string =>
  JSON.stringify(value, (_, each) =>
    each && typeof each === 'object' && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort()) : each,
  )
