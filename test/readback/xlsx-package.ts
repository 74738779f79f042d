import { XMLParser } from 'fast-xml-parser'
import { unzipSync } from 'fflate'
import type { MarkedRun } from './outline.ts'
import { type FormatCodes, formatCode, shownNumber } from './xlsx-figures.ts'

/** 0-based and inclusive. */
export interface Range {
  row: number
  column: number
  toRow: number
  toColumn: number
}

export interface RawCell {
  row: number
  column: number
  /** Runs of all paragraphs, which part at `\n`; none where the cell is empty. */
  runs: MarkedRun[]
}

export interface RawSheet {
  name: string
  rows: RawCell[][]
  merges: Range[]
}

export interface RawName {
  name: string
  /** Index of the sheet the range lies on. */
  sheet: number
  range: Range
}

export interface RawBook {
  title: string
  lang: string
  sheets: RawSheet[]
  names: RawName[]
}

/** The file says something no workbook may say. */
export class XlsxFault extends Error {}

type Node = Record<string, unknown>
const LISTS = new Set([
  'sheet',
  'definedName',
  'Relationship',
  'row',
  'c',
  'r',
  'mergeCell',
  'col',
  'si',
  'xf',
  'numFmt',
  'font',
  'brk',
])
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  trimValues: false,
  htmlEntities: true,
  isArray: (name) => LISTS.has(name),
})

const node = (value: unknown): Node => (typeof value === 'object' && value !== null ? (value as Node) : {})
const list = (value: unknown): Node[] => (Array.isArray(value) ? value.map(node) : [])
const text = (value: unknown): string =>
  typeof value === 'object' && value !== null ? text(node(value)['#text']) : String(value ?? '')
const has = (parent: Node, child: string): boolean => child in parent && node(parent[child])['@val'] !== '0'

function number(value: unknown, what: string): number {
  const parsed = Number(value)
  if (value === undefined || value === '' || !Number.isFinite(parsed))
    throw new XlsxFault(`${what} is ${String(value)}`)
  return parsed
}

/** `$A$1:$B$2`, `A1`, or whole rows `$1:$2`, which reach to Excel's last column. */
function range(reference: string): Range {
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(reference)
  if (rows) return { row: Number(rows[1]) - 1, column: 0, toRow: Number(rows[2]) - 1, toColumn: 16_383 }
  const parts = /^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/.exec(reference)
  if (!parts) throw new XlsxFault(`${reference} is no range`)
  const column = columnOf(parts[1] as string)
  const row = Number(parts[2]) - 1
  const toColumn = parts[3] === undefined ? column : columnOf(parts[3])
  const toRow = parts[4] === undefined ? row : Number(parts[4]) - 1
  if (row < 0 || toRow < row || toColumn < column) throw new XlsxFault(`${reference} is upside down`)
  return { row, column, toRow, toColumn }
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** In a text of SpreadsheetML `_x000D_` stands for the character. */
const unspelled = (spelled: string): string =>
  spelled.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))

/** @throws XlsxFault where the package is no workbook or says what a workbook may not */
export function readPackage(bytes: Uint8Array): RawBook {
  const files = unzipSync(bytes)
  const part = (name: string): Node => {
    const file = files[name]
    if (file === undefined) throw new XlsxFault(`there is no ${name}`)
    return parser.parse(new TextDecoder().decode(file)) as Node
  }
  const workbook = node(part('xl/workbook.xml').workbook)
  const targets = new Map(
    list(node(part('xl/_rels/workbook.xml.rels').Relationships).Relationship).map((r) => [
      r['@Id'],
      String(r['@Target']),
    ]),
  )
  const styles = readStyles(node(part('xl/styles.xml').styleSheet))
  const strings = 'xl/sharedStrings.xml' in files ? list(node(part('xl/sharedStrings.xml').sst).si) : []
  const sheets = list(node(workbook.sheets).sheet).map((sheet) => {
    const path = `xl/${String(targets.get(sheet['@r:id'])).replace(/^\/xl\//, '')}`
    return readSheet(String(sheet['@name']), node(part(path).worksheet), styles, strings)
  })
  const core = node(part('docProps/core.xml')['cp:coreProperties'])
  const names = readNames(list(node(workbook.definedNames).definedName), sheets)
  return { title: text(core['dc:title']), lang: text(core['dc:language']), sheets, names }
}

