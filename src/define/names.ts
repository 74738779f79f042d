import { nearest, type Span } from '../diagnostics/index.ts'
import type { CellValue, Column, Content, Definition, Expression, Formula, Placed, Row, Unit } from '../model/index.ts'
import type { LocatedMap } from '../yaml/index.ts'
import { stretchOf } from '../yaml/index.ts'
import { childOf } from './normalise.ts'
import { type Context, mapOf } from './reader.ts'

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

  /** The nearest name that would resolve from there. */
  near(name: string, from: string): string {
    const ids = [...new Set([...this.nodes.keys()].flatMap((path) => path.split('.')))]
    return (
      nearest(
        name,
        ids.filter((id) => this.resolve(id, from)),
      ) ?? ''
    )
  }
}

/** The file, to point at the very word. */
export interface Written {
  readonly source: string
  /** With every `like` and shorthand written out. */
  readonly root: LocatedMap
}

interface Checking extends Context, Written {}

/** Checks every name that one node says of another, and the formulas: their operands, units and circles. */
export function checkNames(definition: Definition, known: Context, written: Written): void {
  const context: Checking = { ...known, ...written }
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

/** Where a word of a node stands: the value at the end of the keys, or the last key itself. */
function wordAt(
  { root }: Written,
  path: string,
  keys: readonly string[],
  itself: 'value' | 'key' = 'value',
): Span | undefined {
  let node: LocatedMap | undefined = root
  for (const id of path.split('.')) node = node && childOf(node, id)
  for (const key of keys.slice(0, -1)) node = node && mapOf(node, key)
  const entry = node?.entries.get(keys.at(-1) as string)
  return itself === 'key' ? entry?.keyAt : entry?.value.at
}

function indexContent(index: Index, content: Content, path: string, context: Checking): void {
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
          checkColumn(
            column,
            content.columns,
            wordAt(context, row.path, ['cells', column], 'key') ?? row.at,
            'cells',
            context,
          )
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
    if (list?.key !== undefined)
      checkKey(list.key, wordAt(context, path, ['list', 'key']) ?? list.at, content.columns, context)
    for (const column of list?.more?.keys() ?? [])
      checkColumn(
        column,
        content.columns,
        wordAt(context, path, ['list', 'more', column], 'key') ?? (list?.at as Span),
        'more',
        context,
      )
  } else {
    const children: readonly Placed[] =
      content.kind === 'stack' ? content.children : content.kind === 'fields' ? content.fields : []
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

function checkColumn(
  name: string,
  columns: readonly Column[],
  at: Span,
  key: string,
  { report }: Context,
): Column | undefined {
  const column = columnAt(columns, name)
  const ids = columns.map(({ id }) => id)
  if (!column) report.add('unknown-name', at, { key, name, nearest: nearest(name, ids) ?? '' })
  return column
}

function checkKey(key: string, at: Span, columns: readonly Column[], context: Context): void {
  const column = checkColumn(key, columns, at, 'key', context)
  if (column && ['count', 'number', 'rate'].includes(column.ask.type))
    context.report.add('numeric-key', at, { id: key })
}

function checkWithin(node: Column | Row, siblings: readonly (Column | Row)[], context: Checking): void {
  const { within } = node
  const ids = siblings.map(({ id }) => id)
  if (within === undefined || (ids.includes(within) && within !== node.id)) return
  const at = wordAt(context, node.path, ['within']) ?? node.at
  context.report.add('unknown-name', at, { key: 'within', name: within, nearest: nearest(within, ids) ?? '' })
}

/** Returns the paths of the operands. */
function checkFormula(formula: Formula, path: string, index: Index, { report, source }: Checking): string[] {
  const operands: string[] = []
  const unitOf = (expression: Expression): Unit | undefined => {
    switch (expression.kind) {
      case 'number':
        return undefined
      case 'name': {
        const named = index.resolve(expression.name, path)
        if (named) {
          operands.push(named.path)
          formula.operands.set(expression.name, named.path)
        } else
          report.add('unknown-operand', operandAt(formula, expression.name, source), {
            name: expression.name,
            nearest: index.near(expression.name, path),
          })
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

/** The place of a name in a formula, where it stands as a word of its own. */
function operandAt({ source: formula, at }: Formula, name: string, source: string): Span {
  const found = new RegExp(
    `(?<![\\p{L}\\p{N}_.])${name.replaceAll('.', '\\s*\\.\\s*').replaceAll('$', '\\$')}(?![\\p{L}\\p{N}_.])`,
    'u',
  ).exec(formula)
  return found ? stretchOf(source, at, formula, found.index, found[0].length) : at
}

function sameUnit(units: (Unit | undefined)[], formula: Formula, report: Context['report']): Unit | undefined {
  const known = units.filter((unit) => unit !== undefined)
  const [first] = known
  if (first && known.some(({ quantity, factor }) => quantity !== first.quantity || factor !== first.factor))
    report.add('unlike-units', formula.at, { units: [...new Set(known.map(({ name }) => name))].join(' + ') })
  return first
}

/** Paths from the node that all stand in: the same formula, reached through `like`, is told once. */
function relative(paths: readonly string[]): string[] {
  const split = paths.map((path) => path.split('.'))
  const least = Math.min(...split.map((ids) => ids.length)) - 1
  let common = 0
  while (common < least && split.every((ids) => ids[common] === split[0]?.[common])) common++
  return split.map((ids) => ids.slice(common).join('.'))
}

function reportCircles(edges: ReadonlyMap<string, string[]>, index: Index, { report }: Context): void {
  const done = new Set<string>()
  const walk = (path: string, trail: string[]): void => {
    const from = trail.indexOf(path)
    if (from >= 0) {
      const circle = trail.slice(from)
      const at = index.nodes.get(circle[0] as string)?.formulas[0]?.at
      report.add('formula-circle', at, { circle: relative([...circle, path]).join(' → ') })
      return
    }
    if (done.has(path)) return
    for (const operand of edges.get(path) ?? []) walk(operand, [...trail, path])
    done.add(path)
  }
  for (const path of edges.keys()) walk(path, [])
}
