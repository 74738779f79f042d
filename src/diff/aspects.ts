import Big from 'big.js'
import type { Change, CheckId, Type } from '../model/index.ts'
import type { Fact } from './facts.ts'
import { isRescaled, ratio } from './rescaled.ts'

type Judge = (before: Fact | undefined, after: Fact | undefined) => CheckId

/** A fact that may come and go. */
const coming =
  (added: CheckId, removed: CheckId, changed: CheckId | Judge): Judge =>
  (before, after) =>
    !before ? added : !after ? removed : typeof changed === 'string' ? changed : changed(before, after)

const always =
  (check: CheckId): Judge =>
  () =>
    check

/** A bound on figures or texts; without it everything is taken. `upper`: a greater bound takes more. */
const bound =
  (wider: CheckId, narrower: CheckId, upper: boolean): Judge =>
  (before, after) => {
    if (!before || !after) return after ? narrower : wider
    return new Big(after.key).gt(before.key) === upper ? wider : narrower
  }

/** Types whose every value is a value of another type too. */
const within: Partial<Record<Type, readonly Type[]>> = {
  number: ['count', 'rate'],
  text: ['count', 'number', 'rate', 'quantity', 'date', 'month', 'year', 'phone', 'email'],
}

function typeCheck(before: Fact | undefined, after: Fact | undefined): CheckId {
  const [was, is] = [before?.key as Type, after?.key as Type]
  if (within[is]?.includes(was)) return 'type-widened'
  return within[was]?.includes(is) ? 'type-narrowed' : 'type-changed'
}

function unitCheck(before: Fact | undefined, after: Fact | undefined): CheckId {
  const [was, is] = [before?.unit, after?.unit]
  if (!was || !is) return was ? 'unit-removed' : 'unit-added'
  if (was.quantity !== is.quantity) return 'unit-changed'
  return isRescaled(was, is) ? 'unit-rescaled' : 'unit-respelt'
}

function rangeCheck(before: Fact | undefined, after: Fact | undefined): CheckId {
  const [was, is] = [before, after].map((range) => (range?.key ?? ' ').split(' '))
  const lower = compareBounds(was?.[0], is?.[0], '-1')
  const upper = compareBounds(is?.[1], was?.[1], '1')
  if (lower >= 0 && upper >= 0) return 'range-widened'
  return lower <= 0 && upper <= 0 ? 'range-narrowed' : 'range-changed'
}

/** Above 0 where the first bound is greater; an empty one is infinite, on the side that `infinity` says. */
function compareBounds(a = '', b = '', infinity: '1' | '-1'): number {
  if (a === b) return 0
  if (a === '') return Number(infinity)
  return b === '' ? -Number(infinity) : new Big(a).cmp(b)
}

function valueCheck(before: Fact | undefined, after: Fact | undefined): CheckId {
  const kind = (fact: Fact | undefined) => fact?.key.split(' ', 1)[0]
  const [was, is] = [kind(before), kind(after)]
  if (was === 'formula' && is === 'formula') return 'formula-changed'
  if (is === 'formula') return 'formula-added'
  if (was === 'formula') return 'formula-removed'
  return !was ? 'text-added' : !is ? 'text-removed' : 'text-changed'
}

/** A label by which data may name what it is the label of is no mere word. */
const labelCheck: Judge = (before, after) => {
  const named = (before ?? after)?.names
  if (named && (!before || !after || before.names === after.names)) return `${named}-relabelled`
  return coming('label-added', 'label-removed', 'label-changed')(before, after)
}

const printed = coming('text-added', 'text-removed', 'text-changed')
const flag = (on: CheckId, off: CheckId): Judge => coming(on, off, (_, after) => (after?.key === 'true' ? on : off))

/** What a difference in each aspect is called. */
const judges = {
  form: always('form-renamed'),
  title: coming('title-added', 'title-removed', 'title-changed'),
  subtitle: coming('subtitle-added', 'subtitle-removed', 'subtitle-changed'),
  mark: coming('mark-added', 'mark-removed', 'mark-changed'),
  label: labelCheck,
  caption: coming('caption-added', 'caption-removed', 'caption-changed'),
  /** Words that stand in the form beside labels: heads, remarks, the text of a cell. */
  words: printed,
  noteText: always('note-changed'),
  instruction: always('instruction-changed'),
  citation: coming('citation-added', 'citation-removed', 'citation-added'),
  language: always('language-changed'),
  numbering: always('numbering-changed'),
  page: always('page-changed'),
  style: always('style-changed'),
  continued: always('style-changed'),
  pageBreak: always('page-break-changed'),
  content: always('content-changed'),
  list: always('list-changed'),
  more: flag('list-opened', 'list-closed'),
  blankRows: always('blank-rows-changed'),
  rowNumbers: always('row-numbers-changed'),
  total: coming('total-added', 'total-removed', 'label-changed'),
  rowKey: always('key-changed'),
  type: typeCheck,
  printedKind: always('print-column-changed'),
  unit: unitCheck,
  unitPlace: always('unit-place-changed'),
  decimals: bound('decimals-more', 'decimals-fewer', true),
  range: rangeCheck,
  grouping: always('figure-format-changed'),
  tolerance: always('tolerance-changed'),
  required: flag('required-added', 'required-removed'),
  length: bound('length-longer', 'length-shorter', true),
  refusesOverflow: flag('overflow-refused', 'overflow-allowed'),
  height: always('height-changed'),
  codeList: coming('code-list-added', 'code-list-removed', 'code-list-changed'),
  boxes: always('boxes-changed'),
  value: valueCheck,
  /** Absent: a person may write there. */
  closed: coming('cells-closed', 'cells-opened', 'cells-closed'),
  printed: flag('column-printed', 'column-unprinted'),
  within: always('subset-changed'),
  code: coming('code-added', 'code-removed', 'code-changed'),
  width: always('width-changed'),
  header: always('header-changed'),
  arrangement: always('arrangement-changed'),
} as const satisfies Readonly<Record<string, Judge>>

export type Aspect = keyof typeof judges

/** What a difference in an aspect is called; `before` or `after` is absent where an edition says nothing of it. */
export const judge = (aspect: Aspect, before: Fact | undefined, after: Fact | undefined): CheckId =>
  (judges[aspect] as Judge)(before, after)

/** Aspects that are words: their changes show the characters. */
const wordAspects: ReadonlySet<Aspect> = new Set([
  'title',
  'subtitle',
  'mark',
  'label',
  'caption',
  'words',
  'noteText',
  'instruction',
  'total',
])

/** Whether a change is one of words. The text of a cell is, a formula is not. */
export const isWords = (aspect: Aspect, before: Fact, after: Fact): boolean =>
  wordAspects.has(aspect) || (aspect === 'value' && [before, after].every(({ key }) => key.startsWith('text ')))

/** What old figures are multiplied by. */
export function unitFactor(before: Fact | undefined, after: Fact | undefined): Pick<Change, 'factor'> {
  if (!before?.unit || !after?.unit || unitCheck(before, after) !== 'unit-rescaled') return {}
  return { factor: ratio(before.unit.factor, after.unit.factor) }
}
