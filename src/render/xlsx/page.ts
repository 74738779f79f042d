import type { PageSetup as ExcelPageSetup, HeaderFooter } from 'exceljs'
import { faces } from '../../fonts/faces.ts'
import type { GridDocument, PageSetup } from '../../model/index.ts'
import { inches } from './units.ts'

/** ST_PaperSize codes (ECMA-376 18.18.50) by sides in mm. */
const PAPERS: readonly { readonly code: number; readonly short: number; readonly long: number }[] = [
  { code: 1, short: 215.9, long: 279.4 },
  { code: 5, short: 215.9, long: 355.6 },
  { code: 8, short: 297, long: 420 },
  { code: 9, short: 210, long: 297 },
  { code: 11, short: 148, long: 210 },
]
const PT_PER_MM = 72 / 25.4

/** @throws Error when the page is none of Letter, Legal, A3, A4, A5 */
function paperCode({ width, height }: PageSetup): number {
  const [short, long] = [Math.min(width, height) / PT_PER_MM, Math.max(width, height) / PT_PER_MM]
  const paper = PAPERS.find((each) => Math.abs(each.short - short) < 1 && Math.abs(each.long - long) < 1)
  if (paper === undefined) throw new Error(`no paper of Excel's is ${short.toFixed(0)} × ${long.toFixed(0)} mm`)
  return paper.code
}

/**
 * What the margins give way, pt. A full page fills its body to the pixel, and programs and printers round differently.
 * Rows hang from the top and columns are centred, so nothing moves by it; without it a page's last row would come to
 * stand alone on a page.
 */
const SLACK = { side: 2, bottom: 8 }

/** Room for the page number below the rows, in sizes of its font: LibreOffice cuts off what a font's own line lacks. */
const FOOTER_LINES = 1.6

/**
 * A sheet's page. The scale is said and is 100: with "fit to page" Excel ignores manual breaks, and the plan of pages
 * rests on them. Margins are inches; the header's is nothing, no header is printed.
 */
export function pageSetup({ page, styles }: Pick<GridDocument, 'page' | 'styles'>): Partial<ExcelPageSetup> {
  const { top, right, left } = page.margin
  const bottom = Math.max(page.margin.bottom - SLACK.bottom, 0)
  const { style, distance } = page.footer
  return {
    paperSize: paperCode(page) as NonNullable<ExcelPageSetup['paperSize']>,
    orientation: page.width > page.height ? 'landscape' : 'portrait',
    scale: 100,
    horizontalCentered: true,
    margins: {
      top: inches(top),
      right: inches(Math.max(right - SLACK.side, 0)),
      bottom: inches(bottom),
      left: inches(Math.max(left - SLACK.side, 0)),
      header: 0,
      footer: inches(Math.max(0, Math.min(distance, bottom - FOOTER_LINES * styles[style].size))),
    },
  }
}

/** `&` begins a code in a footer. */
const literal = (text: string): string => text.replaceAll('&', '&&')

/**
 * A sheet's footer: the page number in its style. A code for the font stands after each number, or a digit
 * of the text that follows would be read as part of it.
 * @param firstPage index of the sheet's first page in the document, from 0
 * @param pages how many pages the sheet has
 */
export function footer(document: GridDocument, firstPage: number, pages: number): Partial<HeaderFooter> {
  const { before, after, style, from, align } = document.page.footer
  if (firstPage + pages <= from) return {}
  const { face, size, bold } = document.styles[style]
  const { office } = faces[face]
  const font = `&"${office.sheet.name},${bold || office.bold ? 'Bold' : 'Regular'}"`
  const number = `&${size}${font}${literal(before)}&P${font}${literal(after)}`
  const footers =
    align === 'centre'
      ? { oddFooter: `&C${number}` }
      : { differentOddEven: true, oddFooter: `&R${number}`, evenFooter: `&L${number}` }
  // Excel knows one page of a sheet without the footer, its first.
  return firstPage < from ? { differentFirst: true, ...footers } : footers
}
