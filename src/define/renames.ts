import type { Diagnostics, Span } from '../diagnostics/index.ts'
import { type Definition, type TreeNode, treeOf } from '../model/index.ts'
import type { Located, LocatedMap } from '../yaml/index.ts'
import type { Written } from './names.ts'
import { childOf } from './normalise.ts'
import { mapOf } from './reader.ts'

/** Checks `renamedFrom`: an id that is still in use was not renamed, and nothing was renamed into two things. */
export function checkRenames(definition: Definition, written: Written, report: Diagnostics): void {
  const tree = treeOf(definition)
  const paths = new Set<string>()
  const collect = (nodes: readonly TreeNode[]): void => {
    for (const { node, children } of nodes) {
      paths.add(node.path)
      collect(children)
    }
  }
  collect(tree)
  const claims = new Claims(report)
  const check = (nodes: readonly TreeNode[]): void => {
    for (const { node, children } of nodes) {
      for (const [n, name] of (node.renamedFrom ?? []).entries()) {
        const before = name.includes('.') ? name : [...node.path.split('.').slice(0, -1), name].join('.')
        claims.add({ name, before, by: node.path, at: placeOf(written, node.path, n) ?? node.at }, paths.has(before))
      }
      check(children)
    }
  }
  check(tree)
  const notes = mapOf(written.root, 'notes')
  for (const [id, names] of definition.renamedNotes)
    for (const [n, name] of names.entries()) {
      const note = notes && mapOf(notes, id)
      const at = nameAt(note?.entries.get('renamedFrom')?.value, n) ?? definition.at
      claims.add({ name, before: `notes.${name}`, by: id, at }, definition.notes.has(name))
    }
}

interface Claim {
  /** As written. */
  readonly name: string
  /** Path in the earlier edition. */
  readonly before: string
  /** The node that says so. */
  readonly by: string
  readonly at: Span
}

class Claims {
  readonly #report: Diagnostics
  readonly #first = new Map<string, string>()

  constructor(report: Diagnostics) {
    this.#report = report
  }

  add({ name, before, by, at }: Claim, inUse: boolean): void {
    const first = this.#first.get(before)
    if (inUse) this.#report.add('renamed-in-use', at, { name })
    else if (first !== undefined) this.#report.add('renamed-twice', at, { name, first, second: by })
    else this.#first.set(before, by)
  }
}

/** Where the n-th name of a node's `renamedFrom` stands. */
function placeOf(written: Written, path: string, n: number): Span | undefined {
  let node: LocatedMap | undefined = written.root
  for (const id of path.split('.')) node = node && childOf(node, id)
  return nameAt(node?.entries.get('renamedFrom')?.value, n)
}

const nameAt = (value: Located | undefined, n: number): Span | undefined =>
  value?.kind === 'list' ? value.items[n]?.at : value?.at
