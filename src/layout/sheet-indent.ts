import { type PlacedCell, plainText, type Runs, type SheetCell, sheetIndent } from '../model/index.ts'

const space = '\u3000'

/** More than this of a step does not count: a text must not need a line more than on the page. */
const over = 0.2

/**
 * How a worksheet sets a text in by a length, pt: it knows whole steps and only for all lines alike; what these leave
 * stands as spaces in front of the first line.
 * @param size of the text, pt
 * @param rest how far the lines after the first stand in, where that is less, pt
 */
export function setIn(
  content: readonly Runs[],
  length: number,
  size: number,
  rest = length,
): Pick<SheetCell, 'content' | 'indent'> | undefined {
  const indent = Math.floor(Math.min(length, rest) / sheetIndent + over) * sheetIndent
  if (indent === 0 && rest >= length) return undefined
  const spaces = space.repeat(Math.max(0, Math.floor((length - indent) / size + 0.01)))
  const [first = [], ...others] = content
  const set = [spaces === '' ? first : [{ text: spaces }, ...first], ...others]
  return indent === 0 ? { content: set } : { indent, content: set }
}

/** A label that is set in and takes more lines than one: the sheet sets it in by itself, in place of its own spaces. */
export function hangingIn({ cell, lines, piece, says }: PlacedCell): Partial<SheetCell> {
  const { hanging, content } = cell
  if (hanging === undefined || lines.length < 2 || piece.of > 1 || says !== undefined) return {}
  const [[first, ...runs] = [], ...paragraphs] = content
  const { length } = /^\u3000*/.exec(plainText(content))?.[0] ?? ''
  if (first === undefined || first.text.length < length) return {}
  const text = first.text.slice(length)
  const clean = [text === '' ? runs : [{ ...first, text }, ...runs], ...paragraphs]
  return setIn(clean, hanging, hanging / length) ?? {}
}
