import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pagePlan } from '../../src/layout/pages.ts'
import {
  type GridCell,
  GridError,
  type GridItem,
  type GridTable,
  type Line,
  type Page,
  type PlacedRow,
  plain,
} from '../../src/model/index.ts'
import { cell, fieldLine, fonts, heading, pageOf, row, styles, table, tables, text } from './support/tables.ts'

const body = 380
const place = (items: readonly GridItem[], height = body): Page[] => [
  ...pagePlan(items, { page: pageOf(height), styles, fonts, natural: false }),
]
const rowsOf = (page: Page): PlacedRow[] => page.items.filter((item) => item.kind === 'row')
const rowIds = (page: Page): string[] => rowsOf(page).map((each) => each.row.id)
const idOf = (item: Page['items'][number]): string =>
  item.kind === 'text' ? item.block.id : item.kind === 'fields' ? item.line.id : item.row.id
const ids = (pages: Page[]): string[][] => pages.map((page) => page.items.map(idOf))
const said = (lines: readonly Line[]): string => lines.map((line) => plain(line.runs)).join('')
const bottom = (item: Page['items'][number]): number => {
  if (item.kind === 'row') return item.y + item.height
  if (item.kind === 'fields') return item.y + styles[item.line.style].lineHeight
  return item.y + item.lines.length * styles[item.block.style].lineHeight
}
const plainRows = (count: number, more = {}) =>
  Array.from({ length: count }, (_, at) => row(`r${at}`, [cell(`c${at}`, 0, '')], more))
const header = row('h', [cell('h', 0, '表头', { role: 'head' })], { role: 'header', keepWithNext: true })

/** What must hold of every page plan. */
function checkPages(pages: Page[], height: number): void {
  expect(pages.map((page) => page.number)).toEqual(pages.map((_, at) => at + 1))
  for (const page of pages) {
    expect(page.items.length).toBeGreaterThan(0)
    let y = 0
    for (const item of page.items) {
      expect(item.y).toBeGreaterThanOrEqual(y - 0.01)
      y = bottom(item)
    }
    expect(y).toBeLessThanOrEqual(height + 0.02)
  }
}

/** Every row once or in pieces; every slot of each page covered once; texts whole. */
function checkTable(of: GridTable, pages: Page[]): void {
  const all = [...of.rows]
  const placed = pages.flatMap(rowsOf).filter((each) => !each.repeated)
  const order = placed.map(({ row: { id }, piece }) => ({ id, ...piece }))
  const expected = all.flatMap(({ id }) => {
    const parts = order.filter((each) => each.id === id).length
    expect(parts).toBeGreaterThan(0)
    return Array.from({ length: parts }, (_, at) => ({ id, n: at + 1, of: parts }))
  })
  expect(order).toEqual(expected)
  const seen = new Map<GridCell, { rows: Set<string>; texts: string[]; pieces: [number, number][] }>()
  const under = pages.filter((page) => rowsOf(page).length > 0)
  under.forEach((page, at) => {
    const rows = rowsOf(page)
    if (at > 0) {
      const again = rows.filter((each) => each.repeated)
      expect(again.map((each) => each.row)).toEqual(all.slice(0, of.headerRows))
      expect(again).toEqual(rows.slice(0, of.headerRows))
      for (const each of again) for (const one of each.cells) expect(one.piece).toEqual({ n: 1, of: 1 })
    }
    expect(rows.map(({ first }) => first)).toEqual(rows.map((_, at) => at === 0))
    expect(rows.map(({ last }) => last)).toEqual(rows.map((_, at) => at === rows.length - 1))
    checkCover(of, rows, seen)
  })
  for (const [one, { rows, texts, pieces }] of seen) {
    expect(rows.size).toBe(one.rowSpan)
    expect(pieces).toEqual(pieces.map((_, at) => [at + 1, pieces.length]))
    const whole = one.content.map(plain).join('').replaceAll(' ', '')
    if (one.role === 'section' || one.role === 'stub' || one.role === 'head') {
      const shared = whole.length > 40 && texts.join('') === whole
      if (!shared) for (const each of texts) expect(each).toBe(whole)
    }
    if (one.role === 'input' || one.role === 'text') expect(texts.join('')).toBe(whole)
  }
  expect([...seen.keys()]).toHaveLength(all.reduce((sum, each) => sum + each.cells.length, 0))
}

