import type { Border, BorderStyle, Style as ExcelStyle, Font } from 'exceljs'
import { faces } from '../../fonts/faces.ts'
import { plainText, type SheetCell, type Style, type StyleName, sized } from '../../model/index.ts'
import { element } from '../../package/index.ts'
import type { RunFont } from './cell-text.ts'
import { indentSteps } from './units.ts'

/** A field line is one line by nature: text that is wider than its columns runs on into the empty ones beside it. */
const ONE_LINE: ReadonlySet<StyleName> = new Set(['field', 'coverField'])

/** Native rules nearest to a width in pt; Excel knows four: hair (dotted on the screen), thin ½, medium 1, thick 1½. */
function borderStyle(pt: number): BorderStyle | undefined {
  if (pt <= 0) return undefined
  if (pt <= 0.25) return 'hair'
  if (pt <= 0.75) return 'thin'
  return pt <= 1.5 ? 'medium' : 'thick'
}

const side = (pt: number): Partial<Border> | undefined => {
  const style = borderStyle(pt)
  return style && { style, color: { argb: 'FF000000' } }
}

function fontOf({ face, size, bold }: Style): Partial<Font> {
  const { office } = faces[face]
  const { name, family, charset } = office.sheet
  return { name, size, bold: bold || office.bold, family, charset }
}

/**
 * The look of a cell for exceljs. The number format is that of the cell's figure; it stays General where there is none,
 * so what is typed into a blank keeps its own type.
 *
 * The sheet is not protected, though places to write are unlocked: on a protected sheet Excel refuses to sort, to
 * delete rows and to insert them across merged cells as soon as one locked cell is touched, and lists must grow. One
 * click on 保护工作表 locks the printed text for who wants that.
 */
function excelStyle(style: Style, cell: SheetCell): Partial<ExcelStyle> {
  const { top, bottom, left, right } = cell.border ?? { top: 0, bottom: 0, left: 0, right: 0 }
  const sides = { top: side(top), bottom: side(bottom), left: side(left), right: side(right) }
  const border = Object.fromEntries(Object.entries(sides).filter(([, value]) => value !== undefined))
  const { indent = 0 } = cell
  // Excel sets in what is aligned at a side (ECMA-376 18.8.1), not what is justified.
  const align = indent > 0 ? 'left' : (cell.align ?? style.align)
  return {
    font: fontOf(sized(style, cell.size)),
    alignment: {
      horizontal: align,
      vertical: cell.valign ?? style.valign,
      wrapText: !ONE_LINE.has(cell.style),
      indent: indentSteps(indent),
    },
    border,
    protection: { locked: !cell.input },
    ...(cell.figure === undefined ? {} : { numFmt: cell.figure.format }),
  }
}

/** Children of a run's `<rPr>` in the order of the Open XML SDK's schema. */
function runFontXml({ name, size, bold, family, charset }: Partial<Font>, run: Parameters<RunFont>[0]): string {
  const script = run.mark === 'sup' ? 'superscript' : 'subscript'
  return [
    bold || run.strong ? element('b') : '',
    run.mark === undefined ? '' : element('vertAlign', { val: script }),
    element('sz', { val: size }),
    element('rFont', { val: run.font ?? name }),
    element('family', { val: family }),
    element('charset', { val: charset }),
  ].join('')
}

/** Text that Excel would take for a formula, a figure or a date when its cell is entered again (F2, Enter). */
const staysText = ({ input, figure, content }: SheetCell): boolean =>
  input && figure === undefined && /^([=+\-@'.\d]|(true|false)$)/i.test(plainText(content))

function keyOf({ style, size, align, valign, indent, input, border, figure }: SheetCell): string {
  const rules = border === undefined ? '' : `${border.top} ${border.bottom} ${border.left} ${border.right}`
  return `${style} ${size ?? ''} ${align ?? valign ?? ''} ${indent ?? ''} ${input} ${rules} ${figure?.format ?? ''}`
}

/** Index in `cellXfs` of the n-th look; the one behind it is the same look whose text stays text. */
const idOfLook = (n: number): number => 1 + 2 * n

/** The looks a document's cells have, each described once and numbered as it comes: rows are written before styles are. */
export class StyleBook {
  readonly #theme: Readonly<Record<StyleName, Style>>
  readonly #order = new Map<string, number>()
  readonly #looks: Partial<ExcelStyle>[] = []
  readonly #fonts = new Map<string, RunFont>()

  constructor(theme: Readonly<Record<StyleName, Style>>) {
    this.#theme = theme
  }

  /** In the order of their first use. */
  get looks(): readonly Partial<ExcelStyle>[] {
    return this.#looks
  }

  /** Index of a cell's look in `cellXfs`. */
  idOf(cell: SheetCell): number {
    const key = keyOf(cell)
    let look = this.#order.get(key)
    if (look === undefined) {
      look = this.#looks.push(Object.freeze(excelStyle(this.#theme[cell.style], cell))) - 1
      this.#order.set(key, look)
    }
    return idOfLook(look) + (staysText(cell) ? 1 : 0)
  }

  /** How a run of a cell's text is set. */
  runFont({ style, size }: Pick<SheetCell, 'style' | 'size'>): RunFont {
    const key = `${style} ${size ?? ''}`
    const known = this.#fonts.get(key)
    if (known !== undefined) return known
    const font = fontOf(sized(this.#theme[style], size))
    const made: RunFont = (run) => runFontXml(font, run)
    this.#fonts.set(key, made)
    return made
  }
}
