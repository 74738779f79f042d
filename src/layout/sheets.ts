import type { FieldLine, GridItem, GridTable, Page, PageSetup, Sheet, TextBlock } from '../model/index.ts'
import { type Styles, typesetter, type Widths } from './heights.ts'
import { SheetBreaks } from './sheet-breaks.ts'
import { columnsOfFields, fieldRows } from './sheet-fields.ts'
import { sheetName } from './sheet-names.ts'
import { type Laid, sheetRows, textRows } from './sheet-rows.ts'

export interface SheetOptions {
  readonly page: PageSetup
  readonly styles: Styles
  readonly fonts: Widths
  /** Table id → the name wanted for its sheet; a table's title otherwise. */
  readonly names: ReadonlyMap<string, string>
  /** The name wanted for the sheet of what stands before all tables' pages. */
  readonly cover?: string
}

/**
 * The worksheets: one for each table with the items around it, and one for the pages before the first table. Rows are
 * drawn from `pages` as a sheet's rows are walked.
 * @param pages the plan of the same items; it is walked once for each walk of a sheet, to the sheet's end
 */
export function sheets(items: readonly GridItem[], pages: Iterable<Page>, options: SheetOptions): Sheet[] {
  const setter = typesetter(options.styles, options.fonts)
  const { width, height, margin } = options.page
  const body = width - margin.left - margin.right
  const page = height - margin.top - margin.bottom
  const groups = groupItems(items)
  const sheetOf = new Map<GridItem, number>()
  groups.forEach((group, at) => {
    for (const item of group) sheetOf.set(item, at)
  })
  const names: string[] = []
  return groups.map((group, at): Sheet => {
    const table = group.find((item) => item.kind === 'table')
    const around = group.filter((item) => item.kind !== 'table')
    const lines = around.filter((item) => item.kind === 'fields')
    const columns = table?.columns.map((column) => column.width) ?? columnsOfFields(lines, body, setter)
    const laid: Laid = new Map(
      around.map((item) => {
        const rows = item.kind === 'text' ? textRows(item, columns, page, setter) : fieldRows(item, columns, setter)
        const { spaceBefore } = setter.styles[item.style]
        return [item, rows.map((row, n) => ({ row, above: n === 0 ? spaceBefore : 0 }))]
      }),
    )
    const title = table === undefined ? (options.cover ?? '封面') : (options.names.get(table.id) ?? table.title)
    const name = sheetName(title, names)
    names.push(name)
    const titles = table && printTitles(table, group, laid)
    const wanted = () => ({ at, breaks: new SheetBreaks(page, titles) })
    const rows = { [Symbol.iterator]: () => sheetRows(pages, wanted(), sheetOf, laid) }
    return { id: (table ?? group[0])?.id ?? name, name, columns, ...(titles && { printTitles: titles }), rows }
  })
}

/** Where the table's header stands on its sheet: below what stands above the table. */
function printTitles(table: GridTable, group: readonly GridItem[], laid: Laid): Sheet['printTitles'] {
  if (table.headerRows === 0) return undefined
  const above = group.slice(0, group.indexOf(table)) as (TextBlock | FieldLine)[]
  const from = above.reduce((sum, item) => sum + (laid.get(item)?.length ?? 0), 0)
  return { from, to: from + table.headerRows - 1 }
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
