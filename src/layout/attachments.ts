import { type Block, type Column, type Content, type FilledForm, plain, type Row, type Value } from '../model/index.ts'

export interface Attached {
  /** The label of the named row, the first text of another that names the file, else what the file is asked as. */
  readonly title: string
  readonly file: string
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
  const leaves = leavesOf(block.columns)
  const at = ({ column }: Leaf): string => column.path.slice(path.length + 1)
  const files = leaves.filter(({ column, printed }) => column.ask.type === 'file' && !printed)
  if (files.length === 0) return []
  const titles = leaves.filter(
    ({ column: { kind, ask }, printed }) => (kind === 'data' || kind === 'stub') && printed && ask.type === 'text',
  )
  const labelOf = (of: string): string => plain((labels.get(of) ?? []).filter(({ note }) => note === undefined))
  const row = (said: Said, label?: string): Attached[] =>
    files.flatMap((leaf) => {
      const file = said(at(leaf))?.text
      if (file === undefined) return []
      const text = label || titles.map((each) => said(at(each))?.text).find((each) => each !== undefined)
      return [{ title: text ?? labelOf(leaf.column.path), file }]
    })
  const placed =
    (of: string): Said =>
    (column) =>
      values.get(`${of}.${column}`)
  const listed = [...(lists.get(path)?.rows ?? [])].flatMap((each) => row((column) => each.get(column)))
  const named = namedRows(block.rows).flatMap((each) => row(placed(each.path), labelOf(each.path)))
  const single = block.rows.length === 0 && !block.list
  return [...named, ...(single ? row(placed(path)) : []), ...listed]
}

interface Leaf {
  readonly column: Column
  /** It and the columns over it stand in print. */
  readonly printed: boolean
}

const leavesOf = (columns: readonly Column[], under = true): Leaf[] =>
  columns.flatMap((column) => {
    const printed = under && column.printed
    return column.children.length > 0 ? leavesOf(column.children, printed) : [{ column, printed }]
  })

const namedRows = (rows: readonly Row[]): Row[] =>
  rows.flatMap((row) => (row.children.length > 0 ? namedRows(row.children) : [row]))
