/*
 * The rules of line breaking as a reader would check them, written down again from the standards: nothing here knows
 * how the program breaks lines.
 */

const notFirst = /^[、，。．：；！？）］｝〕》〉」』】〗”’·～–％‰℃／/,.;:!?)\]}%]/u
const notLast = /[（［｛〔《〈「『【〖“‘￥／([{]$/u

/**
 * What is wrong with a line break between two lines, by the clause it breaks; nothing where it may stand.
 * @param line with the space that was dropped at its end
 */
export function broken(line: string, next: string): string | undefined {
  if (/ $/.test(line) && /^[A-Za-z0-9]/.test(next)) return undefined
  if (/[A-Za-z0-9]\/$/.test(line) && /^[A-Za-z0-9]/.test(next)) return undefined
  if (notFirst.test(next)) return 'GB/T 15834 5.1.1–5.1.3, 5.1.6, 5.1.7, 5.1.9: a mark at a line’s start'
  if (notLast.test(line)) return 'GB/T 15834 5.1.3, 5.1.9: a mark at a line’s end'
  if (/—$/u.test(line) && /^—/u.test(next)) return 'GB/T 15834 5.1.4: a dash in two'
  if (/…$/u.test(line) && /^…/u.test(next)) return 'GB/T 15834 5.1.5: an ellipsis in two'
  if (/[!-~]$/.test(line) && /^[!-~]/.test(next)) return 'clreq, Mixed Text: a word or number in two'
  if (/[0-9]$/.test(line) && /^(?:年|月|日|万|亿|吨|元|个|家|%|％|℃)/u.test(next)) return 'a figure without its unit'
  if (/[（][^）]{0,4}$/u.test(line) && /^[^（]{0,4}）/u.test(next) && innerOf(line, next) <= 5) return 'a unit in two'
  return undefined
}

/** Characters of the bracket that a break lies in. */
const innerOf = (line: string, next: string): number =>
  (/（([^）]*)$/u.exec(line)?.[1]?.length ?? 0) + (/^([^（]*?)）/u.exec(next)?.[1]?.length ?? 0)

/** Whether a line could have ended earlier without breaking a rule: then one that does is a fault. */
export function couldBe(line: string, next: string): boolean {
  for (let at = 1; at < line.length; at++) {
    const [before, after] = [line.slice(0, at), line.slice(at) + next]
    // After a slash a word is in two as well: no better place.
    if (!/(?:^\s*|\/)$/.test(before) && broken(before.trimEnd(), after.trimStart()) === undefined) return true
  }
  return false
}
