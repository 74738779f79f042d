import type { Diagnostics } from '../diagnostics/index.ts'
import type { AddedLine, Column, Content, Field, Form, Part, Value } from '../model/index.ts'
import type { Located, LocatedMap } from '../yaml/index.ts'
import { BlockReader } from './block.ts'
import { isBlank, isBroken, unknownId, wrongShape } from './data-file.ts'
import { Entries, type Surroundings, type Take } from './entries.ts'
import type { Listed } from './listed.ts'
import { Written } from './places.ts'

/** Everything that was filled in, before anything is computed. */
export interface Filled {
  readonly values: Map<string, Value>
  readonly lists: Map<string, Listed>
  readonly added: Map<string, readonly Column[]>
  readonly lines: Map<string, readonly AddedLine[]>
  /** Paths at which something stands that is wrong, and reported: they are not empty. */
  readonly wrong: Written
}

export const noneFilled = (): Filled => ({
  values: new Map(),
  lists: new Map(),
  added: new Map(),
  lines: new Map(),
  wrong: new Written(),
})

/** Keeps a value at its path, or that it was wrong. */
export const taking =
  ({ values, wrong }: Filled): Take =>
  (path, value) => {
    if (value) values.set(path, value)
    else wrong.add(path)
  }

/** Walks the form and the data side by side; an id that the form does not have is reported with the nearest it has. */
export function walkForm(form: Form, values: LocatedMap, surroundings: Surroundings, report: Diagnostics): Filled {
  const walk = new Walk(form, surroundings, report)
  walk.form(values)
  return walk.filled
}

class Walk {
  readonly filled = noneFilled()
  readonly #form: Form
  readonly #report: Diagnostics
  readonly #entries: Entries
  readonly #blocks: BlockReader

  constructor(form: Form, surroundings: Surroundings, report: Diagnostics) {
    this.#form = form
    this.#report = report
    this.#entries = new Entries(form, surroundings, report)
    this.#blocks = new BlockReader(this.#entries, this.filled)
  }

  form(values: LocatedMap): void {
    const { parts } = this.#form.definition
    const told = new Set(
      this.#report.list.flatMap(({ code, at }) => (code === 'unknown-data-id' && at ? [at.start] : [])),
    )
    // Where `values` was forgotten its keys stand at the top, and were told there.
    const entries = [...values.entries].filter(
      ([id, { keyAt }]) => !told.has(keyAt.start) || parts.some((part) => part.id === id),
    )
    this.#each({ ...values, entries: new Map(entries) }, parts, (part, value) => this.#part(part, value))
  }

  /** Calls `use` for each filled child; an unknown key is reported. */
  #each<Node extends { readonly id: string; readonly path?: string }>(
    map: LocatedMap,
    nodes: readonly Node[],
    use: (node: Node, value: Located) => void,
  ): void {
    for (const [id, { keyAt, value }] of map.entries) {
      const node = nodes.find((each) => each.id === id)
      if (!node)
        unknownId(
          this.#report,
          keyAt,
          id,
          nodes.map((each) => each.id),
          map,
        )
      else if (!isBroken(value)) {
        if (!isBlank(value)) use(node, value)
      } else if (node.path !== undefined) this.filled.wrong.add(node.path)
    }
  }

  #part({ path, tables }: Part, value: Located): void {
    const [only] = tables
    if (only && tables.length === 1 && only.path === path) return this.#content(only.content, value, path)
    const map = this.#mapOf(value, path)
    if (map) this.#each(map, tables, (table, inner) => this.#content(table.content, inner, table.path))
  }

  #mapOf(value: Located, path: string, children: readonly { readonly id: string }[] = []): LocatedMap | undefined {
    if (value.kind === 'map') return value
    wrongShape(
      this.#report,
      value,
      path,
      'map',
      children.map(({ id }) => id),
    )
    this.filled.wrong.add(path)
    return undefined
  }

  #content(content: Content, value: Located, path: string): void {
    switch (content.kind) {
      case 'entry':
        return this.#entries.located(value, content.ask, path, taking(this.filled))
      case 'block':
        return this.#blocks.read(content, value, path)
      case 'stack': {
        const map = this.#mapOf(value, path, content.children)
        if (map) this.#each(map, content.children, (child, inner) => this.#content(child.content, inner, child.path))
        return
      }
      case 'fields': {
        const map = this.#mapOf(value, path, content.fields)
        if (map) this.#each(map, content.fields, (field, inner) => this.#field(field, inner))
        return
      }
      case 'text':
        this.#report.add('closed-cell', value.at, { name: path })
    }
  }

  #field(field: Field, value: Located): void {
    if (!field.more) return this.#content(field.content, value, field.path)
    const items = value.kind === 'list' ? value.items : [value]
    const lines = items.map((item) => this.#line(item, field)).filter((line) => line !== undefined)
    if (lines.length > 0) this.filled.lines.set(field.path, lines)
  }

  /** A line added at a `more` field: `{label, text}`, or the text alone. */
  #line(item: Located, { path, content }: Field): AddedLine | undefined {
    if (isBroken(item)) this.filled.wrong.add(path)
    if (content.kind !== 'entry' || isBlank(item)) return undefined
    let value: Value | undefined
    const text = (at: Located): void =>
      this.#entries.located(at, content.ask, path, (to, entry) => {
        if (entry && to === path) value = entry
        else this.filled.wrong.add(path)
      })
    if (item.kind === 'scalar') {
      text(item)
      return value && { value }
    }
    const map = this.#mapOf(item, path)
    if (!map) return undefined
    let label: string | undefined
    this.#each(map, [{ id: 'label' }, { id: 'text' }], ({ id }, inner) => {
      if (id === 'text') text(inner)
      else label = this.#entries.label(inner, `${path}.label`)
    })
    if (!value && label === undefined) return undefined
    return { value: value ?? { text: '', computed: false }, ...(label === undefined ? {} : { label }) }
  }
}
