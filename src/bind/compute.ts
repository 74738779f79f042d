import { Diagnostics } from '../diagnostics/index.ts'
import { countsInSum, type Form, type Formula, hasTotal } from '../model/index.ts'
import { type Amount, added, amountOf, evaluate, type Operands, sum } from './arithmetic.ts'
import { unfinished } from './blank-operands.ts'
import { type Asking, type BlockCells, type Cell, FormCells, type Line } from './form-cells.ts'
import type { FilledRow } from './listed.ts'
import { settle } from './settle.ts'
import { Uncertain } from './uncertain.ts'
import type { Filled } from './walk.ts'

/**
 * Fills in what the form's formulas give where nothing is stated; a stated figure that disagrees is a finding. Rows of
 * lists are not held: they are filled in again whenever they are walked.
 */
export function compute(form: Form, filled: Filled, report: Diagnostics): void {
  const cells = new FormCells(form, filled)
  const sums: Sums = new Map()
  new Computing(cells, filled, report, sums).run()
  for (const block of cells.blocks) {
    const list = filled.lists.get(block.path)
    if (!list || block.computedInList.length === 0) continue
    const again = () => new Computing(cells, filled, new Diagnostics(), sums, true).rows(block)
    filled.lists.set(block.path, { ...list, rows: { [Symbol.iterator]: again } })
  }
}

/** By path of the column: the sum of the rows that count, which every row of a list may ask for. */
type Sums = Map<string, readonly Amount[]>

/** Works out each cell when it is first asked for, so that the order in which the form has them does not matter. */
class Computing {
  readonly #cells: FormCells
  readonly #filled: Filled
  readonly #report: Diagnostics
  readonly #uncertain: Uncertain
  readonly #sums: Sums
  /** Paths of cells that are being worked out, or of which nothing came. */
  readonly #passed = new Set<string>()
  /** Paths of cells of which it was told why they stay empty. */
  readonly #told = new Set<string>()
  /** Whether it is told why a cell stays empty; where data cannot be read, what seems blank may be no blank. */
  readonly #tells: boolean

  /** @param again the same was worked out, and told, before */
  constructor(cells: FormCells, filled: Filled, report: Diagnostics, sums: Sums, again = false) {
    this.#cells = cells
    this.#filled = filled
    this.#report = report
    this.#uncertain = new Uncertain(cells, filled.wrong)
    this.#sums = sums
    this.#tells = !again && !report.failed
  }

  /** The rows of a list, with what is worked out in them. */
  *rows(block: BlockCells): Generator<FilledRow> {
    for (const line of block.listed) {
      for (const column of block.computedInList) {
        const cell = block.cell(line, column)
        this.#amount(cell)
        this.#passed.delete(cell.path)
      }
      yield line.values
    }
  }

  run(): void {
    for (const block of this.#cells.blocks) this.#block(block)
    for (const cell of this.#cells.fields) this.#cell(cell)
  }

  #block(block: BlockCells): void {
    const columns = [...block.columns]
    for (const line of block.lines)
      for (const [column] of columns) if (block.asking(line, column).length > 0) this.#cell(block.cell(line, column))
    if (block.computedInList.length > 0) this.#list(block)
    const { total } = block
    if (total)
      for (const [column, { ask }] of columns)
        if (hasTotal(ask)) {
          const cell = block.cell(total, column)
          this.#cell(cell)
          const amounts = cell.value() === undefined ? this.#column(block, column) : []
          if (amounts.length > 1) this.#unlike(cell, amounts)
        }
  }

  /** Holds the rows of a list against what their formulas give. */
  #list(block: BlockCells): void {
    const extents = this.#filled.lists.get(block.path)?.extents
    for (const line of block.listed)
      for (const column of block.computedInList) {
        const cell = block.cell(line, column)
        this.#cell(cell)
        this.#passed.delete(cell.path)
        const value = cell.value()
        if (value) extents?.see(column, value)
      }
  }

