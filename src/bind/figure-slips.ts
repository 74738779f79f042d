import type { Ask, Unit } from '../model/index.ts'
import { folded } from '../text/characters.ts'
import { figurePattern } from '../text/figures.ts'
import { converted, figure } from './arithmetic.ts'

/** What is wrong with a text that is no figure, and the figure that it says where there is only one. */
export interface Slip {
  /** A key of the vocabulary of messages. */
  readonly advice: string
  /** Empty where nobody can know. */
  readonly nearest: string
}

/** What people write where there is no figure. */
const none = /^([-—–―−/\\*.…]+|无|暂无|没有|不适用|n\/?a|nil|none|null)$/i
const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/
const measured = /^(-?\d[\d,]*(?:\.\d+)?)([百千万亿]*)(.*)$/
const scales: Readonly<Record<string, string>> = {
  百: '100',
  千: '1000',
  万: '10000',
  百万: '1000000',
  千万: '10000000',
  亿: '100000000',
}

/**
 * Explains a text that is no figure: 1,234 and １２ are figures written otherwise, 3千克 where 吨 are asked is 0.003. Only
 * proposed, never taken: who wrote it decides.
 */
export function figureSlip(text: string, { unit }: Pick<Ask, 'unit'>, units: ReadonlyMap<string, Unit>): Slip {
  const plain = folded(text).replace(/^\+/, '')
  if (none.test(plain)) return { advice: 'no figure', nearest: '' }
  if (grouped.test(plain)) return { advice: 'separators', nearest: plain.replaceAll(',', '') }
  const whole = plain.replace(/^(-?)\./, '$10.').replace(/\.$/, '')
  if (figurePattern.test(whole)) return { advice: 'plain digits', nearest: whole }
  const [, digits, scale = '', name = ''] = measured.exec(plain) ?? []
  if (digits === undefined || (scale === '' && !/\p{L}|%|‰/u.test(name))) return { advice: 'digits', nearest: '' }
  return { advice: 'unit', nearest: inUnit(digits.replaceAll(',', ''), scale, name, unit, units) }
}

/** The same figure in the unit that is asked; empty where the text may mean several, or something else. */
function inUnit(
  digits: string,
  scale: string,
  name: string,
  unit: Unit | undefined,
  units: ReadonlyMap<string, Unit>,
): string {
  const own = units.get(scale + name)
  if (own && unit) {
    // 30家 where 个 are asked: things are counted one by one, whatever they are called.
    if (own.counts && unit.counts) return digits
    const amount = { value: figure(digits), unit: own, written: true, places: 0, endless: false }
    const found = converted(amount, unit)
    return found && !found.endless ? found.value.toFixed() : ''
  }
  const factor = scales[scale]
  // 2000万 where 万元 are asked may mean either.
  const isPlain = name === '' || (unit !== undefined && name === unit.name)
  return factor !== undefined && isPlain && !/^[百千万亿]/.test(unit?.name ?? '')
    ? figure(digits).times(factor).toFixed()
    : ''
}
