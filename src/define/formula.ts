import jsep from 'jsep'
import type { Diagnostics } from '../diagnostics/index.ts'
import type { Expression, Formula } from '../model/index.ts'
import type { LocatedScalar } from './source.ts'

const operators = ['+', '-', '*', '/'] as const
type Operator = (typeof operators)[number]

/**
 * Reads `= low + high` or `= sum(value)`. jsep reads expressions (small, no dependencies, no evaluation); what the
 * language has no meaning for is refused here.
 */
export function parseFormula(scalar: LocatedScalar, report: Diagnostics): Formula | undefined {
  const source = scalar.text.replace(/^\s*=\s*/, '')
  try {
    const expression = toExpression(jsep(source))
    return { source, at: scalar.at, expression }
  } catch (error) {
    report.add('bad-formula', scalar.at, { problem: error instanceof Error ? error.message : String(error) })
    return undefined
  }
}

function toExpression(node: jsep.Expression): Expression {
  const refuse = (what: string): never => {
    throw new Error(what)
  }
  switch (node.type) {
    case 'Literal': {
      const { value, raw } = node as jsep.Literal
      return typeof value === 'number' ? { kind: 'number', value: raw } : refuse(raw)
    }
    case 'Identifier':
    case 'MemberExpression':
      return { kind: 'name', name: dotted(node) ?? refuse('[ ]') }
    case 'BinaryExpression': {
      const { operator, left, right } = node as jsep.BinaryExpression
      if (!(operators as readonly string[]).includes(operator)) return refuse(operator)
      return { kind: 'operation', operator: operator as Operator, operands: [toExpression(left), toExpression(right)] }
    }
    case 'CallExpression': {
      const { callee, arguments: operands } = node as jsep.CallExpression
      const name = dotted(callee)
      if (name !== 'sum' || operands.length === 0) return refuse(`${name ?? ''}(…)`)
      return { kind: 'call', name, operands: operands.map(toExpression) }
    }
    default:
      return refuse(node.type === 'Compound' && (node as jsep.Compound).body.length === 0 ? '=' : node.type)
  }
}

function dotted(node: jsep.Expression): string | undefined {
  if (node.type === 'Identifier') return (node as jsep.Identifier).name
  if (node.type !== 'MemberExpression') return undefined
  const { computed, object, property } = node as jsep.MemberExpression
  const [head, tail] = [dotted(object), dotted(property)]
  return computed || head === undefined || tail === undefined ? undefined : `${head}.${tail}`
}
