import type { Diagnostics, Span } from '../diagnostics/index.ts'
import type { LocatedMap } from '../yaml/index.ts'
import { checkFieldColumns, checkFields, type LineColumn } from './fitting-fields.ts'
import { askKeys, blockKeys, contentKeys, tell } from './fitting-keys.ts'
import { checkRows } from './fitting-rows.ts'
import { mapOf, nodesOf, scalarOf, stringOf } from './reader.ts'
import { columnKinds } from './schema.ts'

/*
 * A key that is passed over in silence is a mistake that is found on paper. These checks tell each key that says
 * nothing where it stands: beside a content that does not read it, or without the key that it belongs to.
 */

const tableKeys = ['caption', 'as', 'head', 'labels'] as const

/** What holds for all below a node and decides what is printed there. */
interface Around {
  readonly unitAt: string
  /** The columns beside the fields around, where they are numbered lines. */
  readonly lineColumns?: readonly LineColumn[]
  /** Whether labels stand in the cell of the value there. */
  readonly inside?: boolean
}

/** Reports, over the whole form, the keys that say nothing where they stand. Shorthand and `like` are written out. */
export function checkFitting(root: LocatedMap, report: Diagnostics): void {
  for (const part of nodesOf(root, 'parts')) {
    const { map } = part
    checkNode(part, report, { unitAt: 'label' }, 'table')
    if (!map.entries.has('tables')) continue
    for (const key of tableKeys) tell(report, map, key, 'tables')
    const unitAt = stringOf(map, 'unitAt') ?? 'label'
    for (const table of nodesOf(map, 'tables')) checkNode(table, report, { unitAt }, 'table')
  }
}

type Where = 'table' | 'node'

interface Named {
  readonly id: string
  readonly map: LocatedMap
}

function checkNode({ id, map }: Named, report: Diagnostics, above: Around, where: Where): void {
  const has = (key: string): boolean => map.entries.has(key)
  const around: Around = { ...above, unitAt: stringOf(map, 'unitAt') ?? above.unitAt }
  const clear = checkContents(map, report)
  checkType(map, report)
  checkOwnRange(map, report)
  checkUnitPlace(map, report, around.unitAt, where, id)
  if (!clear) return
  if (contentKeys.some(has)) for (const key of askKeys) tell(report, map, key, 'content')
  if (has('fields')) {
    const numbered = has('columns')
    const inside = stringOf(map, 'labels') === 'inside'
    const lines: Around = numbered
      ? { unitAt: around.unitAt, lineColumns: checkFieldColumns(map, report), inside }
      : { ...around, inside: inside || (above.lineColumns !== undefined && above.inside === true) }
    checkFields(map, report, lines.lineColumns, lines.inside ?? false)
    for (const field of nodesOf(map, 'fields')) checkNode(field, report, lines, 'node')
  } else if (has('columns')) checkBlock(map, report, around.unitAt)
  for (const key of ['sections', 'blocks'])
    for (const child of nodesOf(map, key)) checkNode(child, report, { unitAt: around.unitAt }, 'node')
}

/** One content, and the keys that go with it. @returns whether it is clear what the node holds */
function checkContents(map: LocatedMap, report: Diagnostics): boolean {
  const keyAt = (key: string): Span | undefined => map.entries.get(key)?.keyAt
  const present = contentKeys.filter((key) => map.entries.has(key))
  const [first, ...others] = present
  const numbered = first === 'columns' && others[0] === 'fields'
  for (const second of numbered ? others.slice(1) : others)
    report.add('two-contents', keyAt(second), { first: first ?? '', second })
  for (const key of blockKeys) {
    if (!keyAt(key)) continue
    if (!present.includes('columns')) report.add('no-columns', keyAt(key), { key })
    else if (numbered && others.length === 1) report.add('two-contents', keyAt(key), { first: 'fields', second: key })
  }
  const needs = (key: string, other: string, met: boolean): void => {
    if (keyAt(key) && !met) report.add('needs-key', keyAt(key), { key, other })
  }
  needs('head', 'sections', present.includes('sections'))
  needs('labels', 'fields', present.includes('fields'))
  needs('align', 'beside', map.entries.has('beside'))
  return present.length < 2 || (numbered && others.length === 1)
}

