import { isMap } from 'yaml'
import { type Block, type Column, leafColumns, leafRows } from '../model/index.ts'
import { columnAt, type InRow, type Sides } from './blocks.ts'
import type { Cell, RowPlace } from './cells.ts'
import { type Contents, type Destination, isSingle } from './destinations.ts'
import { place } from './source.ts'
import type { Walk } from './walk.ts'

/** A column that the source edition works out and the other edition asks for. */
export interface Handed {
  /** Path within the block, in each edition. */
  readonly from: string
  readonly to: string
  readonly cells: readonly [Cell, Cell]
}

/** The columns of a block, in a kind of row, whose figures would be gone: nobody stated them, and nobody works them out. */
export function handedOver(sides: Sides, row: InRow, walk: Walk): Handed[] {
  return leafColumns(sides.from.columns).flatMap((column: Column): Handed[] => {
    const target = walk.pairs.get(column.path)
    const other = target === undefined ? undefined : columnAt(sides.to, target)
    if (!other || other.children.length > 0 || target === undefined || !target.startsWith(`${sides.target}.`)) return []
    const cells = walk.blocks.cells(sides, [column, other], row)
    const relative = { from: column.path.slice(sides.path.length + 1), to: target.slice(sides.target.length + 1) }
    return isHanded(cells) ? [{ ...relative, cells }] : []
  })
}

const isHanded = ([from, to]: readonly [Cell, Cell]): boolean => from.computed && !to.computed && to.places.has('')

/** Writes what the source edition works out, outside its lists, where the other edition asks for it. */
export function handOver(walk: Walk, contents: Iterable<Contents>): void {
  const { computed } = walk.migration
  const write = (path: string, destination: () => Destination | undefined): void => {
    const [figure, values] = [computed.cells.get(path), walk.source.values]
    const there = figure === undefined ? undefined : destination()
    if (figure === undefined || !there || !values || !isHanded(there.cells)) return
    const [source, wanted] = [there.cells[0].places.get(''), there.cells[1].places.get('')]
    if (!source || !wanted) return
    // No value stands there: the place of the values themselves tells it from all others.
    const text = walk.text(figure, walk.source.at(values), [source, wanted], path)
    if (text !== undefined) place(values, there.path.split('.'), walk.source.made(text, walk.source.at(values)))
  }
  for (const [path, content, besideSignature] of contents)
    if (content.kind === 'entry')
      write(path, () => walk.destinations.ofEntry({ ask: content.ask, besideSignature }, walk.pairs.get(path) ?? path))
    else if (content.kind === 'block')
      for (const row of rowsOf(content))
        for (const column of leafColumns(content.columns))
          write(`${row.row?.path ?? path}.${column.path.slice(path.length + 1)}`, () =>
            walk.destinations.ofCell(content, path, column, row),
          )
}

/** The rows of a block, lists aside. */
const rowsOf = (block: Block): RowPlace[] =>
  isSingle(block) ? [{ of: 'single' }] : leafRows(block.rows).map((row) => ({ of: 'row', row }))

/** The same in one row of a list. */
export function handOverRow(item: unknown, number: number, sides: Sides, handed: readonly Handed[], walk: Walk): void {
  const figures = walk.migration.computed.rows(sides.path)[number]
  if (!isMap(item) || !figures) return
  for (const { from, to, cells } of handed) {
    const [figure, source, wanted] = [figures.get(from), cells[0].places.get(''), cells[1].places.get('')]
    if (figure === undefined || !source || !wanted) continue
    const at = walk.source.at(item)
    const text = walk.text(figure, at, [source, wanted], `${sides.path}.${from}`)
    if (text !== undefined) place(item, to.split('.'), walk.source.made(text, at))
  }
}
