import { columns } from '../diagnostics/columns.ts'

/** Rows of text in aligned columns, two spaces between. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows) for (const [i, text] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, columns(text))
  const pad = (text: string, i: number) => text + ' '.repeat((widths[i] as number) - columns(text))
  return rows.map((row) => `${row.map(pad).join('  ').trimEnd()}\n`).join('')
}
