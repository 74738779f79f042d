import type { GridItem, GridRow, GridTable, Page, PlacedRow } from '../model/index.ts'

type Placed = Page['items'][number]

const whole = { n: 1, of: 1 }

/**
 * The items on the pages that the form itself begins; within these all flows on. Nothing is measured, so lines are not
 * broken; a format that breaks lines itself needs none.
 */
export function flowed(items: readonly GridItem[]): Page[] {
  const pages: Placed[][] = [[]]
  for (const item of items) {
    const last = pages.at(-1) as Placed[]
    const begins = item.kind !== 'table' && item.newPage && item.revision !== 'deleted' && last.length > 0
    if (begins) pages.push(placed(item))
    else last.push(...placed(item))
  }
  return pages.map((placedItems, n) => ({ number: n + 1, forced: n > 0, items: placedItems }))
}

function placed(item: GridItem): Placed[] {
  switch (item.kind) {
    case 'text':
      return [{ kind: 'text', block: item, y: 0, lines: [], piece: whole }]
    case 'fields':
      return [{ kind: 'fields', line: item, y: 0 }]
    case 'table': {
      const rows = [...item.rows]
      return rows.map((row, n) => placedRow(item, row, n === 0, n === rows.length - 1))
    }
  }
}

const placedRow = (table: GridTable, row: GridRow, first: boolean, last: boolean): PlacedRow => ({
  kind: 'row',
  table,
  row,
  y: 0,
  height: row.minHeight,
  repeated: false,
  piece: whole,
  first,
  last,
  cells: row.cells.map((cell) => ({ cell, rowSpan: cell.rowSpan, height: row.minHeight, lines: [], piece: whole })),
})
