import type { Diagnostics } from '../diagnostics/index.ts'
import type { LocatedMap } from '../yaml/index.ts'
import { nodeKeys } from './normalise.ts'
import { booleanOf, nodesOf } from './reader.ts'

/**
 * Reports keys that hold nodes and have none, `columns: {}`, also where `like` and `~` leave none, and columns none of
 * which is printed.
 */
export function checkEmpty(node: LocatedMap, report: Diagnostics): void {
  for (const key of nodeKeys) {
    const entry = node.entries.get(key)
    if (entry?.value.kind !== 'map') continue
    const nodes = [...nodesOf(node, key)]
    const unprinted =
      key === 'columns' && isPrinted(node) && nodes.length > 0 && !nodes.some(({ map }) => isPrinted(map))
    if (entry.value.entries.size === 0 || unprinted) report.add('empty-node', entry.keyAt, { id: key })
    for (const { map } of nodes) checkEmpty(map, report)
  }
}

const isPrinted = (node: LocatedMap): boolean => booleanOf(node, 'printed') !== false
