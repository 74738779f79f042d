import fc from 'fast-check'
import type { Ask, Block, Column, Content, Form, Part, Row, Table } from '../../../src/model/index.ts'
import { type Data, type DataMap, Figure, mapOf } from './data.ts'
import { askedLeaves, isAsked, moreColumn, placesWithin } from './form.ts'
import { hostileParagraphs, hostileText, hostileWord } from './hostile.ts'

export interface Choice {
  /** Files that a `file` place may name. */
  readonly files: readonly string[]
  readonly longestList: number
  /** Of what decides which columns have long figures. */
  readonly salt: number
  /** Whether figures that a formula or a total gives are stated too, at random: the form finds them wrong. */
  readonly stated: boolean
}

const digits = (min: number, max: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: min, maxLength: max })

const ordinary = fc.oneof(
  { weight: 9, arbitrary: digits(1, 4).map((text) => text.replace(/^0+(?=\d)/, '')) },
  { weight: 1, arbitrary: fc.constantFrom('0', '000', '0070') },
)
const longest = fc.oneof(fc.constantFrom('999999999999999999', '100000000000000000'), digits(1, 18))

/** A figure of a column: negative or not, with zeros at its front and end. `wide`: of up to 18 digits. */
function figureOf(
  { type, decimals, min }: Pick<Ask, 'type' | 'decimals' | 'min'>,
  wide: boolean,
): fc.Arbitrary<Figure> {
  const whole = wide ? longest : ordinary
  if (type === 'count') return whole.map((text) => new Figure(text))
  const most = Math.min(decimals ?? (wide ? 6 : 2), 18)
  const places = fc.oneof(
    fc.constant(''),
    digits(0, most),
    fc.integer({ min: 0, max: most }).map((zeros) => '0'.repeat(zeros)),
  )
  const sign = min === undefined ? fc.constantFrom('', '', '', '', '-') : fc.constant('')
  return fc
    .tuple(sign, whole, places)
    .map(
      ([minus, before, after]) =>
        new Figure(minus + before.slice(0, 18 - after.length) + (after === '' ? '' : `.${after}`)),
    )
}

/** Whether a place asks for long figures in this file: a table in which every column has them fits no paper. */
function isWide(path: string, { salt }: Choice): boolean {
  let hash = salt + 1
  for (const char of path) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0
  return (hash >>> 8) % 23 === 0
}

const within = (what: string): fc.Arbitrary<Data> =>
  what === '' ? hostileText : what === '人' ? figureOf({ type: 'count' }, false) : figureOf({ type: 'rate' }, false)

/** What may be written at a place. @throws Error for a type that no shipped form asks */
function askedData(ask: Ask, path: string, choice: Choice, line = false): fc.Arbitrary<Data> {
  const places = placesWithin(ask)
  if (places.length > 0 && !places.some(({ id }) => id === ''))
    return some(Object.fromEntries(places.map(({ id, what }) => [id, free(within(what))])))
  switch (ask.type) {
    case 'count':
    case 'number':
    case 'rate':
      return figureOf(ask, isWide(path, choice))
    case 'quantity':
      return fc
        .tuple(figureOf(ask, isWide(path, choice)), fc.constantFrom('', ' 吨', '吨', ' kg', ' m3'))
        .map(([{ text }, unit]) => (unit === '' ? new Figure(text) : text + unit))
    case 'yesno':
      return fc.constantFrom('是', '否', 'yes', 'No')
    case 'date':
      return fc.constantFrom('2020-01-31', '2014-12-01', '2020-02-29')
    case 'file':
      return fc.constantFrom(...choice.files)
    case 'phone':
      return fc.constantFrom('010-66556655', '+86 (10) 6655 6655', '00861066556655')
    case 'email':
      return fc.constantFrom('zhang.san@example.org', '张三@例子.中国')
    case 'text':
      if (line) return fc.oneof(hostileWord, hostileText)
      return fc.oneof({ weight: 5, arbitrary: hostileText }, { weight: 1, arbitrary: hostileParagraphs })
    default:
      throw new Error(`no shipped form asks for a ${ask.type}`)
  }
}

/** What may be written under an id, and whether something must be. */
interface Place {
  readonly data: fc.Arbitrary<Data>
  readonly needed: boolean
}

type Shape = Record<string, Place>

/** Some of these, not always all, but those that must be. */
function some(shape: Shape): fc.Arbitrary<DataMap> {
  const data = Object.fromEntries(Object.entries(shape).map(([id, place]) => [id, place.data]))
  const requiredKeys = Object.keys(shape).filter((id) => shape[id]?.needed)
  return fc.record(data, { requiredKeys }) as fc.Arbitrary<DataMap>
}

const free = (data: fc.Arbitrary<Data>): Place => ({ data, needed: false })
const map = (shape: Shape): Place => ({ data: some(shape), needed: Object.values(shape).some(({ needed }) => needed) })

/** The columns of one row, those of a spanner in a map of its id. */
function rowShape(columns: readonly Column[], choice: Choice, list: boolean): Shape {
  const shape: Shape = {}
  for (const column of columns) {
    const { id, path, ask, children } = column
    if (askedLeaves([column], list).length === 0) continue
    if (children.length > 0) shape[id] = map(rowShape(children, choice, list))
    else if (isAsked(ask) && (choice.stated || ask.value?.kind !== 'formula'))
      shape[id] = { data: askedData(ask, path, choice), needed: ask.required === true }
  }
  return shape
}

