import { markRatio, markRise } from './faces.ts'

/** A part of a composed character; lengths in em of the text's size, `width` that of the whole character. */
export interface Part {
  readonly char: string
  readonly scale: number
  readonly x: number
  readonly rise: number
  readonly width: number
}

const box: Part = { char: '□', scale: 1, x: 0, rise: 0, width: 1 }

const figure = (char: string, mark: 'sup' | 'sub'): Part => ({
  char,
  scale: markRatio,
  x: 0,
  rise: markRise[mark],
  width: markRatio / 2,
})

/** Characters that forms use and no open font tested has, and what they are drawn with. */
export const composed: ReadonlyMap<string, readonly Part[]> = new Map([
  ['☐', [box]],
  ['☑', [box, { char: '√', scale: 0.7, x: 0.17, rise: 0.1, width: 0 }]],
  ['☒', [box, { char: '×', scale: 0.9, x: 0.05, rise: 0.04, width: 0 }]],
  ['✔', [{ char: '✓', scale: 1, x: 0, rise: 0, width: 1 }]],
  ...[...'₀₁₂₃₄₅₆₇₈₉'].map((char, value): [string, Part[]] => [char, [figure(String(value), 'sub')]]),
  ...[...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((char, value): [string, Part[]] => [char, [figure(String(value), 'sup')]]),
])
