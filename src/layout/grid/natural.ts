import { type Block, type Column, type Form, type Row } from '../../model/index.ts'
import { emOf, longestWordEm } from '../em.ts'
import { isNumeric } from '../entry.ts'
import type { BoxColumn } from './box.ts'
import { leavesOf } from './header.ts'

/** Least natural width by what a column holds, em. */
function least({ kind, ask }: Column): number {
  if (kind === 'seq') return 3.2
  if (kind === 'code' || kind === 'unit') return 4.5
  if (kind === 'more') return 5
  if (ask.options.length > 0) return 8
  if (ask.type === 'yesno' || ask.type === 'check') return 4
  if (ask.type === 'count' || ask.type === 'rate') return 4.5
  if (isNumeric(ask.type)) return 5.5
  return ask.type === 'date' || ask.type === 'month' ? 7 : 8
}

const allRows = (rows: readonly Row[]): Row[] => rows.flatMap((row) => [row, ...allRows(row.children)])

/**
 * Natural widths of a block's leaf columns, em: the author's `width`, else wide enough for the kind of value, for a
 * third of the label (three lines) and for its longest Latin word.
 */
export function naturalColumns(form: Form, block: Block): BoxColumn[] {
  const rows = allRows(block.rows)
  return leavesOf(block.columns).map(({ column, trail }) => {
    const label = form.labels.get(column.path) ?? form.labels.get(trail.findLast((node) => node.label)?.path ?? '') ?? []
    let em = Math.max(least(column), emOf(label) / 3 + 1, longestWordEm(label) + 1)
    if (column.kind === 'stub' || column.kind === 'group') {
      const printed = rows.filter((row) => (column.kind === 'group') === row.children.length > 0)
      const longest = Math.max(0, ...printed.map((row) => emOf(form.labels.get(row.path) ?? [])))
      em = Math.max(em, Math.min(longest + 1, 16))
    }
    return { em: column.width ?? em, fixed: false }
  })
}
