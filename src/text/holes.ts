import { joinRuns, type Run, type Stretch } from '../model/index.ts'
import { scanPlaces } from './marks.ts'

/** A stretch of a cell's text: printed words, or a place to write. */
export type ValuePart =
  | { readonly kind: 'words'; readonly source: string }
  /** `id` '' is the node itself; `what` is its type or unit, as written. */
  | {
      readonly kind: 'hole'
      readonly id: string
      readonly what?: string
      readonly offset: number
      readonly source: string
    }

const hole = /(?<!\\)<([^<>]*)>/g

/** Splits `<from:month>至<to:month>` into words and places to write. */
export function parseValueText(source: string): ValuePart[] {
  const parts: ValuePart[] = []
  let from = 0
  for (const found of source.matchAll(hole)) {
    if (found.index > from) parts.push({ kind: 'words', source: source.slice(from, found.index) })
    const inside = found[1] ?? ''
    parts.push({ kind: 'hole', ...named(inside), offset: found.index, source: inside })
    from = found.index + found[0].length
  }
  if (from < source.length) parts.push({ kind: 'words', source: source.slice(from) })
  return parts
}

/** What stands between the brackets: `from:month`, `from`, or nothing. */
function named(inside: string): { readonly id: string; readonly what?: string } {
  const [id = '', what] = inside.split(':')
  return what === undefined ? { id } : { id, what }
}

/**
 * The printed words of such a text and its places to write, in order. Marks are read before the text is cut, so that
 * `\<` stays a printed `<`.
 */
export function parseStretches(source: string): Stretch[] {
  const stretches: Stretch[] = []
  let words: Run[] = []
  const end = (): void => {
    if (words.length > 0) stretches.push({ kind: 'words', runs: joinRuns(words) })
    words = []
  }
  for (const { place, ...run } of scanPlaces(source)) {
    if (place === undefined) words.push(run)
    else {
      end()
      stretches.push({ kind: 'place', ...named(place) })
    }
  }
  end()
  return stretches
}
