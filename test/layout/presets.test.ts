import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { looksOf, pageSetup } from '../../src/layout/presets.ts'
import { theme } from '../../src/layout/theme.ts'
import type { GridDocument, StyleChoice } from '../../src/model/index.ts'
import { unpack } from '../../src/package/index.ts'
import { drawnCharacters } from '../readback/pdf-characters.ts'
import { blanksOf, documentOf, request } from '../support/forms.ts'
import { documentsOf, documentOf as filledWith } from './support/filled.ts'

const usual: StyleChoice = { autospace: false, margins: {}, rules: {}, looks: {}, pageNumber: {} }
const mm = (pt: number): number => Math.round((pt * 25.4) / 72)
const marginsOf = ({ margin }: GridDocument['page']) => [margin.top, margin.right, margin.bottom, margin.left].map(mm)
const form = (name: string) => request(fileURLToPath(new URL(`../definitions/${name}.yaml`, import.meta.url)))
const part = (bytes: Uint8Array | undefined, name: string): string =>
  new TextDecoder().decode(unpack(bytes as Uint8Array).get(name))

describe('a form that names no style', () => {
  it('looks as ever', () => {
    expect(looksOf('zh-CN', usual)).toEqual(theme)
    expect(marginsOf(pageSetup({ size: 'A4', landscape: false }, usual))).toEqual([14, 18, 15, 18])
    expect(pageSetup({ size: 'A4', landscape: false }, usual).footer.align).toBe('centre')
  })
})