function checkCover(
  of: GridTable,
  rows: readonly PlacedRow[],
  seen: Map<GridCell, { rows: Set<string>; texts: string[]; pieces: [number, number][] }>,
): void {
  const covered = rows.map(() => of.columns.map(() => 0))
  rows.forEach((each, at) => {
    let left = -1
    for (const one of each.cells) {
      expect(one.cell.column).toBeGreaterThan(left)
      left = one.cell.column
      const under = rows.slice(at, at + one.rowSpan)
      expect(under).toHaveLength(one.rowSpan)
      expect(one.height).toBeCloseTo(
        under.reduce((sum, { height }) => sum + height, 0),
        5,
      )
      const { lineHeight, padding } = styles[one.cell.style]
      if (one.lines.length > 0)
        expect(one.lines.length * lineHeight + 2 * padding.y).toBeLessThanOrEqual(one.height + 0.02)
      for (let down = 0; down < one.rowSpan; down++)
        for (let right = 0; right < one.cell.colSpan; right++) {
          const slots = covered[at + down] as number[]
          slots[one.cell.column + right] = (slots[one.cell.column + right] as number) + 1
        }
      if (each.repeated) continue
      const known = seen.get(one.cell) ?? { rows: new Set<string>(), texts: [], pieces: [] }
      seen.set(one.cell, known)
      for (const { row: source } of under) known.rows.add(source.id)
      known.texts.push(said(one.lines).replaceAll(' ', ''))
      known.pieces.push([one.piece.n, one.piece.of])
    }
  })
  expect(covered.flat().every((times) => times === 1)).toBe(true)
}

describe('any table', () => {
  it('stands whole on its pages: rows, spans and texts', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(380, 480, 728), fc.integer({ min: 0, max: 20 }), (of, height, above) => {
        const lead = Array.from({ length: above }, (_, at) => text(`n${at}`, '字'.repeat(at * 13)))
        const pages = place([...lead, heading('title'), of, text('after', '注')], height)
        checkPages(pages, height)
        checkTable(of, pages)
        for (const page of pages)
          for (const { height: high } of rowsOf(page)) expect(high).toBeLessThanOrEqual(height + 0.01)
      }),
      { numRuns: 120 },
    )
  })

  it('is placed the same each time it is walked', () => {
    fc.assert(
      fc.property(tables, (of) => {
        const plan = pagePlan([of], { page: pageOf(body), styles, fonts, natural: false })
        expect([...plan]).toEqual([...plan])
      }),
      { numRuns: 20 },
    )
  })
})

