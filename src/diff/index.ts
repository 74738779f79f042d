import { type ComparedEdition, type Comparison, type Form, plain, runsOf, type Table } from '../model/index.ts'
import { compared, type FormulaPair, placeOf } from './compare.ts'
import { type Entity, entitiesOf } from './entities.ts'
import type { SharedNames } from './facts.ts'
import type { OwnImpacts } from './impacts.ts'
import { type Couple, likelyRenames } from './likely.ts'
import { type Pair, paired, sharedNames } from './match.ts'
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
  const { changes, formulas } = compared(root, names)
  const couples = likelyRenames(root, names.new)
  const followers = following(formulas, couples, root)
  return {
    old: editionOf(old),
    new: editionOf(now),
    changes: [...changes, ...renumbered(root, old, now)].map((change) => ({
      ...change,
      impact: own[change.check] ?? change.impact,
    })),
    likelyRenames: couples.map((couple) => {
      const following = followers.get(couple) ?? 0
      return {
        kind: couple.new.kind,
        old: placeOf(couple.old),
        new: placeOf(couple.new),
        ...(following > 0 ? { formulas: following } : {}),
      }
    }),
    tables: new Map([...tableNames(old), ...tableNames(now)]),
  }
}

/** How many formulas are the same again if a couple is one thing under two ids. */
function following(formulas: readonly FormulaPair[], couples: readonly Couple[], root: Pair): Map<Couple, number> {
  const found = new Map<Couple, number>()
  if (formulas.length === 0 || couples.length === 0) return found
  const [plain, joined] = [sharedNames(root), sharedNames(root, couples)]
  for (const { old, new: now, slot } of formulas) {
    const keyOf = ({ facts }: Entity, names: SharedNames): string | undefined =>
      facts(names).find((fact) => fact.aspect === 'value' && fact.slot === slot)?.key
    if (keyOf(old, joined.old) !== keyOf(now, joined.new)) continue
    // A cell is named by its row and its column.
    const named = new Set(
      keyOf(old, plain.old)
        ?.split(/[\s(),]+/)
        .flatMap((name) => [name, ...name.split('|')]),
    )
    for (const couple of couples)
      if (named.has(plain.old.node(couple.old.path))) found.set(couple, (found.get(couple) ?? 0) + 1)
  }
  return found
}

const editionOf = (form: Form): ComparedEdition => ({
  form: form.definition.form,
  edition: form.definition.edition,
  year: form.year,
  title: plain(runsOf(form, form.definition.title)),
})

/** 表2-1 主要污染物产生量削减情况, by path; what has no title of its own by what it prints, else by its id. */
function tableNames(form: Form): [string, string][] {
  const { parts, title: whole } = form.definition
  const grids = parts.flatMap(({ title, tables }) => (title ? [] : tables.filter((table) => isUntitledGrid(table))))
  return parts.flatMap((part) =>
    [part, ...part.tables].flatMap((each): [string, string][] => {
      const { path, title } = each
      const number = form.numbers.get(path)
      const name = [number, title && plain(runsOf(form, title))].filter((said) => said !== undefined).join(' ')
      if (path === part.path && title === undefined && part.title !== undefined) return []
      const [own] = part.tables.filter((table) => table.path === path)
      const isOnlyGrid = own !== undefined && grids.length === 1 && grids[0] === own
      const printed = isOnlyGrid ? plain(runsOf(form, whole)) : own ? fieldNames(form, own) : ''
      return [[path, name || printed || path]]
    }),
  )
}

const isUntitledGrid = ({ title, as, content }: Table): boolean =>
  !title && as === 'grid' && (content.kind === 'block' || content.kind === 'stack')

/** 封面; of fields the first label and the last: 单位负责人…报出日期. */
function fieldNames(form: Form, { as, content }: Table): string {
  if (as === 'cover') return form.definition.lang.startsWith('zh') ? '封面' : 'Cover'
  if (content.kind !== 'fields') return ''
  const labels = content.fields.flatMap(({ label }) => (label ? [plain(runsOf(form, label))] : []))
  const ends = labels.length > 1 ? [labels[0], labels.at(-1)] : labels
  return ends.join('…')
}
