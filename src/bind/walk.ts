import { type Diagnostics, nearest } from '../diagnostics/index.ts'
import type { AddedLine, Block, Column, Content, Field, Form, ListValues, Part, Placed, Value } from '../model/index.ts'
import type { Located, LocatedMap } from '../yaml/index.ts'
import { BlockReader } from './block.ts'
import { isBlank, kindOf } from './data-file.ts'
import { Entries, type Surroundings } from './entries.ts'

/** Everything that was filled in, before anything is computed. */
export interface Filled {
  readonly values: Map<string, Value>
  readonly lists: Map<string, ListValues>
  readonly added: Map<string, readonly Column[]>
  readonly lines: Map<string, readonly AddedLine[]>
}

/** Walks the form and the data side by side; an id that the form does not have is reported with the nearest it has. */
export function walkForm(form: Form, values: LocatedMap, surroundings: Surroundings, report: Diagnostics): Filled {
  const walk = new Walk(form, surroundings, report)
  walk.form(values)
  return walk.filled
}

class Walk {
  readonly filled: Filled = { values: new Map(), lists: new Map(), added: new Map(), lines: new Map() }
  readonly #form: Form
  readonly #report: Diagnostics
  readonly #entries: Entries
  readonly #blocks: BlockReader

  constructor(form: Form, surroundings: Surroundings, report: Diagnostics) {
    this.#form = form
    this.#report = report
    this.#entries = new Entries(form.definition.lang, surroundings, report)
    this.#blocks = new BlockReader(form, this.#entries, surroundings, this.filled, report)
  }

  form(values: LocatedMap): void {
    const { parts } = this.#form.definition
    this.#each(values, parts, (part, value) => this.#part(part, value))
  }

  /** Calls `use` for each filled child; an unknown key is reported. */
  #each<Node extends { readonly id: string }>(
    map: LocatedMap,
    nodes: readonly Node[],
    use: (node: Node, value: Located) => void,
  ): void {
    const ids = nodes.map(({ id }) => id)
    for (const [id, { keyAt, value }] of map.entries) {
      const node = nodes.find((each) => each.id === id)
      if (!node)
        this.#report.add('unknown-data-id', keyAt, {
          name: id,
          nearest: nearest(id, ids) ?? '',
          allowed: ids.join(', '),
        })
      else if (!isBlank(value)) use(node, value)
    }
  }

  #part({ path, tables }: Part, value: Located): void {
    const [only] = tables
    if (only && tables.length === 1 && only.path === path) return this.#content(only.content, value, path)
    const map = this.#mapOf(value, path)
    if (map) this.#each(map, tables, (table, inner) => this.#content(table.content, inner, table.path))
  }

  #mapOf(value: Located, name: string): LocatedMap | undefined {
    if (value.kind === 'map') return value
    this.#report.add('data-shape', value.at, { name, expected: 'map', got: kindOf(value) })
    return undefined
  }

  #content(content: Content, value: Located, path: string): void {
    const { values } = this.filled
    switch (content.kind) {
      case 'entry':
        return this.#entries.located(value, content.ask, path, (at, entry) => values.set(at, entry))
      case 'block':
        return this.#block(content, value, path)
      case 'stack': {
        const map = this.#mapOf(value, path)
        if (map) this.#each(map, content.children, (child, inner) => this.#placed(child, inner))
        return
      }
      case 'fields': {
        const map = this.#mapOf(value, path)
        if (map) this.#each(map, content.fields, (field, inner) => this.#field(field, inner))
        return
      }
      case 'text':
        this.#report.add('data-shape', value.at, { name: path, expected: 'nothing', got: kindOf(value) })
    }
  }

  #placed(child: Placed, value: Located): void {
    this.#content(child.content, value, child.path)
  }

  #block(block: Block, value: Located, path: string): void {
    this.#blocks.read(block, value, path)
  }

  #field(field: Field, value: Located): void {
    if (!field.more) return this.#content(field.content, value, field.path)
    if (value.kind !== 'list') {
      const single = this.#line(value, field)
      if (single) this.filled.lines.set(field.path, [single])
      return
    }
    const lines = value.items.map((item) => this.#line(item, field)).filter((line) => line !== undefined)
    if (lines.length > 0) this.filled.lines.set(field.path, lines)
  }

  /** A line added at a `more` field: `{label, text}`, or the text alone. */
  #line(item: Located, { path, content }: Field): AddedLine | undefined {
    if (content.kind !== 'entry') return undefined
    if (item.kind === 'scalar') {
      const value = this.#entries.text(item.text, content.ask, item.at)
      return value && { value }
    }
    const map = this.#mapOf(item, path)
    if (!map) return undefined
    this.#each(map, [{ id: 'label' }, { id: 'text' }], () => {})
    const [label, text] = ['label', 'text'].map((key) => map.entries.get(key)?.value)
    const value = text?.kind === 'scalar' ? this.#entries.text(text.text, content.ask, text.at) : undefined
    const printed = label?.kind === 'scalar' ? this.#entries.text(label.text, content.ask, label.at) : undefined
    if (!value && !printed) return undefined
    return { value: value ?? { text: '', computed: false }, ...(printed ? { label: printed.text } : {}) }
  }
}
