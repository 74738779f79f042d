import {
  type FieldLine,
  GridError,
  type GridItem,
  type GridTable,
  type Line,
  type Page,
  type PageSetup,
  type PlacedRow,
  type TextBlock,
} from '../model/index.ts'
import type { Typesetter } from './heights.ts'
import { type Ledger, Parts, splitLines, whole } from './pieces.ts'

const slack = 0.01

type Item = Page['items'][number]

/** Writes pages from the top: knows where the next item goes and which pages are complete. Lengths in pt. */
export class PagePen {
  /** Height of the body. */
  readonly body: number
  readonly setter: Typesetter
  readonly natural: boolean
  readonly ledger: Ledger = { open: 0 }
  /** Where the next item may begin. */
  y = 0
  readonly #width: number
  #items: Item[] = []
  #number = 1
  #forced = false
  #waiting: Page[] = []
  readonly #broken = new WeakMap<TextBlock, readonly Line[]>()

  /** @param natural pages that are full are left to formats that break pages themselves: people still type */
  constructor(page: PageSetup, setter: Typesetter, natural: boolean) {
    this.natural = natural
    this.body = page.height - page.margin.top - page.margin.bottom
    this.#width = page.width - page.margin.left - page.margin.right
    this.setter = setter
  }

  get empty(): boolean {
    return this.#items.length === 0
  }

  /** What the page begins with. */
  get first(): GridItem | undefined {
    const [item] = this.#items
    return item && sourceOf(item)
  }

  /** Ends the page, unless nothing stands on it. @param forced the next page begins by the plan's will, not for want of room */
  newPage(forced = false): void {
    if (!this.empty) {
      this.#waiting.push({ number: this.#number++, forced: this.#forced, items: this.#items })
      this.#items = []
      this.y = 0
      this.#forced = !this.natural
    }
    this.#forced ||= forced && this.#number > 1
  }

  /** The pages that are complete: none while something on them is still being cut. */
  *finished(): Generator<Page> {
    if (this.ledger.open > 0) return
    const pages = this.#waiting
    this.#waiting = []
    yield* pages
  }

  *end(): Generator<Page> {
    this.newPage()
    if (this.ledger.open > 0) throw new GridError('something was cut and its last piece is not placed')
    yield* this.finished()
  }

  /** Where the next item would begin if these stood here, or from `y` on, each whole. */
  after(leads: readonly (TextBlock | FieldLine)[], y = this.y): number {
    return leads.reduce(
      (top, lead) => this.#top(top, lead) + this.#height(lead) + this.setter.styles[lead.style].spaceAfter,
      y,
    )
  }

  /** What texts need below something else, each whole. */
  heightOf(texts: readonly TextBlock[]): number {
    return texts.reduce((sum, text) => {
      const { spaceBefore, spaceAfter } = this.setter.styles[text.style]
      return sum + spaceBefore + this.#height(text) + spaceAfter
    }, 0)
  }

  /** Places texts that keep together: on the next page where they do not fit this one but would fit a page. */
  texts(chain: readonly (TextBlock | FieldLine)[]): void {
    if (!this.empty && !this.#fits(chain)) this.newPage()
    this.flow(chain)
  }

  /** Places texts one after the other, whatever the page; returns that none remain. `repeated`: above a table that goes on */
  flow(leads: readonly (TextBlock | FieldLine)[], repeated = false): [] {
    for (const lead of leads) {
      if (lead.kind === 'text') this.#text(lead, repeated)
      else this.#fields(lead)
      this.y += this.setter.styles[lead.style].spaceAfter
    }
    return []
  }

  /** Places the rows of a table that stand on this page, each where it says, and keeps `below` pt free under them. */
  rows(rows: readonly PlacedRow[], below: number): void {
    rows.forEach((row, at) => {
      const [first, last] = [at === 0, at === rows.length - 1]
      this.#put(first || last ? { ...row, first, last } : row, row.y + row.height)
    })
    this.y += below
  }

  /** Whether a chain fits this page: all of it, or of one that no page holds what stands before its first text with that. */
  #fits(chain: readonly (TextBlock | FieldLine)[]): boolean {
    const least = this.#stands(chain, 0) ? chain : chain.slice(0, 1 + chain.findIndex(isRead))
    return this.#stands(least, this.y)
  }

