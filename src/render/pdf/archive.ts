import type { Attachment } from '../../model/index.ts'
import type { PdfFile } from './file.ts'
import { metadata } from './metadata.ts'
import { srgbProfile } from './srgb.ts'
import { textString } from './strings.ts'

/** What an archival file says and has beside its pages: metadata, the meaning of its colours, attached files. */
export function archive(file: PdfFile, attachments: readonly Attachment[]): void {
  describe(file)
  outputIntent(file)
  if (attachments.length > 0) attach(file, attachments)
}

/** pdfkit's own packet escapes nothing and describes no schema; it is not filtered, so that any tool finds it. */
function describe({ pdf }: PdfFile): void {
  const { Title: title, Creator: creator, Producer: producer, CreationDate: created } = pdf.info
  pdf.endMetadata = () => {
    const stream = pdf.ref({ Type: 'Metadata', Subtype: 'XML' })
    stream.compress = false
    stream.end(Buffer.from(metadata({ title, creator, producer, created })))
    pdf._root.data.Metadata = stream
  }
}

/** The black of the pages is grey in sRGB (ISO 19005-3 6.2.3, 6.2.4.3). */
function outputIntent(file: PdfFile): void {
  const profile = file.stream('/N 3', srgbProfile())
  const name = '(sRGB IEC61966-2.1)'
  file.pdf._root.data.OutputIntents = [
    file.object(
      `<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier${name}/Info${name}/DestOutputProfile ${profile} 0 R>>`,
    ),
  ]
}

/**
 * Embeds files as ISO 19005-3 6.8 asks: each with its media type, the date of its last change, how the document relates
 * to it, and among the files of the catalog. A file is dated as the document is: its true date would change the bytes.
 */
function attach(file: PdfFile, attachments: readonly Attachment[]): void {
  const { info, _root: catalog } = file.pdf
  const date = `(D:${info.CreationDate.toISOString().slice(0, 19).replace(/\D/g, '')}Z)`
  const attached = attachments.map(({ name, mime, relationship, description, bytes }) => {
    const type = mime.replace('/', '#2F')
    const stream = file.stream(
      `/Type/EmbeddedFile/Subtype/${type}/Params<</Size ${bytes.length}/ModDate${date}>>`,
      bytes,
    )
    const names = `/F(${ascii(name)})/UF${textString(name)}`
    const relates = `/AFRelationship/${relationship}/Desc${textString(description)}`
    const entry = file.object(`<</Type/Filespec${names}${relates}/EF<</F ${stream} 0 R/UF ${stream} 0 R>>>>`)
    return { name, entry }
  })
  const names = attached
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, entry }) => `${textString(name)} ${entry.id} 0 R`)
  const { data } = catalog.data.Names as { data: Record<string, unknown> }
  data.EmbeddedFiles = file.object(`<</Names[${names.join(' ')}]>>`)
  catalog.data.AF = attached.map(({ entry }) => entry)
}

/** A name for readers that know no Unicode names. */
const ascii = (name: string): string => name.replace(/[^\w.\-/ ]/g, '_')
