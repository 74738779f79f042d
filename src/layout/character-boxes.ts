import { type Ask, type CharacterBox, joinRuns, type Run, type Runs, type Spacing } from '../model/index.ts'
import { charactersOf } from '../text/clusters.ts'

/** An empty box as the blank prints it. */
const emptyBox = '□'

/**
 * What was written in boxes: each character in its own, groups parted by hyphens, the boxes left over as in the blank.
 * @returns undefined where there are more characters than boxes: none may be lost
 */
export function boxedRuns(text: string, { length = 1, groups = [length] }: Ask): Runs | undefined {
  const characters = charactersOf(text)
  if (characters.length > length || text.includes('\n')) return undefined
  const runs: Run[] = []
  let from = 0
  for (const [n, count] of groups.entries()) {
    if (n > 0) runs.push({ text: '-' })
    const filled = characters.slice(from, from + count)
    if (filled.length > 0) runs.push({ text: filled.join(''), boxed: true })
    if (filled.length < count) runs.push({ text: emptyBox.repeat(count - filled.length) })
    from += count
  }
  return joinRuns(runs)
}

/** A run as it is measured: a box is as wide as an empty one, whatever stands in it. */
export const inBoxes = (run: Run): Run =>
  run.boxed ? { ...run, text: emptyBox.repeat(charactersOf(run.text).length) } : run

/**
 * Where the boxes of a line stand, and its characters in the middle of theirs.
 * @param left where the text begins, pt from the left edge of what it stands in
 * @param advance width of a text as it is drawn, pt
 * @param most the same in the widest of the fonts that it may be set in
 */
export function boxesOf(
  runs: Runs,
  left: number,
  advance: (text: string) => number,
  most: (text: string) => number,
): { readonly boxes: CharacterBox[]; readonly spacing: Spacing[] } {
  const boxes: CharacterBox[] = []
  const spacing: Spacing[] = []
  const width = advance(emptyBox)
  let [at, x, behind] = [0, left, 0]
  for (const { text, boxed } of runs)
    for (const character of boxed ? charactersOf(text) : [text]) {
      const own = advance(character)
      const room = boxed ? (width - own) / 2 : 0
      if (behind + room !== 0) spacing.push({ at, by: behind + room })
      if (boxed) boxes.push({ from: at, to: at + character.length, x, width, room, wide: most(character) > width })
      at += character.length
      x += own + 2 * room
      behind = room
    }
  if (behind !== 0) spacing.push({ at, by: behind })
  return { boxes, spacing }
}
