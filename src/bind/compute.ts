import type { Diagnostics } from '../diagnostics/index.ts'
import {
  type Ask,
  type Block,
  type Column,
  type Content,
  type Form,
  type Formula,
  plain,
  type Row,
  runsOf,
  type Value,
} from '../model/index.ts'
import { decimalsOf } from '../text/figures.ts'
import { evaluate, type Figure, figure, sum } from './arithmetic.ts'
import { formulaOf } from './entries.ts'
import { labelAt, settle } from './settle.ts'
import type { Filled } from './walk.ts'

/** Fills in what the form's formulas give where nothing is stated; a stated figure that disagrees is a finding. */
export function compute(form: Form, filled: Filled, report: Diagnostics): void {
  const computing = new Computing(form, filled, report)
  for (const part of form.definition.parts)
    for (const table of part.tables) computing.content(table.content, table.path)
}

/** A row of a block as formulas see it. */
interface RowOf {
  readonly path: string
  readonly row?: Row
  get(column: string): Value | undefined
  set(column: string, value: Value): void
}

class Computing {
  readonly #form: Form
  readonly #filled: Filled
  readonly #report: Diagnostics

  constructor(form: Form, filled: Filled, report: Diagnostics) {
    this.#form = form
    this.#filled = filled
    this.#report = report
  }

  content(content: Content, path: string): void {
    if (content.kind === 'block') new BlockComputing(content, path, this.#form, this.#filled, this.#report).run()
    else if (content.kind === 'entry') this.#entry(content.ask, path)
    else if (content.kind === 'stack') for (const child of content.children) this.content(child.content, child.path)
    else if (content.kind === 'fields') for (const field of content.fields) this.content(field.content, field.path)
  }

  /** A field with a formula: its operands are other fields, computed first. */
  #entry(ask: Ask, path: string, trail: readonly string[] = []): Figure | undefined {
    const { values } = this.#filled
    const stated = values.get(path)
    const formula = formulaOf(ask.value)
    if (!formula || trail.includes(path)) return stated?.figure === undefined ? undefined : figure(stated.figure)
    const one = (name: string): Figure | undefined => {
      const at = formula.operands.get(name) ?? name
      const other = this.#askAt(at)
      return other ? this.#entry(other, at, [...trail, path]) : figureAt(values, at)
    }
    const result = evaluate(formula.expression, {
      one,
      all: (name) => [one(name)].filter((each) => each !== undefined),
    })
    if (result === undefined) return stated?.figure === undefined ? undefined : figure(stated.figure)
    settle({
      stated,
      result,
      places: 0,
      formula,
      form: this.#form,
      ask,
      label: labelAt(this.#form, path),
      report: this.#report,
      set: (value) => values.set(path, value),
    })
    return figureAt(values, path)
  }

  #asks: Map<string, Ask> | undefined

  #askAt(path: string): Ask | undefined {
    if (!this.#asks) {
      const asks = new Map<string, Ask>()
      const collect = (content: Content, at: string): void => {
        if (content.kind === 'entry') asks.set(at, content.ask)
        else if (content.kind === 'stack') for (const child of content.children) collect(child.content, child.path)
        else if (content.kind === 'fields') for (const field of content.fields) collect(field.content, field.path)
      }
      for (const part of this.#form.definition.parts)
        for (const table of part.tables) collect(table.content, table.path)
      this.#asks = asks
    }
    return this.#asks.get(path)
  }
}

const figureAt = (values: ReadonlyMap<string, Value>, path: string): Figure | undefined => {
  const text = values.get(path)?.figure
  return text === undefined ? undefined : figure(text)
}

interface Result {
  readonly value: Figure
  readonly places: number
}

class BlockComputing {
  readonly #block: Block
  readonly #path: string
  readonly #form: Form
  readonly #filled: Filled
  readonly #report: Diagnostics
  readonly #columns: ReadonlyMap<string, Column>
  readonly #rows: readonly RowOf[]
  readonly #rowAt: ReadonlyMap<string, RowOf>
  readonly #busy = new Set<string>()

