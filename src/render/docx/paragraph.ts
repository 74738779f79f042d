import type { Runs } from '../../model/index.ts'
import { element, escapeText } from '../../package/index.ts'

/**
 * A paragraph of WordprocessingML.
 * @param properties the children of `w:pPr` after the style, in the schema's order
 * @param content runs and bookmarks as XML
 */
export const paragraph = (style: string, properties: string, content: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${content}</w:p>`

/**
 * Runs as XML.
 * @param look `w:rPr` children where the text has another look than its paragraph's style
 * @param underline whether the text stands on a rule to write on
 */
export function runsXml(runs: Runs, look = '', underline = false): string {
  let xml = ''
  for (const { text, mark, strong, font } of runs) {
    if (text === '') continue
    const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escapeText(line)}</w:t>`)
    xml += run(lines.join('<w:br/>'), font === undefined ? look : inFont(look, font), underline, mark, strong)
  }
  return xml
}

/** A tab; underlined it is the rule of a place to write. */
export const tab = (underline: boolean): string => run('<w:tab/>', '', underline)

function run(content: string, look: string, underline: boolean, mark?: 'sup' | 'sub', strong?: boolean): string {
  // In the schema's order: strong comes after the fonts and before the sizes of a look, so it replaces the look's own.
  let properties = strong ? withStrong(look) : look
  if (underline) properties += '<w:u w:val="single"/>'
  if (mark !== undefined) properties += `<w:vertAlign w:val="${mark === 'sup' ? 'superscript' : 'subscript'}"/>`
  return properties === '' ? `<w:r>${content}</w:r>` : `<w:r><w:rPr>${properties}</w:rPr>${content}</w:r>`
}

/** A look in another font; `w:rFonts` is the first of its children. */
const inFont = (look: string, font: string): string =>
  element('w:rFonts', { 'w:hint': 'eastAsia', 'w:ascii': font, 'w:hAnsi': font, 'w:eastAsia': font, 'w:cs': font }) +
  look.replace(/^<w:rFonts[^>]*\/>/, '')

const STRONG = '<w:b/><w:bCs/>'

const withStrong = (look: string): string =>
  look.includes('<w:b')
    ? look.replace(/<w:b( [^>]*)?\/><w:bCs( [^>]*)?\/>/, STRONG)
    : look.replace(/(?=<w:sz)|$/, STRONG)
