import type { Diagnostics } from '../diagnostics/index.ts'
import { type Ask, type Form, type Formula, plain, type Value } from '../model/index.ts'
import { decimalsOf } from '../text/figures.ts'
import { divides, type Figure, figure, rounded } from './arithmetic.ts'

/** A label without the marks of its notes; the path where nothing is printed. */
export const labelAt = (form: Form, path: string): string =>
  plain((form.labels.get(path) ?? [{ text: path }]).filter(({ note }) => note === undefined))

export interface Settling {
  readonly stated: Value | undefined
  readonly result: Figure
  /** Decimal places of what the result was worked out from. */
  readonly places: number
  readonly formula: Pick<Formula, 'source' | 'expression' | 'operands'>
  readonly form: Form
  readonly ask: Ask
  readonly label: string
  readonly report: Diagnostics
  set(value: Value): void
}

/** A formula as its readers know it: by labels, not by ids. */
const inWords = ({ source, operands }: Pick<Formula, 'source' | 'operands'>, form: Form): string =>
  source.replace(/[a-z][\w.]*/gi, (name) => {
    const path = operands.get(name)
    return path === undefined ? name : labelAt(form, path)
  })

/** What is not stated is filled in; what is stated is compared, within the tolerance that the form gives. */
export function settle({ stated, result, formula, form, ask, label, report, set, ...worked }: Settling): void {
  const endless = divides(formula.expression)
  const places = ask.decimals ?? (endless ? 2 : Math.max(worked.places, decimalsOf(result.toFixed())))
  if (stated?.figure === undefined || stated.computed) {
    if (stated === undefined) {
      const text = rounded(result, places)
      set({ text, figure: text, computed: true })
    }
    return
  }
  const given = figure(stated.figure)
  const difference = given.minus(result)
  // A rounded quotient may be off by what its last place leaves open.
  const open = endless ? figure('0.5').times(figure('10').pow(-decimalsOf(stated.figure))) : figure('0')
  const tolerance = figure(ask.tolerance ?? '0')
  if (difference.abs().lte(tolerance.gt(open) ? tolerance : open)) return
  const computed = endless ? rounded(result, Math.max(places, decimalsOf(stated.figure))) : result.toFixed()
  const words = {
    label,
    stated: stated.figure,
    computed,
    difference: endless ? given.minus(computed).toFixed() : difference.toFixed(),
  }
  report.add('total-differs', stated.at, { ...words, formula: inWords(formula, form) })
}
