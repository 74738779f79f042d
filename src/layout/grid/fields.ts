import { type Field, type Fields, type Form, joinRuns, type Runs, runsOf } from '../../model/index.ts'
import { charactersOf } from '../../text/clusters.ts'
import { withAddedLines } from '../added-lines.ts'
import { datePattern } from '../entry.ts'
import type { Box, BoxColumn, DraftCell, DraftRow, GridBox, SlotCell } from './box.ts'
import { besideLines, contentBox, type Drafting, underLabel } from './content.ts'
import { figureEm, keepingFigures } from './field-figures.ts'
import { type FieldSetting, type FieldWidths, fieldSetting, slackEm } from './field-widths.ts'
import { numberedFields } from './numbered.ts'
import { signedLook } from './sign.ts'

/** Less than this is not worth an open cell behind the boxes, em. */
const leastOpenEm = 1.5

/** Fields in a table: a line each unless `beside` the one before; groups, texts and blocks take rows of their own. */
export function fieldsBox(drafting: Drafting, fields: Fields, path: string): Box {
  if (fields.columns.length > 0) return numberedFields(drafting, fields, path)
  const lines = besideLines(withAddedLines(drafting.filled, fields.fields))
  const plain = lines.filter((line) => line.every(isPlain))
  const boxed = (field: Field): boolean => isBoxed(drafting, field)
  const setting = fieldSetting(drafting, plain, (field) => (boxed(field) ? boxesWide(field) : 0))
  const boxes: Box[] = []
  for (const line of lines) {
    if (!line.every(isPlain)) boxes.push(...line.map((field) => ownRows(drafting, field)))
    else if (fields.labels === 'inside') append(boxes, insideLine(drafting, line))
    else if (line.some(boxed)) boxes.push(boxedLine(drafting, line, setting))
    else append(boxes, fieldLine(drafting, line, setting))
  }
  return boxes.length === 1 ? (boxes[0] as Box) : { kind: 'stack', boxes }
}

/** One label and one place to write, or a remark that more may follow. */
export const isPlain = ({ content, label }: Field): boolean =>
  content.kind === 'entry' || (content.kind === 'text' && label !== undefined)

/** A value that has more characters than there are boxes is written in one cell: none may be lost. */
function isBoxed({ filled }: Drafting, field: Field): boolean {
  const { content, path, more } = field
  if (content.kind !== 'entry' || more !== undefined) return false
  const { boxes, options, value } = content.ask
  if (!boxes || options.length > 0 || value?.kind === 'text' || value?.kind === 'closed') return false
  return charactersOf(filled.values.get(path)?.text ?? '').length <= boxCount(field)
}

/** Lines of the same columns become one box, so that their edges are one. */
function append(boxes: Box[], line: GridBox): void {
  const last = boxes.at(-1)
  const alike =
    last?.kind === 'grid' &&
    last.headerRows === 0 &&
    last.rows[0]?.role === 'body' &&
    last.columns.length === line.columns.length &&
    last.columns.every(({ em, fixed }, n) => em === line.columns[n]?.em && fixed === line.columns[n]?.fixed)
  if (alike)
    boxes[boxes.length - 1] = {
      ...last,
      columns: last.columns.map((column, n) => roomier(column, line.columns[n] as BoxColumn)),
      rows: [...last.rows, ...line.rows],
    }
  else boxes.push(line)
}

/** The one of two alike that needs more. */
const roomier = (one: BoxColumn, other: BoxColumn): BoxColumn => ((other.needed ?? 0) > (one.needed ?? 0) ? other : one)

/** A field that is a group, a printed text or a block. */
export function ownRows(drafting: Drafting, field: Field): Box {
  const box = contentBox(drafting, field.content, field.path)
  if (!field.label) return box
  const content = [drafting.form.labels.get(field.path) ?? []]
  return underLabel({ id: `${field.path}:label`, role: 'band', style: 'cellLabel', content, input: false }, box)
}

