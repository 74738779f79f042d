import type { Locale } from './entry.ts'

type Both = Readonly<Record<Locale, string>>

/** How dates are written in data, for `not-a-date`. */
export const dateWays: Readonly<Record<string, Both>> = {
  date: { zh: ' 2020-01-31（年在前）', en: '2020-01-31, the year first' },
  month: { zh: ' 2020-01（年在前）', en: '2020-01, the year first' },
  year: { zh: ' 2020 ', en: '2020' },
  'american date': {
    zh: ' 01/31/2020（月在前）或 2020-01-31（年在前）',
    en: '01/31/2020, the month first, or 2020-01-31, the year first',
  },
  'american month': { zh: ' 01/2020 或 2020-01 ', en: '01/2020 or 2020-01' },
}

const flaws: Readonly<Record<string, Both>> = {
  'date of year': { zh: '没有写月和日', en: 'the month and the day are missing' },
  'date of month': { zh: '没有写日', en: 'the day is missing' },
  'month of year': { zh: '没有写月', en: 'the month is missing' },
  'two digits': { zh: '年份要写四位数字', en: 'a year has four digits' },
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** What is wrong with a date: a key of these words, `month 13`, or `days 30 1960-9`, of a month that has 30 days. */
export function dateFlaw(key: string, locale: Locale): string {
  const [kind, count, of = ''] = key.split(' ')
  if (kind === 'month' && count !== 'of') return locale === 'zh' ? `没有 ${count} 月` : `there is no month ${count}`
  if (kind !== 'days') return flaws[key]?.[locale] ?? key
  const [year, month] = of.split('-')
  const isFebruary = month === '2'
  if (locale === 'zh') return `${isFebruary ? `${year} 年 ` : ''}${month} 月只有 ${count} 天`
  return `${monthNames[Number(month) - 1]}${isFebruary ? ` ${year}` : ''} has ${count} days`
}
