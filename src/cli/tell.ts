import type { Code } from '../diagnostics/index.ts'
import { type Diagnostic, Diagnostics, formatDiagnostics, type Sources } from '../diagnostics/index.ts'
import { type Context, Refusal } from './io.ts'

/** What a terminal's reader can take in; more follow from the first, or are like them. */
const mostShown = 50

/**
 * Tells the user on standard error.
 * @param how `all`: nothing is left out; `hint`: how to have that
 */
export function tell(
  { io, locale }: Pick<Context, 'io' | 'locale'>,
  list: readonly Diagnostic[],
  sources: Sources,
  { all = false, hint }: { readonly all?: boolean; readonly hint?: string } = {},
): void {
  const width = io.columns === undefined ? {} : { columns: io.columns }
  const shown = all ? {} : { most: mostShown, ...(hint === undefined ? {} : { hint }) }
  io.err(formatDiagnostics(list, sources, { locale, colour: io.colour, cwd: io.cwd, ...width, ...shown }))
}

/** Refuses to go on where something is wrong. @throws Refusal */
export function refuseErrors(list: readonly Diagnostic[], sources: Sources): void {
  if (list.some(({ severity }) => severity === 'error')) throw new Refusal(list, sources)
}

/** Tells what is only worth knowing, and refuses to go on where something is wrong. @throws Refusal */
export function heed(context: Context, list: readonly Diagnostic[], sources: Sources): void {
  refuseErrors(list, sources)
  tell(context, list, sources)
}

/** @throws Refusal always */
export function refuse(code: Code, words: Readonly<Record<string, string>>): never {
  const report = new Diagnostics()
  report.add(code, undefined, words)
  throw new Refusal(report.list)
}
