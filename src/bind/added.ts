import { type Diagnostics, nearest } from '../diagnostics/index.ts'
import { type Column, type Definition, typeOfUnit, type Unit } from '../model/index.ts'
import type { Located, LocatedMap } from '../yaml/index.ts'
import { isBlank, unknownId, wrongShape } from './data-file.ts'
import type { Entries } from './entries.ts'

/** Reads `added: {steam: {label: 蒸汽, unit: 吨}}`: the columns that the filler puts in place of a `more` column. */
export class AddedColumns {
  readonly #units: Definition['units']
  readonly #entries: Entries
  readonly #report: Diagnostics

  constructor({ units }: Definition, entries: Entries, report: Diagnostics) {
    this.#units = units
    this.#entries = entries
    this.#report = report
  }

  /** @param path of the key `added` */
  read(value: Located, more: Column, path: string): Column[] {
    if (isBlank(value)) return []
    if (value.kind !== 'map') {
      wrongShape(this.#report, value, path, 'map')
      return []
    }
    const columns: Column[] = []
    for (const [id, { keyAt, value: column }] of value.entries) {
      if (!/^[a-z][A-Za-z0-9]*$/.test(id)) this.#report.add('bad-id', keyAt, { id })
      else if (column.kind === 'list') wrongShape(this.#report, column, `${path}.${id}`, 'map')
      else columns.push(this.#column(id, column, more, keyAt, `${path}.${id}`))
    }
    return columns
  }

  /** A column with its label and unit; a text is the label alone. */
  #column(id: string, value: Exclude<Located, { kind: 'list' }>, more: Column, at: Column['at'], path: string): Column {
    const named = value.kind === 'map' ? this.#keysOf(value) : { label: value }
    const label = { source: this.#entries.label(named.label, `${path}.label`) ?? id, at }
    const unit = this.#unit(named.unit, `${path}.unit`)
    const measured = unit ?? more.ask.unit
    const ask = { ...more.ask, type: measured ? typeOfUnit(measured) : ('number' as const), ...(unit ? { unit } : {}) }
    return { ...more, id, path: `${more.path}.${id}`, at, kind: 'data', label, ask, ...(unit ? { unit } : {}) }
  }

  #keysOf({ entries }: LocatedMap): { label?: Located; unit?: Located } {
    const known: { label?: Located; unit?: Located } = {}
    for (const [key, { keyAt, value }] of entries)
      if (key === 'label' || key === 'unit') known[key] = value
      else unknownId(this.#report, keyAt, key, ['label', 'unit'])
    return known
  }

  #unit(value: Located | undefined, path: string): Unit | undefined {
    if (value === undefined || isBlank(value)) return undefined
    if (value.kind !== 'scalar') {
      wrongShape(this.#report, value, path, 'text')
      return undefined
    }
    const unit = this.#units.get(value.text)
    const words = { name: value.text, nearest: nearest(value.text, [...this.#units.keys()]) ?? '' }
    if (!unit) this.#report.add('unknown-unit', value.at, words)
    return unit
  }
}
