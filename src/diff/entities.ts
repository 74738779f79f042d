import type {
  CellValue,
  Column,
  Content,
  EntityKind,
  Form,
  Instruction,
  Option,
  Part,
  Placed,
  Row,
  Runs,
  Table,
  Text,
} from '../model/index.ts'
import { columnFacts, type InBlock, inBlock, rowFacts } from './block-facts.ts'
import {
  citations,
  type Fact,
  fact,
  nameFacts,
  printedWords,
  type SharedNames,
  textFacts,
  unitFact,
  wordsSaid,
} from './facts.ts'
import { formFacts, ownTable, partFacts, placedFacts, tableFacts } from './node-facts.ts'
import { placesIn } from './places.ts'

/** A thing of the form that has an id, with what is said of it and the things in it. */
export interface Entity {
  readonly kind: EntityKind
  readonly id: string
  readonly path: string
  /** What it is called in print, without number and unit; '' where it has no label. */
  readonly name: string
  /** What it and the nodes above it are called, below the table. */
  readonly names: readonly string[]
  /** Path of the part or table that it is in, or is; '' where it is in none. */
  readonly table: string
  /** Of a row: the path of its block, within which its cells name their columns. */
  readonly block?: string
  readonly children: readonly Entity[]
  readonly facts: (names: SharedNames) => readonly Fact[]
}

/** The things of a form as a tree. */
export const entitiesOf = (form: Form): Entity => new Entities(form).all()

interface Named {
  readonly id: string
  readonly path: string
  readonly label?: Text
}

class Entities {
  readonly #form: Form
  #table = ''
  #trail: readonly string[] = []

  constructor(form: Form) {
    this.#form = form
  }

  all(): Entity {
    const { parts } = this.#form.definition
    return {
      kind: 'form',
      id: '',
      path: '',
      name: '',
      names: [],
      table: '',
      children: [...parts.map((part) => this.#part(part)), ...this.#notes()],
      facts: (names) => formFacts(this.#form, names),
    }
  }

  #entity(
    kind: EntityKind,
    { id, path, label }: Named,
    below: () => readonly Entity[],
    facts: Entity['facts'],
  ): Entity {
    const name = label ? printedWords(this.#form, label) : ''
    const above = this.#trail
    const names = path === this.#table ? [] : [...above, name || id]
    const table = this.#table
    this.#trail = names
    const children = below()
    this.#trail = above
    this.#table = table
    return { kind, id, path, name, names, table, children, facts }
  }

  /** The notes that are printed, with the words that they are printed with first. */
  #notes(): Entity[] {
    const printed = new Map<string, Runs>()
    for (const [part, notes] of this.#form.notes)
      for (const { id, content } of notes) {
        const own = id.slice(part.length + 1)
        if (!printed.has(own)) printed.set(own, content)
      }
    this.#table = ''
    return [...this.#form.definition.notes].flatMap(([id, text]) => {
      const content = printed.get(id)
      if (!content) return []
      return this.#entity('note', { id, path: `notes.${id}` }, none, (names) => [
        { aspect: 'noteText', ...wordsSaid(content) },
        ...citations(names, text),
      ])
    })
  }

  #part(part: Part): Entity {
    this.#table = part.path
    const [own] = ownTable(part)
    const named = part.title ? { ...part, label: part.title } : part
    const below = () => [
      ...(own ? this.#content(own.content, part.path) : part.tables.map((table) => this.#ofTable(table))),
      ...part.instructions.map((text) => this.#instruction(text, part.path)),
    ]
    return this.#entity('part', named, below, (names) => partFacts(this.#form, names, part))
  }

  #instruction(text: Instruction, part: string): Entity {
    this.#table = part
    // The number of the table that it names is told of the tables.
    const number = text.source.includes('{{number}}') ? this.#form.numbers.get(part) : undefined
    return this.#entity('instruction', { id: text.id, path: `${part}.instructions.${text.id}` }, none, (names) =>
      textFacts(this.#form, names, 'instruction', text).map((each) =>
        number === undefined || each.aspect !== 'instruction'
          ? each
          : { ...each, key: each.key.replaceAll(number, '{{number}}') },
      ),
    )
  }

  #ofTable(table: Table): Entity {
    this.#table = table.path
    const named = table.title ? { ...table, label: table.title } : table
    const below = () => this.#content(table.content, table.path)
    return this.#entity('table', named, below, (names) => tableFacts(this.#form, names, table))
  }

  #content(content: Content, path: string): Entity[] {
    switch (content.kind) {
      case 'stack':
        return content.children.map((child) => this.#placed(content.of === 'sections' ? 'section' : 'block', child))
      case 'fields':
        return [
          ...content.columns.map((column) => this.#column(column, noBlock)),
          ...content.fields.map((field) => this.#placed('field', field)),
        ]
      case 'block': {
        const within = inBlock(content, path)
        return [
          ...content.columns.map((column) => this.#column(column, within)),
          ...content.rows.map((row) => this.#row(row, path, within)),
        ]
      }
      case 'entry':
        return [
          ...content.ask.options.map((option) => this.#option(option, path)),
          ...this.#places(path, [content.ask.value, content.ask.sign]),
        ]
      case 'text':
        return []
    }
  }

  /** What only prints words holds no data. */
  #placed(kind: 'section' | 'block' | 'field', placed: Placed): Entity {
    return this.#entity(
      placed.content.kind === 'text' ? 'text' : kind,
      placed,
      () => this.#content(placed.content, placed.path),
      (names) => placedFacts(this.#form, names, placed),
    )
  }

  #column(column: Column, within: InBlock): Entity {
    const { kind, ask, path, children } = column
    const below = () =>
      children.length > 0
        ? children.map((child) => this.#column(child, within))
        : [...ask.options.map((option) => this.#option(option, path)), ...this.#places(path, [ask.value, ask.sign])]
    const asks = kind === 'data' || kind === 'more'
    return this.#entity(asks ? 'column' : 'print-column', column, below, (names) =>
      columnFacts(this.#form, names, column, within),
    )
  }

  #row(row: Row, block: string, within: InBlock): Entity {
    const below = () => [
      ...row.children.map((child) => this.#row(child, block, within)),
      ...[...row.cells].flatMap(([at, value]) => this.#places(`${row.path}.${at}`, [value])),
    ]
    return {
      ...this.#entity('row', row, below, (names) => rowFacts(this.#form, names, row, block, within)),
      block,
    }
  }

  #option({ id, label }: Option, path: string): Entity {
    return this.#entity('option', { id, path: `${path}.${id}`, label }, none, (names) =>
      nameFacts(this.#form, names, label, 'option'),
    )
  }

  #places(path: string, values: readonly (CellValue | Text | undefined)[]): Entity[] {
    return placesIn(this.#form, values).map(({ id, ask }) =>
      this.#entity('place', { id, path: `${path}.${id}` }, none, () => [
        ...fact('type', ask.type),
        ...unitFact(ask.unit),
      ]),
    )
  }
}

/** Columns that a numbered list of fields prints. */
const noBlock: InBlock = { listed: false, asked: [], closed: new Set() }

const none = (): readonly Entity[] => []
