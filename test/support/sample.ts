import { theme } from '../../src/layout/theme.ts'
import type {
  GridCell,
  GridDocument,
  GridRow,
  GridTable,
  Line,
  Page,
  PlacedCell,
  PlacedRow,
  Runs,
  SheetCell,
} from '../../src/model/index.ts'
import { gridDocument, plain } from '../../src/model/index.ts'

const run = (text: string): Runs => (text === '' ? [] : [{ text }])
const lines = (content: readonly Runs[]): Line[] =>
  content.map((runs) => ({ runs, width: plain(runs).length * 10.5, last: true }))

const cell = (id: string, column: number, text: Runs | string, more: Partial<GridCell> = {}): GridCell => ({
  id,
  column,
  colSpan: 1,
  rowSpan: 1,
  role: 'label',
  scope: 'column',
  style: 'cellLabel',
  content: text === '' ? [] : [typeof text === 'string' ? run(text) : text],
  input: false,
  ...more,
})
const input = (id: string, column: number, more: Partial<GridCell> = {}): GridCell => {
  const { scope: _, ...data } = cell(id, column, '', { role: 'input', style: 'cellText', input: true, ...more })
  return data
}
const row = (id: string, cells: GridCell[], more: Partial<GridRow> = {}): GridRow => ({
  id,
  role: 'body',
  minHeight: 22,
  keepWithNext: false,
  cells,
  ...more,
})

/**
 * A document made by hand for the renderers' own tests: heading, field line, a table with two header rows, a label
 * that spans four rows and is cut by the page break into two pieces, a cited note, sub- and superscript.
 */
