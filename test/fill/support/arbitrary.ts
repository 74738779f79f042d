import fc from 'fast-check'
import type { Ask, Block, Column, Content, Form, Part, Row, Table } from '../../../src/model/index.ts'
import { type Data, type DataMap, Figure } from './data.ts'
import { askedLeaves, isAsked, moreColumn, placesWithin } from './form.ts'
import { hostileParagraphs, hostileText, hostileWord } from './hostile.ts'

export interface Choice {
  /** Files that a `file` place may name. */
  readonly files: readonly string[]
  readonly longestList: number
  /** Of what decides which columns have long figures. */
  readonly salt: number
  /** Whether figures that a formula gives are stated too, at random: the form will find them wrong. */
  readonly stated: boolean
}

const digits = (min: number, max: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: min, maxLength: max })

const ordinary = fc.oneof({ weight: 9, arbitrary: digits(1, 5).map((text) => text.replace(/^0+(?=\d)/, '')) }, { weight: 1, arbitrary: fc.constantFrom('0', '000', '0070') })
const longest = fc.oneof(fc.constantFrom('999999999999999999', '100000000000000000'), digits(1, 18))

/** A figure of a column: negative or not, with zeros at its front and end. `wide`: of up to 18 digits. */
function figureOf({ type, decimals, min }: Pick<Ask, 'type' | 'decimals' | 'min'>, wide: boolean): fc.Arbitrary<Figure> {
  const whole = wide ? longest : ordinary
  if (type === 'count') return whole.map((text) => new Figure(text))
  const most = Math.min(decimals ?? (wide ? 6 : 3), 18)
  const places = fc.oneof(fc.constant(''), digits(0, most), fc.integer({ min: 0, max: most }).map((zeros) => '0'.repeat(zeros)))
  const sign = min === undefined ? fc.constantFrom('', '', '-') : fc.constant('')
  return fc
    .tuple(sign, whole, places)
    .map(([minus, before, after]) => new Figure(minus + before.slice(0, 18 - after.length) + (after === '' ? '' : `.${after}`)))
}

/** Whether a place asks for long figures in this file: a table in which every column has them fits no paper. */
const isWide = (path: string, { salt }: Choice): boolean => (([...path].reduce((sum, char) => sum * 31 + char.charCodeAt(0), salt) >>> 0) % 11) === 0

const within = (what: string): fc.Arbitrary<Data> =>
  what === '' ? hostileText : what === '人' ? figureOf({ type: 'count' }, false) : figureOf({ type: 'rate' }, false)

/** What may be written at a place. @throws Error for a type that no shipped form asks */
function askedData(ask: Ask, path: string, choice: Choice, line = false): fc.Arbitrary<Data> {
  const places = placesWithin(ask)
  if (places.length > 0 && !places.some(({ id }) => id === ''))
    return some(Object.fromEntries(places.map(({ id, what }) => [id, within(what)])))
  switch (ask.type) {
    case 'count':
    case 'number':
    case 'rate':
      return figureOf(ask, isWide(path, choice))
    case 'quantity':
      return fc
        .tuple(figureOf(ask, isWide(path, choice)), fc.constantFrom('', ' 吨', '千克', ' kg', ' m3'))
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
      if (line) return hostileWord
      return fc.oneof({ weight: 5, arbitrary: hostileText }, { weight: 1, arbitrary: hostileParagraphs })
    default:
      throw new Error(`no shipped form asks for a ${ask.type}`)
  }
}

type Shape = Record<string, fc.Arbitrary<Data>>

/** Some of these, and not always all. */
const some = (shape: Shape): fc.Arbitrary<DataMap> => fc.record(shape, { requiredKeys: [] }) as fc.Arbitrary<DataMap>

/** The columns of one row, those of a spanner in a map of its id. */
function rowData(columns: readonly Column[], choice: Choice, list: boolean): fc.Arbitrary<DataMap> {
  const shape: Shape = {}
  for (const column of columns)
    if (column.children.length > 0) {
      if (askedLeaves([column], list).length > 0) shape[column.id] = rowData(column.children, choice, list)
    } else if (askedLeaves([column], list).length > 0 && isAsked(column.ask) && (choice.stated || column.ask.value?.kind !== 'formula'))
      shape[column.id] = askedData(column.ask, column.path, choice)
  return some(shape)
}

