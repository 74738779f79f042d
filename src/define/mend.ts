import type { Located, LocatedEntry, LocatedMap } from '../yaml/index.ts'

/** New names of keys, by the map they stand in; undefined takes the key away. */
export type Renames = Map<LocatedMap, Map<string, string | undefined>>

/** The same tree with keys renamed or gone; the same object where none is. */
export function renamed(map: LocatedMap, renames: Renames): LocatedMap {
  return renames.size === 0 ? map : (rename(map, renames) as LocatedMap)
}

function rename(node: Located, renames: Renames): Located {
  if (node.kind === 'scalar') return node
  if (node.kind === 'list') return { ...node, items: node.items.map((item) => rename(item, renames)) }
  const names = renames.get(node)
  const entries = new Map<string, LocatedEntry>()
  for (const [key, entry] of node.entries) {
    const name = names?.has(key) ? names.get(key) : key
    if (name !== undefined) entries.set(name, { ...entry, value: rename(entry.value, renames) })
  }
  return { ...node, entries }
}
