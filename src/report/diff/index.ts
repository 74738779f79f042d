import type { Locale } from '../../diagnostics/index.ts'
import type { Comparison, GridDocument } from '../../model/index.ts'
import { diffHtml } from './html.ts'
import { diffMarkdown } from './markdown.ts'
import { diffText } from './text.ts'
import { diffView } from './view.ts'

export { diffJson as comparisonJson } from './json.ts'

/** A comparison for the terminal. */
export const comparisonText = (comparison: Comparison, locale: Locale, colour = false): string =>
  diffText(diffView(comparison, locale), colour)

/** A comparison as Markdown. */
export const comparisonMarkdown = (comparison: Comparison, locale: Locale): string =>
  diffMarkdown(diffView(comparison, locale))

/**
 * A comparison as a page of HTML with both blanks side by side.
 * @param template the Handlebars template of the page, as the package has it in `templates/diff.html.hbs`
 */
export const comparisonHtml = (
  comparison: Comparison,
  grids: { readonly old: GridDocument; readonly new: GridDocument },
  template: string,
  locale: Locale,
): string => diffHtml(diffView(comparison, locale), grids, template)
