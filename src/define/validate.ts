import type { z } from 'zod'
import { type Diagnostics, nearest, type Span } from '../diagnostics/index.ts'
import { bare, type Located, type LocatedEntry, type LocatedMap } from '../yaml/index.ts'
import { type Renames, renamed } from './mend.ts'
import { definitionSchema, idPattern } from './schema.ts'
import { keysAt } from './schema-keys.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** A misspelt key may hold a misspelt key: so often is the file read again with what was meant. */
const mostRounds = 8

/**
 * Holds a file against the schema; every departure is reported at its place.
 * @returns the map with misspelt keys and impossible ids replaced, so that what stands below them is checked too
 */
export function validate(root: LocatedMap, report: Diagnostics): LocatedMap {
  let current = root
  for (let round = 0; round < mostRounds; round++) {
    const result = definitionSchema.safeParse(bare(current))
    if (result.success) break
    const teller = new Teller(current, report)
    teller.tellAll(result.error.issues)
    const mended = renamed(current, teller.renames)
    if (mended === current) break
    current = mended
  }
  return current
}

class Teller {
  readonly renames: Renames = new Map()
  readonly #root: LocatedMap
  readonly #report: Diagnostics

  constructor(root: LocatedMap, report: Diagnostics) {
    this.#root = root
    this.#report = report
  }

  /** Misspelt keys first: they explain keys that are missing. */
  tellAll(issues: readonly Issue[]): void {
    for (const misspelt of [true, false])
      for (const issue of issues) if ((issue.code === 'unrecognized_keys') === misspelt) this.tell(issue, [])
  }

  tell(issue: Issue, above: Path): void {
    const path = [...above, ...issue.path]
    const key = String(path.at(-1) ?? '')
    const { node, keyAt, parent, broken } = find(this.#root, path)
    if (broken) return
    switch (issue.code) {
      case 'invalid_union':
        return this.#union(issue, path)
      case 'unrecognized_keys':
        for (const unknown of issue.keys) this.#unknown(unknown, path)
        return
      case 'invalid_key':
        return this.#badId(key, keyAt, parent)
      case 'invalid_type': {
        if (!hasKey(this.#root, path)) return this.#missing(key, node, keyAt)
        return this.#wrongType(key, node, keyAt, [issue.expected])
      }
      default:
        if ('origin' in issue && issue.origin === 'array' && node.kind !== 'list') return
        this.#report.add('bad-value', node.at, { key, value: shown(node), allowed: allowed(issue, key) })
    }
  }

  /** Shorthand makes unions: speak of the branch the author meant, the one of the value's own kind. */
  #union(issue: Issue & { code: 'invalid_union' }, path: Path): void {
    const { node, keyAt } = find(this.#root, path)
    // Of values to choose from, a map or a list is none: what it says itself is looked at.
    const isOther = (i: Issue) => i.code === 'invalid_type' || (i.code === 'invalid_value' && node.kind !== 'scalar')
    const meant = issue.errors.find((branch) => !branch.some((i) => i.path.length === 0 && isOther(i)))
    if (meant) {
      for (const inner of meant) this.tell(inner, path)
      return
    }
    const expected = issue.errors.flatMap((branch) =>
      branch.map((i) => (i.code === 'invalid_type' ? i.expected : i.code === 'invalid_value' ? 'string' : i.code)),
    )
    this.#wrongType(String(path.at(-1) ?? ''), node, keyAt, [...new Set(expected)])
  }

  #missing(key: string, parent: Located, keyAt: Span | undefined): void {
    const meant = parent.kind === 'map' ? [...(this.renames.get(parent)?.values() ?? [])] : []
    if (!meant.includes(key)) this.#report.add('missing-key', keyAt ?? startOf(parent.at), { key })
  }

  #wrongType(key: string, node: Located, keyAt: Span | undefined, expected: readonly string[]): void {
    const got = kind(node)
    if (got === 'nothing' && keyAt && expected.every((type) => type === 'object' || type === 'record'))
      return this.#report.add('empty-node', keyAt, { id: key })
    const at = got === 'nothing' && keyAt ? keyAt : node.at
    this.#report.add('wrong-type', at, { key, expected: expected.join(' / '), got, hint: hint(node, expected) })
  }

  #unknown(key: string, path: Path): void {
    const { node, broken } = find(this.#root, path)
    if (broken || node.kind !== 'map') return
    const entry = node.entries.get(key)
    const at = entry?.keyAt ?? node.at
    if (entry && isPieceOfText(node, entry)) return this.#report.add('flow-text', at)
    const known = keysAt(definitionSchema, path)
    const near = nearest(key, known) ?? ''
    this.#report.add('unknown-key', at, { key, nearest: near, allowed: known.join(', ') })
    if (near !== '' && !node.entries.has(near)) this.#rename(node, key, near)
  }

  #badId(id: string, keyAt: Span | undefined, parent: LocatedMap | undefined): void {
    const entry = parent?.entries.get(id)
    if (parent && entry && isPieceOfText(parent, entry)) {
      const before = [...parent.entries.values()].filter(({ keyAt }) => keyAt.start < entry.keyAt.start).at(-1)
      this.#report.add('flow-text', { ...entry.keyAt, start: before?.value.at.start ?? entry.keyAt.start })
      return this.#rename(parent, id, undefined)
    }
    this.#report.add('bad-id', keyAt, { id })
    if (!parent) return
    const stem = `x${id.replace(/[^A-Za-z0-9]/g, '')}`
    for (let n = 1; ; n++) {
      const name = stem + n
      if (idPattern.test(name) && !parent.entries.has(name)) return this.#rename(parent, id, name)
    }
  }

