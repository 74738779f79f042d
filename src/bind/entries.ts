import { Diagnostics, nearest, type Span } from '../diagnostics/index.ts'
import { type Ask, type Form, type FormatLimits, ownKey, type Value } from '../model/index.ts'
import { isCommon } from '../text/characters.ts'
import { checkText, type Located, type LocatedMap, stretchOf } from '../yaml/index.ts'
import { isBlank, isBroken, unknownId, wrongShape } from './data-file.ts'
import { parseValue } from './parse.ts'
import { placesOf } from './places.ts'

export { formulaOf } from './places.ts'

/** What the caller knows of the world: attached files and code lists. */
export interface Surroundings {
  /** Whether a file named in the data exists; the path is as written. */
  exists(path: string): boolean
  /** Bytes of a file named in the data; undefined where it cannot be read. */
  bytes(path: string): Uint8Array | undefined
  /** Keeps the text of a file for messages; returns the name under which it is shown. */
  source(path: string, text: string): string
  /** The text of a file by the name under which it is shown; empty where it is not known. */
  textOf(name: string): string
  /** The names of a code list, each with its code. */
  codeList(name: string): ReadonlyMap<string, string> | undefined
  /** Of the formats that are to be made. */
  readonly limits: readonly FormatLimits[]
  /** Characters of a text that no font can draw. */
  missing(text: string): readonly string[]
}

/** Takes what stands at a path; undefined where it is wrong, and reported. */
export type Take = (path: string, value: Value | undefined) => void

/** Every cell of every row passes here: written out, as a spread takes ten times as long. */
function answer({ text, figure, unit }: Omit<Value, 'at' | 'computed'>, at: Span): Value {
  if (figure === undefined) return { text, computed: false, at }
  return unit === undefined ? { text, figure, computed: false, at } : { text, figure, unit, computed: false, at }
}

/** A label of the filler's own is as short as a column's head: longer is a text in the wrong place. */
const longestLabel = 60

/** Digits, or digits and Latin letters. */
const codePattern = /^(?=.*\d)[\dA-Za-z]+$/

/** Reads single cells: checks the text against what is asked and says at its place what is wrong. */
export class Entries {
  readonly form: Form
  readonly surroundings: Surroundings
  readonly report: Diagnostics
  readonly #checked: boolean
  readonly #places = new Map<Ask, ReadonlyMap<string, Ask>>()
  /** By code unit: the character has been found printable, beside whatever others. */
  readonly #known = new Uint8Array(0x10000)
  /** The name of a code list that a text may have meant: thousands of rows say the same. */
  readonly #meant = new Map<string, string>()

  /** @param checked the same texts have been read before: their characters and names are known */
  constructor(form: Form, surroundings: Surroundings, report: Diagnostics, checked = false) {
    this.form = form
    this.surroundings = surroundings
    this.report = report
    this.#checked = checked
  }

  /** To read again what has been read and checked: nothing is told twice. */
  again(): Entries {
    return new Entries(this.form, { ...this.surroundings, exists: () => true }, new Diagnostics(), true)
  }

  /** The places to write of a cell; see {@link placesOf}. */
  places(ask: Ask): ReadonlyMap<string, Ask> {
    let places = this.#places.get(ask)
    if (places === undefined) {
      places = placesOf(ask, this.form.definition.units)
      this.#places.set(ask, places)
    }
    return places
  }

  /** A cell of YAML or JSON: a text, or a map of the places to write within it. A blank is not taken. */
  located(value: Located, ask: Ask, path: string, take: Take): void {
    if (isBroken(value)) return take(path, undefined)
    if (isBlank(value)) return
    const places = this.places(ask)
    if (places.size === 0) return this.report.add('closed-cell', value.at, { name: path })
    const ids = [...places.keys()].filter((id) => id !== '')
    if (value.kind === 'map' && ids.length > 0) return this.#within(value, places, path, take)
    const own = places.get('')
    if (value.kind === 'scalar' && own) return take(path, this.text(value.text, own, value.at, path))
    wrongShape(this.report, value, path, ids.length > 0 ? 'map' : 'text', ids)
    take(path, undefined)
  }

