import type {
  GridDocument,
  GridTable,
  Page,
  PlacedCell,
  PlacedFields,
  PlacedRow,
  PlacedText,
  Runs,
  Style,
  StyleName,
} from '../../model/index.ts'
import { hung, plain, sized } from '../../model/index.ts'
import type { Bookmarks } from './bookmarks.ts'
import type { PdfFile } from './file.ts'
import type { Glyphs } from './glyphs.ts'
import { artifact, strokes } from './operators.ts'
import { Reading, wholeReading } from './reading.ts'
import { characterBox, tableRules } from './rules.ts'
import type { StructureTree } from './structure-tree.ts'
import { TableTags } from './table-tags.ts'
import { Tag } from './tag.ts'
import { baseline, type Drawn, type DrawnLine, drawLine, drawLines } from './text.ts'

/** Draws the pages of one document, one after the other, and tags what they say. */
export class PagePainter {
  readonly #document: GridDocument
  readonly #file: PdfFile
  readonly #tree: StructureTree
  readonly #root: Tag
  readonly #glyphs: Glyphs
  readonly #bookmarks: Bookmarks
  readonly #texts = new Map<string, Tag>()
  readonly #readings = new Map<string, Reading>()
  readonly #tables = new Map<string, { tags: TableTags; xs: readonly number[] }>()
  #printed = 0

  constructor(document: GridDocument, to: { tree: StructureTree; glyphs: Glyphs; bookmarks: Bookmarks }) {
    this.#document = document
    this.#file = to.tree.file
    this.#tree = to.tree
    this.#root = Tag.document(to.tree)
    this.#glyphs = to.glyphs
    this.#bookmarks = to.bookmarks
  }

  page(page: Page): void {
    this.#file.addPage()
    this.#tree.beginPage()
    let rows: PlacedRow[] = []
    for (const item of page.items) {
      if (item.kind === 'text') this.#text(item)
      else if (item.kind === 'fields') this.#fields(item)
      else {
        this.#row(item)
        rows.push(item)
        if (!item.last) continue
        this.#rules(item.table, rows)
        rows = []
      }
    }
    this.#footer(page.number)
    this.#printed++
  }

  /** All pages are drawn. */
  end(): void {
    for (const { tags } of this.#tables.values()) tags.end()
    this.#root.end()
    this.#tree.finish()
  }

  get #top(): number {
    return this.#document.page.margin.top
  }

