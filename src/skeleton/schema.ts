import { type Ask, type Form, mostCharacters, type Runs, runsOf } from '../model/index.ts'
import { readable } from '../text/wrap.ts'
import type { Asked, AskedBlock, AskedRow, AskedValue } from './asked.ts'
import { askedTree } from './tree.ts'
import { typeWords, type Words, wordsOf } from './words.ts'

/** JSON Schema, as far as it is needed here. */
type Schema = Record<string, unknown>

/**
 * JSON Schema (draft 7, what editors read) of a form's data files: the keys that may stand, what each takes, and its
 * label, type and unit as description. An empty value is allowed everywhere: it is blank.
 */
export function dataSchema(form: Form): Schema {
  const { definition } = form
  const writer = new SchemaWriter(form, wordsOf(definition.lang))
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: readable(runsOf(form, definition.title)),
    type: 'object',
    properties: {
      form: { anyOf: [{ const: definition.form }, { type: 'string', pattern: '\\.ya?ml$' }] },
      year: { type: 'integer', minimum: definition.edition },
      values: writer.map(askedTree(form)),
    },
    required: ['form', 'year'],
    additionalProperties: false,
  }
}

const closed = (properties: Schema, more: Schema = {}): Schema => ({
  type: ['object', 'null'],
  ...more,
  properties,
  additionalProperties: false,
})

class SchemaWriter {
  readonly #form: Form
  readonly #words: Words

  constructor(form: Form, words: Words) {
    this.#form = form
    this.#words = words
  }

  map(nodes: readonly Asked[], more: Schema = {}): Schema {
    return closed(Object.fromEntries(nodes.map((node) => [node.id, this.#node(node)])), more)
  }

  #node(node: Asked): Schema {
    const described = description(node.label)
    switch (node.kind) {
      case 'value':
        return { ...valueSchema(node.ask, this.#form.definition.lang), ...this.#about(node) }
      case 'map': {
        const map = this.map(node.children, described)
        return node.ownFirst ? { ...map, type: ['object', ...textTypes] } : map
      }
      case 'lines':
        return { ...addedLines, ...description(node.remark) }
      case 'extra':
        return { type: ['object', 'null'], description: this.#words.extra, additionalProperties: { type: textTypes } }
      case 'block':
        return this.#block(node, described)
    }
  }

  #about(value: AskedValue): Schema {
    const parts = [readable(value.label), typeWords(this.#form, value, this.#words)]
    return { description: parts.filter((part) => part !== '').join(this.#words.colon) }
  }

  #block({ columns, rows, list, extra }: AskedBlock, described: Schema): Schema {
    const named = Object.fromEntries(rows.map((row) => [row.id, this.#row(row)]))
    const added = extra === undefined ? {} : { added: { ...addedColumns, description: this.#words.added(extra) } }
    if (!list) {
      const single = rows.length > 0 ? {} : Object.fromEntries(columns.map((column) => [column.id, this.#node(column)]))
      return closed({ ...named, ...single, ...added }, described)
    }
    const items = { items: this.map(columns), ...(list.most === undefined ? {} : { maxItems: list.most }) }
    const properties = {
      ...named,
      ...added,
      list: { type: ['array', 'null'], ...items },
      file: { type: ['string', 'null'], description: 'CSV' },
      ...(list.total ? { total: this.map(list.total.values, description(list.total.label)) } : {}),
    }
    return { ...closed(properties, described), type: ['array', 'object', 'null'], ...items }
  }

  #row({ label, rows, values }: AskedRow): Schema {
    if (rows.length === 0) return this.map(values, description(label))
    return closed(Object.fromEntries(rows.map((row) => [row.id, this.#row(row)])), description(label))
  }
}

const description = (label: Runs): Schema => (label.length === 0 ? {} : { description: readable(label) })

// What YAML takes for a number or a truth value is text all the same: data are read as written.
const textTypes = ['string', 'number', 'boolean', 'null'] as const

const addedLines: Schema = {
  type: ['array', 'string', 'null'],
  items: closed({ label: { type: textTypes }, text: { type: textTypes } }, { type: ['object', 'string', 'null'] }),
}

const addedColumns: Schema = {
  type: ['object', 'null'],
  propertyNames: { pattern: '^[a-z][A-Za-z0-9]*$' },
  additionalProperties: {
    ...closed({
      label: { type: textTypes },
      unit: { type: ['string', 'null'] },
      type: { enum: ['text', 'number', 'count', 'rate', null] },
    }),
    type: ['object', 'string'],
  },
}

function valueSchema(ask: Ask, lang: string): Schema {
  const { type, options, min, max } = ask
  const most = mostCharacters(ask)
  if (options.length > 0) return { enum: [...options.flatMap(({ id, label }) => [id, label.source]), null] }
  switch (type) {
    case 'count':
      return { type: ['integer', 'string', 'null'], minimum: 0, pattern: '^\\d+$' }
    case 'number':
    case 'rate':
      return {
        type: ['number', 'string', 'null'],
        pattern: figure(ask),
        ...limit('minimum', min),
        ...limit('maximum', max),
      }
    case 'quantity':
      return { type: ['number', 'string', 'null'], pattern: '^-?\\d+(\\.\\d+)?(\\s*\\D.*)?$' }
    case 'yesno':
    case 'check':
      return { enum: ['是', '否', '有', '无', 'yes', 'no', true, false, null] }
    case 'date':
      return { type: ['string', 'null'], pattern: datePattern(lang, '-(0[1-9]|[12]\\d|3[01])') }
    case 'month':
      return { type: ['string', 'null'], pattern: datePattern(lang) }
    case 'year':
      return { type: ['integer', 'string', 'null'], pattern: '^\\d{4}$' }
    case 'phone':
      return { type: ['string', 'integer', 'null'], pattern: '^[+(（]?\\d[\\d\\s()（）/、,，;；转-]{3,}$' }
    case 'email':
      return { type: ['string', 'null'], pattern: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$' }
    case 'file':
      return { type: ['string', 'null'] }
    default:
      return { type: textTypes, ...(most === undefined ? {} : { maxLength: most }) }
  }
}

/** A date or, without `day`, a month: the year first, in an American form the month too. */
function datePattern(lang: string, day = ''): string {
  const iso = `\\d{4}-(0[1-9]|1[0-2])${day}`
  if (lang !== 'en-US') return `^${iso}$`
  return `^(${iso}|(0?[1-9]|1[0-2])/${day === '' ? '' : '(0?[1-9]|[12]\\d|3[01])/'}\\d{4})$`
}

/** Digits, a point and as many decimals as the form has. */
const figure = ({ decimals }: Ask): string =>
  decimals === 0 ? '^-?\\d+$' : `^-?\\d+(\\.\\d${decimals === undefined ? '+' : `{1,${decimals}}`})?$`

const limit = (key: 'minimum' | 'maximum', bound: string | undefined): Schema =>
  bound === undefined ? {} : { [key]: Number(bound) }
