import type { GridDocument, Sheet } from '../../model/index.ts'
import { element, type OpenPart, PackageWriter } from '../../package/index.ts'
import { scratchStyles, sheetEnds, withFonts, withLooks, withNames } from './finish.ts'
import { RowWriter } from './row.ts'
import { shell } from './shell.ts'
import { StyleBook } from './styles.ts'
import { type Survey, Surveyor } from './survey.ts'

/**
 * A document as an Excel workbook: a worksheet for each of `document.sheets`. The same document gives the same bytes.
 *
 * Rows are walked once and never held: what stands after them in the package says where they break and how they look.
 * @throws Error naming the cell whose text or figure a workbook cannot hold (over 32,767 characters, forbidden in XML,
 *   over 15 digits), the paper Excel does not know, or a document without sheets
 */
export async function renderXlsx(document: GridDocument): Promise<Uint8Array> {
  const { sheets } = document
  if (sheets.length === 0) throw new Error(`${document.form} has no sheets: a workbook needs one`)
  const styles = new StyleBook(document.styles)
  const writer = new PackageWriter()
  const types = writer.begin(TYPES)
  const heads = await shell(
    document,
    sheets.map(() => []),
  )
  const open = sheets.map((_, index) => writer.begin(sheetName(index)))
  const surveys = sheets.map((sheet, index) => {
    const part = open[index] as OpenPart
    part.write(sheetEnds(text(heads, sheetName(index))).before)
    return writeRows(sheet, index, styles, part)
  })
  const breaks = surveys.map((survey) => survey.breaks)
  const made = await shell(document, breaks, styles.looks)
  const ids = scratchStyles(text(made, sheetName(0)), styles.looks.length)
  for (const [index, part] of open.entries()) {
    const { after } = sheetEnds(text(made, sheetName(index)))
    part.write(withMerges(after, (surveys[index] as Survey).merges))
    part.end()
  }
  types.write(text(made, TYPES))
  types.end()
  const names = surveys.flatMap((survey) => survey.names)
  const finished = new Map([
    ['xl/styles.xml', withFonts(withLooks(text(made, 'xl/styles.xml'), ids))],
    ['xl/workbook.xml', withNames(text(made, 'xl/workbook.xml'), names)],
  ])
  const written = new Set([TYPES, ...sheets.map((_, index) => sheetName(index))])
  for (const [name, part] of made) if (!written.has(name)) writer.add(name, finished.get(name) ?? part)
  return writer.close()
}

const TYPES = '[Content_Types].xml'

const sheetName = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`

const text = (parts: ReadonlyMap<string, Uint8Array>, name: string): string => new TextDecoder().decode(parts.get(name))

function writeRows(sheet: Sheet, index: number, styles: StyleBook, part: OpenPart): Survey {
  const surveyor = new Surveyor(sheet, index)
  const writer = new RowWriter(styles, {
    row: (xml) => part.write(xml),
    merge: (range) => surveyor.merge(range),
  })
  for (const row of sheet.rows) {
    surveyor.see(row)
    writer.write(row)
  }
  return surveyor.survey()
}

/** Merges stand right behind the rows. */
function withMerges(after: string, merges: readonly string[]): string {
  if (merges.length === 0) return after
  const cells = merges.map((ref) => element('mergeCell', { ref })).join('')
  return after.replace('</sheetData>', `</sheetData><mergeCells count="${merges.length}">${cells}</mergeCells>`)
}
