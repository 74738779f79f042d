import type { Style, StyleName } from '../../../src/model/index.ts'

const text: Style = {
  face: 'song',
  size: 10.5,
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
const small: Style = { ...text, size: 9, lineHeight: 14, align: 'justify' }
const field: Style = { ...text, lineHeight: 18, valign: 'bottom' }
const cell: Style = { ...text, valign: 'middle', lineHeight: 15, padding: { x: 3.5, y: 3 } }
const centred: Style = { ...cell, align: 'center' }

/** Looks with numbers to reckon with: what the tests expect follows from these, not from the theme of the forms. */
export const styles: Readonly<Record<StyleName, Style>> = {
  mark: { ...text, face: 'hei', size: 16, lineHeight: 28, spaceAfter: 24 },
  title: { ...text, face: 'biaosong', size: 22, lineHeight: 36, align: 'center', spaceBefore: 4, spaceAfter: 8 },
  coverTitle: { ...text, face: 'biaosong', size: 22, lineHeight: 36, align: 'center', spaceBefore: 70, spaceAfter: 50 },
  subtitle: { ...text, size: 12, lineHeight: 20, align: 'center', spaceAfter: 4 },
  heading: { ...text, face: 'hei', size: 15, lineHeight: 24, align: 'center', spaceAfter: 8 },
  tableTitle: { ...text, face: 'hei', size: 12, lineHeight: 20, align: 'center', spaceBefore: 6, spaceAfter: 4 },
  caption: { ...text, lineHeight: 18, align: 'right', spaceBefore: 4, spaceAfter: 3 },
  noteFirst: { ...small, spaceBefore: 6 },
  note: small,
  instructionFirst: { ...small, spaceBefore: 4 },
  instruction: small,
  attachmentFirst: { ...small, spaceBefore: 4 },
  attachment: small,
  text: { ...text, spaceAfter: 3 },
  pageNumber: { ...text, size: 14, lineHeight: 18, align: 'center' },
  coverField: { ...field, size: 14, lineHeight: 22, spaceBefore: 10, spaceAfter: 10 },
  field,
  cellHead: { ...centred, face: 'hei' },
  cellSection: cell,
  cellLabel: centred,
  cellStub: cell,
  cellCode: { ...centred, size: 9, lineHeight: 13 },
  cellText: cell,
  cellFigure: { ...cell, align: 'right' },
  cellMore: centred,
  cellBox: { ...centred, padding: { x: 1, y: 2 } },
}
