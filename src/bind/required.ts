import type { Diagnostics, Span } from '../diagnostics/index.ts'
import { type Block, type Content, type Form, leafRows, withoutNotes } from '../model/index.ts'
import { leavesInRow, leavesOf } from './leaves.ts'
import { isRequired, Written } from './places.ts'
import type { Filled } from './walk.ts'

/**
 * What must be filled in and is not, of single places; in a list each row is held against this as it is read. A place
 * with a wrong value is not empty.
 * @param at where the data say nothing: their own beginning
 */
export function checkRequired(form: Form, filled: Filled, at: Span, report: Diagnostics): void {
  const { units } = form.definition
  const written = new Written()
  for (const path of [...filled.values.keys(), ...filled.lines.keys()]) written.add(path)
  const miss = (path: string, labelled: string): void => {
    if (written.has(path) || filled.wrong.has(path)) return
    const label = form.labels.get(labelled)
    report.add('missing-value', at, { label: label ? withoutNotes(label) : labelled, name: path })
  }
  const block = (content: Block, path: string): void => {
    const leaves = leavesOf(content, path, filled.added)
    const single = content.rows.length === 0 && !content.list ? [{ path, leaves }] : []
    const rows = leafRows(content.rows).map((row) => ({ path: row.path, leaves: leavesInRow(leaves, content, row) }))
    for (const row of [...single, ...rows])
      for (const { column, ask, path: leaf } of row.leaves)
        if (isRequired(ask, units)) miss(`${row.path}.${leaf}`, column.path)
  }
  const walk = (content: Content, path: string): void => {
    if (content.kind === 'block') block(content, path)
    else if (content.kind === 'stack') for (const child of content.children) walk(child.content, child.path)
    else if (content.kind === 'fields') for (const field of content.fields) walk(field.content, field.path)
    else if (content.kind === 'entry' && isRequired(content.ask, units)) miss(path, path)
  }
  for (const part of form.definition.parts) for (const table of part.tables) walk(table.content, table.path)
}
