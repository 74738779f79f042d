import type { FieldLine, GridItem, GridTable, PageSetup, Sheet, TextBlock } from '../model/index.ts'
import { type Styles, type Typesetter, typesetter, type Widths } from './heights.ts'
import type { Plan } from './plan.ts'
import { titlesAbove } from './repeated-titles.ts'
import { type FlowRow, SheetBreaks } from './sheet-breaks.ts'
import { columnsOfFields, sheetColumns } from './sheet-columns.ts'
import { blocksOf, fieldRows } from './sheet-fields.ts'
import { groupItems, sheetOfItems } from './sheet-groups.ts'
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
 * drawn from the plan of the same items as a sheet's rows are walked.
 */
export function sheets(items: readonly GridItem[], plan: Pick<Plan, 'on'>, options: SheetOptions): Sheet[] {
  const setter = typesetter(options.styles, options.fonts)
  const { width, height, margin } = options.page
  const body = width - margin.left - margin.right
  const page = height - margin.top - margin.bottom
  const groups = groupItems(items)
  const sheetOf = sheetOfItems(items)
  const names: string[] = []
  return groups.map((group, at): Sheet => {
    const table = group.find((item) => item.kind === 'table')
    const lines = group.filter((item) => item.kind === 'fields')
    const { columns, starts } =
      table === undefined
        ? { columns: columnsOfFields(lines, body, setter), starts: [] }
        : sheetColumns(table, lines, setter)
    const laid = laidAround(group, columns, page, setter)
    const title = table === undefined ? (options.cover ?? '封面') : (options.names.get(table.id) ?? table.title)
    const name = sheetName(title, names)
    names.push(name)
    const titles = table && printTitles(table, group, laid)
    const wanted = () => ({ at, starts, breaks: new SheetBreaks(page, titles) })
    const pages = plan.on(group)
    const rows = { [Symbol.iterator]: () => sheetRows(pages, wanted(), sheetOf, laid) }
    const scrolled = titles && table.headerRows > 0 ? { frozen: titles.to + 1 } : {}
    const repeated = titles && { printTitles: titles }
    return { id: (table ?? group[0])?.id ?? name, name, columns, ...repeated, ...scrolled, rows }
  })
}

/** The rows of all that is no table. @param page height of a page's body, pt */
function laidAround(group: readonly GridItem[], columns: readonly number[], page: number, setter: Typesetter): Laid {
  const blocks = blocksOf(group.filter((item) => item.kind === 'fields'))
  const blockOf = new Map(blocks.flatMap((block) => block.map((line) => [line, block])))
  const laid = new Map<TextBlock | FieldLine, FlowRow[]>()
  for (const [at, item] of group.entries()) {
    if (item.kind === 'table') continue
    const rows =
      item.kind === 'text'
        ? textRows(item, columns, page, setter)
        : fieldRows(item, blockOf.get(item) ?? [item], columns, setter, group[at + 1]?.kind === 'table')
    const { spaceBefore } = setter.styles[item.style]
    const of = item.kind === 'fields' ? { item } : {}
    const together = rows.reduce((sum, { height }) => sum + height, 0)
    laid.set(
      item,
      rows.map((row, n) => ({
        row: { ...row, ...of },
        ...(n === 0 ? { above: spaceBefore, together } : { above: 0 }),
      })),
    )
  }
  return laid
}

/**
 * Where what repeats on each printed page stands on the sheet: the table's header, and where it goes on under its title
 * the rows of that, its unit line with it.
 */
function printTitles(table: GridTable, group: readonly GridItem[], laid: Laid): Sheet['printTitles'] {
  const above = group.slice(0, group.indexOf(table)) as (TextBlock | FieldLine)[]
  const rowsOf = (items: typeof above) => items.reduce((sum, item) => sum + (laid.get(item)?.length ?? 0), 0)
  const again = table.continued === undefined ? 0 : titlesAbove(above).length
  const from = rowsOf(above.slice(0, above.length - again))
  const to = rowsOf(above) + table.headerRows - 1
  return from > to ? undefined : { from, to }
}
