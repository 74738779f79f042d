import { type Ask, type CellValue, holeAsk, type Unit } from '../model/index.ts'
import { parseValueText } from '../text/holes.ts'

/**
 * The places to write of a cell by id, each with what it asks; '' is the cell itself. Those of the lines for signature
 * and date are among them. None where the form prints a dash or a constant.
 */
export function placesOf(ask: Ask, units: ReadonlyMap<string, Unit>): ReadonlyMap<string, Ask> {
  const { value, sign } = ask
  const places = new Map<string, Ask>()
  if (value?.kind === 'closed') return places
  if (value?.kind !== 'text') places.set('', ask)
  for (const text of [value?.kind === 'text' ? value.text : undefined, sign])
    for (const part of text ? parseValueText(text.source) : [])
      if (part.kind === 'hole') places.set(part.id, part.id === '' ? ask : holeAsk(part.what, units))
  return places
}

/** Whether a person must write here: not where the form prints the cell, or a formula gives it. */
export const isRequired = (ask: Ask, units: ReadonlyMap<string, Unit>): boolean =>
  ask.required === true && formulaOf(ask.value) === undefined && placesOf(ask, units).size > 0

/** Whether a formula, not a person, gives this cell. */
export const formulaOf = (value: CellValue | undefined) => (value?.kind === 'formula' ? value.formula : undefined)

/** Paths at which something stands, however deep: `p.from` is something of `p`, and what stands at `p` answers `p.from`. */
export class Written {
  readonly #paths = new Set<string>()
  /** The paths above all of them; gathered when first asked for, as most rows are never asked. */
  #above: Set<string> | undefined

  add(path: string): void {
    this.#paths.add(path)
    this.#above = undefined
  }

  get any(): boolean {
    return this.#paths.size > 0
  }

  has(path: string): boolean {
    if (this.#paths.has(path) || prefixes(path).some((each) => this.#paths.has(each))) return true
    this.#above ??= new Set([...this.#paths].flatMap(prefixes))
    return this.#above.has(path)
  }
}

/** `a.b.c`: `a.b`, `a` */
function prefixes(path: string): string[] {
  const found: string[] = []
  for (let at = path.lastIndexOf('.'); at > 0; at = path.lastIndexOf('.', at - 1)) found.push(path.slice(0, at))
  return found
}
