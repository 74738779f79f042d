import type { Diagnostics } from '../diagnostics/index.ts'
import type { LocatedMap } from '../yaml/index.ts'
import { askKeys, contentKeys, tell } from './fitting-keys.ts'
import { nodesOf, scalarOf, stringOf } from './reader.ts'

const lineTypes = ['code', 'stub', 'value']

/** Reports columns beside fields that print neither code nor label nor value. @returns the types of the columns */
export function checkFieldColumns(map: LocatedMap, report: Diagnostics): string[] {
  const types: string[] = []
  for (const { at, map: column } of nodesOf(map, 'columns')) {
    const type = scalarOf(column, 'type')
    types.push(type?.text ?? '')
    if (!type || !lineTypes.includes(type.text))
      report.add('misplaced-type', type?.at ?? at, { type: type?.text ?? 'text', problem: 'column of fields' })
    tell(report, column, 'columns', 'beside fields')
    for (const key of [...askKeys, 'given', 'printed', 'within', 'code', 'unit'])
      tell(report, column, key, 'line column')
  }
  if (types.length > 0 && types.every((type) => type === 'code' || type === 'stub'))
    report.add('needs-key', map.entries.get('columns')?.keyAt, { key: 'columns', other: 'type: value' })
  return types
}

/**
 * Reports what fields say and no column prints, and neighbours that cannot stand on one line.
 * @param columns types of the columns beside the fields, where they are numbered lines
 * @param inside whether the labels stand in the cell of the value
 */
export function checkFields(
  map: LocatedMap,
  report: Diagnostics,
  columns: readonly string[] | undefined,
  inside: boolean,
): void {
  const told = new Set<string>()
  const unprinted = (field: LocatedMap, key: 'label' | 'code', type: string): void => {
    const entry = field.entries.get(key)
    if (!entry || columns?.includes(type) || told.has(type)) return
    told.add(type)
    report.add('unprinted', entry.keyAt, { key, type })
  }
  let line: LocatedMap[] = []
  for (const { map: field } of nodesOf(map, 'fields')) {
    unprinted(field, 'code', 'code')
    if (columns && !inside && isPlain(field)) unprinted(field, 'label', 'stub')
    const beside = field.entries.has('beside')
    line = beside ? [...line, field] : [field]
    if (columns === undefined && beside && !line.every(isPlain)) tell(report, field, 'beside', 'field table')
    if (!isPlain(field) || columns) tell(report, field, 'width', 'field width')
    if (field.entries.has('more')) for (const key of [...contentKeys, ...askKeys]) tell(report, field, key, 'more')
  }
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
