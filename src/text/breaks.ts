import type { Line, Run, Runs } from '../model/index.ts'
import { clusterEnd, modifiesBefore } from './clusters.ts'
import {
  type BreakCost,
  breakBetween,
  breakCost,
  breaksInPhrases,
  isClosing,
  isNotFirst,
  isNotLast,
  isSpace,
  type OfficeProgram,
  officeCost,
} from './punctuation.ts'
import { han, isSpaced, quarterEm } from './spacing.ts'

/** Width in pt of the first line and of all others. */
export interface LineWidths {
  readonly first: number
  readonly rest: number
}

/**
 * Width in pt of a text set as `run` says (mark, strong). Additive: the width of a text is the sum of its characters'
 * (`Fonts.measure` is). Asked once per character and run, so keep it a table look-up.
 */
export type Measure = (text: string, run: Run) => number

/** Sums of the same widths in another order differ in the last digits. */
const tolerance = 1e-6

/**
 * Breaks one paragraph into lines, filling each as far as it goes. A line never starts or ends with a mark that
 * GB/T 15834 and clreq forbid there; —— and ……, words, numbers with their unit, and a word with its footnote mark or
 * index stay whole. What is longer than a line is broken at the least bad place, so lines are never wider than
 * asked for unless a single character is. `\n` starts a new line (of width `rest`); spaces at lines' ends are dropped.
 *
 * Always gives a line: without text one of width 0. `last` is true at the paragraph's end and before each `\n`.
 * @param autospace whether Han and Latin stand a quarter em apart, as clreq has it
 * @param program breaks as this program would, to know how many lines it needs
 */
export function breakLines(
  runs: Runs,
  width: LineWidths,
  measure: Measure,
  autospace = false,
  program?: OfficeProgram,
): Line[] {
  const whole = autospace ? undefined : oneLine(runs, width.first, measure)
  if (whole !== undefined) return [whole]
  const text = lay(runs, measure, autospace, program)
  const lines: Line[] = []
  let from = 0
  for (const end of text.ends) {
    do {
      const next = lineEnd(text, from, end, lines.length === 0 ? width.first : width.rest)
      lines.push(line(runs, text, from, next, next === end))
      from = next
    } while (from < end)
    from = end + 1
  }
  return lines
}

/** The text as one line of at most `limit` pt, without autospace; undefined where it does not fit, or has a `\n` or a space at its end. */
export function oneLine(runs: Runs, limit: number, measure: Measure): Line | undefined {
  let width = 0
  for (const run of runs) {
    if (run.text.includes('\n')) return undefined
    width += measure(run.text, run)
    if (width > limit + tolerance) return undefined
  }
  const end = runs.at(-1)?.text
  if (end === undefined) return { runs: [], width: 0, last: true }
  return end === '' || isSpace(end.charAt(end.length - 1)) ? undefined : { runs, width, last: true }
}

/** A paragraph by characters, as a reader sees them: character i is `runs[run[i]].text.slice(start[i], end[i])`. */
interface Laid {
  readonly run: number[]
  readonly start: number[]
  readonly end: number[]
  readonly width: number[]
  /** Room between the character and the one before it, where both stand on one line, pt. */
  readonly gap: number[]
  readonly space: boolean[]
  /** What a break before the character costs. */
  cost: readonly BreakCost[]
  /** Indexes of the characters that are `\n`, and the number of characters. */
  readonly ends: number[]
}

function lay(runs: Runs, measure: Measure, autospace: boolean, program: OfficeProgram | undefined): Laid {
  const laid: Laid = { run: [], start: [], end: [], width: [], gap: [], space: [], cost: [], ends: [] }
  const chars: string[] = []
  for (const [index, run] of runs.entries())
    for (let at = 0; at < run.text.length; ) {
      const next = clusterEnd(run.text, at)
      const char = run.text.slice(at, next)
      if (char === '\n') laid.ends.push(chars.length)
      chars.push(char)
      laid.run.push(index)
      laid.start.push(at)
      laid.end.push(next)
      laid.width.push(char === '\n' ? 0 : measure(char, run))
      laid.gap.push(autospace && isSpaced(chars.at(-2) ?? '', char) ? quarterEm * measure(han, run) : 0)
      laid.space.push(isSpace(char))
      at = next
    }
  laid.ends.push(chars.length)
  const cost = priced(laid, chars, runs)
  laid.cost =
    program === undefined
      ? cost
      : cost.map((each, i) => officeCost(each, chars[i - 1] ?? '', chars[i] as string, program))
  return laid
}

/** Whether a paragraph ends before this character: what stands there would be a line by itself. */
const endsAt = (next: string | undefined): boolean => next === undefined || next === '\n'

/** What a break before each character costs. */
function priced({ run, space }: Laid, chars: readonly string[], runs: Runs): BreakCost[] {
  const cost: BreakCost[] = []
  // Rules look at base characters: what modifies them does not change where they may stand.
  const bases = chars.map((char) => (char.length === 1 ? char : String.fromCodePoint(char.codePointAt(0) as number)))
  let solid = '' // the last character that is no space
  for (const [i, b] of bases.entries()) {
    const { mark, note } = runs[run[i] as number] as Run
    if (space[i]) cost.push(breakCost.never)
    else if (mark !== undefined || note !== undefined)
      cost.push(run[i] === run[i - 1] ? breakCost.index : breakCost.sign)
    else if (modifiesBefore(b, 0)) cost.push(breakCost.sign)
    else if (i > 0 && space[i - 1]) cost.push(isNotFirst(b) || isNotLast(solid) ? breakCost.mark : breakCost.free)
    else if (isClosing(b) && endsAt(bases[i + 1])) cost.push(breakCost.sign)
    else cost.push(breakBetween({ before: bases[i - 2] ?? '', a: bases[i - 1] ?? '', b, after: bases[i + 1] ?? '' }))
    if (!space[i]) solid = b === '\n' ? '' : b
  }
  const text = bases.map((char) => (char.length === 1 ? char : '?')).join('')
  for (const inside of breaksInPhrases(text)) if (cost[inside.at] === breakCost.free) cost[inside.at] = inside.cost
  return cost
}

/** Where the line from `from` ends, `end` at the latest: the last place that fits of those that cost least. */
function lineEnd({ width, gap, space, cost }: Laid, from: number, end: number, limit: number): number {
  const best = [0, 0, 0, 0, 0, 0, 0]
  let used = 0
  let solid = false
  for (let i = from; i < end; i++) {
    const price = cost[i] as BreakCost
    // Before the first printed character there is nothing to make a line of.
    if (solid && price !== breakCost.never) best[price] = i
    used += (width[i] as number) + (solid ? (gap[i] as number) : 0)
    if (space[i]) continue
    if (solid && used > limit + tolerance) return best.find((place) => place > from) as number
    solid = true
  }
  return end
}

function line(runs: Runs, laid: Laid, from: number, to: number, last: boolean): Line {
  let end = to
  while (end > from && laid.space[end - 1]) end--
  let width = 0
  for (let i = from; i < end; i++) width += (laid.width[i] as number) + (i > from ? (laid.gap[i] as number) : 0)
  const parts: Run[] = []
  for (let i = from; i < end; ) {
    const index = laid.run[i] as number
    const start = laid.start[i] as number
    while (i < end && laid.run[i] === index) i++
    const run = runs[index] as Run
    const text = run.text.slice(start, laid.end[i - 1])
    parts.push(text === run.text ? run : { ...run, text })
  }
  return { runs: parts, width, last }
}
