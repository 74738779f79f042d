import type { Field, Runs } from '../../model/index.ts'
import { emOf, longestWordEm } from '../em.ts'
import { datePattern } from '../entry.ts'
import { leastBody } from '../theme.ts'
import type { Drafting } from './content.ts'
import { characterEm, figureEm } from './field-figures.ts'

/** A label column is at most this wide, em; longer labels take more lines. */
const widestLabelEm = 14
/** Where a line is crowded its labels are set narrower step by step, em; never below their longest words. */
const labelSteps = [widestLabelEm, 10, 7, 0]
/** Where the table is set as small as can be, labels are broken within words before figures are. */
const wordsBroken = -1
/** Two characters, em. */
const leastLabelEm = 3
/** Room at the sides of a label, em. */
const paddingEm = 1
/** What a place to write needs at least, em. */
const leastValueEm = 6
/** A place to write for text, em. */
const valueEm = 10
/** One box per character, em; narrower where a line has many. */
const widestBoxEm = 2
/** For the sake of a shared edge a column gives up this much, em. */
export const slackEm = 0.15

/** Widths of a field's label and of what stands beside it, em. */
export interface FieldWidths {
  readonly label: number
  readonly value: number
}

export interface FieldSetting {
  /** Chinese labels stand centred as long as each fits on one line; others at the left. */
  readonly style: 'cellLabel' | 'cellStub'
  /** Width of one box, the same on all lines that have room for it. */
  readonly boxEm: number
  /** At least as many as the line has fields, together as wide as the table; what is over belongs to the last value. */
  readonly of: (line: readonly Field[]) => readonly FieldWidths[]
}

type Line = readonly Field[]

const sum = (list: readonly number[]): number => list.reduce((total, each) => total + each, 0)

/** Shares out the width of a table of fields. */
class Sharing {
  readonly #drafting: Drafting
  readonly #lines: readonly Line[]
  /** Of a field's boxes, in boxes; 0 where it has none. */
  readonly #boxes: (field: Field) => number
  /** Of the table, em. */
  readonly #width: number
  /** The author's width of labels. */
  readonly #given: number | undefined
  /** What the figures of each field need, em. */
  readonly #figures: ReadonlyMap<Field, number>

  constructor(drafting: Drafting, lines: readonly Line[], boxes: (field: Field) => number) {
    this.#drafting = drafting
    this.#lines = lines
    this.#boxes = boxes
    this.#width = drafting.width / drafting.styles.cellText.size
    const given = lines.flat().flatMap(({ width }) => (width === undefined ? [] : [width]))
    this.#given = given.length > 0 ? Math.max(...given) : undefined
    this.#figures = new Map(lines.flat().map((field) => [field, figureEm(drafting, field)]))
  }

