import type { Diagnostics } from '../diagnostics/index.ts'
import { codePointName, composed, notInXml, unsupported } from '../text/characters.ts'
import type { Located, LocatedScalar } from '../yaml/index.ts'
import { stretchOf } from '../yaml/index.ts'

const invalid = new RegExp(notInXml, 'gu')

/** The characters of a text that no font can draw. */
export type MissingGlyphs = (text: string) => readonly string[]

/** Reports every character that no document can hold or no font can draw, each once a text. */
export function checkCharacters(node: Located, source: string, missing: MissingGlyphs, report: Diagnostics): void {
  if (node.kind === 'scalar') {
    if (typeof node.value === 'string') checkScalar(node, source, missing, report)
    return
  }
  const children = node.kind === 'list' ? node.items : [...node.entries.values()].map(({ value }) => value)
  for (const child of children) checkCharacters(child, source, missing, report)
}

function checkScalar(scalar: LocatedScalar, source: string, missing: MissingGlyphs, report: Diagnostics): void {
  const { at, text } = scalar
  const place = (character: string) => {
    const found = stretchOf(source, at, text, text.indexOf(character), character.length)
    return found === at ? escaped(source, scalar, character) : found
  }
  const refused = new Set(text.match(invalid))
  for (const character of refused)
    report.add('invalid-character', place(character), { character: codePointName(character) })
  for (const { character, problem } of unsupported(text)) {
    refused.add(character)
    report.add('unsupported-character', place(character), { codePoint: codePointName(character), problem })
  }
  for (const character of missing(composed(text)))
    if (!refused.has(character))
      report.add('missing-glyph', place(character), { character, codePoint: codePointName(character) })
}

/** The place of a character written as an escape in double quotes: `"\uFFFE"`. */
function escaped(source: string, { at }: LocatedScalar, character: string): LocatedScalar['at'] {
  const raw = source.slice(at.start, at.end)
  for (const found of raw.matchAll(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|0)/gi)) {
    const code = Number.parseInt(found[1] ?? found[2] ?? found[3] ?? '0', 16)
    if (code === character.codePointAt(0))
      return { ...at, start: at.start + found.index, end: at.start + found.index + found[0].length }
  }
  return at
}
