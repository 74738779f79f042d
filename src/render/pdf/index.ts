import { setImmediate } from 'node:timers/promises'
import type { Fonts } from '../../fonts/index.ts'
import type { Attachment, GridDocument } from '../../model/index.ts'
import { archive } from './archive.ts'
import { Bookmarks } from './bookmarks.ts'
import { PdfFile } from './file.ts'
import { Glyphs } from './glyphs.ts'
import { PagePainter } from './page.ts'
import { StructureTree } from './structure-tree.ts'

/**
 * Draws a document as PDF 1.7, its pages as the plan says, tagged for PDF/UA-1 (ISO 14289-1), archival as PDF/A-3a
 * (ISO 19005-3), with the attachments in it. Fonts are embedded, subset to what is used. The same document and
 * attachments give the same bytes.
 * @throws Refusal where there would be more objects than such a file can have
 */
export async function renderPdf(
  document: GridDocument,
  fonts: Fonts,
  attachments: readonly Attachment[] = [],
): Promise<Uint8Array> {
  const file = new PdfFile(document)
  const painter = new PagePainter(document, {
    tree: new StructureTree(file),
    glyphs: new Glyphs(file.pdf, fonts),
    bookmarks: new Bookmarks(file.pdf),
  })
  for (const page of document.pages) painter.page(page)
  painter.end()
  archive(file, attachments)
  const bytes = file.close()
  // pdfkit's stream lets go of the document, and of the font files in it, once the event loop has turned: promises alone
  // would hold them until the last of thousands is made.
  await setImmediate()
  return bytes
}
