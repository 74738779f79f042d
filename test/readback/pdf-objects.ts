import { inflateSync } from 'node:zlib'

/** A name, as distinct from a string. */
export class Name {
  constructor(readonly name: string) {}
}

export class Ref {
  constructor(readonly id: number) {}
}

export type PdfValue = number | boolean | null | string | Name | Ref | PdfValue[] | PdfDict
export type PdfDict = { [key: string]: PdfValue }

/** The objects of a PDF file with a plain cross-reference table. */
export class PdfObjects {
  readonly #text: string
  readonly #offsets = new Map<number, number>()
  readonly trailer: PdfDict

  /** @throws Error where the file is not such a PDF or its table of offsets is wrong */
  constructor(bytes: Uint8Array) {
    this.#text = Buffer.from(bytes).toString('latin1')
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.#text)?.[1])
    const table = /^xref\n0 (\d+)\n/.exec(this.#text.slice(start, start + 40))
    if (table === null) throw new Error('no cross-reference table where startxref says')
    const from = start + table[0].length
    for (let id = 1; id < Number(table[1]); id++)
      this.#offsets.set(id, Number(this.#text.slice(from + id * 20, from + id * 20 + 10)))
    const trailer = this.#text.indexOf('trailer', from) + 'trailer'.length
    this.trailer = dict(new Parser(this.#text, trailer).value())
  }

  /** The value itself, whether written in place or as an object of its own. */
  get(value: PdfValue | undefined): PdfValue {
    return value instanceof Ref ? this.#object(value).value() : (value ?? null)
  }

  #object({ id }: Ref): Parser {
    const at = this.#offsets.get(id)
    const head = `${id} 0 obj`
    if (at === undefined || this.#text.slice(at, at + head.length) !== head)
      throw new Error(`object ${id} is not at ${at}`)
    return new Parser(this.#text, at + head.length)
  }

  /** The bytes of a stream, a character each, inflated. */
  stream(ref: PdfValue | undefined): string {
    const parser = this.#object(ref as Ref)
    const head = dict(parser.value())
    const from = parser.streamStart()
    const bytes = this.#text.slice(from, from + (this.get(head.Length) as number))
    if (head.Filter === undefined) return bytes
    return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1')
  }

  dict(value: PdfValue | undefined): PdfDict {
    return dict(this.get(value))
  }

  /** An array, or a single value as an array of one; empty where there is none. */
  list(value: PdfValue | undefined): PdfValue[] {
    const found = this.get(value)
    if (found === null) return []
    return Array.isArray(found) ? found : [value as PdfValue]
  }

  string(value: PdfValue | undefined): string | undefined {
    const found = this.get(value)
    return found instanceof Name ? found.name : typeof found === 'string' ? found : undefined
  }
}

function dict(value: PdfValue): PdfDict {
  if (
    value === null ||
    typeof value !== 'object' ||
    Array.isArray(value) ||
    value instanceof Name ||
    value instanceof Ref
  )
    throw new Error('expected a dictionary')
  return value
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** Reads values from a file, and operators from a content stream. */
export class Parser {
  readonly #text: string
  #at: number

  constructor(text: string, at: number) {
    this.#text = text
    this.#at = at
  }

  value(): PdfValue {
    this.#match(/[\s\0]*/y)
    if (this.#match(/<</y)) return this.#dict()
    if (this.#match(/\[/y)) return this.#array()
    if (this.#match(/\(/y)) return this.#string()
    const hex = this.#match(/<([\da-fA-F\s]*)>/y)
    if (hex) return decode(Buffer.from((hex[1] as string).replace(/\s/g, ''), 'hex').toString('latin1'))
    const name = this.#match(/\/([^\s()<>[\]{}/%]*)/y)
    if (name)
      return new Name(
        (name[1] as string).replace(/#([\da-fA-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
      )
    const ref = this.#match(/(\d+) \d+ R/y)
    if (ref) return new Ref(Number(ref[1]))
    const number = this.#match(/[+-]?(?:\d+\.?\d*|\.\d+)/y)
    if (number) return Number(number[0])
    const word = this.#match(/true|false|null/y)
    if (word) return word[0] === 'null' ? null : word[0] === 'true'
    throw new Error(`cannot read ${JSON.stringify(this.#text.slice(this.#at, this.#at + 30))} at ${this.#at}`)
  }

  /** The operator that comes next, without those of inline images; undefined at the end and before an operand. */
  operator(): string | undefined {
    return this.#match(/\s*([A-Za-z][A-Za-z0-9]*\*?|['"])/y)?.[1]
  }

  get ended(): boolean {
    return /^\s*$/.test(this.#text.slice(this.#at, this.#at + 100)) && this.#text.slice(this.#at).trim() === ''
  }

  streamStart(): number {
    if (!this.#match(/\s*stream\r?\n/y)) throw new Error(`no stream at ${this.#at}`)
    return this.#at
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)
    if (found !== null) this.#at += found[0].length
    return found
  }

  #dict(): PdfDict {
    const entries: PdfDict = {}
    while (!this.#match(/\s*>>/y)) {
      const key = this.value()
      if (!(key instanceof Name)) throw new Error(`a key is no name at ${this.#at}`)
      entries[key.name] = this.value()
    }
    return entries
  }

  #array(): PdfValue[] {
    const values: PdfValue[] = []
    while (!this.#match(/\s*\]/y)) values.push(this.value())
    return values
  }

  #string(): string {
    let text = ''
    let depth = 1
    for (;;) {
      const char = this.#text.charAt(this.#at++)
      if (char === '\\') {
        const code = this.#match(/[0-7]{1,3}/y)
        const next = code ? '' : this.#text.charAt(this.#at++)
        text += code ? String.fromCharCode(Number.parseInt(code[0], 8)) : (escapes[next] ?? next)
        continue
      }
      if (char === '(') depth++
      if (char === ')' && --depth === 0) return decode(text)
      if (char === '') throw new Error('a string does not end')
      text += char
    }
  }
}

function decode(bytes: string): string {
  if (!bytes.startsWith('\xfe\xff')) return bytes
  return Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le')
}
