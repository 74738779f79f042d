import {
  type Field,
  type FieldLine,
  type Fields,
  type FilledForm,
  type Form,
  GridError,
  joinRuns,
  paragraphsOf,
  plain,
  type Runs,
  runsOf,
  type Segment,
  type Style,
  type StyleName,
  type Table,
} from '../model/index.ts'
import { breakLines } from '../text/breaks.ts'
import { spaced } from '../text/spacing.ts'
import { withAddedLines } from './added-lines.ts'
import { boxedRuns, boxesOf, inBoxes } from './character-boxes.ts'
import { ContentCutter } from './content.ts'
import { datePattern, entryLook, type ValuePiece, valueParts, valuesAt } from './entry.ts'
import { grown, type LineField } from './field-room.ts'
import { cellSides } from './sheet-fields.ts'
import type { Words } from './words.ts'

/** Measures a paragraph set in a style, pt. */
export type Measure = (runs: Runs, style: Style) => number

export interface Lines {
  readonly form: Form
  readonly filled: FilledForm
  readonly words: Words
  readonly measure: Measure
  /** Width of a text as it is drawn, pt: never more than is measured. */
  readonly advance: (text: string, style: Style) => number
  readonly styles: Readonly<Record<StyleName, Style>>
  /** Between the margins, pt. */
  readonly width: number
}

/** A stretch of a line: label, place to write, printed words. `width` of a place to write in pt. */
interface Piece {
  readonly id: string
  readonly role: Segment['role']
  readonly runs: Runs
  readonly width: number
  /** A place still empty, or that only shows how a date is written: never broken. */
  readonly empty: boolean
  /** Stands on a rule to write on, empty or filled in. */
  readonly ruled: boolean
}

/** Least room to write in, em. */
const leastEm = 6
/** Room between two fields on one line, em. */
const gapEm = 1.5
/** Place to write on a cover, em. */
const coverEm = 20

/** Labels that take more of a line leave no room for what is written beside them to go on there. */
const widestLabels = 0.7
/** What sums of the same widths in another order may differ by, pt. */
const tolerance = 0.01

