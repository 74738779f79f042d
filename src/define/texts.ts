import Handlebars from 'handlebars'
import { type Diagnostics, nearest, type Span } from '../diagnostics/index.ts'
import type { Definition, Text } from '../model/index.ts'
import { citedNotes } from '../text/marks.ts'
import { type LocatedMap, stretchOf } from '../yaml/index.ts'
import type { Written } from './names.ts'
import { mapOf, scalarOf, type UsedText } from './reader.ts'

/** Checks what stands in the texts: templates, note anchors, years written out. */
export function checkTexts(
  definition: Definition,
  texts: readonly UsedText[],
  { source: file, root }: Written,
  report: Diagnostics,
): void {
  const citations: Citation[] = []
  const numberedParts = new Set(
    definition.parts.filter(({ numbered }) => numbered && definition.numbering.tables).map(({ id }) => id),
  )
  for (const used of texts) {
    const { text, path } = used
    const number = used.number && numberedParts.has(path.split('.')[0] ?? '')
    const head = headOf(used)
    checkTemplate(used, head === 'terms' ? new Map() : definition.terms, number, file, report)
    if (head !== 'terms') checkYear(text, definition, file, report)
    for (const { id, offset } of citedNotes(text.source)) {
      const at = stretchOf(file, text.at, text.source, offset, id.length + 3)
      const from = head === 'notes' ? path.slice('notes.'.length) : undefined
      citations.push({ id, at, from })
      if (!definition.notes.has(id)) {
        const words = { name: id, nearest: nearest(id, [...definition.notes.keys()]) ?? '' }
        report.add('unknown-note', at, words)
      } else if (head !== undefined && head !== 'notes') report.add('misplaced-note', at, { where: head, name: id })
    }
  }
  checkSymbols(root, file, report)
  checkUnused(definition, citations, root, report)
}

interface Citation {
  readonly id: string
  readonly at: Span
  /** The note that cites it. */
  readonly from: string | undefined
}

/** The key of the definition itself that a text stands at: title, subtitle, mark, terms, notes; absent within a part. */
const headOf = ({ number, path }: UsedText): string | undefined => (number ? undefined : path.split('.')[0])

/** A unit's symbol is printed wherever its unit is, outside the texts that number the notes. */
function checkSymbols(root: LocatedMap, file: string, report: Diagnostics): void {
  for (const [name, { keyAt, value }] of mapOf(root, 'units')?.entries ?? []) {
    const symbol = value.kind === 'map' ? scalarOf(value, 'symbol') : undefined
    for (const { id, offset } of citedNotes(symbol?.text ?? name)) {
      const at = symbol ? stretchOf(file, symbol.at, symbol.text, offset, id.length + 3) : keyAt
      report.add('misplaced-note', at, { where: 'symbol', name: id })
    }
  }
}

/** A note that only an unused note cites is unused as well. */
function checkUnused(
  { notes }: Definition,
  citations: readonly Citation[],
  root: LocatedMap,
  report: Diagnostics,
): void {
  const used = new Set(citations.filter(({ from }) => from === undefined).map(({ id }) => id))
  for (const note of used) for (const { id, from } of citations) if (from === note) used.add(id)
  const written = mapOf(root, 'notes')
  for (const [id, note] of notes)
    if (!used.has(id)) report.add('unused-note', written?.entries.get(id)?.keyAt ?? note.at, { name: id })
}

function checkTemplate(
  used: UsedText,
  terms: ReadonlyMap<string, unknown>,
  number: boolean,
  file: string,
  report: Diagnostics,
): void {
  const { source, at } = used.text
  if (!source.includes('{{')) return
  const allowed = ['year', 'lastYear', ...(number ? ['number'] : []), ...(used.unit ? ['unit'] : []), ...terms.keys()]
  const wrong = (offset: number, length: number) =>
    report.add('template-syntax', stretchOf(file, at, source, offset, length), {
      problem: source.slice(offset, offset + length),
    })
  let program: hbs.AST.Program
  try {
    program = Handlebars.parse(source)
  } catch {
    const found = wrongHole.exec(source)
    return found ? wrong(found.index, found[0].length) : report.add('template-syntax', at, { problem: source })
  }
  for (const statement of program.body) {
    if (statement.type === 'ContentStatement') continue
    const { type, path, params, hash, escaped } = statement as hbs.AST.MustacheStatement
    const offset = offsetOf(source, statement.loc.start)
    const length = offsetOf(source, statement.loc.end) - offset
    const name = path?.type === 'PathExpression' ? (path as hbs.AST.PathExpression).original : undefined
    if (type !== 'MustacheStatement' || name === undefined || params.length > 0 || hash || !escaped)
      wrong(offset, length)
    else if (!allowed.includes(name))
      report.add('unknown-template-name', stretchOf(file, at, source, offset, length), {
        name,
        nearest: nearest(name, allowed) ?? '',
        allowed: allowed.join(', '),
      })
  }
}

/** Braces that are no `{{name}}`, for what Handlebars cannot read at all. */
const wrongHole = /(?<!\\)\{\{(?!\s*[\p{L}\p{N}_.]+\s*\}\}(?!\}))[^{}]{0,20}\}{0,3}/u

function offsetOf(source: string, { line, column }: hbs.AST.Position): number {
  const before = source.split('\n').slice(0, line - 1)
  return before.reduce((sum, text) => sum + text.length + 1, 0) + column
}

/** The edition's year in a text is most likely meant as {{year}}; in 〔2020〕 it belongs to a document number. */
function checkYear({ source, at }: Text, { edition, lang }: Definition, file: string, report: Diagnostics): void {
  const year = String(edition)
  const hint = lang.startsWith('zh') ? { hint: 'document number' } : {}
  const found = new RegExp(`(?<![〔\\[（(\\d])${year}(?![\\d〕])`).exec(source)
  if (found) report.add('literal-year', stretchOf(file, at, source, found.index, year.length), { year, ...hint })
}
