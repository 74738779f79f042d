import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml'
import type { Code, Span } from '../diagnostics/index.ts'
import { type Ask, type Content, counterparts, type Definition, type Field, type Placed } from '../model/index.ts'
import { BlockWalk } from './blocks.ts'
import { type Cell, isSignature, type Place } from './cells.ts'
import { type Ledger, placeKey } from './changes.ts'
import { handOver } from './computed.ts'
import { convert } from './convert.ts'
import type { CsvText } from './csv.ts'
import { type Contents, Destinations } from './destinations.ts'
import type { Migration, Stated } from './migration.ts'
import { isBlank, pairsOf, place, type Source, scalarsOf } from './source.ts'

/** A node as data fill it: a map of the nodes below it, or what stands in it. */
export interface Filled {
  /** Absent: nodes below it. */
  readonly content?: Content
  /** Asks for more lines like it. */
  readonly more: boolean
  /** One of the nodes that it stands among is a signature. */
  readonly besideSignature: boolean
}

/** A path that no node has: what stands below it has its place elsewhere. */
export const nowhere = '-'

/** Why all that stands below a node stays behind. */
export type LossCode = 'migrate-no-place' | 'migrate-shape' | 'migrate-closed'

/** Walks the source edition and the data side by side and puts each value where the other edition has it. */
export class Walk {
  readonly files = new Map<string, CsvText>()
  readonly stated: Stated[] = []
  readonly migration: Migration
  readonly source: Source
  readonly ledger: Ledger
  readonly blocks: BlockWalk
  /** Path in the other edition, by path in the source's. */
  readonly pairs: ReadonlyMap<string, string>
  readonly destinations: Destinations
  readonly #from: ReadonlyMap<string, Filled>
  readonly #to: ReadonlyMap<string, Filled>
  /** What goes to another place, once all else stands where it belongs. */
  readonly #moved: { readonly path: string; readonly node: unknown }[] = []

