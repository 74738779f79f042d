import type { GridCell, Revision, Run, Runs } from '../model/index.ts'
import { differences, shortestWords, tokens } from '../text/differences.ts'

/** Words that only one of the documents has. */
export const revised = (runs: Runs, revision: Revision): Runs => runs.map((run) => ({ ...run, revision }))

/**
 * A paragraph of both documents: what went and what came, by characters. A note's mark is one character. Spaces that
 * bring it to its place are those of the new one, as widths are.
 */
export function comparedRuns(old: Runs, now: Runs): Runs {
  if (alike(old, now)) return now
  const [before, after] = [unpadded(old), unpadded(now)]
  const isMoved = before.padding !== after.padding && before.runs.length > 0 && after.runs.length > 0
  const runs: Run[] = []
  if (isMoved && after.padding !== '') push(runs, { ...(now[0] as Run), text: after.padding })
  const [left, right] = isMoved ? [before.runs, after.runs] : [old, now]
  for (const { kind, items } of differences(pieces(left), pieces(right), keyOf, shortestWords))
    for (const item of items)
      push(runs, kind === 'same' ? item : { ...item, revision: kind === 'added' ? 'inserted' : 'deleted' })
  return runs
}

/** The ideographic spaces that a paragraph begins with, and its words. */
function unpadded(runs: Runs): { readonly padding: string; readonly runs: Runs } {
  const [first, ...rest] = runs
  if (!first || first.note !== undefined) return { padding: '', runs }
  const [padding = ''] = /^\u3000*/.exec(first.text) ?? []
  const words = first.text.slice(padding.length)
  return { padding, runs: words === '' ? rest : [{ ...first, text: words }, ...rest] }
}

const pieces = (runs: Runs): Run[] =>
  runs.flatMap((run) => (run.note === undefined ? tokens(run.text).map((text) => ({ ...run, text })) : [run]))

const keyOf = ({ text, mark, strong, note }: Run): string => JSON.stringify([text, mark, strong === true, note])
const lookOf = ({ mark, strong, note, revision }: Run): string =>
  JSON.stringify([mark, strong === true, note, revision])

function push(runs: Run[], run: Run): void {
  const last = runs.at(-1)
  if (last && last.note === undefined && lookOf(last) === lookOf(run))
    runs[runs.length - 1] = { ...last, text: last.text + run.text }
  else runs.push(run)
}

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** A paragraph without words is room to write, or stands between others. */
const hasWords = (runs: Runs): boolean => unpadded(runs).runs.length > 0

/**
 * A cell of both documents. Empty paragraphs are those of the new one: how high a place to write is, is layout. Where
 * one has more paragraphs with words, its last ones join the one before when they go: the ends between them are revised.
 */
export function comparedCell(old: GridCell, now: GridCell): GridCell {
  if (alike(old.content, now.content)) return now
  const words = old.content.filter(hasWords)
  if (words.length === now.content.filter(hasWords).length) {
    let next = 0
    const content = now.content.map((runs) => (hasWords(runs) ? comparedRuns(words[next++] ?? [], runs) : runs))
    return { ...now, content }
  }
  const [before, after] = [Math.max(1, old.content.length), Math.max(1, now.content.length)]
  const count = Math.max(before, after)
  const content = Array.from({ length: count }, (_, n) => comparedRuns(old.content[n] ?? [], now.content[n] ?? []))
  if (before === after) return { ...now, content }
  const revision = before < after ? 'inserted' : 'deleted'
  const kept = Math.min(before, after)
  const paragraphEnds = content.map((_, n) => (n >= kept - 1 && n < count - 1 ? revision : undefined))
  return { ...now, content, paragraphEnds }
}
