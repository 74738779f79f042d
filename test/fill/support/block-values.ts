import type { Block, Column, Expression, Formula, Row } from '../../../src/model/index.ts'
import { type Data, type DataMap, mapOf, textOf } from './data.ts'
import { dividedBy, type Exact, exact, minus, placesOf, plus, rounded, times } from './exact.ts'
import { askedLeaves, isAsked, moreColumn } from './form.ts'

/** A row of a block: a named row, a row of its list, or its only row. */
export interface DataRow {
  /** The named row and the groups it stands in, outermost first. */
  readonly row?: Row
  readonly groups: readonly Row[]
  readonly data: DataMap
}

/** What a formula gives where nothing was written: it is right to any number of zeros at its end. */
export interface Computed {
  readonly value: Exact
  readonly places?: number
}

const at = (data: DataMap, path: string): Data | undefined =>
  path.split('.').reduce<Data | undefined>((found, id) => mapOf(found)[id], data)

/** The values of a block, computed from its data and the formulas of its definition. */
export class BlockValues {
  readonly named: readonly DataRow[]
  readonly list: readonly DataRow[]
  readonly added: readonly { id: string; label: string; unit: string | undefined }[]
  readonly #path: string
  readonly #columns: ReadonlyMap<string, Column>
  readonly #total: DataMap

  constructor(block: Block, path: string, data: Data | undefined) {
    const map = mapOf(data)
    const sequence = Array.isArray(data) ? data : Array.isArray(map.list) ? map.list : []
    const single = block.rows.length === 0 && block.list === undefined
    this.#path = path
    this.#columns = new Map(askedLeaves(block.columns, true).map((column) => [this.inBlock(column), column]))
    this.named = single ? [{ groups: [], data: map }] : namedRows(block.rows, map, [])
    this.list = sequence.map((row) => ({ groups: [], data: mapOf(row) }))
    this.added = moreColumn(block.columns) === undefined ? [] : addedColumns(map.added)
    this.#total = mapOf(map.total)
  }

  inBlock({ path }: Pick<Column, 'path'>): string {
    return path.slice(this.#path.length + 1)
  }

  /** What was written in a cell. */
  stated(row: DataRow, column: string): Data | undefined {
    return at(row.data, column)
  }

  /** What a formula gives for a cell in which nothing was written. */
  computed(row: DataRow, column: string): Computed | undefined {
    const formula = this.#formula(row, column)
    const value = formula && this.#evaluate(formula.expression, row, column)
    if (formula === undefined || value === undefined) return undefined
    const decimals = this.#columns.get(column)?.ask.decimals
    if (decimals !== undefined) return { value: exact(rounded(value, decimals)), places: decimals }
    return divides(formula.expression) ? { value: exact(rounded(value, 2)), places: 2 } : { value }
  }

  /** The total of a list's column: as stated, else the sum where any row says something. */
  total(column: string): Data | Computed | undefined {
    const stated = at(this.#total, column)
    if (textOf(stated) !== undefined) return stated
    const texts = this.list.map((row) => textOf(this.stated(row, column))).filter((text) => text !== undefined)
    if (texts.length === 0) return undefined
    const value = texts.map(exact).reduce(plus)
    return { value, places: this.#columns.get(column)?.ask.decimals ?? Math.max(...texts.map(placesOf)) }
  }

  #formula({ row }: DataRow, column: string): Formula | undefined {
    const { ask } = this.#columns.get(column) ?? {}
    const own = row?.cells.get(column)
    if (own?.kind === 'formula') return own.formula
    if (ask?.value?.kind === 'formula') return ask.value.formula
    const adds = ask?.type === 'count' || ask?.type === 'number'
    return adds && row?.value?.kind === 'formula' ? row.value.formula : undefined
  }

  #figure(row: DataRow, column: string): Exact | undefined {
    const text = textOf(this.stated(row, column))
    return text === undefined ? this.computed(row, column)?.value : exact(text)
  }

  #evaluate(expression: Expression, row: DataRow, column: string): Exact | undefined {
    if (expression.kind === 'number') return exact(expression.value)
    if (expression.kind === 'name') return this.#named(expression.name, row, column)
    const operands = expression.operands.map((operand) => this.#evaluate(operand, row, column))
    const [a, b] = operands
    if (expression.kind === 'call') {
      const there = operands.filter((operand) => operand !== undefined)
      return there.length === 0 ? undefined : there.reduce(plus)
    }
    if (a === undefined || b === undefined) return undefined
    if (expression.operator === '/') return dividedBy(a, b)
    return { '+': plus, '-': minus, '*': times }[expression.operator](a, b)
  }

  /** A name is looked for among the siblings of the column, then further out; then among the rows of the group. */
  #named(name: string, row: DataRow, column: string): Exact | undefined {
    const ids = column.split('.')
    for (let depth = ids.length - 1; depth >= 0; depth--) {
      const path = [...ids.slice(0, depth), name].join('.')
      if (this.#columns.has(path)) return this.#figure(row, path)
    }
    const parent = row.row?.path.slice(0, -row.row.id.length)
    const other = this.named.find((each) => each.row?.path === `${parent}${name}`)
    if (other === undefined) throw new Error(`the test knows no ${name} beside ${row.row?.path}.${column}`)
    return this.#figure(other, column)
  }
}

function namedRows(rows: readonly Row[], data: DataMap, groups: readonly Row[]): DataRow[] {
  return rows.flatMap((row) =>
    row.children.length > 0
      ? namedRows(row.children, mapOf(data[row.id]), [...groups, row])
      : [{ row, groups, data: mapOf(data[row.id]) }],
  )
}

function addedColumns(added: Data | undefined): { id: string; label: string; unit: string | undefined }[] {
  return Object.entries(mapOf(added)).map(([id, column]) => {
    const { label, unit } = mapOf(column)
    return { id, label: textOf(label) ?? id, unit: textOf(unit) }
  })
}

const divides = (expression: Expression): boolean =>
  expression.kind === 'operation' && (expression.operator === '/' || expression.operands.some(divides))

export const isAdding = ({ ask }: Column): boolean => isAsked(ask) && (ask.type === 'count' || ask.type === 'number')
