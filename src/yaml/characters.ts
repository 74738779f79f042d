import type { Diagnostics, Span } from '../diagnostics/index.ts'
import { codePointName, composed, notInXml, unsupported } from '../text/characters.ts'
import { stretchOf } from './stretch.ts'

/** The characters of a text that no font can draw. */
export type MissingGlyphs = (text: string) => readonly string[]

const invalid = new RegExp(notInXml, 'gu')
/** So many of a text are told: more of them, and it is no text that was written. */
const mostInvalid = 10

/**
 * Reports the characters of a text that no document can hold, each where it stands, and once each those that cannot be
 * shown as meant or that no font can draw.
 * @param source of the file that the text was read from, for the places
 * @returns whether there was none
 */
export function checkText(
  { text, at }: { readonly text: string; readonly at: Span },
  source: string,
  missing: MissingGlyphs,
  report: Diagnostics,
): boolean {
  const place = (character: string, offset = text.indexOf(character)): Span => {
    const found = stretchOf(source, at, text, offset, character.length)
    return found === at ? escaped(source, at, character, occurrences(text, character, offset)) : found
  }
  const refused = new Set<string>()
  if (notInXml.test(text))
    for (const { 0: character, index } of [...text.matchAll(invalid)].slice(0, mostInvalid)) {
      refused.add(character)
      report.add('invalid-character', place(character, index), { character: codePointName(character) })
    }
  for (const { character, problem } of unsupported(text)) {
    refused.add(character)
    report.add('unsupported-character', place(character), { codePoint: codePointName(character), problem })
  }
  // Line breaks and tabs are set, not drawn.
  const drawn = composed(text)
    .replace(/[\t\n\r]/g, '')
    .replace(invalid, '')
  for (const character of missing(drawn))
    if (!refused.has(character)) {
      refused.add(character)
      report.add('missing-glyph', place(character), { character, codePoint: codePointName(character) })
    }
  return refused.size === 0
}

const occurrences = (text: string, character: string, before: number): number =>
  text.slice(0, before).split(character).length - 1

/** The place of a character written as an escape in double quotes: `"\uFFFE"`. @param nth of its kind, from 0 */
function escaped(source: string, at: Span, character: string, nth: number): Span {
  const raw = source.slice(at.start, at.end)
  const alike = [...raw.matchAll(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|0)/gi)].filter((found) => {
    const code = Number.parseInt(found[1] ?? found[2] ?? found[3] ?? '0', 16)
    return code === character.codePointAt(0)
  })
  const found = alike[nth]
  return found ? { ...at, start: at.start + found.index, end: at.start + found.index + found[0].length } : at
}
