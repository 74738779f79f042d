import type { Diagnostics } from '../diagnostics/index.ts'
import { readSource } from '../yaml/index.ts'
import { look } from './looks.ts'
import { withoutRenames } from './renames.ts'

/** The file that an edition comes from, and the one to write. */
export interface Reissue {
  readonly source: string
  readonly file: string
  /** The first year of the new edition. */
  readonly year: number
  /** Where it will stand: messages name places in it. */
  readonly target: string
}

/**
 * The next edition's text: the last one with another year and without its `renamedFrom`, which are done; all else,
 * comments and order, stays byte for byte. What a person should look at before issuing it is reported as remarks with
 * places in the new text.
 * @returns undefined where the last edition cannot be read, which is reported
 */
export function newEdition({ source, file, year, target }: Reissue, report: Diagnostics): string | undefined {
  const root = readSource(file, source, report)
  const edition = root?.entries.get('edition')?.value
  if (!root || !edition) return undefined
  const edits = [{ start: edition.at.start, end: edition.at.end, text: String(year) }, ...withoutRenames(root, source)]
  const text = edited(source, edits)
  const written = readSource(target, text, report)
  if (written) look(written, text, target, report)
  return text
}

/** A stretch of a text and what takes its place. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

function edited(source: string, edits: readonly Edit[]): string {
  let text = source
  for (const edit of edits.toSorted((a, b) => b.start - a.start))
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end)
  return text
}