describe('texts and field lines', () => {
  it('drop the space before them at a page’s top and keep it elsewhere', () => {
    const pages = place([heading('a', { keepWithNext: false }), heading('b', { keepWithNext: false })])
    expect(pages[0]?.items.map(({ y }) => y)).toEqual([0, 20 + 4 + 6])
  })

  it('begin a page where they say, and never leave one empty', () => {
    const pages = place([text('a', '甲', { newPage: true }), text('b', '乙', { newPage: true }), text('c', '丙')])
    expect(ids(pages)).toEqual([['a'], ['b', 'c']])
  })

  it('keep with what follows', () => {
    const fill = text('fill', '字\n'.repeat(23).trim())
    const pages = place([fill, heading('a'), fieldLine('f', [['单位：', 80]], { keepWithNext: true }), text('b', '乙')])
    expect(ids(pages)).toEqual([['fill'], ['a', 'f', 'b']])
  })

  it('break a note where no page holds it, with two lines at least on each side', () => {
    const cut = (before: number, lines: number): number[] => {
      const pages = place([text('fill', '字\n'.repeat(before).trim()), text('n', '字\n'.repeat(lines).trim())])
      return pages.flatMap((page) =>
        page.items.flatMap((item) => (item.kind === 'text' && item.block.id === 'n' ? [item.lines.length] : [])),
      )
    }
    const fits = Math.floor(body / styles.note.lineHeight)
    expect(cut(fits - 4, 6)).toEqual([6])
    expect(cut(fits - 2, fits)).toEqual([fits])
    expect(cut(fits - 2, fits + 1)).toEqual([2, fits - 1])
    expect(cut(fits - 1, fits + 1)).toEqual([fits - 1, 2])
    expect(cut(fits - 2, 60)).toEqual([2, 27, 27, 4])
  })

  it('number the pieces of a text longer than a page', () => {
    const pages = place([text('n', '字'.repeat(5000))])
    const pieces = pages.flatMap((page) => page.items.map((item) => (item.kind === 'text' ? item.piece : undefined)))
    expect(pieces.length).toBeGreaterThan(3)
    expect(pieces).toEqual(pieces.map((_, at) => ({ n: at + 1, of: pieces.length })))
  })
})

describe('a table', () => {
  it('moves with its title and header to the page where a row fits below them', () => {
    const fill = text('fill', '字\n'.repeat(23).trim())
    const pages = place([fill, heading('t'), table('t', [header, ...plainRows(2)], [300], 1)])
    expect(ids(pages)).toEqual([['fill'], ['t', 'h', 'r0', 'r1']])
  })

  it('may be nothing but its header', () => {
    expect(ids(place([heading('t'), table('t', [header], [300], 1), text('n', '注')]))).toEqual([['t', 'h', 'n']])
  })

  it('does not part a row from the one it keeps with', () => {
    const rows = plainRows(20).map((each, at) => (at === 16 || at === 15 ? { ...each, keepWithNext: true } : each))
    expect(place([table('t', rows, [300])]).map((page) => rowIds(page).length)).toEqual([15, 5])
  })

  it('never leaves a total alone on a page', () => {
    const rows = plainRows(18).map((each, at) => (at === 17 ? { ...each, role: 'total' as const } : each))
    expect(place([table('t', rows, [300])]).map((page) => rowIds(page).length)).toEqual([16, 2])
  })

  it('parts rows that keep together only where they fill more than a page', () => {
    const pages = place([text('n', '注'), table('t', plainRows(40, { keepWithNext: true }), [300])])
    expect(pages.map((page) => rowIds(page).length)).toEqual([0, 17, 17, 6])
  })

  it('refuses a header that leaves no room', () => {
    const high = { ...header, minHeight: 370 }
    expect(() => place([table('t', [high, ...plainRows(2)], [300], 1)])).toThrow(GridError)
  })
})

