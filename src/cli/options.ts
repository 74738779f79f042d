import { Diagnostics } from '../diagnostics/index.ts'
import { Refusal } from './io.ts'

const firstYear = 1900
const lastYear = 2999

/** Options of a command as typed; the right ones come back as values, and all wrong ones are told at once. */
export class Options {
  readonly #report = new Diagnostics()

  /** @param name of the option or argument, for the message @param other what may stand there instead */
  year(value: string | undefined, name = '--year', other?: 'path of a definition'): number | undefined {
    if (value === undefined) return undefined
    const year = /^\d{4}$/.test(value) ? Number(value) : 0
    if (year < firstYear || year > lastYear)
      this.refuse(name, value, [`${firstYear}–${lastYear}`, ...(other ? [other] : [])].join(' / '))
    return year
  }

  /** A whole number from 1. */
  count(option: string, value: string | undefined, most: number): number | undefined {
    if (value === undefined) return undefined
    const count = /^\d{1,9}$/.test(value) ? Number(value) : 0
    if (count < 1 || count > most) this.refuse(option, value, `1–${most}`)
    return count
  }

  /** `docx,pdf`, in the order of the formats and each once; all where not stated. */
  formats<F extends string>(value: string | undefined, known: readonly F[]): F[] {
    if (value === undefined) return [...known]
    const names: string[] = value.split(',').map((name) => name.trim().toLowerCase())
    for (const name of names)
      if (!known.some((format) => format === name)) this.refuse('--format', name, known.join(', '))
    return known.filter((name) => names.includes(name))
  }

  /** One of the words that an option takes; undefined where it is not stated, or wrong. */
  oneOf<W extends string>(option: string, value: string | undefined, known: readonly W[]): W | undefined {
    const word = known.find((each) => each === value)
    if (value !== undefined && word === undefined) this.refuse(option, value, known.join(', '))
    return word
  }

  refuse(option: string, value: string, allowed: string): void {
    this.#report.add('bad-option', undefined, { option, value, allowed })
  }

  /** @throws Refusal if an option is wrong */
  check(): void {
    if (this.#report.failed) throw new Refusal(this.#report.list)
  }
}