export const labelCell = (form: Form, { path }: Field, style: FieldSetting['style'] = 'cellStub'): DraftCell => ({
  id: `${path}:label`,
  role: 'label',
  scope: 'row',
  style,
  content: [form.labels.get(path) ?? []],
  input: false,
})

/** @param width of the cell, pt */
export function valueCell(drafting: Drafting, field: Field, width: number): DraftCell {
  const { content, path, more } = field
  const { form, words } = drafting
  if (more) return { id: path, role: 'more', style: 'cellText', content: [runsOf(form, more)], input: true }
  if (content.kind === 'text')
    return { id: path, role: 'text', style: 'cellText', content: [runsOf(form, content.text)], input: false }
  if (content.kind !== 'entry') return { id: path, role: 'input', style: 'cellText', content: [], input: true }
  const look = signedLook(drafting, content.ask, path, width)
  if (look.role === 'given' && look.style === 'cellLabel') return { id: path, ...look, style: 'cellText' }
  // A date is asked for once here and shows how to write it; in a list each row would say it again.
  const pattern = look.role === 'input' && look.content.length === 0 ? datePattern(content.ask.type, words) : undefined
  return { id: path, ...look, ...(pattern === undefined ? {} : { content: [[{ text: pattern }]] }) }
}

export function rowOf(line: readonly Field[], cells: readonly SlotCell[]): DraftRow {
  const lines = Math.max(0, ...line.map(({ content }) => (content.kind === 'entry' ? (content.ask.lines ?? 0) : 0)))
  const id = `${(line[0] as Field).path}:line`
  return { id, role: 'body', keepWithNext: false, cells, ...(lines > 0 ? { lines } : {}) }
}

/** Label, value, label, value …; a line of fewer fields gives the rest to its last value. */
function fieldLine(drafting: Drafting, line: readonly Field[], { style, of }: FieldSetting): GridBox {
  const { form, styles } = drafting
  const columns = of(line).flatMap(({ label, value }): BoxColumn[] => [
    { em: label, keeps: label - slackEm, fixed: true },
    { em: value, fixed: false },
  ])
  const needed = columns.map(() => 0)
  const cells = line.flatMap((field, index): SlotCell[] => {
    const start = field.label ? 2 * index + 1 : 2 * index
    const end = index === line.length - 1 ? columns.length : 2 * index + 2
    const em = columns.slice(start, end).reduce((sum, column) => sum + column.em, 0)
    const own = 2 * index + 1
    needed[own] = Math.max(0, figureEm(drafting, field) - em + (columns[own] as BoxColumn).em)
    const cell = valueCell(drafting, field, em * styles.cellText.size)
    const value: SlotCell = { cell, column: start, colSpan: end - start, rowSpan: 1 }
    if (!field.label) return [value]
    return [{ cell: labelCell(form, field, style), column: 2 * index, colSpan: 1, rowSpan: 1 }, value]
  })
  const kept = keepingFigures(drafting, columns, needed)
  return { kind: 'grid', columns: kept, headerRows: 0, rows: [rowOf(line, cells)] }
}

/** Label and value in one cell each, the line shared by `width`. */
function insideLine(drafting: Drafting, line: readonly Field[]): GridBox {
  const columns = line.map(({ width }) => ({ em: width ?? 10, fixed: false }))
  const total = columns.reduce((sum, { em }) => sum + em, 0)
  const cells = line.map((field, index): SlotCell => {
    const width = (drafting.width * (columns[index] as BoxColumn).em) / total
    return { cell: insideCell(drafting, field, width), column: index, colSpan: 1, rowSpan: 1 }
  })
  const needed = line.map((field) => figureEm(drafting, field))
  const kept = keepingFigures(drafting, columns, needed)
  return { kind: 'grid', columns: kept, headerRows: 0, rows: [rowOf(line, cells)] }
}

