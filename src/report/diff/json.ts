import { type Comparison, impacts } from '../../model/index.ts'

/** The version of the shape below; it grows when a reader of the old shape would go wrong. */
const shape = 1

/**
 * A comparison for programs: `version`, `old` and `new` (form, edition, title), `counts` by impact, `changes` and
 * `likelyRenames` as the library has them.
 */
export function diffJson({ old, new: now, changes, likelyRenames, tables }: Comparison): string {
  const counts = Object.fromEntries(
    impacts.map((impact) => [impact, changes.filter((change) => change.impact === impact).length]),
  )
  const content = { version: shape, old, new: now, counts, tables: Object.fromEntries(tables), changes, likelyRenames }
  return `${JSON.stringify(content, null, 2)}\n`
}
