import type { Ask, CellValue, Field, FieldLine, Fields, Form, Runs, Segment, Style, StyleName, Table } from '../model/index.ts'
import { entryLook, valueParts } from './entry.ts'
import type { Words } from './words.ts'

/** Measures a paragraph set in a style, pt. */
export type Measure = (runs: Runs, style: Style) => number

export interface Lines {
  readonly form: Form
  readonly words: Words
  readonly measure: Measure
  readonly styles: Readonly<Record<StyleName, Style>>
  /** Between the margins, pt. */
  readonly width: number
}

/** A field as a run of pieces: label, places to write, printed words. `width` of a place to write in pt. */
interface Piece {
  readonly id: string
  readonly role: Segment['role']
  readonly runs: Runs
  readonly width: number
}

/** Least room to write in, em. */
const leastEm = 6
/** Room between two fields on one line, em. */
const gapEm = 1.5
/** Place to write on a cover, em. */
const coverEm = 20

/** Fields outside a grid: cover lines, a line each, all on one line, or a block at the right edge. */
export function fieldLines(lines: Lines, fields: Fields, table: Table, newPage: boolean): FieldLine[] {
  const flat = fields.fields.flatMap(flatten)
  const set = { cover: coverLines, right: rightLines, line: oneLine, lines: plainLines, grid: plainLines }[table.as]
  const style: StyleName = table.as === 'cover' ? 'coverField' : 'field'
  return set(lines, flat, style).map((segments, n) => ({
    kind: 'fields',
    id: `${table.path}:line${n + 1}`,
    style,
    segments,
    newPage: newPage && n === 0,
    keepWithNext: true,
  }))
}

const flatten = (field: Field): Field[] => (field.content.kind === 'fields' ? field.content.fields.flatMap(flatten) : [field])

const askOf = ({ content }: Field): Ask | undefined => (content.kind === 'entry' ? content.ask : undefined)

class Setter {
  readonly #lines: Lines
  readonly #style: StyleName

  constructor(lines: Lines, style: StyleName) {
    this.#lines = lines
    this.#style = style
  }

  get em(): number {
    return this.#lines.styles[this.#style].size
  }

  #printed(id: string, role: Segment['role'], runs: Runs): Piece[] {
    if (runs.length === 0) return []
    // Half a point more than measured, so that no format breaks the words for want of a hair.
    return [{ id, role, runs, width: this.#lines.measure(runs, this.#lines.styles[this.#style]) + 0.5 }]
  }

  label({ path }: Field): Piece[] {
    const { form, words } = this.#lines
    const label = form.labels.get(path)
    return label ? this.#printed(path, 'label', [...label, { text: words.colon.trimEnd() }]) : []
  }

  /** What follows the label; `room` in pt for each place to write. */
  value(field: Field, room: number): Piece[] {
    const ask = askOf(field)
    const hole: Piece = { id: field.path, role: 'value', runs: [], width: room }
    if (!ask) return field.content.kind === 'text' ? this.#printed(field.path, 'text', this.#text(field)) : [hole]
    const value: CellValue | undefined = ask.value
    if (value?.kind === 'text' && !value.filledOnly)
      return valueParts(this.#lines.form, value.text, this.#lines.words).flatMap((part) =>
        part.hole ? [hole] : this.#printed(field.path, 'text', part.runs),
      )
    const look = entryLook(this.#lines.form, ask, this.#lines.words)
    return look.content.length > 0 ? this.#printed(field.path, 'text', look.content.flat()) : [hole]
  }

  #text({ content }: Field): Runs {
    return content.kind === 'text' ? (this.#lines.form.texts.get(content.text) ?? []) : []
  }

  segments(pieces: readonly Piece[], x: number): Segment[] {
    let at = x
    return pieces.map(({ id, role, runs, width }): Segment => {
      const hole = role === 'value'
      const segment = { id, role, style: this.#style, content: runs, x: at, width, rule: hole, input: hole }
      at += width
      return segment
    })
  }
}

const widthOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { width }) => sum + width, 0)

/** Labels of a line each, ending at one edge, so that the places to write begin below each other. */
function aligned(setter: Setter, fields: readonly Field[], left: number, room: (field: Field) => number): Segment[][] {
  const labels = fields.map((field) => setter.label(field))
  const widest = Math.max(0, ...labels.map(widthOf))
  return fields.map((field, n) => {
    const label = labels[n] as Piece[]
    return setter.segments([...label, ...setter.value(field, room(field))], left + widest - widthOf(label))
  })
}

function coverLines(lines: Lines, fields: readonly Field[], style: StyleName): Segment[][] {
  const setter = new Setter(lines, style)
  const widest = Math.max(0, ...fields.map((field) => widthOf(setter.label(field))))
  const room = Math.min(coverEm * setter.em, (lines.width - widest) * 0.8)
  return aligned(setter, fields, (lines.width - widest - room) / 2, () => room)
}

function plainLines(lines: Lines, fields: readonly Field[], style: StyleName): Segment[][] {
  const setter = new Setter(lines, style)
  return fields.map((field) => {
    const label = setter.label(field)
    const fixed = widthOf(label) + widthOf(setter.value(field, 0))
    const room = field.width === undefined ? lines.width - fixed : Math.min(field.width * setter.em, lines.width - fixed)
    return setter.segments([...label, ...setter.value(field, room)], 0)
  })
}

function rightLines(lines: Lines, fields: readonly Field[], style: StyleName): Segment[][] {
  const setter = new Setter(lines, style)
  const room = (field: Field) => (field.width ?? leastEm) * setter.em
  const labels = Math.max(0, ...fields.map((field) => widthOf(setter.label(field))))
  const values = Math.max(0, ...fields.map((field) => widthOf(setter.value(field, room(field)))))
  return aligned(setter, fields, Math.max(0, lines.width - labels - values), room)
}

/** Fields one after the other; when they fill more than a line, they go on below. What a line leaves parts them. */
function oneLine(lines: Lines, fields: readonly Field[], style: StyleName): Segment[][] {
  const setter = new Setter(lines, style)
  const pieces = fields.map((field) => [...setter.label(field), ...setter.value(field, (field.width ?? leastEm) * setter.em)])
  const rows: Piece[][][] = [[]]
  let used = 0
  for (const each of pieces) {
    const needed = widthOf(each) + (used > 0 ? gapEm * setter.em : 0)
    if (used > 0 && used + needed > lines.width) {
      rows.push([])
      used = 0
    }
    rows.at(-1)?.push(each)
    used += used > 0 ? needed : widthOf(each)
  }
  return rows.map((row) => {
    const left = lines.width - row.reduce((sum, each) => sum + widthOf(each), 0)
    const gap = row.length > 1 ? left / (row.length - 1) : 0
    let x = 0
    return row.flatMap((each) => {
      const segments = setter.segments(each, x)
      x += widthOf(each) + gap
      return segments
    })
  })
}
