import { element, escapeText } from '../../package/index.ts'

/** What the file says of itself, in its Info dictionary and again here: the two must agree (ISO 19005-3 6.6.3). */
export interface Described {
  readonly title: string
  readonly creator: string
  readonly producer: string
  readonly created: Date
}

const about = { 'rdf:about': '' }
const resource = { 'rdf:parseType': 'Resource' }

/**
 * The XMP packet: title, dates and makers, and that the file claims PDF/A-3a (ISO 19005-3 6.6.4) and PDF/UA-1
 * (ISO 14289-1 5). PDF/A knows no schema of PDF/UA, so the packet describes it (ISO 19005-3 6.6.2.3.3).
 */
export function metadata({ title, creator, producer, created }: Described): string {
  const date = `${created.toISOString().slice(0, 19)}Z`
  const rdf = element(
    'rdf:RDF',
    { 'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' },
    element(
      'rdf:Description',
      { ...about, 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
      element(
        'dc:title',
        {},
        element('rdf:Alt', {}, element('rdf:li', { 'xml:lang': 'x-default' }, escapeText(title))),
      ),
    ),
    described('xmp', 'http://ns.adobe.com/xap/1.0/', { CreateDate: date, CreatorTool: creator }),
    described('pdf', 'http://ns.adobe.com/pdf/1.3/', { Producer: producer }),
    described('pdfaid', 'http://www.aiim.org/pdfa/ns/id/', { part: '3', conformance: 'A' }),
    described('pdfuaid', pdfua, { part: '1' }),
    extension(),
  )
  const xmp = element('x:xmpmeta', { 'xmlns:x': 'adobe:ns:meta/' }, rdf)
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n${xmp}\n<?xpacket end="r"?>`
}

const pdfua = 'http://www.aiim.org/pdfua/ns/id/'

/** Properties of one schema. */
const described = (prefix: string, uri: string, properties: Readonly<Record<string, string>>): string =>
  element('rdf:Description', { ...about, [`xmlns:${prefix}`]: uri }, ...entries(prefix, properties))

const entries = (prefix: string, properties: Readonly<Record<string, string>>): string[] =>
  Object.entries(properties).map(([name, value]) => element(`${prefix}:${name}`, {}, escapeText(value)))

/** The one schema that PDF/A does not know, with its one property. */
function extension(): string {
  const property = { name: 'part', valueType: 'Integer', category: 'internal', description: 'Part of ISO 14289' }
  const schema = { schema: 'PDF/UA identification schema', namespaceURI: pdfua, prefix: 'pdfuaid' }
  return element(
    'rdf:Description',
    {
      ...about,
      'xmlns:pdfaExtension': 'http://www.aiim.org/pdfa/ns/extension/',
      'xmlns:pdfaSchema': 'http://www.aiim.org/pdfa/ns/schema#',
      'xmlns:pdfaProperty': 'http://www.aiim.org/pdfa/ns/property#',
    },
    element(
      'pdfaExtension:schemas',
      {},
      element(
        'rdf:Bag',
        {},
        element(
          'rdf:li',
          resource,
          ...entries('pdfaSchema', schema),
          element(
            'pdfaSchema:property',
            {},
            element('rdf:Seq', {}, element('rdf:li', resource, ...entries('pdfaProperty', property))),
          ),
        ),
      ),
    ),
  )
}
