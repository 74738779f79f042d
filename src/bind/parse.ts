import type { Code } from '../diagnostics/index.ts'
import { type Ask, mostCharacters, type Unit, type Value } from '../model/index.ts'
import { composed } from '../text/characters.ts'
import { decimalsOf, figurePattern } from '../text/figures.ts'
import { nearestUnit } from '../text/unit-names.ts'
import { type DateType, dateSlip, partsOfDate, printedDate } from './dates.ts'
import { figureSlip } from './figure-slips.ts'

/** What a text means as the answer to what is asked, or why it cannot be that. */
export type Parsed =
  | { readonly value: Omit<Value, 'at' | 'computed'> }
  | { readonly wrong: Code; readonly words: Readonly<Record<string, string>> }

const wrong = (code: Code, words: Record<string, string>): Parsed => ({ wrong: code, words })
const said = (text: string, more?: Partial<Value>): Parsed => ({ value: more ? { text, ...more } : { text } })

const yes = new Set(['是', '有', 'yes', 'true', 'y'])
const no = new Set(['否', '无', 'no', 'false', 'n'])

/** Reads the text of one cell by its type. Nothing is coerced: what does not fit is said. */
export function parseValue(text: string, ask: Ask, lang: string, units: ReadonlyMap<string, Unit>): Parsed {
  const parsed = byType(plain(composed(text)), ask, lang, units)
  if ('wrong' in parsed) return parsed
  const limit = mostCharacters(ask)
  const { length } = parsed.value.text
  if (limit === undefined || length <= limit) return parsed
  const count = [...parsed.value.text].length
  return count > limit ? wrong('too-long', { count: String(count), limit: String(limit) }) : parsed
}

function byType(text: string, ask: Ask, lang: string, units: ReadonlyMap<string, Unit>): Parsed {
  switch (ask.type) {
    case 'count':
    case 'number':
    case 'rate':
      return figure(text.trim(), ask, units)
    case 'quantity':
      return quantity(text.trim(), lang, units)
    case 'yesno':
    case 'check':
      return yesOrNo(text.trim(), ask, lang)
    case 'choice':
      return choice(text.trim(), ask)
    case 'date':
    case 'month':
    case 'year':
      return date(text.trim(), ask.type, ask, lang)
    case 'phone':
      return /^[+(（]?\d[\d\s()（）/、,，;；转-]{3,}$/.test(text.trim())
        ? said(text.trim())
        : wrong('not-a-phone', { text })
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim()) ? said(text.trim()) : wrong('not-an-email', { text })
    default:
      // The form prints the hyphens between groups of boxes.
      return said(ask.groups ? text.replaceAll('-', '') : text)
  }
}

/** A tab is a space, as no format has tab stops in a cell; it is said where the text is read. */
const plain = (text: string): string =>
  /[\t\n\r]/.test(text) ? text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(/\n+$/, '') : text

function figure(text: string, ask: Ask, units: ReadonlyMap<string, Unit>): Parsed {
  const { type, decimals, min, max } = ask
  if (!figurePattern.test(text)) return wrong('not-a-figure', { text, ...figureSlip(text, ask, units) })
  if (type === 'count' && !/^\d+$/.test(text))
    return wrong('not-a-count', { text, nearest: /^(\d+)\.0+$/.exec(text)?.[1] ?? '' })
  if (decimals !== undefined && decimalsOf(text) > decimals)
    return wrong('too-precise', { text, decimals: String(decimals) })
  if (min !== undefined && less(text, min)) return wrong('out-of-range', { text, allowed: `≥ ${min}` })
  if (max !== undefined && less(max, text)) return wrong('out-of-range', { text, allowed: `≤ ${max}` })
  return { value: { text, figure: text } }
}

/** Compares decimals as texts: no digit is lost to a float. */
export function less(a: string, b: string): boolean {
  const [negativeA, negativeB] = [a.startsWith('-'), b.startsWith('-')]
  if (negativeA !== negativeB) return negativeA
  const places = Math.max(decimalsOf(a), decimalsOf(b))
  const scaled = (text: string) => BigInt(text.replace('.', '') + '0'.repeat(places - decimalsOf(text)))
  return scaled(a) < scaled(b)
}

/** A figure with its unit: 12.5 吨. */
function quantity(text: string, lang: string, units: ReadonlyMap<string, Unit>): Parsed {
  const [, digits = '', name = ''] = /^(-?[\d.]+)\s*(.*)$/.exec(text) ?? []
  if (!figurePattern.test(digits)) return wrong('not-a-quantity', { text })
  const unit = name === '' ? undefined : units.get(name)
  if (name !== '' && !unit) return wrong('unknown-data-unit', unitWords(name, lang, units))
  return said(text, { figure: digits, ...(unit ? { unit } : {}) })
}

/** The words of a message on an unknown unit: the units there are, in the language of the form. */
export function unitWords(name: string, lang: string, units: ReadonlyMap<string, Unit>): Record<string, string> {
  const names = [...units.keys()]
  const english = /^([a-z][a-z ]{2,}|ac|ft|in|lb|mi|oz|yd)$/
  const allowed = names.filter((each) => (lang.startsWith('zh') ? !english.test(each) : !/\p{Script=Han}/u.test(each)))
  return { name, nearest: nearestUnit(name, units), allowed: allowed.join(', ') }
}

function yesOrNo(text: string, { type }: Ask, lang: string): Parsed {
  const [known, isYes] = [yes.has(text.toLowerCase()) || no.has(text.toLowerCase()), yes.has(text.toLowerCase())]
  if (!known) return wrong('not-yes-or-no', { text })
  if (type === 'check') return said(isYes ? 'yes' : 'no')
  return said(lang.startsWith('zh') ? (isYes ? '是' : '否') : isYes ? 'Yes' : 'No')
}

/** By the option's id, or its printed text. */
function choice(text: string, { options }: Ask): Parsed {
  const found = options.find(({ id, label }) => id === text || label.source === text)
  if (found) return said(found.id)
  if (options.length === 0) return said(text)
  return wrong('not-an-option', {
    text,
    allowed: options.map(({ id, label }) => `${id}（${label.source}）`).join(', '),
  })
}

function date(text: string, type: DateType, ask: Ask, lang: string): Parsed {
  const parts = partsOfDate(text, type, lang)
  return parts ? said(printedDate(parts, ask, lang)) : wrong('not-a-date', dateSlip(text, type, lang))
}
