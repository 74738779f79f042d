import { counterparts, type Definition, noteCounterparts } from '../model/index.ts'
import type { Entity } from './entities.ts'
import type { SharedNames } from './facts.ts'

/** A thing of the form in both editions, or in one of them. */
export interface Pair {
  readonly old?: Entity
  readonly new?: Entity
  /**
   * Those below, in the order of the new edition, removed ones where they stood; of what only the new edition has, those
   * that came from elsewhere.
   */
  readonly children: readonly Pair[]
  /** It stands elsewhere among those beside it that both editions have. */
  readonly moved: boolean
}

/** What has no place in the tree of nodes has its id beside others of its kind. */
const nameOf = ({ kind, id }: Entity): string => `${kind} ${id}`
/** Whether it stands in the tree of nodes, which says what was renamed and what moved there from elsewhere. */
export const isNode = ({ kind }: Entity): boolean => !['form', 'option', 'place', 'instruction', 'note'].includes(kind)

/** The columns that a numbered list of fields prints may have the ids of its fields. */
const placeIn = ({ kind }: Entity, path: string): string => {
  const columns = kind === 'column' || kind === 'print-column'
  return `${columns ? 'column' : kind === 'row' ? 'row' : 'node'} ${path}`
}

/** Finds what is the same thing in both editions: by id, or by the `renamedFrom` of either. */
export function paired(old: Entity, now: Entity, from: Definition, to: Definition): Pair {
  return new Pairing(old, now, counterparts(from, to), noteCounterparts(from, to)).pair(old, now, false)
}

class Pairing {
  readonly #nodes: ReadonlyMap<string, Entity>
  readonly #before: ReadonlyMap<string, string>
  readonly #notes: ReadonlyMap<string, string>
  /** The nodes of the old edition that one of the new edition continues, wherever that stands. */
  readonly #continued: ReadonlySet<Entity>

  constructor(old: Entity, now: Entity, nodes: ReadonlyMap<string, string>, notes: ReadonlyMap<string, string>) {
    this.#nodes = new Map(
      below(old)
        .filter(isNode)
        .map((entity) => [placeIn(entity, entity.path), entity]),
    )
    this.#before = new Map([...nodes].map(([path, other]) => [other, path]))
    this.#notes = new Map([...notes].map(([id, other]) => [other, id]))
    this.#continued = new Set(below(now).flatMap((entity) => (isNode(entity) ? (this.#node(entity) ?? []) : [])))
  }

  pair(old: Entity, now: Entity, moved: boolean): Pair {
    const beside = new Map(old.children.map((child) => [nameOf(child), child]))
    const matches = new Map<Entity, Entity>()
    for (const child of now.children) {
      const match = this.#match(child, beside)
      if (match) matches.set(child, match)
    }
    const taken = new Set(matches.values())
    const gone = new Map<Entity | undefined, Pair[]>()
    let before: Entity | undefined
    for (const child of old.children) {
      if (taken.has(child)) before = child
      else if (!this.#continued.has(child))
        gone.set(before, [...(gone.get(before) ?? []), { old: child, children: [], moved: false }])
    }
    const stays = staying(old.children, now.children, matches)
    const children = now.children.flatMap((child): Pair[] => {
      const match = matches.get(child)
      if (!match) return [this.#added(child)]
      return [this.pair(match, child, !stays.has(child)), ...(gone.get(match) ?? [])]
    })
    return { old, new: now, children: [...(gone.get(undefined) ?? []), ...children], moved }
  }

  /** Below what is new there may be things that came from elsewhere. */
  #added(entity: Entity): Pair {
    const children = entity.children.flatMap((child): Pair[] => {
      const match = isNode(child) ? this.#match(child, new Map()) : undefined
      if (match) return [this.pair(match, child, false)]
      const added = this.#added(child)
      return added.children.length > 0 ? added.children.slice() : []
    })
    return { new: entity, children, moved: false }
  }

  #match(child: Entity, beside: ReadonlyMap<string, Entity>): Entity | undefined {
    if (isNode(child)) return this.#node(child)
    if (child.kind !== 'note') return beside.get(nameOf(child))
    return beside.get(nameOf({ ...child, id: this.#notes.get(child.id) ?? '' }))
  }

  #node(child: Entity): Entity | undefined {
    return this.#nodes.get(placeIn(child, this.#before.get(child.path) ?? ''))
  }
}

const below = (entity: Entity): Entity[] => [entity, ...entity.children.flatMap(below)]

/** The most things that keep their order; what is left has moved. Notes and places stand where they are cited. */
function staying(
  old: readonly Entity[],
  now: readonly Entity[],
  matches: ReadonlyMap<Entity, Entity>,
): ReadonlySet<Entity> {
  const place = new Map(old.map((child, n) => [child, n]))
  // What comes from elsewhere has not moved among those here.
  const both = now.filter((child) => place.has(matches.get(child) as Entity))
  const at = (child: Entity): number => place.get(matches.get(child) as Entity) as number
  const inOld = both.toSorted((a, b) => at(a) - at(b))
  // Of several answers the same one is found from either side: the side to ask from is told by the ids.
  const key = (child: Entity): string => [child.id, (matches.get(child) as Entity).id].sort().join('=')
  const forward = both.map(key).join() <= inOld.map(key).join()
  const [list, other] = forward ? [both, inOld] : [inOld, both]
  const rank = new Map(other.map((child, n) => [child, n]))
  const kept = longestRise(list.map((child) => rank.get(child) as number)).map((n) => list[n] as Entity)
  const ordered = new Set(both.filter(({ kind }) => kind !== 'note' && kind !== 'place'))
  return new Set([...kept, ...now.filter((child) => !ordered.has(child))])
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

/**
 * What paths and notes of both editions are called in common, so that a rename is no change where it is named.
 * @param assumed couples that are taken for one thing, though the editions do not say so
 */
export function sharedNames(
  root: Pair,
  assumed: readonly { readonly old: Entity; readonly new: Entity }[] = [],
): { readonly old: SharedNames; readonly new: SharedNames } {
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
  for (const couple of assumed) {
    old.add(couple.old, couple.new.path)
    now.add(couple.new, couple.new.path)
  }
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
