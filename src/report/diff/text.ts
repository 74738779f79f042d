import { charColumns, columns, visible } from '../../diagnostics/columns.ts'
import type { Impact } from '../../model/index.ts'
import type { DiffLine, DiffView, Said } from './view.ts'

/** A name longer than this is cut in the middle of the line, in terminal columns. */
const longestName = 36

/** One of several names in a row. */
const nameInList = /(?:(?!、|, ).)+/gu

const colours: Readonly<Record<Impact, string>> = {
  'breaks-data': '1;31',
  'extends-data': '32',
  'changes-rules': '35',
  wording: '36',
  layout: '2',
}

/**
 * A comparison for the terminal: a line for each change, by table. Words that went and came are coloured, or without
 * colours written `[-went-]` and `{+came+}`.
 */
export function diffText(view: DiffView, colour: boolean): string {
  const paint = (sgr: string, text: string) => (colour && text !== '' ? `\u001b[${sgr}m${text}\u001b[0m` : text)
  const { heading, counts, groups, nothing, likely, likelyHeading } = view
  const lines = [paint('1', heading)]
  lines.push(counts.map(({ impact, name, count }) => paint(colours[impact], `${name} ${count}`)).join(' · ') || nothing)
  const width = Math.max(0, ...counts.map(({ name }) => columns(name)))
  for (const { title, changes } of groups) {
    lines.push('', paint('1', title))
    for (const line of changes) lines.push(changeLine(line, width, paint))
  }
  if (likely.length > 0) lines.push('', paint('1', likelyHeading), ...likely.map((each) => `  ${each}`))
  return lines.map((line) => `${line.trimEnd()}\n`).join('')
}

type Paint = (sgr: string, text: string) => string

function changeLine(
  { change, impact, impactName, where, phrase, said, check }: DiffLine,
  width: number,
  paint: Paint,
): string {
  const name = paint(colours[impact], impactName) + ' '.repeat(width - columns(impactName))
  // Where several places are named together, each is cut for itself.
  const place = where.map((each) => each.replace(nameInList, shortened)).join(' › ')
  // What is not words is one value and another: nothing is marked in it.
  const signs = change.words !== undefined
  const words = said.map((each) => marked(each, paint, signs)).join('')
  const what = [place, phrase, words].filter((each) => each !== '').join(': ')
  return `  ${name}  ${what}  ${paint('2', `[${check}]`)}`
}

function marked({ kind, text }: Said, paint: Paint, signs: boolean): string {
  const shown = visible(text)
  if (kind === 'same') return shown
  const painted = paint(kind === 'removed' ? '31' : '32', shown)
  if (painted !== shown || !signs) return painted
  return kind === 'removed' ? `[-${shown}-]` : `{+${shown}+}`
}

function shortened(name: string): string {
  if (columns(name) <= longestName) return name
  let shown = ''
  for (const character of name) {
    if (columns(shown) + charColumns(character) >= longestName) break
    shown += character
  }
  return `${shown}…`
}
