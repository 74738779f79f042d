interface Stretch {
  readonly start: number
  readonly end: number
}

// A string of JSON, or a comment of JavaScript; an unquoted address has its slashes after a colon.
const stringOrComment = /"(?:\\.|[^"\\\n])*"|(?<![\w:])(?<comment>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))/g

/** The comments that someone wrote into JSON, which has none (RFC 8259). */
export const jsonComments = (text: string): Stretch[] =>
  [...text.matchAll(stringOrComment)].flatMap(({ index, groups }) =>
    groups?.comment === undefined ? [] : { start: index, end: index + groups.comment.trimEnd().length },
  )

/** The text with spaces in these stretches: what follows keeps its place. */
export function blankedOut(text: string, stretches: readonly Stretch[]): string {
  let blank = text
  for (const { start, end } of stretches)
    blank = blank.slice(0, start) + blank.slice(start, end).replace(/[^\n]/g, ' ') + blank.slice(end)
  return blank
}
