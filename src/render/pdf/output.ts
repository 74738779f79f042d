/** Bytes as they come, in one buffer that grows. */
export class Output {
  #bytes = Buffer.allocUnsafeSlow(1 << 16)
  #length = 0

  get length(): number {
    return this.#length
  }

  write(bytes: Uint8Array): void {
    this.#grow(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** @param text in ASCII */
  text(text: string): void {
    this.#grow(text.length)
    this.#length += this.#bytes.write(text, this.#length, 'latin1')
  }

  /** Begins anew, in the same buffer. */
  clear(): void {
    this.#length = 0
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
    return this.#bytes.subarray(0, this.#length)
  }
}
