import {
  type Ask,
  type Change,
  type ChangePlace,
  type CheckId,
  checks,
  type EntityKind,
  isNumeric,
} from '../model/index.ts'
import { differences, shortestWords, tokens } from '../text/differences.ts'
import { type Aspect, isWords, judge, unitFactor } from './aspects.ts'
import type { Entity } from './entities.ts'
import type { Fact, SharedNames } from './facts.ts'
import { isNode, type Pair } from './match.ts'
import { inOneMeasure } from './rescaled.ts'

/** What pairs of entities differ in, in their order. */
export function compared(root: Pair, names: { readonly old: SharedNames; readonly new: SharedNames }): Compared {
  const comparer = new Comparer(names)
  comparer.pair(root, new Set())
  return comparer
}

export interface Compared {
  readonly changes: readonly Change[]
  readonly formulas: readonly FormulaPair[]
}

/** A formula that is another now: of what in each edition, in a row's cell that of which column. */
export interface FormulaPair {
  readonly old: Entity
  readonly new: Entity
  readonly slot: string | undefined
}

/** Aspects that children take from their parent: what is told of the parent is not told again. */
const inherited: ReadonlySet<Aspect> = new Set(['unit', 'unitPlace', 'decimals', 'grouping'])
/** Those of them that a definition may say of a node without a fact of its own. */
const common: readonly Aspect[] = ['unit', 'decimals', 'grouping']
/** What can be said of a node whatever its content is. */
const ofAnyContent: ReadonlySet<Aspect> = new Set(['title', 'caption', 'label', 'code', 'width', 'citation', 'content'])
/** What only a list has. */
const ofLists: ReadonlySet<Aspect> = new Set(['more', 'blankRows', 'rowNumbers', 'total', 'rowKey'])
/** What is said of figures alone. */
const ofFigures: ReadonlySet<Aspect> = new Set(['decimals', 'range', 'grouping', 'tolerance'])
/** Whether a type has an aspect: what a block says of all its figures is said of none of its texts, and counts are whole. */
const isSaidOf = (type: Ask['type'], aspect: Aspect): boolean =>
  !ofFigures.has(aspect) || (isNumeric(type) && (aspect !== 'decimals' || type !== 'count'))

/** What is said of the answer alone: it is no difference where a person answered and no longer does. */
const ofAnswers: ReadonlySet<Aspect> = new Set([
  ...ofFigures,
  'type',
  'unit',
  'required',
  'length',
  'refusesOverflow',
  'codeList',
  'boxes',
])

/** The words of the line that says more may follow go with the list, too. */
const isOfList = ({ aspect, slot }: Fact): boolean => ofLists.has(aspect) || slot?.startsWith('more ') === true

/** Only what data or order names can be renamed or moved; the pairs hold nothing else so. */
type Renamed = Exclude<EntityKind, 'form' | 'option' | 'place' | 'instruction'>
type Moved = Exclude<EntityKind, 'form' | 'place' | 'note'>

class Comparer {
  readonly changes: Change[] = []
  readonly formulas: FormulaPair[] = []
  readonly #names: { readonly old: SharedNames; readonly new: SharedNames }
  readonly #facts = new Map<Entity, ReadonlyMap<string, Fact>>()

  constructor(names: { readonly old: SharedNames; readonly new: SharedNames }) {
    this.#names = names
  }

