import { nearest } from '../diagnostics/index.ts'
import {
  type Ask,
  type CellValue,
  type Option,
  type Text,
  type Type,
  typeOfUnit,
  type Unit,
  type UnitAt,
} from '../model/index.ts'
import { parseValueText } from '../text/holes.ts'
import { nearestUnit } from '../text/unit-names.ts'
import type { LocatedMap, LocatedScalar } from '../yaml/index.ts'
import { codeLists } from './code-lists.ts'
import { parseFormula } from './formula.ts'
import {
  booleanOf,
  type Context,
  defined,
  type Inherited,
  mapOf,
  numberOf,
  scalarOf,
  stringOf,
  textOf,
} from './reader.ts'
import { columnKinds, types } from './schema.ts'

/** The unit a node declares itself. */
export function unitOf(context: Context, map: LocatedMap): Unit | undefined {
  const scalar = scalarOf(map, 'unit')
  if (!scalar) return undefined
  const unit = context.units.get(scalar.text)
  if (!unit) {
    const words = { name: scalar.text, nearest: nearestUnit(scalar.text, context.units) }
    context.report.add('unknown-unit', scalar.at, words)
  }
  return unit
}

/** What a node hands down: its own `unit`, `type` … over what came from above. */
export function inherit(context: Context, map: LocatedMap, above: Inherited): Inherited {
  const type = stringOf(map, 'type')
  const own = {
    unit: unitOf(context, map),
    type: type !== undefined && isAsked(type) ? type : undefined,
    unitAt: stringOf(map, 'unitAt') as UnitAt | undefined,
    decimals: numberOf(map, 'decimals'),
    min: stringOf(map, 'min'),
    max: stringOf(map, 'max'),
    grouping: booleanOf(map, 'grouping'),
    negative: stringOf(map, 'negative') as 'minus' | 'brackets' | undefined,
    empty: stringOf(map, 'empty'),
    overflow: stringOf(map, 'overflow') as Inherited['overflow'],
    shrinkTo: numberOf(map, 'shrinkTo'),
    tolerance: stringOf(map, 'tolerance'),
  }
  return { ...above, ...defined(own) }
}

const isAsked = (type: string): type is Type => ![...columnKinds, 'value'].includes(type)

/**
 * What a leaf asks for. A type or unit from above skips leaves that say themselves what they are: by `type`, `unit`,
 * `from`, `options`, `filled` or a text as `value`.
 */
export function askOf(context: Context, map: LocatedMap, path: string, above: Inherited): Ask {
  const ownUnit = unitOf(context, map)
  const ownType = stringOf(map, 'type')
  const value = ownValue(context, map, path)
  const options = optionsOf(context, map, path)
  const from = fromOf(context, map)
  const saysItself =
    ownType !== undefined || ownUnit !== undefined || from !== undefined || options.length > 0 || saysWords(value)
  const unit = ownUnit ?? (saysItself ? undefined : above.unit)
  const type: Type =
    ownType !== undefined && isAsked(ownType)
      ? ownType
      : ownUnit
        ? typeOfUnit(ownUnit)
        : options.length > 0
          ? 'choice'
          : saysItself
            ? 'text'
            : (above.type ?? (above.unit ? typeOfUnit(above.unit) : value?.kind === 'formula' ? 'number' : 'text'))
  const { decimals, min, max, grouping, negative, empty, overflow, shrinkTo, tolerance, unitAt } = inherit(
    context,
    map,
    above,
  )
  const groups = groupsOf(map)
  return {
    type,
    unitAt,
    options,
    boxes: booleanOf(map, 'boxes') ?? groups !== undefined,
    ...defined({
      unit,
      decimals: type === 'count' ? undefined : decimals,
      min,
      max,
      grouping,
      negative,
      empty,
      overflow,
      shrinkTo,
      tolerance,
      required: booleanOf(map, 'required'),
      from,
      value,
      groups: groups && groups.length > 1 ? groups : undefined,
      length: numberOf(map, 'length') ?? groups?.reduce((sum, count) => sum + count, 0),
      lines: numberOf(map, 'lines'),
      sign: signOf(context, map, path),
    }),
  }
}

/** How many boxes stand together: `boxes: 3-2-4`, or `boxes: 5`. */
export const groupsOf = (map: LocatedMap): number[] | undefined => {
  const boxes = scalarOf(map, 'boxes')
  return boxes && typeof boxes.value !== 'boolean' ? boxes.text.split('-').map(Number) : undefined
}

/** A constant figure is of the type and unit around it; words are not. */
const saysWords = (value: CellValue | undefined): boolean =>
  value?.kind === 'text' && !/^[\d.,]+$/.test(value.text.source)

function fromOf(context: Context, map: LocatedMap): string | undefined {
  const scalar = scalarOf(map, 'from')
  if (scalar && !codeLists.includes(scalar.text)) {
    const words = { name: scalar.text, nearest: nearest(scalar.text, codeLists) ?? '', allowed: codeLists.join(', ') }
    context.report.add('unknown-list', scalar.at, words)
  }
  return scalar?.text
}

function optionsOf(context: Context, map: LocatedMap, path: string): Option[] {
  const options: Option[] = []
  for (const [id, { value }] of mapOf(map, 'options')?.entries ?? []) {
    const label = textOf(context, value, `${path}.${id}`)
    if (label) options.push({ id, label })
  }
  return options
}

function ownValue(context: Context, map: LocatedMap, path: string): CellValue | undefined {
  const value = scalarOf(map, 'value')
  if (value) return cellValue(context, value, path, false)
  const filled = scalarOf(map, 'filled')
  return filled && cellValue(context, filled, path, true)
}

/** `= formula`, `—`, or a text with places to write in it. */
export function cellValue(
  context: Context,
  scalar: LocatedScalar,
  path: string,
  filledOnly: boolean,
): CellValue | undefined {
  if (scalar.text.trimStart().startsWith('=')) {
    const formula = parseFormula(scalar, context.report)
    return formula && { kind: 'formula', formula }
  }
  if (scalar.text === '—') return { kind: 'closed' }
  const text = writingText(context, scalar, path)
  return text && { kind: 'text', text, filledOnly }
}

function signOf(context: Context, map: LocatedMap, path: string): Text | undefined {
  const scalar = scalarOf(map, 'sign')
  return scalar && writingText(context, scalar, path)
}

/** A text with places to write `<id:what>` in it. */
function writingText(context: Context, scalar: LocatedScalar, path: string): Text | undefined {
  for (const part of parseValueText(scalar.text)) {
    if (part.kind === 'words') continue
    const { id, what, offset, source } = part
    const known = what === undefined || (types as readonly string[]).includes(what) || context.units.has(what)
    if (/^([a-z]\w*)?$/.test(id) && known) continue
    const start = scalar.at.start + offset + quoteWidth(scalar)
    context.report.add('bad-value-text', { ...scalar.at, start, end: start + source.length + 2 }, { name: source })
  }
  return textOf(context, scalar, path)
}

/** What stands in the source before the text: a quote, where nothing is escaped or folded. */
const quoteWidth = ({ at, text }: LocatedScalar): number => (at.end - at.start === text.length + 2 ? 1 : 0)
