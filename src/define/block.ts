import {
  type Block,
  type CellValue,
  type Column,
  type ColumnKind,
  hasTotal,
  type List,
  printedLeaves,
  type Row,
  type Text,
} from '../model/index.ts'
import type { LocatedMap } from '../yaml/index.ts'
import { askOf, cellValue, inherit, unitOf } from './ask.ts'
import { checkAsk } from './fitting-ask.ts'
import {
  booleanOf,
  type Context,
  defined,
  type Inherited,
  mapOf,
  nodesOf,
  numberOf,
  renamedFromOf,
  scalarOf,
  stringOf,
  textOf,
} from './reader.ts'
import { columnKinds } from './schema.ts'

/** A block: a column tree, and one row of values, named rows, or a list. */
export function buildBlock(context: Context, map: LocatedMap, path: string, above: Inherited): Block {
  const inherited = inherit(context, map, above)
  const columns = buildColumns(context, map, path, belowCaption(inherited))
  const rows = buildRows(context, map, path)
  const listMap = mapOf(map, 'list')
  checkIds(context, map, columns)
  if (listMap) checkTotal(context, listMap, columns)
  return {
    kind: 'block',
    columns,
    rows,
    unitAt: inherited.unitAt,
    codesAt: (stringOf(map, 'codesAt') as 'top' | 'bottom' | undefined) ?? 'bottom',
    header: (stringOf(map, 'header') as 'level' | 'stepped' | undefined) ?? 'level',
    ...defined({
      list: listMap && buildList(context, listMap, path, columns),
      columnCodes: stringOf(map, 'columnCodes'),
      unit: inherited.unit,
    }),
  }
}

/** The caption says the block's unit; a column with another says its own in its label. */
const belowCaption = (inherited: Inherited): Inherited =>
  inherited.unitAt === 'caption' ? { ...inherited, unitAt: 'label' } : inherited

/** Keys that data give a block beside its rows. */
const listKeys = ['list', 'file', 'total', 'added']

/** A path names a row, then a column: were the two named alike, it could mean either. Data name rows beside own keys. */
function checkIds({ report }: Context, map: LocatedMap, columns: readonly Column[]): void {
  const taken = new Set(columns.map(({ id }) => id))
  const adds = hasMore(columns)
  const reserved = map.entries.has('list') ? listKeys : adds ? ['added'] : []
  for (const { id, at } of nodesOf(map, 'rows'))
    if (reserved.includes(id)) report.add('reserved-id', at, { id })
    else if (taken.has(id)) report.add('same-id', at, { id })
  if (adds) for (const { id, at } of columns) if (id === 'added') report.add('reserved-id', at, { id })
}

const hasMore = (columns: readonly Column[]): boolean =>
  columns.some(({ kind, children }) => kind === 'more' || hasMore(children))

/** The label of the total row stands in a column that has no total. */
function checkTotal({ report }: Context, list: LocatedMap, columns: readonly Column[]): void {
  const total = scalarOf(list, 'total')
  const adds = ({ kind, ask }: Column): boolean => kind === 'more' || (kind === 'data' && hasTotal(ask))
  if (total && printedLeaves(columns).every(adds)) report.add('total-without-label', total.at, { total: total.text })
}

/** The column tree below a node; a column without columns of its own is a leaf. */
export function buildColumns(context: Context, map: LocatedMap, path: string, above: Inherited): Column[] {
  return [...nodesOf(map, 'columns')].map(({ id, at, map: column }) => {
    const columnPath = `${path}.${id}`
    const inherited = inherit(context, column, above)
    const type = stringOf(column, 'type')
    const unit = unitOf(context, column)
    const unitAt = inherited.unitAt
    const label = textOf(context, column.entries.get('label')?.value, columnPath, { unit: unit !== undefined })
    if (unit && unitAt === 'label' && !label) context.report.add('unit-without-label', at, { id })
    const kind: ColumnKind = (columnKinds as readonly string[]).includes(type ?? '') ? (type as ColumnKind) : 'data'
    const children = buildColumns(context, column, columnPath, inherited)
    const ask = askOf(context, column, columnPath, above)
    if (kind === 'data' && !column.entries.has('columns')) checkAsk(context, column, ask)
    return {
      id,
      path: columnPath,
      at,
      kind,
      unitAt,
      children,
      ask,
      given: booleanOf(column, 'given') ?? false,
      printed: booleanOf(column, 'printed') ?? true,
      ...defined({
        label,
        unit,
        within: stringOf(column, 'within'),
        code: stringOf(column, 'code'),
        width: numberOf(column, 'width'),
        renamedFrom: renamedFromOf(column),
      }),
    }
  })
}

function buildRows(context: Context, map: LocatedMap, path: string): Row[] {
  return [...nodesOf(map, 'rows')].map(({ id, at, map: row }) => {
    const rowPath = `${path}.${id}`
    const value = scalarOf(row, 'value')
    return {
      id,
      path: rowPath,
      at,
      children: buildRows(context, row, rowPath),
      cells: cellsOf(context, row, rowPath),
      ...defined({
        label: textOf(context, row.entries.get('label')?.value, rowPath),
        unit: unitOf(context, row),
        code: stringOf(row, 'code'),
        within: stringOf(row, 'within'),
        lines: numberOf(row, 'lines'),
        value: value && cellValue(context, value, rowPath, false),
        renamedFrom: renamedFromOf(row),
      }),
    }
  })
}

function cellsOf(context: Context, row: LocatedMap, path: string): Map<string, CellValue> {
  const cells = new Map<string, CellValue>()
  for (const [column, { value }] of mapOf(row, 'cells')?.entries ?? []) {
    const cell = value.kind === 'scalar' ? cellValue(context, value, `${path}.${column}`, false) : undefined
    if (cell) cells.set(column, cell)
  }
  return cells
}

function buildList(context: Context, map: LocatedMap, path: string, columns: readonly Column[]): List {
  const total = textOf(context, map.entries.get('total')?.value, `${path}.total`)
  return {
    at: map.at,
    blank: numberOf(map, 'blank') ?? 3,
    numbered: booleanOf(map, 'numbered') ?? true,
    ...defined({ total, key: stringOf(map, 'key'), more: moreOf(context, map, path, columns) }),
  }
}

function moreOf(
  context: Context,
  map: LocatedMap,
  path: string,
  columns: readonly Column[],
): Map<string, Text> | undefined {
  const texts = mapOf(map, 'more')
  if (texts) {
    const more = new Map<string, Text>()
    for (const [column, { value }] of texts.entries) {
      const text = textOf(context, value, `${path}.more`)
      if (text) more.set(column, text)
    }
    return more
  }
  if (booleanOf(map, 'more') === false) return undefined
  const first = printedLeaves(columns)[0]
  return new Map(first ? [[first.path.slice(path.length + 1), { source: '……', at: map.at }]] : [])
}
