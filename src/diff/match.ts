import type { EntityKind } from '../model/index.ts'
import type { Entity } from './entities.ts'
import type { SharedNames } from './facts.ts'

/** A thing of the form in both editions, or in one of them. */
export interface Pair {
  readonly old?: Entity
  readonly new?: Entity
  /** Those below, where it is in both; in the order of the new edition, removed ones where they stood. */
  readonly children: readonly Pair[]
  /** It stands elsewhere among those beside it that both editions have. */
  readonly moved: boolean
}

/** Ids are told apart within one of these: sections, columns and rows share their parent's names, options have theirs. */
const namespaces: Readonly<Record<EntityKind, string>> = {
  form: 'form',
  part: 'node',
  table: 'node',
  section: 'placed',
  block: 'placed',
  field: 'placed',
  text: 'text',
  column: 'column',
  'print-column': 'print-column',
  row: 'row',
  option: 'option',
  place: 'place',
  instruction: 'instruction',
  note: 'note',
}
const nameOf = ({ kind }: Entity, id: string): string => `${namespaces[kind]} ${id}`

/** Finds what is the same thing in both editions: by what it says it was called, else by its id, below the same parent. */
export function paired(old: Entity, now: Entity, moved = false): Pair {
  const matches = matchesOf(old.children, now.children)
  const stays = staying(old.children, now.children, matches)
  const children: Pair[] = []
  const gone = new Map<Entity | undefined, Entity[]>()
  const known = new Set(matches.values())
  let before: Entity | undefined
  for (const child of old.children) {
    if (known.has(child)) before = child
    else gone.set(before, [...(gone.get(before) ?? []), child])
  }
  const removed = (after: Entity | undefined): Pair[] =>
    (gone.get(after) ?? []).map((child) => ({ old: child, children: [], moved: false }))
  children.push(...removed(undefined))
  for (const child of now.children) {
    const match = matches.get(child)
    if (match) children.push(paired(match, child, !stays.has(child)), ...removed(match))
    else children.push({ new: child, children: [], moved: false })
  }
  return { old, new: now, children, moved }
}

/** The old thing by the new one. */
function matchesOf(old: readonly Entity[], now: readonly Entity[]): Map<Entity, Entity> {
  const byName = (list: readonly Entity[]) => new Map(list.map((each) => [nameOf(each, each.id), each]))
  const [olds, news] = [byName(old), byName(now)]
  const matches = new Map<Entity, Entity>()
  const taken = new Set<Entity>()
  const match = (a: Entity | undefined, b: Entity | undefined): void => {
    if (!a || !b || taken.has(a) || taken.has(b)) return
    taken.add(a).add(b)
    matches.set(b, a)
  }
  // A rename that both editions tell lies further back, and is none between them.
  const formerly = (each: Entity, others: ReadonlyMap<string, Entity>): string | undefined =>
    each.renamedFrom !== undefined && others.get(nameOf(each, each.id))?.renamedFrom !== each.renamedFrom
      ? nameOf(each, each.renamedFrom)
      : undefined
  const said = [
    ...now.map((b) => [olds.get(formerly(b, olds) ?? ''), b] as const),
    ...old.map((a) => [a, news.get(formerly(a, news) ?? '')] as const),
  ].filter(([a, b]) => a && b)
  const claims = new Map<Entity | undefined, number>()
  for (const [a, b] of said) for (const each of [a, b]) claims.set(each, (claims.get(each) ?? 0) + 1)
  for (const [a, b] of said) if (claims.get(a) === 1 && claims.get(b) === 1) match(a, b)
  for (const b of now) match(olds.get(nameOf(b, b.id)), b)
  return matches
}

/** The most things that keep their order; what is left has moved. Notes and places stand where they are cited. */
function staying(
  old: readonly Entity[],
  now: readonly Entity[],
  matches: ReadonlyMap<Entity, Entity>,
): ReadonlySet<Entity> {
  const both = now.filter((child) => matches.has(child))
  const place = new Map(old.map((child, n) => [child, n]))
  const at = (child: Entity): number => place.get(matches.get(child) as Entity) as number
  const inOld = both.toSorted((a, b) => at(a) - at(b))
  // Of several answers the same one is found from either side: the side to ask from is told by the ids.
  const key = (child: Entity): string => [child.id, (matches.get(child) as Entity).id].sort().join('=')
  const forward = both.map(key).join() <= inOld.map(key).join()
  const [list, other] = forward ? [both, inOld] : [inOld, both]
  const rank = new Map(other.map((child, n) => [child, n]))
  const kept = longestRise(list.map((child) => rank.get(child) as number)).map((n) => list[n] as Entity)
  return new Set([...kept, ...both.filter(({ kind }) => kind === 'note' || kind === 'place')])
}

/** Indices of a longest rising subsequence (patience sorting, n log n). */
function longestRise(numbers: readonly number[]): number[] {
  const tails: number[] = []
  const before: (number | undefined)[] = []
  for (const [n, number] of numbers.entries()) {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[tails[middle] as number] as number) < number) low = middle + 1
      else high = middle
    }
    before.push(low > 0 ? tails[low - 1] : undefined)
    tails[low] = n
  }
  const rise: number[] = []
  for (let n = tails.at(-1); n !== undefined; n = before[n]) rise.push(n)
  return rise.reverse()
}

/** What paths and notes of both editions are called in common, so that a rename is no change where it is named. */
export function sharedNames(root: Pair): { readonly old: SharedNames; readonly new: SharedNames } {
  const [old, now] = [new Names('old'), new Names('new')]
  const walk = (pair: Pair): void => {
    const shared = pair.new?.path ?? ''
    if (pair.old && pair.new) {
      old.add(pair.old, shared)
      now.add(pair.new, shared)
    }
    for (const child of pair.children) walk(child)
  }
  walk(root)
  return { old, new: now }
}

class Names implements SharedNames {
  readonly #edition: string
  readonly #nodes = new Map<string, { readonly shared: string; readonly block?: string }>()

  constructor(edition: string) {
    this.#edition = edition
  }

  add({ kind, path, block }: Entity, shared: string): void {
    // An option or a place has no name that others use, and might be called like a node.
    if (kind === 'option' || kind === 'place') return
    this.#nodes.set(path, { shared, ...(block === undefined ? {} : { block }) })
  }

  note(id: string): string {
    return this.node(`notes.${id}`)
  }

  /** A cell is named by its row and the column within the block, a total by its list and the column. */
  node(path: string): string {
    const known = this.#nodes.get(path)
    if (known) return known.shared
    for (let end = path.lastIndexOf('.'); end > 0; end = path.lastIndexOf('.', end - 1)) {
      const above = this.#nodes.get(path.slice(0, end))
      if (!above) continue
      const rest = path.slice(end + 1)
      if (above.block !== undefined) return `${above.shared}|${this.node(`${above.block}.${rest}`)}`
      const total = /^total\.(.+)$/.exec(rest)?.[1]
      if (total) return `${above.shared}|total|${this.node(`${path.slice(0, end)}.${total}`)}`
      return this.#edition + path
    }
    return this.#edition + path
  }
}
