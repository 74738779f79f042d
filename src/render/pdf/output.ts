/** Text that is gathered before it is written, characters: a write costs as much as some hundred of them. */
const mostPending = 1 << 12

/** Bytes as they come, in one buffer that grows. */
export class Output {
  #bytes = Buffer.allocUnsafeSlow(1 << 16)
  #length = 0
  #pending = ''

  get length(): number {
    return this.#length + this.#pending.length
  }

  write(bytes: Uint8Array): void {
    this.#flush()
    this.#grow(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** @param text in ASCII */
  text(text: string): void {
    this.#pending += text
    if (this.#pending.length > mostPending) this.#flush()
  }

  /** Begins anew, in the same buffer. */
  clear(): void {
    this.#length = 0
    this.#pending = ''
  }

  #flush(): void {
    if (this.#pending === '') return
    this.#grow(this.#pending.length)
    this.#length += this.#bytes.write(this.#pending, this.#length, 'latin1')
    this.#pending = ''
  }

  #grow(by: number): void {
    const length = this.#length + by
    if (length <= this.#bytes.length) return
    const larger = Buffer.allocUnsafeSlow(2 * length)
    this.#bytes.copy(larger, 0, 0, this.#length)
    this.#bytes = larger
  }

  /** What was written so far; valid until more is. */
  get bytes(): Uint8Array {
    this.#flush()
    return this.#bytes.subarray(0, this.#length)
  }
}
