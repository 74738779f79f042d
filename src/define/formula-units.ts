import {
  addsUp,
  type Column,
  cellUnit,
  countsInSum,
  type Expression,
  leafColumns,
  leafRows,
  type Row,
  type Unit,
} from '../model/index.ts'
import type { Asking, Named } from './operands.ts'

/** Two units that a formula puts together and that are not alike, as it reads: 吨 + 度, or 吨 → 万吨. */
class Unlike extends Error {}

const alike = (a: Unit, b: Unit): boolean => a.quantity === b.quantity && a.factor === b.factor

/**
 * Holds the units of a formula against each other and against the unit of what it fills; a row's formula in every
 * column that adds up. What is multiplied or divided has no unit that is known.
 * @returns the units that are unlike, as the message shows them
 */
export function unlikeUnits(asking: Asking, operands: ReadonlyMap<string, Named>): string | undefined {
  const { of, row, column, kind } = asking.filling
  const columns =
    kind === 'row' && of
      ? leafColumns(of.block.columns).filter(({ kind, ask }) => kind === 'data' && addsUp(ask))
      : [column]
  try {
    for (const each of columns) checkIn(asking, operands, row, each)
  } catch (error) {
    if (error instanceof Unlike) return error.message
    throw error
  }
  return undefined
}

/** @throws Unlike */
function checkIn(
  { formula, filling }: Asking,
  operands: ReadonlyMap<string, Named>,
  row: Row | undefined,
  column: Column | undefined,
): void {
  const one = (name: string): Unit | undefined => {
    const named = operands.get(name)
    if (!named?.of) return named?.unit
    const here = named.of.path === filling.of?.path
    const at = named.row ?? (here ? row : undefined)
    const down = named.column ?? (here ? column : undefined)
    return down && cellUnit(named.of.block, at, down)
  }
  /** `sum(a)` adds up a column, and so does each operand of a sum on a row or of a column elsewhere. */
  const all = (name: string, alone: boolean): (Unit | undefined)[] => {
    const { of, column: down, kind } = operands.get(name) ?? {}
    if (kind !== 'column' || !of || !down || of.block.rows.length === 0) return [one(name)]
    const here = of.path === filling.of?.path
    if (here && !row && !alone) return [one(name)]
    const id = down.path.slice(of.path.length + 1)
    const closed = (each: Row) => (each.cells.get(id) ?? down.ask.value)?.kind === 'closed'
    const counted = leafRows(of.block.rows).filter((each) => each !== row && countsInSum(each, id) && !closed(each))
    return counted.map((each) => cellUnit(of.block, each, down))
  }
  const unitOf = (expression: Expression): Unit | undefined => {
    if (expression.kind === 'number') return undefined
    if (expression.kind === 'name') return one(expression.name)
    if (expression.kind === 'call') {
      const alone = expression.operands.length === 1
      const summed = (each: Expression) => (each.kind === 'name' ? all(each.name, alone) : [unitOf(each)])
      return same(expression.operands.flatMap(summed))
    }
    const units = expression.operands.map(unitOf)
    return expression.operator === '+' || expression.operator === '-' ? same(units) : undefined
  }
  const result = unitOf(formula.expression)
  const own = filling.of ? column && cellUnit(filling.of.block, row, column) : filling.unit
  if (result && own && !alike(result, own)) throw new Unlike(`${result.name} → ${own.name}`)
}

/** @throws Unlike */
function same(units: readonly (Unit | undefined)[]): Unit | undefined {
  const known = units.filter((unit) => unit !== undefined)
  const [first] = known
  if (first && !known.every((unit) => alike(unit, first)))
    throw new Unlike([...new Set(known.map(({ name }) => name))].join(' + '))
  return first
}