  constructor(block: Block, path: string, form: Form, filled: Filled, report: Diagnostics) {
    this.#block = block
    this.#path = path
    this.#form = form
    this.#filled = filled
    this.#report = report
    this.#columns = new Map(leaves(block.columns, filled).map((column) => [column.path.slice(path.length + 1), column]))
    this.#rows = [
      ...this.#namedRows(block.rows),
      ...this.#listRows(),
      ...(block.rows.length === 0 && !block.list ? [this.#stored(path)] : []),
    ]
    this.#rowAt = new Map(this.#rows.map((row) => [row.path, row]))
  }

  run(): void {
    if (this.#rows.every((row) => [...this.#columns.keys()].every((column) => row.get(column) === undefined))) return
    for (const row of this.#rows) for (const column of this.#columns.keys()) this.#value(row, column)
    for (const row of this.#rows) this.#crossCheck(row)
    const { list } = this.#block
    if (list?.total) this.#totals(plain(runsOf(this.#form, list.total)))
  }

  #stored(path: string, row?: Row): RowOf {
    const { values } = this.#filled
    return {
      path,
      ...(row ? { row } : {}),
      get: (column) => values.get(`${path}.${column}`) ?? constant(row, column),
      set: (column, value) => values.set(`${path}.${column}`, value),
    }
  }

  #namedRows(rows: readonly Row[]): RowOf[] {
    return rows.flatMap((row) =>
      row.children.length > 0 ? this.#namedRows(row.children) : [this.#stored(row.path, row)],
    )
  }

  #listRows(): RowOf[] {
    const list = this.#filled.lists.get(this.#path)
    if (!list) return []
    return [...list.rows].map((row, n) => {
      const values = row as Map<string, Value>
      return {
        path: `${this.#path}[${n + 1}]`,
        get: (column) => values.get(column),
        set: (column, value) => values.set(column, value),
      }
    })
  }

  /** The formulas of a cell: the row's own for this column, then the column's, then the row's for all that add up. */
  #formulas({ row }: RowOf, column: string): Formula[] {
    const { ask } = this.#columns.get(column) as Column
    const own = formulaOf(row?.cells.get(column))
    const ofRow = row && addsUp(ask) ? formulaOf(row.value) : undefined
    return [own ?? formulaOf(ask.value), ofRow].filter((formula) => formula !== undefined)
  }

  #value(row: RowOf, column: string): Figure | undefined {
    const key = `${row.path}.${column}`
    const stated = row.get(column)
    const [formula] = this.#formulas(row, column)
    if (!formula || this.#busy.has(key)) return stated?.figure === undefined ? undefined : figure(stated.figure)
    this.#busy.add(key)
    const result = this.#evaluate(formula, row, column)
    if (result !== undefined && stated === undefined) this.#settle(formula, row, column, result)
    this.#busy.delete(key)
    const now = row.get(column)?.figure
    return now === undefined ? undefined : figure(now)
  }

  /** Every formula of a cell is held against what was stated, once all that was left out is filled in. */
  #crossCheck(row: RowOf): void {
    for (const column of this.#columns.keys())
      for (const formula of this.#formulas(row, column)) {
        if (row.get(column)?.computed !== false) continue
        const result = this.#evaluate(formula, row, column)
        if (result !== undefined) this.#settle(formula, row, column, result)
      }
  }

  #settle(formula: Formula, row: RowOf, column: string, { value: result, places }: Result): void {
    const { ask, path } = this.#columns.get(column) as Column
    const label = [...this.#groups(row.path), labelAt(this.#form, path)].join(' · ')
    settle({
      stated: row.get(column),
      result,
      places,
      formula,
      form: this.#form,
      ask,
      label,
      report: this.#report,
      set: (value) => row.set(column, value),
    })
  }

