/** In a comparison: only the new document has it, or only the old one. */
export type Revision = 'inserted' | 'deleted'

/** A stretch of text set in one way. `note` names the footnote whose mark this run prints. */
export interface Run {
  readonly text: string
  readonly mark?: 'sup' | 'sub'
  readonly strong?: boolean
  readonly note?: string
  /** The family that Word and Excel name, where only a font file of the user has these characters. */
  readonly font?: string
  /** Each of its characters stands in a box of its own; where, a segment says (`Segment.boxes`). */
  readonly boxed?: boolean
  readonly revision?: Revision
}

/** One paragraph. */
export type Runs = readonly Run[]

/** The text of a paragraph without its marks. */
export const plain = (runs: Runs): string =>
  runs.length === 1 ? (runs[0] as Run).text : runs.map((run) => run.text).join('')

/** The same without the marks of its notes, as messages and lists name what a label labels. */
export const withoutNotes = (runs: Runs): string => plain(runs.filter(({ note }) => note === undefined))

/** The text of several paragraphs, a line each. */
export const plainText = (paragraphs: readonly Runs[]): string =>
  paragraphs.length === 1 ? plain(paragraphs[0] as Runs) : paragraphs.map(plain).join('\n')

/** Neighbouring runs that are set alike become one. */
export function joinRuns(runs: readonly Run[]): Runs {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    const alike =
      last &&
      !last.mark &&
      !run.mark &&
      !last.note &&
      !run.note &&
      last.strong === run.strong &&
      last.font === run.font &&
      last.boxed === run.boxed &&
      last.revision === run.revision
    if (alike) joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}

/** The paragraphs of a text with line breaks in it. */
export function paragraphsOf(runs: Runs): Runs[] {
  const paragraphs: Run[][] = [[]]
  for (const run of runs)
    for (const [n, text] of run.text.split('\n').entries()) {
      if (n > 0) paragraphs.push([])
      if (text !== '' || run.note !== undefined) paragraphs.at(-1)?.push({ ...run, text })
    }
  return paragraphs
}