describe('the notes under a table', () => {
  const notes = (count: number): GridItem[] =>
    Array.from({ length: count }, (_, at) => text(`n${at}`, '注', { keepWithNext: at < count - 1 }))
  const withTotal = (count: number) =>
    plainRows(count).map((each, at) => (at === count - 1 ? { ...each, role: 'total' as const } : each))

  it('stand below its last row where they fit', () => {
    expect(ids(place([table('t', plainRows(3), [300]), ...notes(2)]))).toEqual([['r0', 'r1', 'r2', 'n0', 'n1']])
  })

  it('take the last row with them to the next page, and its header', () => {
    const pages = place([table('t', [header, ...plainRows(14)], [300], 1), ...notes(4)])
    expect(ids(pages)[1]).toEqual(['h', 'r13', 'n0', 'n1', 'n2', 'n3'])
    expect(pages).toHaveLength(2)
  })

  it('take what the last row keeps with', () => {
    const [, after] = ids(place([table('t', withTotal(15), [300]), ...notes(4)]))
    expect(after).toEqual(['r13', 'r14', 'n0', 'n1', 'n2', 'n3'])
  })

  it('take one row only of a table of many pages', () => {
    const pages = place([table('t', plainRows(17 * 3), [300]), ...notes(1)])
    expect(pages.map((page) => rowIds(page).length)).toEqual([17, 17, 16, 1])
    expect(ids(pages)[3]).toEqual(['r50', 'n0'])
  })

  it('take the whole table, with its title, where it has but one row', () => {
    const fill = text('fill', '字\n'.repeat(20).trim())
    const pages = place([fill, heading('t'), table('t', [header, ...plainRows(1)], [300], 1), ...notes(3)])
    expect(ids(pages)).toEqual([['fill'], ['t', 'h', 'r0', 'n0', 'n1', 'n2']])
  })

  it('leave a section on the page where it began rather than thin the table out', () => {
    // All rows of the label fit the page; the label would be cut, and 17 lines of notes leave room for three rows.
    const rows = Array.from({ length: 16 }, (_, at) => {
      const label = cell('s', 0, '标\n'.repeat(8).trim(), { role: 'section', rowSpan: 16 })
      return row(`r${at}`, at === 0 ? [label, cell('c0', 1, '')] : [cell(`c${at}`, 1, '')])
    })
    const pages = place([table('t', rows, [100, 200]), ...notes(17)])
    expect(pages.length).toBeLessThanOrEqual(2)
  })

  it('begin where the table ends when they fill a page, each whole', () => {
    const pages = place([table('t', plainRows(15), [300]), ...notes(30)])
    expect(rowIds(pages[0] as Page)).toHaveLength(15)
    expect(pages.map(({ items }) => items.length)).toEqual([18, 27])
    const long = [text('a', '注', { keepWithNext: true }), text('b', '字\n'.repeat(27).trim())]
    expect(ids(place([table('t', plainRows(3), [300]), ...long]))).toEqual([['r0', 'r1', 'r2', 'a'], ['b']])
  })

  it('stand alone where the last row cannot join them', () => {
    const high = { ...row('high', [cell('c', 0, '')]), minHeight: 250 }
    expect(ids(place([table('t', [high], [300]), ...notes(10)]))[0]).toEqual(['high'])
  })

  it('are what the last row keeps with, for programs that break pages themselves', () => {
    const keeping = (...items: GridItem[]) =>
      place(items)
        .flatMap(rowsOf)
        .map((each) => each.row.keepWithNext)
    expect(keeping(table('t', plainRows(3), [300]), ...notes(2))).toEqual([false, false, true])
    expect(keeping(table('t', plainRows(3), [300]), ...notes(26))).toEqual([false, false, false])
    expect(keeping(table('t', plainRows(3), [300]), heading('u'))).toEqual([false, false, false])
  })

  it('never stand at a page’s top while the last row could', () => {
    const heights = fc.array(fc.integer({ min: 22, max: 300 }), { minLength: 1, maxLength: 30 })
    const numbers = fc.record({
      lines: fc.integer({ min: 1, max: 30 }),
      above: fc.integer({ min: 0, max: 26 }),
      head: fc.boolean(),
    })
    fc.assert(
      fc.property(heights, numbers, (high, { lines, above, head }) => {
        const rows = high.map((minHeight, at) => row(`r${at}`, [cell(`c${at}`, 0, '')], { minHeight }))
        const of = table('t', head ? [header, ...rows] : rows, [300], head ? 1 : 0)
        const fill = above === 0 ? [] : [text('fill', '字\n'.repeat(above).trim())]
        const pages = place([...fill, heading('t'), of, ...notes(lines)])
        checkPages(pages, body)
        checkTable(of, pages)
        const page = pages.find(({ items: all }) => all.some((item) => idOf(item) === 'n0')) as Page
        if (rowsOf(page).length > 0) return
        const title = rows.length === 1 ? 20 + 4 : 0
        const needed = title + (head ? 22 : 0) + (high.at(-1) as number) + 2.5 + lines * 14
        expect(needed).toBeGreaterThan(body)
      }),
      { numRuns: 1000 },
    )
  })

  it('do not part any table otherwise than whole', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 26 }), (of, lines) => {
        const pages = place([heading('title'), of, ...notes(lines)])
        checkPages(pages, body)
        checkTable(of, pages)
        expect(pages.flatMap((page) => page.items.map(idOf)).filter((id) => /^n\d/.test(id))).toHaveLength(lines)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a label over several rows', () => {
  const section = (rows: number, lines: number, before: number): GridItem =>
    table(
      't',
      [
        ...Array.from({ length: before }, (_, at) => row(`b${at}`, [cell(`b${at}`, 0, '', { colSpan: 2 })])),
        ...Array.from({ length: rows }, (_, at) =>
          row(`r${at}`, [
            ...(at === 0 ? [cell('s', 0, '标\n'.repeat(lines).trim(), { role: 'section', rowSpan: rows })] : []),
            cell(`c${at}`, 1, ''),
          ]),
        ),
      ],
      [100, 200],
    )
  const labels = (pages: Page[]) =>
    pages.flatMap((page) =>
      rowsOf(page).flatMap((each) =>
        each.cells.filter((one) => one.cell.id === 's').map((one) => [one.rowSpan, one.lines.length, one.height]),
      ),
    )

  it('is printed again on the page to which it goes on', () => {
    expect(labels(place([section(10, 2, 12)]))).toEqual([
      [5, 2, 110],
      [5, 2, 110],
    ])
  })

  it('moves to the next page rather than stand in one low row', () => {
    const pages = place([section(6, 9, 16)])
    expect(pages.map((page) => rowIds(page).length)).toEqual([16, 6])
    expect(labels(pages)).toEqual([[6, 9, 141]])
  })

  it('is cut where it fits both pieces', () => {
    expect(labels(place([section(14, 9, 4)])).map(([rows]) => rows)).toEqual([7, 7])
  })

  it('heightens the last row of a piece where no cut fits', () => {
    const pages = place([section(18, 9, 0)])
    expect(labels(pages)).toEqual([
      [11, 9, 242],
      [7, 9, 154],
    ])
    const low = place([section(18, 20, 0)])
    const cut = labels(low) as [number, number, number][]
    expect(cut.map(([, lines]) => lines)).toEqual([20, 20])
    for (const [, lines, height] of cut) expect(height).toBeGreaterThanOrEqual(lines * 15 + 6)
  })
})

