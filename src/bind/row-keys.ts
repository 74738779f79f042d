import { LinePlaces } from '../diagnostics/index.ts'
import { type Entries, formulaOf } from './entries.ts'
import { labelOf } from './leaves.ts'
import type { ListPlace } from './list-lines.ts'
import type { FilledRow } from './listed.ts'

/**
 * Holds the rows of a list against its `key`: a row is named once, and every row has a name. Of the rows that have passed
 * only their names are kept, each with where it stood.
 */
export class RowKeys {
  readonly #entries: Entries
  readonly #place: ListPlace
  readonly #key: string | undefined
  readonly #label: string
  /** Where a row of that name begins first, as an offset in its file. */
  readonly #first = new Map<string, number>()
  /** Made when the first name stands twice. */
  #lines: LinePlaces | undefined

  constructor(place: ListPlace, entries: Entries) {
    this.#entries = entries
    this.#place = place
    const leaf = place.leaves.find(({ path }) => path === place.block.list?.key)
    const isAsked = leaf && !formulaOf(leaf.ask.value) && entries.places(leaf.ask).has('')
    this.#key = isAsked ? leaf.path : undefined
    this.#label = leaf ? (labelOf(entries.form, leaf.column) ?? leaf.column.id) : ''
  }

  /** Tells what is wrong with the name of the next row. */
  see(row: FilledRow): void {
    if (this.#key === undefined || row.size === 0) return
    const key = row.get(this.#key)
    if (key === undefined) return this.#missing(row, this.#key)
    const { text, at } = key
    if (!at) return
    const name = text.trim()
    const first = this.#first.get(name)
    if (first === undefined) {
      this.#first.set(name, at.start)
      return
    }
    const { report, surroundings } = this.#entries
    this.#lines ??= new LinePlaces(surroundings.textOf(at.file))
    const words = { text: name, label: this.#label, first: this.#lines.at(first) }
    report.add('key-twice', at, words, `${this.#place.path}.${this.#key}`)
  }

  /** A name that is wrong, and one that must be filled in, are told where they are read. */
  #missing(row: FilledRow, key: string): void {
    const { path, leaves, wrong } = this.#place
    const isRequired = leaves.some((leaf) => leaf.path === key && leaf.ask.required)
    const [first] = row.values()
    if (!first?.at || isRequired || wrong.has(key)) return
    const words = { label: this.#label }
    this.#entries.report.add('key-missing', first.at, words, `${path}.${key}`)
  }
}