  /** @param told inherited differences that stand at a node above */
  pair(pair: Pair, told: ReadonlySet<string>): void {
    const { old, new: now, children } = pair
    const at = placesOf(pair)
    if (!old || !now) {
      const { kind } = (now ?? old) as Entity
      this.#add(`${kind as Exclude<EntityKind, 'form'>}-${now ? 'added' : 'removed'}`, kind, at, {
        ...(old ? this.#printed(old, 'old', 'before') : {}),
        ...(now ? this.#printed(now, 'new', 'after') : {}),
      })
      // A new place is room for more, unless old data is refused for want of it.
      const required = this.#of((now ?? old) as Entity, now ? 'new' : 'old').has('required')
      if (required) this.#add(now ? 'required-added' : 'required-removed', kind, at)
      for (const child of children) this.pair(child, told)
      return
    }
    const kind = [old.kind, now.kind].sort()[0] as EntityKind
    if (old.id !== now.id) this.#add(`${kind as Renamed}-renamed`, kind, at, { before: old.id, after: now.id })
    else if (isNode(now) && this.#parent(old, 'old') !== this.#parent(now, 'new'))
      this.#add(`${kind as Renamed}-renamed`, kind, at, { before: old.path, after: now.path })
    if (pair.moved) this.#add(`${kind as Moved}-moved`, kind, at)
    const here = new Set(told)
    const replaced = this.#ownFacts(pair, kind, at, here)
    for (const child of replaced ? ofOther(pair, old) : children) this.pair(child, here)
  }

  /** What stands above an entity, as both editions name it. */
  #parent({ path, id }: Entity, edition: 'old' | 'new'): string {
    return this.#names[edition].node(path.slice(0, -id.length - 1))
  }

  /** @returns whether other content stands here, which is not compared with the old */
  #ownFacts(pair: Pair, kind: EntityKind, at: Places, told: Set<string>): boolean {
    const [was, is] = inOneMeasure(this.#of(pair.old as Entity, 'old'), this.#of(pair.new as Entity, 'new'))
    const replaced = was.get('content')?.key !== is.get('content')?.key
    const listed = was.get('list')?.key !== is.get('list')?.key
    const closing = was.has('closed') !== is.has('closed')
    const types = [was, is].map((facts) => facts.get('type')?.key as Ask['type'])
    for (const key of new Set([...was.keys(), ...is.keys()])) {
      const [before, after] = [was.get(key), is.get(key)]
      if (before?.key === after?.key || isToldOfColumn(before, after)) continue
      const { aspect } = (after ?? before) as Fact
      if ((closing && ofAnswers.has(aspect)) || types.some((type) => !isSaidOf(type, aspect))) continue
      if ((replaced && !ofAnyContent.has(aspect)) || (listed && isOfList((after ?? before) as Fact))) continue
      this.#difference(aspect, before, after, kind, at, told)
      if (before && after && judge(aspect, before, after) === 'formula-changed')
        this.formulas.push({ old: pair.old as Entity, new: pair.new as Entity, slot: after.slot })
    }
    if (!replaced && kind !== 'form') this.#common(pair, kind, at, told)
    return replaced
  }

  #difference(
    aspect: Aspect,
    was: Fact | undefined,
    is: Fact | undefined,
    kind: EntityKind,
    at: Places,
    told: Set<string>,
  ): void {
    const [before, after] = toldApart(was, is)
    const difference = differenceKey(aspect, before, after)
    if (inherited.has(aspect)) {
      if (told.has(difference)) return
      told.add(difference)
    }
    const [old, now] = [shownBeside(before, after), shownBeside(after, before)]
    // What looks the same to a person says nothing.
    const shows = old !== now
    this.#add(judge(aspect, before, after), kind, at, {
      ...(shows && old !== '' ? { before: old } : {}),
      ...(shows && now !== '' ? { after: now } : {}),
      ...(before && after && isWords(aspect, before, after) ? { words: wordChanges(before.shown, after.shown) } : {}),
      ...(aspect === 'unit' ? unitFactor(before, after) : {}),
    })
  }

  /** The words of what is added or removed, where words are all it is. */
  #printed(entity: Entity, edition: 'old' | 'new', as: 'before' | 'after'): Partial<Change> {
    const { noteText, instruction, words } = Object.fromEntries(this.#of(entity, edition))
    const said = noteText ?? instruction ?? words
    return said ? { [as]: said.shown } : {}
  }

  /**
   * What all figures below that said the one now say the other is told once, of the innermost node that they stand in:
   * a definition says it there, for all of them.
   */
  #common(pair: Pair, kind: EntityKind, at: Places, told: Set<string>): void {
    for (const aspect of common) {
      const below = pair.children.map((child) => this.#differencesBelow(child, aspect))
      const all = below.flat()
      for (const [key, { before, after }] of new Map(all.map((each) => [each.key, each]))) {
        if (!before || !after || before.key === after.key) continue
        const isShared = below.filter((differences) => differences.some((each) => each.key === key)).length > 1
        const alike = all.filter((each) => each.before?.key === before.key || each.after?.key === after.key)
        if (isShared && alike.every((each) => each.key === key)) this.#difference(aspect, before, after, kind, at, told)
      }
    }
  }

  /** What figures say of an aspect in both editions, a node's own before that of those below it. */
  #differencesBelow({ old, new: now, children }: Pair, aspect: Aspect): Difference[] {
    if (!old || !now) return []
    const [was, is] = inOneMeasure(this.#of(old, 'old'), this.#of(now, 'new'))
    const [before, after] = [was.get(aspect), is.get(aspect)]
    if (before || after) return [{ before, after, key: differenceKey(aspect, before, after) }]
    return children.flatMap((child) => this.#differencesBelow(child, aspect))
  }

  #of(entity: Entity, edition: 'old' | 'new'): ReadonlyMap<string, Fact> {
    const known = this.#facts.get(entity)
    if (known) return known
    const facts = entity.facts(this.#names[edition])
    const bySlot = new Map(
      facts.map((fact) => [`${fact.aspect}${fact.slot === undefined ? '' : ` ${fact.slot}`}`, fact]),
    )
    this.#facts.set(entity, bySlot)
    return bySlot
  }

  #add(check: CheckId, kind: EntityKind, at: Places, said: Partial<Change> = {}): void {
    this.changes.push({ check, impact: checks[check].impact, kind, ...at, ...said })
  }
}

