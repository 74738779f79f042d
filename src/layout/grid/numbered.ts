import { type Column, type Field, type Fields, type Form, type Runs, runsOf } from '../../model/index.ts'
import { withAddedLines } from '../added-lines.ts'
import type { Box, DraftCell, DraftRow, SlotCell } from './box.ts'
import type { Drafting } from './content.ts'
import { insideCell, isPlain, labelCell, ownRows, rowOf, valueCell } from './fields.ts'

/** Widths of printed columns where none is given, em. */
const natural = { stub: 40, code: 4, value: 12 } as const

/** Numbered lines: each field a row of the printed columns, such as line, text, line again, amount. */
export function numberedFields(drafting: Drafting, fields: Fields, path: string): Box {
  const { form, filled } = drafting
  const { columns: printed } = fields
  const columns = printed.map(({ kind, width }) => ({
    em: width ?? (kind === 'stub' ? natural.stub : kind === 'code' ? natural.code : natural.value),
    fixed: kind === 'code',
  }))
  const total = columns.reduce((sum, { em }) => sum + em, 0)
  const row = (field: Field): DraftRow => {
    const cells = printed.map((column, index): SlotCell => {
      const width = (drafting.width * (columns[index]?.em ?? 0)) / total
      return { cell: lineCell(drafting, fields, field, column, width), column: index, colSpan: 1, rowSpan: 1 }
    })
    return rowOf([field], cells)
  }
  const rows = printed.some(({ label }) => label) ? [headerRow(form, printed, path)] : []
  const headerRows = rows.length
  const boxes: Box[] = []
  const put = (field: Field): void => {
    if (isPlain(field)) rows.push(row(field))
    else if (field.content.kind === 'text') rows.push(bandRow(field, runsOf(form, field.content.text), columns.length))
    else if (field.content.kind === 'fields' && field.content.columns.length === 0) {
      if (field.label) rows.push(bandRow(field, form.labels.get(field.path) ?? [], columns.length))
      for (const line of withAddedLines(filled, field.content.fields)) put(line)
    } else {
      if (rows.length > 0)
        boxes.push({ kind: 'grid', columns, headerRows: boxes.length > 0 ? 0 : headerRows, rows: rows.splice(0) })
      boxes.push(ownRows(drafting, field))
    }
  }
  for (const field of withAddedLines(filled, fields.fields)) put(field)
  if (rows.length > 0) boxes.push({ kind: 'grid', columns, headerRows: boxes.length > 0 ? 0 : headerRows, rows })
  return boxes.length === 1 ? (boxes[0] as Box) : { kind: 'stack', boxes }
}

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
