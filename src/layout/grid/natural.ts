import type { Block, Column, Row, Runs, Value } from '../../model/index.ts'
import { printFigure } from '../../text/figures.ts'
import { emOf, longestWordEm } from '../em.ts'
import { isNumeric } from '../entry.ts'
import type { BoxColumn } from './box.ts'
import type { Drafting } from './content.ts'
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

/** A text in a list is set on lines of at least four characters. */
const textEm = 4 + paddingEm

/** What was filled in under a column needs: a figure is never broken. */
function neededEm(
  { filled, measure, styles }: Drafting,
  rows: readonly Row[],
  path: string,
  { path: at, ask }: Column,
): number {
  const column = at.slice(path.length + 1)
  const places = [`${path}.${column}`, `${path}.total.${column}`, ...rows.map((row) => `${row.path}.${column}`)]
  let widest = 0
  const see = (value: Value | undefined): void => {
    if (!value) return
    const text = value.figure === undefined || value.unit ? value.text : printFigure(value.text, ask)
    const { size, padding } = styles.cellFigure
    widest = Math.max(widest, (measure([{ text }], styles.cellFigure) + 2 * padding.x + 1) / size)
  }
  for (const place of places) see(filled.values.get(place))
  for (const row of filled.lists.get(path)?.rows ?? []) see(row.get(column))
  return isNumeric(ask.type) ? widest : Math.min(widest, textEm)
}

const allRows = (rows: readonly Row[]): Row[] => rows.flatMap((row) => [row, ...allRows(row.children)])

/**
 * Natural and least widths of a block's leaf columns, em. Natural: the author's `width`, else enough for the kind of
 * value and for the label. Least: the label, as far as it goes on few lines; a crowded table shrinks to these.
 */
export function naturalColumns(drafting: Drafting, block: Block, path: string): BoxColumn[] {
  const { form } = drafting
  const rows = allRows(block.rows)
  return leavesOf(block.columns).map(({ column, trail }) => {
    if (column.kind === 'seq') return { em: column.width ?? seqEm, fixed: true }
    const label =
      form.labels.get(column.path) ?? form.labels.get(trail.findLast((node) => node.label)?.path ?? '') ?? []
    const needed = neededEm(drafting, rows, path, column)
    const least = labelEm(label)
    let em = Math.max(valueEm(column), least)
    if (column.kind === 'stub' || column.kind === 'group') {
      const printed = rows.filter((row) => (column.kind === 'group') === row.children.length > 0)
      const longest = Math.max(0, ...printed.map((row) => emOf(form.labels.get(row.path) ?? [])))
      em = Math.max(em, Math.min(longest + 1, 16))
    }
    return {
      em: Math.max(column.width ?? em, needed),
      least: Math.max(Math.min(least, column.width ?? least), needed),
      needed,
      fixed: false,
    }
  })
}
