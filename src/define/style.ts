import { type Face, type PresetName, type Style, type StyleChoice, type StyleName, styleNames } from '../model/index.ts'
import type { LocatedMap } from '../yaml/index.ts'
import { booleanOf, defined, mapOf, numberOf, stringOf } from './reader.ts'

const mm = 72 / 25.4

/** How a form is set: `style: gb9704`, or a map with a preset and what differs from it. */
export function styleOf(root: LocatedMap): StyleChoice {
  const map = mapOf(root, 'style')
  const preset = (map ? stringOf(map, 'preset') : stringOf(root, 'style')) as PresetName | undefined
  if (!map) return { autospace: false, margins: {}, rules: {}, looks: {}, ...defined({ preset }) }
  return {
    autospace: booleanOf(map, 'autospace') ?? false,
    margins: numbers(map, 'margins', ['top', 'right', 'bottom', 'left'], mm),
    rules: numbers(map, 'rules', ['top', 'bottom', 'left', 'right', 'insideH', 'insideV'], 1),
    looks: looksOf(map),
    ...defined({ preset, pageNumber: stringOf(map, 'pageNumber') as StyleChoice['pageNumber'] }),
  }
}

/** @param unit pt in the unit of the definition */
function numbers<K extends string>(
  map: LocatedMap,
  key: string,
  names: readonly K[],
  unit: number,
): Partial<Record<K, number>> {
  const inner = mapOf(map, key)
  const found = names.flatMap((name) => {
    const value = inner && numberOf(inner, name)
    return value === undefined ? [] : [[name, value * unit] as const]
  })
  return Object.fromEntries(found) as Partial<Record<K, number>>
}

function looksOf(map: LocatedMap): StyleChoice['looks'] {
  const looks = mapOf(map, 'looks')
  const found = styleNames.flatMap((name) => {
    const look = looks && mapOf(looks, name)
    return look ? [[name, lookOf(look)] as const] : []
  })
  return Object.fromEntries(found) as Partial<Record<StyleName, Partial<Style>>>
}

/** A size without a line height has one in proportion to those of the usual looks. */
function lookOf(map: LocatedMap): Partial<Style> {
  const size = numberOf(map, 'size')
  return defined({
    face: stringOf(map, 'face') as Face | undefined,
    size,
    bold: booleanOf(map, 'bold'),
    align: stringOf(map, 'align') as Style['align'] | undefined,
    lineHeight: numberOf(map, 'lineHeight') ?? (size === undefined ? undefined : Math.ceil(size * 1.45)),
  })
}
