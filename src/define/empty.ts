import type { Diagnostics } from '../diagnostics/index.ts'
import { nodeKeys } from './normalise.ts'
import { nodesOf } from './reader.ts'
import type { LocatedMap } from './source.ts'

/** Reports keys that hold nodes and have none, `columns: {}`, also where `like` and `~` leave none. */
export function checkEmpty(node: LocatedMap, report: Diagnostics): void {
  for (const key of nodeKeys) {
    const entry = node.entries.get(key)
    if (entry?.value.kind !== 'map') continue
    if (entry.value.entries.size === 0) report.add('empty-node', entry.keyAt, { id: key })
    for (const { map } of nodesOf(node, key)) checkEmpty(map, report)
  }
}