  get #left(): number {
    return this.#document.page.margin.left
  }

  get #width(): number {
    const { width, margin } = this.#document.page
    return width - margin.left - margin.right
  }

  #style(name: StyleName): Style {
    return this.#document.styles[name]
  }

  #text({ block, y, lines, piece, repeated }: PlacedText): void {
    const top = this.#top + y
    const box = { x: this.#left, y: top, width: this.#width }
    if (repeated) {
      const again = drawLines(lines, box, this.#style(block.style), this.#glyphs, new Reading([block.content]))
      return this.#artifact(
        'Pagination',
        again.flatMap(({ parts }) => parts),
      )
    }
    if (block.level !== undefined && piece.n === 1) this.#bookmarks.add(plain(block.content), block.level, top)
    const type = block.level !== undefined ? `H${block.level}` : block.note !== undefined ? 'Note' : 'P'
    const tag = this.#texts.get(block.id) ?? this.#root.child(type, block.note === undefined ? {} : { id: block.id })
    const reading = this.#reading(block.id, [block.content], piece.of > 1)
    tag.show(drawLines(lines, box, this.#style(block.style), this.#glyphs, reading).flatMap(({ parts }) => parts))
    if (piece.n < piece.of) this.#texts.set(block.id, tag)
    else tag.end()
  }

  /** A place to write is a Form without a widget: PrintField says that it is filled in on paper. */
  #fields({ line, y }: PlacedFields): void {
    const line0 = this.#style(line.style)
    const base = this.#top + y + baseline(line0)
    const tag = this.#root.child('P')
    for (const { role, style: name, content, spacing = [], boxes = [], x, width, rule } of line.segments) {
      const left = this.#left + x
      const style = this.#style(name)
      const parts: Drawn[] = drawLine(
        { runs: content, last: true, spacing },
        { x: left, y: base, width },
        style,
        this.#glyphs,
      )
      const under = base + 0.22 * line0.size
      if (rule)
        parts.push({
          strong: false,
          operators: strokes([{ x1: left, x2: left + width, y1: under, y2: under, width: 0.5 }]),
        })
      const frames = boxes.flatMap((box) => characterBox({ ...box, x: left + box.x }, base))
      if (frames.length > 0) parts.push({ strong: false, operators: strokes(frames) })
      const form = { attributes: '<</O/PrintField/Role/tv>>' }
      const segment = role === 'value' ? tag.child('Form', form) : tag.child('Span')
      segment.show(parts)
      segment.end()
    }
    tag.end()
  }

  #row(placed: PlacedRow): void {
    const { tags, xs } = this.#table(placed.table)
    const drawn = placed.cells.map((cell) => this.#cell(cell, placed, xs))
    if (!placed.repeated) tags.row(placed, drawn)
    else
      this.#artifact(
        'Pagination',
        drawn.flat().flatMap(({ parts }) => parts),
      )
  }

  /** What runs through the pages and is not said again. */
  #artifact(type: 'Pagination' | 'Footer', parts: readonly Drawn[]): void {
    if (parts.length > 0) this.#file.draw(artifact(type, parts.map(({ operators }) => operators).join('')))
  }

  /** What of a text has been said: where page breaks cut it, in the pieces before. */
  #reading(id: string, content: readonly Runs[], cut: boolean): Reading {
    const known = cut ? this.#readings.get(id) : undefined
    const reading = known ?? new Reading(content)
    if (cut) this.#readings.set(id, reading)
    return reading
  }

  #table(table: GridTable): { tags: TableTags; xs: readonly number[] } {
    let known = this.#tables.get(table.id)
    if (known === undefined) {
      const xs = [this.#left]
      for (const column of table.columns) xs.push((xs.at(-1) as number) + column.width)
      known = { tags: new TableTags(this.#root, table), xs }
      this.#tables.set(table.id, known)
    }
    return known
  }

  #cell({ cell, height, lines, piece }: PlacedCell, row: PlacedRow, xs: readonly number[]): DrawnLine[] {
    if (lines.length === 0) return []
    const style = hung(sized(this.#style(cell.style), cell.size), cell.hanging)
    const left = xs[cell.column] as number
    const right = xs[cell.column + cell.colSpan] as number
    const room = height - lines.length * style.lineHeight
    const x = left + style.padding.x
    const { valign, padding } = style
    const above = valign === 'top' ? padding.y : valign === 'middle' ? room / 2 : room - padding.y
    const y = this.#top + row.y + above
    const box = { x, y, width: right - style.padding.x - (cell.after ?? 0) - x }
    const cut = !row.repeated && (piece.of > 1 || row.piece.of > 1)
    const { content } = cell
    // A line that drops nothing is the paragraph itself.
    const isWhole = !cut && lines.length === 1 && content.length === 1 && lines[0]?.runs === content[0]
    return drawLines(lines, box, style, this.#glyphs, isWhole ? wholeReading : this.#reading(cell.id, content, cut))
  }

  #rules(table: GridTable, rows: readonly PlacedRow[]): void {
    const rules = tableRules(rows, this.#table(table).xs, this.#top, table.frame)
    if (rules.length > 0) this.#file.draw(artifact('Layout', strokes(rules)))
  }

  #footer(number: number): void {
    const { footer, height } = this.#document.page
    if (this.#printed < footer.from) return
    const style = this.#style(footer.style)
    const text = `${footer.before}${number}${footer.after}`
    const y = height - footer.distance - style.lineHeight + baseline(style)
    const line = { runs: [{ text }], last: true }
    const set = footer.align === 'centre' ? style : outside(style, number)
    const x = this.#left + set.padding.x
    this.#artifact('Footer', drawLine(line, { x, y, width: this.#width - 2 * set.padding.x }, set, this.#glyphs))
  }
}

/** A page number's look at the outer edge, an em from it. */
const outside = (style: Style, number: number): Style => ({
  ...style,
  align: number % 2 === 1 ? 'right' : 'left',
  padding: { x: style.size, y: 0 },
})
