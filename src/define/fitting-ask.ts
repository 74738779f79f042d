import { type Ask, isNumeric, type Type } from '../model/index.ts'
import { parseValueText } from '../text/holes.ts'
import type { LocatedMap } from '../yaml/index.ts'
import { groupsOf } from './ask.ts'
import { tell } from './fitting-keys.ts'
import { type Context, scalarOf, stringOf } from './reader.ts'

const figureKeys = ['decimals', 'min', 'max', 'grouping', 'negative', 'empty', 'tolerance'] as const
/** What a person writes with so many characters. */
const written: readonly Type[] = [
  'text',
  'count',
  'number',
  'rate',
  'quantity',
  'phone',
  'email',
  'date',
  'month',
  'year',
]

/**
 * Reports keys of one place to write that contradict each other or its type.
 * @param map the node as written; what it has from above is in `ask` alone
 */
export function checkAsk({ report }: Context, map: LocatedMap, ask: Ask): void {
  const { type, options, value } = ask
  // An unknown unit is told; what the node asks is not known then.
  if (map.entries.has('unit') && ask.unit === undefined) return
  const keyAt = (key: string) => map.entries.get(key)?.keyAt
  const clash = (first: string, second: string, when = true): void => {
    if (when && keyAt(first) && keyAt(second)) report.add('clashing-keys', keyAt(second), { first, second })
  }
  if (!isNumeric(type)) for (const key of figureKeys) tell(report, map, key, 'no figure')
  if (type === 'count' && Number(stringOf(map, 'decimals') ?? 0) > 0) tell(report, map, 'decimals', 'whole')
  checkRange(map, ask, { report })
  if (type === 'choice' && options.length === 0)
    report.add('needs-key', scalarOf(map, 'type')?.at ?? map.at, { key: 'type: choice', other: 'options' })
  if (keyAt('options') && options.length === 0 && type !== 'choice')
    report.add('empty-node', keyAt('options'), { id: 'options' })
  clash('options', 'type', type !== 'choice')
  clash('options', 'unit')
  clash('from', 'type', type !== 'text')
  clash('from', 'unit')
  clash('from', 'options')
  clash('value', 'filled')
  clash('type', 'value', value?.kind === 'formula' && !isNumeric(type))
  if (stringOf(map, 'boxes') !== 'false') {
    if (keyAt('boxes') && ask.length === undefined)
      report.add('needs-key', keyAt('boxes'), { key: 'boxes', other: 'length' })
    const count = groupsOf(map)?.reduce((a, b) => a + b, 0)
    clash('boxes', 'length', count !== undefined && count !== ask.length)
    clash('boxes', 'options')
    clash('boxes', 'type', !written.includes(type))
    clash('boxes', 'value', value?.kind !== 'formula')
    clash('boxes', 'filled')
  }
  if (!written.includes(type)) tell(report, map, 'length', 'no characters')
  const closed =
    value?.kind === 'closed' ||
    (value?.kind === 'text' && parseValueText(value.text.source).every(({ kind }) => kind === 'words'))
  if (closed) for (const key of ['required', 'length', 'from', 'options']) tell(report, map, key, 'closed')
}

/** A bound of the node's own against one that comes from above; both of its own are told where nodes are walked. */
function checkRange(map: LocatedMap, { min, max }: Ask, { report }: Pick<Context, 'report'>): void {
  const own = [scalarOf(map, 'min'), scalarOf(map, 'max')].filter((bound) => bound !== undefined)
  if (own.length === 1 && min !== undefined && max !== undefined && Number(min) > Number(max))
    report.add('empty-range', own[0]?.at, { min, max })
}
