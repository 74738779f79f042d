/** ECMA-376 18.8.30: the formats every program knows by number, as far as forms use them. */
const builtIn: Readonly<Record<number, string>> = { 0: 'General', 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00' }

/** What the workbook says of its number formats: its own, by id. */
export type FormatCodes = ReadonlyMap<number, string>

/** @throws Error for an id that neither the workbook nor every program knows */
export function formatCode(id: number, own: FormatCodes): string {
  const code = own.get(id) ?? builtIn[id]
  if (code === undefined) throw new Error(`there is no number format ${id}`)
  return code
}

/**
 * What a spreadsheet shows for a number: the places and the grouping of its format, `0`, `0.000`, `#,##0`, `#,##0.00`;
 * General shows it without zeros at its end. `_` and the character behind it are room; after `;` stands the format of
 * figures below zero.
 * @param value as the file writes it, which must be a decimal that a double keeps: at most 15 digits
 * @throws Error for another number or another format
 */
export function shownNumber(value: string, formatted: string): string {
  const [above = '', below] = formatted.replace(/_./g, '').split(';')
  if (below !== undefined && value.startsWith('-')) return below.replace(above, shownNumber(value.slice(1), above))
  const code = above
  const [, sign, units, parts = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? []
  if (units === undefined) throw new Error(`${value} is no decimal`)
  if ((units + parts).replace(/^0+/, '').length > 15) throw new Error(`${value} has more digits than a double keeps`)
  const whole = units.replace(/^0+(?=\d)/, '')
  if (code === 'General') return shown(sign, whole, parts.replace(/0+$/, ''))
  const [, grouping, places = ''] = /^(#,##)?0(?:\.(0+))?$/.exec(code) ?? []
  if (!/^(#,##)?0(\.0+)?$/.test(code)) throw new Error(`the number format ${code} is not known`)
  const [left, right] = rounded(whole, parts, places.length)
  return shown(sign, grouping === undefined ? left : left.replace(/\B(?=(\d{3})+$)/g, ','), right)
}

/** Half goes away from zero. */
function rounded(whole: string, parts: string, places: number): [string, string] {
  const up = Number(parts[places] ?? 0) >= 5 ? 1n : 0n
  const digits = String(BigInt(whole + parts.padEnd(places, '0').slice(0, places)) + up).padStart(places + 1, '0')
  return [digits.slice(0, digits.length - places), digits.slice(digits.length - places)]
}

/** Nothing is less than zero: -0.00 shows as 0.00. */
const shown = (sign: string | undefined, left: string, right: string): string =>
  (/[1-9]/.test(left + right) ? sign : '') + left + (right === '' ? '' : `.${right}`)
