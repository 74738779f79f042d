import { type Diagnostics, nearest, type Span } from '../diagnostics/index.ts'
import type { Located, LocatedMap } from '../yaml/index.ts'
import { dateWords, yearOf } from './parse.ts'

/** What a data file says of itself, and its values. */
export interface DataFile {
  readonly file: string
  /** The id of a form, or the path of its definition from the data file's folder. */
  readonly form: string
  readonly year: number
  /** Where it says its form and year. */
  readonly says: { readonly form: Span; readonly year: Span }
  readonly values: LocatedMap
}

const keys = ['form', 'year', 'values'] as const

/**
 * Reads the head of a data file: which form, which year. What is missing or unknown is reported; a definition in its
 * place is told once.
 */
export function readHead(file: string, root: LocatedMap, report: Diagnostics): DataFile | undefined {
  const parts = root.entries.get('parts')
  if (parts && isDefinition(root)) {
    report.add('not-data', parts.keyAt, { problem: 'definition' })
    return undefined
  }
  for (const [key, { keyAt }] of root.entries)
    if (!(keys as readonly string[]).includes(key)) unknownId(report, keyAt, key, keys)
  const form = scalar(root, 'form', report)
  const year = scalar(root, 'year', report)
  if (form === undefined || year === undefined) return undefined
  const number = yearOf(year.text)
  if (number === undefined || number < 1900 || number > 2200) {
    report.add('not-a-date', year.at, dateWords(year.text, 'year'))
    return undefined
  }
  const says = { form: form.at, year: year.at }
  return { file, form: form.text.trim(), year: number, says, values: mapAt(root, 'values', report) }
}

const isDefinition = ({ entries }: LocatedMap): boolean => entries.has('parts') && !entries.has('values')

/** The form that data name, where the rest of their head cannot be read. Nothing is reported. */
export function namedForm(root: LocatedMap): { readonly form: string; readonly at: Span } | undefined {
  const value = root.entries.get('form')?.value
  if (isDefinition(root) || isBlank(value) || value?.kind !== 'scalar') return undefined
  return { form: value.text.trim(), at: value.at }
}

function scalar(root: LocatedMap, key: string, report: Diagnostics): { text: string; at: Located['at'] } | undefined {
  const value = root.entries.get(key)?.value
  if (value?.kind === 'scalar' && value.value !== null) return { text: value.text, at: value.at }
  report.add('missing-key', { ...root.at, end: root.at.start + 1 }, { key })
  return undefined
}

function mapAt(root: LocatedMap, key: string, report: Diagnostics): LocatedMap {
  const value = root.entries.get(key)?.value
  if (value?.kind === 'map') return value
  if (value && !isBlank(value)) wrongShape(report, value, key, 'map')
  return { kind: 'map', at: root.at, entries: new Map() }
}

/** Nothing was written: an absent or empty value is blank, and a blank is never zero. */
export const isBlank = (value: Located | undefined): boolean =>
  value === undefined || (value.kind === 'scalar' && (value.value === null || value.text.trim() === ''))

/** Says that no such id may stand here, the nearest that may, and all that may. */
export function unknownId(report: Diagnostics, at: Span, name: string, allowed: Iterable<string>): void {
  // {total: 1,234}: a comma parts two keys.
  if (/^\d{3}(\.\d+)?$/.test(name))
    return report.add('not-a-figure', at, { text: `,${name}`, nearest: '', advice: 'separators' })
  const all = [...new Set(allowed)]
  report.add('unknown-data-id', at, { name, nearest: nearest(name, all) ?? '', allowed: all.join(', ') })
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
  const hint = keys.length > 0 ? ` {${keys.map((key) => `${key}: …`).join(', ')}}` : ''
  report.add('data-shape', value.at, { name, expected, got: value.kind === 'scalar' ? 'text' : value.kind, hint })
}
