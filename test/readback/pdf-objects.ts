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

/** Where an object lies: in the file, or as the n-th of an object stream. */
type Place = { offset: number } | { stream: number; index: number }

/** The objects of a PDF file with a cross-reference stream (ISO 32000-1 7.5.8). */
export class PdfObjects {
  readonly #text: string
  readonly #places = new Map<number, Place>()
  /** By number: the texts of the objects in an object stream. */
  readonly #packed = new Map<number, { id: number; text: string }[]>()
  readonly trailer: PdfDict

  /** @throws Error where the file is not such a PDF or its table of places is wrong */
  constructor(bytes: Uint8Array) {
    this.#text = Buffer.from(bytes).toString('latin1')
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.#text)?.[1])
    const head = /^(\d+) 0 obj\n/.exec(this.#text.slice(start, start + 40))
    if (head === null) throw new Error('no cross-reference stream where startxref says')
    const parser = new Parser(this.#text, start + head[0].length)
    this.trailer = dict(parser.value())
    if (this.string(this.trailer.Type) !== 'XRef') throw new Error('startxref points to something else')
    this.#readPlaces(this.#inflated(this.trailer, parser))
  }

  #readPlaces(rows: string): void {
    const { Size, W, DecodeParms } = this.trailer
    const { Predictor, Columns } = dict(DecodeParms ?? null)
    const widths = W as number[]
    const bytes = widths.reduce((sum, width) => sum + width)
    if (Predictor !== 12 || Columns !== bytes || rows.length !== (Size as number) * (bytes + 1))
      throw new Error('the cross-reference stream is not of the size that it says')
    const row = new Uint8Array(bytes)
    for (let id = 0; id < (Size as number); id++) {
      for (let n = 0; n < bytes; n++) row[n] = (row[n] as number) + rows.charCodeAt(id * (bytes + 1) + 1 + n)
      const [type, first, second] = widths.map((width, n) => {
        const from = widths.slice(0, n).reduce((sum, each) => sum + each, 0)
        return row.slice(from, from + width).reduce((sum, byte) => sum * 256 + byte, 0)
      })
      if (type === 1) this.#places.set(id, { offset: first as number })
      if (type === 2) this.#places.set(id, { stream: first as number, index: second as number })
    }
  }

  /** The numbers of all objects. */
  get ids(): number[] {
    return [...this.#places.keys()]
  }

  /** The bytes of the file, a character each. */
  get text(): string {
    return this.#text
  }

  /** Whether the object stands by itself, and not in an object stream. */
  offset(id: number): number | undefined {
    const place = this.#places.get(id)
    return place !== undefined && 'offset' in place ? place.offset : undefined
  }

  /** The value itself, whether written in place or as an object of its own. */
  get(value: PdfValue | undefined): PdfValue {
    return value instanceof Ref ? this.#object(value).value() : (value ?? null)
  }

  #object({ id }: Ref): Parser {
    const place = this.#places.get(id)
    if (place === undefined) throw new Error(`there is no object ${id}`)
    if ('stream' in place) {
      const found = this.#unpacked(place.stream)[place.index]
      if (found?.id !== id) throw new Error(`object ${id} is not the ${place.index}th of stream ${place.stream}`)
      return new Parser(found.text, 0)
    }
    const head = `${id} 0 obj`
    if (this.#text.slice(place.offset, place.offset + head.length) !== head)
      throw new Error(`object ${id} is not at ${place.offset}`)
    return new Parser(this.#text, place.offset + head.length)
  }

  #unpacked(id: number): { id: number; text: string }[] {
    const known = this.#packed.get(id)
    if (known !== undefined) return known
    const parser = this.#object(new Ref(id))
    const head = dict(parser.value())
    const text = this.#inflated(head, parser)
    const numbers = text
      .slice(0, head.First as number)
      .trim()
      .split(/\s+/)
      .map(Number)
    if (this.string(head.Type) !== 'ObjStm' || numbers.length !== 2 * (head.N as number))
      throw new Error(`object ${id} is not an object stream of the size that it says`)
    const objects = Array.from({ length: head.N as number }, (_, index) => {
      const [from, to] = [numbers[2 * index + 1], numbers[2 * index + 3]].map(
        (at) => (at ?? text.length) + (head.First as number),
      )
      return { id: numbers[2 * index] as number, text: text.slice(from, to) }
    })
    this.#packed.set(id, objects)
    return objects
  }

  /** The bytes of a stream, a character each, inflated. */
  stream(ref: PdfValue | undefined): string {
    const parser = this.#object(ref as Ref)
    return this.#inflated(dict(parser.value()), parser)
  }

  #inflated(head: PdfDict, parser: Parser): string {
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
