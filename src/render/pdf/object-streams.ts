import type { CrossReferences } from './cross-references.ts'
import { deflated } from './deflate.ts'
import { Output } from './output.ts'

/** Text that is deflated together, bytes: more shrinks no better, and a reader unpacks all of it for one object. */
const most = 1 << 16

/** Writes small objects, many to a stream (ISO 32000-1 7.5.7): deflated together they take a few bytes each. */
export class ObjectStreams {
  readonly #table: CrossReferences
  readonly #write: (id: number, dictionary: string, bytes: Uint8Array) => void
  #stream = 0
  #count = 0
  readonly #places = new Output()
  readonly #bodies = new Output()

  /** @param write writes a stream as an object of its own */
  constructor(table: CrossReferences, write: (id: number, dictionary: string, bytes: Uint8Array) => void) {
    this.#table = table
    this.#write = write
  }

  /** @param body in ASCII */
  add(id: number, body: string): void {
    if (this.#count === 0) this.#stream = this.#table.push()
    this.#table.within(id, this.#stream, this.#count++)
    this.#places.text(`${id} ${this.#bodies.length} `)
    this.#bodies.text(`${body}\n`)
    if (this.#bodies.length >= most) this.flush()
  }

  /** Writes what has gathered. */
  flush(): void {
    if (this.#count === 0) return
    const dictionary = `/Type/ObjStm/N ${this.#count}/First ${this.#places.length}`
    const bytes = Buffer.concat([this.#places.bytes, this.#bodies.bytes])
    this.#write(this.#stream, dictionary, deflated(bytes))
    this.#count = 0
    this.#places.clear()
    this.#bodies.clear()
  }
}
