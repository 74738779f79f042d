import type { CellValue, Column, Content, Part, Row, Text } from '../model/index.ts'

/**
 * The texts of a part in the order in which a reader meets them, which numbers the notes: titles, then each block's
 * header level by level (not branch by branch), then its rows.
 */
export function* readingOrder(part: Part): Generator<Text> {
  if (part.title) yield part.title
  for (const table of part.tables) {
    if (table.title) yield table.title
    if (table.caption) yield table.caption
    yield* contentTexts(table.content)
  }
  yield* part.instructions
}

function* contentTexts(content: Content): Generator<Text> {
  switch (content.kind) {
    case 'text':
      yield content.text
      return
    case 'entry':
      yield* valueTexts(content.ask.value)
      for (const { label } of content.ask.options) yield label
      if (content.ask.sign) yield content.ask.sign
      return
    case 'stack':
      yield* content.head
      for (const child of content.children) {
        if (child.label) yield child.label
        yield* contentTexts(child.content)
      }
      return
    case 'fields':
      yield* columnTexts(content.columns)
      for (const field of content.fields) {
        if (field.label) yield field.label
        if (field.more) yield field.more
        yield* contentTexts(field.content)
      }
      return
    case 'block':
      yield* columnTexts(content.columns)
      yield* rowTexts(content.rows)
      yield* content.list?.more?.values() ?? []
      if (content.list?.total) yield content.list.total
      yield* askTexts(content.columns)
  }
}

/** A note that only a column outside the paper cites is not printed either. */
const printed = (columns: readonly Column[]): Column[] => columns.filter((column) => column.printed)

function* columnTexts(columns: readonly Column[]): Generator<Text> {
  for (let level = printed(columns); level.length > 0; level = level.flatMap(({ children }) => printed(children)))
    for (const { label } of level) if (label) yield label
}

function* askTexts(columns: readonly Column[]): Generator<Text> {
  for (const { ask, children } of printed(columns)) {
    yield* valueTexts(ask.value)
    for (const { label } of ask.options) yield label
    yield* askTexts(children)
  }
}

function* rowTexts(rows: readonly Row[]): Generator<Text> {
  for (const { label, cells, value, children } of rows) {
    if (label) yield label
    yield* valueTexts(value)
    for (const cell of cells.values()) yield* valueTexts(cell)
    yield* rowTexts(children)
  }
}

function* valueTexts(value: CellValue | undefined): Generator<Text> {
  if (value?.kind === 'text') yield value.text
}
