import type { Diagnostics, Span } from '../diagnostics/index.ts'
import type { Form } from '../model/index.ts'
import type { LocatedMap } from '../yaml/index.ts'
import { isBlank, unknownId, wrongShape } from './data-file.ts'
import type { Entries, Take } from './entries.ts'
import { type Leaf, labelOf } from './leaves.ts'
import { isRequired, placesOf, type Written } from './places.ts'

/** Reads the cells of one row. */
export class RowCells {
  readonly #form: Form
  readonly #entries: Entries
  readonly #report: Diagnostics

  constructor(form: Form, entries: Entries, report: Diagnostics) {
    this.#form = form
    this.#entries = entries
    this.#report = report
  }

  /** Values by column; a spanner's columns stand in a map of its id. Taken by path within the block. */
  read(map: LocatedMap, leaves: readonly Leaf[], take: Take, above = ''): void {
    for (const [key, { keyAt, value }] of map.entries) {
      const path = above + key
      const leaf = leaves.find((each) => each.path === path)
      if (leaf) this.#entries.located(value, leaf.ask, path, take)
      else if (!leaves.some((each) => each.path.startsWith(`${path}.`)))
        unknownId(this.#report, keyAt, key, this.#open(leaves, above))
      else if (value.kind === 'map') this.read(value, leaves, take, `${path}.`)
      else if (!isBlank(value)) {
        wrongShape(this.#report, value, path, 'map')
        take(path, undefined)
      }
    }
  }

  /** Tells of each column that must be filled in and of which the row says nothing, right or wrong. */
  missing(leaves: readonly Leaf[], written: Written, at: Span): void {
    for (const { column, path, ask } of leaves)
      if (isRequired(ask, this.#form.definition.units) && !written.has(path)) {
        const label = labelOf(this.#form, column) ?? column.id
        this.#report.add('missing-value', { ...at, end: at.start + 1 }, { label, name: path })
      }
  }

  /** The keys at one level under which something can be written. */
  #open(leaves: readonly Leaf[], above: string): string[] {
    return leaves
      .filter(({ path, ask }) => path.startsWith(above) && placesOf(ask, this.#form.definition.units).size > 0)
      .map(({ path }) => path.slice(above.length).split('.')[0] ?? '')
  }
}
