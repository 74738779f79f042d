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
const withCommas = /^-?(\d+|\d{1,3}(\.\d{3})+),\d+$/
const bracketed = /^\((\d[\d,]*(?:\.\d+)?)\)$/
/** A sign of money stands before the figure. */
const priced = /^(-?)([$¥€£])(.+)$/
const measured = /^(-?\d[\d,]*(?:\.\d+)?)([百千万亿]*)(.*)$/
const scales: Readonly<Record<string, string>> = {
  百: '100',
  千: '1000',
  万: '10000',
  百万: '1000000',
  千万: '10000000',
  亿: '100000000',
}

const englishScales: Readonly<Record<string, string>> = {
  K: '1000',
  k: '1000',
  thousand: '1000',
  M: '1000000',
  million: '1000000',
  B: '1000000000',
  bn: '1000000000',
  billion: '1000000000',
}
const englishScale = /^(thousand|million|billion|bn|[KkMB])(.*)$/

/** What a figure is asked in, and how it is printed. */
export type FigureAsk = Pick<Ask, 'unit' | 'negative'>

/**
 * Explains a text that is no figure: 1,234 and １２ are figures written otherwise, 3千克 where 吨 are asked is 0.003. Only
 * proposed, never taken: who wrote it decides.
 */
export function figureSlip(text: string, { unit, negative }: FigureAsk, units: ReadonlyMap<string, Unit>): Slip {
  const plain = folded(text).replace(/^\+/, '')
  if (none.test(plain)) return { advice: 'no figure', nearest: '' }
  if (grouped.test(plain)) return { advice: 'separators', nearest: ungrouped(plain) }
  if (withCommas.test(plain)) return { advice: 'decimal comma', nearest: plain.replaceAll('.', '').replace(',', '.') }
  const [, inBrackets] = bracketed.exec(plain) ?? []
  if (inBrackets !== undefined)
    return { advice: 'minus', nearest: negative === 'brackets' ? `-${ungrouped(inBrackets)}` : '' }
  const whole = plain.replace(/^(-?)\./, '$10.').replace(/\.$/, '')
  if (figurePattern.test(whole)) return { advice: 'plain digits', nearest: whole }
  const amount = plain.replace(priced, (_, sign: string, money: string, rest: string) => sign + rest + moneyName(money))
  const [, digits, scale = '', name = ''] = measured.exec(amount) ?? []
  if (digits === undefined || (scale === '' && !/[\p{L}$€£]|%|‰/u.test(name))) return { advice: 'digits', nearest: '' }
  return { advice: 'unit', nearest: inUnit(ungrouped(digits), scale, name, unit, units) }
}

const ungrouped = (digits: string): string => digits.replaceAll(',', '')

const moneyName = (sign: string): string => (sign === '¥' ? '元' : sign)

/** The same figure in the unit that is asked; empty where the text may mean several, or something else. */
function inUnit(
  digits: string,
  scale: string,
  name: string,
  unit: Unit | undefined,
  units: ReadonlyMap<string, Unit>,
): string {
  const own = unitCalled(scale + name, unit, units)
  if (own && unit) {
    // 30家 where 个 are asked: things are counted one by one, whatever they are called.
    if (own.counts && unit.counts) return digits
    const amount = { value: figure(digits), unit: own, written: true, places: 0, endless: false }
    const found = converted(amount, unit)
    if (found && !found.endless) return own.name === unit.name ? digits : found.value.toFixed()
    return ''
  }
  const [, word = '', rest = ''] = (scale === '' && englishScale.exec(name)) || []
  const factor = scales[scale] ?? englishScales[word]
  const called = word === '' ? name : rest
  // 2000万 where 万元 are asked may mean either.
  const isPlain = called === '' || (unit !== undefined && unitCalled(called, unit, units)?.name === unit.name)
  return factor !== undefined && isPlain && !/^[百千万亿]|\d,\d/.test(unit?.name ?? '')
    ? figure(digits).times(factor).toFixed()
    : ''
}

/**
 * The unit of that name, written without spaces and in whatever case; the one that is asked before others. Of one letter
 * the case counts: M is a million, m a metre.
 */
function unitCalled(name: string, asked: Unit | undefined, units: ReadonlyMap<string, Unit>): Unit | undefined {
  const exact = units.get(name)
  if (exact || name.length < 2) return exact
  const alike = ({ name: each }: Unit): boolean => folded(each).toLowerCase() === name.toLowerCase()
  return asked && alike(asked) ? asked : [...units.values()].find(alike)
}
