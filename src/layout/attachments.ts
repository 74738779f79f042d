import type { Column, Content, FilledForm } from '../model/index.ts'

export interface Attached {
  /** The first text of the row that names the file. */
  readonly title: string
  readonly file: string
}

/** The files named in columns that the form asks for but does not print. */
export function attachedIn(filled: FilledForm, content: Content, path: string): Attached[] {
  if (content.kind === 'stack')
    return content.children.flatMap((child) => attachedIn(filled, child.content, child.path))
  if (content.kind !== 'block') return []
  const at = ({ path: own }: Column): string => own.slice(path.length + 1)
  const files = content.columns.filter(({ ask, printed }) => ask.type === 'file' && !printed)
  const titles = content.columns.filter(({ kind, printed, ask }) => kind === 'data' && printed && ask.type === 'text')
  return [...(filled.lists.get(path)?.rows ?? [])].flatMap((row) =>
    files.flatMap((column) => {
      const file = row.get(at(column))?.text
      const title = titles.map((each) => row.get(at(each))?.text).find((text) => text !== undefined)
      return file === undefined ? [] : [{ title: title ?? '', file }]
    }),
  )
}
