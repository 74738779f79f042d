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
}

/** Where in a block a cell stands: in its only row, a named row, a row of its list or the total row. */
export interface RowPlace {
  readonly of: 'single' | 'row' | 'list' | 'total'
  readonly row?: Row
}

/** The cell that a field or a section itself is. */
export const entryCell = (form: Form, ask: Ask): Cell => cellOf(form, ask, ask.value, ask.unit)

/** A cell of a block. @param at path of the column within the block */
export function blockCell(form: Form, block: Block, column: Column, at: string, { row, of }: RowPlace): Cell {
  const { ask, kind } = column
  const writes = kind === 'data' || (kind === 'stub' && of === 'list')
  const closed = !writes || column.given || (row !== undefined && isGap(row, block.columns))
  if (closed || (of === 'total' && !hasTotal(ask))) return { places: new Map(), computed: false }
  const measures = addsUp(ask) || ask.type === 'rate' || ask.unit !== undefined
  const unit = measures ? cellUnit(block, row, column) : undefined
  if (of === 'total') return { ...cellOf(form, ask, undefined, unit), computed: true }
  return cellOf(form, ask, valueInRow(column, row, at), unit)
}

function cellOf(form: Form, ask: Ask, value: CellValue | undefined, unit: Unit | undefined): Cell {
  const own: Place = { ask, ...(unit ? { unit } : {}) }
  const places = new Map<string, Place>()
  if (value?.kind === 'closed') return { places, computed: false }
  if (value?.kind !== 'text') places.set('', own)
  for (const text of [value?.kind === 'text' ? value.text : undefined, ask.sign])
    for (const part of text ? parseValueText(text.source) : []) {
      if (part.kind !== 'hole') continue
      const inner = holeAsk(part.what, form.definition.units)
      places.set(part.id, part.id === '' ? own : { ask: inner, ...(inner.unit ? { unit: inner.unit } : {}) })
    }
  if (places.has('') && places.size > 1) places.set(ownKey, own)
  return { places, computed: value?.kind === 'formula' }
}
