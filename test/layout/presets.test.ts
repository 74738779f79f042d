import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { looksOf, pageSetup } from '../../src/layout/presets.ts'
import { theme } from '../../src/layout/theme.ts'
import type { GridDocument, StyleChoice } from '../../src/model/index.ts'
import { unpack } from '../../src/package/index.ts'
import { blanksOf, documentOf, request } from '../support/forms.ts'

const usual: StyleChoice = { autospace: false, margins: {}, rules: {}, looks: {} }
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
