import { columns } from '../diagnostics/columns.ts'
import type { Form, Runs } from '../model/index.ts'
import { parseMarks } from '../text/marks.ts'
import { readable, wrap } from '../text/wrap.ts'
import { type Asked, type AskedBlock, type AskedList, type AskedRow, type AskedValue, valuesOf } from './asked.ts'
import { Notes } from './notes.ts'
import { typeWords, type Words } from './words.ts'

/** Columns of a terminal that a line takes at most. */
const widest = 120
/** Comments behind short keys stand in one column; a longer key pushes its own. */
const longestAligned = 20

/** Writes the tree of keys as YAML, each key with its comment. All values are empty. */
export class SkeletonWriter {
  readonly #form: Form
  readonly #words: Words
  readonly #notes: Notes

  constructor(form: Form, words: Words) {
    this.#form = form
    this.#words = words
    this.#notes = new Notes(form)
  }

  /** Keys of one level. `apart`: levels down to which nodes stand apart by an empty line. */
  nodes(nodes: readonly Asked[], indent: number, apart = 0): string[] {
    const keys = nodes.filter(({ kind }) => kind === 'value').map(({ id }) => id.length)
    const pad = Math.min(longestAligned, Math.max(0, ...keys))
    const spaced = (n: number) => apart > 0 && n > 0 && nodes.slice(n - 1, n + 1).some(({ kind }) => kind !== 'value')
    return nodes.flatMap((node, n) => [...(spaced(n) ? [''] : []), ...this.#node(node, indent, pad, apart - 1)])
  }

  #node(node: Asked, indent: number, pad: number, apart: number): string[] {
    const { id, kind, label } = node
    const { added, comma, extra, shown } = this.#words
    const notes = this.#noteLines([node], indent)
    switch (kind) {
      case 'value':
        return [...notes, ...commented(indent, `${id}:`.padEnd(pad + 1), this.#about(node))]
      case 'map': {
        const about = [readable(label), ...(node.shown === undefined ? [] : [shown(node.shown)])]
        return [
          ...notes,
          ...commented(indent, `${id}:`, said(about, comma)),
          ...this.nodes(node.children, indent + 2, apart),
        ]
      }
      case 'lines':
        return [...notes, ...this.#addedLines(node.id, said([readable(label), readable(node.remark)], comma), indent)]
      case 'extra':
        // A comment itself: such values need columns that `added` names.
        return hidden(commented(0, `${id}: {steam: 12}`, extra), indent)
      case 'block':
        return [...notes, ...this.#block(node, indent, added)]
    }
  }

  /** Label and type of a place to write. */
  #about(value: AskedValue): string {
    return said([readable(value.label), typeWords(this.#form, value, this.#words)], this.#words.colon)
  }

  #addedLines(id: string, about: string, indent: number): string[] {
    const { lines, example, colon } = this.#words
    return [
      ...commented(indent, `${id}: []`, said([about, lines], colon)),
      ...hidden([`- label: ${example.line}`, `  text: ${example.text}`], indent + 2),
    ]
  }

  #block(block: AskedBlock, indent: number, added: Words['added']): string[] {
    const { rows, list, extra, id } = block
    const about = readable(block.label)
    const plainList = list && rows.length === 0 && !list.total && extra === undefined
    if (plainList) return this.#list(id, about, block, list, indent)
    const { example } = this.#words
    const addable =
      extra === undefined
        ? []
        : [
            ...commented(indent + 2, 'added: {}', added(extra)),
            ...hidden([`steam: {label: ${example.column}, unit: ${example.unit}}`], indent + 4),
          ]
    return [
      ...commented(indent, `${id}:`, about),
      ...(rows.length > 0 ? this.#rows(block, indent + 2) : []),
      ...(rows.length === 0 && !list ? this.nodes(block.columns, indent + 2) : []),
      ...addable,
      ...(list ? this.#list('list', '', block, list, indent + 2) : []),
      ...(list?.total ? this.#total(list.total, indent + 2) : []),
    ]
  }

  /** An empty list and, as a comment, a row to copy. */
  #list(key: string, about: string, { columns: asked }: AskedBlock, list: AskedList, indent: number): string[] {
    // Two for the dash and two for the sign of the comment stand before each line of the row.
    const row = this.nodes(asked, indent + 6).map((line) => line.slice(indent + 6))
    const first = row.findIndex((line) => !line.startsWith('#'))
    const example = row.map((line, n) => (n === first ? '- ' : '  ') + line)
    const words = said([about, this.#words.list(list.most)], this.#words.colon)
    return [...commented(indent, `${key}: []`, words), ...hidden(example, indent + 2)]
  }

  #total({ label, values }: NonNullable<AskedList['total']>, indent: number): string[] {
    const { total, computed, brackets } = this.#words
    const about = `${readable(label) || total}${brackets(computed.sum)}`
    const code = `total: ${flow(values)}`
    if (values.length === 0) return []
    if (fits(indent, code, about)) return commented(indent, code, about)
    return [...commented(indent, 'total:', about), ...this.nodes(values, indent + 2)]
  }

  /** Rows of figures take a line each, under a legend of the columns; others say again what each cell takes. */
  #rows({ rows, columns: asked }: AskedBlock, indent: number): string[] {
    const figures = valuesOf(asked).every(({ ask }) => isFigure(ask.type))
    if (!figures || !rows.every((row) => this.#isShort(row, indent)))
      return rows.flatMap((row) => this.#row(row, indent, false))
    const legend = [this.#words.rows, ...this.nodes(asked, indent + 4).map((line) => line.slice(indent + 2))]
    return [...hidden(legend, indent), ...rows.flatMap((row) => this.#row(row, indent, true))]
  }

  #isShort(row: AskedRow, indent: number): boolean {
    if (row.rows.length > 0) return row.rows.every((inner) => this.#isShort(inner, indent + 2))
    return columns(`${row.id}: ${flow(row.values)}`) + indent <= widest
  }

  #row(row: AskedRow, indent: number, short: boolean): string[] {
    const { id, rows, values } = row
    const about = this.#aboutRow(row)
    if (rows.length > 0)
      return [...commented(indent, `${id}:`, about), ...rows.flatMap((inner) => this.#row(inner, indent + 2, short))]
    if (short) return commented(indent, `${id}: ${flow(values)}`, about)
    return [...commented(indent, `${id}:`, about), ...this.nodes(values, indent + 2)]
  }

  #aboutRow({ label, unit, computed }: AskedRow): string {
    const { brackets, computed: how } = this.#words
    return (
      readable(label) +
      (unit ? brackets(readable(parseMarks(unit.symbol))) : '') +
      (computed ? brackets(how[computed]) : '')
    )
  }

  /** The notes cited by a node or by the values just below it, each once, before the node. */
  #noteLines(nodes: readonly Asked[], indent: number): string[] {
    const labels = nodes.flatMap(labelsNear)
    return this.#notes.cited(labels).flatMap((note) => commentLines(indent, note))
  }
}

/** Labels whose notes stand before a node: its own, those of its values, all of a block. */
function labelsNear(node: Asked): Runs[] {
  if (node.kind === 'map')
    return [node.label, ...node.children.filter(({ kind }) => kind === 'value').map(({ label }) => label)]
  if (node.kind !== 'block') return [node.label]
  return [node.label, ...deepLabels(node.columns), ...rowLabels(node.rows)]
}

const deepLabels = (nodes: readonly Asked[]): Runs[] =>
  nodes.flatMap((node) => [node.label, ...(node.kind === 'map' ? deepLabels(node.children) : [])])

const rowLabels = (rows: readonly AskedRow[]): Runs[] =>
  rows.flatMap(({ label, rows: inner }) => [label, ...rowLabels(inner)])

const isFigure = (type: AskedValue['ask']['type']): boolean => ['count', 'number', 'rate'].includes(type)

/** `{total: , good: }` */
const flow = (nodes: readonly Asked[]): string =>
  `{${nodes.flatMap((node) => (node.kind === 'extra' ? [] : [`${node.id}: ${node.kind === 'map' ? flow(node.children) : ''}`])).join(', ')}}`

const said = (parts: readonly string[], between: string): string => parts.filter((part) => part !== '').join(between)

const fits = (indent: number, code: string, about: string): boolean => indent + columns(`${code} # ${about}`) <= widest

/** A key with its comment behind it, or above where the line would be too long. */
function commented(indent: number, code: string, about: string): string[] {
  const lead = ' '.repeat(indent)
  if (about === '') return [(lead + code).trimEnd()]
  if (fits(indent, code, about)) return [`${lead}${code} # ${about}`]
  return [...commentLines(indent, about), (lead + code).trimEnd()]
}

export const commentLines = (indent: number, text: string): string[] =>
  text === ''
    ? [`${' '.repeat(indent)}#`]
    : wrap(text, widest - indent - 2).map((line) => `${' '.repeat(indent)}# ${line}`)

/** Lines that wait behind `# ` to be used. */
const hidden = (lines: readonly string[], indent: number): string[] =>
  lines.map((line) => `${' '.repeat(indent)}# ${line}`)
