import { type Ask, type CellRole, type CellValue, type Form, joinRuns, type Run, type Runs, runsOf, type StyleName } from '../model/index.ts'
import { parseValueText } from '../text/holes.ts'
import { parseMarks } from '../text/marks.ts'
import type { Words } from './words.ts'

/** What a place to write shows in the blank, and how it is set. */
export interface EntryLook {
  readonly content: readonly Runs[]
  readonly input: boolean
  readonly role: CellRole
  readonly style: StyleName
}

/** Types whose cells hold a figure. */
export const isNumeric = (type: Ask['type']): boolean => ['count', 'number', 'rate', 'quantity'].includes(type)

/** Figures that a total row adds up: a rate does not, and a quantity brings its own unit. */
export const addsUp = (ask: Ask): boolean => ['count', 'number'].includes(ask.type)

export function entryLook(form: Form, ask: Ask, words: Words, value: CellValue | undefined = ask.value): EntryLook {
  const style: StyleName = isNumeric(ask.type) ? 'cellFigure' : 'cellText'
  if (value?.kind === 'closed') return { content: [[{ text: words.closed }]], input: false, role: 'closed', style: 'cellLabel' }
  if (value?.kind === 'formula') return { content: [], input: true, role: 'computed', style }
  if (value?.kind === 'text') return textLook(form, value, words, isNumeric(ask.type) ? 'cellFigure' : 'cellLabel')
  const unit = ask.unit && ask.unitAt === 'cell' ? parseMarks(ask.unit.symbol) : []
  const content = [...emptyContent(form, ask, words), ...unit]
  return { content: content.length > 0 ? [joinRuns(content)] : [], input: true, role: 'input', style: ask.type === 'yesno' ? 'cellLabel' : style }
}

/** Printed words with places to write; a text without places is a constant. */
function textLook(form: Form, value: CellValue & { kind: 'text' }, words: Words, constant: StyleName): EntryLook {
  const parts = valueParts(form, value.text, words)
  const input = parts.some(({ hole }) => hole)
  const content = value.filledOnly ? [] : [joinRuns(parts.flatMap(({ runs }) => runs))]
  return { content, input, role: input ? 'input' : 'given', style: input ? 'cellText' : constant }
}

/** The words of a value and its places to write, in order; a place is as wide as what it asks needs. */
export function valueParts(form: Form, text: Parameters<typeof runsOf>[1], words: Words): { hole: boolean; runs: Runs }[] {
  const printed = runsOf(form, text)
  if (!text.source.includes('<')) return [{ hole: false, runs: printed }]
  return printed.flatMap((run) =>
    parseValueText(run.text).map((part) =>
      part.kind === 'words'
        ? { hole: false, runs: [{ ...run, text: part.source }] }
        : { hole: true, runs: holeRuns(part.what ?? 'text', words) },
    ),
  )
}

const space = '\u3000'

function holeRuns(what: string, { date }: Words): Runs {
  return [{ text: what in date ? date[what as keyof Words['date']] : space.repeat(3) }]
}

/** What the blank prints where a person chooses or ticks. */
function emptyContent(form: Form, ask: Ask, words: Words): Run[] {
  if (ask.type === 'check' || (ask.boxes && ask.options.length === 0)) return [{ text: '□'.repeat(ask.length ?? 1) }]
  if (ask.options.length === 0) return []
  return ask.options.flatMap(({ label }, index) => [
    { text: `${index > 0 ? words.optionSpace : ''}□` },
    ...runsOf(form, label),
  ])
}
