import type { SheetCell } from '../../model/index.ts'
import { element, escapeText } from '../../package/index.ts'

/** A defined name of the workbook: `refersTo` is a formula; `sheet` is the 0-based sheet of a name local to it. */
export interface DefinedName {
  readonly name: string
  readonly refersTo: string
  readonly sheet?: number
}

const LONGEST = 255

/**
 * The part of a defined name that says an id. Names hold letters, digits, `.` and `_`, and ignore case: every other
 * character and every capital becomes `_xHHHH_` (as Excel writes a character it cannot), so no two ids share a name.
 */
function ofId(id: string): string {
  return id.replace(/_(?=x[0-9a-f]{4}_)|[\u{10000}-\u{10FFFF}]|[^\p{Ll}\p{Lo}\p{Nd}._]/gu, (char) =>
    Array.from({ length: char.length }, (_, at) => `_x${char.charCodeAt(at).toString(16).padStart(4, '0')}_`).join(''),
  )
}

/** @throws Error when the name is longer than Excel's 255 characters */
function checked(name: string): string {
  if (name.length > LONGEST) throw new Error(`the defined name ${name} is longer than ${LONGEST} characters`)
  return name
}

/** `table_<id>`: where a table stands, header included. The prefix keeps an id from looking like a reference. */
export const tableName = (id: string): string => checked(`table_${ofId(id)}`)

/** `header_<id>`: the header rows of a table; a sheet's print titles can name only one table's. */
export const headerName = (id: string): string => checked(`header_${ofId(id)}`)

/** `tall_<row>`: the rows of the sheet, from this one (1-based) on, that together are one row of a table. */
export const tallName = (row: number): string => `tall_${row}`

/** `line_<id>`: a line of labels and places to write that is in no table; it may take several rows. */
export const lineName = (id: string): string => checked(`line_${ofId(id)}`)

const goingOn = { inParagraph: 'c', withNext: 'p' } as const

/**
 * `cell_<id>_<n>of<m>`: the n-th of m cells that together are one, cut by page breaks. It says the text again;
 * `<n>of<m>c` goes on with the paragraph of the piece before, `<n>of<m>p` with the next.
 */
export const pieceName = ({ id, piece: { n, of }, goesOn }: Pick<SheetCell, 'id' | 'piece' | 'goesOn'>): string =>
  checked(`cell_${ofId(id)}_${n}of${of}${n > 1 && goesOn !== undefined ? goingOn[goesOn] : ''}`)

/**
 * `<definedNames>` of a workbook.
 * @throws Error when two names are the same but for case
 */
export function definedNamesXml(names: readonly DefinedName[]): string {
  const seen = new Set<string>()
  const children = names.map(({ name, refersTo, sheet }) => {
    const key = `${sheet ?? ''} ${name.toLowerCase()}`
    if (seen.has(key)) throw new Error(`the name ${name} would be defined twice`)
    seen.add(key)
    return element('definedName', { name, localSheetId: sheet }, escapeText(refersTo))
  })
  return children.length === 0 ? '' : element('definedNames', {}, ...children)
}
