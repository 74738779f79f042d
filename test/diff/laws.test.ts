import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { diskFiles } from '../../src/cli/files.ts'
import { compare } from '../../src/comparison.ts'
import type { FormRequest } from '../../src/pipeline.ts'
import { pairs, written } from '../redline/support/editions.ts'
import { forms } from '../support/forms.ts'
import { mirrored, unordered } from './mirror.ts'

it.each(forms)('$name does not differ from itself', ({ request }) => {
  const { comparison } = compare({ old: request, new: request })
  expect(comparison?.changes).toEqual([])
  expect(comparison?.likelyRenames).toEqual([])
})

it('the reporting year is no difference', () => {
  for (const { shipped, request } of forms.filter((form) => form.shipped)) {
    expect(shipped).toBe(true)
    const year = request.year as number
    const { comparison } = compare({ old: { ...request, year }, new: { ...request, year: year + 1 } })
    expect(comparison?.changes).toEqual([])
  }
})

describe.each(pairs)('$name', ({ old, new: now }) => {
  it('is the mirror of the comparison the other way round', () => {
    expectMirror(old, now)
  })
})

/** @returns whether both editions could be read */
function expectMirror(old: FormRequest, now: FormRequest): boolean {
  const [there, back] = [compare({ old, new: now }).comparison, compare({ old: now, new: old }).comparison]
  if (!there || !back) return false
  expect(unordered(back)).toEqual(mirrored(there))
  return true
}

type Json = { [key: string]: unknown }
const nodeKeys = ['parts', 'tables', 'sections', 'blocks', 'columns', 'rows', 'fields']

interface Nodes {
  readonly nodes: Json
  /** Of the node that they stand below; '' above all. */
  readonly path: string
}

/** Every map of nodes of a definition. */
function maps(node: unknown, path = ''): Nodes[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => {
    if (!nodeKeys.includes(key) || typeof value !== 'object') return maps(value, path)
    const below = Object.entries(value as Json)
    return [{ nodes: value as Json, path }, ...below.flatMap(([id, each]) => maps(each, joined(path, id)))]
  })
}

const joined = (path: string, id: string): string => (path === '' ? id : `${path}.${id}`)

const asMap = (value: unknown): Json => (typeof value === 'string' ? { label: value } : { ...((value ?? {}) as Json) })

/** Something that a person might do to a node among others. */
const edits: readonly ((nodes: Json, id: string, other: string) => Json)[] = [
  (nodes, id) => Object.fromEntries(Object.entries(nodes).filter(([key]) => key !== id)),
  (nodes, id, other) => {
    const swap = (key: string) => (key === id ? other : key === other ? id : key)
    return Object.fromEntries(Object.keys(nodes).map((key) => [swap(key), nodes[swap(key)]]))
  },
  (nodes, id) => renamed(nodes, id, (value) => ({ ...asMap(value), renamedFrom: id })),
  (nodes, id) => renamed(nodes, id, (value) => value),
  (nodes, id) => ({ ...nodes, [id]: { ...asMap(nodes[id]), label: '改了的名称' } }),
  (nodes, id) => ({ ...nodes, [id]: { ...asMap(nodes[id]), unit: '万吨' } }),
  (nodes, id) => ({ ...nodes, [id]: { ...asMap(nodes[id]), type: 'number', max: 100 } }),
  (nodes) => ({ ...nodes, added: '新增的一项' }),
]

const renamed = (nodes: Json, id: string, value: (of: unknown) => unknown): Json =>
  Object.fromEntries(Object.entries(nodes).map(([key, of]) => (key === id ? [`${id}X`, value(of)] : [key, of])))

/** A node goes among others, of another kind perhaps, and says where it stood. */
function moveElsewhere(nodes: Json, id: string, path: string, others: Json): void {
  if (others === nodes || id in others) return
  others[id] = { ...asMap(nodes[id]), renamedFrom: joined(path, id) }
  delete nodes[id]
}

interface Edit {
  readonly at: number
  readonly node: number
  readonly other: number
  readonly edit: number
}

/** A definition with edits made in it; it need not be a right one. */
function edited(source: string, list: readonly Edit[]): string {
  const root = parse(source) as Json
  for (const { at, node, other, edit } of list) {
    const all = maps(root)
    const { nodes, path } = all[at % Math.max(1, all.length)] ?? {}
    const ids = Object.keys(nodes ?? {})
    if (!nodes || path === undefined || ids.length === 0) continue
    const pick = (n: number) => ids[n % ids.length] as string
    if (edit % (edits.length + 1) === edits.length) {
      moveElsewhere(nodes, pick(node), path, (all[other % all.length] as Nodes).nodes)
      continue
    }
    const result = edits[edit % (edits.length + 1)]?.(nodes, pick(node), pick(other)) ?? nodes
    for (const id of ids) delete nodes[id]
    Object.assign(nodes, result)
  }
  return stringify(root)
}

const sources = forms.flatMap(({ request: { form, definitions, year } }) => [
  diskFiles.read(form.endsWith('.yaml') ? form : `${definitions}/${form}/${year}.yaml`),
])
const number = fc.nat(200)
const edit = fc.record({ at: number, node: number, other: number, edit: number })

it('a definition edited at random differs from what it was as that differs from it', () => {
  let read = 0
  fc.assert(
    fc.property(fc.constantFrom(...sources), fc.array(edit, { minLength: 1, maxLength: 6 }), (source, list) => {
      if (expectMirror(written(source), written(edited(source, list)))) read++
    }),
    { numRuns: 200, seed: 5 },
  )
  // Most edits leave a definition that can be read; if they did not, nothing would be shown.
  expect(read).toBeGreaterThan(40)
})
