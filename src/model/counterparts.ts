import type { Content, Definition, Node } from './definition.ts'

/** What siblings are counted among: a row and a column of one id are never one thing. */
export type TreeKind = 'part' | 'table' | 'placed' | 'column' | 'row'

/** A node of a definition with the nodes below it, whatever it is. */
export interface TreeNode {
  readonly kind: TreeKind
  readonly node: Node
  readonly children: readonly TreeNode[]
}

/** All that has an id in a definition, in printed order, notes aside. A part that is its only table stands once. */
export const treeOf = ({ parts }: Definition): readonly TreeNode[] =>
  parts.map((part) => {
    const [only] = part.tables
    const tables = part.tables.map((table) => ({
      kind: 'table' as const,
      node: table,
      children: contentOf(table.content),
    }))
    return { kind: 'part', node: part, children: only?.path === part.path ? contentOf(only.content) : tables }
  })

function contentOf(content: Content): TreeNode[] {
  switch (content.kind) {
    case 'stack':
      return content.children.map((node) => ({ kind: 'placed', node, children: contentOf(node.content) }))
    case 'fields':
      return [
        ...below('column', content.columns),
        ...content.fields.map((node): TreeNode => ({ kind: 'placed', node, children: contentOf(node.content) })),
      ]
    case 'block':
      return [...below('column', content.columns), ...below('row', content.rows)]
    default:
      return []
  }
}

interface Nested extends Node {
  readonly children: readonly Nested[]
}

const below = (kind: TreeKind, nodes: readonly Nested[]): TreeNode[] =>
  nodes.map((node) => ({ kind, node, children: below(kind, node.children) }))

/**
 * Which node of one edition is which of another, by path: the same id beside the same siblings, or a `renamedFrom` of
 * either edition, so that it serves in both directions. What has no counterpart is not in it.
 * @param kinds `alike`: data write a column, a row and what stands elsewhere each in its own way, so that none of them
 *   continues another; `any`: who carries values over asks where they went, whatever holds them there
 */
export function counterparts(
  from: Definition,
  to: Definition,
  kinds: 'alike' | 'any' = 'alike',
): ReadonlyMap<string, string> {
  const [here, there] = [byPath(treeOf(from)), byPath(treeOf(to))]
  const moved = new Map<string, string>()
  const continues = (one: TreeNode | undefined, other: TreeNode): boolean =>
    one !== undefined && (kinds === 'any' || dataKind(one) === dataKind(other))
  for (const each of there.values())
    for (const path of movedFrom(each.node)) if (continues(here.get(path), each)) moved.set(path, each.node.path)
  for (const each of here.values())
    for (const path of movedFrom(each.node)) if (continues(there.get(path), each)) moved.set(each.node.path, path)
  const arrived = new Set(moved.values())
  const pairs = new Map<string, string>()
  const pair = (left: readonly TreeNode[], right: readonly TreeNode[]): void => {
    const stay = left.filter(({ node }) => !moved.has(node.path))
    const free = right.filter(({ node }) => !arrived.has(node.path))
    const matched = siblingsOf(stay, free)
    for (const one of stay) {
      const other = matched.get(one)
      if (!other) continue
      pairs.set(one.node.path, other.node.path)
      pair(one.children, other.children)
    }
  }
  pair(treeOf(from), treeOf(to))
  for (const [path, target] of moved) {
    pairs.set(path, target)
    pair(here.get(path)?.children ?? [], there.get(target)?.children ?? [])
  }
  return pairs
}

/** Editions of one form, by its id or, where that is another, by something to fill in that both have. */
export function isSameForm(one: Definition, other: Definition): boolean {
  if (one.form === other.form) return true
  const pairs = counterparts(one, other)
  const shared = (nodes: readonly TreeNode[]): boolean =>
    nodes.some(({ node, children }) => (children.length > 0 ? shared(children) : pairs.has(node.path)))
  return shared(treeOf(one))
}

/** What `counterparts` is of nodes, of notes by id. */
export function noteCounterparts(from: Definition, to: Definition): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  for (const id of from.notes.keys()) {
    const [before] = (from.renamedNotes.get(id) ?? []).filter((name) => to.notes.has(name))
    const after = [...to.renamedNotes].find(([, names]) => names.includes(id))?.[0]
    const other = to.notes.has(id) ? id : (after ?? before)
    if (other !== undefined) pairs.set(id, other)
  }
  return pairs
}

const dataKind = ({ kind }: TreeNode): string => (kind === 'column' || kind === 'row' ? kind : 'other')

const movedFrom = ({ renamedFrom }: Node): readonly string[] => (renamedFrom ?? []).filter((path) => path.includes('.'))

/** Which sibling is which. A stated rename goes before an id that happens to be the same. */
function siblingsOf(left: readonly TreeNode[], right: readonly TreeNode[]): Map<TreeNode, TreeNode> {
  const key = ({ kind }: TreeNode, id: string): string => `${kind} ${id}`
  const byKey = (nodes: readonly TreeNode[]) => new Map(nodes.map((each) => [key(each, each.node.id), each]))
  const [lefts, rights] = [byKey(left), byKey(right)]
  const matched = new Map<TreeNode, TreeNode>()
  const taken = new Set<TreeNode>()
  const match = (one: TreeNode | undefined, other: TreeNode | undefined): void => {
    if (!one || !other || matched.has(one) || taken.has(other)) return
    matched.set(one, other)
    taken.add(other)
  }
  for (const other of right) for (const id of other.node.renamedFrom ?? []) match(lefts.get(key(other, id)), other)
  for (const one of left) for (const id of one.node.renamedFrom ?? []) match(one, rights.get(key(one, id)))
  for (const one of left) match(one, rights.get(key(one, one.node.id)))
  return matched
}

function byPath(nodes: readonly TreeNode[], into = new Map<string, TreeNode>()): Map<string, TreeNode> {
  for (const each of nodes) {
    into.set(each.node.path, each)
    byPath(each.children, into)
  }
  return into
}
