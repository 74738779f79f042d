import {
  type Column,
  type Content,
  type Definition,
  type Form,
  joinRuns,
  type Part,
  type Placed,
  type PrintedNote,
  type Row,
  type Run,
  type Runs,
  type Stretch,
  type Text,
  type Unit,
  type UnitAt,
} from '../model/index.ts'
import { parseStretches } from '../text/holes.ts'
import { citedNotes, parseMarks } from '../text/marks.ts'
import { numeral } from '../text/numerals.ts'
import { readingOrder } from './reading-order.ts'
import { fillTemplate, type Words } from './template.ts'

/** Applies a year to a definition: fills the templates, numbers tables, sections and notes, puts units into labels. */
export function resolve(definition: Definition, year: number): Form {
  return new Resolver(definition, year).form()
}

class Resolver {
  readonly #definition: Definition
  readonly #year: number
  readonly #words: Words
  readonly #texts = new Map<Text, Runs>()
  readonly #stretches = new Map<Text, readonly Stretch[]>()
  readonly #labels = new Map<string, Runs>()
  readonly #numbers = new Map<string, string>()
  readonly #notes = new Map<string, PrintedNote[]>()

  constructor(definition: Definition, year: number) {
    this.#definition = definition
    this.#year = year
    const own = { year, lastYear: year - 1 }
    // A term is words: a `<` in it is printed, and begins no place to write in the text that cites it.
    const words = (text: string): string => text.replace(/(?<!\\)</g, '\\<')
    const terms = [...definition.terms].map(([id, text]) => [id, words(fillTemplate(text.source, own))])
    this.#words = { ...Object.fromEntries(terms), ...own }
  }

  form(): Form {
    const { title, subtitle, mark, parts } = this.#definition
    for (const text of [title, subtitle, mark])
      if (text) this.#texts.set(text, this.#print(text, this.#words, new Map()))
    let count = 0
    for (const part of parts) this.#part(part, part.numbered ? ++count : 0)
    return {
      definition: this.#definition,
      year: this.#year,
      texts: this.#texts,
      stretches: this.#stretches,
      labels: this.#labels,
      numbers: this.#numbers,
      notes: this.#notes,
    }
  }

  #part(part: Part, count: number): void {
    const { tables: pattern, notes: notePattern } = this.#definition.numbering
    const number = pattern !== undefined && count > 0 ? numeral(pattern, count) : undefined
    if (number !== undefined) this.#numbers.set(part.path, number)
    const words = number === undefined ? this.#words : { ...this.#words, number }
    const cited = this.#cite(part)
    const marks = new Map([...cited.keys()].map((id, index) => [id, numeral(notePattern, index + 1)]))
    const anchors = new Map([...marks].map(([id, mark]) => [id, { mark, note: `${part.id}.${id}` }]))
    for (const text of readingOrder(part)) {
      if (text.source.includes('{{unit}}')) continue
      this.#texts.set(text, this.#print(text, words, anchors))
      if (text.source.includes('<')) this.#stretches.set(text, stretchesOf(text, words, anchors))
    }
    for (const [index, table] of part.tables.entries()) {
      if (number !== undefined && table.path !== part.path)
        this.#numbers.set(table.path, numeral(pattern as string, count, index + 1))
      this.#content(table.content, words, anchors, true)
    }
    const notes = [...cited].map(
      ([id, text]): PrintedNote => ({
        id: `${part.id}.${id}`,
        mark: marks.get(id) as string,
        content: this.#print(text, words, anchors),
      }),
    )
    this.#notes.set(part.id, notes)
  }

  /** The notes a part cites, by first citation; those that only notes cite come after them, in the same way. */
  #cite(part: Part): Map<string, Text> {
    const cited = new Map<string, Text>()
    const add = ({ source }: Text): void => {
      for (const { id } of citedNotes(source)) {
        const text = this.#definition.notes.get(id)
        if (text) cited.set(id, text)
      }
    }
    for (const text of readingOrder(part)) add(text)
    // A map gives what is added to it on the way as well.
    for (const text of cited.values()) add(text)
    return cited
  }

  #content(content: Content, words: Words, anchors: Anchors, top: boolean): void {
    if (content.kind === 'block') this.#columns(content.columns, words, anchors)
    if (content.kind === 'block') this.#rows(content.rows)
    if (content.kind === 'fields') this.#columns(content.columns, words, anchors)
    const children: readonly Placed[] =
      content.kind === 'stack' ? content.children : content.kind === 'fields' ? content.fields : []
    const { sections } = this.#definition.numbering
    const numbered = content.kind === 'stack' && content.of === 'sections' && top && sections !== undefined
    let count = 0
    for (const child of children) {
      const number = numbered && child.numbered && child.label ? numeral(sections, ++count) : ''
      this.#label(child, words, anchors, number)
      this.#content(child.content, words, anchors, false)
    }
  }

  #columns(columns: readonly Column[], words: Words, anchors: Anchors): void {
    for (const column of columns) {
      this.#label(column, words, anchors, '')
      this.#columns(column.children, words, anchors)
    }
  }

  #rows(rows: readonly Row[]): void {
    for (const row of rows) {
      if (row.label) this.#labels.set(row.path, this.#texts.get(row.label) ?? [])
      this.#rows(row.children)
    }
  }

  /** A label with its number before it and the unit it declares behind it, or where it says {{unit}}. */
  #label(node: Labelled, words: Words, anchors: Anchors, number: string): void {
    const { label, path, unit, unitAt } = node
    if (!label) return
    const runs = this.#print(label, unit ? { ...words, unit: unit.symbol } : words, anchors)
    this.#texts.set(label, runs)
    const inLabel = unitAt === 'label' || unitAt === 'caption'
    const suffix = unit && inLabel && !label.source.includes('{{unit}}') ? this.#inBrackets(unit, captioned(node)) : []
    this.#labels.set(path, joinRuns([...(number === '' ? [] : [{ text: number }]), ...runs, ...suffix]))
  }

  #inBrackets({ symbol }: Unit, caption: boolean): Runs {
    const chinese = this.#definition.lang.startsWith('zh')
    const word = !caption ? '' : chinese ? '单位：' : 'unit: '
    return [{ text: (chinese ? '（' : ' (') + word }, ...parseMarks(symbol), { text: chinese ? '）' : ')' }]
  }

  #print({ source }: Text, words: Words, anchors: Anchors): Runs {
    return joinRuns(numbered(parseMarks(fillTemplate(source, words)), anchors))
  }
}

/** The marks of the notes that the runs cite, printed. */
const numbered = (runs: Runs, anchors: Anchors): Run[] =>
  runs.map((run) => {
    const anchor = run.note === undefined ? undefined : anchors.get(run.note)
    return anchor ? { ...run, text: anchor.mark, note: anchor.note } : run
  })

const stretchesOf = ({ source }: Text, words: Words, anchors: Anchors): Stretch[] =>
  parseStretches(fillTemplate(source, words)).map((stretch) =>
    stretch.kind === 'words' ? { ...stretch, runs: joinRuns(numbered(stretch.runs, anchors)) } : stretch,
  )

type Anchors = ReadonlyMap<string, { readonly mark: string; readonly note: string }>

/** A table inside a table has no line above it for its unit: the label over it says it. */
const captioned = ({ unitAt, content }: Labelled): boolean => unitAt === 'caption' && content?.kind === 'block'

interface Labelled {
  readonly path: string
  readonly label?: Text
  readonly unit?: Unit
  readonly unitAt: UnitAt
  readonly content?: Content
}
