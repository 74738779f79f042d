import Handlebars from 'handlebars'
import type { Locale } from '../../diagnostics/index.ts'
import type { GridDocument } from '../../model/index.ts'
import { sideBySide } from './side-by-side.ts'
import type { DiffView } from './view.ts'

/** Both editions are shown as for one year, so that the year is no difference. */
const paneWords: Readonly<Record<Locale, (edition: number, year: number) => string>> = {
  zh: (edition, year) => (edition === year ? `${edition} 版` : `${edition} 版，按 ${year} 年印出`),
  en: (edition, year) => (edition === year ? `edition ${edition}` : `edition ${edition}, shown as for ${year}`),
}

/**
 * A comparison as one page of HTML that needs nothing else: what changed, then both editions side by side with the
 * changed cells marked.
 * @param template Handlebars; values are escaped, a name that the page does not have throws
 */
export function diffHtml(
  view: DiffView,
  documents: { readonly old: GridDocument; readonly new: GridDocument },
  template: string,
): string {
  const page = Handlebars.compile(template, { strict: true, knownHelpersOnly: true })
  const lines = view.groups.flatMap(({ changes }) =>
    changes.flatMap((line) => [line, ...line.also.map((change) => ({ ...line, change }))]),
  )
  const groups = view.groups.map(({ title, changes }) => ({
    title,
    changes: changes.map((line) => ({
      ...line,
      place: line.where.join(' › '),
      said: line.said.map(({ kind, text }) => ({ text, added: kind === 'added', removed: kind === 'removed' })),
    })),
  }))
  const [old, now] = [documents.old, documents.new].map(({ title, edition, year }) => ({
    title,
    edition: paneWords[view.locale](edition, year),
  }))
  return page({ ...view, groups, lang: documents.new.lang, old, new: now, ...sideBySide(documents, lines) })
}
