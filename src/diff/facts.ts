import { type Form, type Runs, runsOf, type Text, type Unit } from '../model/index.ts'
import { citedNotes, parseMarks } from '../text/marks.ts'
import { readable, stressed } from '../text/wrap.ts'
import type { Aspect } from './aspects.ts'

/** Gives what a node or note of either edition is called in both; what is in one edition only has a name of its own. */
export interface SharedNames {
  node(path: string): string
  note(id: string): string
}

/** One thing that is said of an entity. Two editions agree where the keys do. */
export interface Fact {
  readonly aspect: Aspect
  /** Tells facts of one aspect apart: the column of a row's cell, the note that is cited. */
  readonly slot?: string
  readonly key: string
  /** As a person reads it. */
  readonly shown: string
  /** Of words the same with `**` around what is strong, where two are otherwise alike. */
  readonly stressed?: string
  readonly unit?: Unit
  /** Of a label: what it is the label of, where data may name that by it. */
  readonly names?: 'option' | 'column'
  /** Of a row's cell: it is so in all rows, which is told of the column. */
  readonly ofColumn?: true
  /** Of what is said in several parts: each part. A person sees those that differ. */
  readonly parts?: ReadonlyMap<string, string>
}

/** A fact, where there is something to say. */
export const fact = (aspect: Aspect, value: string | number | boolean | undefined): Fact[] =>
  value === undefined ? [] : [{ aspect, key: String(value), shown: String(value) }]

/** A fact of which its check says all: it is so, or not. */
export const flag = (aspect: Aspect, on: boolean): Fact[] => [{ aspect, key: String(on), shown: '' }]

/** A fact in several parts, which may hold parts themselves; those that are not said are left out. */
export function partedFact(aspect: Aspect, said: object): Fact[] {
  const parts = partsOf(said)
  const key = JSON.stringify([...parts].sort())
  return [{ aspect, key, shown: '', parts }]
}

function partsOf(said: object, above = '', into = new Map<string, string>()): Map<string, string> {
  for (const [name, value] of Object.entries(said))
    if (value !== null && typeof value === 'object') partsOf(value, `${above}${name}.`, into)
    else if (value !== undefined && value !== '') into.set(above + name, String(value))
  return into
}

/** Printed words as people read them, marks readable, without the marks of notes: those are numbered. */
export const printedWords = (form: Form, text: Text, write = readable): string => {
  const runs = form.texts.has(text) ? runsOf(form, text) : parseMarks(text.source)
  return write(withoutNoteMarks(runs))
}

const withoutNoteMarks = (runs: Runs): Runs => runs.filter(({ note }) => note === undefined)

/** What words say: two texts of which one stresses what the other does not differ, though they read alike. */
export const wordsSaid = (runs: Runs) => {
  const words = withoutNoteMarks(runs)
  return saidIn((write) => write(words))
}

/** The words of a text, places to write among them as `<id:type>`. */
export const textSaid = (form: Form, text: Text) =>
  saidIn((write) => {
    const stretches = form.stretches.get(text)
    if (!stretches) return printedWords(form, text, write)
    return stretches
      .map((stretch) =>
        stretch.kind === 'words'
          ? write(withoutNoteMarks(stretch.runs))
          : `<${stretch.id}${stretch.what === undefined ? '' : `:${stretch.what}`}>`,
      )
      .join('')
  })

function saidIn(words: (write: typeof readable) => string): Pick<Fact, 'key' | 'shown' | 'stressed'> {
  const [shown, key] = [words(readable), words(stressed)]
  return { key, shown, stressed: key }
}

/** The words of a text and the notes that it cites. */
export function textFacts(
  form: Form,
  names: SharedNames,
  aspect: Aspect,
  text: Text | undefined,
  slot?: string,
): Fact[] {
  if (!text) return []
  return [{ aspect, ...textSaid(form, text), ...(slot === undefined ? {} : { slot }) }, ...citations(names, text)]
}

/** The label of what data may name by it instead of by its id. */
export const nameFacts = (
  form: Form,
  names: SharedNames,
  label: Text | undefined,
  of: NonNullable<Fact['names']>,
): Fact[] =>
  textFacts(form, names, 'label', label).map((each) => (each.aspect === 'label' ? { ...each, names: of } : each))

/** The notes that a text cites, each a fact of its own. */
export const citations = (names: SharedNames, { source }: Text): Fact[] =>
  !source.includes('[^')
    ? []
    : citedNotes(source).map(({ id }) => ({ aspect: 'citation', slot: names.note(id), key: 'cited', shown: id }))

/** A unit is what it measures and how much of it, under a name. */
export const unitFact = (unit: Unit | undefined): Fact[] =>
  unit === undefined
    ? []
    : [
        {
          aspect: 'unit',
          key: [unit.name, unit.symbol, unit.quantity, unit.factor].join(' '),
          shown: readable(parseMarks(unit.symbol)),
          unit,
        },
      ]
