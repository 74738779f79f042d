import { closeSync, openSync, readSync } from 'node:fs'

/** Where a table stands in its file, bytes. */
interface TableRecord {
  readonly offset: number
  readonly length: number
}

/** The tables of an OpenType file (ISO/IEC 14496-22, 4.3). Each is read when first asked for; the file is not kept open. */
export class FontTables {
  readonly #path: string
  readonly #records: ReadonlyMap<string, TableRecord>
  readonly #read = new Map<string, DataView>()

  /** @throws the system's error where the file cannot be read */
  constructor(path: string) {
    this.#path = path
    const most = 32
    const directory = reading(path, (read) => read(0, 12 + 16 * most))
    const count = Math.min(directory.getUint16(4), most)
    const entries = Array.from({ length: count }, (_, at): [string, TableRecord] => {
      const start = 12 + 16 * at
      const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => directory.getUint8(start + byte)))
      return [tag, { offset: directory.getUint32(start + 8), length: directory.getUint32(start + 12) }]
    })
    this.#records = new Map(entries)
  }

  has(tag: string): boolean {
    return this.#records.has(tag)
  }

  /** @throws Error where the file lacks it */
  table(tag: string): DataView {
    const known = this.#read.get(tag)
    if (known !== undefined) return known
    const { offset, length } = this.#record(tag)
    const table = reading(this.#path, (read) => read(offset, length))
    this.#read.set(tag, table)
    return table
  }

  /**
   * Reads parts of a table that is not worth reading whole.
   * @param take gets a reader of the bytes from an offset in the table
   */
  parts<Result>(tag: string, take: (read: (offset: number, length: number) => DataView) => Result): Result {
    const { offset: start } = this.#record(tag)
    return reading(this.#path, (read) => take((offset, length) => read(start + offset, length)))
  }

  #record(tag: string): TableRecord {
    const record = this.#records.get(tag)
    if (record === undefined) throw new Error(`the font file ${this.#path} has no table ${tag}`)
    return record
  }
}

function reading<Result>(path: string, take: (read: (offset: number, length: number) => DataView) => Result): Result {
  const file = openSync(path, 'r')
  try {
    return take((offset, length) => {
      const bytes = new Uint8Array(length)
      readSync(file, bytes, 0, length, offset)
      return new DataView(bytes.buffer)
    })
  } finally {
    closeSync(file)
  }
}
