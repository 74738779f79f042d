import type { FilledForm, Value } from '../model/index.ts'
import type { Computed } from './migration.ts'

/** What the program worked out in a form, nobody having stated it. */
export function computedOf({ values, lists }: FilledForm): Computed {
  const worked = (row: ReadonlyMap<string, Value>): Map<string, string> =>
    new Map(
      [...row].flatMap(([path, { computed, figure }]) => (computed && figure !== undefined ? [[path, figure]] : [])),
    )
  const rows = new Map<string, readonly ReadonlyMap<string, string>[]>()
  return {
    cells: worked(values),
    rows(block) {
      const known = rows.get(block) ?? [...(lists.get(block)?.rows ?? [])].map(worked)
      rows.set(block, known)
      return known
    },
  }
}

/** The figure that a form has in a cell; of a list's row `t.firms[3].total`. */
export function figureAt({ values, lists }: FilledForm, path: string): string | undefined {
  const [, block = '', row = '', column = ''] = /^(.*)\[(\d+)\]\.(.*)$/.exec(path) ?? []
  if (block === '') return values.get(path)?.figure
  let n = Number(row)
  for (const each of lists.get(block)?.rows ?? []) if (n-- === 0) return each.get(column)?.figure
  return undefined
}
