import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { openFonts } from '../../../src/fonts/index.ts'
import type { GridDocument, GridRow, Line, PlacedRow, Runs } from '../../../src/model/index.ts'
import { renderPdf } from '../../../src/render/pdf/index.ts'
import { outlineOfGrid } from '../../readback/outline.ts'
import { readPdf } from '../../readback/pdf.ts'
import { pageImages } from '../../readback/pdf-images.ts'
import { isNode, readStructure, type StructNode } from '../../readback/pdf-structure.ts'
import { readText, untagged } from '../../readback/pdf-text.ts'
import { sampleDocument } from '../../support/sample.ts'
import { columnWidth, dataCell, documentOf, linesOf, placedRow, tableOf, textBlock } from './documents.ts'

const render = (document: GridDocument) => renderPdf(document, openFonts())
const text = (value: string): Runs => [{ text: value }]

describe('a document as PDF', () => {
  it('says what the grid says', async () => {
    const sample = sampleDocument()
    expect(await readPdf(await render(sample))).toEqual(outlineOfGrid(sample))
  })

  it('is the same bytes each time', async () => {
    const [first, second] = [await render(sampleDocument()), await render(sampleDocument())]
    expect(Buffer.from(first).equals(second)).toBe(true)
    expect(Buffer.from(first).toString('latin1')).toContain('(D:20200101000000Z)')
  })

  it('lets the event loop turn, at which what pdfkit holds of each document goes', async () => {
    let turned = false
    setImmediate(() => {
      turned = true
    })
    await render(sampleDocument())
    expect(turned).toBe(true)
  })

  it('is tagged PDF 1.7 with its language and a title to show', async () => {
    const bytes = await render({ ...sampleDocument(), title: '表 <1> & 附表' })
    const { title, lang, showsTitle, marked } = readStructure(bytes)
    expect({ title, lang, showsTitle, marked }).toEqual({
      title: '表 <1> & 附表',
      lang: 'zh-CN',
      showsTitle: true,
      marked: true,
    })
    const file = Buffer.from(bytes)
    expect(file.toString('latin1')).toMatch(/^%PDF-1\.7\n/)
    expect(file.toString('utf8')).toContain('表 &lt;1&gt; &amp; 附表</rdf:li>')
    expect(file.toString('utf8')).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  it('has bookmarks for headings, by level', async () => {
    const heading = (id: string, level: 1 | 2 | 3) => ({ ...textBlock(id, text(id)), level })
    const blocks = [heading('一', 1), heading('表1', 2), heading('（一）', 3), heading('表2', 2), heading('二', 1)]
    const items = blocks.map((block, index) => ({
      kind: 'text' as const,
      block,
      y: index * 16,
      lines: linesOf(block.content, 'text', 500),
      piece: { n: 1, of: 1 },
    }))
    const pages = [
      { number: 1, items: items.slice(0, 3) },
      { number: 2, items: items.slice(3) },
    ]
    expect(readStructure(await render(documentOf(blocks, pages))).bookmarks).toEqual([
      { title: '一', level: 1, page: 0 },
      { title: '表1', level: 2, page: 0 },
      { title: '（一）', level: 3, page: 0 },
      { title: '表2', level: 2, page: 1 },
      { title: '二', level: 1, page: 1 },
    ])
  })

  it('prints the page number from the page that asks for it, and outside the structure', async () => {
    const sample = sampleDocument()
    const from = { ...sample, page: { ...sample.page, footer: { ...sample.page.footer, from: 1 } } }
    const printed = readText(await render(from)).map((page) =>
      (page.get(untagged) ?? []).map(({ char }) => char).join(''),
    )
    expect(printed[0]).not.toContain('—')
    expect(printed[1]).toContain('— 2 —')
  })

  it('can be drawn by a viewer', async () => {
    const images = (await pageImages(await render(sampleDocument()), 0.5)).map((image) => PNG.sync.read(image))
    expect(images.map(({ width, height }) => [width, height])).toEqual([
      [420, 297],
      [420, 297],
    ])
    for (const { data } of images) expect(data.some((value) => value < 128)).toBe(true)
  })
})

describe('a table in a PDF', () => {
  const tags = async (document: GridDocument) => {
    const structure = readStructure(await render(document))
    return { ...structure, table: find(structure.root, 'Table')[0] as StructNode }
  }

  it('has its title as summary, header rows and scopes', async () => {
    const { table } = await tags(sampleDocument())
    expect(table.attributes).toEqual({ O: 'Table', Summary: '表1 样表' })
    expect(table.children.filter(isNode).map(({ type }) => type)).toEqual(['THead', 'TBody'])
    expect(find(table, 'TH').map(({ attributes: { Scope, RowSpan, ColSpan } }) => [Scope, RowSpan, ColSpan])).toEqual([
      ['Column', 2, undefined],
      ['Column', undefined, 2],
      ['Column', undefined, undefined],
      ['Column', undefined, undefined],
      ['Row', 4, undefined],
      ['Column', undefined, undefined],
    ])
    expect(find(table, 'TD')).toHaveLength(6)
  })

  it('gives ids to notes and to cells that a page break cuts', async () => {
    const { ids, root } = await tags(sampleDocument())
    expect(ids).toEqual(['p.notes.firms', 't.s'])
    expect(find(root, 'Note').map(({ id }) => id)).toEqual(['p.notes.firms'])
  })

  it('says a repeated header and a label printed again once', async () => {
    const [, second] = readText(await render(sampleDocument()))
    const said = [...(second as Map<number, unknown>).keys()].filter((mcid) => mcid !== untagged)
    const again = second
      ?.get(untagged)
      ?.map(({ char }) => char)
      .join('')
    expect(said).toHaveLength(2)
    expect(again).toContain('指标名称')
    expect(again).toContain('一、情况 & <说明>')
  })

  it('is one element a cell, wherever a row is cut', async () => {
    const value = text('一二三四五六七八九十'.repeat(4))
    const cells = [dataCell('a', 0, [value, text('第二段')]), dataCell('b', 1, [value]), dataCell('c', 2, [])]
    const table = tableOf([cells, [dataCell('d', 0, [text('后')]), dataCell('e', 1, []), dataCell('f', 2, [])]])
    const row = table.rows[0] as GridRow
    const part = (n: number, slice: (lines: readonly Line[]) => readonly Line[]): PlacedRow => {
      const placed = placedRow(table, row)
      const piece = { n, of: 2 }
      return { ...placed, piece, cells: placed.cells.map((cell) => ({ ...cell, lines: slice(cell.lines), piece })) }
    }
    const pages = [
      { number: 1, items: [part(1, (lines) => lines.slice(0, 2))] },
      {
        number: 2,
        items: [
          { ...part(2, (lines) => lines.slice(2)), last: false },
          { ...placedRow(table, table.rows[1] as GridRow), y: 60, first: false },
        ],
      },
    ]
    const document = documentOf([table], pages)
    const bytes = await render(document)
    expect(await readPdf(bytes)).toEqual(outlineOfGrid(document))
    const [a, b] = find(readStructure(bytes).root, 'TD') as [StructNode, StructNode]
    expect(b.children.map((child) => (isNode(child) ? child.type : child.page))).toEqual([0, 1])
    expect(a.children.map((child) => isNode(child) && child.type)).toEqual(['P', 'P'])
  })

  it('keeps its text within its columns', async () => {
    const cells = [dataCell('a', 0, [text('GB/T 4754－2002的行业代码（大类）')]), dataCell('b', 1, [text('x')])]
    const table = tableOf([cells])
    const document = documentOf([table], [{ number: 1, items: [placedRow(table, table.rows[0] as GridRow)] }])
    const [page] = readText(await render(document))
    const rights = page?.get(0)?.map(({ x, size }) => x + size / 2) ?? []
    expect(Math.max(...rights)).toBeLessThan(document.page.margin.left + columnWidth)
  })
})

function find(node: StructNode, type: string): StructNode[] {
  return node.children
    .filter(isNode)
    .flatMap((child) => [...(child.type === type ? [child] : []), ...find(child, type)])
}
