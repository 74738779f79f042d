import { element, type Part } from '../../package/index.ts'
import { type DefinedName, definedNamesXml } from './names.ts'
import { RULER } from './units.ts'

/** A part that exceljs writes has a shape this version does not: the pinned version was changed. */
function between(xml: string, pattern: RegExp, what: string): { before: string; match: string; after: string } {
  const found = pattern.exec(xml)
  if (found === null) throw new Error(`exceljs wrote no ${what}`)
  const [match] = found
  return { before: xml.slice(0, found.index), match, after: xml.slice(found.index + match.length) }
}

const SHEET_DATA = /<sheetData\/>|<sheetData>.*<\/sheetData>/s

/** The ids exceljs gave to the looks on the first sheet's scratch row, in their order. */
export function scratchStyles(sheetXml: string, looks: number): number[] {
  const { match } = between(sheetXml, SHEET_DATA, 'sheet data')
  const ids = [...match.matchAll(/<c r="[A-Z]+1" s="(\d+)"/g)].map(([, id]) => Number(id))
  if (ids.length !== looks) throw new Error(`exceljs wrote ${ids.length} of ${looks} styles`)
  return ids
}

/** What stands in a sheet's part before its rows and after them. Its dimension is left out: it is known too late. */
export function sheetEnds(shellXml: string): { readonly before: string; readonly after: string } {
  const { before, after } = between(shellXml, SHEET_DATA, 'sheet data')
  return { before: `${before.replace(/<dimension [^>]*\/>/, '')}<sheetData>`, after: `</sheetData>${after}` }
}

/** Names stand between the sheets and the calculation properties. */
export function withNames(workbookXml: string, names: readonly DefinedName[]): Part {
  const { before, match, after } = between(workbookXml, /<\/sheets>/, 'list of sheets')
  return before + match + definedNamesXml(names) + after
}

/**
 * The styles part with its cell formats in the order of the style book, each look a second time with a quote prefix
 * (ECMA-376 18.8.45), which exceljs cannot write: text in it stays text when it is entered again.
 * @param ids that exceljs gave to the looks
 */
export function withLooks(stylesXml: string, ids: readonly number[]): string {
  const { before, match, after } = between(stylesXml, /<cellXfs .*<\/cellXfs>/s, 'cell formats')
  const formats = match.match(/<xf [^>]*\/>|<xf [^>]*>.*?<\/xf>/gs) ?? []
  const looks = ids.map((id) => formats[id] as string)
  const all = [formats[0], ...looks.flatMap((look) => [look, look.replace('<xf ', '<xf quotePrefix="1" ')])]
  return `${before}<cellXfs count="${all.length}">${all.join('')}</cellXfs>${after}`
}

/** The order of the SDK's schema; exceljs writes its own and strict readers refuse the file. */
const FONT_ORDER = ['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color']
const FONT_END = ['name', 'family', 'charset', 'scheme']

function ordered(font: string): string {
  const order = [...FONT_ORDER, ...FONT_END]
  const place = (child: string): number => order.indexOf((/^<(\w+)/.exec(child) as RegExpExecArray)[1] as string)
  const children = font.match(/<\w+[^>]*\/>/g) ?? []
  return `<font>${children.sort((a, b) => place(a) - place(b)).join('')}</font>`
}

/** The styles part with its fonts in order and the ruler of column widths as the first, which `Normal` uses. */
export function withFonts(stylesXml: string): Part {
  const { before, match, after } = between(stylesXml, /<fonts .*<\/fonts>/s, 'fonts')
  const ruler = [
    element('sz', { val: RULER.size }),
    element('name', { val: RULER.name }),
    element('family', { val: RULER.family }),
  ].join('')
  let first = true
  const fonts = match.replace(/<font>.*?<\/font>/gs, (font) => {
    const written = first ? `<font>${ruler}</font>` : ordered(font)
    first = false
    return written
  })
  return before + fonts + after
}
