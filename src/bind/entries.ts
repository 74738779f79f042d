import { type Diagnostics, nearest, type Span } from '../diagnostics/index.ts'
import type { Ask, CellValue, Unit, Value } from '../model/index.ts'
import { vocabulary } from '../model/index.ts'
import { codePointName, notInXml } from '../text/characters.ts'
import { parseValueText } from '../text/holes.ts'
import type { Located } from '../yaml/index.ts'
import { isBlank, kindOf } from './data-file.ts'
import { parseValue } from './parse.ts'

/** What the caller knows of the world: attached files and code lists. */
export interface Surroundings {
  /** Whether a file named in the data exists; the path is as written. */
  exists(path: string): boolean
  /** Bytes of a file named in the data; undefined where it cannot be read. */
  bytes(path: string): Uint8Array | undefined
  /** Keeps the text of a file for messages; returns the name under which it is shown. */
  source(path: string, text: string): string
  /** The names of a code list, each with its code. */
  codeList(name: string): ReadonlyMap<string, string> | undefined
  /** Characters of a text that no font can draw. */
  missing(text: string): readonly string[]
}

/** Reads single cells: checks the text against what is asked and says at its place what is wrong. */
export class Entries {
  readonly #lang: string
  readonly #surroundings: Surroundings
  readonly #report: Diagnostics

  constructor(lang: string, surroundings: Surroundings, report: Diagnostics) {
    this.#lang = lang
    this.#surroundings = surroundings
    this.#report = report
  }

  /** A cell of YAML or JSON: a text, or a map of the places to write within it. Set by path. */
  located(value: Located, ask: Ask, path: string, set: (path: string, value: Value) => void): void {
    if (isBlank(value)) return
    const holes = holesOf(ask)
    if (value.kind === 'map' && holes.size > 0) return this.#holes(value, holes, path, set)
    if (value.kind !== 'scalar') {
      const expected = holes.size > 0 ? 'map' : 'text'
      return this.#report.add('data-shape', value.at, { name: path, expected, got: kindOf(value) })
    }
    const own = holes.size === 0 || holes.has('') ? ask : undefined
    if (!own) return this.#report.add('data-shape', value.at, { name: path, expected: 'map', got: 'text' })
    const parsed = this.text(value.text, own, value.at)
    if (parsed) set(path, parsed)
  }

  #holes(
    value: Located & { kind: 'map' },
    holes: ReadonlyMap<string, Ask>,
    path: string,
    set: (path: string, value: Value) => void,
  ): void {
    const allowed = [...holes.keys()].filter((id) => id !== '')
    for (const [id, { keyAt, value: inner }] of value.entries) {
      const ask = holes.get(id)
      if (ask) this.located(inner, ask, `${path}.${id}`, set)
      else
        this.#report.add('unknown-data-id', keyAt, {
          name: id,
          nearest: nearest(id, allowed) ?? '',
          allowed: allowed.join(', '),
        })
    }
  }

  /** One text as the answer to what is asked; undefined where it is blank or wrong. */
  text(text: string, ask: Ask, at: Span): Value | undefined {
    if (text.trim() === '') return undefined
    if (!this.#printable(text, at)) return undefined
    const parsed = parseValue(text, ask, this.#lang)
    if ('wrong' in parsed) {
      this.#report.add(parsed.wrong, at, parsed.words)
      return undefined
    }
    const { value } = parsed
    if (ask.type === 'file' && !this.#surroundings.exists(value.text))
      this.#report.add('no-such-file', at, { file: value.text })
    if (ask.from !== undefined) this.#listed(value.text, ask.from, at)
    return { ...value, computed: false, at }
  }

  #listed(text: string, list: string, at: Span): void {
    const names = this.#surroundings.codeList(list)
    if (!names || names.has(text)) return
    const byCode = [...names].find(([, code]) => code === text)?.[0]
    this.#report.add('not-in-list', at, { text, list, nearest: byCode ?? nearest(text, [...names.keys()]) ?? '' })
  }

  /** What XML can hold, and a glyph for each character. */
  #printable(text: string, at: Span): boolean {
    const invalid = notInXml.exec(text)
    if (invalid) this.#report.add('invalid-character', at, { character: codePointName(invalid[0]) })
    const missing = this.#surroundings.missing(text.replace(/[\t\n\r]/g, ''))
    for (const character of missing)
      this.#report.add('missing-glyph', at, { character, codePoint: codePointName(character) })
    return !invalid && missing.length === 0
  }
}

/** The places to write within a cell's text, each with what it asks; the one without an id is the cell itself. */
export function holesOf(ask: Ask): Map<string, Ask> {
  const holes = new Map<string, Ask>()
  const { value } = ask
  if (value?.kind !== 'text') return holes
  for (const part of parseValueText(value.text.source))
    if (part.kind === 'hole') holes.set(part.id, part.id === '' ? ask : holeAsk(part.what))
  return holes
}

function holeAsk(what: string | undefined): Ask {
  const plain = { unitAt: 'none' as const, options: [], boxes: false }
  const unit: Unit | undefined = what === undefined ? undefined : vocabulary.get(what)
  if (unit) return { ...plain, unit, type: unit.counts ? 'count' : unit.quantity === 'ratio' ? 'rate' : 'number' }
  return { ...plain, type: (what as Ask['type'] | undefined) ?? 'text' }
}

/** Whether a formula, not a person, gives this cell. */
export const formulaOf = (value: CellValue | undefined) => (value?.kind === 'formula' ? value.formula : undefined)
