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

/** Characters parsed at a time: a file of any length needs no more memory than its text and this. */
const chunkSize = 1 << 16

/**
 * Reads a CSV file: a header row, then rows; lines that are empty are left out. csv-parse reads the records (RFC 4180,
 * quotes and line breaks in fields), a stretch of the file at a time, anew for each walk.
 */
export function readCsv(file: string, text: string, report: Diagnostics): CsvTable | undefined {
  const rows = records(file, text, report)
  const { value: header } = rows.next()
  if (!header) {
    if (!report.failed) report.add('csv-syntax', { file, start: 0, end: 1 }, { problem: 'empty' })
    return undefined
  }
  const body = { [Symbol.iterator]: () => afterFirst(records(file, text, report)) }
  return { header, rows: body }
}

function* afterFirst<T>(all: Generator<T>): Generator<T> {
  all.next()
  yield* all
}

function* records(file: string, text: string, report: Diagnostics): Generator<CsvField[], void> {
  for (let from = 0; from < text.length; ) {
    const to = chunkEnd(text, from)
    let at = from
    for (const { record, raw } of parsed(file, text, from, to, report)) {
      const start = text.indexOf(raw, at)
      at = start + raw.length
      if (record.some((field) => field.trim() !== '')) yield placed(file, record, raw, start)
    }
    from = to
  }
}

/** The end of the line that the chunk's last character stands in; a line break inside quotes ends none. */
function chunkEnd(text: string, from: number): number {
  let quoted = false
  for (let at = from; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (character === 34) quoted = !quoted
    else if (character === 10 && !quoted && at - from >= chunkSize) return at + 1
  }
  return text.length
}

function parsed(file: string, text: string, from: number, to: number, report: Diagnostics): Raw[] {
  try {
    const options = { raw: true, relax_column_count: true, skip_empty_lines: true }
    return parse(text.slice(from, to), options) as unknown as Raw[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const start = lineStart(text, from, Number((error as { lines?: number }).lines ?? 1))
    report.add('csv-syntax', { file, start, end: start + 1 }, { problem: error.code })
    return []
  }
}

function lineStart(text: string, from: number, line: number): number {
  let at = from
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
