import type { GridDocument } from '../../model/index.ts'
import { type Part, pack } from '../../package/index.ts'
import { scratchStyles, sheetPart, withFonts, withNames, withQuoted } from './finish.ts'
import { shell } from './shell.ts'
import { StyleBook } from './styles.ts'
import { type Survey, surveys } from './survey.ts'

/**
 * A document as an Excel workbook: a worksheet for each of `document.sheets`. The same document gives the same bytes.
 *
 * A sheet's rows are walked twice and never held: once for what stands before them in the package, once to be written.
 * @throws Refusal naming the cell whose text is longer than a workbook can hold
 * @throws Error naming the cell whose text or figure a workbook cannot hold (forbidden in XML, over 15 digits), the paper Excel does not know, or a document without sheets
 */
export async function renderXlsx(document: GridDocument): Promise<Uint8Array> {
  if (document.sheets.length === 0) throw new Error(`${document.form} has no sheets: a workbook needs one`)
  const styles = new StyleBook(document.styles)
  const found = surveys(document, styles)
  const made = await shell(document, found, styles)
  const text = (name: string): string => new TextDecoder().decode(made.get(name))
  const ids = scratchStyles(text(sheetName(0)), styles.looks.length)
  const { xml, quoted } = withQuoted(text('xl/styles.xml'), ids)
  styles.numbered(ids, quoted)

  const parts = new Map<string, Part>(made)
  parts.set('xl/styles.xml', withFonts(xml))
  const names = found.flatMap((each) => each.names)
  parts.set('xl/workbook.xml', withNames(text('xl/workbook.xml'), names))
  for (const [index, sheet] of document.sheets.entries()) {
    const name = sheetName(index)
    parts.set(name, sheetPart(text(name), sheet, found[index] as Survey, styles))
  }
  return pack(parts)
}

const sheetName = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`
