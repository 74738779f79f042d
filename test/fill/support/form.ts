import { join } from 'node:path'
import { diskFiles } from '../../../src/cli/files.ts'
import { define } from '../../../src/define/index.ts'
import { Diagnostics } from '../../../src/diagnostics/index.ts'
import type { Ask, Column, Form } from '../../../src/model/index.ts'
import { resolve } from '../../../src/resolve/index.ts'
import { request } from '../../support/forms.ts'

/**
 * A shipped form with its year applied: what expectations know of labels and of what is asked.
 * @throws Error where the definition is wrong
 */
export function formOf(form: string, edition: number): Form {
  const report = new Diagnostics()
  const { definitions } = request(form)
  const file = join(definitions, form, `${edition}.yaml`)
  const definition = define(file, diskFiles.read(file), report)
  if (definition === undefined) throw new Error(`${file} is wrong`)
  return resolve(definition, edition)
}

/** The leaf columns that stand in print, from left to right, with what a filler adds in place of the `more` column. */
export const printedLeaves = (columns: readonly Column[], added: readonly Column[]): Column[] =>
  columns.flatMap((column) => {
    if (!column.printed) return []
    if (column.kind === 'more' && added.length > 0) return [...added]
    return column.children.length > 0 ? printedLeaves(column.children, added) : [column]
  })

/** The leaf columns that a row of data may name; `list`: a list's row, in which a stub is written like any other. */
export const askedLeaves = (columns: readonly Column[], list: boolean): Column[] =>
  columns.flatMap((column) => {
    if (column.children.length > 0) return askedLeaves(column.children, list)
    return !column.given && (column.kind === 'data' || (list && column.kind === 'stub')) ? [column] : []
  })

export function moreColumn(columns: readonly Column[]): Column | undefined {
  for (const column of columns) {
    const found = column.kind === 'more' ? column : moreColumn(column.children)
    if (found !== undefined) return found
  }
  return undefined
}

/** The places within a cell's text: `<people:人>人（<share:%>%）` has two. What each asks stands after the colon. */
export function placesWithin({ value }: Ask): { id: string; what: string }[] {
  if (value?.kind !== 'text') return []
  return [...value.text.source.matchAll(/<([^<>:]*):?([^<>]*)>/g)].map(([, id = '', what = '']) => ({ id, what }))
}

/** Whether a person writes here: not where the form prints a constant or a dash, or wants a hand's signature. */
export const isAsked = (ask: Ask): boolean =>
  ask.type !== 'signature' &&
  ask.value?.kind !== 'closed' &&
  (ask.value?.kind !== 'text' || placesWithin(ask).length > 0)
