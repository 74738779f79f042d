import { nearest, type Span } from '../diagnostics/index.ts'
import type { CellValue, Column, Content, Definition, Expression, Formula, Placed, Row, Unit } from '../model/index.ts'
import type { Context } from './reader.ts'

interface Named {
  readonly path: string
  /** Where its formulas look for names first: among what stands beside this. */
  readonly scope: string
  readonly unit?: Unit
  readonly formulas: Formula[]
}

/** Everything a formula may name, by path, and the formulas with the place they stand in. */
class Index {
  readonly nodes = new Map<string, Named>()

  add(path: string, unit?: Unit, value?: CellValue, scope = path): void {
    const formulas = value?.kind === 'formula' ? [value.formula] : []
    this.nodes.set(path, { path, scope, formulas, ...(unit ? { unit } : {}) })
  }

  /** Names resolve outward: the first segment among the siblings, then a level up, and so on. */
  resolve(name: string, from: string): Named | undefined {
    const [first = ''] = name.split('.')
    const scope = from.split('.')
    while (scope.length > 0) {
      scope.pop()
      const prefix = scope.length > 0 ? `${scope.join('.')}.` : ''
      if (this.nodes.has(prefix + first)) return this.nodes.get(prefix + name)
    }
    return undefined
  }

  near(name: string): string {
    const ids = [...new Set([...this.nodes.keys()].flatMap((path) => path.split('.')))]
    return nearest(name, ids) ?? ''
  }
}

/** Checks every name that one node says of another, and the formulas: their operands, units and circles. */
export function checkNames(definition: Definition, context: Context): void {
  const index = new Index()
  for (const part of definition.parts) {
    index.add(part.path)
    for (const table of part.tables) {
      if (table.path !== part.path) index.add(table.path)
      indexContent(index, table.content, table.path, context)
    }
  }
  const edges = new Map<string, string[]>()
  for (const { path, scope, formulas } of index.nodes.values())
    for (const formula of formulas) edges.set(path, checkFormula(formula, scope, index, context))
  reportCircles(edges, index, context)
}

function indexContent(index: Index, content: Content, path: string, context: Context): void {
  if (content.kind === 'entry') {
    index.add(path, content.ask.unit, content.ask.value)
  } else if (content.kind === 'block') {
    const addColumns = (columns: readonly Column[]) => {
      for (const column of columns) {
        index.add(column.path, column.ask.unit, column.ask.value)
        checkWithin(column, columns, context)
        addColumns(column.children)
      }
    }
    const addRows = (rows: readonly Row[]) => {
      for (const row of rows) {
        index.add(row.path, row.unit, row.value)
        for (const [column, value] of row.cells) {
          checkColumn(column, content.columns, path, row.at, 'cells', context)
          // A column's name means the column, in the cell itself too: `= sum(cost)` in the cell of `cost`.
          if (value.kind === 'formula') index.add(`${row.path}.${column}`, row.unit, value, row.path)
        }
        checkWithin(row, rows, context)
        addRows(row.children)
      }
    }
    addColumns(content.columns)
    addRows(content.rows)
    const { list } = content
    if (list?.key !== undefined) checkKey(list.key, list.at, content.columns, path, context)
    for (const column of list?.more?.keys() ?? []) checkColumn(column, content.columns, path, list?.at as Span, 'more', context)
  } else {
    const children: readonly Placed[] = content.kind === 'stack' ? content.children : content.kind === 'fields' ? content.fields : []
    for (const child of children) {
      index.add(child.path)
      indexContent(index, child.content, child.path, context)
    }
  }
}

function columnAt(columns: readonly Column[], name: string): Column | undefined {
  const [first, ...rest] = name.split('.')
  const column = columns.find(({ id }) => id === first)
  return rest.length === 0 ? column : column && columnAt(column.children, rest.join('.'))
}

function checkColumn(name: string, columns: readonly Column[], _path: string, at: Span, key: string, { report }: Context): Column | undefined {
  const column = columnAt(columns, name)
  const ids = columns.map(({ id }) => id)
  if (!column) report.add('unknown-name', at, { key, name, nearest: nearest(name, ids) ?? '' })
  return column
}

function checkKey(key: string, at: Span, columns: readonly Column[], path: string, context: Context): void {
  const column = checkColumn(key, columns, path, at, 'key', context)
  if (column && ['count', 'number', 'rate'].includes(column.ask.type)) context.report.add('numeric-key', at, { id: key })
}

function checkWithin(node: Column | Row, siblings: readonly (Column | Row)[], { report }: Context): void {
  const { within } = node
  const ids = siblings.map(({ id }) => id)
  if (within === undefined || (ids.includes(within) && within !== node.id)) return
  report.add('unknown-name', node.at, { key: 'within', name: within, nearest: nearest(within, ids) ?? '' })
}

/** Returns the paths of the operands. */
function checkFormula(formula: Formula, path: string, index: Index, { report }: Context): string[] {
  const operands: string[] = []
  const unitOf = (expression: Expression): Unit | undefined => {
    switch (expression.kind) {
      case 'number':
        return undefined
      case 'name': {
        const named = index.resolve(expression.name, path)
        if (named) operands.push(named.path)
        else report.add('unknown-operand', formula.at, { name: expression.name, nearest: index.near(expression.name) })
        return named?.unit
      }
      case 'call':
        return sameUnit(expression.operands.map(unitOf), formula, report)
      case 'operation': {
        const units = expression.operands.map(unitOf)
        return expression.operator === '+' || expression.operator === '-' ? sameUnit(units, formula, report) : undefined
      }
    }
  }
  unitOf(formula.expression)
  return operands
}

function sameUnit(units: (Unit | undefined)[], formula: Formula, report: Context['report']): Unit | undefined {
  const known = units.filter((unit) => unit !== undefined)
  const [first] = known
  if (first && known.some(({ quantity, factor }) => quantity !== first.quantity || factor !== first.factor))
    report.add('unlike-units', formula.at, { units: [...new Set(known.map(({ name }) => name))].join(' + ') })
  return first
}

function reportCircles(edges: ReadonlyMap<string, string[]>, index: Index, { report }: Context): void {
  const done = new Set<string>()
  const walk = (path: string, trail: string[]): void => {
    const from = trail.indexOf(path)
    if (from >= 0) {
      const circle = trail.slice(from)
      const at = index.nodes.get(circle[0] as string)?.formulas[0]?.at
      report.add('formula-circle', at, { circle: [...circle, path].join(' → ') })
      return
    }
    if (done.has(path)) return
    for (const operand of edges.get(path) ?? []) walk(operand, [...trail, path])
    done.add(path)
  }
  for (const path of edges.keys()) walk(path, [])
}
