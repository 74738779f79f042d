const joiner = 0x200d

/**
 * Where the character that begins at `from` ends as a reader sees it: a code point with the combining marks, variation
 * selectors and joined characters that follow. Needs no locale, unlike Intl.Segmenter.
 * @returns an index into `text` greater than `from`
 */
export function clusterEnd(text: string, from: number): number {
  let at = from + length(text, from)
  while (at < text.length && modifiesBefore(text, at)) {
    const joins = text.charCodeAt(at) === joiner
    at += length(text, at)
    if (joins && at < text.length) at += length(text, at)
  }
  return at
}

/** The characters of a text as a reader sees them. */
export function charactersOf(text: string): string[] {
  const characters: string[] = []
  for (let at = 0; at < text.length; at += (characters.at(-1) as string).length)
    characters.push(text.slice(at, clusterEnd(text, at)))
  return characters
}

const length = (text: string, at: number): number => ((text.codePointAt(at) as number) > 0xffff ? 2 : 1)

/** Whether the code point at `at` belongs to the one before it. */
export function modifiesBefore(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit < 0x300 || (unit >= 0x3100 && unit < 0xa000)) return false
  return unit === joiner || /^(?:\p{M}|[\u{1F3FB}-\u{1F3FF}])/u.test(text.slice(at, at + 2))
}
