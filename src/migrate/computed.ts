import { isMap } from 'yaml'
import { type Block, type Column, leafColumns, leafRows } from '../model/index.ts'
import { columnAt, type InRow, type Sides } from './blocks.ts'
import { type Cell, entryCell } from './cells.ts'
import { place } from './source.ts'
import type { Filled, Walk } from './walk.ts'

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
export function handOver(walk: Walk, from: ReadonlyMap<string, Filled>, to: ReadonlyMap<string, Filled>): void {
  const { computed } = walk.migration
  const write = (path: string, target: string, [before, after]: readonly [Cell, Cell]): void => {
    const [figure, source, wanted] = [computed.cells.get(path), before.places.get(''), after.places.get('')]
    const values = walk.source.values
    if (figure === undefined || !source || !wanted || !values) return
    // No value stands there: the place of the values themselves tells it from all others.
    const text = walk.text(figure, walk.source.at(values), [source, wanted], path)
    if (text !== undefined) place(values, target.split('.'), walk.source.made(text, walk.source.at(values)))
  }
  for (const [path, { content, besideSignature }] of from) {
    const target = walk.pairs.get(path) ?? (to.has(path) ? path : undefined)
    const other = target === undefined ? undefined : to.get(target)?.content
    if (!content || !other || target === undefined) continue
    if (content.kind === 'entry' && other.kind === 'entry') {
      const cells = [
        entryCell(walk.migration.from, content.ask, besideSignature),
        entryCell(walk.migration.to, other.ask, besideSignature),
      ] as const
      if (isHanded(cells)) write(path, target, cells)
    } else if (content.kind === 'block' && other.kind === 'block')
      for (const { row, at, into } of rowsOf({ from: content, to: other, path, target }, walk))
        for (const each of handedOver({ from: content, to: other, path, target }, row, walk))
          write(`${at}.${each.from}`, `${into}.${each.to}`, each.cells)
  }
}

/** The rows that stand in both editions, lists aside. */
function rowsOf({ from, to, path, target }: Sides, walk: Walk): { row: InRow; at: string; into: string }[] {
  const isSingle = ({ rows, list }: Block): boolean => rows.length === 0 && !list
  if (isSingle(from) && isSingle(to))
    return [{ row: { from: { of: 'single' }, to: { of: 'single' } }, at: path, into: target }]
  const others = new Map(leafRows(to.rows).map((row) => [row.path, row]))
  return leafRows(from.rows).flatMap((row) => {
    const other = others.get(walk.pairs.get(row.path) ?? '')
    return other
      ? [{ row: { from: { of: 'row', row }, to: { of: 'row', row: other } }, at: row.path, into: other.path }]
      : []
  })
}

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
