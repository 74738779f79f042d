import { Diagnostics } from '../diagnostics/index.ts'
import type { Fonts } from '../fonts/index.ts'
import {
  checkedItems,
  type FilledForm,
  type Form,
  type GridDocument,
  type GridItem,
  plain,
  type Runs,
  runsOf,
  type Style,
} from '../model/index.ts'
import { numeral } from '../text/numerals.ts'
import { quarterEm, spacesIn } from '../text/spacing.ts'
import { emOf } from './em.ts'
import type { Lines } from './fields.ts'
import type { Styles } from './heights.ts'
import { documentItems } from './items.ts'
import { planned } from './plan.ts'
import { looksOf, pageSetup } from './presets.ts'
import { sheets } from './sheets.ts'
import { nameFonts } from './supplied-fonts.ts'
import { leastBody, sizes } from './theme.ts'
import { wordsOf } from './words.ts'

/**
 * Decides everything about the document: rows, cells and spans, widths, line and page breaks, worksheets.
 * Returns nothing where something cannot be printed; it is reported at the node it came from.
 */
export function layout(filled: FilledForm, fonts: Fonts, report: Diagnostics): GridDocument | undefined {
  const { kind } = filled
  const form: Form = { ...filled.form, labels: filled.labels }
  const { definition, year } = form
  const words = wordsOf(definition.lang)
  const page = pageSetup(definition.page, definition.style)
  const width = page.width - page.margin.left - page.margin.right
  const measure = (runs: Runs, { face, size, bold, autospace }: Style): number =>
    runs.reduce(
      (sum, { text, mark, strong }) =>
        sum + fonts.measure(text, { face, size, bold: bold || strong === true, ...(mark ? { mark } : {}) }),
      autospace ? spacesIn(plain(runs)) * quarterEm * size : 0,
    )
  const advance = (text: string, { face, size, bold }: Style): number => fonts.advance(text, { face, size, bold })
  const { items: drafted, styles } = itemsThatFit({ form, filled, words, measure, advance, width }, report)
  if (report.failed) return undefined
  const items = checkedItems(nameFonts(drafted, fonts), page)
  const { sections } = definition.continued
  const suffix = kind === 'blank' || sections === undefined ? {} : { continued: sections }
  const plan = planned(items, { page, styles, fonts, natural: kind === 'blank', ...suffix })
  return Object.freeze<GridDocument>({
    form: definition.form,
    edition: definition.edition,
    year,
    title: plain(runsOf(form, definition.title)),
    lang: definition.lang,
    page,
    styles,
    items,
    pages: plan.pages,
    sheets: sheets(items, plan, { page, styles, fonts, names: sheetNames(form), cover: words.cover }),
  })
}

/** Sizes of the text in tables, from the usual one down. */
const bodySizes = [sizes.五号, sizes.小五, leastBody]

/**
 * Sets tables as large as their words and figures allow: a crowded table is set smaller, because a figure is never
 * broken. Where no size keeps words whole either, they are broken in the largest that keeps figures.
 */
function itemsThatFit(lines: Omit<Lines, 'styles'>, report: Diagnostics): { items: GridItem[]; styles: Styles } {
  const attempts: Attempt[] = []
  for (const size of bodySizes) {
    const styles = documentStyles(lines, size)
    const found = new Diagnostics()
    attempts.push({ ...documentItems({ ...lines, styles }, found), styles, found })
    if (attempts.at(-1)?.room === 'whole') break
  }
  const best = attempts.findLast(({ room }) => room === 'whole') ?? attempts.find(({ room }) => room === 'needed')
  const { items, styles, found } = best ?? (attempts.at(-1) as Attempt)
  for (const { code, at, words } of found.list) report.add(code, at, words)
  return { items, styles }
}

/** A document set in one size, with what is to be said of it. */
interface Attempt extends ReturnType<typeof documentItems> {
  readonly styles: Styles
  readonly found: Diagnostics
}

/**
 * The theme, with notes, instructions and attachments hanging by the widths of their own prefixes: their marks stand
 * below each other, and their texts. In Chinese these are the same in every font, in Latin letters as they are drawn.
 */
function documentStyles({ form: { definition }, words, advance }: Omit<Lines, 'styles'>, size: number): Styles {
  const chinese = definition.lang.startsWith('zh')
  const widthOf = (text: string, style: Style): number =>
    chinese ? emOf([{ text }]) * style.size : advance(text, style)
  const hang = (one: Style, other: Style, prefix: string, mark: string): [Style, Style] => {
    const first = widthOf(prefix, one)
    const rest = widthOf(prefix + mark + words.markSpace, one)
    return [
      { ...one, indent: { first: 0, rest } },
      { ...other, indent: { first, rest } },
    ]
  }
  const theme = looksOf(definition.lang, definition.style)
  const { numbering } = definition
  const [noteFirst, note] = hang(theme.noteFirst, theme.note, words.notes, numeral(numbering.notes, 1))
  const [instructionFirst, instruction] = hang(
    theme.instructionFirst,
    theme.instruction,
    words.instructions,
    numeral(numbering.instructions, 1),
  )
  const [attachmentFirst, attachment] = hang(theme.attachmentFirst, theme.attachment, words.attachments, '1.')
  const remarks = { noteFirst, note, instructionFirst, instruction, attachmentFirst, attachment }
  return { ...theme, ...tableStyles(theme, size), ...remarks }
}

/** The theme's cells with their text set in another size; line heights follow. */
function tableStyles(theme: Styles, size: number): Partial<Styles> {
  const scale = size / sizes.五号
  const set = (style: Style): Style => ({
    ...style,
    size: style.size * scale,
    lineHeight: Math.ceil(style.lineHeight * scale),
  })
  const cells = Object.entries(theme).filter(([name]) => name.startsWith('cell'))
  return scale === 1
    ? {}
    : Object.fromEntries(cells.map(([name, style]) => [name, { ...set(style), size: Math.min(size, style.size) }]))
}

/** What a table's worksheet is called: its number, else its title; the front page by its own word. */
function sheetNames(form: Form): Map<string, string> {
  const names = new Map<string, string>()
  for (const part of form.definition.parts)
    for (const table of part.tables) {
      const title = table.title ?? part.title ?? form.definition.title
      names.set(table.path, form.numbers.get(table.path) ?? plain(runsOf(form, title)))
    }
  return names
}