/** A cell that a row's formula gives is left out like one of a column's. */
function namedRows(rows: readonly Row[], columns: readonly Column[], choice: Choice): Shape {
  const shape: Shape = {}
  for (const row of rows)
    if (row.children.length > 0) shape[row.id] = some(namedRows(row.children, columns, choice))
    else if (choice.stated || row.value === undefined) shape[row.id] = rowData(columns, choice, false)
  return shape
}

const addedColumns = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('steam', 'heat', 'coke', 'wood'), label: hostileWord, unit: fc.constantFrom('吨', '度', 'm3', '') }),
  { maxLength: 3, selector: ({ id }) => id },
)

function listData(block: Block, choice: Choice): fc.Arbitrary<DataMap> {
  const length = block.list?.more === undefined ? (block.list?.blank ?? 0) : choice.longestList
  const rows = (added: DataMap) => {
    const plain = rowData(block.columns, choice, true)
    const own = Object.fromEntries(Object.keys(added).map((id) => [id, figureOf({ type: 'number' }, isWide(id, choice))]))
    const more = moreColumn(block.columns)?.id
    const row = more === undefined || Object.keys(own).length === 0 ? plain : fc.tuple(plain, some(own)).map(([a, b]) => ({ ...a, [more]: b }))
    return fc.oneof(
      { weight: 4, arbitrary: fc.array(row, { maxLength: Math.min(6, length) }) },
      { weight: 1, arbitrary: fc.array(row, { maxLength: length, size: 'max' }) },
    )
  }
  if (moreColumn(block.columns) === undefined) return rows({}).map((list) => ({ list }))
  return addedColumns.chain((columns) => {
    const added = Object.fromEntries(columns.map(({ id, label, unit }) => [id, unit === '' ? { label } : { label, unit }]))
    return rows(added).map((list) => ({ added, list }))
  })
}

function blockData(block: Block, choice: Choice): fc.Arbitrary<Data> {
  if (block.rows.length > 0) {
    const named = some(namedRows(block.rows, block.columns, choice))
    return block.list === undefined ? named : fc.tuple(named, listData(block, choice)).map(([a, b]) => ({ ...a, ...b }))
  }
  if (block.list === undefined) return rowData(block.columns, choice, false)
  return fc.tuple(listData(block, choice), fc.boolean()).map(([data, short]) => (short && data.added === undefined ? (data.list as Data) : data))
}

function contentData(content: Content, path: string, choice: Choice, outside: boolean): fc.Arbitrary<Data> | undefined {
  switch (content.kind) {
    case 'entry':
      if (!isAsked(content.ask)) return undefined
      return content.ask.lines === undefined ? askedData(content.ask, path, choice, outside) : hostileParagraphs
    case 'block':
      return blockData(content, choice)
    case 'stack':
      return some(shapeOf(content.children.map((child) => [child.id, contentData(child.content, child.path, choice, outside)])))
    case 'fields':
      return some(
        shapeOf(
          content.fields.map(({ id, path: at, content: inner, more }) => [
            id,
            more === undefined ? contentData(inner, at, choice, outside) : fc.array(addedLine, { maxLength: 4 }),
          ]),
        ),
      )
    case 'text':
      return undefined
  }
}

const addedLine = fc.oneof(hostileText, fc.record({ label: hostileWord, text: hostileParagraphs }))

const shapeOf = (children: readonly [string, fc.Arbitrary<Data> | undefined][]): Shape =>
  Object.fromEntries(children.filter((child): child is [string, fc.Arbitrary<Data>] => child[1] !== undefined))

/** The values of a data file for a form, at random. */
export function valuesFor({ definition }: Form, wanted: Omit<Choice, 'salt'>): fc.Arbitrary<DataMap> {
  return fc.nat(999).chain((salt) => {
    const choice = { ...wanted, salt }
    const tablesOf = ({ path, tables }: Part): fc.Arbitrary<Data> | undefined => {
      const [only] = tables
      const data = (table: Table) => contentData(table.content, table.path, choice, table.as !== 'grid')
      if (only !== undefined && tables.length === 1 && only.path === path) return data(only)
      return some(shapeOf(tables.map((table) => [table.id, data(table)])))
    }
    return some(shapeOf(definition.parts.map((part) => [part.id, tablesOf(part)])))
  })
}
