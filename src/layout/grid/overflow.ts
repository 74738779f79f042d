import { type Fit, plainText, type Runs, type Style, sized } from '../../model/index.ts'
import { breakLines } from '../../text/breaks.ts'
import type { DraftCell } from './box.ts'

type Measure = (runs: Runs, style: Style) => number

/** Width and height that a cell has by the form, without growing, pt. */
export interface Room {
  readonly width: number
  readonly height: number
}

/** Steps in which a text is made smaller, pt; Word knows no finer ones. */
const step = 0.5

/**
 * The size that a cell's text is set in, pt: that of its style where it fits, else the largest that does, down to the
 * least; a text too long for that too makes its row grow, and is never clipped. A figure fits on one line or not at all:
 * broken it would be read as two.
 * @returns undefined where the text does not fit and the definition, or the figure, allows no more lines
 */
export function fittedSize(cell: DraftCell, fit: Fit, style: Style, room: Room, measure: Measure): number | undefined {
  const fits = (size: number): boolean => {
    const set = sized(style, size)
    const lines = linesIn(cell, set, room.width, measure)
    return lines === 1 || (!fit.oneLine && heightOf(cell, lines, set) <= room.height)
  }
  if (fits(style.size)) return style.size
  if (fit.overflow === 'error') return undefined
  const least = Math.min(fit.shrinkTo, style.size)
  for (let size = Math.ceil(style.size / step) * step - step; size > least; size -= step) if (fits(size)) return size
  return fit.oneLine && !fits(least) ? undefined : least
}

/** Height of the text with its padding, pt; nothing where nothing is printed. */
const heightOf = ({ content }: DraftCell, lines: number, { lineHeight, padding }: Style): number =>
  plainText(content) === '' ? 0 : lines * lineHeight + 2 * padding.y

/** How many lines a cell's text takes. */
export function linesIn({ content }: DraftCell, style: Style, width: number, measure: Measure): number {
  const inner = width - 2 * style.padding.x
  const room = { first: inner - style.indent.first, rest: inner - style.indent.rest }
  const lines = content.flatMap((paragraph) =>
    breakLines(paragraph, room, (text, run) => measure([{ ...run, text }], style), style.autospace),
  )
  return lines.length
}
