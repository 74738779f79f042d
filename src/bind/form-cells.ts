import {
  type Ask,
  addsUp,
  type Block,
  type CellValue,
  type Column,
  type Content,
  cellUnit,
  countsInSum,
  type Form,
  type Formula,
  hasTotal,
  leafColumns,
  leafRows,
  plain,
  type Row,
  runsOf,
  type Unit,
  type Value,
  valueInRow,
  withoutNotes,
} from '../model/index.ts'
import { figurePattern } from '../text/figures.ts'
import { formulaOf } from './entries.ts'
import type { FilledRow } from './listed.ts'
import type { Filled } from './walk.ts'

/** A formula, and whether a row says it: then `sum` takes the whole of a column that it names. */
export interface Asking {
  readonly formula: Formula
  readonly ofRow: boolean
}

/** A row of a block as formulas see it: a named row, the only row, a row of the list, its total. */
export interface Line {
  readonly path: string
  readonly row?: Row
  readonly of: 'form' | 'list' | 'total'
  get(column: string): Value | undefined
  set(column: string, value: Value): void
}

/** A row of a list with its values. */
export interface ListedLine extends Line {
  readonly values: FilledRow
}

function* listedLines(rows: Iterable<FilledRow>, path: string): Generator<ListedLine> {
  let n = 0
  for (const values of rows)
    yield {
      path: `${path}[${++n}]`,
      of: 'list',
      values,
      get: (column) => values.get(column),
      set: (column, value) => void values.set(column, value),
    }
}

/** One place that holds a figure. */
export interface Cell {
  /** Unique in the form: its path; of a list's row `list[3].people`. */
  readonly path: string
  readonly ask: Ask
  readonly unit?: Unit
  /** The first fills the cell, all are held against what is stated. */
  readonly asking: readonly Asking[]
  /** Of a cell in a block. */
  readonly within?: { readonly block: BlockCells; readonly line: Line; readonly column: string }
  value(): Value | undefined
  set(value: Value): void
}

const none: readonly Asking[] = []

/** A label without the marks of its notes; the path where nothing is printed. */
const labelAt = ({ labels }: Form, path: string): string => {
  const label = labels.get(path)
  return label ? withoutNotes(label) : path
}

/** The cells of one block, the columns that the filler added among them. */
export class BlockCells {
  readonly path: string
  readonly block: Block
  /** By path within the block. */
  readonly columns: ReadonlyMap<string, Column>
  /** But for those of the list. */
  readonly lines: readonly Line[]
  /** Walked anew, the rows of the list are read anew. */
  readonly listed: Iterable<ListedLine>
  /** The columns that are worked out in each row of the list. */
  readonly computedInList: readonly string[]
  readonly total?: Line
  readonly #form: Form
  readonly #listed: ReadonlyMap<string, readonly Asking[]>

