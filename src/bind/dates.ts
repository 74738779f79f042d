import type { Ask } from '../model/index.ts'
import { folded } from '../text/characters.ts'

export type DateType = 'date' | 'month' | 'year'

/** A date as far as it is said, each part as written. */
export type DateParts = readonly [year: string, month?: string, day?: string]

/** The year first, as on paper and as spreadsheets in China write it: 2020-1-31, 2020/1/31, 2020.1.31, 2020年1月31日. */
const dates = {
  date: /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/,
  month: /^(\d{4})(?:[-/.]|年)(\d{1,2})月?$/,
  year: /^(\d{4})年?$/,
} as const

/** The month first, which no form but an American one can mean. */
const american: Partial<Record<DateType, RegExp>> = {
  date: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/,
  month: /^(\d{1,2})\/(\d{4})$/,
}

/** The year that a text says, 2020 or 2020年; undefined where it is none. */
export const yearOf = (text: string): number | undefined => {
  const year = dates.year.exec(text.trim())?.[1]
  return year === undefined ? undefined : Number(year)
}

/** The parts of a date, month or year, written in a way that the form takes; undefined where there is none such. */
export function partsOfDate(text: string, type: DateType, lang: string): DateParts | undefined {
  const parts = writtenParts(text, type, lang)
  return parts && flaw(parts) === '' ? parts : undefined
}

/** The same, though there may be no such day. */
function writtenParts(text: string, type: DateType, lang: string): DateParts | undefined {
  const monthFirst = lang === 'en-US' ? american[type]?.exec(text)?.slice(1) : undefined
  return monthFirst
    ? partsAs(type, [monthFirst.at(-1), ...monthFirst.slice(0, -1)])
    : partsAs(type, dates[type].exec(text)?.slice(1) ?? [])
}

/**
 * As printed, like the pattern in the blank: 2020年1月31日, of en-US 01/31/2020, of other English 31/01/2020; in boxes the
 * digits alone, of which those for the year come first where the first group of boxes has four.
 */
export function printedDate(parts: DateParts, { boxes, groups }: Pick<Ask, 'boxes' | 'groups'>, lang: string): string {
  const [year, month, day] = parts
  const chinese = lang.startsWith('zh')
  const order =
    chinese || (boxes && (groups?.[0] ?? 4) === 4)
      ? [year, month, day]
      : lang === 'en-US'
        ? [month, day, year]
        : [day, month, year]
  const padded = order.flatMap((part) => part?.padStart(2, '0') ?? [])
  if (boxes) return padded.join('')
  if (!chinese) return padded.join('/')
  return [`${year}年`, month && `${Number(month)}月`, day && `${Number(day)}日`].filter(Boolean).join('')
}

/** Why there is no such day, as a key of the vocabulary of messages: `month 13`, `days 30 1960-9`; empty where there is. */
function flaw([year, month, day]: DateParts): string {
  if (month === undefined) return ''
  const days = daysOf(Number(year), Number(month))
  if (days === undefined) return `month ${Number(month)}`
  if (day === undefined || (Number(day) >= 1 && Number(day) <= days)) return ''
  return `days ${days} ${year}-${Number(month)}`
}

function daysOf(year: number, month: number): number | undefined {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
}

/** The words of a message on a text that is no date, month or year: what is wrong, how to write it, and what is meant. */
export function dateSlip(text: string, type: DateType, lang: string): Record<string, string> {
  const plain = folded(text).replace(/号$/, '日')
  const written = writtenParts(plain, type, lang)
  const missing = type === 'year' ? '' : dates.year.test(plain) ? `${type} of year` : missingDay(plain, type, lang)
  const short = /^(\d{1,2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.test(plain) ? 'two digits' : ''
  const isSound = written !== undefined && flaw(written) === ''
  const parts = isSound ? written : meantParts(text, plain, type)
  const meant = parts && flaw(parts) === '' ? inTheWay(parts, lang) : ''
  const example = lang === 'en-US' && type !== 'year' ? `american ${type}` : type
  return { text, example, why: written ? flaw(written) : missing || short, nearest: meant }
}

const missingDay = (plain: string, type: DateType, lang: string): string =>
  type === 'date' && writtenParts(plain, 'month', lang) ? 'date of month' : ''

/** As the form's own language writes it in data. */
const inTheWay = (parts: DateParts, lang: string): string =>
  lang === 'en-US'
    ? printedDate(parts, { boxes: false }, lang)
    : parts.map((part) => (part as string).padStart(2, '0')).join('-')

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** What can mean one day only: 20200131, 31-01-2020, January 31, 2020. Of 5/6/2020 nobody knows. */
function meantParts(text: string, plain: string, type: DateType): DateParts | undefined {
  if (type === 'year') return undefined
  const compact = /^(\d{4})(\d{2})(\d{2})?$/.exec(plain)
  if (compact && (compact[3] !== undefined) === (type === 'date')) return partsAs(type, compact.slice(1))
  const named = namedMonth(text)
  if (named) return partsAs(type, named)
  const [, a = '', b = '', year = ''] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(plain) ?? []
  if (year === '' || type !== 'date') return undefined
  if (Number(a) > 12) return [year, b, a]
  return Number(b) > 12 || a === b ? [year, a, b] : undefined
}

/** `January 5, 2001`, `5 Jan. 2001`, `January 2001` */
function namedMonth(text: string): (string | undefined)[] | undefined {
  const [, before, name = '', after, year] =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]{3,9})\.?,?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})$/.exec(text) ??
    []
  const month = monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1
  return year === undefined || month === 0 ? undefined : [year, String(month), before ?? after]
}

/** Year, month and day where just those are said that are asked for. */
function partsAs(type: DateType, [year, month, day]: readonly (string | undefined)[]): DateParts | undefined {
  if (year === undefined) return undefined
  if (month === undefined) return type === 'year' ? [year] : undefined
  if (day === undefined) return type === 'month' ? [year, month] : undefined
  return type === 'date' ? [year, month, day] : undefined
}