/** The label before the value; over lines to write on it stands at their top, and behind what is ticked. */
export function insideCell(drafting: Drafting, field: Field, width: number): DraftCell {
  const { form, words } = drafting
  const { path, label, content } = field
  // Beside its label a figure is a text: of a number a workbook would show nothing else.
  const { figure: _, ...value } = valueCell(drafting, field, width)
  const set = (...paragraphs: Runs[]): DraftCell => ({ ...value, style: 'cellText', content: paragraphs })
  if (!label) return set(...value.content)
  const own = form.labels.get(path) ?? []
  const [first = [], ...more] = value.content
  const ask = content.kind === 'entry' ? content.ask : undefined
  if (ask?.type === 'check') return set(joinRuns([...first, { text: ' ' }, ...own]))
  if (value.content.length === 0 && ask?.lines !== undefined)
    return set(own, ...Array.from({ length: ask.lines - 1 }, () => []))
  return set(joinRuns([...own, { text: words.colon }, ...first]), ...more)
}

const boxCount = ({ content }: Field): number => (content.kind === 'entry' ? (content.ask.length ?? 1) : 1)

/** After how many boxes a hyphen stands. */
const hyphensAfter = ({ content }: Field): number[] => {
  const groups = content.kind === 'entry' ? (content.ask.groups ?? []) : []
  return groups.slice(0, -1).map((_, n) => groups.slice(0, n + 1).reduce((sum, count) => sum + count, 0))
}

/** Width of a field's boxes, in boxes: a hyphen between groups is as wide as one. */
const boxesWide = (field: Field): number => boxCount(field) + hyphensAfter(field).length

/** The n-th character of what was filled in. */
function characterAt({ filled }: Drafting, { path }: Field, n: number): Runs[] {
  const character = charactersOf(filled.values.get(path)?.text ?? '')[n - 1]
  return character === undefined ? [] : [[{ text: character }]]
}

/** One box per character, as wide on all lines; what is left of a field's part of the line stays open. */
function boxedLine(drafting: Drafting, line: readonly Field[], { style, of, boxEm }: FieldSetting): GridBox {
  const { form, styles } = drafting
  const columns: BoxColumn[] = []
  const cells: SlotCell[] = []
  const needed: number[] = []
  const put = (cell: DraftCell, em: number, figures = 0): void => {
    cells.push({ cell, column: columns.length, colSpan: 1, rowSpan: 1 })
    columns.push({ em, keeps: em - slackEm, fixed: true })
    needed.push(figures)
  }
  const widths = of(line)
  for (const [at, field] of line.entries()) {
    const { label, value: room } = widths[at] as FieldWidths
    if (field.label) put(labelCell(form, field, style), label)
    if (!isBoxed(drafting, field)) {
      put(valueCell(drafting, field, room * styles.cellText.size), room, figureEm(drafting, field))
      continue
    }
    const count = boxCount(field)
    const hyphens = hyphensAfter(field)
    const open = room - boxesWide(field) * boxEm
    const each = open < leastOpenEm ? room / boxesWide(field) : boxEm
    for (let n = 1; n <= count; n++) {
      const id = `${field.path}[${n}]`
      put({ id, role: 'input', style: 'cellBox', content: characterAt(drafting, field, n), input: true }, each)
      if (!hyphens.includes(n)) continue
      const hyphen: DraftCell = {
        id: `${id}:hyphen`,
        role: 'text',
        style: 'cellBox',
        content: [[{ text: '-' }]],
        input: false,
      }
      put(hyphen, each)
    }
    if (open >= leastOpenEm)
      put({ id: `${field.path}:open`, role: 'open', style: 'cellLabel', content: [], input: false }, open)
  }
  const kept = keepingFigures(drafting, columns, needed)
  return { kind: 'grid', columns: kept, headerRows: 0, rows: [rowOf(line, cells)] }
}
