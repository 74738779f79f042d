import type { Diagnostics, Span } from '../diagnostics/index.ts'
import { folded } from '../text/characters.ts'
import { numeral } from '../text/numerals.ts'
import type { CsvField } from './csv.ts'

/** 1, (1), 一、 or the …… of a blank: what stands where rows are numbered, and in lines that are empty but for that. */
const numberPattern = /^(\(?(\d+|[一二三四五六七八九十百]+)[).、]?|\.{2,})$/

export const isRowNumber = (text: string): boolean => numberPattern.test(folded(text))

/**
 * Holds what a CSV file says where the form numbers the rows against the numbers that are printed. They are right where
 * they count from 1, or on from the rows that the form names; what differs is not printed, and told once.
 */
export class RowNumbers {
  readonly #named: number
  #rows = 0
  #count = 0
  #first: { readonly text: string; readonly number: string; readonly at: Span } | undefined

  /** @param named numbered rows that stand above the list */
  constructor(named: number) {
    this.#named = named
  }

  /** @param field of the next row; absent where the file has no such column */
  see(field: CsvField | undefined): void {
    this.#rows++
    const text = field?.text.trim() ?? ''
    if (!field || text === '') return
    const own = folded(text)
      .replace(/[().、]/g, '')
      .replace(/^0+(?=\d)/, '')
    const printed = this.#rows + this.#named
    if ([this.#rows, printed].some((n) => own === String(n) || own === numeral('一', n))) return
    this.#count++
    this.#first ??= { text, number: String(printed), at: field.at }
  }

  tell(report: Diagnostics): void {
    if (!this.#first) return
    const { text, number, at } = this.#first
    report.add('csv-numbers', at, { text, number, rows: String(this.#count) })
  }
}
