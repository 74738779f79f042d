import { parse } from 'csv-parse/sync'
import type { Surroundings } from './entries.ts'

/** What the caller can read; paths are the caller's own. Both readers throw where they cannot. */
interface Reader {
  read(path: string): string
  bytes(path: string): Uint8Array
  exists(path: string): boolean
}

export interface Places {
  /** The path of a file that the data name. */
  attached(name: string): string
  /** The path of a code list. */
  codeList(name: string): string
}

/**
 * Files beside the data, the code lists, and the fonts' coverage. Texts that messages may point into go to `sources`;
 * `limits`: of the formats that are to be made.
 */
export function surroundings(
  files: Reader,
  places: Places,
  missing: (text: string) => readonly string[],
  sources: Map<string, string>,
  limits: Surroundings['limits'] = [],
): Surroundings {
  const lists = new Map<string, ReadonlyMap<string, string> | undefined>()
  return {
    limits,
    missing,
    exists: (name) => files.exists(places.attached(name)),
    bytes: (name) => attempt(() => files.bytes(places.attached(name))),
    source: (name, text) => {
      sources.set(places.attached(name), text)
      return places.attached(name)
    },
    textOf: (name) => sources.get(name) ?? '',
    codeList: (name) => {
      if (!lists.has(name))
        lists.set(
          name,
          attempt(() => readCodeList(files.read(places.codeList(name)))),
        )
      return lists.get(name)
    },
  }
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** A CSV of `code,name`, by name. Of names that stand at several levels the most detailed code is kept. */
function readCodeList(text: string): ReadonlyMap<string, string> {
  const rows = parse(text, { columns: true, bom: true }) as { code: string; name: string }[]
  return new Map(rows.map(({ code, name }) => [name, code]))
}
