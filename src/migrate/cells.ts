import {
  type Ask,
  addsUp,
  type Block,
  type CellValue,
  type Column,
  cellUnit,
  type Form,
  hasTotal,
  holeAsk,
  isGap,
  leafColumns,
  ownKey,
  type Row,
  type Unit,
  valueInRow,
} from '../model/index.ts'
import { parseValueText } from '../text/holes.ts'

/** One cell of an edition as it takes a value. */
export interface Cell {
  /** Its places to write by id, '' for the cell itself; empty where nothing may be written. */
  readonly places: ReadonlyMap<string, Place>
  /** The program works it out where nothing is stated. */
  readonly computed: boolean
}

export interface Place {
  readonly ask: Ask
  readonly unit?: Unit
  /** Says who answers for the report, or when: a signature, its date, or what stands above one. */
  readonly signed: boolean
}

/** Where in a block a cell stands: in its only row, a named row, a row of its list or the total row. */
export interface RowPlace {
  readonly of: 'single' | 'row' | 'list' | 'total'
  readonly row?: Row
}

/** The cell that a field or a section itself is. @param besideSignature a signature stands among its siblings */
export const entryCell = (form: Form, ask: Ask, besideSignature: boolean): Cell =>
  cellOf(form, { ask, besideSignature }, ask.value, ask.unit)

/** A date, month or year beside a signature is that of the signature. */
const isDate = ({ type }: Ask): boolean => type === 'date' || type === 'month' || type === 'year'
export const isSignature = ({ type }: Ask): boolean => type === 'signature'

/** A cell of a block. @param at path of the column within the block */
export function blockCell(form: Form, block: Block, column: Column, at: string, { row, of }: RowPlace): Cell {
  const { ask, kind } = column
  const writes = kind === 'data' || (kind === 'stub' && of === 'list')
  const closed = !writes || column.given || (row !== undefined && isGap(row, block.columns))
  if (closed || (of === 'total' && !hasTotal(ask))) return { places: new Map(), computed: false }
  const measures = addsUp(ask) || ask.type === 'rate' || ask.unit !== undefined
  const unit = measures ? cellUnit(block, row, column) : undefined
  const asked = { ask, besideSignature: leafColumns(block.columns).some((each) => isSignature(each.ask)) }
  if (of === 'total') return { ...cellOf(form, asked, undefined, unit), computed: true }
  return cellOf(form, asked, valueInRow(column, row, at), unit)
}

interface Asked {
  readonly ask: Ask
  readonly besideSignature: boolean
}

function cellOf(
  form: Form,
  { ask, besideSignature }: Asked,
  value: CellValue | undefined,
  unit: Unit | undefined,
): Cell {
  const isSigned = isSignature(ask) || ask.sign !== undefined || (besideSignature && isDate(ask))
  const own: Place = { ask, ...(unit ? { unit } : {}), signed: isSigned }
  const places = new Map<string, Place>()
  if (value?.kind === 'closed') return { places, computed: false }
  if (value?.kind !== 'text') places.set('', own)
  for (const text of [value?.kind === 'text' ? value.text : undefined, ask.sign]) {
    const holes = (text ? parseValueText(text.source) : []).flatMap((part) =>
      part.kind === 'hole' ? [{ id: part.id, ask: holeAsk(part.what, form.definition.units) }] : [],
    )
    const dated = besideSignature || holes.some((hole) => isSignature(hole.ask))
    for (const { id, ask: inner } of holes) {
      const signed = (text === ask.sign && text !== undefined) || isSignature(inner) || (dated && isDate(inner))
      places.set(id, id === '' ? own : { ask: inner, ...(inner.unit ? { unit: inner.unit } : {}), signed })
    }
  }
  if (places.has('') && places.size > 1) places.set(ownKey, own)
  return { places, computed: value?.kind === 'formula' }
}
