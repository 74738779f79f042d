import type { Span } from '../diagnostics/index.ts'
import {
  type Ask,
  type CellRole,
  type CellValue,
  type Figure,
  type FilledForm,
  type Fit,
  type Form,
  isNumeric,
  joinRuns,
  type Run,
  type Runs,
  runsOf,
  type StyleName,
  type Text,
  type Value,
  type Writable,
} from '../model/index.ts'
import { type FigureStyle, figureFormat, isKept, printFigure } from '../text/figures.ts'
import { parseMarks } from '../text/marks.ts'
import type { Words } from './words.ts'

/** What a place to write shows in the blank, and how it is set. */
export interface EntryLook {
  readonly content: readonly Runs[]
  readonly input: boolean
  readonly role: CellRole
  readonly style: StyleName
  readonly figure?: Figure
  readonly fit?: FitOfText
}

/** How a text fits its cell, and where it was written. */
export interface FitOfText extends Fit {
  readonly at?: Span
}

/** What was filled in at a place to write: '' is the place itself, an id one of the places within its text. */
export type ValueAt = (within: string) => Value | undefined

export const valuesAt =
  ({ values }: FilledForm, path: string): ValueAt =>
  (within) =>
    values.get(within === '' ? path : `${path}.${within}`)

/**
 * What a cell shows: what was filled in, else what the blank prints there.
 * @param empty the form was filled in: a figure's place without one prints the definition's mark for that
 */
export const entryLook = (
  form: Form,
  ask: Ask,
  words: Words,
  at: ValueAt,
  own: CellValue | undefined = ask.value,
  empty = false,
): EntryLook => entryLooks(form, ask, words, own, empty)(at)

/** The same of the cells of a column: what is so of all of them is decided once. */
export function entryLooks(
  form: Form,
  ask: Ask,
  words: Words,
  own: CellValue | undefined = ask.value,
  empty = false,
): (at: ValueAt) => EntryLook {
  const style: StyleName = isNumeric(ask.type) ? 'cellFigure' : 'cellText'
  if (own?.kind === 'closed') {
    const closed = { content: [[{ text: words.closed }]], input: false, role: 'closed', style: 'cellLabel' } as const
    return () => closed
  }
  if (own?.kind === 'text') {
    const constant = isNumeric(ask.type) ? 'cellFigure' : 'cellLabel'
    return (at) => textLook(form, own, words, at, constant)
  }
  const role = own?.kind === 'formula' ? 'computed' : 'input'
  const centred = ask.type === 'yesno' ? 'cellLabel' : style
  const print = printing(form, ask, words)
  let blank: EntryLook | undefined
  return (at) => {
    const value = at('')
    if (value) return filledLook(print(value), ask, value, role, centred)
    blank ??= blankLook(form, ask, words, role, empty ? ask.empty : undefined)
    return blank
  }
}

/** @param mark what stands in the place of a figure that was left out */
function blankLook(form: Form, ask: Ask, words: Words, role: CellRole, mark: string | undefined): EntryLook {
  const style: StyleName = isNumeric(ask.type) ? 'cellFigure' : 'cellText'
  if (mark !== undefined && isNumeric(ask.type)) return { content: [[{ text: mark }]], input: true, role, style }
  if (role === 'computed') return { content: [], ...fitOf(ask), input: true, role, style }
  const content = [...optionRuns(form, ask, words, undefined), ...unitRuns(ask)]
  const centred = ask.type === 'yesno' ? 'cellLabel' : style
  return { content: content.length > 0 ? [joinRuns(content)] : [], ...fitOf(ask), input: true, role, style: centred }
}

/** The unit that stands in the cell itself. */
const unitRuns = (ask: Ask): Runs => (ask.unit && ask.unitAt === 'cell' ? parseMarks(ask.unit.symbol) : [])

/** 六号, the least size that forms are printed in. */
const leastSize = 7.5

/** The least size that what is filled in may shrink to, pt. */
export const leastSizeOf = ({ shrinkTo = leastSize }: Ask): number => shrinkTo

/** An empty place says it too, so that a table knows of it without looking at every row. */
function fitOf(ask: Ask, { figure, at }: Partial<Value> = {}): Pick<EntryLook, 'fit'> {
  const { overflow = 'grow' } = ask
  if (overflow === 'grow') return {}
  return { fit: { overflow, shrinkTo: leastSizeOf(ask), oneLine: figure !== undefined, ...(at && { at }) } }
}

function filledLook({ content, figure }: Printed, ask: Ask, value: Value, role: CellRole, style: StyleName): EntryLook {
  const look: Writable<EntryLook> = { content, input: true, role, style }
  if (figure !== undefined) look.figure = figure
  if (ask.overflow !== undefined) {
    const { fit } = fitOf(ask, value)
    if (fit !== undefined) look.fit = fit
  }
  return look
}

type Printed = Pick<EntryLook, 'content' | 'figure'>

