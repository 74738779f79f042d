import type { Diagnostics, Span } from '../diagnostics/index.ts'
import type { Ask, Unit, Value } from '../model/index.ts'
import { decimalsOf } from '../text/figures.ts'
import { type Amount, converted, exactPlaces, type Figure, figure, rounded } from './arithmetic.ts'

export interface Settling {
  readonly stated: Value | undefined
  readonly result: Amount
  readonly ask: Ask
  /** Of the cell; a quantity brings its own. */
  readonly unit?: Unit
  /** Where the figure's formula stands, for what nobody wrote. */
  readonly at: Span | undefined
  readonly report: Diagnostics
  /** Of the list whose rows all have this cell; absent where there is one such cell. */
  readonly column?: string
  /** The labels of the cell. */
  label(): string
  /** How the result came about, in the form's labels. */
  words(): string
  set(value: Value): void
}

/**
 * What is not stated is filled in; what is stated is compared, in its own unit, within the tolerance that the form gives
 * or what rounding leaves open.
 */
export function settle(settling: Settling): void {
  const { stated, result, ask } = settling
  const isQuantity = ask.type === 'quantity'
  const unit = isQuantity ? stated?.unit : settling.unit
  const fits = unit && result.unit ? converted(result, unit) : result
  // Of units that the form itself declares the definition has been checked.
  const fitted = fits ?? (isQuantity || result.written ? undefined : result)
  if (stated === undefined) {
    if (fitted) fill(settling, fitted)
  } else if (stated.figure !== undefined && !stated.computed) compare(settling, stated, stated.figure, fitted)
}

function fill({ ask, at, label, words, report, column, set }: Settling, result: Amount): void {
  const exact = exactPlaces(result.value)
  const whole = ask.type === 'count' && exact === 0
  const places = ask.decimals ?? (whole ? 0 : result.endless ? 2 : Math.max(result.places, exact))
  const digits = rounded(result.value, places)
  const unit = ask.type === 'quantity' ? result.unit : undefined
  // What a person would look at, where something comes of this figure that cannot be.
  const origin = result.at ? { at: result.at } : {}
  set({ text: withUnit(digits, unit), figure: digits, computed: true, ...(unit ? { unit } : {}), ...origin })
  const allowed = outOfRange(figure(digits), ask)
  if (allowed === undefined) return
  const said = { label: label(), computed: digits, formula: words(), allowed }
  report.add('computed-out-of-range', result.at ?? at, said, column)
}

/** What the cell takes, where a computed figure is not of it. */
function outOfRange(value: Figure, { type, min, max }: Ask): string | undefined {
  if (type === 'count' && (value.lt(0) || !value.round(0, 0).eq(value))) return '0, 1, 2, …'
  if (min !== undefined && value.lt(min)) return `≥ ${min}`
  return max !== undefined && value.gt(max) ? `≤ ${max}` : undefined
}

function compare(settling: Settling, value: Value, stated: string, result: Amount | undefined): void {
  const { ask, at, label, words, report, column } = settling
  const tell = (computed: string, difference: string): void =>
    report.add(
      'total-differs',
      value.at ?? at,
      { label: label(), stated: withUnit(stated, value.unit), computed, difference, formula: words() },
      column,
    )
  if (!result) {
    // 度 where the rows have 吨: no difference can be worked out.
    const { value: amount, unit } = settling.result
    return tell(withUnit(amount.toFixed(), unit), '—')
  }
  const given = figure(stated)
  const printed = ask.decimals ?? (ask.type === 'count' ? 0 : undefined)
  const rounds = result.endless || (printed !== undefined && exactPlaces(result.value) > printed)
  // What was rounded may be off by what its last place leaves open.
  const open = rounds ? figure('0.5').times(figure('10').pow(-(printed ?? decimalsOf(stated)))) : figure('0')
  const tolerance = figure(ask.tolerance ?? '0')
  if (
    given
      .minus(result.value)
      .abs()
      .lte(tolerance.gt(open) ? tolerance : open)
  )
    return
  const places = Math.max(ask.decimals ?? 2, decimalsOf(stated))
  const computed = rounds ? rounded(result.value, places) : result.value.toFixed()
  const unit = value.unit && result.unit
  tell(withUnit(computed, unit), withUnit(given.minus(computed).toFixed(), unit))
}

const withUnit = (digits: string, unit: Unit | undefined): string => (unit ? `${digits} ${unit.name}` : digits)
