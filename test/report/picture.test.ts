import { describe, expect, it } from 'vitest'
import { columns } from '../../src/diagnostics/columns.ts'
import type { GridCell, GridDocument, GridRow, GridTable } from '../../src/model/index.ts'
import { picture } from '../../src/report/index.ts'
import { sampleDocument } from '../support/sample.ts'

const head = (column: number, text: string, more: Partial<GridCell> = {}): GridCell => ({
  id: `c${column}`,
  column,
  colSpan: 1,
  rowSpan: 1,
  role: 'label',
  style: 'cellLabel',
  content: text === '' ? [] : [[{ text }]],
  input: text === '',
  ...more,
})
const row = (cells: GridCell[]): GridRow => ({ id: 'r', role: 'body', minHeight: 20, keepWithNext: false, cells })
const documentWith = (table: Pick<GridTable, 'columns' | 'rows' | 'headerRows'>): GridDocument => {
  const sample = sampleDocument()
  const [, , first] = sample.items as [unknown, unknown, GridTable]
  return { ...sample, items: [{ ...first, ...table }] }
}
const widths = (text: string) => [...new Set(text.trimEnd().split('\n').map(columns))]

describe('the picture of a document', () => {
  it('shows headings, field lines, tables and notes in reading order', async () => {
    await expect(picture(sampleDocument())).toMatchFileSnapshot('golden/sample.txt')
  })

  it('keeps its proportions in a narrow terminal, and wraps by display width', async () => {
    await expect(picture(sampleDocument(), { width: 60 })).toMatchFileSnapshot('golden/sample-60.txt')
  })

  it('draws a new page as a dashed line', () => {
    const sample = sampleDocument()
    const [heading, ...rest] = sample.items
    const again = { ...heading, id: 'again', newPage: true } as (typeof sample.items)[number]
    const text = picture({ ...sample, items: [heading as typeof again, ...rest, again] }, { width: 60 })
    expect(text).toContain(`注：[1]企业是指所有企业\n\n${'╌'.repeat(60)}\n\n`)
  })
})

describe('the picture of a table', () => {
  it('of fourteen columns is about 150 columns wide, every line the same', async () => {
    const labels = [...'一二三四五六七八九十'].map((n) => `指标${n}（万吨标准煤）`)
    const table = picture(
      documentWith({
        columns: Array.from({ length: 14 }, (_, i) => ({ id: `c${i}`, width: i === 0 ? 30 : 53.6 })),
        headerRows: 2,
        rows: [
          row([
            head(0, '序号', { rowSpan: 2 }),
            head(1, '企业名称', { rowSpan: 2 }),
            head(2, '削减量', { colSpan: 10 }),
            head(12, '备注', { colSpan: 2, rowSpan: 2 }),
          ]),
          row(labels.map((label, i) => head(i + 2, label))),
          row([head(0, '1'), ...Array.from({ length: 13 }, (_, i) => head(i + 1, ''))]),
          row([head(0, '合计', { colSpan: 2 }), ...Array.from({ length: 12 }, (_, i) => head(i + 2, '—'))]),
        ],
      }),
    )
    expect(widths(table)).toHaveLength(1)
    expect(widths(table)[0]).toBeLessThanOrEqual(160)
    await expect(table).toMatchFileSnapshot('golden/fourteen-columns.txt')
  })

  it('joins ragged rows and spans, with no rule through a span', () => {
    const text = picture(
      documentWith({
        columns: [38, 38, 38, 38].map((width, i) => ({ id: `c${i}`, width })),
        headerRows: 0,
        rows: [
          row([head(0, '甲', { colSpan: 3 }), head(3, '乙', { rowSpan: 2 })]),
          row([head(0, '丙', { rowSpan: 2 }), head(1, '丁', { colSpan: 2 })]),
          row([head(1, '戊'), head(2, '己', { colSpan: 2 })]),
        ],
      }),
    )
    expect(text).toBe(
      `┌───────────────────────┬───────┐
│          甲           │       │
├───────┬───────────────┤  乙   │
│       │      丁       │       │
│  丙   ├───────┬───────┴───────┤
│       │  戊   │      己       │
└───────┴───────┴───────────────┘
`,
    )
  })

  it('gives a column at least its longest word, and never cuts a text', () => {
    const text = picture(
      documentWith({
        columns: [10, 10, 60].map((width, i) => ({ id: `c${i}`, width })),
        headerRows: 1,
        rows: [
          row([
            head(0, '序号'),
            head(1, 'COD'),
            head(2, '这里的文字很长，所以要分成几行（个）', { style: 'cellStub' }),
          ]),
        ],
      }),
    )
    const third = text.split('\n').map((line) => line.split('│')[3]?.trim() ?? '')
    expect(third.join('')).toBe('这里的文字很长，所以要分成几行（个）')
    expect(text).toContain('│号│COD│')
    expect(widths(text)).toHaveLength(1)
  })

  it('never starts a line with a closing mark or ends it with an opening one', () => {
    const text = picture(
      documentWith({
        columns: [{ id: 'a', width: 40 }],
        headerRows: 0,
        rows: [row([head(0, '企业名称（全称）、地址，《名录》。', { style: 'cellStub' })])],
      }),
    )
    for (const line of text.split('\n').map((l) => l.replace(/[│ ]/g, ''))) {
      expect(line).not.toMatch(/^[）、，》。]/)
      expect(line).not.toMatch(/[（《]$/)
    }
  })

  it('sets lines where the style sets them: figures right, stubs left with a column of air', () => {
    const text = picture(
      documentWith({
        columns: [{ id: 'a', width: 60 }],
        headerRows: 0,
        rows: [row([head(0, '12.5', { style: 'cellFigure' })]), row([head(0, '县道', { style: 'cellStub' })])],
      }),
    )
    expect(text).toContain('│       12.5 │')
    expect(text).toContain('│ 县道       │')
  })
})
