import { codes } from '../../../src/diagnostics/codes.ts'
import type { Locale } from '../../../src/diagnostics/index.ts'
import { vocabulary } from '../../../src/model/index.ts'
import { jsonSchema } from '../../../src/pipeline.ts'
import { picture } from '../../../src/report/index.ts'
import { compile, whole } from './compile.ts'

/** A code block of the guide that is a definition, and the block right below it that says what comes of it. */
export interface Example {
  readonly yaml: string
  /** `text`: the picture; `console`: what is said of it; absent: only a mention. */
  readonly shows?: 'text' | 'console'
}

const block = /^```yaml\n(?<yaml>[\s\S]*?)^```\n(?:\n```(?<shows>text|console)\n[\s\S]*?^```\n)?/gm
export const examplesOf = (guide: string): Example[] =>
  [...guide.matchAll(block)].map(({ groups }) => ({
    yaml: groups?.yaml as string,
    ...(groups?.shows ? { shows: groups.shows as 'text' | 'console' } : {}),
  }))

/** The guide with its pictures, messages and tables made anew. */
export function renewed(guide: string, locale: Locale): string {
  const sections: Record<string, () => string> = {
    keys: keyTable,
    units: unitTable,
    messages: () => messageTable(locale),
  }
  return guide
    .replace(block, (found, ...rest) => {
      const { yaml, shows } = rest.at(-1) as Example
      if (!shows) return found
      return `\`\`\`yaml\n${yaml}\`\`\`\n\n\`\`\`${shows}\n${shows === 'text' ? drawn(yaml) : compile(whole(yaml), locale).said}\`\`\`\n`
    })
    .replace(/(<!-- (\w+) -->\n)[\s\S]*?(<!-- \/\2 -->)/g, (_, begin: string, name: string, end: string) => {
      const section = sections[name]
      if (!section) throw new Error(`the guide has a section ${name} that nothing makes`)
      return `${begin}\n${section()}\n${end}`
    })
}

/** The picture of an example; a part alone is drawn without the form's title. */
function drawn(yaml: string): string {
  const { document, said } = compile(whole(yaml))
  if (!document) return said
  const items = /^form:/m.test(yaml) ? document.items : document.items.filter(({ id }) => id !== 'title')
  return picture({ ...document, items })
}

interface Schema {
  readonly description?: string
  readonly type?: string | string[]
  readonly enum?: readonly string[]
  readonly const?: string
  readonly anyOf?: readonly Schema[]
  readonly properties?: Record<string, Schema>
  readonly items?: Schema
  readonly maxItems?: number
  readonly $ref?: string
  readonly allOf?: readonly Schema[]
  readonly pattern?: string
  readonly additionalProperties?: Schema | boolean
}

type Whole = Schema & { readonly definitions: Record<string, Schema> }

/** Each key with the nodes it may stand in; the same key with another meaning is another line. */
function keyTable(): string {
  const rows = new Map<string, { key: string; where: string[]; value: string; meaning: string }>()
  const whole = jsonSchema() as unknown as Whole
  for (const [node, properties] of nodesOf(whole))
    for (const [key, schema] of Object.entries(properties)) {
      const written = unfolded(schema, whole)
      const row = { key, where: [node], value: shapeOf(written, whole), meaning: written.description ?? '' }
      const known = rows.get(`${key} ${row.meaning}`)
      if (known) known.where.push(node)
      else rows.set(`${key} ${row.meaning}`, row)
    }
  const sorted = [...rows.values()].toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const lines = sorted.map(
    ({ key, where, value, meaning }) => `| \`${key}\` | ${where.join(', ')} | ${value} | ${cell(meaning)} |`,
  )
  return ['| key | stands in | value | meaning |', '| --- | --- | --- | --- |', ...lines, ''].join('\n')
}

