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

/** A stretch at `x` pt from the line's left edge, with `before` characters of the line on its left. */
interface Placed {
  readonly run: GlyphRun
  readonly kind: Kind
  readonly x: number
  readonly before: number
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
  reading: Reading,
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
  line: Pick<Line, 'runs' | 'last' | 'spacing'>,
  at: TextBox,
  style: Style,
  glyphs: Glyphs,
  dropped = '',
): Drawn[] {
  const { placed, width, characters } = place(line, style, glyphs)
  const slack = at.width - width
  const share = style.align === 'center' ? 0.5 : style.align === 'right' ? 1 : 0
  const justified = style.align === 'justify' && !line.last && slack > 0 && characters > 1
  const gap = justified ? Math.min(slack / (characters - 1), mostSlack * style.size) : 0
  const left = at.x + slack * share
  const drawn = draw(placed, left, at.y, gap, glyphs)
  if (dropped === '') return drawn
  const [space] = glyphs.runs(' ', { face: style.face, size: style.size, bold: style.bold })
  if (space === undefined) return drawn
  const end = left + width + characters * gap
  append(drawn, { strong: drawn.at(-1)?.strong ?? false }, unprinted(dropped, space, end, at.y, glyphs))
  return drawn
}

function place(line: Parameters<typeof drawLine>[0], style: Style, glyphs: Glyphs) {
  const placed: Placed[] = []
  let width = 0
  let characters = 0
  for (const { run: part, room } of stretches(line)) {
    const { text, mark, strong = false, note } = part
    const left = width + room
    width = left
    const kind = { strong, note }
    for (const run of glyphs.runs(text, { face: style.face, size: style.size, bold: style.bold || strong, mark })) {
      // A part of a composed character that follows its first takes no room.
      const over = run.width === 0 && run.stands !== undefined
      placed.push({ run, kind, x: left + run.x, before: over ? characters - 1 : characters })
      width += run.width
      if (!over) characters += countOf(run.text)
    }
  }
  return { placed, width, characters }
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

/** The runs of a line cut where it has room between characters, each with the room before it, pt. */
const stretches = ({ runs, spacing }: Pick<Line, 'runs' | 'spacing'>): Iterable<{ run: Run; room: number }> =>
  spacing === undefined ? runs.map((run) => ({ run, room: 0 })) : spaced(runs, spacing)

function* spaced(runs: Runs, spacing: readonly Spacing[]): Generator<{ run: Run; room: number }> {
  let start = 0
  let next = 0
  let room = 0
  for (const run of runs) {
    const end = start + run.text.length
    let from = start
    for (let at = spacing[next]; at !== undefined && at.at < end; at = spacing[++next]) {
      if (at.at > from) {
        yield { run: { ...run, text: run.text.slice(from - start, at.at - start) }, room }
        room = 0
      }
      room += at.by
      from = at.at
    }
    yield { run: from === start ? run : { ...run, text: run.text.slice(from - start) }, room }
    room = 0
    start = end
  }
  for (const at of spacing.slice(next)) room += at.by
  if (room !== 0) yield { run: { text: '' }, room }
}

/** @param gap room added after each character, pt */
function draw(placed: readonly Placed[], left: number, y: number, gap: number, glyphs: Glyphs): Part[] {
  const drawn: Part[] = []
  placed.forEach(({ run, kind, x, before }, index) => {
    const next = placed[index + 1]?.run
    const opens = run.stands !== undefined && run.width > 0
    const closes = run.stands !== undefined && (next?.stands === undefined || next.width > 0)
    const shown = show(run, left + x + before * gap, y - run.rise, gap, glyphs)
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
