import Handlebars from 'handlebars'

export type Words = Readonly<Record<string, string | number>>

/**
 * Fills `{{year}}` and the like. Strict: a name without a value throws, it never prints nothing. Values are plain
 * words, so nothing is escaped here; each format escapes what it writes.
 */
export function fillTemplate(source: string, words: Words): string {
  if (!source.includes('{{')) return source
  const template = Handlebars.compile(source, { strict: true, noEscape: true, knownHelpersOnly: true })
  return template(words)
}
