import {
  type Face,
  type Look,
  type PageNumberChoice,
  type PresetName,
  type Style,
  type StyleChoice,
  styleNames,
} from '../model/index.ts'
import type { LocatedMap } from '../yaml/index.ts'
import { booleanOf, defined, mapOf, numberOf, stringOf } from './reader.ts'

const mm = 72 / 25.4

/** How a form is set: `style: gb9704`, or a map with a preset and what differs from it. */
export function styleOf(root: LocatedMap): StyleChoice {
  const map = mapOf(root, 'style')
  const preset = (map ? stringOf(map, 'preset') : stringOf(root, 'style')) as PresetName | undefined
  if (!map) return { autospace: false, margins: {}, rules: {}, looks: {}, pageNumber: {}, ...defined({ preset }) }
  return {
    autospace: booleanOf(map, 'autospace') ?? false,
    margins: numbers(map, 'margins', ['top', 'right', 'bottom', 'left'], mm),
    rules: numbers(map, 'rules', ['top', 'bottom', 'left', 'right', 'insideH', 'insideV'], 1),
    looks: looksOf(map),
    pageNumber: pageNumberOf(map),
    ...defined({ preset }),
  }
}

function pageNumberOf(style: LocatedMap): PageNumberChoice {
  const map = mapOf(style, 'pageNumber')
  const at = (map ? stringOf(map, 'at') : stringOf(style, 'pageNumber')) as PageNumberChoice['at'] | undefined
  const [before = '', after = ''] = (map && stringOf(map, 'text'))?.split('1') ?? []
  const text = map?.entries.has('text') ? { before, after } : undefined
  const distance = map && numberOf(map, 'distance')
  return defined({ at, text, distance: distance === undefined ? undefined : distance * mm })
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
  return Object.fromEntries(found) as StyleChoice['looks']
}

/** A size without a line height has one in proportion to those of the usual looks. */
function lookOf(map: LocatedMap): Look {
  const size = numberOf(map, 'size')
  return defined({
    face: stringOf(map, 'face') as Face | undefined,
    size,
    bold: booleanOf(map, 'bold'),
    align: stringOf(map, 'align') as Style['align'] | undefined,
    lineHeight: numberOf(map, 'lineHeight') ?? (size === undefined ? undefined : Math.ceil(size * 1.45)),
    valign: stringOf(map, 'valign') as Style['valign'] | undefined,
    spaceBefore: numberOf(map, 'spaceBefore'),
    spaceAfter: numberOf(map, 'spaceAfter'),
    padding: mapOf(map, 'padding') && numbers(map, 'padding', ['x', 'y'], 1),
    indent: mapOf(map, 'indent') && numbers(map, 'indent', ['first', 'rest'], 1),
  })
}
