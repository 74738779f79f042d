import type { Revision, Run, Runs } from '../../model/index.ts'
import { element, escapeText } from '../../package/index.ts'
import type { Annotations } from './annotations.ts'
import { twips } from './units.ts'

/**
 * A paragraph of WordprocessingML.
 * @param properties the children of `w:pPr` after the style, in the schema's order
 * @param content runs and bookmarks as XML
 * @param end revision of the paragraph's end as XML: with it the paragraph comes or goes
 */
export function paragraph(style: string, properties: string, content: string, end = ''): string {
  const mark = end === '' ? '' : `<w:rPr>${end}</w:rPr>`
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}${mark}</w:pPr>${content}</w:p>`
}

/**
 * Runs as XML.
 * @param look `w:rPr` children where the text has another look than its paragraph's style
 * @param underline whether the text stands on a rule to write on
 */
export function runsXml(runs: Runs, marks: Annotations, look = '', underline = false): string {
  let xml = ''
  for (const each of runs) {
    if (each.text === '') continue
    const name = each.revision === 'deleted' ? 'w:delText' : 'w:t'
    const lines = each.text.split('\n').map((line) => `<${name} xml:space="preserve">${escapeText(line)}</${name}>`)
    const own = each.font === undefined ? look : inFont(look, each.font)
    xml += marks.revised(run(lines.join('<w:br/>'), own, underline, each), each.revision)
  }
  return xml
}

/** What is within a character's frame beside it: a tab before, a tab after, room behind it in pt, less than 0 to take away. */
interface Framed {
  readonly nth: number
  readonly before: boolean
  readonly after: boolean
  readonly behind: number
}

/**
 * A character in a frame of its own. Word draws one frame around neighbours whose borders are the same: every other one
 * is a shade of black.
 */
export function framed(
  character: Run,
  { nth, before, after, behind }: Framed,
  marks: Annotations,
  look: string,
): string {
  const { text, font, revision } = character
  const name = revision === 'deleted' ? 'w:delText' : 'w:t'
  const spacing = behind === 0 ? '' : element('w:spacing', { 'w:val': twips(behind) })
  const border = { 'w:val': 'single', 'w:sz': 2, 'w:space': 0, 'w:color': nth % 2 === 0 ? '000000' : '010101' }
  const own = font === undefined ? look : inFont(look, font)
  const framedLook = own.replace(/(?=<w:sz)|$/, spacing) + element('w:bdr', border)
  const content = `${before ? '<w:tab/>' : ''}<${name}>${escapeText(text)}</${name}>${after ? '<w:tab/>' : ''}`
  return marks.revised(run(content, framedLook, false, {}), revision)
}

/** A tab; underlined it is the rule of a place to write. */
export const tab = (underline: boolean, marks: Annotations, revision?: Revision): string =>
  marks.revised(run('<w:tab/>', '', underline, {}), revision)

function run(content: string, look: string, underline: boolean, { mark, strong }: Omit<Run, 'text'>): string {
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
