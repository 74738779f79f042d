import type { z } from 'zod'
import { type Diagnostics, nearest, type Span } from '../diagnostics/index.ts'
import { definitionSchema, idPattern } from './schema.ts'
import { bare, type Located, type LocatedMap } from './source.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** Holds a file against the schema; every departure is reported at its place. */
export function validate(root: LocatedMap, report: Diagnostics): boolean {
  const result = definitionSchema.safeParse(bare(root))
  if (result.success) return true
  for (const issue of result.error.issues) tell(issue, [], root, report)
  return false
}

function tell(issue: Issue, above: Path, root: LocatedMap, report: Diagnostics): void {
  const path = [...above, ...issue.path]
  const key = String(path.at(-1) ?? '')
  const { node, keyAt } = find(root, path)
  switch (issue.code) {
    case 'invalid_union':
      return tellUnion(issue, path, root, report)
    case 'unrecognized_keys':
      for (const unknown of issue.keys) tellUnknown(unknown, path, root, report)
      return
    case 'invalid_key':
      return report.add('bad-id', keyAt, { id: key })
    case 'invalid_type': {
      const missing = issue.input === undefined && !hasKey(root, path)
      if (missing) return report.add('missing-key', keyAt ?? node.at, { key })
      return report.add('wrong-type', node.at, { key, expected: issue.expected, got: kind(node) })
    }
    case 'invalid_value':
      return report.add('bad-value', node.at, { key, value: shown(node), allowed: issue.values.map(String).join(', ') })
    case 'invalid_format':
      if (issue.pattern === idPattern.toString()) return report.add('bad-id', keyAt ?? node.at, { id: key })
      return report.add('bad-value', node.at, { key, value: shown(node), allowed: issue.pattern ?? issue.format })
    case 'too_small':
      return report.add('bad-value', node.at, { key, value: shown(node), allowed: `≥ ${issue.minimum}` })
    case 'too_big':
      return report.add('bad-value', node.at, { key, value: shown(node), allowed: `≤ ${issue.maximum}` })
    default:
      return report.add('bad-value', node.at, { key, value: shown(node), allowed: issue.message })
  }
}

/** Shorthand makes unions: speak of the branch the author meant, the one of the value's own kind. */
function tellUnion(issue: Issue & { code: 'invalid_union' }, path: Path, root: LocatedMap, report: Diagnostics): void {
  const meant = issue.errors.find((branch) => !branch.some((i) => i.path.length === 0 && i.code === 'invalid_type'))
  if (meant) {
    for (const inner of meant) tell(inner, path, root, report)
    return
  }
  const expected = issue.errors.flatMap((branch) => branch.map((i) => (i.code === 'invalid_type' ? i.expected : i.code)))
  const { node } = find(root, path)
  report.add('wrong-type', node.at, {
    key: String(path.at(-1) ?? ''),
    expected: [...new Set(expected)].join(' / '),
    got: kind(node),
  })
}

function tellUnknown(key: string, path: Path, root: LocatedMap, report: Diagnostics): void {
  const { node } = find(root, path)
  const entry = node.kind === 'map' ? node.entries.get(key) : undefined
  const allowed = allowedKeys(path)
  report.add('unknown-key', entry?.keyAt ?? node.at, { key, nearest: nearest(key, allowed) ?? '', allowed: allowed.join(', ') })
}

/** The keys the schema knows at a path. */
function allowedKeys(path: Path): string[] {
  let schema: z.core.$ZodType | undefined = definitionSchema
  for (const segment of path) schema = schema && below(schema, String(segment))
  return schema ? Object.keys(shape(schema) ?? {}) : []
}

interface Def {
  type: string
  shape?: Record<string, z.core.$ZodType>
  innerType?: z.core.$ZodType
  valueType?: z.core.$ZodType
  options?: z.core.$ZodType[]
  getter?: () => z.core.$ZodType
}
const def = (schema: z.core.$ZodType): Def => {
  const found = schema._zod.def as unknown as Def
  return found.getter ? def(found.getter()) : found
}

function shape(schema: z.core.$ZodType): Record<string, z.core.$ZodType> | undefined {
  const { shape: own, innerType, options } = def(schema)
  if (own) return own
  if (innerType) return shape(innerType)
  return options?.map(shape).find((found) => found !== undefined)
}

function below(schema: z.core.$ZodType, key: string): z.core.$ZodType | undefined {
  const { innerType, valueType, options, shape: own } = def(schema)
  if (own) return own[key]
  if (valueType) return valueType
  if (innerType) return below(innerType, key)
  return options?.map((option) => below(option, key)).find((found) => found !== undefined)
}

function find(root: Located, path: Path): { node: Located; keyAt?: Span } {
  let node: Located = root
  let keyAt: Span | undefined
  for (const segment of path) {
    if (node.kind === 'map') {
      const entry = node.entries.get(String(segment))
      if (!entry) break
      keyAt = entry.keyAt
      node = entry.value
    } else if (node.kind === 'list' && typeof segment === 'number' && node.items[segment]) {
      node = node.items[segment]
    } else break
  }
  return keyAt ? { node, keyAt } : { node }
}

function hasKey(root: Located, path: Path): boolean {
  let node: Located | undefined = root
  for (const segment of path) {
    if (node?.kind === 'map') node = node.entries.get(String(segment))?.value
    else if (node?.kind === 'list') node = node.items[Number(segment)]
    else return false
  }
  return node !== undefined
}

function kind(node: Located): string {
  if (node.kind !== 'scalar') return node.kind
  return node.value === null ? 'nothing' : typeof node.value === 'string' ? 'text' : typeof node.value
}

const shown = (node: Located): string => (node.kind === 'scalar' ? node.text : kind(node))
