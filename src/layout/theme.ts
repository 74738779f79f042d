import type { Face, Style, StyleName } from '../model/index.ts'

/** Sizes by their Chinese names, pt. */
export const sizes = {
  二号: 22,
  小二: 18,
  三号: 16,
  小三: 15,
  四号: 14,
  小四: 12,
  五号: 10.5,
  小五: 9,
  六号: 7.5,
} as const

/** The least size of the text in a table that is still read. */
export const leastBody = sizes.六号

const text: Style = {
  face: 'song',
  size: sizes.五号,
  bold: false,
  lineHeight: 16,
  align: 'left',
  valign: 'top',
  padding: { x: 0, y: 0 },
  indent: { first: 0, rest: 0 },
  autospace: false,
  spaceBefore: 0,
  spaceAfter: 0,
}

const cell: Style = { ...text, align: 'center', valign: 'middle', lineHeight: 15, padding: { x: 3.5, y: 3 } }

/** The look of a form that names no other: what offices print, body in Song, headings in Hei. Lengths in pt. */
export const theme: Readonly<Record<StyleName, Style>> = {
  mark: { ...text, face: 'hei', size: sizes.三号, lineHeight: 28, spaceAfter: 24 },
  title: {
    ...text,
    face: 'biaosong',
    size: sizes.二号,
    lineHeight: 36,
    align: 'center',
    spaceBefore: 4,
    spaceAfter: 8,
  },
  coverTitle: {
    ...text,
    face: 'biaosong',
    size: sizes.二号,
    lineHeight: 36,
    align: 'center',
    spaceBefore: 70,
    spaceAfter: 50,
  },
  subtitle: { ...text, size: sizes.小四, lineHeight: 20, align: 'center', spaceAfter: 4 },
  heading: {
    ...text,
    valign: 'middle',
    face: 'hei',
    size: sizes.小三,
    lineHeight: 22,
    align: 'center',
    spaceBefore: 12,
    spaceAfter: 5,
  },
  tableTitle: {
    ...text,
    valign: 'bottom',
    face: 'hei',
    size: sizes.小四,
    lineHeight: 18,
    align: 'center',
    spaceBefore: 5,
    spaceAfter: 3,
  },
  caption: { ...text, valign: 'bottom', lineHeight: 18, align: 'right', spaceBefore: 4, spaceAfter: 3 },
  noteFirst: { ...text, valign: 'bottom', size: sizes.小五, lineHeight: 13.5, align: 'justify', spaceBefore: 6 },
  note: { ...text, valign: 'bottom', size: sizes.小五, lineHeight: 13.5, align: 'justify' },
  instructionFirst: { ...text, valign: 'bottom', size: sizes.小五, lineHeight: 13.5, align: 'justify', spaceBefore: 4 },
  instruction: { ...text, valign: 'bottom', size: sizes.小五, lineHeight: 13.5, align: 'justify' },
  attachmentFirst: { ...text, valign: 'bottom', size: sizes.小五, lineHeight: 13.5, align: 'justify', spaceBefore: 4 },
  attachment: { ...text, valign: 'bottom', size: sizes.小五, lineHeight: 13.5, align: 'justify' },
  text: { ...text, spaceAfter: 3 },
  pageNumber: { ...text, size: sizes.四号, lineHeight: 18, align: 'center' },
  coverField: { ...text, size: sizes.四号, lineHeight: 22, valign: 'bottom', spaceBefore: 18, spaceAfter: 2 },
  field: { ...text, lineHeight: 15, valign: 'bottom', spaceBefore: 3, spaceAfter: 2 },
  cellHead: { ...cell, face: 'hei' },
  cellSection: { ...cell, align: 'left' },
  cellLabel: cell,
  cellStub: { ...cell, align: 'left' },
  cellCode: { ...cell, size: sizes.小五, lineHeight: 13 },
  cellText: { ...cell, align: 'left' },
  cellFigure: { ...cell, align: 'right' },
  cellMore: cell,
  cellBox: { ...cell, padding: { x: 1, y: 2 } },
}

const latinFaces: Readonly<Record<Face, Pick<Style, 'face'> & { readonly bold?: true }>> = {
  song: { face: 'serif' },
  biaosong: { face: 'serif', bold: true },
  fangsong: { face: 'serif' },
  xiaobiaosong: { face: 'serif', bold: true },
  hei: { face: 'sans' },
  serif: { face: 'serif' },
  sans: { face: 'sans' },
}

/**
 * The theme of a form in a language (BCP 47): one that is not Chinese is set in faces for Latin letters.
 * @param looks what a preset changes
 */
export function themeOf(
  lang: string,
  looks: Partial<Record<StyleName, Partial<Style>>> = {},
): Readonly<Record<StyleName, Style>> {
  const own = Object.entries(theme).map(([name, style]) => [name, { ...style, ...looks[name as StyleName] }])
  const set = Object.fromEntries(own) as Record<StyleName, Style>
  if (lang.startsWith('zh')) return set
  const styles = Object.entries(set).map(([name, style]) => [name, { ...style, ...latinFaces[style.face] }])
  return Object.fromEntries(styles) as Record<StyleName, Style>
}
