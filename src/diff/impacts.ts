import { type Diagnostics, nearest } from '../diagnostics/index.ts'
import { type CheckId, checks, type Impact, impacts } from '../model/index.ts'
import { readSource } from '../yaml/index.ts'

/** Impacts that a project gives to checks instead of those of the table. */
export type OwnImpacts = Partial<Record<CheckId, Impact>>

/**
 * Reads a project's own impacts: a YAML map, a check a line, as in `column-moved: breaks-data`. Unknown checks and
 * impacts are reported at their place.
 */
export function readImpacts(file: string, source: string, report: Diagnostics): OwnImpacts {
  const own: OwnImpacts = {}
  // A file of comments alone gives none.
  if (source.replace(/^\ufeff?---\s*$|^\ufeff|#.*$/gm, '').trim() === '') return own
  for (const [key, { keyAt, value }] of readSource(file, source, report, 'not-impacts')?.entries ?? []) {
    const known = Object.keys(checks)
    const impact = impacts.find((each) => value.kind === 'scalar' && value.text === each)
    if (!Object.hasOwn(checks, key)) {
      const near = nearest(key, known) ?? ''
      report.add('unknown-key', keyAt, { key, nearest: near, allowed: known.join(', ') })
    } else if (impact) own[key as CheckId] = impact
    else {
      const text = value.kind === 'scalar' ? value.text : '…'
      report.add('bad-value', value.at, { key, value: text, allowed: impacts.join(', ') })
    }
  }
  return own
}