/** Words that read alike are shown with what is strong in them. */
function toldApart(before: Fact | undefined, after: Fact | undefined): [Fact | undefined, Fact | undefined] {
  if (before?.shown !== after?.shown) return [before, after]
  const marked = (fact: Fact | undefined) => fact && { ...fact, shown: fact.stressed ?? fact.shown }
  return [marked(before), marked(after)]
}

/** A fact as a person reads it; of one in parts those that the other edition says otherwise. */
function shownBeside(one: Fact | undefined, other: Fact | undefined): string {
  if (!one?.parts && !other?.parts) return one?.shown ?? ''
  const [parts, others] = [one?.parts ?? new Map(), other?.parts ?? new Map()]
  const differing = [...new Set([...parts.keys(), ...others.keys()])].filter(
    (name) => parts.get(name) !== others.get(name),
  )
  if (differing.every((name) => !parts.has(name))) return ''
  return differing.map((name) => `${name} ${(parts.get(name) ?? '—').trim()}`).join(', ')
}

/** What is so in all rows is told of the column. */
const isToldOfColumn = (before: Fact | undefined, after: Fact | undefined): boolean =>
  (!before || !after) && (before ?? after)?.ofColumn === true

/**
 * What is told below other content: what it is made of now and was before, and what came from elsewhere; at the place
 * that it left it is not told.
 */
const ofOther = ({ children }: Pair, above: Entity): Pair[] =>
  children.flatMap((child): Pair[] => {
    const { old, new: now } = child
    const isTold = old && now ? !old.path.startsWith(`${above.path}.`) : isNode((now ?? old) as Entity)
    return isTold ? [child] : ofOther(child, above)
  })

interface Difference {
  readonly before: Fact | undefined
  readonly after: Fact | undefined
  readonly key: string
}

const differenceKey = (aspect: Aspect, before: Fact | undefined, after: Fact | undefined): string =>
  `${aspect} ${before?.key ?? ''} ${before?.shown ?? ''} → ${after?.key ?? ''} ${after?.shown ?? ''}`

interface Places {
  readonly old?: ChangePlace
  readonly new?: ChangePlace
}

function placesOf({ old, new: now }: Pair): Places {
  return { ...(old ? { old: placeOf(old) } : {}), ...(now ? { new: placeOf(now) } : {}) }
}

export const placeOf = ({ path, names, table }: Entity): ChangePlace => ({ path, names, table })

const wordChanges = (before: string, after: string) =>
  differences(tokens(before), tokens(after), (character) => character, shortestWords).map(({ kind, items }) => ({
    kind,
    text: items.join(''),
  }))