/** A row that a formula gives is left out like such a column. */
function namedRows(rows: readonly Row[], columns: readonly Column[], choice: Choice): Shape {
  const shape: Shape = {}
  for (const row of rows)
    if (row.children.length > 0) shape[row.id] = map(namedRows(row.children, columns, choice))
    else if (choice.stated || row.value === undefined) shape[row.id] = map(rowShape(columns, choice, false))
  return shape
}

const addedColumns = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('steam', 'heat', 'coke', 'wood'),
    label: hostileWord,
    unit: fc.constantFrom('吨', '度', 'm3', ''),
  }),
  { maxLength: 3, selector: ({ id }) => id },
)

/** A total may be stated for what adds up. */
const totalShape = (columns: readonly Column[], choice: Choice): Shape =>
  shapeOf(columns, ({ ask, path, kind }) =>
    kind === 'data' && isAsked(ask) && ['count', 'number'].includes(ask.type)
      ? free(figureOf(ask, isWide(path, choice)))
      : undefined,
  )

function listData(block: Block, choice: Choice): fc.Arbitrary<DataMap> {
  const length = block.list?.more === undefined ? (block.list?.blank ?? 0) : choice.longestList
  const shape = rowShape(block.columns, choice, true)
  const more = moreColumn(block.columns)?.id
  const rows = (added: readonly string[]) => {
    const own = map(Object.fromEntries(added.map((id) => [id, free(figureOf({ type: 'number' }, isWide(id, choice)))])))
    const row = some(more === undefined || added.length === 0 ? shape : { ...shape, [more]: own })
    return fc.oneof(
      { weight: 5, arbitrary: fc.array(row, { maxLength: Math.min(5, length) }) },
      { weight: 1, arbitrary: fc.array(row, { maxLength: length, size: 'max' }) },
    )
  }
  const total = choice.stated && block.list?.total !== undefined ? totalShape(block.columns, choice) : {}
  if (more === undefined)
    return fc
      .tuple(rows([]), some(total))
      .map(([list, stated]) => (block.list?.total === undefined ? { list } : { list, total: stated }))
  return addedColumns.chain((columns) => {
    const added = Object.fromEntries(
      columns.map(({ id, label, unit }) => [id, unit === '' ? { label } : { label, unit }]),
    )
    return rows(Object.keys(added)).map((list) => ({ added, list }))
  })
}

function blockPlace(block: Block, choice: Choice): Place {
  if (block.rows.length > 0) {
    const named = map(namedRows(block.rows, block.columns, choice))
    if (block.list === undefined) return named
    return { ...named, data: fc.tuple(named.data, listData(block, choice)).map(([a, b]) => ({ ...mapOf(a), ...b })) }
  }
  if (block.list === undefined) return map(rowShape(block.columns, choice, false))
  // A list may stand by itself, where nothing is to be said beside it.
  return free(
    fc
      .tuple(listData(block, choice), fc.boolean())
      .map(([data, short]) =>
        short && data.added === undefined && Object.keys(mapOf(data.total)).length === 0 ? (data.list as Data) : data,
      ),
  )
}

const addedLine = fc.oneof(hostileText, fc.record({ label: hostileWord, text: hostileParagraphs }))

/** `outside`: on a line, not in a table. */
function contentPlace(content: Content, path: string, choice: Choice, outside: boolean): Place | undefined {
  switch (content.kind) {
    case 'entry': {
      const { ask } = content
      if (!isAsked(ask)) return undefined
      return {
        data: ask.lines === undefined ? askedData(ask, path, choice, outside) : hostileParagraphs,
        needed: ask.required === true,
      }
    }
    case 'block':
      return blockPlace(content, choice)
    case 'stack':
      return map(shapeOf(content.children, (child) => contentPlace(child.content, child.path, choice, outside)))
    case 'fields':
      return map(
        shapeOf(content.fields, (field) =>
          field.more === undefined
            ? contentPlace(field.content, field.path, choice, outside)
            : free(fc.array(addedLine, { maxLength: 4 })),
        ),
      )
    case 'text':
      return undefined
  }
}

function shapeOf<Node extends { readonly id: string }>(
  nodes: readonly Node[],
  placeOf: (node: Node) => Place | undefined,
): Shape {
  const shape: Shape = {}
  for (const node of nodes) {
    const place = placeOf(node)
    if (place !== undefined) shape[node.id] = place
  }
  return shape
}

/** The values of a data file for a form, at random. */
export function valuesFor({ definition }: Form, wanted: Pick<Choice, 'files' | 'longestList'>): fc.Arbitrary<DataMap> {
  return fc.tuple(fc.nat(999), fc.boolean()).chain(([salt, stated]) => {
    const choice = { ...wanted, salt, stated }
    const tablePlace = (table: Table) => contentPlace(table.content, table.path, choice, table.as !== 'grid')
    const partPlace = ({ path, tables }: Part): Place | undefined => {
      const [only] = tables
      return only !== undefined && tables.length === 1 && only.path === path
        ? tablePlace(only)
        : map(shapeOf(tables, tablePlace))
    }
    return some(shapeOf(definition.parts, partPlace))
  })
}
