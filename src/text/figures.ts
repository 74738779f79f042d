import Big from 'big.js'

const Decimal = Big()
Decimal.DP = 30

/** An exact decimal as a person writes it: no grouping, no exponent, no unit. */
export const figurePattern = /^-?\d+(\.\d+)?$/

export interface FigureStyle {
  /** Places that are always printed; absent: as many as were written. */
  readonly decimals?: number
  /** Thousands parted by commas. */
  readonly grouping?: boolean
  /** How a figure below zero is marked; absent: by a minus. */
  readonly negative?: 'minus' | 'brackets'
}

/** Decimal places of a figure as written. */
export const decimalsOf = (figure: string): number => {
  const point = figure.indexOf('.')
  return point < 0 ? 0 : figure.length - point - 1
}

/**
 * The figures in a printed text, each with its sign, the brackets of a negative one, its per cent, and the mark of a
 * range, which begins no line.
 */
export const figuresIn = (text: string): string[] =>
  text.match(/[-+(]?\d[\d,]*(?:\.\d+)?[)%‰]?(?:[～〜–－](?=\d))?/g) ?? []

/** Prints a figure: padded to its places, grouped where the form asks. Digits are never dropped. */
export function printFigure(figure: string, { decimals = 0, grouping = false, negative }: FigureStyle): string {
  const sign = figure.startsWith('-') ? '-' : ''
  if (!grouping && decimalsOf(figure) >= decimals && (sign === '' || negative !== 'brackets')) return figure
  const [whole = '', places = ''] = figure.slice(sign.length).split('.')
  const padded = places.padEnd(decimals, '0')
  const grouped = grouping ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  const digits = grouped + (padded === '' ? '' : `.${padded}`)
  return sign !== '' && negative === 'brackets' ? `(${digits})` : sign + digits
}

/** Spreadsheets hold 15 significant digits: a longer figure would be changed without a word. */
export const mostDigits = 15

/**
 * Whether a spreadsheet shows the figure as a number just as it was written: it keeps {@link mostDigits}, drops zeros in
 * front, knows no negative zero, and formats at most 30 places.
 */
export const isKept = (figure: string): boolean =>
  /^-?(0|[1-9]\d*)(\.\d{1,30})?$/.test(figure) &&
  !/^-[0.]*$/.test(figure) &&
  (figure.length <= mostDigits || significantDigits(figure) <= mostDigits)

/** The number format, in the notation of spreadsheets, that prints a figure as {@link printFigure} does. */
export function figureFormat(figure: string, { decimals = 0, grouping = false, negative }: FigureStyle): string {
  const places = Math.max(decimals, decimalsOf(figure))
  const format = (grouping ? '#,##0' : '0') + (places > 0 ? `.${'0'.repeat(places)}` : '')
  return negative === 'brackets' ? `${format}_);(${format})` : format
}

/** Digits that count, without sign, point and leading zeros. */
export const significantDigits = (figure: string): number => figure.replace(/[-.]/g, '').replace(/^0+/, '').length

/**
 * A figure in another unit of its quantity, exactly.
 * @param from how many of the quantity's base unit its unit is @param to the same of the unit wanted; exact decimals
 * @returns undefined where the result is no finite decimal (or one of more than 30 places)
 */
export function convertedFigure(figure: string, from: string, to: string): string | undefined {
  if (new Decimal(from).eq(to)) return figure
  const inBase = new Decimal(figure).times(from)
  const result = inBase.div(to)
  if (!result.times(to).eq(inBase)) return undefined
  // 2603286.0 度 was stated to the tenth, and so is 260.32860 万度: noughts behind the point say how exact a figure is.
  const shift = powerOfTen(from, to)
  const places = decimalsOf(figure)
  return shift === undefined || places === 0 ? result.toFixed() : result.toFixed(Math.max(0, places - shift))
}

/** By how many places the point moves; undefined where the units are not apart by a power of ten. */
function powerOfTen(from: string, to: string): number | undefined {
  const noughts = (ratio: Big): number | undefined => /^1(0*)$/.exec(ratio.toFixed())?.[1]?.length
  const down = noughts(new Decimal(to).div(from))
  return noughts(new Decimal(from).div(to)) ?? (down === undefined ? undefined : -down)
}
