import type { GridItem, TextBlock } from '../model/index.ts'

/** The index of the worksheet on which each item stands. */
export function sheetOfItems(items: readonly GridItem[]): Map<GridItem, number> {
  const sheetOf = new Map<GridItem, number>()
  for (const [at, group] of groupItems(items).entries()) for (const item of group) sheetOf.set(item, at)
  return sheetOf
}

/**
 * Items by sheet, in order. A group begins where a new page does, and after a table with what stands above the next
 * one. Groups without a table: those at the front are one group, the cover; any other goes with the next table, or at
 * the end with the last.
 */
export function groupItems(items: readonly GridItem[]): GridItem[][] {
  const parts: GridItem[][] = []
  items.forEach((item, at) => {
    const part = parts.at(-1)
    if (part === undefined || beginsPage(item)) parts.push([item])
    else if (hasTable(part) && (item.kind === 'table' || standsAboveTable(items, at))) parts.push([item])
    else part.push(item)
  })
  const groups: GridItem[][] = []
  let waiting: GridItem[] = []
  for (const part of parts) {
    if (!hasTable(part)) {
      waiting.push(...part)
      continue
    }
    if (groups.length === 0 && waiting.length > 0) groups.push(waiting, part)
    else groups.push([...waiting, ...part])
    waiting = []
  }
  const last = groups.at(-1)
  if (last !== undefined) last.push(...waiting)
  else if (waiting.length > 0) groups.push(waiting)
  return groups
}

const hasTable = (items: readonly GridItem[]): boolean => items.some((item) => item.kind === 'table')

const beginsPage = (item: GridItem): boolean => item.kind !== 'table' && item.newPage

const headings: ReadonlySet<TextBlock['role']> = new Set([
  'mark',
  'title',
  'subtitle',
  'heading',
  'tableTitle',
  'caption',
] as const)

/**
 * Whether the item belongs to the table after it and not to the one before: a heading whose next matter is a table
 * and not a note, or what is kept with the next item down to a table.
 */
function standsAboveTable(items: readonly GridItem[], from: number): boolean {
  const first = items[from] as GridItem
  const isHeading = first.kind === 'text' && headings.has(first.role)
  for (let at = from; at < items.length; at++) {
    const item = items[at] as GridItem
    if (item.kind === 'table') return true
    if (at > from && item.newPage) return false
    if (item.kind === 'text' && (item.role === 'note' || item.role === 'instruction')) return false
    if (!isHeading && !item.keepWithNext) return false
  }
  return false
}
