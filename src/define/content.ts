import type {
  Content,
  Definition,
  Field,
  Fields,
  Instruction,
  Part,
  Placed,
  Stack,
  Table,
  Text,
} from '../model/index.ts'
import type { LocatedMap } from '../yaml/index.ts'
import { askOf, inherit, unitOf } from './ask.ts'
import { buildBlock, buildColumns } from './block.ts'
import { checkAsk } from './fitting-ask.ts'
import { checkFlat } from './fitting-fields.ts'
import { contentKeys, tell } from './fitting-keys.ts'
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
import { unknownName } from './unknown-name.ts'

/** The content of a node: the first where it has more than one, which is reported; of columns with fields the fields. */
function contentKey(map: LocatedMap): (typeof contentKeys)[number] | undefined {
  const [first, second] = contentKeys.filter((key) => map.entries.has(key))
  return first === 'columns' && second === 'fields' ? 'fields' : first
}

function buildContent(context: Context, map: LocatedMap, path: string, above: Inherited): Content {
  const inherited = inherit(context, map, above)
  switch (contentKey(map)) {
    case 'sections':
    case 'blocks':
      return buildStack(context, map, path, inherited)
    case 'columns':
      return buildBlock(context, map, path, above)
    case 'fields':
      return buildFields(context, map, path, inherited)
    case 'text': {
      const text = textOf(context, scalarOf(map, 'text'), path)
      if (text) return { kind: 'text', text }
    }
  }
  const ask = askOf(context, map, path, above)
  checkAsk(context, map, ask)
  return { kind: 'entry', ask }
}

function buildStack(context: Context, map: LocatedMap, path: string, inherited: Inherited): Stack {
  const of = map.entries.has('sections') ? 'sections' : 'blocks'
  const children = [...nodesOf(map, of)].map(({ id, at, map: child }) =>
    buildPlaced(context, child, id, `${path}.${id}`, at, inherited),
  )
  const head = map.entries.get('head')?.value
  const texts =
    head?.kind === 'list' ? head.items.map((item) => textOf(context, item, path)).filter((t) => t !== undefined) : []
  checkSiblings(context, map, of)
  return { kind: 'stack', of, head: texts, children }
}

function buildPlaced(
  context: Context,
  map: LocatedMap,
  id: string,
  path: string,
  at: Placed['at'],
  above: Inherited,
): Placed {
  const unit = unitOf(context, map)
  const label = textOf(context, map.entries.get('label')?.value, path, { unit: unit !== undefined })
  return {
    id,
    path,
    at,
    content: buildContent(context, map, path, above),
    unitAt: inherit(context, map, above).unitAt,
    numbered: booleanOf(map, 'numbered') ?? true,
    ...defined({
      label,
      unit,
      beside: stringOf(map, 'beside'),
      align: stringOf(map, 'align') as 'rows' | undefined,
      width: numberOf(map, 'width'),
      renamedFrom: renamedFromOf(map),
    }),
  }
}

function buildFields(context: Context, map: LocatedMap, path: string, inherited: Inherited): Fields {
  const fields = [...nodesOf(map, 'fields')].map(({ id, at, map: child }): Field => {
    const fieldPath = `${path}.${id}`
    const more = textOf(context, child.entries.get('more')?.value, fieldPath)
    return {
      ...buildPlaced(context, child, id, fieldPath, at, inherited),
      ...defined({ code: stringOf(child, 'code'), column: stringOf(child, 'column'), more }),
    }
  })
  checkSiblings(context, map, 'fields')
  const labels = (stringOf(map, 'labels') as Fields['labels'] | undefined) ?? 'outside'
  return { kind: 'fields', fields, labels, columns: buildColumns(context, map, path, inherited) }
}