  setting(): FieldSetting {
    const one = this.#oneWidth()
    const chinese = this.#drafting.form.definition.lang.startsWith('zh')
    const most = Math.max(1, ...this.#lines.map((line) => line.length))
    const values = this.#evenValues(one, most)
    const even =
      (chinese || this.#given !== undefined) &&
      values !== undefined &&
      this.#lines.every((line) => line.length * one + sum(line.map((field) => this.#least(field))) <= this.#width)
    const lead = Math.max(0, ...this.#lines.map(([first]) => (first ? this.#labelEm(first, widestLabelEm) : 0)))
    const labels = (line: Line): number[] =>
      even ? line.map(({ label }) => (label ? one : 0)) : this.#ownLabels(line, lead)
    const boxEm = this.#boxEm(labels)
    const onOne = ({ path }: Field, em: number): boolean => emOf(this.#drafting.form.labels.get(path) ?? []) + 1 <= em
    const centred =
      chinese && this.#lines.every((line) => labels(line).every((em, n) => !line[n] || onOne(line[n], em)))
    return {
      style: centred ? 'cellLabel' : 'cellStub',
      boxEm,
      of: (line) => {
        if (line.some((field) => this.#boxes(field) > 0)) return this.#boxedLine(line, labels(line), boxEm, even)
        if (even) return values.map((value) => ({ label: one, value }))
        return this.#ownLine(line, labels(line))
      },
    }
  }

  /** Places to write of equal width, but that figures get what they need; nothing where that is more than there is. */
  #evenValues(one: number, most: number): number[] | undefined {
    const equal = this.#width / most - one
    const needed = Array.from({ length: most }, (_, n) => {
      // The last value of a line of fewer fields takes what is over.
      const over = ({ length }: Line): number => (n === length - 1 ? (most - length) * (one + equal) : 0)
      return Math.max(0, ...this.#lines.map((line) => this.#figureEm(line[n]) - over(line)))
    })
    const lacking = sum(needed.map((em) => Math.max(0, em - equal)))
    if (lacking === 0) return needed.map(() => equal)
    const spare = needed.map((em) => Math.max(0, equal - Math.max(em, leastValueEm)))
    if (lacking > sum(spare)) return undefined
    return needed.map((em, n) => Math.max(em, equal - ((spare[n] as number) * lacking) / sum(spare)))
  }

  #figureEm(field: Field | undefined): number {
    return (field && this.#figures.get(field)) ?? 0
  }

  /** All labels alike: as forms in Chinese have them, as long as every place to write keeps enough room. */
  #oneWidth(): number {
    const fields = this.#lines.flat()
    const longest = Math.max(3, ...fields.map(({ path }) => emOf(this.#labelOf(path)))) + paddingEm
    const words = Math.max(0, ...fields.map(({ path }) => this.#wordEm(path)))
    return Math.max(this.#given ?? Math.min(longest, widestLabelEm), words)
  }

  #labelOf(path: string): Runs {
    return this.#drafting.form.labels.get(path) ?? []
  }

  /** What the longest word of a label needs. */
  #wordEm(path: string): number {
    const word = longestWordEm(this.#labelOf(path))
    return Math.max(leastLabelEm, word + paddingEm)
  }

  #labelEm({ path, label }: Field, cap: number): number {
    if (!label) return 0
    const { measure, styles } = this.#drafting
    const natural = measure(this.#labelOf(path), styles.cellStub) / styles.cellText.size + paddingEm
    const word = cap === wordsBroken ? leastLabelEm : this.#wordEm(path)
    return Math.max(Math.min(natural, this.#given ?? widestLabelEm, cap), Math.min(natural, word))
  }

  #least(field: Field): number {
    const boxes = this.#boxes(field)
    if (boxes > 0) return boxes * this.#leastBoxEm
    const ask = field.content.kind === 'entry' ? field.content.ask : undefined
    const { words, measure, styles } = this.#drafting
    const pattern = ask && datePattern(ask.type, words)
    if (pattern !== undefined) return measure([{ text: pattern }], styles.cellText) / styles.cellText.size + paddingEm
    return Math.max(Math.min(leastValueEm, (ask?.length ?? leastValueEm) + paddingEm), this.#figureEm(field))
  }

  get #leastBoxEm(): number {
    const { cellBox, cellText } = this.#drafting.styles
    return (cellBox.size + 2 * cellBox.padding.x) / cellText.size + slackEm
  }

  /** What a place to write would like to have. */
  #natural(field: Field): number {
    const length = field.content.kind === 'entry' ? field.content.ask.length : undefined
    return Math.max(this.#least(field), Math.min(valueEm, length ?? valueEm))
  }

  /** Lines whose columns are the same: as many fields each, and no boxes, whose edges are their own. */
  #likeLines(line: Line): readonly Line[] {
    const boxed = (each: Line): boolean => each.some((field) => this.#boxes(field) > 0)
    if (boxed(line)) return [line]
    return this.#lines.filter((each) => each.length === line.length && !boxed(each))
  }

  /** Of lines alike the widest in each place. */
  #columns(line: Line, of: (field: Field) => number): number[] {
    const like = this.#likeLines(line)
    return line.map((_, n) => Math.max(...like.map((each) => of(each[n] as Field))))
  }

  /** Each label as wide as it needs; the first of every line alike, where that leaves the others enough. */
  #ownLabels(line: Line, lead: number): number[] {
    const least = sum(this.#columns(line, (field) => this.#least(field)))
    const ways = labelSteps.map((cap) => this.#columns(line, (field) => this.#labelEm(field, cap)))
    const led = ways.map(([first, ...rest]) => [first === 0 ? 0 : lead, ...rest])
    const all = [led[0] as number[], led[1] as number[], ...ways]
    const words = all.at(-1) as number[]
    return all.find((labels) => sum(labels) + least <= this.#width) ?? this.#brokenLabels(line, words) ?? words
  }

  /** Labels for which words are broken, where nothing else leaves room for figures. */
  #brokenLabels(line: Line, words: readonly number[]): number[] | undefined {
    if (this.#drafting.styles.cellText.size > leastBody || line.every((field) => this.#figureEm(field) === 0))
      return undefined
    const needed = this.#columns(line, (field) => Math.max(this.#figureEm(field), characterEm(this.#drafting)))
    if (sum(words) + sum(needed) <= this.#width) return undefined
    return this.#columns(line, (field) => this.#labelEm(field, wordsBroken))
  }

  #ownLine(line: Line, labels: readonly number[]): FieldWidths[] {
    const least = this.#columns(line, (field) => this.#least(field))
    const natural = this.#columns(line, (field) => this.#natural(field))
    const extra = Math.max(0, this.#width - sum(labels) - sum(least))
    return labels.map((label, n) => {
      const value = (least[n] as number) + (extra * (natural[n] as number)) / sum(natural)
      // Where no field has a label the value takes both columns.
      return label > 0 ? { label, value } : { label: value / 2, value: value / 2 }
    })
  }

  #boxEm(labels: (line: Line) => readonly number[]): number {
    const each = this.#lines.map((line) => {
      const boxes = sum(line.map(this.#boxes))
      const others = line.filter((field) => this.#boxes(field) === 0)
      const room = this.#width - sum(labels(line)) - sum(others.map((field) => this.#least(field)))
      return boxes === 0 ? widestBoxEm : room / boxes
    })
    return Math.max(this.#leastBoxEm, Math.min(widestBoxEm, ...each))
  }

  /** Equal parts where these hold the boxes; else the boxes take what they need and other places share the rest. */
  #boxedLine(line: Line, labels: readonly number[], boxEm: number, even: boolean): FieldWidths[] {
    const needed = line.map((field) => this.#boxes(field) * boxEm || this.#least(field))
    const parts = labels.map((label) => this.#width / line.length - label)
    if (even && parts.every((part, n) => part >= (needed[n] as number) - 0.001))
      return labels.map((label, n) => ({ label, value: parts[n] as number }))
    const extra = Math.max(0, this.#width - sum(labels) - sum(needed))
    const open = line.map((field) => (this.#boxes(field) > 0 ? 0 : this.#natural(field)))
    const weights = sum(open) > 0 ? open : line.map(() => 1)
    return labels.map((label, n) => {
      const share = (weights[n] as number) / sum(weights)
      return { label, value: (needed[n] as number) + extra * share }
    })
  }
}

/**
 * How a table of fields is shared out. Chinese labels take one width for all, and lines of fewer fields the edges of
 * those with most; other labels take what each needs, and so do all where that is too narrow for what is written.
 * @param lines of plain fields
 * @param boxes how many boxes wide a field's boxes are, its hyphens among them; 0 where it has none
 */
export const fieldSetting = (
  drafting: Drafting,
  lines: readonly Line[],
  boxes: (field: Field) => number,
): FieldSetting => new Sharing(drafting, lines, boxes).setting()
