import { GridError, type Line, plain, type Run, type Runs } from '../model/index.ts'

/** A place in a content: a paragraph, and a character of its plain text (UTF-16 code units). */
interface Spot {
  readonly paragraph: number
  readonly at: number
}

/** A piece of a content. */
export interface Cut {
  readonly content: readonly Runs[]
  /** As of a sheet's cell: the first paragraph began in the piece before, or the piece before ended with a paragraph. */
  readonly goesOn?: 'inParagraph' | 'withNext'
}

/**
 * Cuts a content where its lines were cut into pieces: from lines (without the spaces dropped at line ends) back to
 * paragraphs as they were written, such spaces at the end of the piece. Call it with the pieces in order; after the end it begins again, as a label does
 * that stands whole on each piece.
 * @throws GridError where the lines are not those of the content
 */
export class ContentCutter {
  readonly #content: readonly Runs[]
  #next: Spot = { paragraph: 0, at: 0 }

  constructor(content: readonly Runs[]) {
    this.#content = content
  }

  next(lines: readonly Line[]): Cut {
    if (lines.length === 0) return { content: [], goesOn: 'withNext' }
    if (this.#next.paragraph >= this.#content.length) this.#next = { paragraph: 0, at: 0 }
    const from = this.#next
    for (const line of lines) {
      const text = plain(line.runs)
      const start = this.#find(text)
      this.#next = this.#below({ paragraph: start.paragraph, at: start.at + text.length }, line.last)
    }
    const { paragraph, at } = from
    const end = this.#next
    const content = this.#content
      .slice(paragraph, end.at === 0 ? end.paragraph : end.paragraph + 1)
      .map((runs, index) =>
        slice(runs, index === 0 ? at : 0, paragraph + index === end.paragraph ? end.at : Number.POSITIVE_INFINITY),
      )
    if (paragraph === 0 && at === 0) return { content }
    return { content, goesOn: at > 0 ? 'inParagraph' : 'withNext' }
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

  /** Where the line after one begins: after the spaces that it dropped, or where a line feed or the paragraph ended it. */
  #below({ paragraph, at }: Spot, last: boolean): Spot {
    const whole = plain(this.#content[paragraph] ?? [])
    if (!last) return { paragraph, at: at + (/^[^\S\n]*/.exec(whole.slice(at)) as RegExpExecArray)[0].length }
    const feed = whole.indexOf('\n', at)
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
