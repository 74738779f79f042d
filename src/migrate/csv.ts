import { type Column, withoutNotes } from '../model/index.ts'
import { columnAt, type InRow, mostRows, type Sides, targetRow } from './blocks.ts'
import { type Handed, handedOver } from './computed.ts'
import type { CsvField, CsvList, Origin } from './migration.ts'
import type { LossCode, Walk } from './walk.ts'

/** A CSV file written anew. */
export interface CsvText {
  readonly text: string
  readonly origins: readonly Origin[]
}

/** One column of the file. */
interface Carrier {
  /** Path within the block in the other edition; absent: it has no header, or stays behind. */
  readonly target?: string
  readonly dropped: boolean
  carry(field: CsvField, row: number): string | undefined
}

/**
 * The CSV of a list for the other edition: its columns in their order, without those that have no place. A header stays
 * as it was where the other edition understands it alike; else ids become the other ids, and labels the other labels.
 * Undefined where the file can stay as it is.
 */
export function csvText(list: CsvList, sides: Sides, walk: Walk): CsvText | undefined {
  const carriers = list.header.map(({ path }) => carrierOf(path, sides, walk))
  const names = list.header.map(({ text }) => text)
  const understood = walk.migration.headers(names, sides.target)
  const headers = carriers.map(({ target }, n) => {
    const name = names[n] ?? ''
    if (target === undefined || understood[n] === target) return name
    return name.trim() === list.header[n]?.path ? target : headerOf(target, sides, walk)
  })
  const limit = mostRows(sides.to)
  let same = carriers.every(({ dropped }, n) => !dropped && headers[n] === names[n]) && list.records.length <= limit
  const rows = list.records.slice(0, limit).map((record, row) =>
    record.map((field, n) => {
      const carrier = carriers[n]
      const text = field.text.trim() === '' || !carrier ? field.text : (carrier.carry(field, row) ?? '')
      same &&= text === field.text
      return { text, at: field.at }
    }),
  )
  for (const record of list.records.slice(limit))
    for (const [n, { text, at }] of record.entries()) {
      const path = [sides.path, list.header[n]?.path].filter((each) => each !== undefined).join('.')
      const words = { limit: String(limit), block: sides.path }
      if (text.trim() !== '') walk.ledger.add('migrate-too-many', path, at, text.trim(), words)
    }
  const handed = handedOver(sides, { from: { of: 'list' }, to: { of: 'list' } }, walk)
  const added = handed.filter(({ from }) => !list.header.some(({ path }) => path === from))
  const byId = list.header.every(({ text, path }) => path === undefined || text.trim() === path)
  const kept = carriers.flatMap(({ dropped }, n) => (dropped ? [] : [n]))
  if (same && added.length === 0) return undefined
  const computed = rows.map((row, n) => added.map((each) => handedField(each, row, n, sides, walk)))
  return written(
    [...kept, ...added.map((_, n) => headers.length + n)],
    [...headers, ...added.map(({ to }) => (byId ? to : headerOf(to, sides, walk)))],
    rows.map((row, n) => [...padded(row, headers.length), ...(computed[n] ?? [])]),
  )
}

/** The label by which the other edition knows a column, its spanners' before it where it needs them; else the path. */
function headerOf(target: string, { target: block }: Sides, { migration }: Walk): string {
  const { labels } = migration.to
  const ids = target.split('.')
  const chain = ids.flatMap((_, n) => {
    const printed = labels.get([block, ...ids.slice(0, n + 1)].join('.'))
    return printed ? [withoutNotes(printed)] : []
  })
  const names = chain.map((_, n) => chain.slice(chain.length - 1 - n).join('·'))
  return names.find((name) => migration.headers([name], block)[0] === target) ?? target
}

/** A figure that the source edition works out; its place is the end of the record. */
function handedField(
  { from, cells }: Handed,
  row: readonly (CsvField | undefined)[],
  number: number,
  sides: Sides,
  walk: Walk,
): CsvField | undefined {
  const figure = walk.migration.computed.rows(sides.path)[number]?.get(from)
  const [source, wanted, last] = [cells[0].places.get(''), cells[1].places.get(''), row.at(-1)?.at]
  if (figure === undefined || !source || !wanted || !last) return undefined
  const at = { ...last, start: last.end, end: last.end + 1 }
  const text = walk.text(figure, at, [source, wanted], `${sides.path}.${from}`)
  return text === undefined ? undefined : { text, at }
}

const padded = (row: readonly CsvField[], length: number): (CsvField | undefined)[] =>
  Array.from({ length }, (_, n) => row[n])

function written(
  kept: readonly number[],
  headers: readonly string[],
  rows: readonly (readonly (CsvField | undefined)[])[],
): CsvText {
  const origins: Origin[] = []
  let text = `${kept.map((n) => quoted(headers[n] ?? '')).join(',')}\n`
  for (const row of rows) {
    for (const [index, n] of kept.entries()) {
      const field = row[n]
      const start = text.length + (index > 0 ? 1 : 0)
      text += (index > 0 ? ',' : '') + quoted(field?.text ?? '')
      if (field && field.text.trim() !== '') origins.push({ start, end: text.length, at: field.at })
    }
    text += '\n'
  }
  return { text, origins }
}

function carrierOf(path: string | undefined, sides: Sides, walk: Walk): Carrier {
  if (path === undefined) return { dropped: false, carry: ({ text }) => text }
  const lost = (code: LossCode): Carrier => ({
    dropped: true,
    carry: ({ text, at }) => void walk.ledger.add(code, `${sides.path}.${path}`, at, text.trim()),
  })
  const { column, rest } = named(path, sides)
  const target = column && walk.pairs.get(column.path)
  const other = target === undefined ? undefined : columnAt(sides.to, target)
  if (!column || target === undefined) return lost('migrate-no-place')
  if (!other) return lost('migrate-shape')
  const within = target.slice(sides.target.length + 1)
  if (column.kind === 'seq') return { target: within, dropped: false, carry: ({ text }) => text }
  if (column.kind === 'more')
    return other.kind === 'more' ? asItIs(`${within}.${rest}`, walk) : lost('migrate-no-place')
  const row: InRow = { from: { of: 'list' }, to: { of: 'list' } }
  const [from, to] = walk.blocks.cells(sides, [column, other], row)
  const [before, after] = [from.places.get(rest), to.places.get(rest)]
  if (to.places.size === 0) return lost('migrate-closed')
  if (!before || !after) return lost('migrate-shape')
  return {
    target: rest === '' ? within : `${within}.${rest}`,
    dropped: false,
    carry: (field, number) => {
      const text = walk.text(field.text, field.at, [before, after], `${sides.path}.${path}`)
      if (to.computed && text !== undefined)
        walk.stated.push({ at: field.at, path: `${targetRow(sides.target, { ...row, number })}.${within}`, text })
      return text
    },
  }
}

const asItIs = (target: string, walk: Walk): Carrier => ({
  target,
  dropped: false,
  carry: ({ text }) => {
    walk.ledger.carried++
    return text
  },
})

/** The column that a path names, and what of it: the id of a place to write, or of a column that the filler added. */
function named(path: string, sides: Sides): { readonly column?: Column; readonly rest: string } {
  const whole = columnAt(sides.from, `${sides.path}.${path}`)
  if (whole) return { column: whole, rest: '' }
  const dot = path.lastIndexOf('.')
  const column = dot < 0 ? undefined : columnAt(sides.from, `${sides.path}.${path.slice(0, dot)}`)
  return { ...(column ? { column } : {}), rest: path.slice(dot + 1) }
}

/** A field of a CSV (RFC 4180). */
const quoted = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
