import type { FieldLine, TextBlock } from '../model/index.ts'

const names: ReadonlySet<TextBlock['role']> = new Set(['title', 'heading', 'tableTitle'] as const)
const titles: ReadonlySet<TextBlock['role']> = new Set([...names, 'subtitle', 'caption'] as const)

/**
 * What names a table right above it, from its title on: a worksheet repeats rows as they are and together, so nothing
 * else may stand between them and the header.
 * @param above what stands above the table, in order
 */
export function titlesAbove(above: readonly (TextBlock | FieldLine)[]): readonly TextBlock[] {
  const found: TextBlock[] = []
  for (const item of above.toReversed()) {
    if (item.kind !== 'text' || !titles.has(item.role)) break
    found.unshift(item)
    if (names.has(item.role) || item.newPage) break
  }
  return found
}
