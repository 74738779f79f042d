import { z } from 'zod'
import { presetNames } from '../model/index.ts'
import { styleSchema } from './style-schema.ts'

/*
 * The one description of the language: the validator, the editors' JSON Schema and the reference page all come from
 * here. zod was chosen because one declaration gives all three and the recursive types stay readable.
 */

export const idPattern = /^(?!(?:yes|no|on|off|null|true|false)$)[a-z][A-Za-z0-9]*$/

export const types = [
  'text',
  'count',
  'number',
  'rate',
  'quantity',
  'date',
  'month',
  'year',
  'yesno',
  'choice',
  'check',
  'file',
  'signature',
  'phone',
  'email',
] as const
export const columnKinds = ['seq', 'stub', 'group', 'code', 'unit', 'more'] as const

const text = z.string()
const scalar = z.union([z.string(), z.number()])
const figure = z.union([z.string().regex(/^-?\d+(\.\d+)?$/), z.number()])
const describe = <T extends z.ZodType>(schema: T, description: string): z.ZodOptional<T> =>
  schema.describe(description).optional()
const children = <T extends z.ZodType>(node: T) => z.record(z.string().regex(idPattern), node)

const label = { label: describe(text, 'Printed text. In shorthand: `id: label | type, unit, code list or = formula`.') }
const idPath = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/
const renamed = {
  renamedFrom: describe(
    z.union([z.string().regex(idPath), z.array(z.string().regex(idPath)).min(1)]),
    'Ids it had in earlier editions; with dots, its whole path there, where it stood elsewhere.',
  ),
}
const like = {
  like: describe(
    text,
    'Takes everything from a node above in this file; what is written here replaces it, `~` removes it.',
  ),
}

const inherited = {
  unit: describe(text, 'Unit by name, for this node and everything below it: 吨, 万元, 个, %.'),
  unitAt: describe(
    z.enum(['label', 'row', 'cell', 'caption', 'none']),
    'Where units are printed: after the label (default), in a row of units, after the blank in the cell, in a caption at the right above the table, nowhere.',
  ),
  type: describe(
    z.enum([...types, ...columnKinds, 'value']),
    'What is asked (inherited by everything below), or what a column prints: seq, stub, group, code, unit, more; value for the value column of numbered fields.',
  ),
  decimals: describe(z.int().min(0).max(12), 'Decimal places.'),
  min: describe(figure, 'Least value.'),
  max: describe(figure, 'Greatest value.'),
  grouping: describe(z.boolean(), 'Thousands parted by commas.'),
  negative: describe(z.enum(['minus', 'brackets']), 'How a figure below zero is marked: -1.5 (default) or (1.5).'),
  empty: describe(text.max(4), 'Printed in a filled form where a cell of figures has none: — or ….'),
  overflow: describe(
    z.enum(['grow', 'shrink', 'error']),
    'What a text does that needs more room than the form gives its cell: the row grows (default), the text is set smaller, or it is an error.',
  ),
  shrinkTo: describe(z.number().min(5).max(12), 'Least size of a text that shrinks, in pt (7.5); then the row grows.'),
  tolerance: describe(figure, 'How far a stated figure may lie from its formula.'),
}

const ask = {
  ...inherited,
  length: describe(z.int().min(1).max(1000), 'Number of characters; with `boxes`, the number of boxes.'),
  lines: describe(z.int().min(1).max(60), 'Writing space, in lines.'),
  from: describe(text, 'A code list by name, e.g. gbt4754-2002.'),
  options: describe(z.record(z.string(), text), 'Of a choice: id → printed text, each with a box to tick.'),
  required: describe(z.boolean(), 'Must be filled in; in a list, in each row that is.'),
  boxes: describe(
    z.union([z.boolean(), z.int().min(1).max(1000), z.string().regex(/^[1-9]\d?(-[1-9]\d?)*$/)]),
    'One box per character: how many, or true with `length`; in groups parted by hyphens: 3-2-4.',
  ),
  value: describe(
    scalar,
    'What stands in the cell: `= formula`, a text with places to write (`<>`, `<id>`, `<id:type>`), a constant, or — for a closed cell.',
  ),
  filled: describe(text, 'Like `value`, but the blank form leaves the cell empty.'),
}

