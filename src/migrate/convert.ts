import type { Ask, Form, Unit } from '../model/index.ts'
import { convertedFigure, figurePattern } from '../text/figures.ts'
import type { Place } from './cells.ts'
import type { ChangeCode } from './changes.ts'
import { convertOption } from './options.ts'

type Words = Readonly<Record<string, string>>

/** What a value becomes in the other edition; `code` says what a person should look at. */
export type Converted =
  | { readonly text: string; readonly code?: ChangeCode; readonly words?: Words }
  | { readonly lost: ChangeCode; readonly words: Words }

interface Forms {
  readonly from: Form
  readonly to: Form
}

const isNumeric = ({ type }: Ask): boolean => type === 'count' || type === 'number' || type === 'rate'

/** Carries the text of one place over: figures are converted exactly by the factors of their units, options by id. */
export function convert(text: string, from: Place, to: Place, forms: Forms): Converted {
  if (from.ask.type === 'choice' && to.ask.type === 'choice') return convertOption(text, from.ask, to.ask)
  if (from.ask.type === 'quantity') return quantity(text, to, forms)
  const figure = text.trim()
  if (!isNumeric(from.ask) || !figurePattern.test(figure)) return { text }
  if (to.ask.type === 'quantity') return { text: from.unit ? `${figure} ${from.unit.name}` : text }
  return measured(text, figure, from.unit, to)
}

/** A figure in the unit of its cell. */
function measured(text: string, figure: string, unit: Unit | undefined, { unit: target }: Place): Converted {
  if (unit?.quantity === target?.quantity && unit?.factor === target?.factor) return { text }
  if (!target) return { text, code: 'migrate-unit-gone', words: { before: unit?.name ?? '' } }
  if (!unit) return { text, code: 'migrate-unit-new', words: { after: target.name } }
  const words = { before: unit.name, after: target.name }
  if (unit.quantity !== target.quantity) return { lost: 'migrate-unit', words }
  const result = convertedFigure(figure, unit.factor, target.factor)
  return result === undefined ? { lost: 'migrate-inexact', words } : { text: result }
}

/** A figure that brought its unit: 12.5 吨. */
function quantity(text: string, to: Place, { from, to: other }: Forms): Converted {
  const [, figure = '', name = ''] = /^(-?[\d.]+)\s*(.*)$/.exec(text.trim()) ?? []
  const unit = from.definition.units.get(name)
  if (to.ask.type === 'quantity' && unit) {
    const known = other.definition.units.get(name)
    if (known?.quantity === unit.quantity && known.factor === unit.factor) return { text }
    return { lost: 'migrate-unit', words: { before: name, after: '—' } }
  }
  if (!isNumeric(to.ask) || !figurePattern.test(figure)) return { text }
  return measured(figure, figure, unit, to)
}
