import type { Field, FilledForm } from '../model/index.ts'

/** The fields as they are printed: the lines that the filler added stand in place of the one that asked for more. */
export const withAddedLines = ({ lines }: Pick<FilledForm, 'lines'>, fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => {
    const added = lines.get(field.path)
    if (!added) return [field]
    const { more: _, ...line } = field
    return added.map((__, n) => ({ ...line, path: `${field.path}[${n + 1}]` }))
  })