  /** The labels of a row and of the groups it stands in, outermost first; of a list's row its number. */
  #groups(path: string): string[] {
    const above = path
      .slice(this.#path.length)
      .replace(/^\./, '')
      .split('.')
      .filter((id) => id !== '')
    return above.map((id, n) =>
      id.startsWith('[') ? id : labelAt(this.#form, [this.#path, ...above.slice(0, n + 1)].join('.')),
    )
  }

  /** The result, with the decimal places of what it was worked out from: 1.50 + 2.50 is 4.00. */
  #evaluate(formula: Formula, row: RowOf, column: string): Result | undefined {
    let places = 0
    const read = (other: RowOf, at: string): Figure | undefined => {
      const value = this.#value(other, at)
      places = Math.max(places, decimalsOf(other.get(at)?.figure ?? ''))
      return value
    }
    const one = (name: string): Figure | undefined => {
      const path = formula.operands.get(name) ?? name
      const relative = path.startsWith(`${this.#path}.`) ? path.slice(this.#path.length + 1) : ''
      if (this.#columns.has(relative)) return read(row, relative)
      const other = this.#rowAt.get(path)
      return other ? read(other, column) : figureAt(this.#filled.values, path)
    }
    const all = (name: string): Figure[] => {
      const path = formula.operands.get(name) ?? name
      const relative = path.slice(this.#path.length + 1)
      // Asked from a row, a column means all its other rows; asked from a column, it means the cell of this row.
      const wholeColumn = row.row?.value !== undefined || row.row?.cells.has(column)
      const rows = this.#columns.has(relative) && wholeColumn ? this.#rows.filter((other) => other !== row) : undefined
      return (rows ? rows.map((other) => read(other, relative)) : [one(name)]).filter((each) => each !== undefined)
    }
    const value = evaluate(formula.expression, { one, all })
    return value && { value, places }
  }

  /** @param total label of the total row */
  #totals(total: string): void {
    const { values } = this.#filled
    for (const [column, { ask, path }] of this.#columns) {
      const cells = this.#rows.map((row) => row.get(column)).filter((value) => value?.figure !== undefined) as Value[]
      const units = new Set(cells.map(({ unit }) => unit?.name))
      const quantities = ask.type === 'quantity'
      if (!addsUp(ask) && !(quantities && units.size === 1)) continue
      const result = sum(cells.map((value) => figure(value.figure as string)))
      if (result === undefined) continue
      const at = `${this.#path}.total.${column}`
      const source = `Σ ${labelAt(this.#form, path)}`
      const unit = quantities ? cells[0]?.unit : undefined
      const places = Math.max(...cells.map((value) => decimalsOf(value.figure as string)))
      settle({
        stated: values.get(at),
        result,
        places,
        formula: { source, expression: { kind: 'number', value: '0' }, operands: new Map() },
        form: this.#form,
        ask,
        label: `${total} · ${labelAt(this.#form, path)}`,
        report: this.#report,
        set: (value) => values.set(at, unit ? { ...value, text: `${value.text} ${unit.name}`, unit } : value),
      })
    }
  }
}

const addsUp = ({ type }: Ask): boolean => type === 'count' || type === 'number'

/** A row's printed constant counts as a figure where it is one. */
function constant(row: Row | undefined, column: string): Value | undefined {
  const cell = row?.cells.get(column)
  if (cell?.kind !== 'text' || !/^-?\d+(\.\d+)?$/.test(cell.text.source)) return undefined
  return { text: cell.text.source, figure: cell.text.source, computed: true }
}

const leaves = (columns: readonly Column[], filled: Filled): Column[] =>
  columns.flatMap((column) =>
    column.kind === 'more'
      ? leaves(filled.added.get(column.path) ?? [], filled)
      : column.children.length > 0
        ? leaves(column.children, filled)
        : column.kind === 'data'
          ? [column]
          : [],
  )
