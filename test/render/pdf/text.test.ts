import { describe, expect, it } from 'vitest'
import { openFonts } from '../../../src/fonts/index.ts'
import type { GridRow, Runs } from '../../../src/model/index.ts'
import { renderPdf } from '../../../src/render/pdf/index.ts'
import { readPdf } from '../../readback/pdf.ts'
import { type PdfChar, readText } from '../../readback/pdf-text.ts'
import { viewerText } from '../../readback/pdfium.ts'
import { sampleDocument } from '../../support/sample.ts'
import { bodyWidth, columnWidth, dataCell, documentOf, placedRow, tableOf, textsDocument } from './documents.ts'

const { page, styles } = sampleDocument()
const long =
  '清洁生产是指不断采取改进设计、使用清洁的能源和原料、采用先进的工艺技术与设备、改善管理、综合利用等措施，'.repeat(4)

const readBack = async (texts: readonly Runs[]) => {
  const { items } = await readPdf(await renderPdf(textsDocument(texts), openFonts()))
  return items.map((item) => (item.kind === 'text' ? item.text : item.kind))
}
const text = (value: string): Runs => [{ text: value }]

describe('text in a PDF', () => {
  it.each([
    'GB/T 4754－2002、环办科财〔2020〕27号——说明……（℃ ‰ ％ × ± ≥ ① Ⅱ）',
    'abc ABC 0123456789 !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
    '表1　样表，“引号”‘单引’·间隔',
    '是☑ 否□ ☒☑☑',
    'CO₂ 与 m³ 与 10⁴',
    '䶮㐀镕',
    '3.5  两个空格',
  ])('reads back as it was: %s', async (value) => {
    expect(await readBack([text(value)])).toEqual([value])
  })

  it('keeps characters apart that share a glyph', async () => {
    expect(await readBack([text('⼀一⽂文〜～')])).toEqual(['⼀一⽂文〜～'])
  })

  it('keeps the spaces and line breaks at which lines end', async () => {
    const words = 'The quick brown fox jumps over the lazy dog, '.repeat(8).trim()
    expect(await readBack([text(words), text('第一行\n第二行\n\n第四行')])).toEqual([words, '第一行\n第二行\n\n第四行'])
  })

  it('keeps strong text that goes over a line whole', async () => {
    const words = 'twenty-five miles of road '.repeat(12).trim()
    expect(await readBack([[{ text: words, strong: true }]])).toEqual([`**${words}**`])
  })

  it('shows marks by size and height and strong text by its tag', async () => {
    const runs: Runs = [
      { text: 'SO' },
      { text: '2', mark: 'sub' },
      { text: '重点', strong: true },
      { text: '[6]', mark: 'sup' },
      { text: '吨' },
    ]
    expect(await readBack([runs])).toEqual(['SO~2~**重点**^[6]^吨'])
  })

  it('draws figures half an em wide and a dash without a gap', async () => {
    const chars = await charsOf(text('1.0——'))
    expect(steps(chars)).toEqual([5.25, 5.25, 5.25, 10.5])
  })

  it('justifies every line but the last', async () => {
    const document = textsDocument([text(long)], 'note')
    const [chars] = [...(readText(await renderPdf(document, openFonts()))[0] as Map<number, PdfChar[]>).values()]
    // The last character of each line overwrites those before it.
    const lines = new Map((chars as PdfChar[]).map(({ x, y }) => [y, x]))
    const ends = [...lines.values()].map((x) => x + styles.note.size - page.margin.left)
    expect(ends.length).toBeGreaterThan(2)
    for (const end of ends.slice(0, -1)) expect(end).toBeCloseTo(bodyWidth, 0)
    expect(ends.at(-1)).toBeLessThan(bodyWidth - 20)
  })

  it('justifies without parting words, figures, dashes or indexes', async () => {
    const mixed = '按GB/T 4754-2017和VOCs排放量12345吨——含CO₂的清洁生产审核评估与验收办公室的意见，'.repeat(6)
    const document = textsDocument([text(mixed)], 'note')
    const [chars = []] = [...(readText(await renderPdf(document, openFonts()))[0] as Map<number, PdfChar[]>).values()]
    const first = chars.filter(({ y }) => y === chars[0]?.y)
    const stepsOf = (pattern: RegExp) =>
      first.flatMap(({ char, x }, at) => {
        const next = first[at + 1]
        return next && pattern.test(char) && pattern.test(next.char) ? [next.x - x] : []
      })
    for (const step of stepsOf(/[!-~]/)) expect(step).toBeCloseTo(styles.note.size / 2, 1)
    for (const step of stepsOf(/—/)) expect(step).toBeCloseTo(styles.note.size, 1)
    expect(Math.max(...stepsOf(/\p{sc=Han}/u))).toBeGreaterThan(styles.note.size)
    expect((first.at(-1) as PdfChar).x + styles.note.size - page.margin.left).toBeCloseTo(bodyWidth, 0)
  })

  it('is what a viewer copies', async () => {
    const value = 'SO2 排放量（万吨）：12,345.67——☑'
    expect(await viewerText(await renderPdf(textsDocument([text(value)]), openFonts()))).toEqual([
      expect.stringContaining(value),
    ])
  })

  it('aligns cells as their style says', async () => {
    const cells = [
      dataCell('l', 0, [text('12')]),
      dataCell('r', 1, [text('12')], 'cellFigure'),
      dataCell('c', 2, [text('12')], 'cellLabel'),
    ]
    const table = tableOf([cells])
    const document = documentOf([table], [{ number: 1, items: [placedRow(table, table.rows[0] as GridRow)] }])
    const [onPage] = readText(await renderPdf(document, openFonts()))
    const lefts = [0, 1, 2].map((mcid) => (onPage?.get(mcid)?.[0]?.x ?? 0) - page.margin.left - mcid * columnWidth)
    expect(lefts.map((x) => Math.round(x * 100) / 100)).toEqual([
      3.5,
      columnWidth - 3.5 - 10.5,
      (columnWidth - 10.5) / 2,
    ])
  })
})

async function charsOf(runs: Runs): Promise<PdfChar[]> {
  const [onPage] = readText(await renderPdf(textsDocument([runs]), openFonts()))
  return onPage?.get(0) ?? []
}

const steps = (chars: readonly PdfChar[]): number[] =>
  chars.slice(1).map(({ x }, index) => Math.round((x - (chars[index] as PdfChar).x) * 100) / 100)
