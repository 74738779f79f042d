import { Ledger } from './changes.ts'
import { withNewWords } from './comments.ts'
import type { Migrated, Migration } from './migration.ts'
import { Source } from './source.ts'
import { Walk } from './walk.ts'

export { type Change, type ChangeCode, type Omission, placeKey } from './changes.ts'
export { computedOf, figureAt } from './figures.ts'
export type * from './migration.ts'
export { type Origins, originsOf } from './origins.ts'
export { isJson } from './source.ts'
export { type Message, told } from './told.ts'

/**
 * Carries the data of one edition to another, by id: renames followed, figures converted exactly by their units. What
 * has no place to go is in the changes; the rest keeps its order and comments; where these say a
 * title, label or unit that is another now, they say the new one. Where nothing but the year changes, the
 * text stays byte for byte.
 */
export function migrate(migration: Migration): Migrated {
  const source = new Source(migration)
  const ledger = new Ledger()
  const walk = new Walk(migration, source, ledger)
  walk.form()
  const { text, origins } = source.written((written) => withNewWords(written, migration, walk.pairs))
  const files = [...walk.files]
  return {
    text,
    files: new Map(files.map(([name, file]) => [name, file.text])),
    changes: ledger.changes,
    carried: ledger.carried,
    converted: ledger.converted,
    relabelled: ledger.relabelled,
    origins: [...origins, ...files.flatMap(([file, written]) => written.origins.map((each) => ({ ...each, file })))],
    paths: ledger.paths,
    stated: walk.stated,
  }
}
