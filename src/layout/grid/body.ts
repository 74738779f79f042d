import {
  type Block,
  type CellValue,
  type Column,
  type FilledForm,
  type Form,
  hasTotal,
  isGap,
  isNumeric,
  joinRuns,
  type List,
  printedLeaves,
  type Row,
  type RowValues,
  type Runs,
  runsOf,
  valueInRow,
  type Writable,
} from '../../model/index.ts'
import { parseMarks } from '../../text/marks.ts'
import { emOf } from '../em.ts'
import { entryLook, entryLooks, type ValueAt, valuesAt } from '../entry.ts'
import type { Words } from '../words.ts'
import type { DraftCell, DraftRow, ListRows, SlotCell } from './box.ts'
import { type Aligned, alignCell, alignDecimals, alignedColumns } from './decimals.ts'
import { keptTogether } from './worked-out.ts'

/** A named row with the groups it stands in, outermost first. */
interface NamedRow {
  readonly row: Row
  readonly groups: readonly Row[]
}

const namedRows = (rows: readonly Row[], groups: readonly Row[] = []): NamedRow[] =>
  rows.flatMap((row) => (row.children.length > 0 ? namedRows(row.children, [...groups, row]) : [{ row, groups }]))

/** What stands under a block's header. */
export interface BodyRows {
  /** All rows but those of the list. */
  readonly rows: readonly DraftRow[]
  readonly list?: ListRows
  /** The row of the list with the longest number, without what was filled in. */
  readonly longest?: DraftRow
}

/** The same before decimal points are aligned. */
interface Drafted extends Omit<BodyRows, 'list'> {
  readonly list?: Pick<ListRows, 'at' | 'count'> & { rows(columns: readonly Aligned[]): Generator<DraftRow> }
}

/** The rows under a block's header. `seq` counts on through all of them. */
export class Body {
  readonly #filled: FilledForm
  readonly #form: Form
  readonly #block: Block
  readonly #path: string
  readonly #words: Words
  readonly #columns: readonly Column[]
  readonly #groupColumns: number
  #count = 0

  constructor(filled: FilledForm, form: Form, block: Block, path: string, words: Words) {
    this.#filled = filled
    this.#form = form
    this.#block = block
    this.#path = path
    this.#words = words
    this.#columns = printedLeaves(block.columns)
    this.#groupColumns = this.#columns.filter(({ kind }) => kind === 'group').length
  }

  /** `extra`: blank rows beyond the list's own, where a neighbour is higher. */
  rows(extra = 0): BodyRows {
    const { rows, list, longest } = this.#drafted(extra)
    const columns = alignedColumns(this.#columns, rows, (column) => this.#placesInList(column))
    const listed = list && { at: list.at, count: list.count, rows: { [Symbol.iterator]: () => list.rows(columns) } }
    return {
      rows: rows.map((row) => alignDecimals(row, columns)),
      ...(listed ? { list: listed } : {}),
      ...(longest ? { longest } : {}),
    }
  }

  /** Decimal places of the longest figure of a list's column. */
  #placesInList(column: Column): number {
    const extent = this.#filled.lists.get(this.#path)?.extents.get(this.#at(column))
    return extent?.figure ? Math.max(extent.places, column.ask.decimals ?? 0) : 0
  }

