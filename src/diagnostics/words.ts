import { codes, type Locale } from './codes.ts'
import { visible } from './columns.ts'
import { dateFlaw } from './date-words.ts'
import type { Diagnostic } from './diagnostic.ts'
import { englishProblems, vocabulary } from './vocabulary.ts'

function word(name: string, value: string, locale: Locale): string {
  if (name === 'nearest') {
    if (value === '') return ''
    return locale === 'zh' ? `，是否想写 “${value}”？` : `; did you mean "${value}"?`
  }
  if (name === 'also') {
    if (value === '') return ''
    return locale === 'zh' ? `（另见 ${value}）` : ` (also at ${value})`
  }
  if (name === 'why') return value === '' ? '' : (locale === 'zh' ? '：' : ': ') + dateFlaw(value, locale)
  const known = vocabulary[name]
  if (!known) return value
  const said = value
    .split(' / ')
    .map((part) => (Object.hasOwn(known, part) ? known[part]?.[locale] : undefined) ?? part)
  const text = [...new Set(said)].join(locale === 'zh' ? '或' : ' or ')
  return locale === 'zh' && name === 'problem'
    ? englishProblems.reduce((t, [from, to]) => t.replace(from, to), text)
    : text
}

/** Words that may be left out. */
const asides: ReadonlySet<string> = new Set(['nearest', 'hint', 'also', 'why'])

/**
 * Fills `{name}` in a template with words; `{{` and `}}` are braces. A word that was not passed stays visible, an
 * aside does not. `{fix}` is what to do about the problem that was passed.
 */
function fill(template: string, words: Diagnostic['words'], locale: Locale): string {
  return template.replace(/\{\{|\}\}|\{([A-Za-z]+)\}/g, (found, name: string | undefined) => {
    if (name === undefined) return found.charAt(0)
    const value = words[name === 'fix' ? 'problem' : name] ?? (asides.has(name) ? '' : undefined)
    return value === undefined ? found : word(name, value, locale)
  })
}

/** The two sentences of a diagnostic in a language: what is wrong, and what to do. */
export function sentences(
  { code, words }: Diagnostic,
  locale: Locale,
): { readonly what: string; readonly remedy: string } {
  const { what, remedy } = codes[code][locale]
  const line = (template: string) => visible(fill(template, words, locale).replace(/\s*\n\s*/g, ' '))
  return { what: line(what), remedy: line(remedy) }
}