describe('gb9704', () => {
  const gb: StyleChoice = { ...usual, preset: 'gb9704' }

  it('has the margins of GB/T 9704 §5.2, and turned, the binding side at the head', () => {
    expect(marginsOf(pageSetup({ size: 'A4', landscape: false }, gb))).toEqual([37, 26, 35, 28])
    expect(marginsOf(pageSetup({ size: 'A4', landscape: true }, gb))).toEqual([28, 37, 26, 35])
  })

  it('is set in 仿宋, 小标宋 and 黑体 of its sizes', () => {
    const { title, heading, text, cellHead, cellText } = looksOf('zh-CN', gb)
    expect(title).toMatchObject({ face: 'xiaobiaosong', size: 22 })
    expect(heading).toMatchObject({ face: 'hei', size: 16 })
    expect(text).toMatchObject({ face: 'fangsong', size: 16 })
    expect([cellHead.face, cellText.face]).toEqual(['hei', 'fangsong'])
  })

  describe('in its documents', () => {
    let blanks: Awaited<ReturnType<typeof blanksOf>>
    beforeAll(async () => {
      blanks = await blanksOf(form('document-attachment'))
    })

    it('names the fonts in Word and Excel', () => {
      const styles = part(blanks.get('docx'), 'word/styles.xml')
      expect(styles).toContain('w:eastAsia="仿宋"')
      expect(styles).toContain('w:eastAsia="方正小标宋简体"')
      expect(part(blanks.get('xlsx'), 'xl/styles.xml')).toMatch(/name val="仿宋"/)
    })

    it('has page numbers at the right of odd pages and the left of even ones', () => {
      expect(part(blanks.get('docx'), 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
      expect(part(blanks.get('docx'), 'word/footer1.xml')).toMatch(/w:jc w:val="right"/)
      expect(part(blanks.get('docx'), 'word/footer2.xml')).toMatch(/w:jc w:val="left"/)
      const sheet = part(blanks.get('xlsx'), 'xl/worksheets/sheet1.xml')
      expect(sheet).toMatch(/<headerFooter[^>]*differentOddEven="1"/)
      expect(sheet).toMatch(/<oddFooter>&amp;R.*<evenFooter>&amp;L/)
    })
  })
})

describe('a form that says how its looks differ', () => {
  const looks =
    '{cellText: {padding: {y: 8}, valign: top}, text: {indent: {first: 2}, spaceBefore: 10, spaceAfter: 20}}'
  const style = `{pageNumber: {at: outside, text: 第1页, distance: 9}, looks: ${looks}}`
  const parts = `page: A4\nstyle: ${style}\nparts: {a: {text: 填表说明}, t: {columns: {n: 名称 | text}, list: 2}}`
  const document = filledWith(parts, '{t: {list: [{n: 甲}]}}')

  it('has them', () => {
    expect(document.styles.cellText).toMatchObject({ padding: { x: 3.5, y: 8 }, valign: 'top' })
    expect(document.styles.text).toMatchObject({ indent: { first: 21, rest: 0 }, spaceBefore: 10, spaceAfter: 20 })
    expect(document.page.footer).toMatchObject({ before: '第', after: '页', align: 'outside' })
    expect(mm(document.page.footer.distance)).toBe(9)
    const [body] = [...document.pages].flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'row' && item.row.role === 'body' ? [item] : [])),
    )
    expect(body?.height).toBe(15 + 2 * 8)
  })

  it('has them of all notes, or of the first one', () => {
    const { note, noteFirst } = looksOf('zh-CN', { ...usual, looks: { note: { size: 8 }, noteFirst: { bold: true } } })
    expect([note.size, noteFirst.size, note.bold, noteFirst.bold]).toEqual([8, 8, false, true])
    const parts = 'style: {looks: {note: {size: 8}}}\nparts: {t: {columns: {n: "名称[^a] | text"}}}\nnotes: {a: 注}'
    expect(filledWith(parts).styles.note.size).toBe(8)
  })

  it('keeps the page number within its margin', () => {
    const high = pageSetup({ size: 'A4', landscape: false }, { ...usual, pageNumber: { distance: 100 } })
    expect(high.footer.distance).toBe(high.margin.bottom - theme.pageNumber.lineHeight)
  })

  it('has them in every format', async () => {
    const { documents } = await documentsOf(parts, '{t: {list: [{n: 甲}]}}')
    const bytes = (format: string) => documents.find((each) => each.format === format)?.bytes
    const word = part(bytes('docx'), 'word/document.xml')
    expect(word).toMatch(/<w:bottom w:w="160" w:type="dxa"\/>.*<w:vAlign w:val="top"\/>/)
    expect(part(bytes('docx'), 'word/styles.xml')).toMatch(/w:before="200" w:after="400".*w:firstLine="420"/)
    expect(part(bytes('docx'), 'word/footer1.xml')).toMatch(/第.*PAGE.*页/)
    const sheet = part(bytes('xlsx'), 'xl/worksheets/sheet1.xml')
    expect(sheet).toMatch(/<oddFooter>&amp;R[^<]*第&amp;P[^<]*页/)
    expect(part(bytes('xlsx'), 'xl/styles.xml')).toContain('vertical="top"')
    expect(sheet).toContain('\u3000\u3000')
    const [drawn = []] = await drawnCharacters(bytes('pdf') as Uint8Array)
    expect(drawn.map(({ char }) => char).join('')).toContain('第1页')
  })
})

describe('statistical', () => {
  const document = documentOf(form('yearbook-table'))

  it('has heavy rules above and below and open sides, but for what the definition says itself', () => {
    const frames = document.items.flatMap((item) => (item.kind === 'table' ? [item.frame] : []))
    expect(frames).toEqual([{ top: 1.5, bottom: 1.5, left: 0, right: 0, insideH: 0.25, insideV: 0.5 }])
  })

  it('takes single tokens from the definition', () => {
    expect(document.styles.tableTitle).toMatchObject({ face: 'hei', size: 14 })
    expect(document.styles.cellHead).toMatchObject({ face: 'song', bold: true })
    expect(document.styles.cellHead.lineHeight).toBe(theme.cellHead.lineHeight)
  })

  it('sets Han and Latin apart in PDF and Word where it asks', async () => {
    const lines = [...document.pages].flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'row' ? item.cells.flatMap((cell) => cell.lines) : [])),
    )
    const cod = lines.find(({ runs }) => runs[0]?.text === 'COD排放量')
    expect(cod?.spacing).toEqual([{ at: 3, by: 0.25 * 10.5 }])
    expect(part((await blanksOf(form('yearbook-table'))).get('docx'), 'word/styles.xml')).toContain('<w:autoSpaceDE/>')
  })
})
