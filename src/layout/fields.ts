import {
  type Ask,
  type CellValue,
  type Field,
  type FieldLine,
  type Fields,
  type FilledForm,
  type Form,
  joinRuns,
  plain,
  type Runs,
  type Segment,
  type Style,
  type StyleName,
  type Table,
} from '../model/index.ts'
import { breakLines } from '../text/breaks.ts'
import { datePattern, entryLook, valueParts, valuesAt } from './entry.ts'
import type { Words } from './words.ts'

/** Measures a paragraph set in a style, pt. */
export type Measure = (runs: Runs, style: Style) => number

export interface Lines {
  readonly form: Form
  readonly filled: FilledForm
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
  const stated = set(lines, flat, style)
  const fits = stated.every((segments) =>
    segments.every(({ x, width, content }) => x + width <= lines.width && !plain(content).includes('\n')),
  )
  const all = fits ? stated : flat.flatMap((field) => wrappedLines(lines, field, style))
  return all.map((segments, n) => ({
    kind: 'fields',
    id: `${table.path}:line${n + 1}`,
    style,
    segments,
    newPage: newPage && n === 0,
    keepWithNext: true,
  }))
}

const flatten = (field: Field): Field[] =>
  field.content.kind === 'fields' ? field.content.fields.flatMap(flatten) : [field]

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

  /** What follows the label; `room` in pt for each place to write, more where what was filled in needs it. */
  value(field: Field, room: number): Piece[] {
    const { form, words, filled } = this.#lines
    const { path } = field
    const ask = askOf(field)
    if (!ask)
      return field.content.kind === 'text'
        ? this.#printed(path, 'text', this.#text(field))
        : [this.#hole(path, [], room)]
    const at = valuesAt(filled, path)
    const value: CellValue | undefined = ask.value
    if (value?.kind === 'text' && !value.filledOnly)
      return valueParts(form, value.text, words, at).flatMap(({ hole, id, what, filled: written, runs }) => {
        if (!hole) return this.#printed(path, 'text', runs)
        const place = id === '' ? path : `${path}.${id}`
        return written || datePattern(what, words) ? this.#printed(place, 'value', runs) : [this.#hole(place, [], room)]
      })
    const look = entryLook(form, ask, words, at)
    if (at('') && ask.options.length === 0) return [this.#hole(path, oneParagraph(look.content), room)]
    if (look.content.length > 0) return this.#printed(path, 'text', look.content.flat())
    const pattern = datePattern(ask.type, words)
    return pattern === undefined ? [this.#hole(path, [], room)] : this.#printed(path, 'value', [{ text: pattern }])
  }

  #hole(id: string, runs: Runs, room: number): Piece {
    const needed = runs.length > 0 ? this.#lines.measure(runs, this.#lines.styles[this.#style]) + 0.5 : 0
    return { id, role: 'value', runs, width: Math.max(room, needed) }
  }

  /** Printed words in as many pieces as they take lines, the first of which begins `used` pt from the left. */
  broken(piece: Piece, used: number): Piece[] {
    const { width, measure, styles } = this.#lines
    const style = styles[this.#style]
    const room = { first: width - used - 0.5, rest: width - 0.5 }
    return breakLines(piece.runs, room, (text, run) => measure([{ ...run, text }], style)).map((line) => ({
      ...piece,
      runs: line.runs,
      width: Math.min(measure(line.runs, style) + 0.5, width),
    }))
  }

  #text({ content }: Field): Runs {
    return content.kind === 'text' ? (this.#lines.form.texts.get(content.text) ?? []) : []
  }

  segments(pieces: readonly Piece[], x: number): Segment[] {
    let at = x
    return pieces.map(({ id, role, runs, width }): Segment => {
      const input = role === 'value'
      const segment = {
        id,
        role,
        style: this.#style,
        content: runs,
        x: at,
        width,
        rule: input && runs.length === 0,
        input,
      }
      at += width
      return segment
    })
  }
}

/** On a line there is no second paragraph. */
const oneParagraph = (paragraphs: readonly Runs[]): Runs =>
  joinRuns(paragraphs.flatMap((runs, n) => (n > 0 ? [{ text: ' ' }, ...runs] : runs)))

const widthOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { width }) => sum + width, 0)

/** A field too long for a line: printed words are broken like a paragraph, places to write stay whole. */
function wrappedLines(lines: Lines, field: Field, style: StyleName): Segment[][] {
  const setter = new Setter(lines, style)
  const room = Math.min((field.width ?? 3 * leastEm) * setter.em, lines.width)
  const rows: Piece[][] = [[]]
  let used = 0
  const put = (piece: Piece): void => {
    rows.at(-1)?.push(piece)
    used += piece.width
  }
  const feed = (): void => {
    rows.push([])
    used = 0
  }
  for (const piece of [...setter.label(field), ...setter.value(field, room)]) {
    if (used + piece.width <= lines.width) put(piece)
    else if (piece.role === 'value') {
      feed()
      put(piece)
    } else
      for (const [n, part] of setter.broken(piece, used).entries()) {
        if (n > 0) feed()
        put(part)
      }
  }
  return rows.map((row) => setter.segments(row, 0))
}

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
    const left = Math.max(leastEm * setter.em, lines.width - fixed)
    const room = field.width === undefined ? left : Math.min(field.width * setter.em, left)
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
  const pieces = fields.map((field) => [
    ...setter.label(field),
    ...setter.value(field, (field.width ?? leastEm) * setter.em),
  ])
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