  constructor(migration: Migration, source: Source, ledger: Ledger) {
    this.migration = migration
    this.source = source
    this.ledger = ledger
    this.pairs = counterparts(migration.from.definition, migration.to.definition, 'any')
    this.#from = filledOf(migration.from.definition)
    this.#to = filledOf(migration.to.definition)
    this.destinations = new Destinations(migration, this.pairs, contentsOf(this.#to))
    this.blocks = new BlockWalk(this)
  }

  form(): void {
    const values = this.source.values
    if (!values) return
    this.#children(values, '', '')
    for (const { path, node } of this.#moved) place(values, path.split('.'), node)
    handOver(this, contentsOf(this.#from))
  }

  /** The nodes below one, each with its pair in the data. @param lost why those without a place stay behind */
  #children(map: YAMLMap, from: string, to: string, lost?: LossCode): void {
    this.pairsIn(map, ({ id, pair }) => {
      const path = from === '' ? id : `${from}.${id}`
      const target = this.pairs.get(path)
      if (target === undefined) return this.#left(pair.value, path, lost)
      const node = this.#node(pair.value, path, target)
      if (node === undefined) return undefined
      const stays = this.settle(pair, node, target, to)
      if (!stays) this.move(target, node)
      return stays ? pair : undefined
    })
  }

  /** A node that the other edition does not have: what was below it may have gone elsewhere. */
  #left(value: unknown, path: string, lost: LossCode = 'migrate-no-place'): undefined {
    const content = this.#from.get(path)?.content
    if (content?.kind === 'block') return this.blocks.leave(value, content, path, lost)
    if (!isMap(value) || content) return this.lose(value, path, lost)
    this.#children(value, path, nowhere, lost)
    return undefined
  }

  /** What stands at a path of the other edition that is not beside it, once all else stands where it belongs. */
  move(path: string, node: unknown): void {
    this.source.touch()
    this.#moved.push({ path, node })
  }

  /** Keeps the pairs that `use` gives back. */
  pairsIn(map: YAMLMap, use: (each: { readonly id: string; readonly pair: Pair }) => Pair | undefined): void {
    const kept = pairsOf(map).flatMap((each) => use(each) ?? [])
    if (kept.length === map.items.length) return
    this.source.touch()
    map.items = kept
  }

  /** Puts the pair under its id in the other edition; false where its place is not below `above`. */
  settle(pair: Pair, node: unknown, target: string, above: string): boolean {
    const dot = target.lastIndexOf('.')
    if (target.slice(0, Math.max(0, dot)) !== above) {
      this.source.touch()
      return false
    }
    const id = target.slice(dot + 1)
    pair.value = node
    if (isScalar(pair.key)) this.source.change(pair.key, id)
    return true
  }

  #node(value: unknown, path: string, target: string): unknown {
    const [from, to] = [this.#from.get(path), this.#to.get(target)]
    if (isBlank(value)) return to ? value : undefined
    const [before, after] = [from?.content, to?.content]
    if (from && !before && isMap(value)) {
      this.#children(value, path, to ? target : nowhere, to && !after ? undefined : 'migrate-shape')
      return to && value.items.length > 0 ? value : undefined
    }
    if (from?.more && to?.more) return this.kept(value)
    if (before?.kind === 'entry' && !from?.more) {
      const there = this.destinations.ofEntry(
        { ask: before.ask, besideSignature: from?.besideSignature ?? false },
        target,
      )
      if (there) return this.cell(value, ...there.cells, { path, target })
    }
    if (before?.kind === 'block' && after?.kind === 'block')
      return this.blocks.walk(value, { from: before, to: after, path, target })
    if (before?.kind === 'block') return this.blocks.leave(value, before, path, 'migrate-shape')
    return this.lose(value, path, 'migrate-shape')
  }

  /** All that stands below comes over as it is. */
  kept<T>(node: T): T {
    this.ledger.carried += scalarsOf(node).length
    return node
  }

  /** One cell: a text, or a map of the places to write in it. Undefined where nothing comes over. */
  cell(value: unknown, from: Cell, to: Cell, at: { readonly path: string; readonly target: string }): unknown {
    if (isBlank(value)) return value
    if (to.places.size === 0) return this.lose(value, at.path, 'migrate-closed')
    if (isMap(value)) {
      this.pairsIn(value, ({ id, pair }) => {
        const path = `${at.path}.${id}`
        const [before, after] = [from.places.get(id), id === '' ? undefined : to.places.get(id)]
        if (!before || !after) return this.lose(pair.value, path)
        const alone = (place: Place): Cell => ({ computed: false, places: new Map([['', place]]) })
        const node = this.cell(pair.value, alone(before), alone(after), { path, target: `${at.target}.${id}` })
        return node === undefined ? undefined : pair
      })
      return value.items.length > 0 ? value : undefined
    }
    const [before, after] = [from.places.get(''), to.places.get('')]
    if (!isScalar(value) || !before || !after) return this.lose(value, at.path, 'migrate-shape')
    const place = this.source.at(value)
    const text = this.text(String(value.value), place, [before, after], at.path)
    if (text === undefined) return undefined
    if (to.computed) this.stated.push({ at: place, path: at.target, text })
    this.source.change(value, text)
    return value
  }

  /** The text of one place in the other edition; undefined where it stays behind. */
  text(text: string, at: Span, [from, to]: readonly [Place, Place], path: string): string | undefined {
    const omitted = this.migration.omit.get(placeKey(at))
    if (omitted) {
      if (omitted.reason)
        this.ledger.add('migrate-refused', path, at, text, { reason: reasonOf(omitted.reason, to.ask.type) })
      return undefined
    }
    this.ledger.paths.set(placeKey(at), path)
    if (to.ask.type === 'file') return this.#carried(text, this.migration.relocated(text.trim()), 'as it is')
    const result = convert(text, from, to, this.migration)
    if ('lost' in result) {
      this.ledger.add(result.lost, path, at, text.trim(), result.words)
      return undefined
    }
    if (from.signed && this.migration.signAgain) this.ledger.add('migrate-signed', path, at, text.trim())
    if (result.code) this.ledger.add(result.code, path, at, text.trim(), result.words)
    const isRelabelled = result.code === 'migrate-option' || result.code === 'migrate-option-alike'
    if (isRelabelled) this.ledger.relabelled++
    const how = result.text === text || isRelabelled ? 'as it is' : 'converted'
    return this.#carried(text, result.text, how)
  }

  #carried(before: string, now: string, how: 'as it is' | 'converted'): string {
    this.ledger.carried++
    if (how === 'converted') this.ledger.converted++
    return now === before.trim() ? before : now
  }

  /** Nothing of it comes over, and each value is told. */
  lose(value: unknown, path: string, code: LossCode = 'migrate-no-place'): undefined {
    if (isScalar(value)) {
      if (!isBlank(value)) this.ledger.add(code, path, this.source.at(value), String(value.value))
    } else if (isMap(value)) {
      for (const { id, pair } of pairsOf(value))
        if (id !== 'file' || !this.blocks.loseFile(pair.value, path, code))
          this.lose(pair.value, id === 'list' ? path : `${path}.${id}`, code)
    } else if (isSeq(value)) for (const item of value.items) this.lose(item, path, code)
    return undefined
  }
}

const contentsOf = (filled: ReadonlyMap<string, Filled>): Contents[] =>
  [...filled].flatMap(([path, { content, besideSignature }]) =>
    content ? [[path, content, besideSignature] as const] : [],
  )

/** Months and years are refused as dates are: which of them is asked for is said. */
const reasonOf = (code: Code, type: Ask['type']): string =>
  code === 'not-a-date' && (type === 'month' || type === 'year') ? `not-a-${type}` : code

/** What data fill, by path: parts and tables with their contents, and all nodes in them. */
function filledOf({ parts }: Definition): Map<string, Filled> {
  const found = new Map<string, Filled>()
  const add = (path: string, content: Content, node?: Placed | Field, besideSignature = false): void => {
    const more = node !== undefined && 'more' in node
    const children =
      content.kind === 'stack' ? content.children : content.kind === 'fields' ? content.fields : undefined
    found.set(path, { ...(children ? {} : { content }), more, besideSignature })
    const signed = (children ?? []).some((child) => child.content.kind === 'entry' && isSignature(child.content.ask))
    for (const child of children ?? []) add(child.path, child.content, child, signed)
  }
  for (const { path, tables } of parts) {
    found.set(path, { more: false, besideSignature: false })
    for (const table of tables) add(table.path, table.content)
  }
  return found
}
