import { type Ask, type CellValue, type Expression, type Form, type Formula, mostCharacters } from '../model/index.ts'
import { parseValueText } from '../text/holes.ts'
import {
  citations,
  type Fact,
  fact,
  flag,
  partedFact,
  type SharedNames,
  textFacts,
  textSaid,
  unitFact,
} from './facts.ts'

/** What is asked: its type, unit, bounds and what the form itself says in the cell. */
export function askFacts(form: Form, names: SharedNames, ask: Ask): Fact[] {
  const { min, max } = ask
  const most = mostCharacters(ask)
  return [
    ...fact('type', ask.type),
    ...unitFact(ask.unit),
    ...fact('unitPlace', ask.unitAt),
    ...fact('decimals', ask.decimals),
    ...(min === undefined && max === undefined
      ? []
      : [{ aspect: 'range' as const, key: `${min ?? ''} ${max ?? ''}`, shown: rangeOf(min, max) }]),
    ...partedFact('grouping', {
      grouping: ask.grouping ? '1,234' : '1234',
      negative: ask.negative ?? 'minus',
      empty: ask.empty,
    }),
    ...(ask.overflow === 'error' ? flag('refusesOverflow', true) : []),
    ...fact('tolerance', ask.tolerance),
    ...(ask.required === true ? flag('required', true) : []),
    ...fact('length', most),
    ...heightFact(ask),
    ...fact('codeList', ask.from),
    ...fact('boxes', ask.boxes ? ['boxes', ...(ask.groups ?? [])].join(' ') : 'none'),
    ...valueFacts(form, names, ask.value),
    ...textFacts(form, names, 'words', ask.sign, 'sign'),
  ]
}

/** How high the place is, and whether its text shrinks rather than that it grows. */
const heightFact = ({ lines, overflow, shrinkTo }: Ask): Fact[] =>
  partedFact('height', { lines, shrinkTo: overflow === 'shrink' ? (shrinkTo ?? 'shrink') : undefined })

function rangeOf(min: string | number | undefined, max: string | number | undefined): string {
  if (min !== undefined && max !== undefined) return `${min}–${max}`
  return min === undefined ? `≤ ${max}` : `≥ ${min}`
}

/** Whether a person writes in the cell itself; a formula may be stated. */
export const takesInput = (value: CellValue | undefined): boolean => {
  if (value?.kind === 'closed') return false
  if (value?.kind !== 'text') return true
  return parseValueText(value.text.source).some((part) => part.kind === 'hole' && part.id === '')
}

/** That nobody writes in a cell. @param more the column, in a row whose cells differ */
export const closedFact = (closed: boolean, more: Pick<Fact, 'slot' | 'ofColumn'> = {}): Fact[] =>
  closed ? flag('closed', true).map((each) => ({ ...each, ...more })) : []

/** What the form says in a cell. @param slot the column, in a row whose cells differ */
export function valueFacts(form: Form, names: SharedNames, value: CellValue | undefined, slot?: string): Fact[] {
  const at = slot === undefined ? {} : { slot }
  switch (value?.kind) {
    case 'formula':
      return [
        { aspect: 'value', key: `formula ${formulaKey(names, value.formula)}`, shown: shownOf(value.formula), ...at },
      ]
    case 'text': {
      const said = textSaid(form, value.text)
      const key = `text ${value.filledOnly ? 'filled' : ''} ${said.key}`
      return [{ aspect: 'value', ...said, key, ...at }, ...citations(names, value.text)]
    }
    default:
      return []
  }
}

const shownOf = ({ source }: Formula): string => source.replace(/^=?\s*/, '= ')

/** In a sum or product the order of the operands says nothing. */
const ordered = (operator: string, operands: string[]): string[] =>
  operator === '+' || operator === '*' ? operands.sort() : operands

/** A formula with its operands named as both editions name them: spaces and renamed operands are no change. */
function formulaKey(names: SharedNames, { expression, operands }: Formula): string {
  const write = (part: Expression): string => {
    switch (part.kind) {
      case 'number':
        return part.value
      case 'name':
        return names.node(operands.get(part.name) ?? part.name)
      case 'operation':
        return `(${ordered(part.operator, part.operands.map(write)).join(` ${part.operator} `)})`
      case 'call':
        return `${part.name}(${part.operands.map(write).join(', ')})`
    }
  }
  return write(expression)
}
