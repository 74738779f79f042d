import {
  type Block,
  type Column,
  type Content,
  type FilledForm,
  leafColumns,
  leafRows,
  printedLeaves,
  type Value,
  withoutNotes,
} from '../model/index.ts'

export interface Attached {
  /** The label of the named row, the first text of another that names the file, else what the file is asked as. */
  readonly title: string
  /** The path as the data names it. */
  readonly file: string
}

/**
 * The names that a reader knows files by: without their folders, but for so many as tell two files of one name apart.
 * @param paths as the data names them
 */
export function fileNames(paths: readonly string[]): string[] {
  const files = paths.map((path) =>
    path
      .replaceAll('\\', '/')
      .split('/')
      .filter((step) => step !== '.' && step !== ''),
  )
  const last = (steps: readonly string[], count: number) => steps.slice(-count).join('/')
  return files.map((steps) => {
    let count = 1
    const isShared = () =>
      files.some((other) => last(other, count) === last(steps, count) && other.join('/') !== steps.join('/'))
    while (count < steps.length && isShared()) count++
    return last(steps, count)
  })
}

/** The files named in columns that the form asks for but does not print, wherever in a content they stand. */
export function attachedIn(filled: FilledForm, content: Content, path: string): Attached[] {
  switch (content.kind) {
    case 'stack':
      return content.children.flatMap((child) => attachedIn(filled, child.content, child.path))
    case 'fields':
      return content.fields.flatMap((field) => attachedIn(filled, field.content, field.path))
    case 'block':
      return attachedInBlock(filled, content, path)
    default:
      return []
  }
}

/** Of one row: what it says in a column, by the column's path within the block. */
type Said = (column: string) => Value | undefined

function attachedInBlock({ values, lists, labels }: FilledForm, block: Block, path: string): Attached[] {
  const printed = printedLeaves(block.columns)
  const at = (column: Column): string => column.path.slice(path.length + 1)
  const files = leafColumns(block.columns).filter((column) => column.ask.type === 'file' && !printed.includes(column))
  if (files.length === 0) return []
  const titles = printed.filter(({ kind, ask }) => (kind === 'data' || kind === 'stub') && ask.type === 'text')
  const labelOf = (of: string): string => withoutNotes(labels.get(of) ?? [])
  const row = (said: Said, label?: string): Attached[] =>
    files.flatMap((column) => {
      const file = said(at(column))?.text
      if (file === undefined) return []
      const text = label || titles.map((each) => said(at(each))?.text).find((each) => each !== undefined)
      return [{ title: text ?? labelOf(column.path), file }]
    })
  const placed =
    (of: string): Said =>
    (column) =>
      values.get(`${of}.${column}`)
  const listed: Attached[] = []
  for (const each of lists.get(path)?.rows ?? []) listed.push(...row((column) => each.get(column)))
  const named = leafRows(block.rows).flatMap((each) => row(placed(each.path), labelOf(each.path)))
  const single = block.rows.length === 0 && !block.list
  return [...named, ...(single ? row(placed(path)) : []), ...listed]
}