export function sampleDocument(): GridDocument {
  const header = [
    row(
      'h1',
      [
        cell('t.head.section', 0, '指标名称', { rowSpan: 2, role: 'head', style: 'cellHead' }),
        cell(
          't.head.firms',
          1,
          [{ text: '企业数' }, { text: '[1]', mark: 'sup', note: 'p.firms' }, { text: '（个）' }],
          {
            colSpan: 2,
            role: 'spanner',
          },
        ),
      ],
      { role: 'header', keepWithNext: true },
    ),
    row(
      'h2',
      [
        cell('t.head.a', 1, [{ text: 'SO' }, { text: '2', mark: 'sub' }]),
        cell('t.head.b', 2, [{ text: 'm' }, { text: '3', mark: 'sup' }]),
      ],
      { role: 'header', keepWithNext: true },
    ),
  ]
  const label = cell('t.s', 0, '一、情况 & <说明>', { rowSpan: 4, role: 'section', scope: 'row', style: 'cellSection' })
  const body = [
    row('r1', [label, input('t.s.a', 1), input('t.s.b', 2)]),
    row('r2', [input('t.s.wide', 1, { colSpan: 2 })]),
    row('r3', [input('t.s.c', 1), input('t.s.d', 2)]),
    row('r4', [cell('t.s.more', 1, '……', { role: 'more' }), input('t.s.e', 2)]),
  ]
  const table: GridTable = {
    kind: 'table',
    id: 't',
    title: '表1 样表',
    columns: [
      { id: 't.1', width: 120 },
      { id: 't.2', width: 200 },
      { id: 't.3', width: 200 },
    ],
    headerRows: 2,
    rows: [...header, ...body],
    frame: { top: 1, bottom: 1, left: 1, right: 1, insideH: 0.5, insideV: 0.5 },
  }
  const heading = {
    kind: 'text' as const,
    id: 'p.title',
    role: 'heading' as const,
    style: 'heading' as const,
    content: run('表1　样表'),
    level: 1 as const,
    newPage: false,
    keepWithNext: true,
  }
  const fields = {
    kind: 'fields' as const,
    id: 'p.line1',
    style: 'field' as const,
    newPage: false,
    keepWithNext: true,
    segments: [
      {
        id: 'p.unit',
        role: 'label' as const,
        style: 'field' as const,
        content: run('单位名称：'),
        x: 0,
        width: 52.5,
        rule: false,
        input: false,
      },
      {
        id: 'p.unit',
        role: 'value' as const,
        style: 'field' as const,
        content: [],
        x: 52.5,
        width: 180,
        rule: true,
        input: true,
      },
      {
        id: 'p.unit',
        role: 'text' as const,
        style: 'field' as const,
        content: run('（盖章）'),
        x: 232.5,
        width: 42,
        rule: false,
        input: false,
      },
    ],
  }
  const note = {
    kind: 'text' as const,
    id: 'p.notes.firms',
    role: 'note' as const,
    style: 'note' as const,
    content: run('注：[1]企业是指所有企业'),
    note: 'p.firms',
    newPage: false,
    keepWithNext: false,
  }
  const whole = { n: 1, of: 1 }
  const place = (r: GridRow, y: number, more: Partial<PlacedRow> = {}): PlacedRow => ({
    kind: 'row',
    table,
    row: r,
    y,
    height: 22,
    repeated: false,
    piece: whole,
    first: false,
    last: false,
    cells: r.cells.map(
      (c): PlacedCell => ({
        cell: c,
        rowSpan: c.rowSpan,
        height: 22 * c.rowSpan,
        lines: lines(c.content),
        piece: whole,
      }),
    ),
    ...more,
  })
  const cut = (n: number): PlacedCell => ({
    cell: label,
    rowSpan: 2,
    height: 44,
    lines: lines(label.content),
    piece: { n, of: 2 },
  })
  const [h1, h2] = header as [GridRow, GridRow]
  const [r1, r2, r3, r4] = body as [GridRow, GridRow, GridRow, GridRow]
  const pages: Page[] = [
    {
      number: 1,
      items: [
        { kind: 'text', block: heading, y: 0, lines: lines([heading.content]), piece: whole },
        { kind: 'fields', line: fields, y: 32 },
        place(h1, 52, { first: true }),
        place(h2, 74),
        place(r1, 96, { cells: [cut(1), ...place(r1, 0).cells.slice(1)] }),
        place(r2, 118, { last: true }),
      ],
    },
    {
      number: 2,
      items: [
        place(h1, 0, { repeated: true, first: true }),
        place(h2, 22, { repeated: true }),
        place(r3, 44, { cells: [cut(2), ...place(r3, 0).cells] }),
        place(r4, 66, { last: true }),
        { kind: 'text', block: note, y: 90, lines: lines([note.content]), piece: whole },
      ],
    },
  ]
  const thin = { top: 0.5, bottom: 0.5, left: 0.5, right: 0.5 }
  const onSheet = (p: PlacedRow) => ({
    item: table,
    header: p.row.role === 'header',
    height: 22,
    breakBefore: p.row.id === 'r3',
    cells: p.cells.map(
      (c): SheetCell => ({
        id: c.cell.id,
        column: c.cell.column,
        colSpan: c.cell.colSpan,
        rowSpan: c.rowSpan,
        style: c.cell.style,
        content: c.cell.content,
        input: c.cell.input,
        border: thin,
        piece: c.piece,
      }),
    ),
  })
  const across = (id: string, style: 'heading' | 'note', content: Runs): SheetCell => ({
    id,
    column: 0,
    colSpan: 3,
    rowSpan: 1,
    style,
    content: [content],
    input: false,
    piece: whole,
  })
  const rows = pages
    .flatMap((page) => page.items)
    .filter((item) => item.kind === 'row' && !item.repeated) as PlacedRow[]
  const segment = (index: number, column: number): SheetCell => {
    const s = fields.segments[index] as (typeof fields.segments)[number]
    const { id, style, content, input } = s
    const border = s.rule ? { border: { top: 0, bottom: 0.5, left: 0, right: 0 } } : {}
    return {
      id,
      column,
      colSpan: 1,
      rowSpan: 1,
      style,
      content: content.length > 0 ? [content] : [],
      input,
      piece: whole,
      ...border,
    }
  }
  return gridDocument({
    form: 'sample',
    edition: 2020,
    year: 2020,
    title: '样表',
    lang: 'zh-CN',
    page: {
      width: 841.9,
      height: 595.3,
      margin: { top: 57, right: 57, bottom: 57, left: 57 },
      footer: { before: '— ', after: ' —', style: 'pageNumber', align: 'centre', distance: 28, from: 0 },
    },
    styles: theme,

    items: [heading, fields, table, note],
    pages,
    sheets: [
      {
        id: 't',
        name: '表1',
        columns: table.columns.map((column) => column.width),
        printTitles: { from: 2, to: 3 },
        frozen: 4,
        rows: [
          { height: 24, breakBefore: false, cells: [across('p.title', 'heading', heading.content)] },
          { item: fields, height: 18, breakBefore: false, cells: [segment(0, 0), segment(1, 1), segment(2, 2)] },
          ...rows.map(onSheet),
          { height: 14, breakBefore: false, cells: [across('p.notes.firms', 'note', note.content)] },
        ],
      },
    ],
  })
}
