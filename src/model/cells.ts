import { printedLeaves } from './columns.ts'
import type { Ask, CellValue, Column, Expression, Row } from './definition.ts'
import { typeOfUnit, type Unit } from './units.ts'

/** Types whose cells hold a figure. */
export const isNumeric = (type: Ask['type']): boolean => ['count', 'number', 'rate', 'quantity'].includes(type)

/**
 * What formulas of rows and total rows add up: a rate does not, nor a quotient, whose sum means nothing, and a quantity
 * brings its own unit.
 */
export const addsUp = ({ type, value }: Ask): boolean =>
  (type === 'count' || type === 'number') && !(value?.kind === 'formula' && isQuotient(value.formula.expression))

/** Whether a formula divides by what is filled in: an average, a share. */
function isQuotient(expression: Expression): boolean {
  if (expression.kind === 'name' || expression.kind === 'number') return false
  const [, right] = expression.operands
  const divides = expression.kind === 'operation' && expression.operator === '/' && right?.kind !== 'number'
  return divides || expression.operands.some(isQuotient)
}

/** Whether a total row has a cell for it: what adds up, and quantities, which add up where their units agree. */
export const hasTotal = (ask: Ask): boolean => addsUp(ask) || ask.type === 'quantity'

/** Characters that a place to write takes at most; absent where only the formats set a limit. A box takes one. */
export function mostCharacters({ type, length, boxes, options }: Ask): number | undefined {
  if (options.length > 0 || type === 'check') return undefined
  return length ?? (boxes ? 1 : undefined)
}

/** How data name a cell itself beside the places within it. */
export const ownKey = 'text'

/** What `<people:人>` asks: a type or a unit by name, else a text. */
export function holeAsk(what: string | undefined, units: ReadonlyMap<string, Unit>): Ask {
  const plain = { unitAt: 'none' as const, options: [], boxes: false }
  const unit = what === undefined ? undefined : units.get(what)
  if (unit) return { ...plain, unit, type: typeOfUnit(unit) }
  return { ...plain, type: (what as Ask['type'] | undefined) ?? 'text' }
}

/**
 * What the form itself says in a cell of a named row: the row's own word for this column, else the column's, else the
 * formula that the row has for all that adds up.
 * @param at path of the column within its block
 */
export function valueInRow({ ask }: Column, row: Row | undefined, at: string): CellValue | undefined {
  return row?.cells.get(at) ?? ask.value ?? (addsUp(ask) ? row?.value : undefined)
}

/** Beside others that say what they are, a row without a label is an empty one that nobody fills. */
export function isGap({ label, children }: Row, columns: readonly Column[]): boolean {
  if (label !== undefined || children.length > 0) return false
  const kinds = printedLeaves(columns).map(({ kind }) => kind)
  return kinds.includes('stub') && !kinds.includes('group')
}
