import { define, type MissingGlyphs } from './define/index.ts'
import { type Diagnostic, Diagnostics } from './diagnostics/index.ts'
import type { Definition } from './model/index.ts'

interface Defined {
  readonly source: string
  readonly definition: Definition | undefined
  readonly said: readonly Diagnostic[]
}

/** Definitions by file, for as long as the fonts of a run are there: thousands of returns of a form are held to one. */
const known = new WeakMap<MissingGlyphs, Map<string, Defined>>()

/** `define`, whose answer to the same text and fonts is the same. */
export function definedOnce(
  file: string,
  source: string,
  report: Diagnostics,
  missing: MissingGlyphs,
): Definition | undefined {
  const files = known.get(missing) ?? new Map<string, Defined>()
  known.set(missing, files)
  let defined = files.get(file)
  if (defined?.source !== source) {
    const own = new Diagnostics()
    defined = { source, definition: define(file, source, own, missing), said: own.list }
    files.set(file, defined)
  }
  for (const { code, at, words, column } of defined.said) report.add(code, at, words, column)
  return defined.definition
}
