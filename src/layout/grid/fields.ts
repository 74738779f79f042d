import { type Column, type Entry, type Field, type Fields, type Form, type Runs, runsOf } from '../../model/index.ts'
import { emOf } from '../em.ts'
import { entryLook } from '../entry.ts'
import type { Words } from '../words.ts'
import { type Box, type BoxColumn, type DraftCell, type DraftRow, fullRow, type GridBox, type SlotCell } from './box.ts'
import { contentBox, type Drafting, underLabel } from './content.ts'

/** A label column is at most this wide, em; longer labels take more lines. */
const widestLabelEm = 14

/** Fields in a table: a line each unless `beside` the one before; groups, texts and blocks take rows of their own. */
export function fieldsBox(drafting: Drafting, fields: Fields, path: string): Box {
  if (fields.columns.length > 0) return numberedFields(drafting, fields, path)
  const lines: Field[][] = []
  for (const field of fields.fields) {
    const line = lines.at(-1)
    if (field.beside !== undefined && line) line.push(field)
    else lines.push([field])
  }
  const plain = lines.filter((line) => line.every(isPlain))
  const most = Math.max(1, ...plain.map((line) => line.length))
  const labelEm = labelWidth(drafting.form, plain.flat())
  const boxes: Box[] = []
  for (const line of lines) {
    const [first] = line as [Field]
    if (!line.every(isPlain)) boxes.push(...line.map((field) => ownRows(drafting, field)))
    else if (fields.labels === 'inside') boxes.push(insideLine(drafting, line))
    else if (first.content.kind === 'entry' && first.content.ask.boxes) boxes.push(boxesLine(drafting, first, labelEm))
    else append(boxes, fieldLine(drafting, line, most, labelEm))
  }
  return boxes.length === 1 ? (boxes[0] as Box) : { kind: 'stack', boxes }
}

/** One label and one place to write, or a remark that more may follow. */
const isPlain = ({ content, label }: Field): boolean => content.kind === 'entry' || (content.kind === 'text' && label !== undefined)

/** Lines of the same columns become one box, so that their edges are one. */
function append(boxes: Box[], line: GridBox): void {
  const last = boxes.at(-1)
  if (last?.kind === 'grid' && last.headerRows === 0 && last.columns.length === line.columns.length && last.rows[0]?.role === 'body')
    boxes[boxes.length - 1] = { ...last, rows: [...last.rows, ...line.rows] }
  else boxes.push(line)
}

/** A field that is a group, a printed text or a block. */
function ownRows(drafting: Drafting, field: Field): Box {
  const box = contentBox(drafting, field.content, field.path)
  if (!field.label) return box
  const content = [drafting.form.labels.get(field.path) ?? []]
  return underLabel({ id: `${field.path}:label`, role: 'band', style: 'cellLabel', content, input: false }, box)
}

function labelWidth(form: Form, fields: readonly Field[]): number {
  const given = fields.flatMap(({ width }) => (width === undefined ? [] : [width]))
  if (given.length > 0) return Math.max(...given)
  const longest = Math.max(3, ...fields.map(({ path }) => emOf(form.labels.get(path) ?? [])))
  return Math.min(longest + 1, widestLabelEm)
}

const labelCell = (form: Form, { path }: Field): DraftCell => ({
  id: `${path}:label`,
  role: 'label',
  scope: 'row',
  style: 'cellStub',
  content: [form.labels.get(path) ?? []],
  input: false,
})

function valueCell({ form, words }: Drafting, { content, path, more }: Field): DraftCell {
  if (more) return { id: path, role: 'more', style: 'cellText', content: [runsOf(form, more)], input: true }
  if (content.kind === 'text') return { id: path, role: 'text', style: 'cellText', content: [runsOf(form, content.text)], input: false }
  return { id: path, ...entryLook(form, (content as Entry).ask, words) }
}

function rowOf(line: readonly Field[], cells: readonly SlotCell[]): DraftRow {
  const lines = Math.max(0, ...line.map(({ content }) => (content.kind === 'entry' ? (content.ask.lines ?? 0) : 0)))
  const id = `${(line[0] as Field).path}:line`
  return { id, role: 'body', keepWithNext: false, cells, ...(lines > 0 ? { lines } : {}) }
}

/** Label, value, label, value …; a line of fewer fields gives the rest to its last value. */
function fieldLine(drafting: Drafting, line: readonly Field[], most: number, labelEm: number): GridBox {
  const columns = Array.from({ length: most }, (): BoxColumn[] => [
    { em: labelEm, fixed: true },
    { em: 10, fixed: false },
  ]).flat()
  const cells = line.flatMap((field, index): SlotCell[] => {
    const unlabelled = !field.label
    const end = index === line.length - 1 ? columns.length : 2 * index + 2
    const start = unlabelled ? 2 * index : 2 * index + 1
    const value: SlotCell = { cell: valueCell(drafting, field), column: start, colSpan: end - start, rowSpan: 1 }
    if (unlabelled) return [value]
    return [{ cell: labelCell(drafting.form, field), column: 2 * index, colSpan: 1, rowSpan: 1 }, value]
  })
  return { kind: 'grid', columns, headerRows: 0, rows: [rowOf(line, cells)] }
}

