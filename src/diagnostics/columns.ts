/**
 * How many columns text takes in a terminal (or in any text set in a fixed-width face). Han is two columns wide.
 * What East Asian Width calls ambiguous (“ … ─ ①) is one column, as terminals draw it.
 */

/** East Asian Width W and F: pairs of first and last code point (Unicode 15, unassigned gaps inside blocks included). */
const wide = [
  0x1100, 0x115f, 0x231a, 0x231b, 0x2329, 0x232a, 0x23e9, 0x23ec, 0x2e80, 0x303e, 0x3041, 0x33ff, 0x3400, 0x4dbf,
  0x4e00, 0xa4cf, 0xa960, 0xa97f, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30, 0xfe6f, 0xff01, 0xff60,
  0xffe0, 0xffe6, 0x1f300, 0x1f64f, 0x1f680, 0x1f6ff, 0x1f900, 0x1f9ff, 0x20000, 0x3fffd,
] as const

const noWidth = /^[\p{Mn}\p{Me}\p{Cf}]$/u

/** Characters that would move the cursor, turn the text round or vanish. */
const unseen = /(?!\t)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe\uffff]/gu

/** Columns of one character: 0, 1 or 2. */
export function charColumns(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x300) return 1
  if (noWidth.test(character)) return 0
  for (let i = 0; i < wide.length; i += 2) {
    if (code < (wide[i] as number)) return 1
    if (code <= (wide[i + 1] as number)) return 2
  }
  return 1
}

/** Columns of a text without line breaks and tabs. */
export function columns(text: string): number {
  let sum = 0
  for (const character of text) sum += charColumns(character)
  return sum
}

/** The text with everything a terminal would obey or hide written out as `<U+0007>`. Tabs stay. */
export const visible = (text: string): string =>
  text.replace(unseen, (character) => {
    const code = character.codePointAt(0) as number
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
  })
