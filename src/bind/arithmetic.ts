import Big from 'big.js'
import type { Expression } from '../model/index.ts'

// big.js: exact decimals, small, no dependencies. Quotients have 30 places, far beyond what any form prints.
const Decimal = Big()
Decimal.DP = 30

export type Figure = Big

export const figure = (text: string): Figure => new Decimal(text)

/** Half away from zero, as people round; what rounds to nothing has no sign. */
export const rounded = (value: Figure, places: number): string => value.toFixed(places, 1).replace(/^-(?=[0.]*$)/, '')

/** What a name stands for: one figure, all figures of a column, or nothing that is filled in. */
export interface Operands {
  one(name: string): Figure | undefined
  all(name: string): readonly Figure[]
}

/** A quotient has endless places: it is rounded where it is printed. */
export const divides = (expression: Expression): boolean =>
  expression.kind === 'operation' && (expression.operator === '/' || expression.operands.some(divides))

/**
 * Works a formula out. `+ - * /` with a blank operand is undecided: nothing comes of it. `sum` skips blanks; of blanks
 * alone it is blank.
 */
export function evaluate(expression: Expression, operands: Operands): Figure | undefined {
  switch (expression.kind) {
    case 'number':
      return figure(expression.value)
    case 'name':
      return operands.one(expression.name)
    case 'call':
      return sum(expression.operands.flatMap((operand) => summands(operand, operands)))
    case 'operation': {
      const [left, right] = expression.operands.map((operand) => evaluate(operand, operands))
      if (left === undefined || right === undefined) return undefined
      if (expression.operator === '+') return left.plus(right)
      if (expression.operator === '-') return left.minus(right)
      if (expression.operator === '*') return left.times(right)
      return right.eq(0) ? undefined : left.div(right)
    }
  }
}

function summands(expression: Expression, operands: Operands): readonly Figure[] {
  if (expression.kind === 'name') return operands.all(expression.name)
  const value = evaluate(expression, operands)
  return value === undefined ? [] : [value]
}

export const sum = (figures: readonly Figure[]): Figure | undefined =>
  figures.length === 0 ? undefined : figures.reduce((total, each) => total.plus(each))
