import { type Line, plainText, type Runs } from '../model/index.ts'
import type { OfficeProgram } from '../text/punctuation.ts'

const programs: readonly OfficeProgram[] = ['LibreOffice', 'Word']

/** Words with marks in or around them at which some programs end a line and others do not. */
const parted = /[!-~](?:[-/?&=.][!-~]|[（［｛〔《〈「『【“‘…—])|[、，。．：；！？）］｝〕》〉」』】〗”’％‰℃][!-~]/

/** Without one of these no word is there to be parted. */
const inWord = /[!-~]/

/** A word behind a mark that may not begin a line, with what LibreOffice keeps with it. */
const afterMark = /(?<=[、，。．：；！？）］｝〕》〉」』】〗”’])[!-~（）〔〕]+/g

/** Width of a wide letter or figure, em. */
const letterEm = 0.6

/**
 * How many lines a text needs at most in programs that break it themselves: each goes by its own rules within addresses
 * and codes, and a row must have room for all.
 * @param own the lines as the layout breaks them
 * @param roomEm width of a line, em
 * @param breakFor the lines as a program breaks them
 */
export function officeLines(
  content: readonly Runs[],
  own: readonly Line[],
  roomEm: number,
  breakFor: (program: OfficeProgram) => readonly Line[],
): number {
  const text = plainText(content)
  if (own.length <= content.length || !inWord.test(text) || !parted.test(text)) return own.length
  // LibreOffice takes mark and character before a word longer than a line to a line of their own.
  const thrown = [...text.matchAll(afterMark)].filter(([word]) => word.length * letterEm > roomEm).length
  return Math.max(own.length, ...programs.map((program) => breakFor(program).length + thrown))
}
