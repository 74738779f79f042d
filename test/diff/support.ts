import { compare } from '../../src/comparison.ts'
import type { Comparison } from '../../src/model/index.ts'
import { whole } from '../define/support/compile.ts'
import { said, written } from '../redline/support/editions.ts'

/** What differs between two definitions, or parts of one. @throws Error with what is wrong in them */
export function compared(old: string, now: string): Comparison {
  const outcome = compare({ old: written(whole(old)), new: written(whole(now)) })
  if (!outcome.comparison) throw new Error(said(outcome))
  return outcome.comparison
}
