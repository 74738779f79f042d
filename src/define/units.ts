import { type Unit, vocabulary } from '../model/index.ts'
import type { LocatedMap } from '../yaml/index.ts'
import { booleanOf, mapOf, stringOf } from './reader.ts'

/** The vocabulary with the form's own units over it. */
export function unitsOf(root: LocatedMap): ReadonlyMap<string, Unit> {
  const own = mapOf(root, 'units')
  if (!own) return vocabulary
  const units = new Map(vocabulary)
  for (const [name, { value }] of own.entries) {
    if (value.kind !== 'map') continue
    units.set(name, {
      name,
      symbol: stringOf(value, 'symbol') ?? name,
      quantity: stringOf(value, 'of') ?? name,
      factor: stringOf(value, 'factor') ?? '1',
      counts: booleanOf(value, 'counts') ?? false,
    })
  }
  return units
}
