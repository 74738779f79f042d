/** The bytes of a file as they come. */
export class Output {
  #bytes = Buffer.allocUnsafeSlow(1 << 16)
  #length = 0

  write(bytes: Uint8Array): void {
    const length = this.#length + bytes.length
    if (length > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(2 * length)
      this.#bytes.copy(larger, 0, 0, this.#length)
      this.#bytes = larger
    }
    this.#bytes.set(bytes, this.#length)
    this.#length = length
  }

  /** What was written so far; valid until more is. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }
}
