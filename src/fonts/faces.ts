import type { Face } from '../model/index.ts'

/** The font files embedded in a PDF; each is opened and subset by itself. */
export type FontId = 'song' | 'song-bold' | 'hei'

/** What Word and Excel name. `alt` is the same font's English name, for systems that list it so. */
export interface OfficeFont {
  readonly name: string
  readonly alt: string
  /** The font of Latin letters and figures: the same one, so that they are half an em wide as measured. */
  readonly latin: string
  /** The face is set bold although the style does not ask for it. */
  readonly bold: boolean
}

interface FaceFonts {
  readonly office: OfficeFont
  readonly regular: FontId
  readonly bold: FontId
}

/**
 * Which font each face is, by format.
 *
 * 小标宋 is named 宋体 bold in Word and Excel: 方正小标宋简体 is a licensed font that a share of the offices lacks,
 * Excel has no way to name a fallback, and what then stands in is 等线 or whatever the machine prefers. 宋体 bold is
 * on every Windows and in every WPS, and has the same weight on paper. GB/T 9704 asks for 小标宋 in documents
 * (公文), not in the forms attached to them.
 *
 * Bold 黑体 is drawn by the same file as regular 黑体: it already is the emphatic weight, and a fourth file would
 * add 10 MB to the package for a cut no form uses.
 */
export const faces: Readonly<Record<Face, FaceFonts>> = {
  song: {
    office: { name: '宋体', alt: 'SimSun', latin: '宋体', bold: false },
    regular: 'song',
    bold: 'song-bold',
  },
  hei: {
    office: { name: '黑体', alt: 'SimHei', latin: '黑体', bold: false },
    regular: 'hei',
    bold: 'hei',
  },
  biaosong: {
    office: { name: '宋体', alt: 'SimSun', latin: '宋体', bold: true },
    regular: 'song-bold',
    bold: 'song-bold',
  },
}

/** Files that may draw a character their own face lacks, in the order they are asked. */
export const fallback: readonly FontId[] = ['song', 'hei']

/** Size of superscript and subscript by that of the text they stand in, for every format. Word draws 65 %. */
export const markRatio = 0.65

/** Height of the baseline of superscript and subscript above that of the text, in em of the text's full size. */
export const markRise = { sup: 0.34, sub: -0.12 } as const
