import type { Span } from '../diagnostics/index.ts'
import { isGap, leafRows, type Value } from '../model/index.ts'
import { figurePattern } from '../text/figures.ts'
import type { LocatedScalar } from '../yaml/index.ts'
import { type CsvField, decode, readCsv } from './csv.ts'
import { csvColumns, type Target } from './csv-columns.ts'
import type { Entries, Take } from './entries.ts'
import type { Leaf } from './leaves.ts'
import { type ListLine, type ListPlace, namingLeaf } from './list-lines.ts'
import type { FilledRow } from './listed.ts'
import { Written } from './places.ts'
import { checkRow, requiredOf } from './row-cells.ts'
import { isRowNumber, RowNumbers } from './row-numbers.ts'

type Record = readonly CsvField[]

/** A CSV file beside the data: the name it is shown by, and its text. */
export interface CsvSource {
  readonly name: string
  readonly text: string
}

/**
 * The lines below the header of a CSV file; none where its header cannot be read. What is wrong with the file is
 * reported, at the latest when the last line is asked for.
 */
export function* csvLines(source: CsvSource, place: ListPlace, entries: Entries): Generator<ListLine, void> {
  const { report } = entries
  const records = readCsv(source.name, source.text, report)
  const header = records.next().value
  if (!header) {
    const at = { file: source.name, start: 0, end: 1 }
    if (source.text.trim() === '') report.add('csv-syntax', at, { problem: 'nothing' })
    return
  }
  const columns = csvColumns(header, place, entries)
  if (columns.every((target) => !target)) return
  const lines = new Lines(header, columns, place, entries)
  for (const record of records) yield lines.line(record)
  lines.end()
}

/** The file that the data name; one that cannot be read is reported. */
export function csvSource(file: LocatedScalar, { surroundings, report }: Entries): CsvSource | undefined {
  const words = { file: file.text }
  const bytes = surroundings.bytes(file.text)
  const found = bytes && decode(bytes)
  if (!found) {
    report.add(bytes ? 'unknown-encoding' : 'no-such-file', file.at, words)
    return undefined
  }
  // Other encodings are certain; bytes that happen to be GB18030 may be something else.
  if (found.encoding === 'GB18030') report.add('csv-encoding', file.at, { ...words, encoding: found.encoding })
  return { name: surroundings.source(file.text, found.text), text: found.text }
}

class Lines {
  readonly #columns: readonly (Target | undefined)[]
  readonly #nameless: readonly boolean[]
  /** Fields up to the last header; spreadsheets put empty ones behind. */
  readonly #width: number
  readonly #required: readonly Leaf[]
  readonly #wrong: Written
  readonly #naming: Leaf | undefined
  readonly #numbers: RowNumbers
  readonly #entries: Entries
  readonly #unheaded = new Set<number>()
  readonly #short: Span[] = []

  constructor(header: Record, columns: readonly (Target | undefined)[], place: ListPlace, entries: Entries) {
    this.#columns = columns
    this.#nameless = header.map(({ text }) => text.trim() === '')
    this.#width = this.#nameless.lastIndexOf(false) + 1
    // Where a header is wrong, nobody knows which values are missing.
    const whole = columns.every((target, n) => target || this.#nameless[n])
    this.#required = whole ? requiredOf(place.leaves, entries) : []
    this.#naming = namingLeaf(place)
    this.#wrong = place.wrong
    const { rows, columns: printed } = place.block
    this.#numbers = new RowNumbers(leafRows(rows).filter((row) => !isGap(row, printed)).length)
    this.#entries = entries
  }

  line(record: Record): ListLine {
    const names = record.filter(({ text }, n) => {
      const target = this.#columns[n]
      return text.trim() !== '' && target && (target.skipped || target.path === this.#naming?.path)
    })
    if (record.length < this.#width) this.#short.push((record[0] as CsvField).at)
    return {
      names,
      row: () => this.#row(record),
      total: (leaves, take) => {
        const asks = new Map(leaves.map(({ path, ask }) => [path, ask]))
        this.#read(record, take, (target) => ({ ...target, ask: asks.get(target.path) ?? target.ask }))
      },
    }
  }

  /**
   * Tells once what is so of many lines: those without their last fields, as spreadsheets leave out empty ones and a
   * forgotten comma shifts values; and row numbers that are not the form's.
   */
  end(): void {
    this.#numbers.tell(this.#entries.report)
    const [first] = this.#short
    const words = { rows: String(this.#short.length), columns: String(this.#width) }
    if (first) this.#entries.report.add('csv-few-fields', first, words)
  }

  #row(record: Record): FilledRow | undefined {
    const row = new Map<string, Value>()
    const wrong: string[] = []
    this.#read(record, (path, value) => {
      if (value) row.set(path, value)
      else wrong.push(path)
    })
    for (const path of wrong) this.#wrong.add(path)
    const number = record.find(({ text }, n) => this.#columns[n]?.skipped && text.trim() !== '')
    if (row.size === 0 && wrong.length === 0) {
      if (number && !isRowNumber(number.text))
        this.#entries.report.add('not-a-row', number.at, { text: number.text.trim() })
      return undefined
    }
    this.#numbers.see(number)
    if (this.#required.some(({ path }) => !row.has(path))) this.#check(record, [...row.keys(), ...wrong])
    return row
  }

  /** @param paths at which a row says something, right or wrong */
  #check(record: Record, paths: readonly string[]): void {
    const written = new Written()
    for (const path of paths) written.add(path)
    checkRow(this.#entries, this.#required, written, (record[0] as CsvField).at)
  }

  #read(record: Record, take: Take, as = (target: Target): Target => target): void {
    for (const [n, field] of record.entries()) {
      if (field.text.trim() === '') continue
      const target = this.#columns[n]
      if (target && !target.skipped) take(target.path, this.#value(field, as(target)))
      // A column whose header is wrong is told of once, at its header.
      else if (!target && (this.#nameless[n] ?? true)) this.#beyond(field, n)
    }
  }

  /** Beyond the header each is told, for each has a comma too many; a column without a header once. */
  #beyond({ text, at }: CsvField, column: number): void {
    if (this.#unheaded.has(column) && column < this.#nameless.length) return
    this.#unheaded.add(column)
    this.#entries.report.add('csv-fields', at, { text: text.trim() })
  }

  #value({ text, at }: CsvField, { ask, path, headed }: Target): Value | undefined {
    if (this.#entries.places(ask).size === 0) {
      this.#entries.report.add('closed-cell', at, { name: path })
      return undefined
    }
    const digits = text.trim()
    return this.#entries.text(headed && figurePattern.test(digits) ? `${digits} ${headed.name}` : text, ask, at, path)
  }
}
