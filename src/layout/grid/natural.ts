import type { Block, Column, Form, Row, Runs } from '../../model/index.ts'
import { emOf, longestWordEm } from '../em.ts'
import { isNumeric } from '../entry.ts'
import type { BoxColumn } from './box.ts'
import { leavesOf } from './header.ts'

/** Room at the sides of a cell, with a hair to spare, em. */
const paddingEm = 0.75
/** 序号, 合计 and …… on one line. */
const seqEm = 2 + paddingEm + 0.3

/** Natural width by what a column holds, em. */
function valueEm({ kind, ask }: Column): number {
  if (kind === 'code' || kind === 'unit') return 4.5
  if (kind === 'more') return 5
  if (ask.options.length > 0) return 8
  if (ask.type === 'yesno' || ask.type === 'check') return 4
  if (ask.type === 'count' || ask.type === 'rate') return 4.5
  if (isNumeric(ask.type)) return 5.5
  return ask.type === 'date' || ask.type === 'month' ? 7 : 8
}

/** A label of up to five characters stands on one line, a longer one on lines of about equal length. */
function labelEm(label: Runs): number {
  const em = emOf(label)
  const lines = em <= 5 ? 1 : em <= 12 ? 2 : em <= 27 ? 3 : Math.ceil(em / 9)
  return Math.max(em / lines + (lines > 1 ? 0.5 : 0), longestWordEm(label)) + paddingEm
}

const allRows = (rows: readonly Row[]): Row[] => rows.flatMap((row) => [row, ...allRows(row.children)])

/**
 * Natural and least widths of a block's leaf columns, em. Natural: the author's `width`, else enough for the kind of
 * value and for the label. Least: the label, as far as it goes on few lines; a crowded table shrinks to these.
 */
export function naturalColumns(form: Form, block: Block): BoxColumn[] {
  const rows = allRows(block.rows)
  return leavesOf(block.columns).map(({ column, trail }) => {
    if (column.kind === 'seq') return { em: column.width ?? seqEm, fixed: true }
    const label = form.labels.get(column.path) ?? form.labels.get(trail.findLast((node) => node.label)?.path ?? '') ?? []
    const least = labelEm(label)
    let em = Math.max(valueEm(column), least)
    if (column.kind === 'stub' || column.kind === 'group') {
      const printed = rows.filter((row) => (column.kind === 'group') === row.children.length > 0)
      const longest = Math.max(0, ...printed.map((row) => emOf(form.labels.get(row.path) ?? [])))
      em = Math.max(em, Math.min(longest + 1, 16))
    }
    return { em: column.width ?? em, least: Math.min(least, column.width ?? least), fixed: false }
  })
}
