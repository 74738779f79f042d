import type { Diagnostics } from '../diagnostics/index.ts'
import type { Form, Value } from '../model/index.ts'
import type { LocatedScalar } from '../yaml/index.ts'
import { type CsvField, decode, readCsv } from './csv.ts'
import { csvColumns, type Target } from './csv-columns.ts'
import type { Entries, Surroundings } from './entries.ts'
import type { Leaf } from './leaves.ts'
import { placesOf, Written } from './places.ts'
import type { RowCells } from './row-cells.ts'
import type { FilledRow } from './walk.ts'

/** Reads the rows of a list from a CSV file beside the data. */
export class CsvRows {
  readonly #form: Form
  readonly #cells: RowCells
  readonly #entries: Entries
  readonly #surroundings: Surroundings
  readonly #report: Diagnostics

  constructor(form: Form, cells: RowCells, entries: Entries, surroundings: Surroundings, report: Diagnostics) {
    this.#form = form
    this.#cells = cells
    this.#entries = entries
    this.#surroundings = surroundings
    this.#report = report
  }

  /** The values of each line below the header; none where the file or its header cannot be read. */
  read(file: LocatedScalar, leaves: readonly Leaf[]): FilledRow[] {
    const source = this.#decoded(file)
    if (!source) return []
    const records = readCsv(source.name, source.text, this.#report)
    const header = records.next().value
    if (!header) {
      const at = { file: source.name, start: 0, end: 1 }
      if (source.text.trim() === '') this.#report.add('csv-syntax', at, { problem: 'nothing' })
      return []
    }
    const columns = csvColumns(header, this.#form, leaves, this.#report)
    const nameless = header.map(({ text }) => text.trim() === '')
    // Where a header is wrong, nobody knows which values are missing.
    const whole = columns.every((target, n) => target || nameless[n])
    return [...records].map((fields) => this.#row(fields, columns, nameless, whole ? leaves : []))
  }

  #decoded(file: LocatedScalar): { name: string; text: string } | undefined {
    const words = { file: file.text }
    const bytes = this.#surroundings.bytes(file.text)
    const decoded = bytes && decode(bytes)
    if (!decoded) {
      this.#report.add(bytes ? 'unknown-encoding' : 'no-such-file', file.at, words)
      return undefined
    }
    this.#report.add('csv-encoding', file.at, { ...words, encoding: decoded.encoding })
    return { name: this.#surroundings.source(file.text, decoded.text), text: decoded.text }
  }

  #row(
    fields: readonly CsvField[],
    columns: readonly (Target | undefined)[],
    nameless: readonly boolean[],
    required: readonly Leaf[],
  ): FilledRow {
    const row = new Map<string, Value>()
    const written = new Written()
    for (const [n, { text, at }] of fields.entries()) {
      if (text.trim() === '') continue
      const target = columns[n]
      // A column whose header is wrong is told of once, at its header.
      if (!target && (nameless[n] ?? true)) this.#report.add('csv-fields', at, { text: text.trim() })
      if (!target || target.skipped) continue
      written.add(target.path)
      const value = this.#value(text, target, at)
      if (value) row.set(target.path, value)
    }
    const [first] = fields
    if (first && written.any) this.#cells.missing(required, written, first.at)
    return row
  }

  #value(text: string, { ask, path }: Target, at: CsvField['at']): Value | undefined {
    if (placesOf(ask, this.#form.definition.units).size > 0) return this.#entries.text(text, ask, at)
    this.#report.add('closed-cell', at, { name: path })
    return undefined
  }
}
