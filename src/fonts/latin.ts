import { officeWidth } from './widths.ts'

/** How a file sets Latin where each letter has its own width. */
export interface Latin {
  /** Width of a character in the office font of the face, em; of what that font need not have, the widest it may be. */
  readonly width: (codePoint: number) => number
  /** Figures are drawn half an em wide, because the file's own are not all alike. */
  readonly halfFigures: boolean
}

/*
 * Widths of U+0020 to U+007E in thousandths of an em, from the metrics that Adobe published with PostScript and that
 * Times New Roman and Arial keep (Core 14 AFM: Times-Roman, Times-Bold, Helvetica-Bold). Noto's letters are wider
 * than those of Times with few exceptions (A V X Y Z ? @ { }), but narrower than many capitals of Arial Bold.
 */
const timesAscii = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
  500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
  722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500,
  444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480,
  200, 480, 541,
]
const timesBoldAscii = [
  250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
  500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944,
  722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556,
  444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394,
  220, 394, 520,
]
const arialBoldAscii = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611,
  556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389,
  280, 389, 584,
]

const latin = (ascii: readonly number[], marks: Readonly<Record<string, number>>, halfFigures: boolean): Latin => {
  const known = new Map(ascii.map((width, at) => [0x20 + at, width / 1000]))
  for (const [mark, width] of Object.entries(marks)) known.set(mark.codePointAt(0) as number, width / 1000)
  return { width: (codePoint) => known.get(codePoint) ?? officeWidth(codePoint), halfFigures }
}

export const times = latin(timesAscii, { '\u00A0': 250, '‘': 333, '’': 333, '“': 444, '”': 444, '–': 500 }, true)
export const timesBold = latin(
  timesBoldAscii,
  { '\u00A0': 250, '‘': 333, '’': 333, '“': 500, '”': 500, '–': 500 },
  true,
)
export const arialBold = latin(
  arialBoldAscii,
  { '\u00A0': 278, '‘': 278, '’': 278, '“': 500, '”': 500, '–': 556 },
  false,
)