describe('a row higher than a page', () => {
  const words = '长文字'.repeat(1150)
  const tall = table(
    't',
    [
      header,
      row('label', [cell('l', 0, '情况：', { role: 'label' })], { keepWithNext: true }),
      row('tall', [cell('x', 0, words, { role: 'input', input: true })]),
      row('next', [cell('n', 0, '')]),
    ],
    [300],
    1,
  )

  it('is cut at line ends, begins under its label and fills the pages', () => {
    const pages = place([text('above', '注'), tall])
    expect(rowIds(pages[0] as Page)).toEqual(['h', 'label', 'tall'])
    const pieces = pages.flatMap(rowsOf).filter((each) => each.row.id === 'tall')
    expect(pieces.map(({ piece }) => piece)).toEqual(pieces.map((_, at) => ({ n: at + 1, of: pieces.length })))
    expect(pieces.map((each) => said(each.cells[0]?.lines ?? [])).join('')).toBe(words)
    expect(rowIds(pages.at(-1) as Page)).toEqual(['h', 'tall', 'next'])
  })

  it('is cut by itself where it is empty', () => {
    const pages = place([table('t', [row('r', [cell('c', 0, '', { role: 'input' })], { minHeight: 900 })], [300])])
    expect(pages.flatMap(rowsOf).map(({ height }) => height)).toEqual([377.5, 377.5, 145])
  })
})

