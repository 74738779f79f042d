import {
  type Ask,
  type Block,
  type CellValue,
  type Column,
  cellUnit,
  type Expression,
  type Form,
  hasTotal,
  holeAsk,
  isGap,
  isNumeric,
  plain,
  type Row,
  type Runs,
  runsOf,
  type Text,
  valueInRow,
} from '../model/index.ts'
import { parseValueText } from '../text/holes.ts'
import type { Asked, AskedBlock, AskedRow } from './asked.ts'

/** What differs in one row: its unit, cells of its own, a formula for all columns that add up; or what a total row sums. */
interface RowSpecials {
  readonly block: Block
  readonly path: string
  readonly row?: Row
  readonly only?: (ask: Ask) => boolean
}

/** The columns and rows of a block that a person fills in. */
export function askedBlock(form: Form, block: Block, id: string, path: string, label: Runs): Asked {
  const { list } = block
  const more = moreColumn(block.columns)
  const columns = askedColumns(form, block.columns, list !== undefined, { block, path })
  if (block.rows.length === 0 && !list && !more) return { kind: 'map', id, label, children: columns }
  const total = list?.total && {
    label: runsOf(form, list.total),
    values: askedColumns(form, block.columns, false, { block, path, only: hasTotal }),
  }
  const asked: AskedBlock = {
    kind: 'block',
    id,
    label,
    columns,
    rows: block.rows
      .map((row) => askedRow(form, block, row, path))
      .filter(({ rows, values }) => rows.length + values.length > 0),
    ...(list ? { list: { ...(list.more ? {} : { most: list.blank }), ...(total ? { total } : {}) } } : {}),
    ...(more ? { extra: at(more, path) } : {}),
  }
  return asked
}

function moreColumn(columns: readonly Column[]): Column | undefined {
  for (const column of columns) {
    const found = column.kind === 'more' ? column : moreColumn(column.children)
    if (found) return found
  }
  return undefined
}

function askedRow(form: Form, block: Block, row: Row, path: string): AskedRow {
  const rows = row.children
    .map((child) => askedRow(form, block, child, path))
    .filter((child) => child.rows.length + child.values.length > 0)
  const values =
    row.children.length > 0 || isGap(row, block.columns)
      ? []
      : askedColumns(form, block.columns, false, { block, path, row })
  return {
    id: row.id,
    label: form.labels.get(row.path) ?? [],
    rows,
    values,
    ...(row.unit ? { unit: row.unit } : {}),
    ...(row.value?.kind === 'formula' ? { computed: howComputed(row.value) } : {}),
  }
}

/** The column tree without what the form prints itself; a spanner that keeps no column goes too. */
function askedColumns(form: Form, columns: readonly Column[], inList: boolean, specials: RowSpecials): Asked[] {
  return columns.flatMap((column): Asked[] => {
    const { id } = column
    if (column.children.length > 0) {
      const children = askedColumns(form, column.children, inList, specials)
      return children.length > 0 ? [{ kind: 'map', id, label: labelOf(form, column), children }] : []
    }
    if (column.kind === 'more') return [{ kind: 'extra', id, label: labelOf(form, column) }]
    const asked = column.kind === 'data' || (column.kind === 'stub' && inList)
    return asked && !column.given ? askedCell(form, column, specials) : []
  })
}

const at = (column: Column, path: string): string => column.path.slice(path.length + 1)

function askedCell(form: Form, column: Column, { block, path, row, only }: RowSpecials): Asked[] {
  const { id } = column
  const { sign: _, ...ask } = column.ask
  if (only && !only(ask)) return []
  const value = valueInRow(column, row, at(column, path))
  const unit = isNumeric(ask.type) ? cellUnit(block, row, column) : ask.unit
  return askedEntry(form, { ...ask, ...(unit ? { unit } : {}) }, value, id, labelOf(form, column), false)
}

/** The unit is said with the type, so the label stands without it. */
function labelOf(form: Form, { label, path }: Column): Runs {
  return (label && form.texts.get(label)) ?? form.labels.get(path) ?? []
}

/**
 * One cell: nothing where the form prints a constant or closes it, a map where several values stand in a printed text.
 */
export function askedEntry(
  form: Form,
  ask: Ask,
  value: CellValue | undefined,
  id: string,
  label: Runs,
  paragraphs: boolean,
): Asked[] {
  const whole: Asked = { kind: 'value', id, label, ask, paragraphs: paragraphs && isText(ask) }
  if (value?.kind === 'closed') return []
  if (value?.kind === 'formula') return [{ ...whole, paragraphs: false, computed: howComputed(value) }]
  const holes = value ? parseValueText(value.text.source).filter((part) => part.kind === 'hole') : []
  if (value && holes.length === 0) return []
  const texts = [value?.text, ask.sign].filter((text) => text !== undefined)
  const within = texts.flatMap((text) => placesIn(form, text))
  const hasOwn = value === undefined || holes.some((hole) => hole.id === '')
  const own: Asked = value ? { ...whole, paragraphs: false } : whole
  if (within.length === 0) return [own]
  const shown = texts.map((text) => shownText(form, text)).join(' ')
  if (!hasOwn) return [{ kind: 'map', id, label, children: within, shown }]
  return [{ kind: 'map', id, label, children: [{ ...own, id: 'text', label: [] }, ...within], shown, ownFirst: true }]
}

/** The named places to write in a text. */
const placesIn = (form: Form, { source }: Text): Asked[] =>
  parseValueText(source).flatMap((part): Asked[] => {
    if (part.kind !== 'hole' || part.id === '') return []
    const ask = holeAsk(part.what, form.definition.units)
    return [{ kind: 'value', id: part.id, label: [], ask, paragraphs: false }]
  })

/** A text with its places as blanks, on one line. */
const shownText = (form: Form, text: Text): string =>
  plain(runsOf(form, text))
    .replace(/<[^<>]*>/g, '＿')
    .replace(/\s*\n\s*/g, ' ')

const isText = ({ type, from, options }: Ask): boolean => type === 'text' && from === undefined && options.length === 0

function howComputed({ formula }: CellValue & { kind: 'formula' }): 'sum' | 'formula' {
  return isSum(formula.expression) ? 'sum' : 'formula'
}

/** `sum(a)`, `a + b + c` */
const isSum = (expression: Expression): boolean =>
  expression.kind === 'call' ||
  (expression.kind === 'operation' &&
    expression.operator === '+' &&
    expression.operands.every((operand) => operand.kind === 'name' || isSum(operand)))
