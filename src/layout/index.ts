import type { Diagnostics } from '../diagnostics/index.ts'
import type { Fonts } from '../fonts/index.ts'
import { type FilledForm, type Form, type GridDocument, gridDocument, plain, type Runs, runsOf, type Style, type StyleName } from '../model/index.ts'
import { numeral } from '../text/numerals.ts'
import { emOf } from './em.ts'
import type { Lines } from './fields.ts'
import { documentItems } from './items.ts'
import { pageSetup } from './page-setup.ts'
import { pagePlan } from './pages.ts'
import { sheets } from './sheets.ts'
import { theme } from './theme.ts'
import { type Words, wordsOf } from './words.ts'

/**
 * Decides everything about the document: rows, cells and spans, widths, line and page breaks, worksheets.
 * Returns nothing where something cannot be printed; it is reported at the node it came from.
 */
export function layout(filled: FilledForm, fonts: Fonts, report: Diagnostics): GridDocument | undefined {
  const { kind } = filled
  const form: Form = { ...filled.form, labels: filled.labels }
  const { definition, year } = form
  const words = wordsOf(definition.lang)
  const page = pageSetup(definition.page)
  const styles = documentStyles(form, words)
  const width = page.width - page.margin.left - page.margin.right
  const measure = (runs: Runs, { face, size, bold }: Style): number =>
    runs.reduce((sum, { text, mark, strong }) => sum + fonts.measure(text, { face, size, bold: bold || strong === true, ...(mark ? { mark } : {}) }), 0)
  const lines: Lines = { form, filled, words, measure, styles, width }
  const items = documentItems(lines, report)
  if (report.failed) return undefined
  const pages = [...pagePlan(items, page, styles, fonts)]
  return gridDocument({
    form: definition.form,
    edition: definition.edition,
    year,
    title: plain(runsOf(form, definition.title)),
    lang: definition.lang,
    page,
    styles,
    rowHeights: kind === 'blank' ? 'atLeast' : 'exact',
    items,
    pages,
    sheets: sheets(items, pages, { page, styles, fonts, names: sheetNames(form), cover: words.cover }),
  })
}

/** The theme, with notes and instructions hanging by the widths of their own prefixes. */
function documentStyles({ definition }: Form, words: Words): Record<StyleName, Style> {
  const hang = (style: Style, prefix: string, mark: string): [Style, Style] => {
    const [first, rest] = [emOf([{ text: prefix }]), emOf([{ text: prefix + mark + words.markSpace }])].map((em) => em * style.size) as [number, number]
    return [
      { ...style, indent: { first: 0, rest } },
      { ...style, spaceBefore: 0, indent: { first, rest } },
    ]
  }
  const { numbering } = definition
  const [noteFirst, note] = hang(theme.noteFirst, words.notes, numeral(numbering.notes, 1))
  const [instructionFirst, instruction] = hang(theme.instructionFirst, words.instructions, numeral(numbering.instructions, 1))
  return { ...theme, noteFirst, note, instructionFirst, instruction }
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
