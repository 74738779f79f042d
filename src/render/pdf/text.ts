import type { GlyphRun } from '../../fonts/index.ts'
import type { Line, Run, Runs, Spacing, Style } from '../../model/index.ts'
import { actualText, type Glyphs } from './glyphs.ts'
import { num } from './operators.ts'
import type { Reading, Said } from './reading.ts'

/** Operators that draw a part of a line: all of it strong or none, all of it the mark of one note or none. */
export interface Drawn {
  readonly strong: boolean
  readonly note?: string | undefined
  readonly operators: string
}

/** What a part of a line is, apart from how it is drawn. */
type Kind = Pick<Drawn, 'strong' | 'note'>

export const alike = (a: Kind, b: Kind): boolean => a.strong === b.strong && a.note === b.note

/** A line as drawn, and what it says. */
export interface DrawnLine {
  readonly parts: readonly Drawn[]
  readonly said: Said
}

/** A column of text on the page, pt; `y` is the top of the first line box. */
export interface TextBox {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** A stretch at `x` pt from the line's left edge, with `before` places on its left where justifying adds room. */
interface Placed {
  readonly run: GlyphRun
  readonly kind: Kind
  readonly x: number
  readonly before: number
  /** Room is added behind each of its characters. */
  readonly loose: boolean
}

/** The em box of a Chinese face reaches 0.88 em above the baseline. */
const ascent = 0.88

/** The most that justifying may put between two characters, em: a line with much more room is better left ragged. */
const mostSlack = 0.12

/** Distance of the baseline from the top of a line box, pt. */
export const baseline = ({ size, lineHeight }: Style): number => (lineHeight - size) / 2 + ascent * size

/** Draws lines one under the other, aligned and indented as the style says. */
export function drawLines(
  lines: readonly Line[],
  box: TextBox,
  style: Style,
  glyphs: Glyphs,
  reading: Pick<Reading, 'take'>,
): DrawnLine[] {
  return lines.map((line, index) => {
    const said = reading.take(line)
    const indent = said.begins ? style.indent.first : style.indent.rest
    const y = box.y + index * style.lineHeight + baseline(style)
    const at = { x: box.x + indent, y, width: box.width - indent }
    return { parts: drawLine(line, at, style, glyphs, said.dropped), said }
  })
}

/**
 * Draws a line whose baseline is `at.y`.
 * @param dropped white space that follows it in the text and is not printed
 */
export function drawLine(
  line: Pick<Line, 'runs' | 'last' | 'spacing' | 'solid'>,
  at: TextBox,
  style: Style,
  glyphs: Glyphs,
  dropped = '',
): Drawn[] {
  const only = onlyRun(line, style, glyphs)
  if (only !== undefined && dropped === '') {
    const { strong = false, note } = line.runs[0] as Run
    const x = at.x + (at.width - only.width) * shareOf(style) + only.x
    return [{ strong, note, operators: show(only, x, at.y - only.rise, 0, glyphs) }]
  }
  const { placed, width, gaps } = place(line, style, glyphs)
  const slack = at.width - width
  const between = placed.at(-1)?.loose ? gaps - 1 : gaps
  const justified = style.align === 'justify' && !line.last && slack > 0 && between > 0
  const gap = justified ? Math.min(slack / between, mostSlack * style.size) : 0
  const left = at.x + slack * shareOf(style)
  const drawn = draw(placed, left, at.y, gap, glyphs)
  if (dropped === '') return drawn
  const [space] = glyphs.runs(' ', { face: style.face, size: style.size, bold: style.bold })
  if (space === undefined) return drawn
  const end = left + width + gaps * gap
  append(drawn, { strong: drawn.at(-1)?.strong ?? false }, unprinted(dropped, space, end, at.y, glyphs))
  return drawn
}

/** Of the room that a line leaves, how much stands before it. */
const shareOf = ({ align }: Style): number => (align === 'center' ? 0.5 : align === 'right' ? 1 : 0)

/** The glyphs of a line that one call draws where no room is added, as in most cells; undefined where it needs more. */
function onlyRun(line: Parameters<typeof drawLine>[0], style: Style, glyphs: Glyphs): GlyphRun | undefined {
  const [part, more] = line.runs
  if (part === undefined || more !== undefined || line.spacing !== undefined || line.solid !== undefined)
    return undefined
  if (style.align === 'justify' && !line.last) return undefined
  const { text, mark, strong = false } = part
  const runs = glyphs.runs(text, { face: style.face, size: style.size, bold: style.bold || strong, mark })
  return runs.length === 1 && runs[0]?.stands === undefined ? runs[0] : undefined
}

/** The stretches of a line; `gaps` counts the places where justifying adds room, the line's end among them where its last character is loose. */
function place(line: Parameters<typeof drawLine>[0], style: Style, glyphs: Glyphs) {
  const placed: Placed[] = []
  let width = 0
  let gaps = 0
  for (const { run: part, room, loose } of stretches(line)) {
    const { text, mark, strong = false, note } = part
    const left = width + room
    width = left
    const kind = { strong, note }
    for (const run of glyphs.runs(text, { face: style.face, size: style.size, bold: style.bold || strong, mark })) {
      // A part of a composed character that follows its first takes no room.
      const over = run.width === 0 && run.stands !== undefined
      placed.push({ run, kind, x: left + run.x, before: over && loose ? gaps - 1 : gaps, loose })
      width += run.width
      if (!over && loose) gaps += countOf(run.text)
    }
  }
  return { placed, width, gaps }
}

/** Code points of a text. */
function countOf(text: string): number {
  let count = text.length
  for (let at = 1; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 0xdc00 && unit < 0xe000) count--
  }
  return count
}

