import type { Row } from '../../model/index.ts'
import type { DraftRow } from './box.ts'

/** Where the rows stand that a row is worked out of: all above it, or all below it; undefined where neither. */
function sideOf(row: Row, places: ReadonlyMap<string, number>): 'above' | 'below' | undefined {
  const own = places.get(row.path) ?? 0
  const formulas = [row.value, ...row.cells.values()].flatMap((value) =>
    value?.kind === 'formula' ? [value.formula] : [],
  )
  const rows = formulas.flatMap(({ operands }) => [...operands.values()].flatMap((path) => placeOf(path, places) ?? []))
  const others = rows.filter((at) => at !== own)
  if (others.length === 0) return undefined
  if (others.every((at) => at < own)) return 'above'
  return others.every((at) => at > own) ? 'below' : undefined
}

/** The row that an operand is: the row itself or a cell of it. */
function placeOf(path: string, places: ReadonlyMap<string, number>): number | undefined {
  const at = places.get(path)
  const above = path.lastIndexOf('.')
  return at !== undefined || above < 0 ? at : placeOf(path.slice(0, above), places)
}

/**
 * The drafts of named rows, of which one that is worked out of others never stands on a page without any of them: it
 * keeps with the row before it, or with the next one where what it adds up follows.
 */
export function keptTogether(drafts: readonly DraftRow[], rows: readonly Row[]): DraftRow[] {
  const places = new Map(rows.map(({ path }, at) => [path, at]))
  const byId = new Map(rows.map((row) => [row.path, row]))
  const keeps = new Set<number>()
  for (const [at, draft] of drafts.entries()) {
    const row = draft.role === 'band' ? undefined : byId.get(draft.id)
    const side = row && sideOf(row, places)
    if (side === 'below') keeps.add(at)
    if (side !== 'above') continue
    let before = at - 1
    keeps.add(before)
    // The name of a group stands above its first row.
    while (drafts[before]?.role === 'band') keeps.add(--before)
  }
  return drafts.map((draft, at) => (keeps.has(at) ? { ...draft, keepWithNext: true } : draft))
}
