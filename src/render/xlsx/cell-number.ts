import type { Figure } from '../../model/index.ts'

/** A workbook's numbers are doubles: Excel keeps this many significant digits and makes the rest zeros. */
const MOST_DIGITS = 15

/**
 * A figure as `<v>`: its exact decimal as it is, never through a float, so that `0.10` is not `0.1`.
 * @param where what to call the cell in an error
 * @throws Error naming the cell when the figure is no decimal or has more digits than Excel keeps
 */
export function numberValue({ value }: Figure, where: string): string {
  const digits = /^-?(\d+)(?:\.(\d+))?$/.exec(value)
  if (digits === null) throw new Error(`${where}: ${value} is no decimal`)
  const significant = `${digits[1]}${digits[2] ?? ''}`.replace(/^0+/, '')
  if (significant.length > MOST_DIGITS)
    throw new Error(`${where}: ${value} has ${significant.length} digits; a workbook keeps at most ${MOST_DIGITS}`)
  return `<v>${value}</v>`
}
