import type { Diagnostics, Span } from '../diagnostics/index.ts'

/** One field of a CSV file: its text and its place in the decoded file. */
export interface CsvField {
  readonly text: string
  readonly at: Span
}

export interface Decoded {
  readonly text: string
  readonly encoding: 'UTF-8' | 'UTF-16' | 'GB18030'
}

/**
 * UTF-16 where its mark stands first, as in the Unicode text of Excel; UTF-8 where it is valid UTF-8; else GB18030, which
 * Chinese Excel saves. Undefined where it is none of them, or no text.
 */
export function decode(bytes: Uint8Array): Decoded | undefined {
  for (const encoding of marked(bytes) ?? ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      const name = encoding === 'gb18030' ? 'GB18030' : encoding === 'utf-8' ? 'UTF-8' : 'UTF-16'
      if (isBinary(text)) return undefined
      return { encoding: name, text: encoding === 'gb18030' ? text.replace(/[\ue816-\ue855]/g, assigned) : text }
    } catch {
      // The next encoding is tried; a TextDecoder says no more than that it is not this one.
    }
  }
  return undefined
}

/**
 * Characters of names for which GB 18030-2000 had no code point, and which decoders still leave in the private use area:
 * those of GB 18030-2005, table of the two-byte area 5. What an office itself put into that area stays.
 */
const lateHan: Readonly<Record<string, string>> = {
  '\ue816': '\u{20087}',
  '\ue817': '\u{20089}',
  '\ue818': '\u{200cc}',
  '\ue831': '\u{215d7}',
  '\ue83b': '\u{2298f}',
  '\ue855': '\u{241fe}',
}
const assigned = (character: string): string => lateHan[character] ?? character

/**
 * Whether so many characters are controls that this is no text: UTF-16 without its mark has a NUL beside each letter. A
 * stray one is told at its place in the field.
 */
function isBinary(text: string): boolean {
  const controls = text.match(/(?![\t\n\r])\p{Cc}/gu)?.length ?? 0
  return controls * 4 > text.length
}

const marked = ([first, second]: Uint8Array): string[] | undefined =>
  first === 0xff && second === 0xfe ? ['utf-16le'] : first === 0xfe && second === 0xff ? ['utf-16be'] : undefined

/**
 * The records of a CSV file (RFC 4180: quotes and line breaks in fields; CRLF, LF or CR), the header among them; those
 * without a text are left out. Fields are parted by commas, tabs or semicolons, whichever the header has most of, or as a
 * first line `sep=;` says. Each record is read when it is asked for: held are the text of the file and what the
 * caller keeps of the fields. A quote that never closes ends the file there; one out of place is reported and kept.
 */
export function* readCsv(file: string, text: string, report: Diagnostics): Generator<readonly CsvField[], void> {
  const scanner = new Scanner(file, text, report)
  for (let record = scanner.record(); record; record = scanner.record())
    if (record.some((field) => field.text.trim() !== '')) yield record
}

const quote = '"'
const separators = [',', '\t', ';']
const lineFeed = 0x0a
const carriageReturn = 0x0d

/** `sep=;`, by which Excel is told how to read a file: the first line, and no header. */
const saysSeparator = /^"?sep=([,;\t])"?[ \t]*(?:\r\n|\n|\r)/i

/** Of those equally many the first, a comma. */
function separatorOf(text: string): string {
  const header = /\S.*/.exec(text)?.[0].replace(/"[^"]*"/g, '') ?? ''
  const count = (separator: string) => header.split(separator).length
  return separators.reduce((most, each) => (count(each) > count(most) ? each : most))
}

class Scanner {
  readonly #file: string
  readonly #text: string
  readonly #report: Diagnostics
  readonly #separator: string
  readonly #separatorUnit: number
  #at: number

  constructor(file: string, text: string, report: Diagnostics) {
    this.#file = file
    this.#text = text
    this.#report = report
    // A TextDecoder drops the mark of UTF-8 only.
    const start = text.startsWith('\ufeff') ? 1 : 0
    const [said = '', separator] = saysSeparator.exec(text.slice(start, start + 20)) ?? []
    this.#at = start + said.length
    this.#separator = separator ?? separatorOf(text)
    this.#separatorUnit = this.#separator.charCodeAt(0)
  }

  /** The next record; undefined at the end. */
  record(): CsvField[] | undefined {
    if (this.#at >= this.#text.length) return undefined
    const fields: CsvField[] = []
    for (;;) {
      const field = this.#text[this.#at] === quote ? this.#quoted() : this.#unquoted()
      if (!field) return undefined
      fields.push(field)
      const after = this.#text[this.#at]
      this.#at += after === '\r' && this.#text[this.#at + 1] === '\n' ? 2 : 1
      if (after !== this.#separator) return fields
    }
  }

  #span(start: number, end: number): Span {
    return { file: this.#file, start, end: Math.max(end, start + 1) }
  }

  #unquoted(): CsvField {
    const start = this.#at
    const text = this.#rest()
    const stray = text.indexOf(quote)
    if (stray >= 0) this.#report.add('csv-quote', this.#span(start + stray, start + stray + 1))
    const from = start + text.length - text.trimStart().length
    return { text, at: this.#span(from, from + text.trim().length) }
  }

  /** To the separator or line break. */
  #rest(): string {
    const start = this.#at
    let end = start
    for (; end < this.#text.length; end++) {
      const unit = this.#text.charCodeAt(end)
      if (unit === this.#separatorUnit || unit === lineFeed || unit === carriageReturn) break
    }
    this.#at = end
    return this.#text.slice(start, end)
  }

  #quoted(): CsvField | undefined {
    const start = this.#at
    let close = this.#text.indexOf(quote, start + 1)
    while (close >= 0 && this.#text[close + 1] === quote) close = this.#text.indexOf(quote, close + 2)
    if (close < 0) {
      this.#report.add('csv-syntax', this.#span(start, start + 1), { problem: 'quote' })
      this.#at = this.#text.length
      return undefined
    }
    const text = this.#text.slice(start + 1, close).replaceAll(quote + quote, quote)
    this.#at = close + 1
    const after = this.#rest()
    if (after.trim() !== '') this.#report.add('csv-quote', this.#span(close, close + 1))
    return { text: text + after.trim(), at: this.#span(start, close + 1) }
  }
}
