import type {
  FieldLine,
  GridCell,
  GridDocument,
  GridRow,
  GridTable,
  Line,
  Page,
  Piece,
  PlacedCell,
  PlacedRow,
  Runs,
  Segment,
  TextBlock,
} from '../../../src/model/index.ts'
import { gridDocument } from '../../../src/model/index.ts'
import { sampleDocument } from '../../support/sample.ts'

const whole: Piece = { n: 1, of: 1 }
const frame = { top: 1, bottom: 1, left: 1, right: 1, insideH: 0.5, insideV: 0.5 }

const cell = (id: string, column: number, content: readonly Runs[], rowSpan = 1): GridCell => ({
  id,
  column,
  colSpan: 1,
  rowSpan,
  role: 'text',
  style: 'cellText',
  content,
  input: false,
})

const row = (id: string, cells: readonly GridCell[]): GridRow => ({
  id,
  role: 'body',
  minHeight: 20,
  keepWithNext: false,
  cells,
})

const table = (id: string, rows: readonly GridRow[]): GridTable => ({
  kind: 'table',
  id,
  title: id,
  columns: [
    { id: `${id}.1`, width: 100 },
    { id: `${id}.2`, width: 300 },
  ],
  headerRows: 0,
  rows,
  frame,
})

const line = (runs: Runs, last = true): Line => ({ runs, width: 0, last })
const put = (of: GridCell, piece: Piece, rowSpan: number, lines: readonly Line[]): PlacedCell => ({
  cell: of,
  rowSpan,
  height: 20 * rowSpan,
  lines,
  piece,
})
const place = (of: GridTable, at: GridRow, cells: readonly PlacedCell[], piece = whole): PlacedRow => ({
  kind: 'row',
  table: of,
  row: at,
  y: 0,
  height: 20,
  repeated: false,
  piece,
  first: false,
  last: false,
  cells,
})
const asIs = (of: GridTable): PlacedRow[] =>
  [...of.rows].map((at) =>
    place(
      of,
      at,
      at.cells.map((each) =>
        put(
          each,
          whole,
          each.rowSpan,
          each.content.map((runs) => line(runs)),
        ),
      ),
    ),
  )

const made = (items: GridDocument['items'], pages: readonly Page[], from = 0): GridDocument => {
  const { page, ...rest } = sampleDocument()
  return gridDocument({ ...rest, page: { ...page, footer: { ...page.footer, from } }, items, pages, sheets: [] })
}

/**
 * A label over two rows, the second of them cut in three by page breaks: the label stands on each page, one text goes
 * on inside a paragraph and then with the next, and a short one ends on the first page.
 */
export function cutDocument(): GridDocument {
  const label = cell('c.label', 0, [[{ text: '说明' }]], 2)
  const first = cell('c.first', 1, [[{ text: '第一行' }]])
  const long = cell('c.long text', 1, [
    [{ text: 'one two ' }, { text: 'three four', strong: true }],
    [{ text: '次段' }, { text: '2', mark: 'sup' }],
  ])
  const t = table('c', [row('a', [label, first]), row('b', [long])])
  const [a, b] = [...t.rows] as [GridRow, GridRow]
  const stated = [line([{ text: '说明' }])]
  const page = (number: number, items: Page['items']): Page => ({ number, items })
  return made(
    [t],
    [
      page(1, [
        place(t, a, [put(label, { n: 1, of: 3 }, 2, stated), put(first, whole, 1, [line([{ text: '第一行' }])])]),
        place(t, b, [put(long, { n: 1, of: 3 }, 1, [line([{ text: 'one two' }], false)])], { n: 1, of: 3 }),
      ]),
      page(2, [
        place(
          t,
          b,
          [
            put(label, { n: 2, of: 3 }, 1, stated),
            put(long, { n: 2, of: 3 }, 1, [line([{ text: 'three four', strong: true }])]),
          ],
          { n: 2, of: 3 },
        ),
      ]),
      page(3, [
        place(
          t,
          b,
          [
            put(label, { n: 3, of: 3 }, 1, stated),
            put(long, { n: 3, of: 3 }, 1, [line([{ text: '次段' }, { text: '2', mark: 'sup' }])]),
          ],
          { n: 3, of: 3 },
        ),
      ]),
    ],
  )
}

/** Nothing between two tables, nothing after the second. */
export function twoTables(): GridDocument {
  const one = table('one', [row('a', [cell('one.a', 0, []), cell('one.b', 1, [])])])
  const two = table('two', [
    row('a', [cell('two.a', 0, [[{ text: '换\n行' }], [{ text: '第二段' }]]), cell('two.b', 1, [])]),
  ])
  return made([one, two], [{ number: 1, items: [...asIs(one), ...asIs(two)] }])
}

/** A cover that prints no page number, a heading of another look on the same level, a text over a page break. */
export function coverDocument(): GridDocument {
  const text = (id: string, style: 'title' | 'heading' | 'text', content: string, level?: 1): TextBlock => ({
    kind: 'text',
    id,
    role: 'text',
    style,
    content: [{ text: content }],
    ...(level === undefined ? {} : { level }),
    newPage: id === 'heading',
    keepWithNext: false,
  })
  const title = text('title', 'title', '封面', 1)
  const heading = text('heading', 'heading', '第一部分', 1)
  const long = text('long', 'text', '“引文”……——')
  const put = (block: TextBlock, piece = whole) =>
    ({ kind: 'text', block, y: 0, lines: [line(block.content)], piece }) as const
  return made(
    [title, heading, long],
    [
      { number: 1, items: [put(title)] },
      { number: 2, items: [put(heading), put(long, { n: 1, of: 2 })] },
      { number: 3, items: [put(long, { n: 2, of: 2 })] },
    ],
    1,
  )
}

/** Characters in boxes of `width` pt on a line of fields, from 100 pt on, and an empty box; `room` at each side of them. */
export function boxedDocument(text: string, width = 10, room = width / 4): GridDocument {
  const boxes = [...text].map((char, at) => ({ from: at, to: at + 1, x: width * at, width, room, wide: char === 'W' }))
  const segment = (role: Segment['role'], content: Runs, x: number, wide: number): Segment => ({
    id: 'b.code',
    role,
    style: 'field',
    content,
    x,
    width: wide,
    rule: false,
    input: role === 'value',
  })
  const fields: FieldLine = {
    kind: 'fields',
    id: 'b:line1',
    style: 'field',
    segments: [
      segment('label', [{ text: '代码：' }], 0, 100),
      { ...segment('value', [{ text, boxed: true }, { text: '□' }], 100, width * (boxes.length + 1)), boxes },
    ],
    newPage: false,
    keepWithNext: false,
  }
  return made([fields], [{ number: 1, items: [{ kind: 'fields', line: fields, y: 0 }] }])
}
