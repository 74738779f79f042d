import type { Span } from '../diagnostics/index.ts'
import { addsUp, type Expression, type Formula } from '../model/index.ts'
import { stretchOf } from '../yaml/index.ts'
import { unlikeUnits } from './formula-units.ts'
import { type Asking, type Index, type Named, vague } from './operands.ts'
import type { Context } from './reader.ts'

interface Checking extends Context {
  /** The file, to point at the very word. */
  readonly source: string
}

/** Checks the formulas: that each operand is one figure, that units agree, that none comes back to itself. */
export function checkFormulas(index: Index, context: Checking): void {
  const edges = new Map<string, readonly string[]>()
  for (const asking of index.asking) {
    const operands = operandsOf(asking, index, context)
    edges.set(
      asking.filling.path,
      [...operands.values()].map(({ path }) => path),
    )
    for (const named of operands.values()) if (named.kind === 'cell') rest(named, index, edges)
    const units = unlikeUnits(asking, operands)
    if (units !== undefined) context.report.add('unlike-units', asking.formula.at, { units })
  }
  reportCircles(edges, index, context)
}

/** A cell without a formula of its own is filled by its column's, else by its row's. */
function rest({ path, row, column, of }: Named, index: Index, edges: Map<string, readonly string[]>): void {
  if (index.nodes.has(path) || !column || !of) return
  const byColumn = !row || column.ask.value?.kind === 'formula'
  edges.set(path, byColumn ? [column.path] : addsUp(column.ask) ? [row.path] : [])
}

/** What each name of a formula stands for; what is unknown or no single figure is reported. */
function operandsOf({ formula, filling, scope }: Asking, index: Index, context: Checking): Map<string, Named> {
  const { report, source } = context
  const operands = new Map<string, Named>()
  const walk = (expression: Expression, summed: boolean): void => {
    if (expression.kind === 'operation') for (const each of expression.operands) walk(each, false)
    if (expression.kind === 'call') for (const each of expression.operands) walk(each, true)
    if (expression.kind !== 'name') return
    const { name } = expression
    const named = index.resolve(name, scope)
    const at = () => operandAt(formula, name, source)
    if (!named) return report.add('unknown-operand', at(), { name, nearest: index.near(name, scope) })
    const kind = vague(named, filling, summed)
    if (kind !== undefined) return report.add('vague-operand', at(), { name, kind })
    operands.set(name, named)
    formula.operands.set(name, named.path)
  }
  walk(formula.expression, false)
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

/** Paths from the node that all stand in: the same formula, reached through `like`, is told once. */
function relative(paths: readonly string[]): string[] {
  const split = paths.map((path) => path.split('.'))
  const least = Math.min(...split.map((ids) => ids.length)) - 1
  let common = 0
  while (common < least && split.every((ids) => ids[common] === split[0]?.[common])) common++
  return split.map((ids) => ids.slice(common).join('.'))
}

function reportCircles(edges: ReadonlyMap<string, readonly string[]>, index: Index, { report }: Context): void {
  const places = new Map(index.asking.map(({ filling, formula }) => [filling.path, formula.at]))
  const done = new Set<string>()
  const walk = (path: string, trail: string[]): void => {
    const from = trail.indexOf(path)
    if (from >= 0) {
      const circle = trail.slice(from)
      const at = circle.map((each) => places.get(each)).find((each) => each !== undefined)
      report.add('formula-circle', at, { circle: relative([...circle, path]).join(' → ') })
      return
    }
    if (done.has(path)) return
    for (const operand of edges.get(path) ?? []) walk(operand, [...trail, path])
    done.add(path)
  }
  for (const path of edges.keys()) walk(path, [])
}
