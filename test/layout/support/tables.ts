import * as fc from 'fast-check'
import type {
  CellRole,
  FieldLine,
  GridCell,
  GridRow,
  GridTable,
  PageSetup,
  TextBlock,
} from '../../../src/model/index.ts'
import { styles } from './styles.ts'

/** Han one em, all else half an em: whole numbers to reckon with. */
export const fonts = {
  measure: (text: string, { size }: { size: number }): number =>
    [...text].reduce((sum, char) => sum + ((char.codePointAt(0) as number) > 0x2e80 ? 1 : 0.5) * size, 0),
}

export { styles }

/** A page with a body of 500 × `height` pt. */
export const pageOf = (height: number): PageSetup => ({
  width: 600,
  height: height + 100,
  margin: { top: 50, right: 50, bottom: 50, left: 50 },
  footer: { before: '', after: '', style: 'pageNumber', align: 'centre', distance: 20, from: 0 },
})

export const cell = (id: string, column: number, text: string, more: Partial<GridCell> = {}): GridCell => ({
  id,
  column,
  colSpan: 1,
  rowSpan: 1,
  role: 'text',
  style: 'cellText',
  content: text === '' ? [] : text.split('\n').map((paragraph) => [{ text: paragraph }]),
  input: false,
  ...more,
})

export const row = (id: string, cells: readonly GridCell[], more: Partial<GridRow> = {}): GridRow => ({
  id,
  role: 'body',
  minHeight: 22,
  keepWithNext: false,
  cells,
  ...more,
})

export const table = (id: string, rows: Iterable<GridRow>, widths: readonly number[], headerRows = 0): GridTable => ({
  kind: 'table',
  id,
  title: id,
  columns: widths.map((width, at) => ({ id: `${id}.${at}`, width })),
  headerRows,
  rows,
  frame: { top: 1.5, bottom: 1.5, left: 1, right: 1, insideH: 0.5, insideV: 0.25 },
})

export const text = (id: string, words: string, more: Partial<TextBlock> = {}): TextBlock => ({
  kind: 'text',
  id,
  role: 'note',
  style: 'note',
  content: [{ text: words }],
  newPage: false,
  keepWithNext: false,
  ...more,
})

export const heading = (id: string, more: Partial<TextBlock> = {}): TextBlock =>
  text(id, id, { role: 'tableTitle', style: 'tableTitle', keepWithNext: true, ...more })

/** A line of labels and places to write, given as [label, width of the place after it], one after the other. */
export function fieldLine(id: string, pairs: readonly [string, number][], more: Partial<FieldLine> = {}): FieldLine {
  let x = 0
  const segments = pairs.flatMap(([label, width], at) => {
    const style = 'field' as const
    const labelWidth = fonts.measure(label, styles.field)
    const both = [
      {
        id: `${id}.l${at}`,
        role: 'label' as const,
        style,
        content: [{ text: label }],
        x,
        width: labelWidth,
        rule: false,
        input: false,
      },
      {
        id: `${id}.v${at}`,
        role: 'value' as const,
        style,
        content: [],
        x: x + labelWidth,
        width,
        rule: true,
        input: true,
      },
    ]
    x += labelWidth + width
    return both
  })
  return { kind: 'fields', id, style: 'field', segments, newPage: false, keepWithNext: false, ...more }
}

const roles: readonly CellRole[] = ['section', 'stub', 'input', 'text', 'computed']

/** A tiling of `rows` × 3 columns by cells of random spans, texts and roles. */
function tiling(random: () => number, rows: number, headerRows: number, longest: number): GridRow[] {
  const taken = Array.from({ length: rows }, () => [false, false, false])
  const pick = (most: number): number => Math.floor(random() * most)
  return taken.map((slots, r) => {
    const cells: GridCell[] = []
    const isHeader = r < headerRows
    for (let c = 0; c < 3; c++) {
      if (slots[c]) continue
      const lowest = isHeader ? headerRows - r : rows - r
      const rowSpan = random() < 0.6 ? 1 : Math.min(lowest, 1 + pick(7))
      let colSpan = 1
      while (c + colSpan < 3 && !slots[c + colSpan] && random() < 0.25) colSpan++
      for (let down = 0; down < rowSpan; down++) taken[r + down]?.fill(true, c, c + colSpan)
      const role = isHeader ? 'head' : (roles[pick(roles.length)] as CellRole)
      const length = random() < 0.4 ? 0 : random() < 0.06 && !isHeader ? pick(longest) : pick(40)
      cells.push(cell(`c${r}.${c}`, c, '汉字，ab '.repeat(length).slice(0, length), { rowSpan, colSpan, role }))
    }
    const role = isHeader ? 'header' : random() < 0.1 ? 'total' : 'body'
    return row(`r${r}`, cells, { role, minHeight: 12 + pick(60), keepWithNext: isHeader || random() < 0.15 })
  })
}

/** Random tables of up to 60 rows with spans over rows and columns, some texts longer than a page. */
export const tables: fc.Arbitrary<GridTable> = fc
  .record({
    seed: fc.integer(),
    rows: fc.integer({ min: 1, max: 60 }),
    header: fc.integer({ min: 0, max: 3 }),
    long: fc.constantFrom(40, 3000),
  })
  .map(({ seed, rows, header, long }) => {
    let state = seed >>> 0
    const random = (): number => {
      state = (state * 1664525 + 1013904223) >>> 0
      return state / 2 ** 32
    }
    const headerRows = Math.min(header, rows - 1)
    return table('t', tiling(random, rows, headerRows, long), [120, 150, 180], headerRows)
  })
