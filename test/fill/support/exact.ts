/** An exact fraction. */
export interface Exact {
  readonly over: bigint
  readonly under: bigint
}

/** @param text a decimal: `-1234.50` */
export function exact(text: string): Exact {
  const [whole = '', places = ''] = text.split('.')
  return { over: BigInt(whole + places), under: 10n ** BigInt(places.length) }
}

export const plus = (a: Exact, b: Exact): Exact => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
})
export const minus = (a: Exact, b: Exact): Exact => plus(a, { over: -b.over, under: b.under })
export const times = (a: Exact, b: Exact): Exact => ({ over: a.over * b.over, under: a.under * b.under })

/** Undefined for a division by zero. */
export function dividedBy(a: Exact, b: Exact): Exact | undefined {
  if (b.over === 0n) return undefined
  const sign = b.over < 0n ? -1n : 1n
  return { over: sign * a.over * b.under, under: sign * a.under * b.over }
}

/** With so many decimal places, half away from zero. */
export function rounded({ over, under }: Exact, places: number): string {
  const scaled = (over < 0n ? -over : over) * 10n ** BigInt(places)
  const digits = String((2n * scaled + under) / (2n * under)).padStart(places + 1, '0')
  const sign = over < 0n && /[1-9]/.test(digits) ? '-' : ''
  const whole = digits.slice(0, digits.length - places)
  return sign + whole + (places > 0 ? `.${digits.slice(digits.length - places)}` : '')
}

export const placesOf = (text: string): number => text.split('.')[1]?.length ?? 0
