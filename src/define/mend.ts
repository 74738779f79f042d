import type { Located, LocatedEntry, LocatedMap } from '../yaml/index.ts'

/** New names of keys, by the map they stand in. */
export type Renames = Map<LocatedMap, Map<string, string>>

/** The same tree with keys renamed; the same object where none is. */
export function renamed(map: LocatedMap, renames: Renames): LocatedMap {
  return renames.size === 0 ? map : (rename(map, renames) as LocatedMap)
}

function rename(node: Located, renames: Renames): Located {
  if (node.kind === 'scalar') return node
  if (node.kind === 'list') return { ...node, items: node.items.map((item) => rename(item, renames)) }
  const names = renames.get(node)
  const entries = new Map<string, LocatedEntry>()
  for (const [key, entry] of node.entries)
    entries.set(names?.get(key) ?? key, { ...entry, value: rename(entry.value, renames) })
  return { ...node, entries }
}
