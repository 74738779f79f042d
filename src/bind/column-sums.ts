import { type Ask, cellUnit, type Unit, type Value } from '../model/index.ts'
import { decimalsOf } from '../text/figures.ts'
import { type Amount, added, amountOf, figure } from './arithmetic.ts'
import type { ListPlace } from './list-lines.ts'

/** Adds up the figures of a list's columns while its rows pass; a column whose units differ has an amount of each kind. */
export class ColumnSums {
  readonly #columns = new Map<string, ColumnSum>()

  constructor({ block, leaves }: ListPlace) {
    for (const { column, path } of leaves)
      this.#columns.set(path, new ColumnSum(column.ask, cellUnit(block, undefined, column)))
  }

  see(column: string, value: Value): void {
    if (value.figure !== undefined) this.#columns.get(column)?.see(value, value.figure)
  }

  of(column: string): readonly Amount[] {
    return this.#columns.get(column)?.amounts ?? []
  }
}

/** A figure of so many characters is an exact integer once its point is left out, and so is the sum of a thousand. */
const fewDigits = 12

class ColumnSum {
  readonly #ask: Ask
  readonly #unit: Unit | undefined
  #amounts: readonly Amount[] = []
  /** By decimal places: the sum of the short figures since the last that was long, as integers, and of how many. */
  #short: { sum: number; count: number; first: Value }[] = []

  constructor(ask: Ask, unit: Unit | undefined) {
    this.#ask = ask
    this.#unit = unit
  }

  see(value: Value, digits: string): void {
    if (this.#ask.type === 'quantity' || digits.length > fewDigits) {
      this.#settle()
      const amount = amountOf(value, this.#ask, this.#unit)
      if (amount) this.#amounts = added(this.#amounts, amount)
      return
    }
    const places = decimalsOf(digits)
    const whole = Number(places === 0 ? digits : digits.replace('.', ''))
    const known = this.#short[places]
    if (known === undefined) this.#short[places] = { sum: whole, count: 1, first: value }
    else {
      known.sum += whole
      if (++known.count === 1000) this.#settle()
    }
  }

  #settle(): void {
    for (const [places, known] of this.#short.entries()) {
      if (!known) continue
      const { sum, first } = known
      const amount = amountOf(first, this.#ask, this.#unit) as Amount
      const value = figure(String(sum)).div(figure(`1${'0'.repeat(places)}`))
      this.#amounts = added(this.#amounts, { ...amount, value })
    }
    this.#short = []
  }

  get amounts(): readonly Amount[] {
    this.#settle()
    return this.#amounts
  }
}
