import { dirname, join } from 'node:path'
import type { Span } from '../diagnostics/index.ts'
import type { Migrated } from './migration.ts'

/** Where a value of the result was in the source. */
export type Origins = (at: Span) => Span | undefined

/** @param out path of the result, beside which its CSV files are */
export function originsOf({ origins }: Migrated, out: string): Origins {
  const byFile = new Map<string, Migrated['origins'][number][]>()
  for (const each of origins) {
    const file = each.file === undefined ? out : join(dirname(out), each.file)
    byFile.set(file, [...(byFile.get(file) ?? []), each])
  }
  return (at) => {
    const { file, start } = at
    // A CSV file that stays as it is is its own origin.
    if (!byFile.has(file)) return file === out ? undefined : at
    return byFile.get(file)?.find((each) => each.start <= start && start < each.end)?.at
  }
}