/** Types that columns print are none of a place to write. */
function checkType(map: LocatedMap, report: Diagnostics): void {
  const type = scalarOf(map, 'type')
  if (type && ([...columnKinds, 'value'] as string[]).includes(type.text))
    report.add('misplaced-type', type.at, { type: type.text, problem: 'no column' })
}

/** `min` and `max` written on one node; on a leaf with one of them the other may come from above. */
function checkOwnRange(map: LocatedMap, report: Diagnostics): void {
  const [min, max] = [scalarOf(map, 'min'), scalarOf(map, 'max')]
  if (min && max && Number(min.text) > Number(max.text))
    report.add('empty-range', max.at, { min: min.text, max: max.text })
}

/** A unit is printed where `unitAt` says, as far as there is such a place; a caption may say it in words. */
function checkUnitPlace(map: LocatedMap, report: Diagnostics, unitAt: string, where: Where, id: string): void {
  const unit = map.entries.get('unit')
  if (!unit || (where === 'table' && map.entries.has('caption'))) return
  const isBlock = map.entries.has('columns') && !map.entries.has('fields')
  const isPlace = !contentKeys.some((key) => map.entries.has(key))
  const labelled = map.entries.has('label')
  const printed =
    unitAt === 'label'
      ? labelled
      : unitAt === 'caption'
        ? labelled || (where === 'table' && isBlock)
        : unitAt !== 'row' || !isPlace
  if (!printed) report.add('unit-without-label', unit.keyAt, { id })
}

function checkBlock(map: LocatedMap, report: Diagnostics, unitAt: string): void {
  const kinds: string[] = []
  const used = { within: false, code: false }
  const hasRows = map.entries.has('rows')
  const checkColumns = (node: LocatedMap): void => {
    for (const { at, map: column } of nodesOf(node, 'columns')) {
      used.within ||= column.entries.has('within')
      used.code ||= column.entries.has('code')
      checkOwnRange(column, report)
      const type = scalarOf(column, 'type')
      const kind = type && (columnKinds as readonly string[]).includes(type.text) ? type.text : 'data'
      if (type?.text === 'value') report.add('misplaced-type', type.at, { type: 'value', problem: 'no fields' })
      if (column.entries.has('columns')) {
        if (type && kind !== 'data') report.add('misplaced-type', type.at, { type: kind, problem: 'spanner' })
        for (const key of [...askKeys, 'given', 'width', 'code']) tell(report, column, key, 'content')
        checkColumns(column)
        continue
      }
      if (kind !== 'data' && kind !== 'stub')
        for (const key of [...askKeys, 'given']) tell(report, column, key, 'printed')
      if (['group', 'code', 'unit'].includes(kind) && !hasRows)
        report.add('needs-key', type?.at ?? at, { key: `type: ${kind}`, other: 'rows' })
      if (kind === 'stub' && !hasRows && !map.entries.has('list'))
        report.add('needs-key', type?.at ?? at, { key: 'type: stub', other: 'rows' })
      if (stringOf(column, 'given') === 'true' && !hasRows)
        report.add('needs-key', column.entries.get('given')?.keyAt, { key: 'given', other: 'rows' })
      if (stringOf(column, 'printed') !== 'false') kinds.push(kind)
    }
  }
  checkColumns(map)
  const needs = (holder: LocatedMap, key: string, other: string, met: boolean): void => {
    const entry = holder.entries.get(key)
    if (entry && !met) report.add('needs-key', entry.keyAt, { key, other })
  }
  needs(map, 'codesAt', 'columnCodes', used.code || map.entries.has('columnCodes'))
  if (stringOf(map, 'header') === 'stepped') needs(map, 'header', 'within', used.within)
  const list = mapOf(map, 'list')
  if (list && stringOf(list, 'numbered') === 'false') needs(list, 'numbered', 'type: seq', kinds.includes('seq'))
  checkRows(map, report, kinds, unitAt)
}
