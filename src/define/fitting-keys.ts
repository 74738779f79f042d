import type { Diagnostics } from '../diagnostics/index.ts'
import type { LocatedMap } from '../yaml/index.ts'

/** What a node may hold; a node holds one of them, or `columns` with `fields` as numbered lines. */
export const contentKeys = ['tables', 'sections', 'blocks', 'columns', 'fields', 'text'] as const
export const blockKeys = ['rows', 'list', 'columnCodes', 'codesAt', 'header'] as const
/** Keys of a place to write. */
export const askKeys = ['length', 'lines', 'from', 'options', 'required', 'boxes', 'value', 'filled', 'sign'] as const

/** Reports a key of a node as one that says nothing there. */
export function tell(report: Diagnostics, map: LocatedMap, key: string, why: string): void {
  const entry = map.entries.get(key)
  if (entry) report.add('idle-key', entry.keyAt, { key, problem: why })
}
