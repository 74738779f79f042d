import { type Diagnostic, Diagnostics } from '../diagnostics/index.ts'
import { type Column, type FilledForm, type Form, joinRuns, type Runs } from '../model/index.ts'
import { parseMarks } from '../text/marks.ts'
import type { LocatedMap } from '../yaml/index.ts'
import { compute } from './compute.ts'
import type { Surroundings } from './entries.ts'
import { checkRequired } from './required.ts'
import { walkForm } from './walk.ts'

export { type DataFile, readHead } from './data-file.ts'
export { csvHeaders, type ListFile, readListFile } from './list-file.ts'
export { surroundings } from './surroundings.ts'

/** The form without data: every place to write is empty. */
export function bindBlank(form: Form): FilledForm {
  return {
    form,
    kind: 'blank',
    values: new Map(),
    lists: new Map(),
    added: new Map(),
    lines: new Map(),
    labels: form.labels,
  }
}

/**
 * Puts the values of a return into a form: each is held against what its cell asks for, totals that are left out are
 * computed. What is wrong is reported at its place; a stated figure that disagrees with its formula is a finding.
 * Data without any value give the blank.
 */
export function bind(form: Form, data: LocatedMap, surroundings: Surroundings, report: Diagnostics): FilledForm {
  if (data.torn) return bindTorn(form, data, surroundings, report)
  const filled = walkForm(form, data, surroundings, report)
  const kept = filled.values.size + filled.lists.size + filled.added.size + filled.lines.size
  if (kept === 0 && !filled.wrong.any) return bindBlank(form)
  compute(form, filled, report)
  checkRequired(form, filled, { ...data.at, end: data.at.start + 1 }, report)
  const labels = new Map([...form.labels, ...addedLabels(form, filled.added)])
  for (const [path, lines] of filled.lines)
    for (const [n, { label, value }] of lines.entries()) {
      labels.set(`${path}[${n + 1}]`, label === undefined ? (form.labels.get(path) ?? []) : [{ text: label }])
      if (value.text !== '') filled.values.set(`${path}[${n + 1}]`, value)
    }
  const lists = new Map(
    [...filled.lists].map(([path, { count, rows, extents }]) => [path, { count, rows, extents: extents.columns }]),
  )
  return { form, kind: 'filled', ...filled, lists, labels }
}

/** What a file that could not be read whole may say only because of that. No sum of it is known. */
const consequences: Readonly<Record<NonNullable<LocatedMap['torn']>, readonly Diagnostic['code'][]>> = {
  lines: ['missing-value'],
  nesting: ['missing-value', 'unknown-data-id', 'data-shape', 'closed-cell'],
}

/** Of a file that could not be read whole: what does not merely follow from that. */
function bindTorn(
  form: Form,
  { torn = 'lines', ...data }: LocatedMap,
  around: Surroundings,
  report: Diagnostics,
): FilledForm {
  const found = new Diagnostics()
  const filled = bind(form, data, around, found)
  for (const { code, at, words, column, severity } of found.list)
    if (severity === 'error' && !consequences[torn].includes(code)) report.add(code, at, words, column)
  return filled
}

/** Added columns are labelled as the filler named them, with their unit, and cite what the `more` column cites. */
function addedLabels(form: Form, added: ReadonlyMap<string, readonly Column[]>): Map<string, Runs> {
  const labels = new Map<string, Runs>()
  for (const [more, columns] of added) {
    const notes: Runs = (form.labels.get(more) ?? []).filter(({ note }) => note !== undefined)
    for (const { path, label, unit, unitAt } of columns) {
      const suffix = unit && unitAt === 'label' ? [{ text: '（' }, ...parseMarks(unit.symbol), { text: '）' }] : []
      labels.set(path, joinRuns([{ text: label?.source ?? '' }, ...notes, ...suffix]))
    }
  }
  return labels
}
