import type { Diagnostics } from '../diagnostics/index.ts'
import type { LocatedMap } from '../yaml/index.ts'
import { askKeys, contentKeys, tell } from './fitting-keys.ts'
import { nodesOf, scalarOf, stringOf } from './reader.ts'
import { unknownName } from './unknown-name.ts'

const lineTypes = ['code', 'stub', 'value']

/** A column beside fields. */
export interface LineColumn {
  readonly id: string
  readonly type: string
}

/** Reports columns beside fields that print neither code nor label nor value. @returns the columns */
export function checkFieldColumns(map: LocatedMap, report: Diagnostics): LineColumn[] {
  const columns: LineColumn[] = []
  for (const { id, at, map: column } of nodesOf(map, 'columns')) {
    const type = scalarOf(column, 'type')
    columns.push({ id, type: type?.text ?? '' })
    if (!type || !lineTypes.includes(type.text))
      report.add('misplaced-type', type?.at ?? at, { type: type?.text ?? 'text', problem: 'column of fields' })
    tell(report, column, 'columns', 'beside fields')
    for (const key of [...askKeys, 'given', 'printed', 'within', 'code', 'unit'])
      tell(report, column, key, 'line column')
  }
  if (columns.length > 0 && columns.every(({ type }) => type === 'code' || type === 'stub'))
    report.add('needs-key', map.entries.get('columns')?.keyAt, { key: 'columns', other: 'type: value' })
  return columns
}

/**
 * Reports what fields say and no column prints, and neighbours that cannot stand on one line.
 * @param columns those beside the fields, where they are numbered lines
 * @param inside whether the labels stand in the cell of the value
 */
export function checkFields(
  map: LocatedMap,
  report: Diagnostics,
  columns: readonly LineColumn[] | undefined,
  inside: boolean,
): void {
  const told = new Set<string>()
  const unprinted = (field: LocatedMap, key: 'label' | 'code', type: string, printing: readonly LineColumn[]): void => {
    const entry = field.entries.get(key)
    if (!entry || printing.some((each) => each.type === type) || told.has(type)) return
    told.add(type)
    report.add('unprinted', entry.keyAt, { key, type })
  }
  let line: LocatedMap[] = []
  for (const { map: field } of nodesOf(map, 'fields')) {
    const beside = field.entries.has('beside')
    line = beside ? [...line, field] : [field]
    const printing = columns === undefined ? [] : beside ? columnsOf(field, columns) : columns
    unprinted(field, 'code', 'code', printing)
    if (columns && !inside && isPlain(field)) unprinted(field, 'label', 'stub', printing)
    if (columns === undefined) {
      if (field.entries.has('column'))
        report.add('needs-key', field.entries.get('column')?.keyAt, { key: 'column', other: 'columns' })
      if (beside && !line.every(isPlain)) tell(report, field, 'beside', 'field table')
    } else checkPlace(field, line, columns, report)
    if (!isPlain(field) || columns) tell(report, field, 'width', 'field width')
    if (field.entries.has('more')) for (const key of [...contentKeys, ...askKeys]) tell(report, field, key, 'more')
  }
}

/** The `value` column that a field is filled in. */
const valueColumn = (field: LocatedMap, columns: readonly LineColumn[]): LineColumn | undefined => {
  const values = columns.filter(({ type }) => type === 'value')
  const named = stringOf(field, 'column')
  return named === undefined ? values.at(-1) : values.find(({ id }) => id === named)
}

/** That column and what stands before it, back to the `value` column before. */
function columnsOf(field: LocatedMap, columns: readonly LineColumn[]): readonly LineColumn[] {
  const own = valueColumn(field, columns)
  const end = own ? columns.indexOf(own) : columns.length
  const before = columns.findLastIndex(({ type }, at) => at < end && type === 'value')
  return columns.slice(before + 1, end + 1)
}

/** Two fields of one line are filled in different columns, and each in a column that is there. */
function checkPlace(
  field: LocatedMap,
  line: readonly LocatedMap[],
  columns: readonly LineColumn[],
  report: Diagnostics,
): void {
  const values = columns.filter(({ type }) => type === 'value').map(({ id }) => id)
  const named = scalarOf(field, 'column')
  if (named && !values.includes(named.text)) unknownName(report, named.at, { key: 'column', name: named.text }, values)
  const taken = line.slice(0, -1).map((each) => valueColumn(each, columns))
  if (!line.every(isPlain) || taken.includes(valueColumn(field, columns))) tell(report, field, 'beside', 'one column')
}

/** One label and one place to write, or a printed text behind a label. */
const isPlain = (field: LocatedMap): boolean =>
  contentKeys.every((key) => !field.entries.has(key)) || (field.entries.has('text') && field.entries.has('label'))

/** Reports what fields on lines outside a table pass over. */
export function checkFlat(map: LocatedMap, report: Diagnostics): void {
  tell(report, map, 'labels', 'lines')
  for (const { map: field } of nodesOf(map, 'fields')) {
    for (const key of ['beside', 'lines']) tell(report, field, key, 'lines')
    if (stringOf(field, 'unitAt') === 'row') tell(report, field, 'unitAt', 'lines')
    checkFlat(field, report)
  }
}