  #drafted(extra: number): Drafted {
    const { rows, list } = this.#block
    const named = this.#namedRows(rows)
    if (list) return this.#withList(list, named, extra)
    if (rows.length > 0) return { rows: named }
    const only = this.#row('body', this.#path, (column) =>
      isWritten(column)
        ? centred(this.#entry(column, `${this.#path}.${this.#at(column)}`), column)
        : this.#open(`${this.#path}.${this.#at(column)}`),
    )
    return { rows: [only] }
  }

  #at(column: Column): string {
    return column.path.slice(this.#path.length + 1)
  }

  #row(role: DraftRow['role'], id: string, cellOf: (column: Column) => DraftCell, lines?: number): DraftRow {
    const cells = this.#columns.map(
      (column, index): SlotCell => ({ cell: cellOf(column), column: index, colSpan: 1, rowSpan: 1 }),
    )
    return { id, role, keepWithNext: false, cells, ...(lines === undefined ? {} : { lines }) }
  }

  #namedRows(rows: readonly Row[]): DraftRow[] {
    this.#count = 0
    const named = namedRows(rows)
    const drafts: DraftRow[] = []
    for (const [index, entry] of named.entries()) {
      if (this.#groupColumns === 0) drafts.push(...this.#bands(entry, named[index - 1]))
      drafts.push(isGap(entry.row, this.#block.columns) ? this.#gap(entry.row) : this.#named(entry, index, named))
    }
    return keptTogether(
      drafts,
      named.map(({ row }) => row),
    )
  }

  #gap({ path }: Row): DraftRow {
    return this.#row('body', path, (column) => this.#open(`${path}.${this.#at(column)}`))
  }

  /** Where no column prints the groups, a group is a row of its own above its rows. */
  #bands({ groups }: NamedRow, before: NamedRow | undefined): DraftRow[] {
    return groups
      .filter((group) => !before?.groups.includes(group))
      .map((group) => {
        const content = [this.#indented(this.#form.labels.get(group.path) ?? [], groups.indexOf(group))]
        const cell: DraftCell = {
          id: `${group.path}:label`,
          role: 'band',
          scope: 'row',
          style: 'cellStub',
          content,
          input: false,
        }
        return {
          id: group.path,
          role: 'band' as const,
          keepWithNext: true,
          cells: [{ cell, column: 0, colSpan: this.#columns.length, rowSpan: 1 }],
        }
      })
  }

  #indented(runs: Runs, level: number): Runs {
    return level > 0 ? [{ text: '\u3000'.repeat(level) }, ...runs] : runs
  }

  #named(entry: NamedRow, index: number, all: readonly NamedRow[]): DraftRow {
    const { row, groups } = entry
    const count = ++this.#count
    const cells: SlotCell[] = []
    let level = 0
    for (let column = 0; column < this.#columns.length; column++) {
      const leaf = this.#columns[column] as Column
      if (leaf.kind === 'group') {
        const group = groups[level++]
        if (group) {
          if (all[index - 1]?.groups.includes(group)) continue
          const rowSpan = all.filter(({ groups: others }) => others.includes(group)).length
          cells.push({ cell: this.#groupCell(group), column, colSpan: 1, rowSpan })
          continue
        }
        // A row outside any group reaches over the group columns with its stub.
        const stub = this.#columns.findIndex(({ kind }, at) => at > column && kind === 'stub')
        const width =
          stub > column && this.#columns.slice(column, stub).every(({ kind }) => kind === 'group')
            ? stub - column + 1
            : 1
        const cell =
          width > 1
            ? this.#namedCell(row, this.#columns[stub] as Column, count, all, groups)
            : this.#open(`${row.path}.${leaf.id}`)
        cells.push({ cell, column, colSpan: width, rowSpan: 1 })
        column += width - 1
      } else cells.push({ cell: this.#namedCell(row, leaf, count, all, groups), column, colSpan: 1, rowSpan: 1 })
    }
    return {
      id: row.path,
      role: 'body',
      keepWithNext: false,
      cells,
      ...(row.lines === undefined ? {} : { lines: row.lines }),
    }
  }

  #groupCell(group: Row): DraftCell {
    const content = [this.#form.labels.get(group.path) ?? []]
    return { id: `${group.path}:label`, role: 'group', scope: 'row', style: 'cellLabel', content, input: false }
  }

  #namedCell(row: Row, column: Column, count: number, all: readonly NamedRow[], groups: readonly Row[]): DraftCell {
    const id = `${row.path}.${this.#at(column)}`
    switch (column.kind) {
      case 'stub':
        return {
          id: `${row.path}:label`,
          role: 'stub',
          scope: 'row',
          style: 'cellStub',
          content: [this.#stub(row, all, groups)],
          input: false,
        }
      case 'seq':
        return this.#printed(id, 'seq', [{ text: String(count) }])
      case 'code':
        return this.#printed(id, 'code', row.code === undefined ? [] : [{ text: row.code }])
      case 'unit':
        return this.#printed(id, 'unit', row.unit ? parseMarks(row.unit.symbol) : [])
      default:
        return this.#entry(column, id, valueInRow(column, row, this.#at(column)))
    }
  }

  /** 其中： before the first of the rows that are part of another; all stand further right than that. */
  #stub(row: Row, all: readonly NamedRow[], groups: readonly Row[]): Runs {
    const label = this.#form.labels.get(row.path) ?? []
    const band = this.#groupColumns === 0 ? groups.length : 0
    if (row.within === undefined) return this.#indented(label, band)
    const siblings = siblingsOf(
      row,
      all.map(({ row: other }) => other),
    )
    const level = band + 1 + 2 * withinDepth(row, siblings)
    const first = siblings.find(({ within }) => within === row.within) === row
    if (!first) return this.#indented(label, level + Math.ceil(emOf([{ text: this.#words.within }])))
    return joinRuns([...this.#indented([{ text: this.#words.within }], level), ...label])
  }

  #printed(id: string, role: 'seq' | 'code' | 'unit', runs: Runs): DraftCell {
    return { id, role, style: 'cellLabel', content: runs.length > 0 ? [runs] : [], input: false }
  }

  #open(id: string): DraftCell {
    return { id, role: 'open', style: 'cellLabel', content: [], input: false }
  }

  #entry(column: Column, id: string, value?: CellValue): DraftCell {
    return this.#entries(column, value)(id, valuesAt(this.#filled, id))
  }

  /** Drafts cells of a column, by id and what was filled in. */
  #entries(column: Column, value?: CellValue): (id: string, at: ValueAt) => DraftCell {
    const isEmpty = this.#filled.kind === 'filled'
    const lookAt = entryLooks(this.#form, column.ask, this.#words, value, isEmpty)
    const given = column.given && value === undefined
    return (id, at) => {
      const { content, figure, fit, input, role, style } = lookAt(at)
      const cell: Writable<DraftCell> = given
        ? { id, content, input: false, role: 'given', style: 'cellLabel' }
        : { id, content, input, role, style }
      if (figure !== undefined) cell.figure = figure
      if (fit !== undefined) cell.fit = fit
      return cell
    }
  }

  /**
   * As many rows as were filled in, at least the blank's; once all the blank's rows are filled, no row says that more may
   * follow.
   */
  #withList(list: List, named: readonly DraftRow[], extra: number): Drafted {
    const filled = this.#filled.lists.get(this.#path) ?? { count: 0, rows: [], extents: new Map() }
    const count = Math.max(list.blank, filled.count) + extra
    const after: DraftRow[] = []
    if (list.more && filled.count < list.blank) after.push(this.#moreRow(list.more))
    if (list.total) after.push(this.#totalRow(runsOf(this.#form, list.total)))
    const row = this.#listRows(list)
    function* rows(columns: readonly Aligned[]): Generator<DraftRow> {
      let n = 0
      for (const values of filled.rows) yield row(++n, columns, values)
      while (n < count) yield row(++n, columns)
    }
    return {
      rows: [...named, ...after],
      list: { at: named.length, count, rows },
      ...(count > 0 ? { longest: row(count, []) } : {}),
    }
  }

  /** Drafts the rows of a list: what is so of all cells of a column is decided once. */
  #listRows(list: List): (n: number, columns: readonly Aligned[], values?: RowValues) => DraftRow {
    const drafts = this.#columns.map((column) => this.#listCells(list, column))
    return (n, columns, values) => {
      const id = `${this.#path}[${n}]`
      const cells = drafts.map((cellOf, column): SlotCell => {
        const cell = alignCell(cellOf(id, n, values), columns[column])
        return { cell, column, colSpan: 1, rowSpan: 1 }
      })
      return { id, role: 'body', keepWithNext: false, cells }
    }
  }

  /** The cells of a column in the rows of a list, by the row's id, its number and what was filled in. */
  #listCells(list: List, column: Column): (row: string, n: number, values?: RowValues) => DraftCell {
    const path = this.#at(column)
    if (column.kind === 'seq')
      return (row, n) =>
        this.#printed(`${row}.${path}`, 'seq', list.numbered ? [{ text: String(this.#count + n) }] : [])
    if (column.kind !== 'stub' && !isWritten(column)) return (row) => this.#open(`${row}.${path}`)
    const entry = this.#entries(column)
    return (row, _, values) =>
      entry(`${row}.${path}`, (within) => values?.get(within === '' ? path : `${path}.${within}`))
  }

  #moreRow(texts: NonNullable<List['more']>): DraftRow {
    const row = `${this.#path}.more`
    return this.#row('more', row, (column) => {
      const text = texts.get(this.#at(column))
      const content = text ? [this.#form.texts.get(text) ?? parseMarks(text.source)] : []
      return { id: `${row}.${this.#at(column)}`, role: 'more', style: 'cellMore', content, input: false }
    })
  }

  /** The total row's label stands in the first column without a total; others are written, computed, or stay open. */
  #totalRow(label: Runs): DraftRow {
    const row = `${this.#path}.total`
    const labelled = this.#columns.find((column) => !isTotalled(column))
    return this.#row('total', row, (column) => {
      const id = `${row}.${this.#at(column)}`
      if (column === labelled)
        return { id: `${row}:label`, role: 'total', scope: 'row', style: 'cellLabel', content: [label], input: false }
      if (!isTotalled(column)) return { id, role: 'open', style: 'cellText', content: [], input: false }
      const look = entryLook(this.#form, column.ask, this.#words, valuesAt(this.#filled, id))
      return { ...look, id, role: 'computed', style: 'cellFigure', input: true }
    })
  }
}

/** What a row of data may say: rows that the form names have the rest printed, others have it nowhere. */
const isWritten = ({ kind }: Column): boolean => kind === 'data' || kind === 'more'

/** Figures stand below each other in a list; alone in their column they stand under the middle of its label. */
const centred = (cell: DraftCell, { ask }: Column): DraftCell =>
  isNumeric(ask.type) || ask.value?.kind === 'text' ? { ...cell, style: 'cellLabel' } : cell

const isTotalled = ({ kind, ask }: Column): boolean => kind === 'more' || (kind === 'data' && hasTotal(ask))

const parentPath = ({ path, id }: Row): string => path.slice(0, -id.length)

/** `within` names a row of the same group: another group may have rows of the same ids. */
const siblingsOf = (row: Row, all: readonly Row[]): Row[] =>
  all.filter((other) => parentPath(other) === parentPath(row))

function withinDepth(row: Row, siblings: readonly Row[]): number {
  const parent = siblings.find(({ id, path }) => id === row.within && path !== row.path)
  return parent?.within === undefined ? 0 : 1 + withinDepth(parent, siblings)
}
