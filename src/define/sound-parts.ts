import type { Diagnostic, Span } from '../diagnostics/index.ts'
import type { Located, LocatedMap } from '../yaml/index.ts'

/** Errors outside the parts that leave these as they are. */
const harmless: ReadonlySet<Diagnostic['code']> = new Set(['unused-note', 'missing-key'])

/**
 * The ids of the parts that no error touches, neither where they stand nor in what they take by `like`; none where an
 * error touches what all share: the page, the style, terms, units, notes.
 * @param root with every `like` and shorthand written out
 */
export function soundParts(root: LocatedMap, errors: readonly Diagnostic[]): ReadonlySet<string> {
  const parts = root.entries.get('parts')
  if (parts?.value.kind !== 'map') return new Set()
  const { at } = parts.value
  const shared = errors.some((error) => !harmless.has(error.code) && !(error.at && touches(at, error.at)))
  if (shared) return new Set()
  const sound = [...parts.value.entries].filter(([, { keyAt, value }]) => {
    const own = { ...value.at, start: keyAt.start }
    const spans = [own, ...spansIn(value)]
    return !errors.some((error) => error.at && spans.some((span) => touches(span, error.at as Span)))
  })
  return new Set(sound.map(([id]) => id))
}

const touches = (a: Span, b: Span): boolean => a.start === b.start || (a.start < b.end && b.start < a.end)

/** Where the keys and values of a node stand, in other parts too. */
function* spansIn(node: Located): Generator<Span> {
  if (node.kind === 'scalar') yield node.at
  if (node.kind === 'list') for (const item of node.items) yield* spansIn(item)
  if (node.kind !== 'map') return
  for (const { keyAt, value } of node.entries.values()) {
    yield keyAt
    yield* spansIn(value)
  }
}
