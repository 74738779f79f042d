import {
  type Content,
  type Field,
  type Fields,
  type Form,
  runsOf,
  type Stack,
  type Text,
} from '../../../src/model/index.ts'
import { marked, type Outline, type OutlineItem, type OutlineTable } from '../../readback/outline.ts'
import { compareBlock } from './compare-block.ts'
import { type Data, type DataMap, mapOf, textOf } from './data.ts'
import { placesWithin } from './form.ts'
import { printedValue } from './printed.ts'
import { type Region, type Seen, Slots } from './slots.ts'

/**
 * Holds a read-back document against the data that it was filled with: every value stands in its row under its label,
 * and nothing else does; every attached file is listed with what it is attached to.
 * @throws Error naming the first place that says something else
 */
export function compare(form: Form, values: DataMap, { items }: Outline): void {
  new Comparison(form, items).run(values)
  const wanted = form.definition.parts.flatMap((part) =>
    part.tables.flatMap(({ content, path }) =>
      attachments(
        content,
        path === part.path ? values[part.id] : mapOf(values[part.id])[path.split('.').at(-1) as string],
      ),
    ),
  )
  const texts = items.flatMap((item) => (item.kind === 'text' ? [item.text] : []))
  const found = texts.filter((text) => wanted.some(({ file }) => text.endsWith(`（${file}）`)))
  const differs =
    found.length !== wanted.length || wanted.some(({ title, file }, n) => !found[n]?.endsWith(`${title}（${file}）`))
  if (differs) throw new Error(`attached are ${JSON.stringify(found)}, wanted ${JSON.stringify(wanted)}`)
}

