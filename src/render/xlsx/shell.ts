import type { WorksheetView } from 'exceljs'
// All of exceljs would also load its readers and stream writers, as much again.
import Workbook from 'exceljs/lib/doc/workbook.js'
import type { GridDocument, Sheet } from '../../model/index.ts'
import { unpack } from '../../package/index.ts'
import { footer, pageSetup } from './page.ts'
import type { StyleBook } from './styles.ts'
import { columnWidths } from './units.ts'

/** Excel's limit of manual breaks on a sheet; it breaks longer lists itself, at the same heights. */
const MOST_BREAKS = 1026
const COLUMNS = 16_384

/**
 * The parts of a workbook that has everything but rows: exceljs makes them. The first row of the first sheet holds one
 * empty cell for each look of the style book, which is how exceljs is made to number them.
 */
export async function shell(
  document: GridDocument,
  breaks: readonly (readonly number[])[],
  looks: StyleBook['looks'] = [],
): Promise<Map<string, Uint8Array>> {
  const workbook = new Workbook()
  const date = new Date(Date.UTC(document.year, 0, 1))
  const properties = {
    title: document.title,
    creator: 'biaoshi',
    lastModifiedBy: 'biaoshi',
    created: date,
    modified: date,
  }
  // exceljs writes the language but its types do not know it.
  Object.assign(workbook, properties, { language: document.lang })
  workbook.views = [{ x: 0, y: 0, width: 24_000, height: 15_000, firstSheet: 0, activeTab: 0, visibility: 'visible' }]
  let page = 0
  for (const [index, sheet] of document.sheets.entries()) {
    const own = breaks[index] ?? []
    const worksheet = workbook.addWorksheet(sheet.name, {
      pageSetup: pageSetup(document),
      headerFooter: footer(document, page, own.length + 1),
      views: [view(sheet, index === 0)],
      properties: { defaultRowHeight: 15, dyDescent: 0 },
    })
    worksheet.columns = columnWidths(sheet.columns).map((width) => ({ width }))
    for (const row of own.slice(0, MOST_BREAKS)) worksheet.getRow(row).addPageBreak(0, COLUMNS)
    if (index === 0) {
      const scratch = worksheet.getRow(1)
      for (const [look, style] of looks.entries()) scratch.getCell(look + 1).style = style
    }
    page += own.length + 1
  }
  // Its types do not know `zip`. What is unpacked at once need not be deflated.
  const stored = { zip: { compression: 'STORE' } } as Parameters<typeof workbook.xlsx.writeBuffer>[0]
  const parts = unpack(new Uint8Array(await workbook.xlsx.writeBuffer(stored)))
  // exceljs writes an entry for each folder, which is no part (ECMA-376 part 2).
  return new Map([...parts].filter(([name]) => !name.endsWith('/')))
}

/** Lists scroll under their header. */
function view({ frozen }: Sheet, selected: boolean): Partial<WorksheetView> {
  // exceljs writes `tabSelected` but its types do not know it.
  const look = { showGridLines: false, zoomScale: 100, zoomScaleNormal: 100, tabSelected: selected }
  if (frozen === undefined) return { ...look, state: 'normal', activeCell: 'A1' }
  const first = `A${frozen + 1}`
  return { ...look, state: 'frozen', ySplit: frozen, topLeftCell: first, activeCell: first }
}