/** Fields outside a grid: cover lines, a line each, all on one line, or a block at the right edge. */
export function fieldLines(lines: Lines, fields: Fields, table: Table, newPage: boolean): FieldLine[] {
  const flat = flatten(lines.filled, fields)
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

/** A group's own label stands before its fields. */
const flatten = (filled: FilledForm, { fields }: Fields): Field[] =>
  withAddedLines(filled, fields).flatMap((field) =>
    field.content.kind === 'fields' ? [...(field.label ? [field] : []), ...flatten(filled, field.content)] : [field],
  )

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

  #printed(id: string, role: Segment['role'], runs: Runs, empty = false): Piece[] {
    if (runs.length === 0) return []
    return [{ id, role, runs, width: this.#widthOf(runs), empty, ruled: false }]
  }

  /** Half a point more than measured, so that no format breaks the words for want of a hair. */
  #widthOf(runs: Runs): number {
    return this.#measure(runs) + 0.5
  }

  #measure(runs: Runs): number {
    return this.#lines.measure(runs.map(inBoxes), this.#lines.styles[this.#style])
  }

  label({ path, content }: Field): Piece[] {
    const { form, words } = this.#lines
    const label = form.labels.get(path)
    const colon = content.kind === 'fields' ? [] : [{ text: words.colon }]
    return label ? this.#printed(path, 'label', [...label, ...colon]) : []
  }

  /** What follows the label; `room` in pt for each place to write, more where what was filled in needs it. */
  value(field: Field, room: number): Piece[] {
    const { form, words, filled } = this.#lines
    const { path, content, more } = field
    if (more) return this.#printed(path, 'value', runsOf(form, more), true)
    if (content.kind === 'fields') return []
    if (content.kind === 'text') return this.#printed(path, 'text', runsOf(form, content.text))
    if (content.kind !== 'entry') throw new GridError(`${path}: a ${content.kind} stands outside a table`)
    const { ask } = content
    const at = valuesAt(filled, path)
    if (ask.value?.kind === 'text') {
      const parts = valueParts(form, ask.value.text, words, at)
      if (!ask.value.filledOnly || parts.some((part) => part.filled))
        return parts.flatMap((part) => this.#part(path, part, room))
    }
    const value = at('')
    const boxed = ask.boxes && ask.options.length === 0 && value ? boxedRuns(value.text, ask) : undefined
    if (boxed) return this.#printed(path, 'value', boxed, true)
    const look = entryLook(form, ask, words, at)
    const pattern = datePattern(ask.type, words)
    if (value && ask.options.length === 0) {
      const content = oneParagraph(look.content)
      return pattern === undefined ? [this.#hole(path, content, room)] : this.#printed(path, 'value', content)
    }
    if (look.content.length > 0) return this.#printed(path, 'text', look.content.flat(), ask.boxes)
    return pattern === undefined
      ? [this.#hole(path, [], room)]
      : this.#printed(path, 'value', [{ text: pattern }], true)
  }

  /** Words of a value's text, or one of the places in it. */
  #part(path: string, { hole, id, what, filled, runs }: ValuePiece, room: number): Piece[] {
    if (!hole) return this.#printed(path, 'text', runs)
    const place = id === '' ? path : `${path}.${id}`
    const patterned = datePattern(what, this.#lines.words) !== undefined
    if (filled) {
      const content = oneParagraph(paragraphsOf(runs))
      return patterned ? this.#printed(place, 'value', content) : [this.#hole(place, content, room)]
    }
    return patterned ? this.#printed(place, 'value', runs, true) : [this.#hole(place, [], room)]
  }

  #hole(id: string, runs: Runs, room: number): Piece {
    const empty = runs.length === 0
    const width = empty ? room : Math.max(room, this.#widthOf(runs))
    return { id, role: 'value', runs, width, empty, ruled: true }
  }

  /** The pieces on one line where they fit, else on as many as they take; further lines begin at `hang`. All in pt. */
  set(pieces: readonly Piece[], x: number, hang: number): Segment[][] {
    return this.fits(pieces, x) ? [this.segments(pieces, x)] : this.#wrapped(pieces, x, hang)
  }

  fits(pieces: readonly Piece[], x: number): boolean {
    const { width } = this.#lines
    const ends = pieces.some(({ runs }) => plain(runs).includes('\n'))
    const least = pieces.reduce((sum, each) => sum + this.#leastOf(each), 0)
    return !ends && x + widthOf(pieces) <= width + tolerance && least <= width
  }

  /** On a worksheet a text has the sides of a cell around it; places to write give way, and what is left of the line. */
  #leastOf({ runs, width }: Piece): number {
    return runs.length === 0 ? width / 2 : this.#widthOf(runs) + cellSides
  }

  /** What is written or printed is broken like a paragraph; places still empty stay whole. */
  #wrapped(pieces: readonly Piece[], x: number, hang: number): Segment[][] {
    const { width } = this.#lines
    const rows: Segment[][] = [[]]
    let at = x
    const put = (piece: Piece): void => {
      rows.at(-1)?.push(...this.segments([piece], at))
      at += piece.width
    }
    const feed = (to: number): void => {
      if (rows.at(-1)?.length !== 0) rows.push([])
      at = Math.max(0, to)
    }
    for (const piece of pieces) {
      const sides = (rows.at(-1)?.length ?? 0) * cellSides
      if (this.fits([piece], at + sides)) put(piece)
      else if (piece.empty && piece.width <= width) {
        feed(Math.min(hang, width - piece.width))
        put(piece)
      } else if (piece.runs.length === 0) {
        feed(0)
        put({ ...piece, width })
      } else {
        let parts = this.#broken(piece, at + sides + cellSides, hang)
        if (at > hang && at + (parts[0]?.width ?? 0) > width + tolerance) {
          feed(hang)
          parts = this.#broken(piece, at + cellSides, hang)
        }
        for (const [n, part] of parts.entries()) {
          if (n > 0) feed(hang)
          put(part)
        }
      }
    }
    return rows
  }

  /** Words in as many pieces as they take lines, `at` pt of the first of which are taken. No space is lost. */
  #broken(piece: Piece, at: number, hang: number): Piece[] {
    const { width } = this.#lines
    // A character less than there is room for: on a worksheet lines below each other share their columns.
    const most = width - this.em
    const [first, rest] = [most - at, most - hang - (hang > 0 ? 2 : 1) * cellSides]
    const content = paragraphsOf(piece.runs)
    const cutter = new ContentCutter(content)
    const lines = content.flatMap((runs, n) =>
      breakLines(runs, { first: n === 0 ? first : rest, rest }, (text, run) => this.#measure([{ ...run, text }])),
    )
    return lines
      .map((line) => ({ line, runs: cutter.next([line]).content.flat() }))
      .filter(({ runs }) => runs.length > 0)
      .map(({ line, runs }, n) => ({
        ...piece,
        id: n > 0 && piece.role === 'value' ? `${piece.id}:${n + 1}` : piece.id,
        runs,
        width: this.#widthOf(line.runs),
      }))
  }

  /** Where characters stand closer together or further apart, and where in boxes. */
  #setting({ runs, width }: Piece): Pick<Segment, 'spacing' | 'boxes'> {
    const { advance, styles } = this.#lines
    const style = styles[this.#style]
    if (runs.some(({ boxed }) => boxed)) {
      const left = style.align === 'center' ? (width - this.#measure(runs)) / 2 : 0
      const [drawn, most] = [(text: string) => advance(text, style), (text: string) => this.#measure([{ text }])]
      return boxesOf(runs, left, drawn, most)
    }
    const { spacing } = spaced({ runs, width: 0, last: true }, style, (text, run) => this.#measure([{ ...run, text }]))
    return spacing === undefined ? {} : { spacing }
  }

  segments(pieces: readonly Piece[], x: number): Segment[] {
    let at = x
    return pieces.map((piece): Segment => {
      const { id, role, runs, width, ruled } = piece
      const segment = {
        id,
        role,
        style: this.#style,
        content: runs,
        ...this.#setting(piece),
        x: at,
        width,
        rule: ruled,
        input: role === 'value',
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

/** Labels of a line each, ending at one edge, so that the places to write begin below each other. */
function aligned(
  { width }: Lines,
  setter: Setter,
  fields: readonly Field[],
  left: number,
  room: (field: Field) => number,
): Segment[][] {
  const labels = fields.map((field) => setter.label(field))
  const edge = Math.max(0, left) + Math.max(0, ...labels.map(widthOf))
  return fields.flatMap((field, n) => {
    const label = labels[n] as Piece[]
    const pieces = [...label, ...setter.value(field, room(field))]
    const x = edge - widthOf(label)
    return edge <= widestLabels * width || setter.fits(pieces, x)
      ? setter.set(pieces, x, edge)
      : setter.set(pieces, 0, 0)
  })
}

function coverLines(lines: Lines, fields: readonly Field[], style: StyleName): Segment[][] {
  const setter = new Setter(lines, style)
  const widest = Math.max(0, ...fields.map((field) => widthOf(setter.label(field))))
  const room = Math.min(coverEm * setter.em, (lines.width - widest) * 0.8)
  return aligned(lines, setter, fields, (lines.width - widest - room) / 2, () => room)
}

function plainLines(lines: Lines, fields: readonly Field[], style: StyleName): Segment[][] {
  const setter = new Setter(lines, style)
  const least = leastEm * setter.em
  return fields.flatMap((field) => {
    const label = setter.label(field)
    const pieces = setter.value(field, 0)
    const printed = widthOf(pieces.filter(({ ruled }) => !ruled))
    const needed = pieces.filter(({ ruled }) => ruled).map(({ width }) => width)
    const left = Math.max(least, share(lines.width - widthOf(label) - printed, needed))
    const room = field.width === undefined ? left : Math.min(field.width * setter.em, left)
    return setter.set([...label, ...setter.value(field, room)], 0, 0)
  })
}

/** What each place gets of the room, pt, where some need more than that: those take it from the others. */
function share(room: number, needed: readonly number[]): number {
  const each = room / Math.max(1, needed.length)
  const wider = needed.filter((width) => width > each)
  if (wider.length === 0 || wider.length === needed.length) return each
  const rest = needed.filter((width) => width <= each)
  return share(room - wider.reduce((sum, width) => sum + width, 0), rest)
}

function rightLines(lines: Lines, fields: readonly Field[], style: StyleName): Segment[][] {
  const setter = new Setter(lines, style)
  const room = (field: Field) => (field.width ?? leastEm) * setter.em
  const labels = Math.max(0, ...fields.map((field) => widthOf(setter.label(field))))
  const values = Math.max(0, ...fields.map((field) => widthOf(setter.value(field, room(field)))))
  return aligned(lines, setter, fields, lines.width - labels - values, room)
}

/**
 * Fields one after the other; when they fill more than a line, they go on below. Places whose width the author left open
 * share what a line leaves, as far as what is written there wants it; the rest parts the fields.
 */
function oneLine(lines: Lines, fields: readonly Field[], style: StyleName): Segment[][] {
  const setter = new Setter(lines, style)
  const gap = gapEm * setter.em
  const rows: Segment[][] = []
  let line: LineField<Piece>[] = []
  const needed = (each: readonly LineField<Piece>[]): number =>
    widthOf(each.flatMap(({ pieces }) => pieces)) + gap * (each.length - 1)
  const end = (): void => {
    if (line.length > 0) rows.push(spread(lines, setter, grown(line, lines.width - needed(line), setter.em)))
    line = []
  }
  for (const field of fields) {
    const room = (field.width ?? leastEm) * setter.em
    const pieces = [...setter.label(field), ...setter.value(field, room)]
    const next = { field, pieces }
    if (line.length > 0 && needed([...line, next]) > lines.width) end()
    if (setter.fits(pieces, 0)) line.push(next)
    else {
      end()
      rows.push(...setter.set(pieces, 0, 0))
    }
  }
  end()
  return rows
}

function spread({ width }: Lines, setter: Setter, line: readonly Piece[][]): Segment[] {
  const left = width - widthOf(line.flat())
  const gap = line.length > 1 ? left / (line.length - 1) : 0
  let x = 0
  return line.flatMap((pieces) => {
    const segments = setter.segments(pieces, x)
    x += widthOf(pieces) + gap
    return segments
  })
}
