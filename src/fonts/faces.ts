import type { Face } from '../model/index.ts'
import { arialBold, type Latin, times, timesBold } from './latin.ts'

/** The font files that are shipped. */
export type ShippedFont = 'song' | 'song-bold' | 'hei'

/** The font files embedded in a PDF, those of the user among them; each is opened and subset by itself. */
export type FontId = ShippedFont | `user-${number}`

/** What Word and Excel name. */
export interface OfficeFont {
  /** The font of Han; `alt` is its English name, for systems that list it so. */
  readonly name: string
  readonly alt: string
  /** The font of Latin letters and figures. Of a Chinese face the same one, so that they are half an em wide. */
  readonly latin: string
  /** Whose the marks are that both scripts have, “ ” ’ … —: Word's `w:hint`. */
  readonly hint: 'eastAsia' | 'default'
  /** The one font that a cell of a worksheet can name; what it lacks is taken from another. */
  readonly sheet: SheetFont
  /** The face is set bold although the style does not ask for it. */
  readonly bold: boolean
}

/** `family` and `charset` are Windows' numbers (ECMA-376 18.8.18, 18.4.1): what a program without the font goes by. */
interface SheetFont {
  readonly name: string
  readonly family: number
  readonly charset: number
}

/**
 * A font file and how it sets Latin letters: by the widths of an office font, as the file itself has them (`own`), else
 * all half an em wide.
 */
export interface FaceFile {
  readonly id: FontId
  readonly latin?: Latin
  readonly own?: true
}

interface FaceFonts {
  readonly office: OfficeFont
  readonly regular: FaceFile
  readonly bold: FaceFile
}

/** GB2312, and the family Windows itself registers 宋体 and 黑体 under. */
const chinese = { family: 3, charset: 134 } as const

const song: OfficeFont = {
  name: '宋体',
  alt: 'SimSun',
  latin: '宋体',
  hint: 'eastAsia',
  sheet: { name: '宋体', ...chinese },
  bold: false,
}

const hei: OfficeFont = { ...song, name: '黑体', alt: 'SimHei', latin: '黑体', sheet: { name: '黑体', ...chinese } }

/**
 * Which font each face is, by format.
 *
 * `biaosong` is named 宋体 bold in Word and Excel: 方正小标宋简体 is a licensed font that a share of the offices lacks,
 * Excel has no way to name a fallback, and what then stands in is 等线 or whatever the machine prefers. 宋体 bold is
 * on every Windows and in every WPS, and has the same weight on paper. GB/T 9704 asks for 小标宋 in documents
 * (公文), not in the forms attached to them. A form that wants it all the same says so: `xiaobiaosong` names the font,
 * `fangsong` 仿宋; the PDF draws both with Song of fitting weight.
 *
 * Bold 黑体 is drawn by the same file as regular 黑体: it already is the emphatic weight, and a fourth file would
 * add 10 MB to the package for a cut no form uses.
 *
 * Serif and sans are drawn by the same files, each letter of its own width, and named by fonts that every office has.
 * Sans is bold as 黑体 is heavy: it is the face of headings.
 */
export const faces: Readonly<Record<Face, FaceFonts>> = {
  song: { office: song, regular: { id: 'song' }, bold: { id: 'song-bold' } },
  hei: { office: hei, regular: { id: 'hei' }, bold: { id: 'hei' } },
  biaosong: { office: { ...song, bold: true }, regular: { id: 'song-bold' }, bold: { id: 'song-bold' } },
  fangsong: {
    office: { ...song, name: '仿宋', alt: 'FangSong', latin: '仿宋', sheet: { name: '仿宋', ...chinese } },
    regular: { id: 'song' },
    bold: { id: 'song-bold' },
  },
  xiaobiaosong: {
    office: {
      ...song,
      name: '方正小标宋简体',
      alt: 'FZXiaoBiaoSong-B05S',
      latin: '方正小标宋简体',
      sheet: { name: '方正小标宋简体', ...chinese },
    },
    regular: { id: 'song-bold' },
    bold: { id: 'song-bold' },
  },
  serif: {
    office: {
      ...song,
      latin: 'Times New Roman',
      hint: 'default',
      sheet: { name: 'Times New Roman', family: 1, charset: 0 },
    },
    regular: { id: 'song', latin: times },
    bold: { id: 'song-bold', latin: timesBold },
  },
  sans: {
    office: { ...hei, latin: 'Arial', hint: 'default', sheet: { name: 'Arial', family: 2, charset: 0 }, bold: true },
    regular: { id: 'hei', latin: arialBold },
    bold: { id: 'hei', latin: arialBold },
  },
}

/** Files that may draw a character their own face lacks, in the order they are asked. */
export const fallback: readonly ShippedFont[] = ['song', 'hei']

/** Size of superscript and subscript by that of the text they stand in, for every format. Word draws 65 %. */
export const markRatio = 0.65

/** Height of the baseline of superscript and subscript above that of the text, in em of the text's full size. */
export const markRise = { sup: 0.34, sub: -0.12 } as const