describe('a long list', () => {
  it('is drawn row by row as its pages are asked for', () => {
    let drawn = 0
    function* rows() {
      yield header
      for (let at = 0; ; at++) {
        drawn++
        yield row(`r${at}`, [cell(`c${at}`, 0, `${at}`)])
      }
    }
    const pages = pagePlan([heading('t'), table('t', { [Symbol.iterator]: rows }, [300], 1)], {
      page: pageOf(body),
      styles,
      fonts,
      natural: false,
    })
    let seen = 0
    for (const page of pages) {
      seen += page.items.length
      if (page.number === 50) break
    }
    expect(seen).toBeGreaterThan(700)
    expect(drawn).toBeLessThan(900)
  })

  it('costs the same per row however long it is', () => {
    const asked = (count: number): number => {
      let times = 0
      const counting: typeof fonts = {
        measure: (words, look) => {
          times++
          return fonts.measure(words, look)
        },
      }
      const rows = Array.from({ length: count }, (_, at) => row(`r${at}`, [cell(`c${at}`, 0, '数值')]))
      const of = table(
        't',
        {
          *[Symbol.iterator]() {
            for (const each of rows) {
              drawn++
              yield each
            }
          },
        },
        [300],
      )
      let drawn = 0
      const pages = [...pagePlan([of], { page: pageOf(body), styles, fonts: counting, natural: false })]
      expect(pages.flatMap(rowsOf)).toHaveLength(count)
      expect(drawn).toBe(count)
      return times
    }
    expect(asked(20_000)).toBe(10 * asked(2_000))
  })
})

describe('a table under another', () => {
  const rows = (id: string, count: number) =>
    Array.from({ length: count }, (_, at) => row(`${id}${at}`, [cell(`${id}${at}`, 0, '')]))
  const pagesWith = (count: number) =>
    place([table('a', rows('a', 5), [300], 0), heading('title'), table('b', rows('b', count), [300], 0)])

  it('shares the page where all of it fits', () => {
    expect(pagesWith(4)).toHaveLength(1)
  })

  it('begins a page where it does not, as on a worksheet of its own', () => {
    const [first, second] = pagesWith(12)
    expect(rowIds(first as Page)).toEqual(['a0', 'a1', 'a2', 'a3', 'a4'])
    expect(ids([second as Page])[0]?.slice(0, 2)).toEqual(['title', 'b0'])
  })
})

describe('formats that break pages themselves', () => {
  const kept = (at: number) => ({ keepWithNext: at === 11 || at === 12 })
  const list = Array.from({ length: 40 }, (_, at) =>
    row(`r${at}`, [cell(`c${at}`, 0, '', { input: true })], { minHeight: 30, ...kept(at) }),
  )
  const plan = (natural: boolean, of = list) => [
    ...pagePlan([table('t', of, [300], 0)], { page: pageOf(body), styles, fonts, natural }),
  ]

  it('are told to begin another table where a page ends before it is full, and not where it is full', () => {
    const [, second, third] = plan(false)
    expect(rowsOf(second as Page)[0]).toMatchObject({ row: { id: 'r11' }, restarts: true })
    expect(rowsOf(third as Page)[0]?.restarts).toBeUndefined()
  })

  it('find each page full where people still type', () => {
    const pages = plan(true)
    for (const [at, page] of pages.slice(0, -1).entries()) {
      const end = bottom(page.items.at(-1) as Page['items'][number])
      const next = rowsOf(pages[at + 1] as Page)[0]?.height as number
      const rules = 2.5
      expect(end + next + rules).toBeGreaterThan(body)
    }
    expect(pages.some((page) => rowsOf(page).some(({ restarts }) => restarts))).toBe(false)
  })

  it('are told to end a table after 500 rows at the latest', () => {
    const pages = plan(false, plainRows(1200))
    const starts = pages.flatMap(rowsOf).flatMap(({ restarts }, at) => (restarts ? [at] : []))
    expect(starts.length).toBeGreaterThan(1)
    for (const [at, start] of starts.entries()) expect(start - (starts[at - 1] ?? 0)).toBeLessThanOrEqual(500)
  })
})
