import type { Diagnostics, Span } from '../diagnostics/index.ts'
import { type Column, type Content, type Form, plain, type Row } from '../model/index.ts'
import type { Filled } from './walk.ts'

/**
 * What must be filled in and is not, of single places; in a list each row is held against this as it is read.
 * @param at where the data say nothing: their own beginning
 */
export function checkRequired(form: Form, filled: Filled, at: Span, report: Diagnostics): void {
  const label = (path: string): string =>
    plain((form.labels.get(path) ?? [{ text: path }]).filter(({ note }) => note === undefined))
  const miss = (path: string, labelled: string): void => {
    const within = [...filled.values.keys()].some((key) => key === path || key.startsWith(`${path}.`))
    if (!within) report.add('missing-value', at, { label: label(labelled), name: path })
  }
  const walk = (content: Content, path: string): void => {
    if (content.kind === 'entry') {
      if (content.ask.required) miss(path, path)
    } else if (content.kind === 'stack') for (const child of content.children) walk(child.content, child.path)
    else if (content.kind === 'fields') for (const field of content.fields) walk(field.content, field.path)
    else if (content.kind === 'block') {
      const rows = content.rows.length > 0 ? leafRows(content.rows).map((row) => row.path) : content.list ? [] : [path]
      for (const column of leafColumns(content.columns))
        if (column.ask.required)
          for (const row of rows) miss(`${row}.${column.path.slice(path.length + 1)}`, column.path)
    }
  }
  for (const part of form.definition.parts) for (const table of part.tables) walk(table.content, table.path)
}

const leafRows = (rows: readonly Row[]): Row[] =>
  rows.flatMap((row) => (row.children.length > 0 ? leafRows(row.children) : [row]))

const leafColumns = (columns: readonly Column[]): Column[] =>
  columns.flatMap((column) => (column.children.length > 0 ? leafColumns(column.children) : [column]))
