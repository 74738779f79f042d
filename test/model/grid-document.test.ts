import { describe, expect, it } from 'vitest'
import { checkedItems, type GridCell, GridError, type GridItem, type GridTable } from '../../src/model/index.ts'
import { sampleDocument } from '../support/sample.ts'

const { page, items } = sampleDocument()
const table = items.find((item) => item.kind === 'table') as GridTable

const cell = (column: number, colSpan = 1, rowSpan = 1): GridCell => ({
  id: `c${column}`,
  column,
  colSpan,
  rowSpan,
  role: 'input',
  style: 'cellText',
  content: [],
  input: true,
})

const columns = ['a', 'b', 'c'].map((id) => ({ id, width: 50 }))

/** Walks a table of three columns with these cells in its rows. */
const walk = (rows: readonly (readonly GridCell[])[], more: Partial<GridTable> = {}): void => {
  const rowsOf = rows.map((cells, n) => ({
    id: `r${n + 1}`,
    role: 'body' as const,
    minHeight: 20,
    keepWithNext: false,
    cells,
  }))
  const item: GridItem = { ...table, id: 't', columns, headerRows: 0, rows: rowsOf, ...more }
  for (const each of checkedItems([item], page)) if (each.kind === 'table') for (const row of each.rows) void row
}

describe('a table is refused', () => {
  it('where cells overlap', () => {
    expect(() =>
      walk([
        [cell(0, 1, 2), cell(1), cell(2)],
        [cell(1), cell(1), cell(2)],
      ]),
    ).toThrow(GridError)
    expect(() =>
      walk([
        [cell(0), cell(1, 1, 2), cell(2)],
        [cell(0, 2), cell(2)],
      ]),
    ).toThrow('row 2 (r2), column 1: c0 overlaps')
  })

  it('where a slot has no cell', () => {
    expect(() => walk([[cell(0), cell(2)]])).toThrow('column 2: expected a cell, got c2 at 3')
    expect(() => walk([[cell(0), cell(1)]])).toThrow('column 3 is empty')
  })

  it('where a cell reaches below the last row, or the header is longer than the table', () => {
    expect(() => walk([[cell(0, 1, 2), cell(1), cell(2)]])).toThrow('beyond the last row')
    expect(() => walk([[cell(0), cell(1), cell(2)]], { headerRows: 2 })).toThrow('more header rows')
  })

  it('where it is wider than the page', () => {
    expect(() => walk([], { columns: [{ id: 'a', width: 2000 }] })).toThrow('wider than the page')
  })

  it('where it cites a note that is not printed', () => {
    const cited = { ...cell(2), content: [[{ text: '吨', note: 'n9' }]] }
    expect(() => walk([[cell(0), cell(1), cited]])).toThrow('cites the note n9')
  })

  it('not where cells fill every slot', () => {
    expect(() =>
      walk([
        [cell(0, 1, 2), cell(1, 2)],
        [cell(1), cell(2)],
      ]),
    ).not.toThrow()
  })
})
