import {
  type Block,
  type Column,
  type Form,
  isGap,
  type List,
  leafColumns,
  leafRows,
  type Row,
  valueInRow,
} from '../model/index.ts'
import { askFacts, closedFact, takesInput, valueFacts } from './ask-facts.ts'
import { type Fact, fact, flag, nameFacts, partedFact, type SharedNames, textFacts, unitFact } from './facts.ts'

/** The path of the block that columns and rows name each other within. */
const blockPath = ({ columns }: Block): string => {
  const [first] = columns
  return first ? first.path.slice(0, -first.id.length - 1) : ''
}

export function blockFacts(form: Form, names: SharedNames, block: Block): Fact[] {
  const { columnCodes, codesAt, header, list } = block
  return [
    ...partedFact('header', { header, codesAt: columnCodes === undefined ? undefined : codesAt }),
    ...fact('code', columnCodes),
    ...fact('list', list !== undefined),
    ...fact('unitPlace', block.unitAt),
    ...(list ? listFacts(form, names, list, blockPath(block)) : []),
  ]
}

function listFacts(form: Form, names: SharedNames, list: List, path: string): Fact[] {
  return [
    ...flag('more', list.more !== undefined),
    ...fact('blankRows', list.blank),
    ...fact('rowNumbers', list.numbered),
    ...[...(list.more ?? [])].flatMap(([at, text]) =>
      textFacts(form, names, 'words', text, `more ${names.node(`${path}.${at}`)}`),
    ),
    ...textFacts(form, names, 'total', list.total),
    ...(list.key === undefined
      ? []
      : [{ aspect: 'rowKey' as const, key: names.node(`${path}.${list.key}`), shown: list.key }]),
  ]
}

/** What a column is in its block. */
export interface InBlock {
  /** A CSV file may name it in its header, as it may the columns of a list. */
  readonly listed: boolean
  /** The columns to write in, with their paths within the block. */
  readonly asked: readonly { readonly column: Column; readonly at: string }[]
  /** Paths of the columns in which nobody writes, whatever the row. */
  readonly closed: ReadonlySet<string>
}

/** @param path of the block */
export function inBlock({ columns, rows, list }: Block, path: string): InBlock {
  const filled = leafRows(rows).filter((row) => !isGap(row, columns))
  const asked = leafColumns(columns)
    .filter(({ kind }) => kind === 'data')
    .map((column) => ({ column, at: column.path.slice(path.length + 1) }))
  const lines = filled.length === 0 ? [undefined] : filled
  const closed = asked.filter(({ column, at }) => lines.every((row) => isClosedCell(column, row, at)))
  return { listed: list !== undefined, asked, closed: new Set(closed.map(({ column }) => column.path)) }
}

const isClosedCell = (column: Column, row: Row | undefined, at: string): boolean =>
  column.given || !takesInput(valueInRow(column, row, at))

export function columnFacts(form: Form, names: SharedNames, column: Column, { listed, closed }: InBlock): Fact[] {
  const { kind, children, ask, within, code, width, printed, label, path } = column
  const leaf = children.length === 0
  const asks = kind === 'data' || kind === 'more'
  return [
    ...(listed ? nameFacts(form, names, label, 'column') : textFacts(form, names, 'label', label)),
    ...flag('printed', printed),
    ...fact('code', code),
    ...fact('width', width),
    ...(within === undefined ? [] : withinFact(names, column, within)),
    ...(asks ? [] : fact('printedKind', kind)),
    ...closedFact(closed.has(path)),
    ...fact('content', !asks ? 'printed' : !leaf ? 'columns' : kind === 'more' ? 'more' : 'column'),
    ...(leaf && asks ? askFacts(form, names, ask) : []),
  ]
}

/** @param path of the block */
export function rowFacts(form: Form, names: SharedNames, row: Row, path: string, within: InBlock): Fact[] {
  const { label, code, unit, lines, cells, value, children } = row
  return [
    ...textFacts(form, names, 'label', label),
    ...fact('content', children.length > 0 ? 'rows' : 'row'),
    ...fact('code', code),
    ...unitFact(unit),
    ...(row.within === undefined ? [] : withinFact(names, row, row.within)),
    ...partedFact('height', { lines }),
    ...valueFacts(form, names, value),
    ...[...cells].flatMap(([at, cell]) => valueFacts(form, names, cell, names.node(`${path}.${at}`))),
    ...(children.length > 0 ? [] : closedCells(names, row, within)),
  ]
}

/** The cells of a row where nobody writes. */
const closedCells = (names: SharedNames, row: Row, { asked, closed }: InBlock): Fact[] =>
  asked.flatMap(({ column, at }) => {
    if (!isClosedCell(column, row, at)) return []
    const ofColumn = closed.has(column.path)
    return closedFact(true, { slot: names.node(column.path), ...(ofColumn ? { ofColumn } : {}) })
  })

function withinFact(names: SharedNames, { path, id }: Column | Row, within: string): Fact[] {
  return [{ aspect: 'within', key: names.node(path.slice(0, path.length - id.length) + within), shown: within }]
}
