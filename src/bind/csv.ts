import { CsvError, parse } from 'csv-parse/sync'
import type { Diagnostics, Span } from '../diagnostics/index.ts'

/** One field of a CSV file: its text and its place in the decoded file. */
export interface CsvField {
  readonly text: string
  readonly at: Span
}

export interface CsvTable {
  readonly header: readonly CsvField[]
  /** Walked anew each time: rows are not held. */
  readonly rows: Iterable<readonly CsvField[]>
}

export interface Decoded {
  readonly text: string
  readonly encoding: 'UTF-8' | 'GB18030'
}

/** UTF-8 where it is valid UTF-8, else GB18030, which Chinese Excel saves; undefined where it is neither. */
export function decode(bytes: Uint8Array): Decoded | undefined {
  for (const encoding of ['UTF-8', 'GB18030'] as const) {
    try {
      return { encoding, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
    } catch {
      // The next encoding is tried; a TextDecoder says no more than that it is not this one.
    }
  }
  return undefined
}

interface Raw {
  readonly record: string[]
  readonly raw: string
}

/**
 * Reads a CSV file: a header row, then rows; lines that are empty are left out. csv-parse reads it (RFC 4180, quotes
 * and line breaks in fields; streams and tells raw records, from which places come).
 */
export function readCsv(file: string, text: string, report: Diagnostics): CsvTable | undefined {
  let records: Raw[]
  try {
    records = parse(text, { raw: true, relax_column_count: true, skip_empty_lines: true }) as unknown as Raw[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number((error as { lines?: number }).lines ?? 1)
    const start = lineStart(text, line)
    report.add('csv-syntax', { file, start, end: start + 1 }, { problem: error.code })
    return undefined
  }
  const fields: CsvField[][] = []
  let from = 0
  for (const { record, raw } of records) {
    const start = text.indexOf(raw, from)
    from = start + raw.length
    if (record.some((field) => field.trim() !== '')) fields.push(placed(file, record, raw, start))
  }
  const [header, ...rows] = fields
  if (header) return { header, rows }
  report.add('csv-syntax', { file, start: 0, end: 1 }, { problem: 'empty' })
  return undefined
}

function lineStart(text: string, line: number): number {
  let at = 0
  for (let n = 1; n < line; n++) at = text.indexOf('\n', at) + 1
  return at
}

/** The fields of a record with their places: a comma inside quotes parts nothing. */
function placed(file: string, record: readonly string[], raw: string, start: number): CsvField[] {
  const edges = [0]
  let quoted = false
  for (let at = 0; at < raw.length; at++) {
    if (raw[at] === '"') quoted = !quoted
    else if (raw[at] === ',' && !quoted) edges.push(at + 1)
  }
  edges.push(raw.length + 1)
  return record.map((text, n) => {
    const [from = 0, to = 0] = [edges[n], edges[n + 1]]
    const source = raw.slice(from, to - 1)
    const lead = source.length - source.trimStart().length
    const begin = start + from + lead
    return { text, at: { file, start: begin, end: Math.max(begin + source.trim().length, begin + 1) } }
  })
}
