import { constants, deflateRawSync } from 'node:zlib'
import { unzipSync, Zip, ZipPassThrough } from 'fflate'

/** A part's content: bytes, text (written as UTF-8), or chunks of either, drawn one at a time. */
export type Part = Uint8Array | string | Iterable<Uint8Array | string>

/** The bytes are no ZIP package, or one that would unpack beyond the limit. */
export class PackageError extends Error {
  override name = 'PackageError'
}

// fflate writes the local fields of a date: a local midnight is the same DOS date in every time zone.
const EPOCH = new Date(1980, 0, 1)
const CONTENT_TYPES = '[Content_Types].xml'
const CHUNK = 1 << 18
const DEFLATE = 8

/**
 * An Office package of the parts, by name. The same parts give the same bytes whatever their order in the map:
 * `[Content_Types].xml` first (ECMA-376 part 2 lets a reader that streams rely on it), the others by name; every
 * date 1980-01-01; no extra fields.
 */
export function pack(parts: ReadonlyMap<string, Part>): Uint8Array {
  const writer = new PackageWriter()
  for (const name of [...parts.keys()].sort(byPlace)) writer.add(name, parts.get(name) as Part)
  return writer.close()
}

/**
 * Writes a package part by part. Several parts may be open at once: they stand in the package in the order in which
 * they were begun.
 */
export class PackageWriter {
  readonly #written: Uint8Array[] = []
  readonly #zip = new Zip((error, data) => {
    if (error) throw error
    this.#written.push(data)
  })

  begin(name: string): OpenPart {
    const file = new Deflated(name)
    this.#zip.add(file)
    return new OpenPart(file)
  }

  /** A whole part. */
  add(name: string, part: Part): void {
    const open = this.begin(name)
    if (part instanceof Uint8Array || typeof part === 'string') open.write(part)
    else for (const piece of part) open.write(piece)
    open.end()
  }

  /** The package, once every part has ended. */
  close(): Uint8Array {
    this.#zip.end()
    return joined(this.#written)
  }
}

/** A part being written. Small strings are gathered: deflating a row at a time costs more than the rows, and finds less to repeat. */
export class OpenPart {
  readonly #file: Deflated
  #gathered = ''

  constructor(file: Deflated) {
    this.#file = file
  }

  write(piece: Uint8Array | string): void {
    if (typeof piece === 'string') {
      this.#gathered += piece
      if (this.#gathered.length >= CHUNK) this.#flush()
    } else {
      this.#flush()
      this.#file.push(piece)
    }
  }

  end(): void {
    this.#flush()
    this.#file.push(new Uint8Array(0), true)
  }

  #flush(): void {
    if (this.#gathered === '') return
    this.#file.push(Buffer.from(this.#gathered))
    this.#gathered = ''
  }
}

/** fflate writes the package; Node's zlib, twice as fast, deflates its parts. Each chunk is a run of blocks of its own. */
class Deflated extends ZipPassThrough {
  constructor(name: string) {
    super(name)
    this.compression = DEFLATE
    this.mtime = EPOCH
  }

  protected override process(chunk: Uint8Array, final: boolean): void {
    const finishFlush = final ? constants.Z_FINISH : constants.Z_SYNC_FLUSH
    this.ondata(null, deflateRawSync(chunk, { level: 6, finishFlush }), final)
  }
}

const byPlace = (a: string, b: string): number => {
  if (a === CONTENT_TYPES) return -1
  if (b === CONTENT_TYPES) return 1
  return a < b ? -1 : 1
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/**
 * The parts of a package by name, unpacked, in the order of its directory.
 * @param limit bytes all parts together may unpack to; a few KB of ZIP can hold gigabytes
 * @throws PackageError
 */
export function unpack(bytes: Uint8Array, limit = 1 << 29): Map<string, Uint8Array> {
  let total = 0
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize
        if (total > limit) throw new PackageError(`the package unpacks to more than ${limit} bytes (at ${name})`)
        return true
      },
    })
    return new Map(Object.entries(parts))
  } catch (error) {
    if (error instanceof PackageError) throw error
    throw new PackageError(`not a readable ZIP package: ${error instanceof Error ? error.message : String(error)}`)
  }
}
