import type { Locale, Severity } from './codes.ts'
import { charColumns, columns, visible } from './columns.ts'
import type { Diagnostic } from './diagnostic.ts'
import { linesOf, place, type SourceLine, type Sources } from './place.ts'
import { selected } from './shown.ts'
import { sentences } from './words.ts'

export { LinePlaces, type Place, place, type Sources } from './place.ts'

export interface FormatOptions {
  readonly locale: Locale
  /** ANSI colours. */
  readonly colour: boolean
  /** Files below it are named relative to it. */
  readonly cwd?: string
  /** Width of the terminal; longer source lines show the part around the place. Default 100. */
  readonly columns?: number
  /** So many errors, and as many other things, are shown, and of what many rows of a column share the first. Default: all. */
  readonly most?: number
  /** How to see all, said where something is left out. */
  readonly hint?: string
}

const severities: Readonly<
  Record<Severity, { colour: number; zh: string; en: string; one: string; many: string; counted: string }>
> = {
  error: { colour: 31, zh: '错误', en: 'error', one: 'error', many: 'errors', counted: '个错误' },
  finding: { colour: 35, zh: '核对', en: 'finding', one: 'finding', many: 'findings', counted: '处需核对' },
  warning: { colour: 33, zh: '警告', en: 'warning', one: 'warning', many: 'warnings', counted: '个警告' },
  info: { colour: 36, zh: '提示', en: 'info', one: 'remark', many: 'remarks', counted: '个提示' },
}

/** A span over more lines than this shows only the first ones. */
const shownLines = 3
const tabWidth = 4

/**
 * What a run has to say, for a person: errors first, by file and place, each with its source lines, a caret and a remedy,
 * and a count of all at the end. Empty for an empty list; otherwise ends with a line break.
 */
export function formatDiagnostics(list: readonly Diagnostic[], sources: Sources, options: FormatOptions): string {
  if (list.length === 0) return ''
  const { locale, most, hint } = options
  const { shown, errorsLeft, othersLeft } = selected(list, most)
  const say = leftOut[locale]
  const parts = shown.map(
    ({ diagnostic, alike }) => formatOne(diagnostic, sources, options) + (alike > 0 ? `${say.alike(alike)}\n` : ''),
  )
  const left = [
    ...(errorsLeft > 0 ? [say.errors(errorsLeft)] : []),
    ...(othersLeft > 0 ? [say.others(othersLeft)] : []),
  ]
  const isCut = left.length > 0 || shown.some(({ alike }) => alike > 0)
  const end = [...left, ...(isCut && hint !== undefined ? [hint] : []), count(list, locale)]
  return `${parts.join('\n')}\n${end.join('\n')}\n`
}

/** What is not shown, by how many. */
const leftOut = {
  zh: {
    alike: (n: number) => `… 这一栏同样的还有 ${n} 处`,
    errors: (n: number) => `… 另有 ${n} 个错误没有列出`,
    others: (n: number) => `… 另有 ${n} 处其他情况没有列出`,
  },
  en: {
    alike: (n: number) => `… and ${n} more of the kind in this column`,
    errors: (n: number) => `… and ${n} more ${n === 1 ? 'error' : 'errors'}`,
    others: (n: number) => `… and ${n} more that are no errors`,
  },
} as const

function formatOne(diagnostic: Diagnostic, sources: Sources, options: FormatOptions): string {
  const { locale, colour } = options
  const { at, severity, code } = diagnostic
  const { what, remedy } = sentences(diagnostic, locale)
  const kind = severities[severity]
  const paint = (sgr: string, text: string) => (colour ? `\u001b[${sgr}m${text}\u001b[0m` : text)
  const head = paint(`1;${kind.colour}`, `${kind[locale]}[${code}]`) + (locale === 'zh' ? '：' : ': ') + what
  if (!at) return `${head}\n  = ${remedy}\n`
  const { file, line, column } = place(at, sources)
  const where = paint('1', `${visible(relative(file, options.cwd))}:${line}:${column}:`)
  const text = sources.get(file)
  // What was done needs no place to look at: one line says it.
  if (severity === 'info') return `${where} ${head}\n`
  if (text === undefined) return `${where} ${head}\n  = ${remedy}\n`
  const [start, end] = trimmed(text, at.start, at.end)
  const lines = linesOf(text, start, end)
  const shown = lines.slice(0, shownLines)
  const margin = String(shown.at(-1)?.number ?? 1).length + 2
  const gutter = (number: string) => paint('34', `${number.padStart(margin)} |`)
  const body = shown.map((source) => {
    const [code, marks] = underlined(source, start, end, (options.columns ?? 100) - margin - 3)
    return `${`${gutter(String(source.number))} ${code}`.trimEnd()}\n${gutter('')} ${paint(`1;${kind.colour}`, marks)}\n`
  })
  const more = lines.length > shown.length ? `${gutter('…')}\n` : ''
  return `${where} ${head}\n${body.join('')}${more}${' '.repeat(margin)} ${paint('34', '=')} ${remedy}\n`
}

