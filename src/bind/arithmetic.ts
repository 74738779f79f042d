import Big from 'big.js'
import type { Span } from '../diagnostics/index.ts'
import type { Ask, Expression, Unit, Value } from '../model/index.ts'
import { decimalsOf } from '../text/figures.ts'

// big.js: exact decimals, small, no dependencies. Quotients have 30 places, far beyond what any form prints.
const Decimal = Big()
Decimal.DP = 30

export type Figure = Big

export const figure = (text: string): Figure => new Decimal(text)

/** Half away from zero, as people round; what rounds to nothing has no sign. */
export const rounded = (value: Figure, places: number): string => value.toFixed(places, 1).replace(/^-(?=[0.]*$)/, '')

/** Decimal places that the exact value needs. */
export const exactPlaces = (value: Figure): number => decimalsOf(value.toFixed())

/** A figure with what is known of it. */
export interface Amount {
  readonly value: Figure
  readonly unit?: Unit
  /** The filler wrote the unit with it: unlike a column's unit, nobody has checked that it fits the others. */
  readonly written: boolean
  /** Decimal places of what it was worked out from: 1.50 + 2.50 is 4.00. */
  readonly places: number
  /** A quotient has endless places: it is rounded where it is printed. */
  readonly endless: boolean
  /** Where the first of the figures that it comes from was written. */
  readonly at?: Span
}

/** What a name stands for: one figure, or all figures that it means within a `sum`. */
export interface Operands {
  one(name: string): Amount | undefined
  /** @param alone the only operand of its `sum` */
  all(name: string, alone: boolean): readonly Amount[]
  /** Takes note of a figure that is zero and was to divide another: nothing comes of that. */
  byZero(divisor: Amount): void
  /** Takes note of figures whose units do not go together: nothing comes of them. */
  unlike(amounts: readonly Amount[]): void
}

/**
 * Works a formula out. `+ - * /` with a blank operand is undecided: nothing comes of it. `sum` skips blanks; of blanks
 * alone it is blank. Written units are converted; of unlike ones nothing comes.
 */
export function evaluate(expression: Expression, operands: Operands): Amount | undefined {
  switch (expression.kind) {
    case 'number': {
      const value = figure(expression.value)
      return { value, written: false, places: 0, endless: false }
    }
    case 'name':
      return operands.one(expression.name)
    case 'call': {
      const alone = expression.operands.length === 1
      const amounts = expression.operands.flatMap((operand) => summands(operand, alone, operands))
      const total = sum(amounts)
      if (!total && amounts.length > 1) operands.unlike(amounts)
      return total
    }
    case 'operation': {
      const [left, right] = expression.operands.map((operand) => evaluate(operand, operands))
      if (!left || !right) return undefined
      if (expression.operator === '/' && right.value.eq(0)) {
        operands.byZero(right)
        return undefined
      }
      const result = operations[expression.operator](left, right)
      if (!result) operands.unlike([left, right])
      return result
    }
  }
}

function summands(expression: Expression, alone: boolean, operands: Operands): readonly Amount[] {
  if (expression.kind === 'name') return operands.all(expression.name, alone)
  const amount = evaluate(expression, operands)
  return amount ? [amount] : []
}

/** The sum in the unit of the first; undefined of none, and of unlike units. */
export function sum(amounts: readonly Amount[]): Amount | undefined {
  let total = amounts[0]
  for (let n = 1; n < amounts.length && total; n++) total = operations['+'](total, amounts[n] as Amount)
  return total
}

/** Amounts with one more: those of alike units are one already. */
export function added(amounts: readonly Amount[], amount: Amount): Amount[] {
  for (const [n, known] of amounts.entries()) {
    const total = sum([known, amount])
    if (total) return amounts.with(n, total)
  }
  return [...amounts, amount]
}

/** @param unit of the cell; a quantity has its own */
export function amountOf(value: Value, { type }: Ask, unit: Unit | undefined): Amount | undefined {
  if (value.figure === undefined) return undefined
  const written = type === 'quantity'
  const own = written ? value.unit : unit
  return {
    value: figure(value.figure),
    ...(own ? { unit: own } : {}),
    written,
    places: decimalsOf(value.figure),
    endless: false,
    ...(value.at ? { at: value.at } : {}),
  }
}

type Operation = (left: Amount, right: Amount) => Amount | undefined

const operations: Readonly<Record<'+' | '-' | '*' | '/', Operation>> = {
  '+': (left, right) => {
    const other = toAdd(right, left)
    return other && joined(left, other, left.value.plus(other.value), left.unit ?? other.unit)
  },
  '-': (left, right) => {
    const other = toAdd(right, left)
    return other && joined(left, other, left.value.minus(other.value), left.unit ?? other.unit)
  },
  '*': (left, right) => {
    const value = left.value.times(right.value)
    if (!isMeasured(left) && !isMeasured(right)) return joined(left, right, value)
    if (isScalar(right)) return joined(left, right, value, left.unit)
    return isScalar(left) ? joined(left, right, value, right.unit) : undefined
  },
  '/': (left, right) => {
    const endless = true
    if (!isMeasured(left) && !isMeasured(right)) return { ...joined(left, right, left.value.div(right.value)), endless }
    if (isScalar(right)) return { ...joined(left, right, left.value.div(right.value), left.unit), endless }
    const other = left.unit && right.unit && converted(right, left.unit)
    return other && { ...joined(left, other, left.value.div(other.value)), written: false, endless }
  },
}

const joined = (left: Amount, right: Amount, value: Figure, unit?: Unit): Amount => {
  const at = left.at ?? right.at
  return {
    value,
    ...(unit ? { unit } : {}),
    written: unit !== undefined && (left.written || right.written),
    places: Math.max(left.places, right.places),
    endless: left.endless || right.endless,
    ...(at ? { at } : {}),
  }
}

const isMeasured = ({ written, unit }: Amount): boolean => written && unit !== undefined
const isScalar = ({ written, unit }: Amount): boolean =>
  unit === undefined ? true : !written && unit.quantity === 'ratio'

/** In the unit of what it is added to; of a written unit and none, nobody knows whether they are alike. */
function toAdd(amount: Amount, { unit, written }: Amount): Amount | undefined {
  if (unit && amount.unit) return converted(amount, unit)
  return unit === amount.unit || !(written || amount.written) ? amount : undefined
}

/** The same in another unit; undefined where that measures something else. */
export function converted(amount: Amount, to: Unit): Amount | undefined {
  const { unit: from, value } = amount
  if (!from || (from.quantity === to.quantity && from.factor === to.factor)) return { ...amount, unit: to }
  if (from.quantity !== to.quantity) return undefined
  const inBase = value.times(from.factor)
  const result = inBase.div(to.factor)
  const exact = result.times(to.factor).eq(inBase)
  return {
    ...amount,
    value: result,
    unit: to,
    places: exact ? exactPlaces(result) : amount.places,
    endless: amount.endless || !exact,
  }
}