/** Prints values as their type is printed; a figure also says itself as a number. */
function printing(form: Form, ask: Ask, words: Words): (value: Value) => Printed {
  if (ask.type === 'check' || ask.options.length > 0)
    return (value) => ({ content: [joinRuns(optionRuns(form, ask, words, value))] })
  const unit = unitRuns(ask)
  const set: FigureStyle = {
    ...(ask.decimals === undefined ? {} : { decimals: ask.decimals }),
    grouping: ask.grouping ?? false,
    negative: ask.negative ?? 'minus',
  }
  return (value) => {
    if (value.figure === undefined || ask.type === 'quantity') {
      const lines = hyphenated(value.text, ask).split('\n')
      return { content: lines.map((line) => (line === '' ? [] : [{ text: line }, ...unit])) }
    }
    const text = printFigure(value.figure, set)
    if (unit.length > 0) return { content: [joinRuns([{ text }, ...unit])] }
    if (!isKept(value.figure)) return { content: [[{ text }]] }
    return { content: [[{ text }]], figure: { value: value.figure, format: figureFormat(value.figure, set) } }
  }
}

/** What was written in boxes in groups, in one cell: 123-45-6789. */
function hyphenated(text: string, { groups, length }: Ask): string {
  if (groups === undefined || text.length !== length) return text
  let rest = text
  const parts = groups.map((count) => {
    const part = rest.slice(0, count)
    rest = rest.slice(count)
    return part
  })
  return parts.length > 0 ? parts.join('-') : text
}

/** Printed words with places to write; a text without places is a constant. */
function textLook(
  form: Form,
  value: CellValue & { kind: 'text' },
  words: Words,
  at: ValueAt,
  constant: StyleName,
): EntryLook {
  const parts = valueParts(form, value.text, words, at)
  const input = parts.some(({ hole }) => hole)
  const empty = value.filledOnly && !parts.some(({ filled }) => filled)
  const content = empty ? [] : paragraphs(parts.flatMap(({ runs }) => runs))
  if (input) return { content, input, role: 'input', style: 'cellText' }
  return {
    content,
    input,
    role: 'given',
    style: constant,
    ...(constant === 'cellFigure' ? constantFigure(content) : {}),
  }
}

/** A figure that the form itself prints among figures is one too: only of numbers does a workbook align the points. */
function constantFigure(content: readonly Runs[]): Pick<EntryLook, 'figure'> {
  const [[run, ...runs] = [], ...paragraphs] = content
  const plainly = runs.length === 0 && paragraphs.length === 0 && run?.mark === undefined && !run?.strong
  if (!run || !plainly || !isKept(run.text)) return {}
  return { figure: { value: run.text, format: figureFormat(run.text, {}) } }
}

/** A text cut at its line breaks; nothing where it prints nothing. */
export function paragraphs(runs: Runs): Runs[] {
  const lines: Run[][] = [[]]
  for (const run of runs)
    for (const [n, text] of run.text.split('\n').entries()) {
      if (n > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...run, text })
    }
  return lines.some((line) => line.length > 0) ? lines.map(joinRuns) : []
}

/** A stretch of a value's text: printed words, or a place to write, filled in or as wide as what it asks needs. */
export interface ValuePiece {
  readonly hole: boolean
  /** Of a hole: its id ('' for the node itself) and what it asks. */
  readonly id: string
  readonly what: string
  readonly filled: boolean
  readonly runs: Runs
}

/** The words of a value and its places to write, in order. */
export function valueParts(form: Form, text: Text, words: Words, at: ValueAt): ValuePiece[] {
  const stretches = form.stretches.get(text) ?? [{ kind: 'words', runs: runsOf(form, text) }]
  return stretches.map((stretch): ValuePiece => {
    if (stretch.kind === 'words') return { ...noHole, runs: stretch.runs }
    const { id, what = 'text' } = stretch
    const value = at(id)
    const runs = value ? [{ text: value.text }] : holeRuns(what, words)
    return { hole: true, id, what, filled: value !== undefined, runs }
  })
}

const noHole = { hole: false, filled: false, id: '', what: '' } as const

const space = '\u3000'

/** How a date is written: the blank shows it, where it is asked for once. */
export const datePattern = (what: string, { date }: Words): string | undefined =>
  what in date ? date[what as keyof Words['date']] : undefined

const holeRuns = (what: string, words: Words): Runs => [{ text: datePattern(what, words) ?? space.repeat(3) }]

/** Boxes to tick, those of the value ticked; nothing where there is nothing to tick. */
function optionRuns(form: Form, ask: Ask, words: Words, value: Value | undefined): Run[] {
  if (ask.type === 'check') return [{ text: value?.text === 'yes' ? '☑' : '□' }]
  if (ask.boxes && ask.options.length === 0 && !value)
    return [{ text: (ask.groups ?? [ask.length ?? 1]).map((count) => '□'.repeat(count)).join('-') }]
  return ask.options.flatMap(({ id, label }, index) => [
    { text: `${index > 0 ? words.optionSpace : ''}${value?.text === id ? '☑' : '□'}` },
    ...runsOf(form, label),
  ])
}
