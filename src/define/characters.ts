import type { Diagnostics } from '../diagnostics/index.ts'
import { checkText, type Located, type MissingGlyphs } from '../yaml/index.ts'

/** Reports every character of a definition's texts that no document can hold or no font can draw. */
export function checkCharacters(node: Located, source: string, missing: MissingGlyphs, report: Diagnostics): void {
  if (node.kind === 'scalar') {
    if (typeof node.value === 'string') checkText(node, source, missing, report)
    return
  }
  const children = node.kind === 'list' ? node.items : [...node.entries.values()].map(({ value }) => value)
  for (const child of children) checkCharacters(child, source, missing, report)
}
