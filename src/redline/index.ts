import {
  type FieldLine,
  type GridDocument,
  type GridItem,
  type GridTable,
  gridDocument,
  type Page,
  type PageSetup,
  type Revision,
  type TextBlock,
} from '../model/index.ts'
import { itemDifferences, itemKey } from '../text/item-differences.ts'
import { type CellNames, cellNames } from './columns.ts'
import { flowed } from './flow.ts'
import { comparedRuns, revised } from './runs.ts'
import { comparedTable, oldId, wholeTable } from './table.ts'

/**
 * The new document with what is different from the old one as revisions: without the deleted and with the inserted it is
 * the new document, the other way round the old one, set as the new one is. Both documents are matched by the ids of their items and rows.
 * Widths are those of the new one, and so are spaces that bring words to their place, room to write, and the page,
 * unless the old one's is wider. It is one flow without worksheets:
 * its length on paper depends on how the revisions are shown, so pages begin only where the form begins them.
 * @param counterparts which node of the old definition is which of the new one, by path; where none are given, a renamed
 * column is another one
 */
export function redline(
  old: GridDocument,
  now: GridDocument,
  counterparts: ReadonlyMap<string, string> = new Map(),
): GridDocument {
  const items = comparedItems(old.items, now.items, cellNames(counterparts))
  const pages: Page[] = flowed(items)
  const widest = bodyWidth(old.page) > bodyWidth(now.page) ? old.page : now.page
  const page = { ...widest, footer: now.page.footer }
  return gridDocument({ ...now, page, items, pages, sheets: [] })
}

const bodyWidth = ({ width, margin }: PageSetup): number => width - margin.left - margin.right

function comparedItems(old: readonly GridItem[], now: readonly GridItem[], names: CellNames): GridItem[] {
  const before = new Map(old.map((item) => [itemKey(item), item]))
  return itemDifferences(old, now).flatMap(({ kind, items }) =>
    items.flatMap((item) => {
      if (kind !== 'same') return [wholeItem(item, kind === 'added' ? 'inserted' : 'deleted')]
      return comparedItem(before.get(itemKey(item)) as GridItem, item, names)
    }),
  )
}

function comparedItem(old: GridItem, now: GridItem, names: CellNames): GridItem[] {
  if (now.kind === 'table') return comparedTable(old as GridTable, now, names)
  if (now.kind === 'text') return [{ ...now, content: comparedRuns((old as TextBlock).content, now.content) }]
  return comparedLine(old as FieldLine, now)
}

/** A line that has the same labels and places to write in both documents shows what changed in each of them. */
function comparedLine(old: FieldLine, now: FieldLine): GridItem[] {
  if (placesOf(old) !== placesOf(now)) return [wholeItem(old, 'deleted'), wholeItem(now, 'inserted')]
  const segments = now.segments.map((segment, n) => ({
    ...segment,
    content: comparedRuns(old.segments[n]?.content ?? [], segment.content),
  }))
  return [{ ...now, segments }]
}

const placesOf = ({ segments }: FieldLine): string =>
  JSON.stringify(segments.map(({ id, role, rule }) => [id, role, rule]))

function wholeItem(item: GridItem, revision: Revision): GridItem {
  const id = revision === 'deleted' ? oldId(item.id) : item.id
  switch (item.kind) {
    case 'table':
      return wholeTable(item, revision)
    case 'text':
      return { ...item, id, revision, content: revised(item.content, revision) }
    case 'fields':
      return {
        ...item,
        id,
        revision,
        segments: item.segments.map((segment) => ({
          ...segment,
          id: revision === 'deleted' ? oldId(segment.id) : segment.id,
          content: revised(segment.content, revision),
        })),
      }
  }
}
