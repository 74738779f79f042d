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
 * least; a text too long for that too makes its row grow, and is never clipped.
 * @returns undefined where the definition allows no overflow and the text does not fit
 */
export function fittedSize(cell: DraftCell, fit: Fit, style: Style, room: Room, measure: Measure): number | undefined {
  const fits = (size: number): boolean => needed(cell, sized(style, size), room.width, measure) <= room.height
  if (fits(style.size)) return style.size
  if (fit.overflow === 'error') return undefined
  const least = Math.min(fit.shrinkTo, style.size)
  for (let size = Math.ceil(style.size / step) * step - step; size > least; size -= step) if (fits(size)) return size
  return least
}

/** Height of the text with its padding, pt; a single line always fits. */
function needed(cell: DraftCell, style: Style, width: number, measure: Measure): number {
  const lines = linesIn(cell, style, width, measure)
  const cut = lines === 1 || plainText(cell.content) === ''
  return cut ? 0 : lines * style.lineHeight + 2 * style.padding.y
}

/** How many lines a cell's text takes. */
export function linesIn({ content }: DraftCell, style: Style, width: number, measure: Measure): number {
  const inner = width - 2 * style.padding.x
  const room = { first: inner - style.indent.first, rest: inner - style.indent.rest }
  const lines = content.flatMap((paragraph) =>
    breakLines(paragraph, room, (text, run) => measure([{ ...run, text }], style), style.autospace),
  )
  return lines.length
}
