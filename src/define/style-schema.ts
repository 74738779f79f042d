import { z } from 'zod'
import { faceNames, isCellStyle, isRemarkStyle, presetNames, type StyleName, styleNames } from '../model/index.ts'

const describe = <T extends z.ZodType>(schema: T, description: string): z.ZodOptional<T> =>
  schema.describe(description).optional()
const points = (least: number, most: number, description: string) =>
  describe(z.number().min(least).max(most), description)
const millimetres = (least: number, most: number, description: string) =>
  describe(z.number().min(least).max(most), description)
const ems = (description: string) => describe(z.number().min(0).max(10), description)

const letters = {
  face: describe(
    z.enum(faceNames),
    'song 宋体, hei 黑体, biaosong 宋体 bold, fangsong 仿宋, xiaobiaosong 小标宋, serif, sans.',
  ),
  size: points(5, 48, 'Size in pt: 三号 16, 四号 14, 小四 12, 五号 10.5, 小五 9.'),
  bold: describe(z.boolean(), 'Bold.'),
  lineHeight: points(6, 80, 'Height of a line in pt; absent: in proportion to `size`.'),
  align: describe(z.enum(['left', 'center', 'right', 'justify']), 'How lines stand in their column.'),
}
const apart = {
  spaceBefore: points(0, 120, 'Space above it in pt; none at the top of a page.'),
  spaceAfter: points(0, 120, 'Space below it in pt.'),
}
const inset = {
  indent: describe(
    z.strictObject({ first: ems('The first line, in em.'), rest: ems('The lines after it, in em.') }),
    'How far lines stand in from the left.',
  ),
}
const within = {
  padding: describe(
    z.strictObject({
      x: points(1, 12, 'At each side, in pt.'),
      y: points(0, 12, 'Above and below, in pt.'),
    }),
    'Kept free within a cell.',
  ),
  valign: describe(z.enum(['top', 'middle', 'bottom']), 'Where text stands in a cell that is higher.'),
}

const cellLook = z.strictObject({ ...letters, ...within }).meta({ id: 'cellLook' })
const textLook = z.strictObject({ ...letters, ...apart, ...inset }).meta({ id: 'look' })
const remarkLook = z.strictObject({ ...letters, ...apart }).meta({ id: 'lineLook' })
const numberLook = z.strictObject(letters).meta({ id: 'numberLook' })

/** Cells have room around their text, texts stand apart and set in; notes are set in by their marks, fields by their places. */
function lookOf(name: StyleName) {
  if (isCellStyle(name)) return cellLook
  if (name === 'pageNumber') return numberLook
  return isRemarkStyle(name) ? remarkLook : textLook
}

/** Of characters that all faces have, so that the number is drawn everywhere. */
const around = '[A-Za-z第页 .()（）·–—-]{0,8}'

const pageNumber = z
  .strictObject({
    at: describe(z.enum(['centre', 'outside']), '`outside`: at the right of odd pages, at the left of even ones.'),
    text: describe(z.string().regex(new RegExp(`^${around}1${around}$`)), 'By example: — 1 — (default), 第1页.'),
    distance: millimetres(3, 60, 'From the page’s lower edge, in mm; no more than the lower margin has room for.'),
  })
  .meta({ id: 'pageNumber' })

export const styleSchema = z
  .strictObject({
    preset: describe(z.enum(presetNames), 'The preset that the rest differs from: gb9704 or statistical.'),
    autospace: describe(z.boolean(), '`true` sets Han and Latin letters or figures a quarter em apart.'),
    margins: describe(
      z.strictObject({
        top: millimetres(5, 80, 'Top.'),
        right: millimetres(5, 80, 'Right.'),
        bottom: millimetres(5, 80, 'Bottom.'),
        left: millimetres(5, 80, 'Left.'),
      }),
      'Margins of the page as it lies, in mm.',
    ),
    rules: describe(
      z.strictObject({
        top: points(0, 6, 'Above the table.'),
        bottom: points(0, 6, 'Below it.'),
        left: points(0, 6, 'At its left.'),
        right: points(0, 6, 'At its right.'),
        insideH: points(0, 6, 'Between rows.'),
        insideV: points(0, 6, 'Between columns.'),
      }),
      'Widths of the rules of tables in pt; 0 draws none.',
    ),
    pageNumber: describe(
      z.union([z.enum(['centre', 'outside']), pageNumber]),
      'Where it stands, or a map that says more of it.',
    ),
    looks: describe(
      z.strictObject(Object.fromEntries(styleNames.map((name) => [name, lookOf(name).optional()]))),
      'Looks by name: title, heading, tableTitle, caption, note, text, cellHead, cellText, cellFigure …',
    ),
  })
  .meta({ id: 'style' })