  /** Fills a cell in, or holds every formula of it against what was stated. */
  #cell(cell: Cell): void {
    const { asking, within } = cell
    this.#amount(cell)
    if (cell.value()?.computed !== false) return
    for (const each of asking) this.#settle(cell, this.#evaluate(each, cell), each)
    if (within?.line.of !== 'total') return
    const amounts = this.#column(within.block, within.column)
    if (amounts.length > 1) this.#unlike(cell, amounts)
    else this.#settle(cell, amounts[0])
  }

  /** The figure in a cell, worked out where nobody wrote one. */
  #amount(cell: Cell): Amount | undefined {
    const { asking, within, path } = cell
    const [first] = asking
    const isTotal = within?.line.of === 'total'
    if ((first || isTotal) && cell.value() === undefined && !this.#passed.has(path)) {
      this.#passed.add(path)
      if (first) this.#settle(cell, this.#evaluate(first, cell), first)
      else if (within) this.#settle(cell, this.#total(within.block, within.column))
      if (cell.value() !== undefined) this.#passed.delete(path)
      else if (first) this.#unfinished(cell, first)
    }
    const value = cell.value()
    return value && amountOf(value, cell.ask, cell.unit)
  }

  /** Figures of unlike units have no total: that it stays empty is said, or that the stated one was held against nothing. */
  #unlike(cell: Cell, amounts: readonly Amount[]): void {
    const allowed = [...new Set(amounts.map(({ unit }) => unit?.name ?? '—'))].join(', ')
    const words = { label: this.#cells.label(cell), allowed }
    const stated = cell.value()
    const report = this.#reportOf(cell)
    if (!stated) report.add('no-total', amounts[0]?.at, words)
    else report.add('total-unchecked', stated.at, { ...words, stated: stated.text }, listColumn(cell))
  }

  /** What comes of wrong data is not told: the mistake behind it is. */
  #reportOf(cell: Cell): Diagnostics {
    return this.#uncertain.result(cell) ? new Diagnostics() : this.#report
  }

  #total(block: BlockCells, column: string): Amount | undefined {
    return sum(this.#column(block, column))
  }

  #settle(cell: Cell, result: Amount | undefined, asking?: Asking): void {
    if (!result) return
    const { unit, within } = cell
    const column = listColumn(cell)
    const { min: _, max: __, ...unbounded } = cell.ask
    settle({
      stated: cell.value(),
      result,
      // What bounds a row does not bound the sum of all.
      ask: within?.line.of === 'total' ? unbounded : cell.ask,
      ...(unit ? { unit } : {}),
      at: asking?.formula.at ?? within?.block.block.list?.at,
      report: this.#reportOf(cell),
      ...(column === undefined ? {} : { column }),
      label: () => this.#cells.label(cell),
      words: () =>
        asking ? this.#inWords(asking.formula) : `Σ ${within ? within.block.columnLabel(within.column) : cell.path}`,
      set: (value) => cell.set(value),
    })
  }

  /** A formula as its readers know it: by labels, not by ids. */
  #inWords({ source, operands }: Formula): string {
    return source.replace(/[a-z][\w.]*/gi, (name) => {
      const path = operands.get(name)
      return path === undefined ? name : this.#cells.labelOf(path)
    })
  }

  #evaluate(asking: Asking, cell: Cell): Amount | undefined {
    return evaluate(asking.formula.expression, this.#operands(asking, cell))
  }

  #operands(asking: Asking, cell: Cell): Operands {
    const { formula, ofRow } = asking
    const { within } = cell
    const one = (name: string): Amount | undefined => {
      const named = this.#named(formula, name, cell)
      return named && this.#amount(named)
    }
    const all = (name: string, alone: boolean): readonly Amount[] => {
      const whole = this.#whole(asking, name, alone, cell)
      if (whole) {
        const isOwn = whole.block === within?.block
        return this.#column(whole.block, whole.column, isOwn && ofRow ? within?.line : undefined)
      }
      const amount = one(name)
      return amount ? [amount] : []
    }
    const byZero = (divisor: Amount): void => {
      if (cell.value() !== undefined) return
      this.#told.add(cell.path)
      const words = { label: this.#cells.label(cell), formula: this.#inWords(formula) }
      this.#reportOf(cell).add('divided-by-zero', divisor.at ?? formula.at, words, listColumn(cell))
    }
    const unlike = (amounts: readonly Amount[]): void => {
      if (cell.value()?.computed === false) this.#unlike(cell, amounts)
    }
    return { one, all, byZero, unlike }
  }

  #named({ operands }: Formula, name: string, cell: Cell): Cell | undefined {
    return this.#cells.named(operands.get(name) ?? name, cell)
  }

  /**
   * The column that a name in a `sum` adds up: `sum(a)` does, in a row's formula every operand does; `sum(a, b)` of a
   * column adds cells of its row.
   */
  #whole({ formula, ofRow }: Asking, name: string, alone: boolean, { within }: Cell) {
    const found = this.#cells.column(formula.operands.get(name) ?? name)
    return found && (found.block !== within?.block || ofRow || alone) ? found : undefined
  }

  /** A formula of which some operands are written and others blank gives nothing: that the cell stays empty is said. */
  #unfinished(cell: Cell, asking: Asking): void {
    const { formula } = asking
    if (!this.#tells || this.#told.has(cell.path)) return
    const operands = this.#operands(asking, cell)
    const why = unfinished(formula, cell, {
      named: (name) => this.#named(formula, name, cell),
      isWhole: (name, alone) => this.#whole(asking, name, alone, cell) !== undefined,
      amount: (expression) => evaluate(expression, operands),
      told: ({ path }) => this.#told.has(path),
    })
    if (!why) return
    this.#told.add(cell.path)
    const blank = why.blank.map((name) => this.#cells.labelOf(formula.operands.get(name) ?? name))
    const words = { label: this.#cells.label(cell), formula: this.#inWords(formula), blank: blank.join(', ') }
    this.#report.add('not-computed', why.at, words, listColumn(cell))
  }

  /**
   * The figures of a column that add up, already one where they do.
   * @param except the row that asks, which is no part of its own sum
   */
  #column(block: BlockCells, column: string, except?: Line): readonly Amount[] {
    const key = `${block.path}.${column}`
    const isShared = !except || !countsInSum(except.row, column)
    const known = isShared ? this.#sums.get(key) : undefined
    if (known) return known
    const own = block.counting(column).flatMap((line) => {
      return (line === except ? undefined : this.#amount(block.cell(line, column))) ?? []
    })
    const result = [...own, ...this.#listed(block, column)].reduce(added, [])
    if (isShared) this.#sums.set(key, result)
    return result
  }

  /** The figures of a list's column: those that are only written were added up when they were read. */
  #listed(block: BlockCells, column: string): readonly Amount[] {
    if (!block.computedInList.includes(column)) return this.#filled.lists.get(block.path)?.sums.of(column) ?? []
    const key = `${block.path}[].${column}`
    const known = this.#sums.get(key)
    if (known) return known
    let amounts: readonly Amount[] = []
    for (const line of block.listed) {
      const cell = block.cell(line, column)
      const amount = this.#amount(cell)
      this.#passed.delete(cell.path)
      if (amount) amounts = added(amounts, amount)
    }
    this.#sums.set(key, amounts)
    return amounts
  }
}

/** Of a cell in the rows of a list its column, of which the same may be said many times. */
const listColumn = ({ within }: Cell): string | undefined =>
  within?.line.of === 'list' ? `${within.block.path}.${within.column}` : undefined
