/** A number as a content stream takes it: a thousandth of a point is finer than any printer. */
export function num(value: number): string {
  let text = written.get(value)
  if (text === undefined) {
    text = String(Math.round(value * 1000) / 1000)
    if (written.size === mostWritten) written.clear()
    written.set(value, text)
  }
  return text
}

/** Lengths repeat along rows and down columns, and writing a fraction out is slow. */
const written = new Map<number, string>()
const mostWritten = 4096

/** A straight rule, pt; its ends reach half its width further, so that corners close. */
export interface Rule {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly width: number
}

/** Draws rules in black. */
export const strokes = (rules: readonly Rule[]): string => {
  let width = 0
  let operators = '2 J\n'
  for (const rule of rules) {
    if (rule.width !== width) operators += `${num(rule.width)} w\n`
    width = rule.width
    operators += `${num(rule.x1)} ${num(rule.y1)} m ${num(rule.x2)} ${num(rule.y2)} l S\n`
  }
  return operators
}

const artifacts = {
  Pagination: '/Type/Pagination',
  Footer: '/Type/Pagination/Subtype/Footer/Attached[/Bottom]',
  Layout: '/Type/Layout',
} as const

/** What is on the page and no content: assistive technology passes over it (ISO 32000-1 14.8.2.2). */
export const artifact = (type: keyof typeof artifacts, operators: string): string =>
  `/Artifact<<${artifacts[type]}>>BDC\n${operators}EMC`