/** The files that rows of lists name, each with the first text of its row. */
function attachments(content: Content, data: Data | undefined): { title: string; file: string }[] {
  if (content.kind === 'stack')
    return content.children.flatMap(({ id, content: inner }) => attachments(inner, mapOf(data)[id]))
  if (content.kind !== 'block' || content.list === undefined) return []
  const rows = Array.isArray(data) ? data : Array.isArray(mapOf(data).list) ? (mapOf(data).list as Data[]) : []
  const [file] = content.columns.filter(({ ask, printed }) => ask.type === 'file' && !printed)
  const texts = content.columns.filter(({ kind, ask }) => kind === 'data' && ask.type === 'text')
  return rows.flatMap((row) => {
    const name = file && textOf(mapOf(row)[file.id])
    const title = texts.map(({ id, ask }) => printedValue(mapOf(row)[id], ask)).find((text) => text !== '')
    // Two files of one name keep the folders that tell them apart; no data here has such.
    return name === undefined ? [] : [{ title: title ?? '', file: name.replace(/^.*\//, '') }]
  })
}

/** The segments with those put together that say in pieces what is wanted as a whole: a long value takes more lines. */
function folded(segments: readonly string[], wanted: readonly string[]): string[] {
  const rest = [...segments]
  const whole = wanted.flatMap((text) => {
    let said = rest.shift()
    while (said !== undefined && said !== text && text.startsWith(said + (rest[0] ?? '\0'))) said += rest.shift()
    return said === undefined ? [] : [said]
  })
  return [...whole, ...rest]
}

class Comparison {
  readonly #form: Form
  readonly #items: Iterator<OutlineItem>
  #segments: string[] = []
  #wanted: string[] = []

  constructor(form: Form, items: readonly OutlineItem[]) {
    this.#form = form
    this.#items = items[Symbol.iterator]()
  }

  run(values: DataMap): void {
    for (const part of this.#form.definition.parts)
      for (const table of part.tables) {
        const own = mapOf(values)[part.id]
        const data = table.path === part.path ? own : mapOf(own)[table.id]
        if (table.as !== 'grid' && table.content.kind === 'fields')
          this.#wanted.push(...this.#line(table.content, data))
        else if (table.content.kind !== 'text' || table.as === 'grid') this.#table(table.content, table.path, data)
      }
    if (this.#nextTable() !== undefined) throw new Error('there is one table more than the form has')
  }

  /** The next table; the field lines before it must say what was wanted of them. */
  #nextTable(): OutlineTable | undefined {
    for (;;) {
      const { value: item, done } = this.#items.next()
      if (!done && item.kind === 'fields') this.#segments.push(...item.segments)
      if (!done && item.kind !== 'table') continue
      const [found, wanted] = [JSON.stringify(folded(this.#segments, this.#wanted)), JSON.stringify(this.#wanted)]
      if (found !== wanted) throw new Error(`the lines say ${found}, wanted ${wanted}`)
      this.#segments = []
      this.#wanted = []
      return done ? undefined : (item as OutlineTable)
    }
  }

  /** What the segments of a field line say: label with its colon, then the value and the words around it. */
  #line({ fields }: Fields, data: Data | undefined): string[] {
    return fields.flatMap((field) => {
      const { content, path, id } = field
      const label = this.#form.labels.get(path)
      return [...(label === undefined ? [] : [`${marked(label)}：`]), ...this.#lineValue(content, mapOf(data)[id])]
    })
  }

  #lineValue(content: Content, data: Data | undefined): string[] {
    if (content.kind === 'text') return [this.#words(content.text)]
    if (content.kind !== 'entry') throw new Error(`the test knows no ${content.kind} on a line`)
    const { ask } = content
    if (ask.type === 'date' && textOf(data) === undefined) return ['\u3000\u3000年\u3000月\u3000日']
    if (ask.value?.kind !== 'text') return [printedValue(data, ask).replaceAll('\n', ' ')]
    const texts = this.#words(ask.value.text).split(/<[^<>]*>/)
    const places = placesWithin(ask).map(({ id }) =>
      (textOf(id === '' ? data : mapOf(data)[id]) ?? '').replaceAll('\t', ' '),
    )
    return texts.flatMap((text, n) => [...(text === '' ? [] : [text]), ...places.slice(n, n + 1)])
  }

  #words(text: Text): string {
    return marked(runsOf(this.#form, text))
  }

  #table(content: Content, path: string, data: Data | undefined): void {
    const table = this.#nextTable()
    if (table === undefined) throw new Error(`there is no table ${path}`)
    const slots = new Slots(table)
    this.#content(content, path, data, slots, slots.region)
  }

  /** @returns the row below what was compared, and the column right of it */
  #content(
    content: Content,
    path: string,
    data: Data | undefined,
    slots: Slots,
    region: Region,
  ): { bottom: number; right: number } {
    switch (content.kind) {
      case 'block':
        return compareBlock(this.#form, content, path, data, slots, region)
      case 'stack':
        return content.of === 'sections'
          ? this.#sections(content, data, slots, region)
          : this.#blocks(content, data, slots, region)
      case 'fields':
        return this.#fields(content, data, slots, region)
      case 'entry': {
        const cell = slots.at(region.top, region.left)
        const wanted = printedValue(data, content.ask)
        if (cell?.text !== wanted)
          throw new Error(`${path}: found ${JSON.stringify(cell?.text)}, wanted ${JSON.stringify(wanted)}`)
        return cell
      }
      case 'text':
        return region
    }
  }

  /** The next cell at the region's left edge that says so. */
  #labelled(label: string, slots: Slots, region: Region): Seen {
    for (const cell of slots.within({ ...region, right: region.left + 1 })) if (cell.text === label) return cell
    throw new Error(`no label ${label} from row ${region.top + 1} to ${region.bottom}`)
  }

  #sections({ children }: Stack, data: Data | undefined, slots: Slots, region: Region): Region {
    let { top } = region
    for (const { id, path, content } of children) {
      const label = this.#labelled(marked(this.#form.labels.get(path) ?? []), slots, { ...region, top })
      top = label.bottom
      this.#content(content, path, mapOf(data)[id], slots, { ...label, left: label.right, right: region.right })
    }
    return region
  }

  /** One below the other; a block `beside` another stands right of it. */
  #blocks({ children }: Stack, data: Data | undefined, slots: Slots, region: Region): Region {
    let line = { top: region.top, left: region.left, bottom: region.top }
    for (const { id, path, content, beside } of children) {
      if (beside === undefined) line = { top: line.bottom, left: region.left, bottom: line.bottom }
      const { bottom, right } = this.#content(content, path, mapOf(data)[id], slots, {
        ...region,
        top: line.top,
        left: line.left,
      })
      line = { top: line.top, left: right, bottom: Math.max(line.bottom, bottom) }
    }
    return region
  }

  #fields({ fields }: Fields, data: Data | undefined, slots: Slots, region: Region): Region {
    let { top } = region
    for (const field of fields)
      for (const [label, value] of this.#lines(field, mapOf(data)[field.id])) {
        const cell = slots.at(top, region.left)
        const beside = cell && slots.at(top, cell.right)
        if (cell?.text !== label || beside?.text !== value)
          throw new Error(
            `${field.path}: found ${JSON.stringify([cell?.text, beside?.text])}, wanted ${JSON.stringify([label, value])}`,
          )
        top = cell.bottom
      }
    return region
  }

  /** What a field's lines say: one, or those that the filler put in place of the one that says there may be more. */
  #lines({ path, content, more }: Field, data: Data | undefined): [string, string][] {
    const label = marked(this.#form.labels.get(path) ?? [])
    if (content.kind !== 'entry') throw new Error(`the test knows no ${content.kind} among fields`)
    if (more === undefined) return [[label, printedValue(data, content.ask)]]
    if (!Array.isArray(data) || data.length === 0) return [[label, this.#words(more)]]
    return data.map((line: Data) => {
      const { label: own, text } = typeof line === 'string' ? { label: undefined, text: line } : mapOf(line)
      return [textOf(own)?.replaceAll('\t', ' ') ?? label, printedValue(text, content.ask)]
    })
  }
}
