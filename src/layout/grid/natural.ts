import {
  type Block,
  type Column,
  isNumeric,
  plain,
  type Row,
  type Runs,
  runsOf,
  type StyleName,
} from '../../model/index.ts'
import { decimalsOf, figuresIn, printFigure } from '../../text/figures.ts'
import { emOf, longestWordEm } from '../em.ts'
import { leastSizeOf } from '../entry.ts'
import { scriptSpacesEm } from '../heights.ts'
import { leastBody } from '../theme.ts'
import type { BoxColumn, DraftCell, DraftRow } from './box.ts'
import type { Drafting } from './content.ts'
import { leavesOf } from './header.ts'

/** Room at the sides of a cell, with a hair to spare, em. */
const paddingEm = 0.75
/** Of a column of numbers, where nothing in it needs more: 序号, 合计 and …… on one line. */
const seqEm = 2 + paddingEm + 0.3

/** Natural width by what a column holds, em. */
function valueEm({ kind, ask }: Column): number {
  if (kind === 'code' || kind === 'unit') return 4.5
  if (kind === 'more') return 5
  if (ask.options.length > 0) return 8
  // Boxes are an em wide each, and stand on one line.
  if (ask.boxes) return (ask.length ?? 1) + (ask.groups?.length ?? 1) + paddingEm
  if (ask.type === 'yesno' || ask.type === 'check') return 4
  if (ask.type === 'count' || ask.type === 'rate') return 4.5
  if (isNumeric(ask.type)) return 5.5
  return ask.type === 'date' || ask.type === 'month' ? 7 : 8
}

/** What a date filled in needs on one line, em; 0 for what is no date, or stands in boxes. */
function dateEm(drafting: Drafting, { ask: { type, boxes } }: Column): number {
  const { longestDate } = drafting.words
  if (boxes || !(type in longestDate)) return 0
  const text = longestDate[type as keyof typeof longestDate]
  return cellEm(drafting, [{ text }], 'cellText') + scriptSpacesEm(text)
}

/** Of a text that may be broken, so much stands on a line, em. */
const shortestLine = { label: 2, option: 4, stub: 3, unit: 3 }

/** What should stay on a line in a column beside figures: words and the like of its label, boxes, dates, units. In em. */
function unbrokenEm(drafting: Drafting, column: Column, label: Runs, cells: readonly DraftCell[]): number {
  const { boxes, options, length = 1, groups = [0] } = column.ask
  const padding = cellEm(drafting, [], 'cellLabel')
  const ems = [longestWordEm(label), Math.min(emOf(label), shortestLine.label)]
  if (boxes) ems.push(length + groups.length)
  for (const { label: option } of options)
    ems.push(1 + Math.min(emOf(runsOf(drafting.form, option)), shortestLine.option))
  for (const { role, content } of cells)
    for (const runs of content) {
      const indent = /^\u3000*/.exec(plain(runs))?.[0].length ?? 0
      if (role === 'stub' || role === 'group') ems.push(indent + Math.min(emOf(runs) - indent, shortestLine.stub))
      if (role === 'unit' || role === 'code') ems.push(Math.min(emOf(runs), shortestLine.unit))
    }
  return Math.max(dateEm(drafting, column), Math.max(...ems) + padding)
}

/** A label of up to five characters stands on one line, a longer one on lines of about equal length. */
function labelEm(label: Runs): number {
  const em = emOf(label)
  const lines = em <= 5 ? 1 : em <= 12 ? 2 : em <= 27 ? 3 : Math.ceil(em / 9)
  return Math.max(em / lines + (lines > 1 ? 0.5 : 0), longestWordEm(label)) + paddingEm
}

/** A stub is at most this wide by nature: longer labels take more lines. */
const stubEm = 16

/** A text in a list is set on lines of at least six characters; where the table is set as small as can be, of four. */
const textEm = ({ cellText: { size } }: Drafting['styles']): number => (size > leastBody ? 6 : 4) + paddingEm

/** A paragraph on one line with the cell's padding, em. */
function cellEm({ measure, styles }: Pick<Drafting, 'measure' | 'styles'>, runs: Runs, name: StyleName): number {
  const style = styles[name]
  return (measure(runs, style) + 2 * style.padding.x + 1) / style.size
}

/** What was filled in under a column, by its widest. */
interface Widest {
  readonly column: string
  readonly ask: Column['ask']
  /** Texts, and figures with units, em. */
  text: number
  /** Figures as far as their decimal point, em. */
  whole: number
  /** Decimal places: points stand below each other, so a figure is as wide as with the places of the longest. */
  places: number
}

