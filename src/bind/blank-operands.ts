import type { Span } from '../diagnostics/index.ts'
import { type Expression, type Formula, valueInRow } from '../model/index.ts'
import type { Amount } from './arithmetic.ts'
import type { Cell } from './form-cells.ts'

/** Why nothing came of a formula that was begun. */
export interface Unfinished {
  /** Where the first of its figures was written. */
  readonly at: Span
  /** Names in the formula of what is blank, as they stand there. */
  readonly blank: readonly string[]
}

/** How the names of a formula are read. */
export interface Reading {
  named(name: string): Cell | undefined
  /** Whether a name in a `sum` means a whole column. @param alone the only operand of its `sum` */
  isWhole(name: string, alone: boolean): boolean
  amount(expression: Expression): Amount | undefined
  /** That this cell is empty was told: what hangs on it need not be. */
  told(cell: Cell): boolean
}

/** What must have a figure for anything to come of a formula: a name, or a whole `sum`, which skips blanks by itself. */
interface Needed {
  readonly names: readonly string[]
  /** Without those of whole columns. */
  readonly cells: readonly Cell[]
  readonly amount: Amount | undefined
  readonly isSum: boolean
}

/**
 * Looks why a cell stays empty: some of what its formula needs is written and some is blank. Undefined where nothing was
 * begun (an empty row of a list has only figures from elsewhere), and where what is blank cannot be written.
 */
export function unfinished({ expression }: Formula, cell: Cell, reading: Reading): Unfinished | undefined {
  if (expression.kind === 'call') return undefined
  const needed = neededIn(expression).map((each) => need(each, reading))
  const own = needed.filter(({ cells }) => cells.some((other) => isBeside(other, cell)))
  const at = (own.length > 0 ? own : needed).find(({ amount }) => amount?.at !== undefined)?.amount?.at
  if (at === undefined) return undefined
  const blank = needed.filter(({ amount }) => amount === undefined)
  const cells = blank.flatMap((each) => each.cells)
  if (blank.some((each) => !each.isSum && each.cells.every(isClosed))) return undefined
  if (cells.length > 0 && cells.every((other) => reading.told(other))) return undefined
  const names = [...new Set(blank.flatMap((each) => each.names))]
  return names.length > 0 ? { at, blank: names } : undefined
}

function neededIn(expression: Expression): Expression[] {
  if (expression.kind === 'operation') return expression.operands.flatMap(neededIn)
  return expression.kind === 'number' ? [] : [expression]
}

function need(expression: Expression, reading: Reading): Needed {
  const names = namesIn(expression)
  const isSum = expression.kind === 'call'
  const alone = isSum && expression.operands.length === 1
  const single = isSum ? names.filter((name) => !reading.isWhole(name, alone)) : names
  return {
    names,
    cells: single.flatMap((name) => reading.named(name) ?? []),
    amount: reading.amount(expression),
    isSum,
  }
}

function namesIn(expression: Expression): string[] {
  if (expression.kind === 'name') return [expression.name]
  return expression.kind === 'number' ? [] : expression.operands.flatMap(namesIn)
}

/** In the row or in the column of a cell; a field has neither. */
function isBeside({ within: other }: Cell, { within }: Cell): boolean {
  if (!within || other?.block.path !== within.block.path) return false
  return other.line.path === within.line.path || other.column === within.column
}

function isClosed({ within, ask }: Cell): boolean {
  const column = within?.block.columns.get(within.column)
  const value = within && column ? valueInRow(column, within.line.row, within.column) : ask.value
  return value?.kind === 'closed' || column?.given === true
}
