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
    const [id = '', what] = (found[1] ?? '').split(':')
    parts.push({
      kind: 'hole',
      id,
      offset: found.index,
      source: found[1] ?? '',
      ...(what === undefined ? {} : { what }),
    })
    from = found.index + found[0].length
  }
  if (from < source.length) parts.push({ kind: 'words', source: source.slice(from) })
  return parts
}