/** A block in YAML ends where the next begins: the white space between is not what is meant. */
function trimmed(text: string, start: number, end: number): [start: number, end: number] {
  const from = Math.min(start, text.length)
  return [from, from + text.slice(from, end).trimEnd().length]
}

/** A source line as shown, and the carets below it; both cut to `room` columns around the first caret. */
function underlined(line: SourceLine, start: number, end: number, room: number): [code: string, marks: string] {
  const cells: { text: string; columns: number; marked: boolean }[] = []
  let at = line.start
  let width = 0
  let first: number | undefined
  for (const character of line.text) {
    const inside = at >= start && at < end
    const bom = character === '\ufeff' && at === 0
    at += character.length
    const text = bom ? '' : character === '\t' ? ' '.repeat(tabWidth - (width % tabWidth)) : visible(character)
    // Space before the text is not underlined, between its words it is.
    const marked = inside && (first !== undefined || text.trim() !== '')
    if (marked) first ??= cells.length
    cells.push({ text, columns: columns(text), marked })
    width += cells.at(-1)?.columns ?? 0
  }
  if (first === undefined) {
    first = [...line.text.slice(0, Math.max(0, start - line.start))].length
    const cell = cells[first]
    if (cell) cell.marked = true
    else cells.push({ text: ' ', columns: 1, marked: true })
  }
  const view = windowed(cells, Math.max(20, room))
  const code = view.map((cell) => cell.text).join('')
  const marks = view.map((cell) =>
    (cell.marked ? '^' : ' ').repeat(cell.marked ? Math.max(1, cell.columns) : cell.columns),
  )
  return [code.trimEnd(), marks.join('').trimEnd()]
}

interface Shown {
  readonly text: string
  readonly columns: number
  readonly marked: boolean
}

/** The part of a long line that holds the first caret, a third of the room before it; `…` where something is cut. */
function windowed(cells: readonly Shown[], room: number): readonly Shown[] {
  const total = (part: readonly Shown[]) => part.reduce((sum, cell) => sum + cell.columns, 0)
  if (total(cells) <= room) return cells
  const cut: Shown = { text: '…', columns: charColumns('…'), marked: false }
  const first = cells.findIndex((cell) => cell.marked)
  let from = first
  let before = 0
  while (from > 0 && before + (cells[from - 1] as Shown).columns <= room / 3) before += (cells[--from] as Shown).columns
  let to = from
  let width = from > 0 ? cut.columns : 0
  while (to < cells.length && width + (cells[to] as Shown).columns <= room - cut.columns)
    width += (cells[to++] as Shown).columns
  return [...(from > 0 ? [cut] : []), ...cells.slice(from, to), ...(to < cells.length ? [cut] : [])]
}

/** The file as seen from the working directory, where it lies below it. */
function relative(file: string, cwd: string | undefined): string {
  if (cwd === undefined || !file.startsWith(cwd)) return file
  const rest = file.slice(cwd.length)
  if (/[/\\]$/.test(cwd)) return rest
  return /^[/\\]/.test(rest) ? rest.slice(1) : file
}

function count(list: readonly Diagnostic[], locale: Locale): string {
  const parts: string[] = []
  for (const [severity, { one, many, counted }] of Object.entries(severities)) {
    const n = list.filter((diagnostic) => diagnostic.severity === severity).length
    if (n > 0) parts.push(locale === 'zh' ? `${n} ${counted}` : `${n} ${n === 1 ? one : many}`)
  }
  return parts.join(locale === 'zh' ? '，' : ', ')
}
