import { type Ask, type Field, isNumeric, plain, type Runs, runsOf, type StyleName } from '../../model/index.ts'
import { figuresIn } from '../../text/figures.ts'
import { entryLook, leastSizeOf, valueParts, valuesAt } from '../entry.ts'
import type { BoxColumn } from './box.ts'
import type { Drafting } from './content.ts'

/**
 * What the figures of a field need of the cell that they stand in, em of the table's text: a figure is never broken.
 * 0 where it has none.
 */
export function figureEm(drafting: Drafting, { content, path, more }: Field): number {
  const { form, filled, words } = drafting
  if (more !== undefined) return 0
  if (content.kind === 'text') return widestEm(drafting, printedIn(runsOf(form, content.text)), 'cellText')
  if (content.kind !== 'entry') return 0
  const { ask } = content
  const at = valuesAt(filled, path)
  if (ask.value?.kind === 'text') {
    const parts = valueParts(form, ask.value.text, words, at)
    const figures = parts.flatMap(({ hole, id, runs }) =>
      !hole || at(id)?.figure !== undefined ? printedIn(runs) : [],
    )
    return widestEm(drafting, figures, 'cellText')
  }
  if (!isNumeric(ask.type) || at('') === undefined) return 0
  const look = entryLook(form, ask, words, at)
  return shrunkEm(drafting, widestEm(drafting, look.content.map(spaced(ask)), look.style), ask)
}

const printedIn = (runs: Runs): Runs[] => figuresIn(plain(runs)).map((text) => [{ text }])

/** In a workbook the format of figures that may stand in brackets keeps the closing one's room free behind the others. */
const spaced =
  ({ negative }: Ask) =>
  (runs: Runs): Runs =>
    negative === 'brackets' && !plain(runs).startsWith('(') ? [...runs, { text: ')' }] : runs

function widestEm({ measure, styles }: Drafting, figures: readonly Runs[], name: StyleName): number {
  const style = styles[name]
  const widths = figures.map((runs) => measure(runs, style) + 2 * style.padding.x + 1)
  return Math.max(0, ...widths) / styles.cellText.size
}

/** A figure that may be set smaller needs the room of its least size. */
function shrunkEm({ styles: { cellFigure, cellText } }: Drafting, em: number, ask: Ask): number {
  if (ask.overflow !== 'shrink' || em === 0) return em
  const padding = (2 * cellFigure.padding.x + 1) / cellText.size
  return padding + (em - padding) * Math.min(1, leastSizeOf(ask) / cellFigure.size)
}

/** A character with its padding, em. */
export const characterEm = ({ styles: { cellText } }: Drafting): number => 1 + (2 * cellText.padding.x) / cellText.size

/**
 * The same columns, none of which gives up what its figures need; beside figures others keep a character.
 * @param needed by column, em; 0 where there are no figures
 */
export function keepingFigures(
  drafting: Drafting,
  columns: readonly BoxColumn[],
  needed: readonly number[],
): BoxColumn[] {
  if (needed.every((em) => em === 0)) return [...columns]
  const character = characterEm(drafting)
  return columns.map((column, n) => {
    const bare = Math.min(character, column.em)
    const own = Math.max(bare, needed[n] ?? 0)
    return { ...column, em: Math.max(column.em, own), least: own, needed: own, bare }
  })
}