const block = {
  columns: describe(children(z.lazy(() => column)), 'The column tree: a column with `columns` is a spanner.'),
  rows: describe(children(z.lazy(() => row)), 'Named rows; a row with `rows` is a row group.'),
  list: describe(
    z.union([z.int().min(0).max(500), z.lazy(() => list)]),
    'Numbered rows to fill: how many the blank form has, or a map.',
  ),
  columnCodes: describe(
    z.string().regex(/1|一|甲|①|[AaIi]/),
    'A row of column codes: `甲1` gives 甲 乙 … to printed columns and 1 2 … to inputs; `A` codes inputs only.',
  ),
  codesAt: describe(z.enum(['top', 'bottom']), 'Whether the code row stands above or below the labels (default).'),
  header: describe(
    z.enum(['level', 'stepped']),
    '`stepped` sets `within` columns one level lower, beside their parent.',
  ),
}

const content = {
  ...block,
  sections: describe(children(z.lazy(() => section)), 'Nodes one above the other, each with its label at the left.'),
  head: describe(
    z.array(text).length(2),
    'A first row over `sections`: the words above the labels and above the rest.',
  ),
  blocks: describe(
    children(z.lazy(() => placed)),
    'Blocks one above the other or `beside` each other, each label on top.',
  ),
  fields: describe(children(z.lazy(() => field)), 'Labels with a place to write.'),
  labels: describe(z.enum(['outside', 'inside']), '`inside` puts label and value of a field into one cell.'),
  text: describe(text, 'A printed text instead of anything to fill in.'),
}

const beside = { beside: describe(text, 'The sibling at whose right this stands (a field: on whose line).') }
const sign = {
  sign: describe(
    text,
    'Lines at the lower right of the place to write, for signature, seal and date: （盖章） <date:date>.',
  ),
}
const width = { width: describe(z.number().positive().max(200), 'Relative width, in em.') }
const isNumbered = { numbered: describe(z.boolean(), '`false` takes it out of the numbering.') }

const list = z
  .strictObject({
    blank: describe(z.int().min(0).max(500), 'Rows of the blank form.'),
    more: describe(
      z.union([z.boolean(), z.record(z.string(), text)]),
      'The row that says more may follow: true (default) prints …… in its first column; a map gives the texts by column; false closes the list.',
    ),
    total: describe(
      text,
      'Label of the total row; its cells are the sums of the columns that add up, of quantities where all measure the same.',
    ),
    key: describe(text, 'The column that names a row across tables and years.'),
    numbered: describe(z.boolean(), '`false` leaves the running number blank in these rows.'),
  })
  .meta({ id: 'list' })

const column: z.ZodType = z
  .union([
    text,
    z.strictObject({
      ...label,
      ...like,
      ...renamed,
      ...ask,
      columns: describe(children(z.lazy(() => column)), 'Columns under this spanner.'),
      given: describe(z.boolean(), 'The cells are printed constants of the rows, not to be filled in.'),
      printed: describe(z.boolean(), '`false`: asked for in data, not printed.'),
      within: describe(text, 'The sibling this is part of (其中).'),
      code: describe(scalar, 'Its own column code.'),
      ...width,
    }),
  ])
  .meta({ id: 'column' })

const row: z.ZodType = z
  .union([
    text,
    z.strictObject({
      ...label,
      ...like,
      ...renamed,
      rows: describe(children(z.lazy(() => row)), 'Rows of this group.'),
      code: describe(scalar, 'Printed in the `code` column.'),
      unit: describe(text, 'Printed in the `unit` column; the unit of the row’s cells.'),
      within: describe(text, 'The sibling this is part of: printed after 其中：, indented.'),
      lines: describe(z.int().min(1).max(60), 'Writing space, in lines.'),
      value: describe(scalar, '`= formula` for every column that adds up.'),
      cells: describe(
        z.record(z.string(), scalar),
        'Cells that differ, by column: a constant, `= formula`, or — for a closed cell.',
      ),
    }),
  ])
  .meta({ id: 'row' })

const field: z.ZodType = z
  .union([
    text,
    z.strictObject({
      ...label,
      ...like,
      ...renamed,
      ...ask,
      ...content,
      ...beside,
      ...sign,
      ...width,
      code: describe(scalar, 'Item code of a numbered field.'),
      column: describe(
        text,
        'Of numbered lines with several `value` columns: the one it is filled in; default: the last.',
      ),
      more: describe(text, 'Asks for more lines like this one: prints …… and this remark.'),
    }),
  ])
  .meta({ id: 'field' })