  /** `{text: …, date: …}`: `text` is the cell itself, where it can be written beside the places within it. */
  #within({ entries }: LocatedMap, places: ReadonlyMap<string, Ask>, path: string, take: Take): void {
    const named = new Map([...places].map(([id, ask]) => [id === '' ? ownKey : id, { id, ask }]))
    for (const [key, { keyAt, value }] of entries) {
      const place = named.get(key)
      if (!place) unknownId(this.report, keyAt, key, named.keys())
      else if (place.id !== '') this.located(value, place.ask, `${path}.${place.id}`, take)
      else if (value.kind === 'scalar') {
        if (isBroken(value)) take(path, undefined)
        else if (!isBlank(value)) take(path, this.text(value.text, place.ask, value.at, path))
      } else {
        wrongShape(this.report, value, `${path}.${key}`, 'text')
        take(path, undefined)
      }
    }
  }

  /**
   * One text as the answer to what is asked; undefined where it is blank or wrong.
   * @param column the path within the block, the same in all rows of a list
   */
  text(text: string, ask: Ask, at: Span, column: string): Value | undefined {
    if (text.trim() === '' || !(this.#checked || this.#printable(text, at))) return undefined
    const { lang, units } = this.form.definition
    const parsed = parseValue(text, ask, lang, units)
    if ('wrong' in parsed) {
      this.report.add(parsed.wrong, at, parsed.words)
      return undefined
    }
    const { value } = parsed
    for (const { format, characters } of this.surroundings.limits)
      if (value.text.length > characters) {
        const words = { name: column, count: String(value.text.length), limit: String(characters), format }
        this.report.add('too-long-for-format', at, words)
      }
    if (ask.type === 'file' && !this.surroundings.exists(value.text))
      this.report.add('no-such-file', at, { file: value.text })
    if (ask.type === 'quantity' && !value.unit) this.report.add('no-unit', at, { text: value.text }, column)
    if (ask.boxes && !this.#checked) this.#boxes(value.text, ask, at, column)
    if (ask.from !== undefined && !this.#checked) this.#listed(value.text, ask.from, at, column)
    if (!this.#checked) this.#tabs(text, at, column)
    return answer(value, at)
  }

  /** A code fills all its boxes. Names and words, figures and telephone numbers may be shorter. */
  #boxes(text: string, { type, length = 1 }: Ask, at: Span, column: string): void {
    const count = [...text].length
    if (type !== 'text' || count >= length || !codePattern.test(text)) return
    this.report.add('boxes-left', at, { text, count: String(count), limit: String(length) }, column)
  }

  /** Tabs between words are printed as spaces, which is said at the first of a text. */
  #tabs(text: string, at: Span, column: string): void {
    const words = text.trim()
    if (!words.includes('\t')) return
    const offset = text.indexOf(words) + words.indexOf('\t')
    this.report.add('tab-in-text', stretchOf(this.surroundings.textOf(at.file), at, text, offset, 1), {}, column)
  }

  /** A label that the filler gives to a column or line of their own; undefined where it is blank or wrong. */
  label(value: Located | undefined, name: string): string | undefined {
    if (value === undefined || isBlank(value)) return undefined
    if (value.kind === 'scalar') {
      const ask: Ask = { type: 'text', length: longestLabel, unitAt: 'none', options: [], boxes: false }
      return this.text(value.text, ask, value.at, name)?.text.replace(/\s*\n\s*/g, ' ')
    }
    wrongShape(this.report, value, name, 'text')
    return undefined
  }

  #listed(text: string, list: string, at: Span, column: string): void {
    const names = this.surroundings.codeList(list)
    if (!names || names.has(text)) return
    const key = `${list}:${text}`
    const known = this.#meant.get(key)
    const meant = known ?? [...names].find(([, code]) => code === text)?.[0] ?? nearest(text, [...names.keys()]) ?? ''
    this.#meant.set(key, meant)
    this.report.add('not-in-list', at, { text, list, nearest: meant }, column)
  }

  /** What XML can hold, and a glyph for each character. */
  #printable(text: string, at: Span): boolean {
    if (this.#isKnown(text)) return true
    const { textOf, missing } = this.surroundings
    if (!checkText({ text, at }, textOf(at.file), missing, this.report)) return false
    if (isCommon(text)) for (let n = 0; n < text.length; n++) this.#known[text.charCodeAt(n)] = 1
    return true
  }

  #isKnown(text: string): boolean {
    for (let n = 0; n < text.length; n++) if (this.#known[text.charCodeAt(n)] === 0) return false
    return true
  }
}
