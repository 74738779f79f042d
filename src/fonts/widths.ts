/**
 * Width of a character in 宋体 and 黑体 as offices have them (SimSun, SimHei), in em: half an em for ASCII and the
 * half-width forms, none for what only modifies its neighbour, one em for all else (these fonts set · ° Greek and
 * Cyrillic as wide as Han).
 */
export function officeWidth(codePoint: number): 0 | 0.5 | 1 {
  if (codePoint < 0x20) return 0
  if (codePoint < 0x7f || codePoint === 0xa0) return 0.5
  if (invisible(codePoint)) return 0
  if (codePoint >= 0xff61 && codePoint <= 0xffdc) return 0.5
  if (codePoint >= 0xffe8 && codePoint <= 0xffee) return 0.5
  return smallFigure(codePoint) ? 0.5 : 1
}

/** Superscript and subscript characters: neither font has them, what stands in is at most half an em wide. */
const smallFigure = (codePoint: number): boolean =>
  codePoint === 0xb2 || codePoint === 0xb3 || codePoint === 0xb9 || (codePoint >= 0x2070 && codePoint <= 0x209f)

/** Takes no room: what modifies its neighbour, and what is not drawn at all. */
export const invisible = (codePoint: number): boolean => unprinted(codePoint) || modifying(codePoint)

/** Is not drawn: controls, joiners, soft hyphens. */
export function unprinted(codePoint: number): boolean {
  if (codePoint < 0x300) return codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0) || codePoint === 0xad
  return odd(codePoint) && /^\p{Cf}$/u.test(String.fromCodePoint(codePoint))
}

/** Changes the look of the character before it: combining marks, variation selectors. */
export const modifying = (codePoint: number): boolean =>
  codePoint >= 0x300 && odd(codePoint) && /^\p{Mn}$/u.test(String.fromCodePoint(codePoint))

/** Not among Han, their punctuation and what else most texts are made of. */
const odd = (codePoint: number): boolean =>
  codePoint < 0x2e80 || (codePoint > 0x302f && codePoint < 0x3100) || codePoint >= 0xd800

/** How a character is drawn: which of the font's alternates, so that widths agree with those of the office's font. */
export type Cut = 'half' | 'full' | 'plain' | 'western'

/**
 * ASCII is drawn half an em wide and tabular (`hwid`); a dash a full em (`fwid`), so that —— has no gap and does not
 * fall short. Other characters keep their own width: `hwid` would halve ，（ and ％ too.
 */
export function cutOf(codePoint: number): Cut {
  if ((codePoint >= 0x20 && codePoint < 0x7f) || codePoint === 0xa0 || codePoint === 0xa5) return 'half'
  return codePoint === 0x2014 ? 'full' : 'plain'
}

/**
 * Where Latin letters have their own widths: the marks that Chinese fonts set an em wide (‘ ’ “ ” …) are drawn as
 * Western ones (`pwid`), and figures are tabular, half an em wide if their own widths differ.
 */
export function latinCutOf(codePoint: number, halfFigures: boolean): Cut {
  if (codePoint >= 0x30 && codePoint <= 0x39) return halfFigures ? 'half' : 'plain'
  if ((codePoint >= 0x2018 && codePoint <= 0x201d) || codePoint === 0x2026) return 'western'
  return codePoint === 0x2014 ? 'full' : 'plain'
}

/**
 * OpenType features of each cut, as fontkit and pdfkit take them. Ligatures and kerning are off: a line is as wide
 * as its characters, whatever stands beside them, and "fi" is not one glyph of a width of its own.
 */
export const featuresOf: Readonly<Record<Cut, Readonly<Record<string, boolean>>>> = {
  half: { hwid: true, liga: false, kern: false },
  full: { fwid: true, liga: false, kern: false },
  plain: { liga: false, kern: false },
  western: { pwid: true, liga: false, kern: false },
}
