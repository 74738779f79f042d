import Handlebars from 'handlebars'
import { type Diagnostics, nearest, type Span } from '../diagnostics/index.ts'
import type { Definition } from '../model/index.ts'
import { citedNotes } from '../text/marks.ts'
import type { UsedText } from './reader.ts'

/** Checks what stands in the texts: characters, templates, note anchors, years written out. */
export function checkTexts(definition: Definition, texts: readonly UsedText[], report: Diagnostics): void {
  const cited = new Set<string>()
  const numberedParts = new Set(definition.parts.filter(({ numbered }) => numbered && definition.numbering.tables).map(({ id }) => id))
  for (const used of texts) {
    const { text, path } = used
    const number = used.number && numberedParts.has(path.split('.')[0] ?? '')
    const isTerm = path.startsWith('terms.')
    checkCharacters(text.source, text.at, report)
    checkTemplate(used, isTerm ? new Map() : definition.terms, number, report)
    if (!isTerm) checkYear(text.source, text.at, definition.edition, report)
    for (const { id, offset } of citedNotes(text.source)) {
      cited.add(id)
      if (definition.notes.has(id)) continue
      const words = { name: id, nearest: nearest(id, [...definition.notes.keys()]) ?? '' }
      report.add('unknown-note', within(text.at, text.source, offset, id.length + 3), words)
    }
  }
  for (const [id, note] of definition.notes) if (!cited.has(id)) report.add('unused-note', note.at, { name: id })
}

/** The place of a stretch of a scalar; of a scalar whose source differs from its text (escapes, folds), the whole. */
function within(at: Span, source: string, offset: number, length: number): Span {
  const quote = at.end - at.start - source.length
  if (quote !== 0 && quote !== 2) return at
  const start = at.start + offset + quote / 2
  return { ...at, start, end: start + length }
}

/** XML 1.0 §2.2 `Char`: what neither Word nor Excel can hold; lone surrogates and noncharacters among it. */
const invalid = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u

function checkCharacters(source: string, at: Span, report: Diagnostics): void {
  const found = invalid.exec(source)
  if (!found) return
  const code = found[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
  report.add('invalid-character', within(at, source, found.index, 1), { character: `U+${code}` })
}

function checkTemplate(used: UsedText, terms: ReadonlyMap<string, unknown>, number: boolean, report: Diagnostics): void {
  const { source, at } = used.text
  if (!source.includes('{{')) return
  const allowed = ['year', 'lastYear', ...(number ? ['number'] : []), ...(used.unit ? ['unit'] : []), ...terms.keys()]
  let program: hbs.AST.Program
  try {
    program = Handlebars.parse(source)
  } catch (error) {
    const problem = error instanceof Error ? (error.message.split('\n').at(-1) ?? '') : String(error)
    report.add('template-syntax', at, { problem })
    return
  }
  for (const statement of program.body) {
    if (statement.type === 'ContentStatement') continue
    const { type, path, params, escaped } = statement as hbs.AST.MustacheStatement
    const offset = offsetOf(source, statement.loc.start)
    const place = within(at, source, offset, offsetOf(source, statement.loc.end) - offset)
    const name = path?.type === 'PathExpression' ? (path as hbs.AST.PathExpression).original : undefined
    if (type !== 'MustacheStatement' || name === undefined || params.length > 0 || !escaped)
      report.add('template-syntax', place, { problem: source.slice(offset, offset + place.end - place.start) })
    else if (!allowed.includes(name))
      report.add('unknown-template-name', place, { name, nearest: nearest(name, allowed) ?? '', allowed: allowed.join(', ') })
  }
}

function offsetOf(source: string, { line, column }: hbs.AST.Position): number {
  const before = source.split('\n').slice(0, line - 1)
  return before.reduce((sum, text) => sum + text.length + 1, 0) + column
}

/** The edition's year in a text is most likely meant as {{year}}; in 〔2020〕 it belongs to a document number. */
function checkYear(source: string, at: Span, edition: number, report: Diagnostics): void {
  const year = String(edition)
  const found = new RegExp(`(?<![〔\\[（(\\d])${year}(?![\\d〕])`).exec(source)
  if (found) report.add('literal-year', within(at, source, found.index, year.length), { year })
}
