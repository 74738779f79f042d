import { type Diagnostics, nearest, type Span } from '../diagnostics/index.ts'

/**
 * Reports a name by which a key of a node speaks of another node, and that no node has.
 * @param known the names it may have been meant for
 * @param meant what it was most likely meant for, where that is not the nearest of these
 */
export function unknownName(
  report: Diagnostics,
  at: Span,
  { key, name }: { readonly key: string; readonly name: string },
  known: readonly string[],
  meant?: string,
): void {
  report.add('unknown-name', at, { key, name, nearest: meant ?? nearest(name, known) ?? '' })
}