/** Label and value in one cell each, the line shared by `width`. */
function insideLine(drafting: Drafting, line: readonly Field[]): GridBox {
  const { form, words } = drafting
  const columns = line.map(({ width }) => ({ em: width ?? 10, fixed: false }))
  const cells = line.map((field, index): SlotCell => {
    const value = valueCell(drafting, field)
    return { cell: { ...value, style: 'cellText', content: [insideContent(form, field, value, words)] }, column: index, colSpan: 1, rowSpan: 1 }
  })
  return { kind: 'grid', columns, headerRows: 0, rows: [rowOf(line, cells)] }
}

function insideContent(form: Form, { path, label, content }: Field, value: DraftCell, words: Words): Runs {
  const own = form.labels.get(path) ?? []
  const filled = value.content.flat()
  if (!label) return filled
  if (content.kind === 'entry' && content.ask.type === 'check') return [...filled, { text: ' ' }, ...own]
  return [...own, { text: words.colon }, ...filled]
}

/** One box per character; what is left of the line stays open. */
function boxesLine({ form }: Drafting, field: Field, labelEm: number): GridBox {
  const count = (field.content as Entry).ask.length ?? 1
  const box = (n: number): DraftCell => ({ id: `${field.path}[${n}]`, role: 'input', style: 'cellBox', content: [], input: true })
  const columns: BoxColumn[] = [{ em: labelEm, fixed: true }, ...Array.from({ length: count }, () => ({ em: 2, fixed: true })), { em: 1, fixed: false }]
  const cells: SlotCell[] = [
    { cell: labelCell(form, field), column: 0, colSpan: 1, rowSpan: 1 },
    ...Array.from({ length: count }, (_, n) => ({ cell: box(n + 1), column: n + 1, colSpan: 1, rowSpan: 1 })),
    { cell: { id: `${field.path}:open`, role: 'open', style: 'cellLabel', content: [], input: false }, column: count + 1, colSpan: 1, rowSpan: 1 },
  ]
  return { kind: 'grid', columns, headerRows: 0, rows: [rowOf([field], cells)] }
}

/** Numbered lines: each field a row of the printed columns, such as line, text, line again, amount. */
function numberedFields(drafting: Drafting, fields: Fields, path: string): Box {
  const { form } = drafting
  const columns = fields.columns.map(({ kind, width }) => ({ em: width ?? (kind === 'stub' ? 40 : kind === 'code' ? 4 : 12), fixed: false }))
  const rows = fields.fields.map((field): DraftRow => {
    if (!isPlain(field)) return bandRow(form, field, columns.length)
    const cells = fields.columns.map((column, index): SlotCell => ({ cell: numberedCell(drafting, field, column), column: index, colSpan: 1, rowSpan: 1 }))
    return rowOf([field], cells)
  })
  const header = fields.columns.some(({ label }) => label) ? [numberedHeader(form, fields.columns, path)] : []
  return { kind: 'grid', columns, headerRows: header.length, rows: [...header, ...rows] }
}

function bandRow(form: Form, field: Field, width: number): DraftRow {
  const runs = field.label ? (form.labels.get(field.path) ?? []) : field.content.kind === 'text' ? runsOf(form, field.content.text) : []
  const cell: DraftCell = { id: `${field.path}:label`, role: 'band', style: 'cellStub', content: [runs], input: false }
  return { ...(fullRow(cell, 'band', { keepWithNext: true }).rows[0] as DraftRow), cells: [{ cell, column: 0, colSpan: width, rowSpan: 1 }] }
}

function numberedCell(drafting: Drafting, field: Field, { kind, id }: Column): DraftCell {
  if (kind === 'stub') return labelCell(drafting.form, field)
  if (kind !== 'code') return valueCell(drafting, field)
  const content = field.code === undefined ? [] : [[{ text: field.code }]]
  return { id: `${field.path}:${id}`, role: 'code', scope: 'row', style: 'cellLabel', content, input: false }
}

function numberedHeader(form: Form, columns: readonly Column[], path: string): DraftRow {
  const cells = columns.map((column, index): SlotCell => {
    const content = column.label ? [form.labels.get(column.path) ?? []] : []
    return { cell: { id: `${column.path}:label`, role: 'label', scope: 'column', style: 'cellLabel', content, input: false }, column: index, colSpan: 1, rowSpan: 1 }
  })
  return { id: `${path}:header1`, role: 'header', keepWithNext: true, cells }
}
