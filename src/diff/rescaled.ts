import Big from 'big.js'
import type { Unit } from '../model/index.ts'
import { decimalsOf } from '../text/figures.ts'
import type { Fact } from './facts.ts'

type Facts = ReadonlyMap<string, Fact>

/** Whether figures in one unit are converted to the other. */
export const isRescaled = (was: Unit | undefined, is: Unit | undefined): boolean =>
  was !== undefined && is !== undefined && was.quantity === is.quantity && !new Big(was.factor).eq(is.factor)

/**
 * What is said of figures in both editions, to be compared where the unit is another measure of the same quantity:
 * bounds and tolerances as the amounts that they are, decimals as those that old figures have once they are converted.
 * Each is shown with its unit.
 */
export function inOneMeasure(was: Facts, is: Facts): readonly [was: Facts, is: Facts] {
  const [from, to] = [was.get('unit')?.unit, is.get('unit')?.unit]
  if (!from || !to || !isRescaled(from, to)) return [was, is]
  const places = (text: string): string => String(convertedPlaces(Number(text), from, to))
  return [measured(was, from, places), measured(is, to, (text) => text)]
}

function measured(facts: Facts, { factor, symbol }: Unit, places: (decimals: string) => string): Facts {
  const amount = (text: string): string => (text === '' ? '' : new Big(text).times(factor).toFixed())
  const shownIn = facts.get('unit')?.shown ?? symbol
  const own = new Map(facts)
  for (const [slot, fact] of facts) {
    const { aspect, key, shown } = fact
    if (aspect === 'range' || aspect === 'tolerance')
      own.set(slot, { ...fact, key: key.split(' ').map(amount).join(' '), shown: `${shown} ${shownIn}` })
    else if (aspect === 'decimals') own.set(slot, { ...fact, key: places(key), shown: `${shown} (${shownIn})` })
  }
  return own
}

/**
 * Decimal places that figures of so many places have in another unit. Those that do not come out even have no figure
 * there at all: they say nothing of the places.
 */
function convertedPlaces(decimals: number, from: Unit, to: Unit): number {
  const { even } = quotient(from.factor, to.factor)
  return decimalsOf(new Big(`1e-${decimals}`).times(even).toFixed())
}

/** What old figures are multiplied by: the exact decimal, else a fraction in whole numbers. */
export function ratio(of: string, by: string): string {
  const { even, rest, fraction } = quotient(of, by)
  return rest === 1n ? even : fraction
}

/** A quotient as a fraction in lowest terms; `rest`: what of the divisor no power of ten has; `even`: without that. */
function quotient(of: string, by: string): { readonly even: string; readonly rest: bigint; readonly fraction: string } {
  const scale = new Big(10).pow(Math.max(...[of, by].map((one) => decimalsOf(new Big(one).toFixed()))))
  let [a, b] = [of, by].map((one) => BigInt(new Big(one).times(scale).toFixed())) as [bigint, bigint]
  const common = divisor(a, b)
  a /= common
  b /= common
  let decimals = 0
  let rest = b
  for (const prime of [2n, 5n]) {
    let times = 0
    for (; rest % prime === 0n; rest /= prime) times++
    decimals = Math.max(decimals, times)
  }
  const even = new Big(`${(a * 10n ** BigInt(decimals)) / (b / rest)}e-${decimals}`).toFixed()
  return { even, rest, fraction: `${a}/${b}` }
}

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b))
