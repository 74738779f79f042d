import type { LocatedMap } from '../yaml/index.ts'
import type { Edit } from './index.ts'

/** Maps whose keys are the author's own, where `renamedFrom` would be one of them. */
const free: ReadonlySet<string> = new Set(['terms', 'options', 'units', 'cells', 'more'])

/** The edits that take every `renamedFrom` out. */
export function withoutRenames(map: LocatedMap, source: string): Edit[] {
  const edits: Edit[] = []
  for (const [key, { value }] of map.entries) {
    if (key === 'renamedFrom' && value.kind !== 'map') edits.push(removal(map, key, source))
    else if (value.kind === 'map' && !free.has(key)) edits.push(...withoutRenames(value, source))
  }
  return edits
}

/** Takes one key of a map out, with its comma or its lines. */
function removal(map: LocatedMap, key: string, source: string): Edit {
  const entries = [...map.entries]
  const index = entries.findIndex(([name]) => name === key)
  const [start, end] = stretch(map, key, source)
  if (entries.length === 1) return { start: map.at.start, end: map.flow ? map.at.end : end, text: '{}' }
  if (!map.flow) {
    const line = source.lastIndexOf('\n', start) + 1
    const next = source.indexOf('\n', end)
    return { start: line, end: next < 0 ? source.length : next + 1, text: '' }
  }
  const before = entries[index - 1]?.[0]
  const after = entries[index + 1]?.[1]
  if (before !== undefined) return { start: stretch(map, before, source)[1], end, text: '' }
  return { start, end: after?.keyAt.start ?? end, text: '' }
}

/** From the key to the end of what stands under it, white space at its end aside. */
function stretch({ entries }: LocatedMap, key: string, source: string): [start: number, end: number] {
  const entry = entries.get(key)
  const start = entry?.keyAt.start ?? 0
  const end = Math.max(entry?.keyAt.end ?? 0, entry?.value.at.end ?? 0)
  return [start, start + source.slice(start, end).trimEnd().length]
}
