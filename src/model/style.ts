import type { Span } from '../diagnostics/index.ts'

/**
 * Song for the body, Hei for headings, 仿宋 and 小标宋 for documents; serif and sans are for texts in Latin letters. The
 * fonts room knows which font each is in which format.
 */
export const faceNames = ['song', 'hei', 'biaosong', 'fangsong', 'xiaobiaosong', 'serif', 'sans'] as const
export type Face = (typeof faceNames)[number]

export const presetNames = ['gb9704', 'statistical'] as const
export type PresetName = (typeof presetNames)[number]

/** How the definition wants the form set, where that is not the usual way; lengths in pt. */
export interface StyleChoice {
  readonly preset?: PresetName
  /** Han and Latin a quarter em apart. */
  readonly autospace: boolean
  readonly margins: Partial<Record<'top' | 'right' | 'bottom' | 'left', number>>
  readonly rules: Partial<Record<'top' | 'bottom' | 'left' | 'right' | 'insideH' | 'insideV', number>>
  readonly pageNumber: PageNumberChoice
  readonly looks: Partial<Record<StyleName, Look>>
}

/** `text` has its number between what stands before and after it; `distance` from the page's lower edge, pt. */
export interface PageNumberChoice {
  readonly at?: 'centre' | 'outside'
  readonly text?: { readonly before: string; readonly after: string }
  readonly distance?: number
}

/** What differs from a style; lengths in pt, indents in em of its size. */
export interface Look extends Partial<Omit<Style, 'padding' | 'indent' | 'autospace'>> {
  readonly padding?: Partial<Style['padding']>
  readonly indent?: Partial<Style['indent']>
}

/** Every look a document uses. Cells and texts name one; the theme says what it is. */
export const styleNames = [
  'mark',
  'title',
  'coverTitle',
  'subtitle',
  'heading',
  'tableTitle',
  'caption',
  'noteFirst',
  'note',
  'instructionFirst',
  'instruction',
  'attachmentFirst',
  'attachment',
  'text',
  'pageNumber',
  'coverField',
  'field',
  'cellHead',
  'cellSection',
  'cellLabel',
  'cellStub',
  'cellCode',
  'cellText',
  'cellFigure',
  'cellMore',
  'cellBox',
] as const
export type StyleName = (typeof styleNames)[number]

/** Of the cells of tables. */
export const isCellStyle = (name: StyleName): boolean => name.startsWith('cell')

/** Of lines that something else sets in: notes and their like hang by their marks, fields stand at their places. */
export const isRemarkStyle = (name: StyleName): boolean => /^(note|instruction|attachment)|[fF]ield$/.test(name)

/** What a text does that needs more room than its cell has by the form. */
export interface Fit {
  readonly overflow: 'shrink' | 'error'
  /** Least size of a text that shrinks, pt. */
  readonly shrinkTo: number
  /** A figure: it is never broken over lines. */
  readonly oneLine: boolean
  /** Where the text was written, if anyone wrote it. */
  readonly at?: Span
}

/** Lengths in pt. */
export interface Style {
  readonly face: Face
  readonly size: number
  readonly bold: boolean
  /** Height of a line box; formats set it exactly. */
  readonly lineHeight: number
  readonly align: 'left' | 'center' | 'right' | 'justify'
  readonly valign: 'top' | 'middle' | 'bottom'
  /** Inside a cell, each side. */
  readonly padding: { readonly x: number; readonly y: number }
  /** First line and all other lines, from the left edge. */
  readonly indent: { readonly first: number; readonly rest: number }
  /** Han and Latin letters or figures stand a quarter em apart. */
  readonly autospace: boolean
  readonly spaceBefore: number
  readonly spaceAfter: number
}

/** A style whose lines after the first of a paragraph stand so far further in, pt. */
export const hung = (style: Style, hanging: number | undefined): Style =>
  hanging === undefined ? style : { ...style, indent: { ...style.indent, rest: style.indent.rest + hanging } }

/** A style in another size, pt; its lines keep their proportion. */
export const sized = (style: Style, size: number | undefined): Style =>
  size === undefined || size === style.size
    ? style
    : { ...style, size, lineHeight: Math.ceil((style.lineHeight * size) / style.size) }
