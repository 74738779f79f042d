import type { Diagnostics, Span } from '../diagnostics/index.ts'
import type { Text, Type, Unit, UnitAt } from '../model/index.ts'
import type { Located, LocatedMap, LocatedScalar } from '../yaml/index.ts'

/** What a node hands down to everything below it. */
export interface Inherited {
  readonly unit?: Unit
  readonly type?: Type
  readonly unitAt: UnitAt
  readonly decimals?: number
  readonly min?: string
  readonly max?: string
  readonly grouping?: boolean
  readonly negative?: 'minus' | 'brackets'
  readonly empty?: string
  readonly overflow?: 'grow' | 'shrink' | 'error'
  readonly shrinkTo?: number
  readonly tolerance?: string
}

/** A text with what the checks need to know of the place it stands in. */
export interface UsedText {
  readonly text: Text
  readonly path: string
  /** Whether {{number}} and {{unit}} mean something here. */
  readonly number: boolean
  readonly unit: boolean
}

/** What every builder needs: where to report, the form's units, the texts met so far. */
export interface Context {
  readonly report: Diagnostics
  readonly units: ReadonlyMap<string, Unit>
  readonly texts: UsedText[]
}

export const scalarOf = (map: LocatedMap, key: string): LocatedScalar | undefined => {
  const value = map.entries.get(key)?.value
  return value?.kind === 'scalar' ? value : undefined
}
export const mapOf = (map: LocatedMap, key: string): LocatedMap | undefined => {
  const value = map.entries.get(key)?.value
  return value?.kind === 'map' ? value : undefined
}
export const stringOf = (map: LocatedMap, key: string): string | undefined => scalarOf(map, key)?.text
export const numberOf = (map: LocatedMap, key: string): number | undefined => {
  const value = scalarOf(map, key)?.value
  return typeof value === 'number' ? value : undefined
}
export const booleanOf = (map: LocatedMap, key: string): boolean | undefined => {
  const value = scalarOf(map, key)?.value
  return typeof value === 'boolean' ? value : undefined
}

/** The ids that a node says it had in earlier editions. */
export function renamedFromOf(map: LocatedMap): readonly string[] | undefined {
  const value = map.entries.get('renamedFrom')?.value
  if (value?.kind === 'scalar') return [value.text]
  return value?.kind === 'list' ? value.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])) : undefined
}

/** The child nodes of a map, each with the place of its id. */
export function* nodesOf(map: LocatedMap, key: string): Generator<{ id: string; at: Span; map: LocatedMap }> {
  const value = mapOf(map, key)
  if (!value) return
  for (const [id, { keyAt, value: child }] of value.entries)
    if (child.kind === 'map') yield { id, at: keyAt, map: child }
}

/** The same, with only the defined values: `exactOptionalPropertyTypes` tells an absent key from an undefined one. */
export function defined<T extends object>(object: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as ReturnType<
    typeof defined<T>
  >
}

/** Takes a scalar as text and remembers it for the checks. Each use is a text of its own, numbered in its own part. */
export function textOf(
  context: Context,
  scalar: Located | undefined,
  path: string,
  place: { number?: boolean; unit?: boolean } = {},
): Text | undefined {
  if (scalar?.kind !== 'scalar') return undefined
  const text: Text = { source: scalar.text, at: scalar.at }
  context.texts.push({ text, path, number: place.number ?? true, unit: place.unit ?? false })
  return text
}
