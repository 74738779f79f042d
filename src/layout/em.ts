import { plain, type Runs } from '../model/index.ts'

/** Width in em by the grid of 宋体: what is wide in East Asian text is 1, the rest ½; raised and lowered marks ⅓ of that less. */
export function emOf(runs: Runs): number {
  let em = 0
  for (const { text, mark } of runs) {
    let width = 0
    for (const character of text) width += wide.test(character) ? 1 : 0.5
    em += mark ? width * 0.65 : width
  }
  return em
}

const wide =
  /[\u1100-\u115F\u2014\u2018-\u201D\u2026\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{3FFFD}]/u

/**
 * The widest of what a line break may not cut: words of Latin letters or figures, as wide as a proportional font sets
 * them, and a unit in its brackets.
 */
export function longestWordEm(runs: Runs): number {
  const text = plain(runs)
  const words = text.match(/[!-~]+/g) ?? []
  const units = text.match(/（[^（）]{1,4}）/g) ?? []
  return Math.max(0, ...[...words, ...units].map(wordEm))
}

const wordEm = (word: string): number =>
  [...word].reduce((em, letter) => em + (/[!-~]/.test(letter) ? latinEm(letter) : 1), 0)

/** Of Noto Serif's letters and figures the upper end of each kind. */
const latinEm = (letter: string): number =>
  /[W@%&]/.test(letter)
    ? 1.06
    : /[mM]/.test(letter)
      ? 0.98
      : /[w]/.test(letter)
        ? 0.84
        : /[A-Z]/.test(letter)
          ? 0.78
          : 0.6
