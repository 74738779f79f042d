import type { GridDocument, Page } from '../../model/index.ts'
import { type Part, pack } from '../../package/index.ts'
import { BodyWriter } from './body.ts'
import { corePropertiesXml, fontTableXml, settingsXml } from './properties.ts'
import { packageShell } from './shell.ts'
import { headingStyles, stylesXml } from './styles.ts'

/**
 * The document as a Word file (.docx, ECMA-376 transitional). The same document gives the same bytes.
 * Rows are drawn from `document.pages` as they are written; no row is held.
 * @throws Error for what Word cannot hold: a table of more than 63 columns, a character that XML has none for,
 *   rows whose cells overlap or leave a slot uncovered
 */
export async function renderDocx(document: GridDocument): Promise<Uint8Array> {
  const headings = headingStyles(document)
  const pages = document.pages[Symbol.iterator]()
  const unnumbered = take(pages, document.page.footer.from)
  const [firstNumbered] = take(pages, 1)
  const numbered = chain(firstNumbered, pages)
  const shell = packageShell(document, firstNumbered?.number ?? document.page.footer.from + 1)
  const writer = new BodyWriter(document, headings)
  const sections = shell.document.length > 2 ? [unnumbered, numbered] : [numbered]

  function* documentXml(): Generator<string> {
    const [start = '', ...ends] = shell.document
    yield start
    for (const [index, section] of sections.entries()) {
      yield* writer.write(section)
      yield ends[index] as string
    }
  }

  const parts = new Map<string, Part>(shell.parts)
  parts.set('word/styles.xml', stylesXml(document, headings))
  parts.set('word/settings.xml', settingsXml(document))
  parts.set('word/fontTable.xml', fontTableXml())
  parts.set('docProps/core.xml', corePropertiesXml(document))
  parts.set('word/document.xml', documentXml())
  return pack(parts)
}

function take(pages: Iterator<Page>, count: number): Page[] {
  const taken: Page[] = []
  while (taken.length < count) {
    const next = pages.next()
    if (next.done) break
    taken.push(next.value)
  }
  return taken
}

function* chain(first: Page | undefined, rest: Iterator<Page>): Generator<Page> {
  if (first !== undefined) yield first
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value
}
