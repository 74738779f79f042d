import type { Diagnostic } from './diagnostic.ts'

/** A thing to show, and how many more of its kind are left out after it. */
export interface Shown {
  readonly diagnostic: Diagnostic
  readonly alike: number
}

/** What is shown of all that a run has to say, and how many errors and other things are not. */
export interface Selection {
  readonly shown: readonly Shown[]
  readonly errorsLeft: number
  readonly othersLeft: number
}

/** So many of one kind show what is meant; the rest are counted. */
const mostAlike = 3

/**
 * Errors first, each group by file and place; what is said of many rows of one column by its first ones.
 * @param most errors, and as many other things, are shown; undefined: everything
 */
export function selected(list: readonly Diagnostic[], most: number | undefined): Selection {
  const sorted = list.toSorted(byPlace)
  const errors = sorted.filter(({ severity }) => severity === 'error').map(alone)
  const rest = sorted.filter(({ severity }) => severity !== 'error')
  const others = most === undefined ? rest.map(alone) : grouped(rest)
  const limit = most ?? list.length
  return {
    shown: [...errors.slice(0, limit), ...others.slice(0, limit)],
    errorsLeft: errors.slice(limit).length,
    othersLeft: others.slice(limit).reduce((sum, { alike }) => sum + 1 + alike, 0),
  }
}

const alone = (diagnostic: Diagnostic): Shown => ({ diagnostic, alike: 0 })

function grouped(list: readonly Diagnostic[]): Shown[] {
  const kinds = new Map<string, number>()
  const kindOf = ({ code, at, column }: Diagnostic) => (column === undefined ? '' : `${code} ${at?.file} ${column}`)
  for (const each of list) kinds.set(kindOf(each), (kinds.get(kindOf(each)) ?? 0) + 1)
  const seen = new Map<string, number>()
  return list.flatMap((diagnostic) => {
    const kind = kindOf(diagnostic)
    if (kind === '') return alone(diagnostic)
    const nth = (seen.get(kind) ?? 0) + 1
    seen.set(kind, nth)
    const count = kinds.get(kind) ?? 0
    // A line that counts one more is no shorter than that one.
    if (count <= mostAlike + 1) return alone(diagnostic)
    return nth > mostAlike ? [] : { diagnostic, alike: nth === mostAlike ? count - mostAlike : 0 }
  })
}

/** Those without a place come first, then by file and offset; what stands at one place keeps the order it was said in. */
function byPlace(a: Diagnostic, b: Diagnostic): number {
  const file = (x: Diagnostic) => x.at?.file ?? ''
  if (file(a) !== file(b)) return file(a) < file(b) ? -1 : 1
  return (a.at?.start ?? 0) - (b.at?.start ?? 0)
}
