import { type ComparedEdition, type Comparison, type Form, plain, runsOf } from '../model/index.ts'
import { compared } from './compare.ts'
import { entitiesOf } from './entities.ts'
import type { OwnImpacts } from './impacts.ts'
import { likelyRenames } from './likely.ts'
import { paired, sharedNames } from './match.ts'
import { renumbered } from './renumbered.ts'

export { type OwnImpacts, readImpacts } from './impacts.ts'

/**
 * What differs between two editions of a form, by id. Both are resolved for one year, so that the reporting year itself
 * is no difference. Nothing is assumed to be renamed that does not say so with `renamedFrom`.
 * @param own impacts that a project gives to checks instead of those of the table
 */
export function diff(old: Form, now: Form, own: OwnImpacts = {}): Comparison {
  const root = paired(entitiesOf(old), entitiesOf(now), old.definition, now.definition)
  const names = sharedNames(root)
  return {
    old: editionOf(old),
    new: editionOf(now),
    changes: [...compared(root, names), ...renumbered(root, old, now)].map((change) => ({
      ...change,
      impact: own[change.check] ?? change.impact,
    })),
    likelyRenames: likelyRenames(root, names.new),
    tables: new Map([...tableNames(old), ...tableNames(now)]),
  }
}

const editionOf = (form: Form): ComparedEdition => ({
  form: form.definition.form,
  edition: form.definition.edition,
  title: plain(runsOf(form, form.definition.title)),
})

/** 表2-1 主要污染物产生量削减情况, by path. */
function tableNames(form: Form): [string, string][] {
  const { parts } = form.definition
  return parts.flatMap((part) =>
    [part, ...part.tables].flatMap(({ path, title }): [string, string][] => {
      const number = form.numbers.get(path)
      const name = [number, title && plain(runsOf(form, title))].filter((each) => each !== undefined).join(' ')
      return path === part.path && title === undefined && part.title !== undefined ? [] : [[path, name || path]]
    }),
  )
}
