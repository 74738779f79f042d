import { type Document, isMap, isScalar, isSeq, type Node, Pair, parseDocument, Scalar, visit, YAMLMap } from 'yaml'
import type { Span } from '../diagnostics/index.ts'
import { jsonText } from './json.ts'
import type { Migration, Origin } from './migration.ts'

/** Every scalar is text, so that `00123` and `1.50` stay what they are. */
const asText = { schema: 'failsafe' } as const

/** The data file as a tree that keeps comments, order and the digits of figures. */
export class Source {
  readonly document: Document
  readonly #file: string
  readonly #text: string
  readonly #head: readonly (readonly [key: string, value: string])[]
  readonly #places = new Map<Node, Span>()
  readonly #toJson: boolean
  #touched = false

  constructor({ file, source, year, named, toJson }: Migration) {
    this.#file = file
    this.#toJson = toJson
    this.#text = source
    this.#head = [
      ['form', named],
      ['year', String(year)],
    ]
    this.document = parseDocument(source, asText)
    visit(this.document, { Scalar: (_, node) => void this.#places.set(node, this.#spanOf(node)) })
    if (toJson ? !isJson(file) : source.trimStart().startsWith('{')) this.#asBlocks()
  }

  /** The map of the values; absent where there is none. */
  get values(): YAMLMap | undefined {
    const values = this.document.get('values')
    return isMap(values) ? values : undefined
  }

  at(node: Node): Span {
    return this.#places.get(node) ?? this.#spanOf(node)
  }

  #spanOf({ range }: Node): Span {
    const [start = 0, end = start + 1] = range ?? []
    return { file: this.#file, start, end: Math.max(end, start + 1) }
  }

  /** Something else than the head changes: the text is written anew. */
  touch(): void {
    this.#touched = true
  }

  /** Writes another text in a scalar's place. */
  change(node: Scalar, text: string): void {
    if (node.value === text) return
    this.touch()
    node.value = text
  }

  /** A scalar that the source does not have, and the place to name for it. */
  made(text: string, at: Span): Scalar {
    this.touch()
    const node = new Scalar(text)
    this.#places.set(node, at)
    return node
  }

  /** JSON that is written as YAML, or YAML as JSON: with other lines than its own it would be neither. */
  #asBlocks(): void {
    this.touch()
    visit(this.document, {
      Collection: (_, node) => {
        node.flow = false
      },
      Pair: (_, { key }) => {
        if (isScalar(key)) key.type = 'PLAIN'
      },
    })
  }

  /** @param finish changes comments alone, which JSON has none of */
  written(finish: (text: string) => string): { readonly text: string; readonly origins: Origin[] } {
    if (this.#toJson) return this.#asJson()
    const text = finish(this.#touched ? this.#anew() : this.#withHead())
    return { text, origins: this.#origins(text) }
  }

  #asJson(): { readonly text: string; readonly origins: Origin[] } {
    if (!this.#touched) {
      const text = this.#withHead()
      return { text, origins: this.#origins(text) }
    }
    for (const { node, value } of this.#headNodes()) node.value = value
    const { text, written } = jsonText(this.document.contents)
    const origins = written.flatMap(({ node, start, end }) => {
      const at = this.#places.get(node)
      return at ? [{ start, end, at }] : []
    })
    return { text, origins }
  }

  #headNodes(): { readonly node: Scalar; readonly value: string }[] {
    return this.#head.flatMap(([key, value]) => {
      const node = this.document.get(key, true)
      return isScalar(node) ? [{ node, value }] : []
    })
  }

  /** The same text with another head. */
  #withHead(): string {
    const spans = this.#headNodes().map(({ node, value }) => {
      const isString = this.#toJson && node.type === 'QUOTE_DOUBLE'
      return { ...this.at(node), value: isString ? JSON.stringify(value) : value }
    })
    return spans
      .toSorted((a, b) => b.start - a.start)
      .reduce((text, { start, end, value }) => text.slice(0, start) + value + text.slice(end), this.#text)
  }

  #anew(): string {
    for (const { node, value } of this.#headNodes()) node.value = value
    return this.document.toString({ lineWidth: 0, flowCollectionPadding: false })
  }

  /** The scalars of the result stand in the order of the tree that it was written from. */
  #origins(text: string): Origin[] {
    const places = valuesOf(this.document).map((node) => this.#places.get(node))
    return valuesOf(parseDocument(text, asText)).flatMap(({ range }, n) => {
      const at = places[n]
      return at && range ? [{ start: range[0], end: range[1], at }] : []
    })
  }
}

/** By its name, as who reads it takes it. */
export const isJson = (file: string): boolean => /\.json$/i.test(file)

/** The scalars of a document that are no keys. */
function valuesOf(document: Document): Scalar[] {
  const found: Scalar[] = []
  visit(document, {
    Scalar: (key, node) => {
      if (key !== 'key') found.push(node)
    },
  })
  return found
}

/** The pairs of a map with their keys. */
export const pairsOf = (map: YAMLMap): { readonly id: string; readonly pair: Pair }[] =>
  map.items.flatMap((pair) => (isScalar(pair.key) ? [{ id: String(pair.key.value), pair: pair as Pair }] : []))

/** Nothing was written. A `null` in quotes is a word. */
export const isBlank = (node: unknown): boolean => {
  if (node === null || node === undefined) return true
  if (!isScalar(node)) return false
  const text = String(node.value ?? '')
  return text.trim() === '' || (node.type === 'PLAIN' && /^(~|null|Null|NULL)$/.test(text))
}

/** Puts a node under keys of a map, and makes the maps on the way. */
export function place(map: YAMLMap, ids: readonly string[], node: unknown): void {
  const [id = '', ...rest] = ids
  if (rest.length === 0) {
    map.items = map.items.filter(({ key }) => !(isScalar(key) && key.value === id))
    map.items.push(new Pair(new Scalar(id), node))
    return
  }
  const known = map.get(id)
  const inner = isMap(known) ? known : new YAMLMap()
  if (inner !== known) place(map, [id], inner)
  place(inner, rest, node)
}

/** Every scalar below a node that says something. */
export function scalarsOf(node: unknown): Scalar[] {
  if (isScalar(node)) return isBlank(node) ? [] : [node]
  if (isMap(node)) return node.items.flatMap(({ value }) => scalarsOf(value))
  return isSeq(node) ? node.items.flatMap(scalarsOf) : []
}
