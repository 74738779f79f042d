import { type Column, type Field, type Fields, type Form, type Runs, runsOf } from '../../model/index.ts'
import { withAddedLines } from '../added-lines.ts'
import type { Box, DraftCell, DraftRow, SlotCell } from './box.ts'
import { besideLines, type Drafting } from './content.ts'
import { figureEm, keepingFigures } from './field-figures.ts'
import { insideCell, isPlain, labelCell, ownRows, rowOf, valueCell } from './fields.ts'

/** Widths of printed columns where none is given, em. */
const natural = { stub: 40, code: 4, value: 12 } as const

/** Numbered lines: each field a row of the printed columns, such as line, text, line again, amount. */
export function numberedFields(drafting: Drafting, fields: Fields, path: string): Box {
  const { form, filled } = drafting
  const { columns: printed } = fields
  const drafted = printed.map(({ kind, width }) => ({
    em: width ?? (kind === 'stub' ? natural.stub : kind === 'code' ? natural.code : natural.value),
    fixed: kind === 'code',
  }))
  const columns = keepingFigures(drafting, drafted, figureEms(drafting, fields))
  const total = columns.reduce((sum, { em }) => sum + em, 0)
  const row = (line: readonly [Field, ...Field[]]): DraftRow => {
    const cells = printed.map((column, index): SlotCell => {
      const width = (drafting.width * (columns[index]?.em ?? 0)) / total
      const field = fieldAt(line, printed, index)
      const cell = field ? lineCell(drafting, fields, field, column, width) : emptyCell(line[0], column)
      return { cell, column: index, colSpan: 1, rowSpan: 1 }
    })
    return rowOf(line, cells)
  }
  const rows = printed.some(({ label }) => label) ? [headerRow(form, printed, path)] : []
  const headerRows = rows.length
  const boxes: Box[] = []
  const put = (line: readonly [Field, ...Field[]]): void => {
    const [field] = line
    if (isPlain(field)) rows.push(row(line))
    else if (field.content.kind === 'text') rows.push(bandRow(field, runsOf(form, field.content.text), columns.length))
    else if (field.content.kind === 'fields' && field.content.columns.length === 0) {
      if (field.label) rows.push(bandRow(field, form.labels.get(field.path) ?? [], columns.length))
      for (const inner of besideLines(withAddedLines(filled, field.content.fields))) put(inner)
    } else {
      if (rows.length > 0)
        boxes.push({ kind: 'grid', columns, headerRows: boxes.length > 0 ? 0 : headerRows, rows: rows.splice(0) })
      boxes.push(ownRows(drafting, field))
    }
  }
  for (const line of besideLines(withAddedLines(filled, fields.fields))) put(line)
  if (rows.length > 0) boxes.push({ kind: 'grid', columns, headerRows: boxes.length > 0 ? 0 : headerRows, rows })
  return boxes.length === 1 ? (boxes[0] as Box) : { kind: 'stack', boxes }
}

/** What the figures under each printed column need, em. */
function figureEms(drafting: Drafting, { fields, columns }: Fields): number[] {
  const needed = columns.map(() => 0)
  for (const line of linesIn(drafting, fields))
    for (const [index, { kind }] of columns.entries()) {
      const field = kind === 'stub' || kind === 'code' ? undefined : fieldAt(line, columns, index)
      if (field) needed[index] = Math.max(needed[index] as number, figureEm(drafting, field))
    }
  return needed
}

/** The numbered lines, those of groups among them. */
const linesIn = (drafting: Drafting, fields: Fields['fields']): [Field, ...Field[]][] =>
  besideLines(withAddedLines(drafting.filled, fields)).flatMap((line) => {
    const [{ content }] = line
    if (isPlain(line[0])) return [line]
    return content.kind === 'fields' && content.columns.length === 0 ? linesIn(drafting, content.fields) : []
  })

/**
 * The field of a line that a column prints. A code right before a `value` column belongs to that value; what stands left
 * of the first value belongs to the line's first field, what stands between two to the second's where that shares a line.
 */
function fieldAt(
  [first, ...rest]: readonly [Field, ...Field[]],
  columns: readonly Column[],
  at: number,
): Field | undefined {
  const isValue = ({ kind }: Column) => kind !== 'stub' && kind !== 'code'
  const values = columns.flatMap((column, index) => (isValue(column) ? [index] : []))
  const last = values.at(-1) ?? 0
  const valueAt = ({ column }: Field): number => {
    const named = columns.findIndex(({ id }) => id === column)
    return named < 0 ? last : named
  }
  const value = values.find((index) => index >= at) ?? last
  const field = [first, ...rest].find((each) => valueAt(each) === value)
  const ownCode = columns[at]?.kind === 'code' && at === value - 1
  if (at === value || ownCode) return field
  return value === values[0] ? first : field === first ? undefined : field
}

const emptyCell = ({ path }: Field, { id }: Column): DraftCell => ({
  id: `${path}:${id}`,
  role: 'open',
  style: 'cellLabel',
  content: [],
  input: false,
})

/** A group's label or a printed text over all columns. */
function bandRow({ path }: Field, runs: Runs, width: number): DraftRow {
  const cell: DraftCell = { id: `${path}:label`, role: 'band', style: 'cellStub', content: [runs], input: false }
  return { id: cell.id, role: 'band', keepWithNext: true, cells: [{ cell, column: 0, colSpan: width, rowSpan: 1 }] }
}

function lineCell(
  drafting: Drafting,
  { labels }: Fields,
  field: Field,
  { kind, id }: Column,
  width: number,
): DraftCell {
  if (kind === 'stub') return labelCell(drafting.form, field)
  if (kind !== 'code')
    return labels === 'inside' ? insideCell(drafting, field, width) : valueCell(drafting, field, width)
  const content = field.code === undefined ? [] : [[{ text: field.code }]]
  return { id: `${field.path}:${id}`, role: 'code', scope: 'row', style: 'cellLabel', content, input: false }
}

function headerRow(form: Form, columns: readonly Column[], path: string): DraftRow {
  const cells = columns.map((column, index): SlotCell => {
    const content = column.label ? [form.labels.get(column.path) ?? []] : []
    const cell: DraftCell = {
      id: `${column.path}:label`,
      role: 'label',
      scope: 'column',
      style: 'cellLabel',
      content,
      input: false,
    }
    return { cell, column: index, colSpan: 1, rowSpan: 1 }
  })
  return { id: `${path}:header1`, role: 'header', keepWithNext: true, cells }
}
