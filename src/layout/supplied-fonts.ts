import type { GridItem, Run, Runs } from '../model/index.ts'

/** What the layout asks about fonts that the user supplied. */
interface Supplied {
  readonly hasSupplied: boolean
  supplied(char: string): string | undefined
}

/** The items with each run parted where only a font of the user has its characters, and named by that font. */
export function nameFonts(items: readonly GridItem[], fonts: Supplied): GridItem[] {
  if (!fonts.hasSupplied) return [...items]
  const named = (runs: Runs): Runs => runs.flatMap((run) => parts(run, fonts))
  return items.map((item): GridItem => {
    if (item.kind === 'text') return { ...item, content: named(item.content) }
    if (item.kind === 'fields')
      return { ...item, segments: item.segments.map((each) => ({ ...each, content: named(each.content) })) }
    const rows = {
      *[Symbol.iterator]() {
        for (const row of item.rows)
          yield { ...row, cells: row.cells.map((cell) => ({ ...cell, content: cell.content.map(named) })) }
      },
    }
    return { ...item, rows }
  })
}

function parts(run: Run, fonts: Supplied): Run[] {
  const found: Run[] = []
  for (const char of run.text) {
    const font = fonts.supplied(char)
    const last = found.at(-1)
    if (last && last.font === font) found[found.length - 1] = { ...last, text: last.text + char }
    else found.push({ ...run, text: char, ...(font === undefined ? {} : { font }) })
  }
  return found.length === 0 ? [run] : found
}