  #rename(map: LocatedMap, from: string, to: string | undefined): void {
    const known = this.renames.get(map) ?? new Map<string, string | undefined>()
    if (to === undefined || ![...known.values()].includes(to)) this.renames.set(map, known.set(from, to))
  }
}

/** `{label: 甲, 乙}` and `{fee: Fee | $1,000}` read what stands behind the comma as a key without a value. */
const isPieceOfText = ({ flow }: LocatedMap, { keyAt, value }: LocatedEntry): boolean =>
  flow === true && value.kind === 'scalar' && value.value === null && value.at.start <= keyAt.end

/** What a value may be, in words; `pattern:…` and `texts:…` are words of the diagnostics' vocabulary. */
function allowed(issue: Issue, key: string): string {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.map(String).join(', ')
    case 'invalid_format':
      return ['page', 'form', 'factor', 'columnCodes', 'boxes'].includes(key) ? `pattern of ${key}` : 'pattern'
    case 'too_small':
      return issue.origin === 'array'
        ? `${issue.minimum} texts`
        : `${issue.inclusive === false ? '>' : '≥'} ${issue.minimum}`
    case 'too_big':
      return issue.origin === 'array' ? `${issue.maximum} texts` : `≤ ${issue.maximum}`
    default:
      return 'pattern'
  }
}

/** The slip behind a wrong type, where it is plain: quotes that are missing or too many. */
function hint(node: Located, expected: readonly string[]): string {
  const wants = (...types: string[]) => expected.some((type) => types.includes(type))
  if (node.kind !== 'scalar' || node.value === null)
    return node.kind === 'list' && wants('record', 'object') ? 'no dashes' : ''
  if (typeof node.value !== 'string') return wants('string') && !wants('number', 'int') ? 'quotes' : ''
  if (wants('boolean') && /^(yes|no|on|off|是|否)$/i.test(node.text)) return 'true or false'
  return wants('number', 'int') && node.text.trim() !== '' && !Number.isNaN(Number(node.text)) ? 'no quotes' : ''
}

interface Found {
  readonly node: Located
  readonly keyAt?: Span
  readonly parent?: LocatedMap
  /** Whether the path goes through something that could not be read. */
  readonly broken: boolean
}

function find(root: Located, path: Path): Found {
  let found: Found = { node: root, broken: false }
  for (const segment of path) {
    const { node } = found
    if (node.kind === 'map') {
      const entry = node.entries.get(String(segment))
      if (!entry) break
      const broken = found.broken || (entry.value.kind === 'scalar' && entry.value.broken === true)
      found = { node: entry.value, keyAt: entry.keyAt, parent: node, broken }
    } else if (node.kind === 'list' && typeof segment === 'number' && node.items[segment]) {
      found = { ...found, node: node.items[segment] }
    } else break
  }
  return found
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

const startOf = (at: Span): Span => ({ ...at, end: at.start + 1 })

function kind(node: Located): string {
  if (node.kind !== 'scalar') return node.kind
  return node.value === null ? 'nothing' : typeof node.value === 'string' ? 'text' : typeof node.value
}

const shown = (node: Located): string =>
  node.kind === 'scalar' ? node.text : node.kind === 'list' ? `[${node.items.map(shown).join(', ')}]` : '{…}'