function readNames(nodes: Node[], sheets: RawSheet[]): RawName[] {
  const seen = new Set<string>()
  return nodes.map((each) => {
    const name = String(each['@name'])
    const key = `${String(each['@localSheetId'] ?? '')} ${name.toLowerCase()}`
    if (seen.has(key)) throw new XlsxFault(`the name ${name} is defined twice`)
    seen.add(key)
    if (name.length > 255 || !/^[\p{L}_][\p{L}\p{N}._]*$/u.test(name))
      throw new XlsxFault(`${name} is not a valid name`)
    const target = /^'((?:[^']|'')+)'!(.+)$/.exec(text(each))
    const sheet = sheets.findIndex((other) => other.name === target?.[1]?.replaceAll("''", "'"))
    if (!target || sheet < 0) throw new XlsxFault(`${name} refers to ${text(each)}`)
    if (each['@localSheetId'] !== undefined && Number(each['@localSheetId']) !== sheet)
      throw new XlsxFault(`${name} is local to one sheet and refers to another`)
    return { name, sheet, range: range(target[2] as string) }
  })
}

interface Look {
  bold: boolean
  /** Number format in the notation of spreadsheets. */
  format: string
  /** Steps by which the cell sets its text in. */
  indent: number
}

function readStyles(styles: Node): Look[] {
  const fonts = list(node(styles.fonts).font)
  const formats: FormatCodes = new Map(
    list(node(styles.numFmts).numFmt).map((each) => [Number(each['@numFmtId']), String(each['@formatCode'])]),
  )
  return list(node(styles.cellXfs).xf).map((xf) => ({
    bold: has(fonts[Number(xf['@fontId'])] ?? {}, 'b'),
    format: formatCode(Number(xf['@numFmtId'] ?? 0), formats),
    indent: Number(node(xf.alignment)['@indent'] ?? 0),
  }))
}

function readSheet(name: string, sheet: Node, styles: Look[], strings: Node[]): RawSheet {
  for (const { '@width': width } of list(node(sheet.cols).col)) number(width, `${name}: a column's width`)
  for (const { '@id': id } of list(node(sheet.rowBreaks).brk)) number(id, `${name}: a page break`)
  let before = -1
  const rows = list(node(sheet.sheetData).row).map((row) => {
    const at = number(row['@r'], `${name}: a row's number`) - 1
    if (at <= before) throw new XlsxFault(`${name}: row ${at + 1} stands after row ${before + 1}`)
    before = at
    if (row['@ht'] !== undefined) number(row['@ht'], `${name}: the height of row ${at + 1}`)
    let column = -1
    return list(row.c).map((c) => {
      const place = range(String(c['@r']))
      if (place.row !== at || place.column <= column)
        throw new XlsxFault(`${name}: ${String(c['@r'])} is out of its place`)
      column = place.column
      const look = styles[Number(c['@s'] ?? 0)]
      if (look === undefined)
        throw new XlsxFault(`${name}: ${String(c['@r'])} has style ${String(c['@s'])}, which is not there`)
      return { row: at, column, runs: readValue(c, `${name}!${String(c['@r'])}`, look, strings) }
    })
  })
  const merges = list(node(sheet.mergeCells).mergeCell).map((merge) => range(String(merge['@ref'])))
  return { name, rows, merges }
}

function readValue(c: Node, where: string, look: Look, strings: Node[]): MarkedRun[] {
  if (c['@t'] === 'inlineStr') return behindIndent(readString(node(c.is), look), look)
  if (!('v' in c)) return []
  const value = text(c.v)
  if (c['@t'] === 's') return readString(strings[number(value, where)] ?? {}, look)
  if (c['@t'] === undefined || c['@t'] === 'n') return [{ text: shownAt(value, look.format, where) }]
  if (c['@t'] === 'e') throw new XlsxFault(`${where} holds the error ${value}`)
  return [{ text: value }]
}

/** Spaces that complete an indent are none of the text. */
function behindIndent([first, ...rest]: MarkedRun[], { indent }: Look): MarkedRun[] {
  if (first === undefined || indent === 0) return first === undefined ? [] : [first, ...rest]
  const text = first.text.replace(/^\u3000+/, '')
  return text === '' ? rest : [{ ...first, text }, ...rest]
}

function shownAt(value: string, format: string, where: string): string {
  try {
    return shownNumber(value, format)
  } catch (cause) {
    throw new XlsxFault(`${where}: ${(cause as Error).message}`, { cause })
  }
}

/** A run as bold as its cell is not strong: the cell's whole text is set so. */
function readString(string: Node, look: Look): MarkedRun[] {
  if ('t' in string) return [{ text: unspelled(text(string.t)) }]
  return list(string.r).map((r) => {
    const font = node(r.rPr)
    const script = node(font.vertAlign)['@val']
    const run: MarkedRun = { text: unspelled(text(r.t)) }
    if (script === 'superscript') run.mark = 'sup'
    if (script === 'subscript') run.mark = 'sub'
    if (has(font, 'b') && !look.bold) run.strong = true
    return run
  })
}