/** A part of a run, with room before it, pt; `loose` where justifying adds room behind each of its characters. */
interface Stretch {
  readonly run: Run
  readonly room: number
  readonly loose: boolean
}

/** The runs of a line cut where it has room between characters, and where it begins or ceases to be kept together. */
const stretches = ({ runs, spacing = [], solid = [] }: Pick<Line, 'runs' | 'spacing' | 'solid'>): Iterable<Stretch> =>
  spacing.length === 0 && solid.length === 0
    ? runs.map((run) => ({ run, room: 0, loose: true }))
    : parted(runs, spacing, solid)

function* parted(runs: Runs, spacing: readonly Spacing[], solid: readonly number[]): Generator<Stretch> {
  const rooms = new Map(spacing.map(({ at, by }) => [at, by]))
  const kept = new Set(solid)
  let start = 0
  for (const run of runs) {
    let from = 0
    let loose: boolean | undefined
    let at = 0
    const part = (to: number): Stretch => ({
      run: to - from === run.text.length ? run : { ...run, text: run.text.slice(from, to) },
      room: rooms.get(start + from) ?? 0,
      loose: loose ?? true,
    })
    for (const char of run.text) {
      const after = !kept.has(start + at + char.length)
      if (at > from && (loose !== after || rooms.has(start + at))) {
        yield part(at)
        from = at
      }
      loose = after
      at += char.length
    }
    if (at > from) yield part(at)
    start += run.text.length
  }
  const end = rooms.get(start)
  if (end !== undefined) yield { run: { text: '' }, room: end, loose: false }
}

/** @param gap room that justifying adds at a place, pt */
function draw(placed: readonly Placed[], left: number, y: number, gap: number, glyphs: Glyphs): Part[] {
  const drawn: Part[] = []
  placed.forEach(({ run, kind, x, before, loose }, index) => {
    const next = placed[index + 1]?.run
    const opens = run.stands !== undefined && run.width > 0
    const closes = run.stands !== undefined && (next?.stands === undefined || next.width > 0)
    const shown = show(run, left + x + before * gap, y - run.rise, loose ? gap : 0, glyphs)
    append(drawn, kind, `${opens ? actualText(run.stands) : ''}${shown}${closes ? 'EMC\n' : ''}`)
  })
  return drawn
}

interface Part extends Drawn {
  operators: string
}

function append(drawn: Part[], kind: Kind, operators: string): void {
  const last = drawn.at(-1)
  if (last !== undefined && alike(last, kind)) last.operators += operators
  else drawn.push({ strong: kind.strong, note: kind.note, operators })
}

function show(run: GlyphRun, x: number, y: number, gap: number, glyphs: Glyphs): string {
  const [before, after] = gap > 0 ? [`${num(gap)} Tc\n`, '0 Tc '] : ['', '']
  return `BT 1 0 0 -1 ${num(x)} ${num(y)} Tm\n${before}${glyphs.show(run)}${after}ET\n`
}

/** A space that stands for white space; readers drop control characters, so a line break is U+2028. */
function unprinted(text: string, space: GlyphRun, x: number, y: number, glyphs: Glyphs): string {
  const shown = show(space, x, y, 0, glyphs)
  return text === ' ' ? shown : `${actualText(text.replaceAll('\n', '\u2028'))}${shown}EMC\n`
}
