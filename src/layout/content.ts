import { GridError, type Line, plain, type Run, type Runs } from '../model/index.ts'

/** A place in a content: a paragraph, and a character of its plain text (UTF-16 code units). */
interface Spot {
  readonly paragraph: number
  readonly at: number
}

/**
 * Cuts a content where its lines were cut into pieces: from lines (without the spaces dropped at line ends) back to
 * paragraphs as they were written. Call it with the pieces in order; after the end it begins again, as a label does
 * that stands whole on each piece.
 * @throws GridError where the lines are not those of the content
 */
export class ContentCutter {
  readonly #content: readonly Runs[]
  #next: Spot = { paragraph: 0, at: 0 }

  constructor(content: readonly Runs[]) {
    this.#content = content
  }

  next(lines: readonly Line[]): Runs[] {
    if (lines.length === 0) return []
    if (this.#next.paragraph >= this.#content.length) this.#next = { paragraph: 0, at: 0 }
    let from: Spot | undefined
    let end = this.#next
    for (const line of lines) {
      const text = plain(line.runs)
      const start = this.#find(text)
      from ??= start
      end = { paragraph: start.paragraph, at: start.at + text.length }
      this.#next = line.last ? this.#below(end) : end
    }
    const { paragraph, at } = from as Spot
    return this.#content
      .slice(paragraph, end.paragraph + 1)
      .map((runs, index) =>
        slice(runs, index === 0 ? at : 0, paragraph + index === end.paragraph ? end.at : Number.POSITIVE_INFINITY),
      )
  }

  /** Where the next line begins: here or after spaces that were dropped. */
  #find(text: string): Spot {
    const { paragraph, at } = this.#next
    const whole = plain(this.#content[paragraph] ?? [])
    for (let from = at; from <= whole.length; from++) {
      if (whole.startsWith(text, from)) return { paragraph, at: from }
      if ((whole[from] ?? '').trim() !== '') break
    }
    throw new GridError(`the line "${text}" is not in "${whole}"`)
  }

  /** The line after one that was ended by a line feed or with its paragraph. */
  #below({ paragraph, at }: Spot): Spot {
    const feed = plain(this.#content[paragraph] ?? []).indexOf('\n', at)
    return feed < 0 ? { paragraph: paragraph + 1, at: 0 } : { paragraph, at: feed + 1 }
  }
}

/** The characters `from` to `to` of a paragraph, with their marks. */
function slice(runs: Runs, from: number, to: number): Runs {
  const cut: Run[] = []
  let start = 0
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    if (text !== '') cut.push(text === run.text ? run : { ...run, text })
    start += run.text.length
  }
  return cut
}