const placed: z.ZodType = z
  .strictObject({
    ...label,
    ...like,
    ...renamed,
    ...ask,
    ...content,
    ...beside,
    align: describe(
      z.literal('rows'),
      'With `beside`: the label reaches down over the sibling’s header, first rows level.',
    ),
    ...sign,
  })
  .meta({ id: 'block' })

const section: z.ZodType = z
  .union([
    text,
    z.strictObject({ ...label, ...like, ...renamed, ...ask, ...content, ...sign, ...width, ...isNumbered }),
  ])
  .meta({ id: 'section' })

const tableKeys = {
  ...like,
  ...renamed,
  ...inherited,
  ...content,
  title: describe(text, 'Printed above; {{number}} is put before it by `numbering.tables`.'),
  caption: describe(text, 'A line above the table, at the right: 单位：万元.'),
  newPage: describe(z.boolean(), 'Whether it starts a page (a part does, a sub-table does not).'),
  as: describe(
    z.enum(['grid', 'cover', 'lines', 'line', 'right']),
    'How fields without a title are set: cover lines, a line each (default), all on one line, a block at the right edge, or a table.',
  ),
}

const table: z.ZodType = z.strictObject(tableKeys).meta({ id: 'table' })

const part: z.ZodType = z
  .strictObject({
    ...tableKeys,
    ...isNumbered,
    tables: describe(children(z.lazy(() => table)), 'Sub-tables; notes and instructions are the part’s.'),
    instructions: describe(children(text), 'Printed after the notes, numbered.'),
  })
  .meta({ id: 'part' })

const unit = z
  .strictObject({
    symbol: describe(text, 'As printed, if not its name: m^3^.'),
    of: describe(text, 'The quantity it measures.'),
    factor: describe(
      z.union([z.string().regex(/^(?=.*[1-9])\d+(\.\d+)?$/), z.number().positive()]),
      'How many of the quantity’s base unit it is: 1000 for a tonne, where mass is counted in kg.',
    ),
    counts: describe(z.boolean(), 'Whole things are counted in it.'),
  })
  .meta({ id: 'unit' })

const note = z
  .union([text, z.strictObject({ text: text.describe('The text of the note.'), ...renamed })])
  .meta({ id: 'note' })

export const definitionSchema = z
  .strictObject({
    form: z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/)
      .describe('The form’s id: the folder’s name.'),
    edition: z.int().min(1900).max(2200).describe('The first year it holds for: the file’s name.'),
    lang: describe(z.enum(['zh-CN', 'en-US', 'en-GB']), 'Language of the documents (zh-CN).'),
    title: text.describe('Title of the form.'),
    subtitle: describe(text, 'Under the title.'),
    mark: describe(text, 'Flush left above the title: 附件.'),
    page: describe(z.string().regex(/^(A3|A4|Letter|Legal)( (landscape|portrait))?$/), 'Paper: A4 landscape.'),
    style: describe(
      z.union([z.enum(presetNames), styleSchema]),
      'How the form is set: a preset by name, or a map of what differs from the usual look.',
    ),
    numbering: describe(
      z.strictObject({
        tables: describe(text, 'By example: 表1-1. Absent: no numbers.'),
        sections: describe(text, 'By example: 一、. Absent: no numbers.'),
        notes: describe(text, 'By example: [1] (default).'),
        instructions: describe(text, 'By example: （1） (default; in English (1)).'),
      }),
      'Patterns by example. 1, 一, 甲, ①, A, a, I and i count.',
    ),
    continued: describe(
      z.strictObject({
        sections: describe(text, 'Printed after the label of a section that goes on: （续）. Absent: the label alone.'),
        titles: describe(
          z.string().regex(/…/),
          'Printed above a table that goes on, with its caption; … stands for the title: 续…. Absent: the header alone.',
        ),
      }),
      'What a filled form prints where something goes on from the page before.',
    ),
    terms: describe(
      z.record(z.string().regex(idPattern), text),
      'Citations that texts name as {{id}}, such as document numbers.',
    ),
    units: describe(z.record(z.string(), unit), 'Units beyond the vocabulary.'),
    parts: children(part).describe('The form’s parts in printed order.'),
    notes: describe(children(note), 'Footnotes by id; each part prints those it cites, numbered by first citation.'),
  })
  .meta({ id: 'definition' })

/** The JSON Schema (draft 7, what editors read) of a definition file. */
export function jsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(definitionSchema, { target: 'draft-7', io: 'input' })
  return { ...schema, title: 'biaoshi form definition' }
}
