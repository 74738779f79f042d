import type { GridCell, GridRow } from '../model/index.ts'

/** What cells are called in both documents: a cell of a column that both have is named by the new one's column. */
export interface CellNames {
  readonly old: (row: GridRow, cell: GridCell) => string
  readonly new: (row: GridRow, cell: GridCell) => string
}

/** @param counterparts which node of the old definition is which of the new one, by path */
export function cellNames(counterparts: ReadonlyMap<string, string>): CellNames {
  const arrived = new Map([...counterparts.values()].map((path) => [path, path]))
  return { old: named(counterparts), new: named(arrived) }
}

const named =
  (shared: ReadonlyMap<string, string>) =>
  ({ id: row }: GridRow, { id }: GridCell): string => {
    const [path = ''] = id.split(':', 1)
    if (path.startsWith(`${row}.`)) return columnIn(shared, row, path.slice(row.length + 1)) ?? id
    const own = shared.get(path)
    return own === undefined ? id : own + id.slice(path.length)
  }

/** The column of a row's cell: the row stands below the block that the column is named within. */
function columnIn(shared: ReadonlyMap<string, string>, row: string, column: string): string | undefined {
  for (
    let block = row.replace(/\[\d+\]$/, '');
    block !== '';
    block = block.slice(0, Math.max(0, block.lastIndexOf('.')))
  ) {
    const found = shared.get(`${block}.${column}`)
    if (found !== undefined) return found
  }
  return undefined
}
