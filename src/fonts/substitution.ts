/** Features of OpenType by tag; only those that are on matter here. */
export type Features = Readonly<Record<string, boolean>>

type Substitute = (glyphs: readonly number[]) => number[]

/** Applied to every text: glyphs that stand for several characters, the dash of two among them. */
const always = 'ccmp'

/**
 * The glyph substitutions of a font (`GSUB`, ISO/IEC 14496-22, 6.3.4) by feature, as its default script has them: single
 * and ligature substitution, lookup types 1 and 4.
 */
export class Substitutions {
  readonly #gsub: DataView
  /** Indexes of lookups by feature. */
  readonly #lookups: ReadonlyMap<string, readonly number[]>
  readonly #read = new Map<number, Substitute>()

  constructor(gsub: DataView) {
    this.#gsub = gsub
    this.#lookups = featuresIn(gsub)
  }

  /** The glyphs that stand for these where the features are on. @throws Error for a lookup of another type */
  substitute(glyphs: readonly number[], features: Features): number[] {
    const on = [always, ...Object.keys(features).filter((tag) => features[tag])]
    // A font applies its lookups in their own order, whatever that of the features is.
    const lookups = [...new Set(on.flatMap((tag) => this.#lookups.get(tag) ?? []))].toSorted((a, b) => a - b)
    return lookups.reduce((now, lookup) => this.#lookup(lookup)(now), [...glyphs])
  }

  #lookup(index: number): Substitute {
    const known = this.#read.get(index)
    if (known !== undefined) return known
    const gsub = this.#gsub
    const list = gsub.getUint16(8)
    const lookup = list + gsub.getUint16(list + 2 + 2 * index)
    const type = gsub.getUint16(lookup)
    const subtables = offsets(gsub, lookup + 4).map((offset) => lookup + offset)
    if (type !== 1 && type !== 4) throw new Error(`glyph substitution of type ${type} is not read`)
    const made = type === 1 ? single(gsub, subtables) : ligatures(gsub, subtables)
    this.#read.set(index, made)
    return made
  }
}

/** The lookups of each feature that the default language of the first script has. */
function featuresIn(gsub: DataView): Map<string, readonly number[]> {
  const scripts = gsub.getUint16(4)
  const script = scripts + gsub.getUint16(scripts + 6)
  const language = script + gsub.getUint16(script)
  const list = gsub.getUint16(6)
  const found = new Map<string, readonly number[]>()
  for (const index of offsets(gsub, language + 4)) {
    const record = list + 2 + 6 * index
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => gsub.getUint8(record + byte)))
    found.set(tag, offsets(gsub, list + gsub.getUint16(record + 4) + 2))
  }
  return found
}

/** An array of 16-bit numbers behind its length. */
const offsets = (view: DataView, at: number): number[] =>
  Array.from({ length: view.getUint16(at) }, (_, index) => view.getUint16(at + 2 + 2 * index))

function single(gsub: DataView, subtables: readonly number[]): Substitute {
  const substitutes = new Map<number, number>()
  for (const start of subtables) {
    const isList = gsub.getUint16(start) === 2
    const covered = coverage(gsub, start + gsub.getUint16(start + 2))
    for (const [at, glyph] of covered.entries()) {
      if (substitutes.has(glyph)) continue
      const by = isList ? gsub.getUint16(start + 6 + 2 * at) : (glyph + gsub.getInt16(start + 4)) & 0xffff
      substitutes.set(glyph, by)
    }
  }
  return (glyphs) => glyphs.map((glyph) => substitutes.get(glyph) ?? glyph)
}

interface Ligature {
  readonly glyph: number
  /** The glyphs behind the first. */
  readonly rest: readonly number[]
}

function ligatures(gsub: DataView, subtables: readonly number[]): Substitute {
  const sets = new Map<number, readonly Ligature[]>()
  for (const start of subtables)
    for (const [at, first] of coverage(gsub, start + gsub.getUint16(start + 2)).entries()) {
      const set = start + gsub.getUint16(start + 6 + 2 * at)
      const found = offsets(gsub, set).map((offset): Ligature => {
        const ligature = set + offset
        const length = gsub.getUint16(ligature + 2) - 1
        const rest = Array.from({ length }, (_, n) => gsub.getUint16(ligature + 4 + 2 * n))
        return { glyph: gsub.getUint16(ligature), rest }
      })
      if (!sets.has(first)) sets.set(first, found)
    }
  return (glyphs) => {
    if (glyphs.length < 2) return [...glyphs]
    const made: number[] = []
    for (let at = 0; at < glyphs.length; at++) {
      const glyph = glyphs[at] as number
      const found = sets.get(glyph)?.find(({ rest }) => rest.every((next, n) => glyphs[at + 1 + n] === next))
      made.push(found?.glyph ?? glyph)
      at += found?.rest.length ?? 0
    }
    return made
  }
}

/** The glyphs that a subtable is about, in the order of its entries. */
function coverage(gsub: DataView, start: number): number[] {
  if (gsub.getUint16(start) === 1) return offsets(gsub, start + 2)
  const glyphs: number[] = []
  for (let range = 0; range < gsub.getUint16(start + 2); range++) {
    const at = start + 4 + 6 * range
    for (let glyph = gsub.getUint16(at); glyph <= gsub.getUint16(at + 2); glyph++) glyphs.push(glyph)
  }
  return glyphs
}
