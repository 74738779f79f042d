import type { Diagnostics } from '../diagnostics/index.ts'
import type { LocatedMap } from '../yaml/index.ts'
import { tell } from './fitting-keys.ts'
import { nodesOf } from './reader.ts'

/** Keys of a row that a group of rows, whose label alone is printed, passes over. */
const rowKeys = ['code', 'unit', 'within', 'lines', 'value', 'cells'] as const

/** What a row says, and the type of the column that prints it. */
const printedBy = { label: 'stub', code: 'code', unit: 'unit' } as const

/**
 * Reports what rows say and no column prints: each kind once a block, at the first row that says it.
 * @param kinds types of the block's printed leaf columns
 * @param unitAt `none`: the form prints no units, so that a row's need no column
 */
export function checkRows(block: LocatedMap, report: Diagnostics, kinds: readonly string[], unitAt: string): void {
  const told = new Set<string>()
  const groupColumns = kinds.filter((kind) => kind === 'group').length
  const needs = (row: LocatedMap, key: keyof typeof printedBy, type: string): void => {
    const entry = row.entries.get(key)
    if (!entry || told.has(type)) return
    told.add(type)
    report.add('unprinted', entry.keyAt, { key, type })
  }
  const walk = (node: LocatedMap, depth: number): void => {
    for (const { map: row } of nodesOf(node, 'rows')) {
      if (row.entries.has('rows')) {
        for (const key of rowKeys) tell(report, row, key, 'group')
        if (groupColumns > 0 && depth >= groupColumns) needs(row, 'label', 'group')
        walk(row, depth + 1)
        continue
      }
      for (const [key, type] of Object.entries(printedBy))
        if (!kinds.includes(type) && !(key === 'unit' && unitAt === 'none'))
          needs(row, key as keyof typeof printedBy, type)
    }
  }
  walk(block, 0)
}
