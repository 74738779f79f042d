import type { Change } from '../../model/index.ts'
import type { DiffLine } from './view.ts'

type Edition = 'old' | 'new'

/** What of a change's node stands at one place of the document, by the name of its check. */
const printed: Readonly<Record<string, RegExp>> = {
  mark: /^mark-/,
  subtitle: /^subtitle-/,
  title: /^title-|^(part|table|page-break)-/,
  caption: /^(caption|unit)-|^(part|table)-(added|removed)$/,
  unit: /^unit-|^(column|print-column|row)-(added|removed|moved)$/,
}
/** What changed, by the path of what stands in a cell. */
export class Marks {
  readonly #edition: Edition
  readonly #at = new Map<string, DiffLine[]>()
  readonly #below = new Map<string, DiffLine[]>()
  readonly #within = new Map<string, DiffLine[]>()

  constructor(lines: readonly DiffLine[], edition: Edition) {
    this.#edition = edition
    for (const line of lines) {
      const path = line.change[edition]?.path
      // Numbers that follow from other changes are in the list; marking each would hide what changed.
      if (path === undefined || line.check.endsWith('-renumbered')) continue
      add(this.#at, path, line)
      if (isWithinCell(line.change)) add(this.#within, path.slice(0, path.lastIndexOf('.')), line)
      else if (!line.change.old || !line.change.new) add(this.#below, path, line)
    }
  }

  /** Of a text above or below a table, or of the whole form. @param id `title`, `table:caption`, `part.instructions.id` */
  text(id: string): DiffLine[] {
    const [, path = '', what = ''] = /^(?:(.*):)?(title|subtitle|mark|caption)$/.exec(id) ?? []
    if (what === '') return this.of(id)
    return this.of(path).filter(({ check }) => printed[what]?.test(check))
  }

  /** @param id of a cell or item: `block[2].column`, `block.column:label`, `block.total.column` */
  of(id: string): DiffLine[] {
    const path = id.replace(/:.*$/, '').replaceAll(/\[\d+\]/g, '')
    const plain = path.replace(/\.(total|more)\./, '.')
    const found = [...(this.#at.get(path) ?? []), ...(plain === path ? [] : (this.#at.get(plain) ?? []))]
    const segments = plain.split('.')
    for (let n = 1; n < segments.length; n++) found.push(...(this.#below.get(segments.slice(0, n).join('.')) ?? []))
    // A cell of a named row stands under its column, too.
    for (let n = 1; n < segments.length - 1; n++) {
      const column = [...segments.slice(0, n), segments.at(-1)].join('.')
      found.push(...(this.#below.get(column) ?? []).filter(({ change }) => isColumn(change)))
      if (!id.includes(':')) found.push(...(this.#within.get(column) ?? []))
    }
    // What a cell offers stands in the cell itself, not in its label.
    if (!id.includes(':')) found.push(...(this.#within.get(plain) ?? []))
    found.push(...this.#addedRow(id))
    return found.filter(({ change }) => change[this.#edition] !== undefined)
  }

  /** Of a cell that prints a unit: its own, and that of all it stands in. */
  unit(id: string): DiffLine[] {
    const own = this.of(id).filter(({ check }) => printed.unit?.test(check))
    const segments = id.replace(/:.*$/, '').split('.')
    const above = segments.flatMap((_, n) => (n === 0 ? [] : (this.#at.get(segments.slice(0, n).join('.')) ?? [])))
    return [...own, ...above.filter(({ check }) => check.startsWith('unit-'))]
  }

  /** The blank rows of a list that only this edition has. */
  #addedRow(id: string): DiffLine[] {
    const [, block = '', row] = /^(.*)\[(\d+)\]\./.exec(id) ?? []
    if (row === undefined) return []
    return (this.#at.get(block) ?? []).filter(({ check, change: { before, after } }) => {
      const others = Number(this.#edition === 'new' ? before : after)
      return check === 'blank-rows-changed' && Number(row) > others
    })
  }
}

/** Options and places to write are printed in the cell that they belong to. */
const isWithinCell = ({ kind }: Change): boolean => kind === 'option' || kind === 'place'

const isColumn = ({ kind }: Change): boolean => kind === 'column' || kind === 'print-column'

const add = (map: Map<string, DiffLine[]>, path: string, line: DiffLine): void => {
  map.set(path, [...(map.get(path) ?? []), line])
}