  /** Whether these fit the page from `y` on; of a text at their end that no page could hold two lines are enough. */
  #stands(items: readonly (TextBlock | FieldLine)[], y: number): boolean {
    const last = items.at(-1)
    if (last === undefined) return true
    const top = this.#top(this.after(items.slice(0, -1), y), last)
    const needed = this.#isCut(last) ? 2 * this.setter.styles[last.style].lineHeight : this.#height(last)
    return top + needed <= this.body + slack
  }

  #text(block: TextBlock, repeated: boolean): void {
    const { lineHeight } = this.setter.styles[block.style]
    let lines: readonly Line[] = this.#lines(block)
    let parts: Parts | undefined
    for (;;) {
      const top = this.#top(this.y, block)
      const fit = Math.floor((this.body - top + slack) / lineHeight)
      const alone = this.empty
      const mayCut = this.#isCut(block) || alone
      const [here, rest] = fit >= lines.length || mayCut ? splitLines(lines, fit, alone) : [[], lines]
      if (here.length > 0) {
        if (rest.length > 0) parts ??= new Parts(this.ledger)
        const piece = rest.length > 0 ? parts?.next() : parts?.end()
        const placed = {
          kind: 'text',
          block,
          y: top,
          lines: here,
          piece: piece ?? whole,
          ...(repeated && { repeated }),
        } as const
        this.#put(placed, top + here.length * lineHeight)
      }
      if (rest.length === 0) return
      if (this.empty) throw new GridError(`a line of ${block.id} is higher than the page`)
      lines = rest
      this.newPage()
    }
  }

  /** A text that no page could hold. */
  #isCut(item: TextBlock | FieldLine): boolean {
    return isRead(item) && this.#height(item) > this.body + slack
  }

  #fields(line: FieldLine): void {
    const { lineHeight } = this.setter.styles[line.style]
    if (this.#top(this.y, line) + lineHeight > this.body + slack) this.newPage()
    const y = this.#top(this.y, line)
    this.#put({ kind: 'fields', line, y }, y + lineHeight)
  }

  /** Where an item's first line begins: no space stands above it at a page's top. */
  #top(y: number, item: TextBlock | FieldLine): number {
    return y === 0 ? 0 : y + this.setter.styles[item.style].spaceBefore
  }

  #height(item: TextBlock | FieldLine): number {
    const { lineHeight } = this.setter.styles[item.style]
    return item.kind === 'text' ? this.#lines(item).length * lineHeight : lineHeight
  }

  #lines(block: TextBlock): readonly Line[] {
    const known = this.#broken.get(block) ?? this.setter.lines(block.content, block.style, this.#width)
    this.#broken.set(block, known)
    return known
  }

  #put(item: Item, bottom: number): void {
    if (bottom > this.body + slack) throw new GridError(`page ${this.#number}: ${nameOf(item)} leaves the page`)
    this.#items.push(item)
    this.y = bottom
  }
}

const nameOf = (item: Item): string => (item.kind === 'row' ? item.row.id : sourceOf(item).id)

/** The item of the document that a placed one is of. */
export const sourceOf = (item: Item): TextBlock | FieldLine | GridTable =>
  item.kind === 'text' ? item.block : item.kind === 'fields' ? item.line : item.table

/** Texts that are read, not headings and titles: these stay whole. */
const isRead = (item: TextBlock | FieldLine): boolean =>
  item.kind === 'text' && (item.role === 'note' || item.role === 'instruction' || item.role === 'text')