  constructor(block: Block, path: string, form: Form, filled: Filled) {
    this.path = path
    this.block = block
    this.#form = form
    const leaves = leafColumns(block.columns, filled.added).filter(({ kind }) => kind === 'data')
    this.columns = new Map(leaves.map((column) => [column.path.slice(path.length + 1), column]))
    this.#listed = new Map([...this.columns].map(([at, column]) => [at, askingOf(column, undefined, at)]))
    this.computedInList = [...this.#listed].flatMap(([at, asking]) => (asking.length > 0 ? [at] : []))
    const isSingle = block.rows.length === 0 && !block.list
    this.lines = [
      ...leafRows(block.rows).map((row) => stored(row.path, filled, row)),
      ...(isSingle ? [stored(path, filled)] : []),
    ]
    const rows = filled.lists.get(path)?.rows ?? []
    this.listed = { [Symbol.iterator]: () => listedLines(rows, path) }
    if (block.list?.total) this.total = { ...stored(`${path}.total`, filled), of: 'total' }
  }

  /** What works out a cell; nothing where it is only written. */
  asking({ row, of }: Line, column: string): readonly Asking[] {
    if (of === 'total') return none
    return row ? askingOf(this.columns.get(column) as Column, row, column) : this.askingInList(column)
  }

  /** What works out a column in each row of the list. */
  askingInList(column: string): readonly Asking[] {
    return this.#listed.get(column) ?? none
  }

  cell(line: Line, column: string): Cell {
    const leaf = this.columns.get(column) as Column
    const unit = cellUnit(this.block, line.row, leaf)
    return {
      path: `${line.path}.${column}`,
      ask: leaf.ask,
      ...(unit ? { unit } : {}),
      asking: this.asking(line, column),
      within: { block: this, line, column },
      value: () => line.get(column),
      set: (value) => line.set(column, value),
    }
  }

  /** The rows that a column's sum adds up beside those of the list; see {@link countsInSum}. */
  counting(column: string): readonly Line[] {
    return this.lines.filter(({ row }) => countsInSum(row, column))
  }

  /** The labels of a row and of the groups it stands in, outermost first, then the column's; of a list's row its number. */
  label({ path, of }: Line, column: string): string {
    const last = this.columnLabel(column)
    if (of === 'total' && this.block.list?.total) return `${plain(runsOf(this.#form, this.block.list.total))} · ${last}`
    const ids = path
      .slice(this.path.length)
      .replace(/^\./, '')
      .split('.')
      .filter((id) => id !== '')
    const rows = ids.map((id, n) =>
      id.startsWith('[') ? id : labelAt(this.#form, [this.path, ...ids.slice(0, n + 1)].join('.')),
    )
    return [...rows, last].join(' · ')
  }

  columnLabel(column: string): string {
    const { path, label } = this.columns.get(column) as Column
    return this.#form.labels.has(path) ? labelAt(this.#form, path) : (label?.source ?? path)
  }
}

/** A cell's formula, then the row's for all that adds up where another fills the cell. */
function askingOf(column: Column, row: Row | undefined, at: string): readonly Asking[] {
  const own = formulaOf(valueInRow(column, row, at))
  if (!own) return none
  const ofRow = row && addsUp(column.ask) ? formulaOf(row.value) : undefined
  const first = { formula: own, ofRow: row?.cells.has(at) === true || own === ofRow }
  return ofRow && ofRow !== own ? [first, { formula: ofRow, ofRow: true }] : [first]
}

const stored = (path: string, { values }: Filled, row?: Row): Line => ({
  path,
  of: 'form',
  ...(row ? { row } : {}),
  get: (column) => values.get(`${path}.${column}`) ?? constant(row?.cells.get(column)),
  set: (column, value) => void values.set(`${path}.${column}`, value),
})

/** A row's printed constant counts as a figure where it is one. */
function constant(value: CellValue | undefined): Value | undefined {
  if (value?.kind !== 'text' || !figurePattern.test(value.text.source)) return undefined
  return { text: value.text.source, figure: value.text.source, computed: true }
}

/** Every cell of the form that a formula may name, wherever the formula stands. */
export class FormCells {
  readonly blocks: BlockCells[] = []
  readonly fields: Cell[] = []
  readonly #form: Form
  readonly #filled: Filled
  readonly #cells = new Map<string, Cell>()
  readonly #columns = new Map<string, { readonly block: BlockCells; readonly column: string }>()

  constructor(form: Form, filled: Filled) {
    this.#form = form
    this.#filled = filled
    for (const part of form.definition.parts) for (const table of part.tables) this.#collect(table.content, table.path)
  }

  #collect(content: Content, path: string): void {
    if (content.kind === 'block') this.#block(new BlockCells(content, path, this.#form, this.#filled))
    else if (content.kind === 'entry') this.#field(content.ask, path)
    else if (content.kind === 'stack') for (const child of content.children) this.#collect(child.content, child.path)
    else if (content.kind === 'fields') for (const field of content.fields) this.#collect(field.content, field.path)
  }

  #field(ask: Ask, path: string): void {
    const { values } = this.#filled
    const formula = formulaOf(ask.value)
    const cell: Cell = {
      path,
      ask,
      ...(ask.unit ? { unit: ask.unit } : {}),
      asking: formula ? [{ formula, ofRow: false }] : none,
      value: () => values.get(path) ?? constant(ask.value),
      set: (value) => void values.set(path, value),
    }
    this.fields.push(cell)
    this.#cells.set(path, cell)
  }

  #block(block: BlockCells): void {
    this.blocks.push(block)
    for (const [column, { ask, path }] of block.columns) {
      this.#columns.set(path, { block, column })
      for (const line of block.lines) if (line.of === 'form') this.#add(block.cell(line, column))
      if (block.total && hasTotal(ask)) this.#add(block.cell(block.total, column))
    }
  }

  #add(cell: Cell): void {
    this.#cells.set(cell.path, cell)
  }

  /** The cell that a name means in the formula of a cell: a column of its block in its row, a row in its column. */
  named(path: string, { within }: Cell): Cell | undefined {
    if (!within) return this.#cells.get(path)
    const { block, line, column } = within
    const relative = path.startsWith(`${block.path}.`) ? path.slice(block.path.length + 1) : ''
    if (block.columns.has(relative)) return block.cell(line, relative)
    return this.#cells.get(path) ?? (relative === '' ? undefined : this.#cells.get(`${path}.${column}`))
  }

  /** The column of that path, for a `sum` over its rows. */
  column(path: string): { readonly block: BlockCells; readonly column: string } | undefined {
    return this.#columns.get(path)
  }

  label({ path, within }: Cell): string {
    return within ? within.block.label(within.line, within.column) : labelAt(this.#form, path)
  }

  /** What a formula names, in the form's words. */
  labelOf(path: string): string {
    const cell = this.#form.labels.has(path) ? undefined : this.#cells.get(path)
    return cell ? this.label(cell) : labelAt(this.#form, path)
  }
}
