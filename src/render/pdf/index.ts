import type { Fonts } from '../../fonts/index.ts'
import type { GridDocument } from '../../model/index.ts'
import { Bookmarks } from './bookmarks.ts'
import { Glyphs } from './glyphs.ts'
import { PagePainter } from './page.ts'
import { openPdf } from './pdfkit.ts'
import { Tag } from './tag.ts'

/**
 * Draws a document as PDF 1.7, tagged for PDF/UA-1, its pages as the plan says; the same document gives the same
 * bytes. Fonts are embedded, subset to what is used.
 */
export async function renderPdf(document: GridDocument, fonts: Fonts): Promise<Uint8Array> {
  const { pdf, close } = openPdf(document)
  const root = Tag.root(pdf)
  const painter = new PagePainter(document, {
    pdf,
    root,
    glyphs: new Glyphs(pdf, fonts),
    bookmarks: new Bookmarks(pdf),
  })
  for (const page of document.pages) painter.page(page)
  root.finish()
  return close()
}
