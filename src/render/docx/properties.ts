import { faces } from '../../fonts/index.ts'
import type { GridDocument } from '../../model/index.ts'
import { element, escapeText, XML_DECLARATION } from '../../package/index.ts'
import { WORDPROCESSING } from './styles.ts'

/** `docProps/core.xml`. The library writes the clock's time; a form is dated by its year. */
export function corePropertiesXml({ title, lang, year }: GridDocument): string {
  const date = `${year}-01-01T00:00:00Z`
  const time = { 'xsi:type': 'dcterms:W3CDTF' }
  return (
    XML_DECLARATION +
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      element('dc:title', {}, escapeText(title)),
      element('dc:language', {}, escapeText(lang)),
      element('dcterms:created', time, date),
      element('dcterms:modified', time, date),
    )
  )
}

/**
 * `word/settings.xml`: the current layout rules of Word, with Chinese punctuation compressed as layout counts it and
 * the space after a paragraph added to that before the next one, where Word would take the larger of the two.
 */
export function settingsXml({ lang, page }: GridDocument): string {
  const mode = {
    'w:name': 'compatibilityMode',
    'w:uri': 'http://schemas.microsoft.com/office/word',
    'w:val': 15,
  }
  return (
    XML_DECLARATION +
    element(
      'w:settings',
      { 'xmlns:w': WORDPROCESSING },
      element('w:defaultTabStop', { 'w:val': 420 }),
      page.footer.align === 'outside' ? element('w:evenAndOddHeaders') : '',
      element('w:characterSpacingControl', { 'w:val': 'compressPunctuation' }),
      element(
        'w:compat',
        {},
        element('w:balanceSingleByteDoubleByteWidth'),
        element('w:doNotUseHTMLParagraphAutoSpacing'),
        element('w:useFELayout'),
        element('w:compatSetting', mode),
      ),
      element('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': lang }),
    )
  )
}

/** `word/fontTable.xml`: what to set a face in where the font is not installed or has its other name. */
export function fontTableXml(): string {
  const alternatives = new Map(Object.values(faces).map(({ office }) => [office.name, office.alt]))
  const fonts = [...alternatives].map(([name, alt]) =>
    element('w:font', { 'w:name': name }, element('w:altName', { 'w:val': alt }), CHINESE_FONT),
  )
  return XML_DECLARATION + element('w:fonts', { 'xmlns:w': WORDPROCESSING }, ...fonts)
}

// GB2312, 0x86: an application without the font then looks for another Chinese one.
const CHINESE_FONT = element('w:charset', { 'w:val': '86' }) + element('w:family', { 'w:val': 'auto' })
