import { type Diagnostics, nearest, type Span } from '../diagnostics/index.ts'
import type { Located, LocatedMap } from '../yaml/index.ts'
import { dateSlip, yearOf } from './dates.ts'

/** What a data file says of itself, and its values. */
export interface DataFile {
  readonly file: string
  /** The id of a form, or the path of its definition from the data file's folder. */
  readonly form: string
  /** Absent where it says none that can be, which is reported. */
  readonly year?: number
  /** Where it says its form and year. */
  readonly says: { readonly form: Span; readonly year: Span }
  /** Where `values` is missing what else stands at the top, which is reported. */
  readonly values: LocatedMap
}

const keys = ['form', 'year', 'values'] as const
const isKey = (key: string): boolean => (keys as readonly string[]).includes(key)

/**
 * Reads the head of a data file: which form, which year. What is missing or unknown is reported; a definition in its
 * place is told once.
 * @returns undefined only where it says no form, as there is nothing then to hold its values against
 */
export function readHead(file: string, root: LocatedMap, report: Diagnostics): DataFile | undefined {
  const parts = root.entries.get('parts')
  if (parts && isDefinition(root)) {
    report.add('not-data', parts.keyAt, { problem: 'definition' })
    return undefined
  }
  const hint = meant(root, 'values') ? '' : 'under values'
  for (const [key, { keyAt }] of root.entries) {
    if (isKey(key)) continue
    const words = { name: key, nearest: nearest(key, keys) ?? '', allowed: keys.join(', '), hint }
    report.add('unknown-data-id', keyAt, words)
  }
  const form = scalar(root, 'form', report)
  const year = scalar(root, 'year', report)
  const number = year && yearAt(year, report)
  const found = mapAt(root, 'values', report)
  const values = root.torn ? { ...found, torn: root.torn } : found
  if (form === undefined) return undefined
  const says = { form: form.at, year: year?.at ?? root.at }
  return { file, form: form.text.trim(), ...(number === undefined ? {} : { year: number }), says, values }
}

const isDefinition = ({ entries }: LocatedMap): boolean => entries.has('parts') && !entries.has('values')

function yearAt({ text, at }: { text: string; at: Span }, report: Diagnostics): number | undefined {
  const year = yearOf(text)
  if (year !== undefined && year >= 1900 && year <= 2200) return year
  report.add('not-a-date', at, dateSlip(text, 'year', 'zh'))
  return undefined
}

function scalar(
  root: LocatedMap,
  key: 'form' | 'year',
  report: Diagnostics,
): { text: string; at: Located['at'] } | undefined {
  const value = meant(root, key)
  if (isBroken(value)) return undefined
  if (value?.kind === 'scalar' && value.value !== null) return { text: value.text, at: value.at }
  if (value && value.kind !== 'scalar') wrongShape(report, value, key, 'text')
  else report.add('missing-key', { ...root.at, end: root.at.start + 1 }, { key })
  return undefined
}

/** What stands at a key, or at the unknown one that is nearest to it: that was reported, and what it holds is read. */
function meant({ entries }: LocatedMap, key: (typeof keys)[number]): Located | undefined {
  const others = keys.filter((each) => !entries.has(each))
  const near = [...entries.keys()].find((each) => !isKey(each) && nearest(each, others) === key)
  return (entries.get(key) ?? (near === undefined ? undefined : entries.get(near)))?.value
}

function mapAt(root: LocatedMap, key: 'values', report: Diagnostics): LocatedMap {
  const value = meant(root, key)
  if (value?.kind === 'map') return value
  if (value && !isBlank(value)) wrongShape(report, value, key, 'map')
  // Where the key was forgotten, what belongs under it may stand here.
  const strays = value ? [] : [...root.entries].filter(([each]) => !isKey(each))
  return { kind: 'map', at: root.at, entries: new Map(strays) }
}

/** Nothing was written: an absent or empty value is blank, and a blank is never zero. */
export const isBlank = (value: Located | undefined): boolean =>
  value === undefined || (value.kind === 'scalar' && (value.value === null || value.text.trim() === ''))

/** What stands here could not be read, which is reported: it is not blank, though nothing is known of it. */
export const isBroken = (value: Located | undefined): boolean => value?.kind === 'scalar' && value.broken === true

/**
 * Says that no such id may stand here, the nearest that may, and all that may.
 * @param within the map that has the key
 */
export function unknownId(
  report: Diagnostics,
  at: Span,
  name: string,
  allowed: Iterable<string>,
  within?: LocatedMap,
): void {
  if (groupOfDigits.test(name)) return cutFigure(report, at, name, within)
  const all = [...new Set(allowed)]
  report.add('unknown-data-id', at, { name, nearest: nearest(name, all) ?? '', allowed: all.join(', ') })
}

/** {total: 1,234}: in braces a comma parts two keys. */
const groupOfDigits = /^\d{3}(\.\d+)?$/

/** Says of a figure that its separators cut what it is, at the last of the keys that it was cut into. */
function cutFigure(report: Diagnostics, at: Span, name: string, within: LocatedMap | undefined): void {
  const entries = [...(within?.entries ?? [])]
  const here = entries.findIndex(([, { keyAt }]) => keyAt.start === at.start)
  const isGroup = (n: number): boolean => groupOfDigits.test(entries[n]?.[0] ?? '') && isBlank(entries[n]?.[1].value)
  if (here >= 0 && isGroup(here) && isGroup(here + 1)) return
  let first = here - 1
  while (isGroup(first)) first--
  const value = entries[first]?.[1].value
  const groups = entries.slice(first + 1, here + 1).map(([key]) => key)
  if (value?.kind !== 'scalar' || !/^-?\d{1,3}$/.test(value.text) || !isGroup(here))
    return report.add('not-a-figure', at, { text: `,${name}`, nearest: '', advice: 'separators' })
  const text = [value.text, ...groups].join(',')
  const words = { text, nearest: text.replaceAll(',', ''), advice: 'parted' }
  report.add('not-a-figure', { ...at, start: value.at.start }, words)
}

/**
 * Says that a map, a list or a text was to stand here.
 * @param keys of the map
 */
export function wrongShape(
  report: Diagnostics,
  value: Located,
  name: string,
  expected: 'map' | 'list' | 'text',
  keys: readonly string[] = [],
): void {
  const ofFile = expected === 'list' && value.kind === 'map' && value.entries.has('file')
  const hint = ofFile ? 'file for list' : keys.length > 0 ? ` {${keys.map((key) => `${key}: …`).join(', ')}}` : ''
  report.add('data-shape', value.at, { name, expected, got: value.kind === 'scalar' ? 'text' : value.kind, hint })
}