/** The keys of each kind of node, the definition first. */
function nodesOf(schema: Whole): [string, Record<string, Schema>][] {
  const order = ['definition', 'part', 'table', 'section', 'block', 'field', 'column', 'row', 'list', 'note', 'unit']
  const nodes = Object.entries({ definition: schema, ...schema.definitions }).flatMap(
    ([name, node]): [string, Record<string, Schema>][] => {
      const properties = [node, ...(node.anyOf ?? [])].find((each) => each.properties)?.properties
      return properties ? [[name, properties]] : []
    },
  )
  return nodes.toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
}

/** A schema that stands elsewhere only because it is used more than once; a kind of node keeps its name. */
function unfolded(schema: Schema, whole: Whole): Schema {
  const [only] = schema.allOf ?? []
  if (only) return unfolded({ ...only, ...(schema.description ? { description: schema.description } : {}) }, whole)
  const name = schema.$ref?.replace(/.*\//, '')
  return name?.startsWith('__')
    ? unfolded(
        { ...whole.definitions[name], ...(schema.description ? { description: schema.description } : {}) },
        whole,
      )
    : schema
}

function shapeOf(schema: Schema, whole: Whole): string {
  const {
    enum: values,
    const: only,
    anyOf,
    type,
    $ref,
    pattern,
    maxItems,
    additionalProperties,
  } = unfolded(schema, whole)
  if (anyOf) return [...new Set(anyOf.map((each) => shapeOf(each, whole)))].join(' or ')
  if (values) return values.map((value) => `\`${value}\``).join(' ')
  if (only !== undefined) return `\`${only}\``
  if ($ref) return $ref.replace(/.*\//, '')
  if (type === 'object')
    return typeof additionalProperties === 'object' ? `map of ${shapeOf(additionalProperties, whole)}` : 'map'
  if (type === 'array') return maxItems === 2 ? 'two texts' : 'list of such texts'
  if (type === 'string') return pattern ? `text like ${cell(`\`${pattern}\``)}` : 'text'
  const words: Record<string, string> = {
    integer: 'whole number',
    boolean: '`true` `false`',
    string: 'text',
    number: 'number',
  }
  return [type]
    .flat()
    .map((each) => words[each ?? ''] ?? '')
    .join(' or ')
}

function unitTable(): string {
  const quantities = new Map<string, string[]>()
  for (const { name, symbol, quantity } of vocabulary.values()) {
    const shown = symbol === name ? `\`${name}\`` : `\`${name}\` (${symbol})`
    quantities.set(quantity, [...(quantities.get(quantity) ?? []), shown])
  }
  const lines = [...quantities].map(([quantity, names]) => `| ${quantity} | ${names.join(' ')} |`)
  return ['| quantity | units |', '| --- | --- |', ...lines, ''].join('\n')
}

function messageTable(locale: Locale): string {
  const head = { en: ['code', '', 'what it says', 'what to do'], zh: ['代码', '', '含义', '处理'] }[locale]
  const lines = Object.entries(codes).map(([code, entry]) => {
    const { what, remedy } = entry[locale]
    return `| \`${code}\` | ${entry.severity} | ${cell(unfilled(what))} | ${cell(unfilled(remedy))} |`
  })
  return [`| ${head.join(' | ')} |`, '| --- | --- | --- | --- |', ...lines, ''].join('\n')
}

/** A message with its places shown as …, and its doubled braces as they print. */
const unfilled = (message: string): string =>
  message
    .replace(/\{(?:nearest|also)\}/g, '')
    .replace(/(?<!\{)\{[a-z]\w*\}(?!\})/gi, '…')
    .replace(/\{\{\{\{(?:\{\w+\})?/g, (open) => (open.length > 4 ? '{{…' : '{{'))
    .replace(/\}\}\}\}\}?/g, '}}')
    .replace(/\{\{/g, '{{')

/** A table's cell: bars escaped, and outside code what HTML would take for a tag. */
const cell = (text: string): string =>
  text
    .replace(/\|/g, '\\|')
    .replace(/\n/g, ' ')
    .replace(/(`[^`]*`)|</g, (_, code?: string) => code ?? '&lt;')
