import type { Locale } from '../../diagnostics/index.ts'
import type { Change } from '../../model/index.ts'
import type { DiffLine } from './view.ts'

/** Between the names of several places. */
export const separators: Readonly<Record<Locale, string>> = { zh: '、', en: ', ' }

/** The id at the end of a path. */
export const lastId = (path: string | undefined): string => path?.slice(path.lastIndexOf('.') + 1) ?? ''

/**
 * Lines that say the same of things of one id and name, which stand in several groups or spanners alike, as a block that
 * is used again by `like` has them: one line, that names all the places.
 */
export function together(lines: readonly DiffLine[], locale: Locale): DiffLine[] {
  const merged: { first: DiffLine; also: Change[]; at: number; names: string[] }[] = []
  const byKey = new Map<string, (typeof merged)[number][]>()
  for (const line of lines) {
    const key = sameness(line)
    const known = byKey.get(key) ?? []
    byKey.set(key, known)
    const one = known.find(({ first, at }) => {
      const place = onlyDifference(first.where, line.where)
      return place !== undefined && (at < 0 || at === place)
    })
    if (!one) {
      const own = { first: line, also: [], at: -1, names: [] }
      merged.push(own)
      known.push(own)
      continue
    }
    if (one.at < 0) {
      one.at = onlyDifference(one.first.where, line.where) as number
      one.names.push(one.first.where[one.at] as string)
    }
    one.names.push(line.where[one.at] as string)
    one.also.push(line.change)
  }
  return merged.map(({ first, also, at, names }) =>
    also.length === 0
      ? first
      : { ...first, also, where: first.where.map((name, n) => (n === at ? names.join(separators[locale]) : name)) },
  )
}

function sameness({ change, impact, where }: DiffLine): string {
  const { check, kind, old, new: now, before, after, words, factor } = change
  const isPath = check.endsWith('-renamed') && before?.includes('.')
  return JSON.stringify([
    ...[check, kind, impact, lastId(old?.path), lastId(now?.path), where.length, where.at(-1)],
    ...[isPath ? [old?.path, now?.path] : [], before, after, words, factor],
  ])
}

/** Where two places differ, if it is one name above the last. */
function onlyDifference(one: readonly string[], other: readonly string[]): number | undefined {
  const differing = one.flatMap((name, n) => (name === other[n] ? [] : [n]))
  const [at] = differing
  return differing.length === 1 && at !== undefined && at < one.length - 1 ? at : undefined
}
