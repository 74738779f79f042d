import jsep from 'jsep'
import type { Diagnostics, Span } from '../diagnostics/index.ts'
import type { Expression, Formula } from '../model/index.ts'
import type { LocatedScalar } from '../yaml/index.ts'

const operators = ['+', '-', '*', '/'] as const
type Operator = (typeof operators)[number]

/** A part of a formula that the language has no meaning for. */
class Refused extends Error {
  /** As written, to find it in the formula. */
  readonly part: string
  constructor(problem: string, part: string) {
    super(problem)
    this.part = part
  }
}

/** Full-width signs: jsep would take them for parts of a name. */
const fullWidth = /[＋－—×＊÷／（），．＝０-９]/

/**
 * Reads `= low + high` or `= sum(value)`. jsep reads expressions (small, no dependencies, no evaluation); what the
 * language has no meaning for is refused here.
 */
export function parseFormula(scalar: LocatedScalar, report: Diagnostics): Formula | undefined {
  const { text } = scalar
  const lead = /^\s*=\s*/.exec(text)?.[0].length ?? 0
  const source = text.slice(lead)
  const refuse = (problem: string, offset: number, length: number): undefined => {
    report.add('bad-formula', stretch(scalar, lead + offset, length), { problem })
  }
  const wide = fullWidth.exec(source)
  if (wide) return refuse('full-width sign', wide.index, 1)
  try {
    return { source, at: scalar.at, expression: toExpression(jsep(source)), operands: new Map() }
  } catch (error) {
    if (error instanceof Refused) {
      const offset = source.indexOf(error.part)
      return refuse(error.message, Math.max(offset, 0), offset < 0 ? source.length : error.part.length)
    }
    const { index = 0, description } = error as { index?: number; description?: string }
    return refuse(description ?? 'IMPOSSIBLE', Math.min(index, Math.max(0, source.length - 1)), 1)
  }
}

/** A stretch of the formula; the whole scalar where its source is folded or escaped. */
function stretch({ at, text }: LocatedScalar, offset: number, length: number): Span {
  const quotes = at.end - at.start - text.length
  if ((quotes !== 0 && quotes !== 2) || length === 0) return at
  const start = at.start + quotes / 2 + offset
  return { ...at, start, end: start + length }
}

function toExpression(node: jsep.Expression): Expression {
  const refuse = (part: string): never => {
    throw new Refused(`Unexpected ${part}`, part)
  }
  switch (node.type) {
    case 'Literal': {
      const { value, raw } = node as jsep.Literal
      return typeof value === 'number' ? { kind: 'number', value: raw } : refuse(raw)
    }
    case 'Identifier':
    case 'ThisExpression':
    case 'MemberExpression':
      return { kind: 'name', name: dotted(node) ?? refuse('[') }
    case 'BinaryExpression': {
      const { operator, left, right } = node as jsep.BinaryExpression
      if (!(operators as readonly string[]).includes(operator)) return refuse(operator)
      return { kind: 'operation', operator: operator as Operator, operands: [toExpression(left), toExpression(right)] }
    }
    case 'CallExpression': {
      const { callee, arguments: operands } = node as jsep.CallExpression
      const name = dotted(callee) ?? '('
      if (name !== 'sum') return refuse(name)
      if (operands.length === 0) throw new Refused('nothing to sum', name)
      return { kind: 'call', name, operands: operands.map(toExpression) }
    }
    case 'UnaryExpression':
      return refuse((node as jsep.UnaryExpression).operator)
    case 'ConditionalExpression':
      return refuse('?')
    case 'ArrayExpression':
      return refuse('[')
    case 'SequenceExpression':
      return refuse(',')
    case 'Compound':
      throw new Refused((node as jsep.Compound).body.length === 0 ? 'empty formula' : 'missing operator', '')
    default:
      throw new Refused('IMPOSSIBLE', '')
  }
}

function dotted(node: jsep.Expression): string | undefined {
  if (node.type === 'Identifier') return (node as jsep.Identifier).name
  // A word of JavaScript to jsep; to a form an id like any other.
  if (node.type === 'ThisExpression') return 'this'
  if (node.type !== 'MemberExpression') return undefined
  const { computed, object, property } = node as jsep.MemberExpression
  const [head, tail] = [dotted(object), dotted(property)]
  return computed || head === undefined || tail === undefined ? undefined : `${head}.${tail}`
}
