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
 */
export function counterparts(from: Definition, to: Definition): ReadonlyMap<string, string> {
  const [here, there] = [byPath(treeOf(from)), byPath(treeOf(to))]
  const moved = new Map<string, string>()
  for (const { node } of there.values())
    for (const path of movedFrom(node)) if (here.has(path)) moved.set(path, node.path)
  for (const { node } of here.values())
    for (const path of movedFrom(node)) if (there.has(path)) moved.set(node.path, path)
  const arrived = new Set(moved.values())
  const pairs = new Map<string, string>()
  const pair = (left: readonly TreeNode[], right: readonly TreeNode[]): void => {
    const stay = left.filter(({ node }) => !moved.has(node.path))
    const free = right.filter(({ node }) => !arrived.has(node.path))
    for (const one of stay) {
      const other = free.find((each) => isSame(one, each)) ?? free.find((each) => isRenamed(one, each))
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

/** The same of notes, by id. */
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

const movedFrom = ({ renamedFrom }: Node): readonly string[] => (renamedFrom ?? []).filter((path) => path.includes('.'))

const isSame = (one: TreeNode, other: TreeNode): boolean => one.kind === other.kind && one.node.id === other.node.id

const isRenamed = ({ kind, node }: TreeNode, other: TreeNode): boolean =>
  kind === other.kind &&
  (other.node.renamedFrom?.includes(node.id) === true || node.renamedFrom?.includes(other.node.id) === true)

function byPath(nodes: readonly TreeNode[], into = new Map<string, TreeNode>()): Map<string, TreeNode> {
  for (const each of nodes) {
    into.set(each.node.path, each)
    byPath(each.children, into)
  }
  return into
}
