import { type Line, plain, type Runs } from '../../model/index.ts'
import { isSpace } from '../../text/punctuation.ts'

/** What a printed line says of the text it is taken from. */
export interface Said {
  /** The white space after it that line breaking dropped, a line break included. */
  readonly dropped: string
  /** It begins, it ends a paragraph. */
  readonly begins: boolean
  readonly ends: boolean
  /** All has been said before: a label printed again after a page break. */
  readonly again: boolean
}

const saidAgain: Said = { dropped: '', begins: false, ends: false, again: true }

const saidWhole: Said = { dropped: '', begins: true, ends: true, again: false }

/** A text of one paragraph that stands whole on one line. */
export const wholeReading: Pick<Reading, 'take'> = { take: () => saidWhole }

/** Follows a text through its lines, on however many pages, so that what is read aloud or copied is the text itself. */
export class Reading {
  readonly #paragraphs: readonly Runs[]
  #paragraph = 0
  #at = 0

  constructor(content: readonly Runs[]) {
    this.#paragraphs = content
  }

  /** Takes the next line. */
  take({ runs }: Pick<Line, 'runs'>): Said {
    const paragraph = this.#paragraphs[this.#paragraph]
    if (paragraph === undefined) return saidAgain
    const text = plain(paragraph)
    const begins = this.#at === 0
    const end = this.#at + plain(runs).length
    let next = end
    while (next < text.length && isSpace(text.charAt(next))) next++
    const broken = text.charAt(next) === '\n'
    this.#at = broken ? next + 1 : next
    const ends = this.#at >= text.length && !broken
    if (ends) {
      this.#paragraph++
      this.#at = 0
    }
    return { dropped: text.slice(end, broken ? next + 1 : next), begins, ends, again: false }
  }
}
