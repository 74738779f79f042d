import type { Sheet } from '../../model/index.ts'
import { element, type Part } from '../../package/index.ts'
import { rangeReference } from './address.ts'
import { type DefinedName, definedNamesXml } from './names.ts'
import { RowWriter } from './row.ts'
import type { StyleBook } from './styles.ts'
import type { Survey } from './survey.ts'
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

/** A sheet's part with its rows drawn into it as it is packed, and its merges after them. */
export function* sheetPart(shellXml: string, sheet: Sheet, { area }: Survey, styles: StyleBook): Generator<string> {
  const { before, after } = between(shellXml, SHEET_DATA, 'sheet data')
  const dimension = element('dimension', { ref: rangeReference(area) })
  yield `${before.replace(/<dimension [^>]*\/>/, dimension)}<sheetData>`
  const merges: string[] = []
  let xml = ''
  const sink = {
    row: (written: string) => {
      xml = written
    },
    merge: (ref: string) => {
      merges.push(ref)
    },
  }
  const writer = new RowWriter(styles, sink)
  for (const row of sheet.rows) {
    writer.write(row)
    yield xml
  }
  yield '</sheetData>'
  if (merges.length > 0) {
    yield `<mergeCells count="${merges.length}">`
    for (const ref of merges) yield element('mergeCell', { ref })
    yield '</mergeCells>'
  }
  yield after
}

/** Names stand between the sheets and the calculation properties. */
export function withNames(workbookXml: string, names: readonly DefinedName[]): Part {
  const { before, match, after } = between(workbookXml, /<\/sheets>/, 'list of sheets')
  return before + match + definedNamesXml(names) + after
}

/**
 * The styles part with each look a second time with a quote prefix (ECMA-376 18.8.45), which exceljs cannot write: text
 * in it stays text when it is entered again.
 * @param ids of the looks
 * @returns also the id of the quoted look by that of the look
 */
export function withQuoted(stylesXml: string, ids: readonly number[]): { xml: string; quoted: Map<number, number> } {
  const { before, match, after } = between(stylesXml, /<cellXfs .*<\/cellXfs>/s, 'cell formats')
  const formats = match.match(/<xf [^>]*\/>|<xf [^>]*>.*?<\/xf>/gs) ?? []
  const quoted = new Map([...new Set(ids)].map((id, at) => [id, formats.length + at]))
  const added = [...quoted.keys()].map((id) => (formats[id] as string).replace('<xf ', '<xf quotePrefix="1" '))
  const all = [...formats, ...added]
  return { xml: `${before}<cellXfs count="${all.length}">${all.join('')}</cellXfs>${after}`, quoted }
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