/** What was filled in needs under each column, em, by its path within the block: a figure is never broken. */
function neededEms(
  { filled, measure, styles }: Drafting,
  rows: readonly Row[],
  path: string,
  columns: readonly Column[],
): Map<string, number> {
  const em = (text: string): number => cellEm({ measure, styles }, [{ text }], 'cellFigure')
  const all = columns.map(
    ({ path: at, ask }): Widest => ({ column: at.slice(path.length + 1), ask, text: 0, whole: 0, places: 0 }),
  )
  const least = textEm(styles)
  const seeText = (widest: Widest, text: string): void => {
    if (isNumeric(widest.ask.type) || widest.text < least) widest.text = Math.max(widest.text, em(text))
  }
  const seeFigure = (widest: Widest, figure: string, places: number): void => {
    const [whole = ''] = printFigure(figure, widest.ask).split('.')
    widest.whole = Math.max(widest.whole, em(whole))
    widest.places = Math.max(widest.places, places, widest.ask.decimals ?? 0)
  }
  const extents = filled.lists.get(path)?.extents
  for (const widest of all) {
    for (const place of [path, `${path}.total`, ...rows.map((row) => row.path)]) {
      const value = filled.values.get(`${place}.${widest.column}`)
      if (!value) continue
      if (value.figure === undefined || value.unit) seeText(widest, value.text)
      else seeFigure(widest, value.text, decimalsOf(value.figure))
    }
    const extent = extents?.get(widest.column)
    if (extent?.text) seeText(widest, extent.text)
    if (extent?.figure) seeFigure(widest, extent.figure, extent.places)
  }
  const after = ({ places, ask }: Widest): string =>
    (places > 0 ? `.${'0'.repeat(places)}` : '') + (ask.negative === 'brackets' ? ')' : '')
  const { size } = styles.cellFigure
  /** The padding alone. */
  const bare = em('')
  return new Map(
    all.map((widest) => {
      const figures = widest.whole === 0 ? 0 : widest.whole + em(after(widest)) - bare
      const { column, ask, text } = widest
      // A figure that may be set smaller needs the room of its least size.
      const scale = ask.overflow === 'shrink' ? Math.min(1, leastSizeOf(ask) / size) : 1
      if (!isNumeric(ask.type)) return [column, Math.min(text, least)]
      const wide = Math.max(text, figures)
      return [column, wide === 0 ? 0 : bare + (wide - bare) * scale]
    }),
  )
}

/** Figures that the form itself prints under a column, alone in their cells or within its words, em. */
function printedFiguresEm(drafting: Drafting, cells: readonly DraftCell[]): number {
  const widths = cells
    .filter(({ role }) => role === 'given')
    .flatMap(({ content, style, free = '' }) =>
      content.flatMap((runs) =>
        figuresIn(plain(runs)).map((figure) => cellEm(drafting, [{ text: figure + free }], style)),
      ),
    )
  return Math.max(0, ...widths)
}

const allRows = (rows: readonly Row[]): Row[] => rows.flatMap((row) => [row, ...allRows(row.children)])

/** The cells that a column has in the rows under the header; one over several columns is its last column's. */
const cellsIn = (drafts: readonly DraftRow[], index: number): DraftCell[] =>
  drafts.flatMap(({ cells }) =>
    cells.flatMap(({ cell, column, colSpan }) => (column + colSpan - 1 === index ? [cell] : [])),
  )

/** Numbers, and what the last rows of a list say in their column: 合计, ……; none of these is broken. */
function numbersEm(drafting: Drafting, cells: readonly DraftCell[]): number {
  const widths = cells.flatMap(({ content, style }) => content.map((runs) => cellEm(drafting, runs, style)))
  return Math.max(0, ...widths)
}

/** The labels of rows as they are printed, set in by 其中 or by their group's band. */
function stubsEm(cells: readonly DraftCell[]): number {
  const stubs = cells.filter(({ role }) => role === 'stub' || role === 'group')
  const longest = Math.max(0, ...stubs.flatMap(({ content }) => content.map(emOf)))
  return Math.min(longest + 1, stubEm)
}

/** What the labels of rows that are set in need on one line: there a second line has least room. */
function setInEm(drafting: Drafting, cells: readonly DraftCell[]): number {
  const labels = cells.flatMap(({ role, content }) => (role === 'stub' ? content : []))
  const widths = labels
    .filter((runs) => plain(runs).startsWith('\u3000'))
    .map((runs) => cellEm(drafting, runs, 'cellStub'))
  return Math.min(stubEm, Math.max(0, ...widths))
}

/**
 * Natural and least widths of a block's leaf columns, em. Natural: the author's `width`, else enough for the kind of
 * value and for the label. Least: the label, as far as it goes on few lines; a crowded table shrinks to these.
 * @param drafts the rows under the block's header; of a list the one with the longest number stands for all
 */
export function naturalColumns(
  drafting: Drafting,
  block: Block,
  path: string,
  drafts: readonly DraftRow[],
): BoxColumn[] {
  const { form } = drafting
  const leaves = leavesOf(block.columns)
  const columns = leaves.map(({ column }) => column).filter(({ kind }) => kind !== 'seq')
  const character = cellEm(drafting, [{ text: '\u3000' }], 'cellText')
  const ems = neededEms(drafting, allRows(block.rows), path, columns)
  return leaves.map(({ column, trail }, index) => {
    if (column.kind === 'seq') {
      const needed = numbersEm(drafting, cellsIn(drafts, index))
      return { em: Math.max(column.width ?? seqEm, needed), needed, bare: needed, fixed: true }
    }
    const label =
      form.labels.get(column.path) ?? form.labels.get(trail.findLast((node) => node.label)?.path ?? '') ?? []
    const cells = cellsIn(drafts, index)
    const printed = printedFiguresEm(drafting, cells)
    const filled = ems.get(column.path.slice(path.length + 1)) ?? 0
    const bare = Math.min(character, column.width ?? character)
    const needed = Math.max(bare, isNumeric(column.ask.type) ? Math.max(filled, printed) : filled)
    // A width that holds no character in its cell is a slip to be told, not mended.
    const unbroken = column.width !== undefined && column.width <= 1 ? 0 : unbrokenEm(drafting, column, label, cells)
    const whole = Math.max(needed, printed, unbroken)
    const least = labelEm(label)
    const isStub = column.kind === 'stub' || column.kind === 'group'
    const em = Math.max(valueEm(column), least, isStub ? stubsEm(cells) : 0)
    return {
      em: Math.max(column.width ?? em, whole),
      least: Math.max(Math.min(least, column.width ?? least), whole),
      ...(isStub ? { setIn: Math.min(setInEm(drafting, cells), column.width ?? stubEm) } : {}),
      whole,
      needed,
      bare,
      fixed: false,
    }
  })
}
