import { charColumns, columns, visible } from '../diagnostics/columns.ts'
import type { Run, Runs } from '../model/index.ts'

/** Never at a line's start: closing marks (GB/T 15834 §5.1), and what opens a mark of ours, `m^3^` or a note's `[1]`. */
const notFirst = new Set('、，。．：；！？）］｝〕》〉」』】”’％‰℃·,.;:!?)]}%[^~')
const notLast = new Set('（［｛〔《〈「『【“‘([{')
const twoEm = new Set('—…')

/** The characters that Unicode has raised and lowered, U+00B2 ff. and U+2070 ff. */
const scripts = {
  sup: pairs('0123456789+-ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿⁱ'),
  sub: pairs('0123456789+-aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'),
} as const

function pairs(plain: string, set: string): ReadonlyMap<string, string> {
  const characters = [...set]
  return new Map([...plain].map((character, at) => [character, characters[at] as string]))
}

/**
 * A paragraph as plain text with its marks readable: m³, SO₂, a note's mark `[1]`; what Unicode has not raised or lowered
 * as it is written, `x^abc^`. What is strong is not marked: most of what reads this are names.
 */
export const readable = (runs: Runs): string => runs.map(shown).join('')

/** The same with `**strong**`, for where nothing but the stress tells two texts apart. */
export const stressed = (runs: Runs): string =>
  runs
    .map((run, at) => {
      const [begins, ends] = [at - 1, at + 1].map((other) => run.strong && !runs[other]?.strong)
      return (begins ? '**' : '') + shown(run) + (ends ? '**' : '')
    })
    .join('')

function shown({ text, mark, note }: Run): string {
  const words = visible(text).replaceAll('\t', ' ')
  if (note !== undefined && !/^[\p{L}\p{Nd}]/u.test(words)) return words
  return mark === undefined ? words : raisedOrLowered(words, mark)
}

function raisedOrLowered(text: string, mark: 'sup' | 'sub'): string {
  const sign = mark === 'sup' ? '^' : '~'
  const set = [...text].map((character) => scripts[mark].get(character))
  return set.includes(undefined) ? sign + text + sign : set.join('')
}

/** The stretches that a line break does not part. */
export function pieces(text: string): string[] {
  const result: string[] = []
  let last = ''
  for (const character of text) {
    const first = result.length === 0
    if (!first && joined(last, character)) result[result.length - 1] += character
    else result.push(character)
    last = character
  }
  return result
}

function joined(a: string, b: string): boolean {
  if (b === ' ' || b === '\u3000' || notFirst.has(b) || notLast.has(a) || charColumns(b) === 0) return true
  if (a === ' ' || a === '\u3000') return false
  if (a === b && twoEm.has(a)) return true
  return charColumns(a) === 1 && charColumns(b) === 1 && !twoEm.has(a) && !twoEm.has(b)
}

/** Breaks a text into lines of at most `width` columns. An empty text has no line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  const flush = () => {
    if (line.trimEnd() !== '') lines.push(line.trimEnd())
    line = ''
  }
  for (const piece of pieces(text)) {
    if (columns(line + piece.trimEnd()) <= width) {
      line += piece
      continue
    }
    flush()
    for (const character of piece) {
      if (columns(line + character) > width) flush()
      line += character
    }
  }
  flush()
  return lines
}

/** The text with spaces around it, in `width` columns. */
export function aligned(text: string, width: number, align: 'left' | 'center' | 'right' | 'justify'): string {
  const room = Math.max(0, width - columns(text))
  const before = align === 'right' ? room : align === 'center' ? Math.floor(room / 2) : 0
  return ' '.repeat(before) + text + ' '.repeat(room - before)
}