/** `beside` names a sibling that stands above, on the line that it continues. */
function checkSiblings({ report }: Context, map: LocatedMap, key: string): void {
  const seen: string[] = []
  let line: string[] = []
  for (const { id, map: child } of nodesOf(map, key)) {
    const beside = scalarOf(child, 'beside')
    if (beside && !seen.includes(beside.text))
      unknownName(report, beside.at, { key: 'beside', name: beside.text }, seen)
    else if (beside && !line.includes(beside.text)) tell(report, child, 'beside', 'apart')
    line = beside ? [...line, id] : [id]
    seen.push(id)
  }
}

export function buildPart(context: Context, map: LocatedMap, id: string, at: Part['at'], above: Inherited): Part {
  const inherited = inherit(context, map, above)
  const tables = mapOf(map, 'tables')
    ? [...nodesOf(map, 'tables')].map(({ id: tableId, at: tableAt, map: table }) =>
        buildTable(context, table, tableId, `${id}.${tableId}`, tableAt, inherited, false),
      )
    : [buildTable(context, map, id, id, at, above, true)]
  const instructions: Instruction[] = []
  for (const [key, { value }] of mapOf(map, 'instructions')?.entries ?? []) {
    const text = textOf(context, value, `${id}.instructions.${key}`)
    if (text) instructions.push({ id: key, ...text })
  }
  const title = textOf(context, map.entries.get('title')?.value, id)
  return {
    id,
    path: id,
    at,
    numbered: title !== undefined && (booleanOf(map, 'numbered') ?? true),
    newPage: booleanOf(map, 'newPage') ?? true,
    tables,
    instructions,
    ...defined({ title, renamedFrom: renamedFromOf(map) }),
  }
}

function buildTable(
  context: Context,
  map: LocatedMap,
  id: string,
  path: string,
  at: Table['at'],
  above: Inherited,
  isPart: boolean,
): Table {
  const content = buildContent(context, map, path, above)
  if (content.kind === 'entry') context.report.add('empty-node', at, { id })
  const titled = map.entries.has('title')
  const flat = content.kind === 'text' || (content.kind === 'fields' && isFlat(content))
  const stated = stringOf(map, 'as') as Table['as'] | undefined
  const as = flat ? (stated ?? (titled ? 'grid' : 'lines')) : 'grid'
  if (!flat && stated !== undefined && stated !== 'grid') tell(context.report, map, 'as', 'no lines')
  if (as !== 'grid') {
    tell(context.report, map, 'caption', 'lines')
    checkFlat(map, context.report)
  }
  return {
    id,
    path,
    at,
    content,
    as,
    newPage: isPart ? false : (booleanOf(map, 'newPage') ?? false),
    ...defined({
      title: isPart ? undefined : textOf(context, map.entries.get('title')?.value, path),
      caption: textOf(context, map.entries.get('caption')?.value, path),
      renamedFrom: isPart ? undefined : renamedFromOf(map),
    }),
  }
}

/** Fields that can stand on lines: without a block, columns of their own, or lines for a signature at a cell's edge. */
const isFlat = ({ fields, columns }: Fields): boolean =>
  columns.length === 0 &&
  fields.every(
    ({ content }) =>
      content.kind === 'text' ||
      (content.kind === 'entry' && content.ask.sign === undefined) ||
      (content.kind === 'fields' && isFlat(content)),
  )

/** Ids that notes had in earlier editions, by the note's id. */
export function renamedNotesOf(map: LocatedMap): Definition['renamedNotes'] {
  const renamed = new Map<string, readonly string[]>()
  for (const { id, map: note } of nodesOf(map, 'notes')) {
    const from = renamedFromOf(note)
    if (from) renamed.set(id, from)
  }
  return renamed
}

/** The definition's own texts and maps of texts. */
export function textsOf(context: Context, map: LocatedMap, key: string): Definition['terms'] {
  const texts = new Map<string, Text>()
  for (const [id, { value }] of mapOf(map, key)?.entries ?? []) {
    const written = value.kind === 'map' ? scalarOf(value, 'text') : value
    const text = textOf(context, written, `${key}.${id}`, { number: false })
    if (text) texts.set(id, text)
  }
  return texts
}
