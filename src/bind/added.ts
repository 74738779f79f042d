import { type Ask, type Column, type Type, typeOfUnit, type Unit } from '../model/index.ts'
import type { Located, LocatedMap } from '../yaml/index.ts'
import { isBlank, unknownId, wrongShape } from './data-file.ts'
import type { Entries } from './entries.ts'
import { unitWords } from './parse.ts'

/** What a column that the filler adds may hold. */
const types: readonly Type[] = ['text', 'number', 'count', 'rate']

type Keys = Partial<Record<'label' | 'unit' | 'type', Located>>

/**
 * Reads `added: {steam: {label: 蒸汽, unit: 吨}, kind: {label: 种类, type: text}}`: the columns that the filler puts in
 * place of a `more` column.
 */
export class AddedColumns {
  readonly #entries: Entries

  constructor(entries: Entries) {
    this.#entries = entries
  }

  /** @param path of the key `added` */
  read(value: Located, more: Column, path: string): Column[] {
    const { report } = this.#entries
    if (isBlank(value)) return []
    if (value.kind !== 'map') {
      wrongShape(report, value, path, 'map')
      return []
    }
    const columns: Column[] = []
    for (const [id, { keyAt, value: column }] of value.entries) {
      if (!/^[a-z][A-Za-z0-9]*$/.test(id)) report.add('bad-id', keyAt, { id })
      else if (column.kind === 'list') wrongShape(report, column, `${path}.${id}`, 'map')
      else columns.push(this.#column(id, column, more, keyAt, `${path}.${id}`))
    }
    return columns
  }

  /** A column with its label, unit and type; a text is the label alone. A unit gives the type where none is said. */
  #column(id: string, value: Exclude<Located, { kind: 'list' }>, more: Column, at: Column['at'], path: string): Column {
    const named = value.kind === 'map' ? this.#keysOf(value) : { label: value }
    const label = { source: this.#entries.label(named.label, `${path}.label`) ?? id, at }
    const unit = this.#unit(named.unit, `${path}.unit`)
    const type = this.#type(named.type, `${path}.type`) ?? measuredBy(unit ?? more.ask.unit)
    const { unit: _, ...plain } = more.ask
    const ask: Ask = { ...(type === 'text' ? plain : more.ask), type, ...(unit ? { unit } : {}) }
    return { ...more, id, path: `${more.path}.${id}`, at, kind: 'data', label, ask, ...(unit ? { unit } : {}) }
  }

  #keysOf({ entries }: LocatedMap): Keys {
    const known: Keys = {}
    for (const [key, { keyAt, value }] of entries)
      if (key === 'label' || key === 'unit' || key === 'type') known[key] = value
      else unknownId(this.#entries.report, keyAt, key, ['label', 'unit', 'type'])
    return known
  }

  #unit(value: Located | undefined, path: string): Unit | undefined {
    const { report, form } = this.#entries
    if (value === undefined || isBlank(value)) return undefined
    if (value.kind !== 'scalar') {
      wrongShape(report, value, path, 'text')
      return undefined
    }
    const { units, lang } = form.definition
    const unit = units.get(value.text.trim())
    if (!unit) report.add('unknown-data-unit', value.at, unitWords(value.text, lang, units))
    return unit
  }

  #type(value: Located | undefined, path: string): Type | undefined {
    const { report } = this.#entries
    if (value === undefined || isBlank(value)) return undefined
    if (value.kind !== 'scalar') {
      wrongShape(report, value, path, 'text')
      return undefined
    }
    const type = types.find((each) => each === value.text.trim())
    if (!type) report.add('not-an-option', value.at, { text: value.text, allowed: types.join(', ') })
    return type
  }
}

const measuredBy = (unit: Unit | undefined): Type => (unit ? typeOfUnit(unit) : 'number')
