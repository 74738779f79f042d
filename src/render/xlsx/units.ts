import { sheetIndent } from '../../model/index.ts'

/**
 * The font of the workbook's style `Normal`: it sets no text of the form, it is the ruler of column widths (ECMA-376
 * 18.3.1.13 measures them in its widest digit). Courier New at 10 pt because its digit is exactly 6 pt = 8 px at 96 dpi,
 * on the screen and on any printer, and because a metric double of it (Liberation Mono, Cousine) stands in where it is
 * missing. 宋体 12 pt has the same digit, but where it is missing the stand-in is wider and the form leaves the page.
 */
export const RULER = { name: 'Courier New', size: 10, family: 3 } as const

/** Width of the ruler's widest digit in px at 96 dpi: the `maximum digit width` of ECMA-376 18.3.1.13. */
const DIGIT_PX = 8
const PX_PER_PT = 96 / 72

/** Floating dust must not cost a pixel: 119.99999 px is 120. */
const whole = (px: number): number => Math.floor(px + 1e-6)

/**
 * Lengths in pt snapped to whole pixels, as Excel would. Edges are snapped, not lengths, and only ever towards the
 * start, so the sum of what is handed out never exceeds the sum of what was asked.
 */
export class PixelEdges {
  #asked = 0
  #given = 0

  /** The next length in px. */
  next(pt: number): number {
    this.#asked += pt
    const px = whole(this.#asked * PX_PER_PT) - this.#given
    this.#given += px
    return px
  }

  /** Starts at a new edge: a page's top. */
  restart(): void {
    this.#asked = 0
    this.#given = 0
  }
}

/**
 * Column widths in Excel's character units from widths in pt. A file's `width` includes the padding of 5 px, and Excel
 * gets back `trunc((256 × width + trunc(128 / digit)) / 256 × digit)` px (ECMA-376 18.3.1.13), which with a digit of
 * 8 px is the pixels put in: eighths need no rounding.
 */
export function columnWidths(widths: readonly number[]): number[] {
  const edges = new PixelEdges()
  return widths.map((pt) => edges.next(pt) / DIGIT_PX)
}

/** Row heights in pt, in steps of a pixel (0.75 pt). */
export const heightOfPixels = (px: number): number => px / PX_PER_PT

/** Steps of indent of a length in pt: the ruler's space is as wide as its digit, and a step has three. */
export const indentSteps = (pt: number): number => Math.round(pt / sheetIndent)

/** Inches from pt, for margins. */
export const inches = (pt: number): number => pt / 72
