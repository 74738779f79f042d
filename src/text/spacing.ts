import { type Line, plain, type Run, type Spacing, type Style } from '../model/index.ts'
import type { Measure } from './breaks.ts'
import { isSpace } from './punctuation.ts'

/**
 * Where punctuation takes less room than an em and where Han and Latin stand apart: GB/T 15834-2011 §5.1.2, §5.1.10,
 * §5.1.11 and clreq, "Punctuation Width Adjustment" and "Mixed Text Composition". A full-width mark is half blank: a
 * pause or closing mark at its right, an opening mark at its left; only that blank is ever taken away.
 */

/** Blank at the right half. */
const closes: ReadonlySet<string> = new Set('、，。．：；！？）］｝〕》〉」』】〗”’')
/** Blank at the left half. */
const opens: ReadonlySet<string> = new Set('（［｛〔《〈「『【〖“‘')
const exclaims: ReadonlySet<string> = new Set('！？')

/** Any of these: a line without them is set as it is. */
const blank = new RegExp(`[${[...closes, ...opens].join('').replace(/[\]\\]/g, '\\$&')}]`, 'u')

/** What Han and Latin stand apart, em. */
export const quarterEm = 0.25
/** A character that is one em wide in every font. */
export const han = '一'

const isHan = (char: string): boolean => /^\p{Script=Han}/u.test(char)
const isLatin = (char: string): boolean => /^[A-Za-z0-9\u00C0-\u024F\u0370-\u03FF]/.test(char)

/** Whether two neighbours are Han and a Latin letter or figure, in either order. */
export const isSpaced = (a: string, b: string): boolean => (isHan(a) && isLatin(b)) || (isLatin(a) && isHan(b))

/** At how many places of a text Han and Latin stand apart. */
export function spacesIn(text: string): number {
  const chars = [...text]
  return chars.filter((char, i) => isSpaced(chars[i - 1] ?? '', char)).length
}

/** How a line stands in its column; of a centred one both ends are trimmed, or its ink would not be centred. */
export interface Setting {
  readonly align: Style['align']
  readonly autospace: boolean
}

/**
 * A line with the room that its marks give up and that Han and Latin keep. Its `width` stays: what is planned by it
 * holds in programs that set each mark an em wide.
 */
export function spaced(line: Line, setting: Setting, measure: Measure): Line {
  if (!setting.autospace && !line.runs.some(({ text }) => blank.test(text))) return line
  const chars = charsOf(line)
  const spacing: Spacing[] = []
  for (let i = 0; i <= chars.length; i++) {
    const by = roomBefore(chars, i, setting, measure)
    if (by !== 0) spacing.push({ at: chars[i]?.at ?? plain(line.runs).length, by })
  }
  return spacing.length === 0 ? line : { ...line, spacing }
}

/**
 * A line with the places where justifying must not part it: within words of Latin letters and figures (clreq, "Mixed
 * Text Composition"), in and behind —— and ……, before marks and indexes.
 */
export function keptSolid(line: Line): Line {
  const chars = charsOf(line)
  const solid = chars.flatMap((b, i) => {
    const a = chars[i - 1]
    if (a === undefined || !belongTogether(a, b)) return []
    // At the line's end too: two strokes set as one stretch join.
    return i === chars.length - 1 ? [b.at, b.at + b.char.length] : [b.at]
  })
  return solid.length === 0 ? line : { ...line, solid }
}

const inWord = /^[!-~\u00A1-\u024F\u0370-\u03FF]/

const belongTogether = (a: Char, b: Char): boolean =>
  b.run.mark !== undefined ||
  /\p{M}/u.test(a.char + b.char) ||
  /[—…]/.test(a.char) ||
  (inWord.test(a.char) && inWord.test(b.char))

interface Char {
  readonly char: string
  readonly run: Run
  readonly at: number
}

function charsOf({ runs }: Line): Char[] {
  const chars: Char[] = []
  let at = 0
  for (const run of runs)
    for (const char of run.text) {
      chars.push({ char, run, at })
      at += char.length
    }
  return chars
}

/** pt before the character, or at the line's end. */
function roomBefore(chars: readonly Char[], index: number, { align, autospace }: Setting, measure: Measure): number {
  const [a, b] = [chars[index - 1], chars[index]]
  if (a === undefined) return b && align === 'center' && opens.has(b.char) ? -halfOf(b, measure) : 0
  if (b === undefined) return align !== 'left' && closes.has(a.char) ? -halfOf(a, measure) : 0
  if (autospace && isSpaced(a.char, b.char)) return quarterEm * measure(han, b.run)
  if (closes.has(a.char) && (closes.has(b.char) || opens.has(b.char))) return -halfOf(a, measure)
  if (opens.has(a.char) && opens.has(b.char)) return -halfOf(b, measure)
  // §5.1.2: two of ？ and ！ take one em together; three take two, as any three marks do.
  const pair = exclaims.has(a.char) && exclaims.has(chars[index - 2]?.char ?? '') && !exclaims.has(b.char)
  return pair && !exclaims.has(chars[index - 3]?.char ?? '') && !isSpace(b.char) ? -halfOf(a, measure) : 0
}

/** Half an em of a mark that is an em wide: among Latin letters “ and ” are not. pt */
function halfOf({ char, run }: Char, measure: Measure): number {
  const em = measure(han, run)
  return measure(char, run) > em * 0.99 ? em / 2 : 0
}
