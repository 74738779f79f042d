import { basename, dirname, extname, join, relative } from 'node:path'
import { bind, csvHeaders, readHead, readListFile, surroundings } from './bind/index.ts'
import { type Diagnostic, Diagnostics, type Span } from './diagnostics/index.ts'
import { beside, type Files, isPath } from './editions.ts'
import {
  type Change,
  computedOf,
  figureAt,
  isJson,
  type Migrated,
  type Migration,
  migrate,
  type Omission,
  type Origins,
  originsOf,
  placeKey,
  type Stated,
  told,
} from './migrate/index.ts'
import { counterparts, type FilledForm, type Form, isSameForm } from './model/index.ts'
import { load, type Outcome, readFile, tellEdition } from './pipeline.ts'
import { readSource } from './yaml/index.ts'

/*
 *   data ─ bind (source edition) ─ migrate ─▶ data of the other edition ─ bind (other edition)
 *                                     ▲                                      │
 *                                     └──── what it refuses or works out ────┘
 *
 * The other edition's own rules judge each value: what it refuses is left behind and told.
 */

export interface MigrateRequest {
  readonly files: Files
  /** Folder of the definitions. */
  readonly definitions: string
  /** Path of the data file. */
  readonly data: string
  /** Year of an edition, or the path of a definition. */
  readonly to: number | string
  /** The same of the data, where it is not the edition of their year. */
  readonly from?: number | string
  /** Path of the file to write, as JSON where its name ends so; default: the data's name with the year, beside it. */
  readonly out?: string
}

export interface MigrateOutcome extends Outcome {
  /** First years of the two editions. */
  readonly editions?: { readonly from: number; readonly to: number }
  /** The years that the data and the result say. */
  readonly years?: { readonly from: number; readonly to: number }
  /** What to write, the data file first; empty where anything failed. */
  readonly outputs: readonly { readonly path: string; readonly text: string }[]
  /** Every single value that a person should look at; the diagnostics tell them by column. */
  readonly changes: readonly Change[]
  readonly carried: number
  readonly converted: number
  /** Answers that came over by the id of an option whose words are others now. */
  readonly relabelled: number
  /** Stated figures that are left for the program to work out again. */
  readonly recomputed: number
}

const nothing = { outputs: [], changes: [], carried: 0, converted: 0, relabelled: 0, recomputed: 0 } as const

/** Carries a data file to another edition. Nothing is written, and the source is never changed. */
export function migrateData(request: MigrateRequest): MigrateOutcome {
  const report = new Diagnostics()
  const sources = new Map<string, string>()
  const ready = prepare(request, report, sources)
  if (!ready || report.failed) return { diagnostics: report.list, sources, ...nothing }
  const { migrated, list, recomputed } = new Settling(request, ready, sources).settled()
  const { from, to, out } = ready
  const years = { from: ready.said, to: ready.year }
  const found = judged(migrated, list, ready)
  const changes = [...migrated.changes, ...found.changes]
  for (const { code, at, words } of [...told(changes, { ...ready, sources }), ...found.rest])
    report.add(code, at, words)
  const csv = [...migrated.files].map(([name, text]) => ({ path: join(dirname(out), name), text }))
  sources.set(out, migrated.text)
  for (const { path, text } of csv) sources.set(path, text)
  return {
    diagnostics: report.list,
    sources,
    editions: { from: from.definition.edition, to: to.definition.edition },
    years,
    outputs: report.failed ? [] : [{ path: out, text: migrated.text }, ...csv.map(forExcel)],
    changes,
    carried: migrated.carried,
    converted: migrated.converted,
    relabelled: migrated.relabelled,
    recomputed,
  }
}

/** Excel takes a CSV for UTF-8 only where it begins with the byte order mark. */
const forExcel = ({ path, text }: { path: string; text: string }) => ({ path, text: `\ufeff${text}` })

interface Ready {
  readonly source: string
  readonly from: Form
  readonly to: Form
  readonly filled: FilledForm
  /** What the source's own edition finds in it. */
  readonly found: readonly Diagnostic[]
  /** The year that the data say, and the one that the result says. */
  readonly said: number
  readonly year: number
  readonly named: string
  readonly out: string
}

/** Reads both editions and the data; data with errors go nowhere. */
function prepare(request: MigrateRequest, report: Diagnostics, sources: Map<string, string>): Ready | undefined {
  const { files, definitions, data } = request
  const source = readFile(files, data, report)
  if (source === undefined) return undefined
  sources.set(data, source)
  const root = readSource(data, source, report)
  const head = root && !report.failed ? readHead(data, root, report) : undefined
  if (head?.year === undefined || report.failed) return undefined
  const reported = head.year
  const own = isPath(head.form) ? beside(data, head.form) : head.form
  const edition = (wanted: number | string | undefined, form: string) => ({
    files,
    definitions,
    form: typeof wanted === 'string' ? wanted : form,
    ...(typeof wanted === 'number' ? { year: wanted } : wanted === undefined ? { year: reported } : {}),
  })
  // A definition that is named holds for the data's year, too, unless it is a later one, or an earlier one to go back to.
  const loaded = (wanted: number | string | undefined, form = own, than?: Form) => {
    const one = load(edition(wanted, form), () => [], report, sources)
    if (typeof wanted !== 'string' || !one.form || one.year >= reported) return one
    if (than && one.form.definition.edition < than.definition.edition) return one
    return load({ ...edition(wanted, form), year: reported }, () => [], report, sources)
  }
  const { form: from } = loaded(request.from)
  // The file that the data name has no editions before its own: these stand among the definitions.
  const earlier = typeof request.to === 'number' && from !== undefined && request.to < from.definition.edition
  const target = isPath(head.form) && earlier ? from.definition.form : own
  const { form: to, year } = loaded(request.to, target, from)
  if (from && to && !isSameForm(from.definition, to.definition)) {
    const { form, says } = to.definition
    report.add('other-form', says.form, { form: from.definition.form, name: form })
  }
  if (!from || !to || report.failed) return undefined
  if (typeof request.to === 'number') tellEdition(to.definition, year, report)
  const found = new Diagnostics()
  const filled = bind(from, head.values, around(files, definitions, dirname(data), sources), found)
  // What is not filled in yet is no mistake in what is: a migration may have left it open itself.
  for (const { code, at, words, severity } of found.list)
    if (severity === 'error' && code !== 'missing-value') report.add(code, at, words)
  const name = `${basename(data, extname(data))}-${year}`
  const out = request.out ?? join(dirname(data), `${name}${isJson(data) ? extname(data) : '.yaml'}`)
  const path = typeof request.to === 'string' ? request.to : isPath(target) ? target : undefined
  const named = path === undefined ? to.definition.form : relative(dirname(out), path).replaceAll('\\', '/')
  return { source, from, to, filled, found: found.list, said: reported, year, named, out }
}

function around(files: Files, definitions: string, dir: string, sources: Map<string, string>) {
  const places = {
    attached: (name: string) => join(dir, name),
    codeList: (name: string) => join(definitions, 'code-lists', `${name}.csv`),
  }
  return surroundings(files, places, () => [], sources)
}

/** Migrates again until the other edition takes all that comes over. */
class Settling {
  readonly #request: MigrateRequest
  readonly #ready: Ready
  readonly #migration: Omit<Migration, 'omit'>
  readonly #omit = new Map<string, Omission>()
  /** Places of figures that the source edition works out as stated, and the other one otherwise. */
  readonly #outdated = new Set<string>()
  #agreeing: ReadonlySet<string> | undefined

  constructor(request: MigrateRequest, ready: Ready, sources: Map<string, string>) {
    this.#request = request
    this.#ready = ready
    const { files, definitions, data } = request
    const { from, to, source, filled, said, year, named, out } = ready
    const beside = around(files, definitions, dirname(data), sources)
    this.#migration = {
      from,
      to,
      source,
      year,
      named,
      toJson: isJson(out),
      file: data,
      signAgain: said !== year || from.definition.edition !== to.definition.edition,
      computed: computedOf(filled),
      csv: (name, block) => readListFile(filled, block, name, beside),
      headers: (names, block) => csvHeaders(to, block, names),
      relocated: (name) => relative(dirname(out), join(dirname(data), name)).replaceAll('\\', '/'),
      csvName: (name) => `${bare(out)}${listName(bare(name), bare(data))}.csv`,
    }
  }

  /** The data as the other edition takes them, and all that it still says of them. */
  settled(): { readonly migrated: Migrated; readonly list: readonly Diagnostic[]; readonly recomputed: number } {
    const { stated } = migrate({ ...this.#migration, omit: this.#omit })
    for (const { at } of stated) this.#omit.set(placeKey(at), {})
    for (;;) {
      const migrated = migrate({ ...this.#migration, omit: this.#omit })
      const report = new Diagnostics()
      const filled = this.#bound(this.#ready.to, migrated, report)
      const kept = stated.filter((each) => this.#keep(each, filled))
      const origins = originsOf(migrated, this.#ready.out)
      const refused = this.#refuse(origins, report.list)
      if (kept.length + refused.length > 0) continue
      if (this.#leaveOutdated(origins, report.list)) continue
      return { migrated, list: report.list, recomputed: stated.filter(({ at }) => this.#isRecomputed(at)).length }
    }
  }

  #isRecomputed(at: Span): boolean {
    const omitted = this.#omit.get(placeKey(at))
    return omitted !== undefined && omitted.reason === undefined
  }

  /** A stated figure stays where the program does not come to the very same; whether it has to come back. */
  #keep({ at, path, text }: Stated, filled: FilledForm): boolean {
    const [key, figure] = [placeKey(at), figureAt(filled, path)]
    if (!this.#isRecomputed(at) || figure === text.trim()) return false
    return !(this.#outdated.has(key) && figure !== undefined) && this.#omit.delete(key)
  }

  /**
   * A figure that is what the source edition works out, and not what the other does, was nobody's own: it is left for
   * the program to work out anew. Whether there were any.
   */
  #leaveOutdated(origins: Origins, list: readonly Diagnostic[]): boolean {
    const differing = list.flatMap(({ code, at }) => {
      const from = code === 'total-differs' && at ? origins(at) : undefined
      return from && !this.#outdated.has(placeKey(from)) ? [placeKey(from)] : []
    })
    if (differing.length === 0) return false
    this.#agreeing ??= this.#workedOut()
    const outdated = differing.filter((key) => this.#agreeing?.has(key))
    for (const key of outdated) {
      this.#outdated.add(key)
      this.#omit.set(key, {})
    }
    return outdated.length > 0
  }

  /** The places of stated figures that the source edition comes to as well, where nobody states them. */
  #workedOut(): ReadonlySet<string> {
    const { from, found } = this.#ready
    const own = { ...this.#migration, to: from }
    const { stated } = migrate({ ...own, omit: new Map() })
    const omit = new Map(stated.map(({ at }) => [placeKey(at), {}]))
    const filled = this.#bound(from, migrate({ ...own, omit }), new Diagnostics())
    const differing = new Set(found.flatMap(({ code, at }) => (code === 'total-differs' && at ? [placeKey(at)] : [])))
    const agreeing = stated.filter(
      ({ at, path }) => figureAt(filled, path) !== undefined && !differing.has(placeKey(at)),
    )
    return new Set(agreeing.map(({ at }) => placeKey(at)))
  }

  /** Leaves behind what is a mistake in the other edition; those that are new. */
  #refuse(origins: Origins, list: readonly Diagnostic[]): readonly Diagnostic[] {
    return list.filter(({ severity, code, at }) => {
      const from = severity === 'error' && code !== 'missing-value' && at ? origins(at) : undefined
      if (!from || this.#omit.get(placeKey(from))?.reason) return false
      this.#omit.set(placeKey(from), { reason: code })
      return true
    })
  }

  #bound(form: Form, { text, files: written }: Migrated, report: Diagnostics): FilledForm {
    const { files, definitions } = this.#request
    const { out } = this.#ready
    const dir = dirname(out)
    const made = new Map([...written].map(([name, csv]) => [join(dir, name), new TextEncoder().encode(csv)]))
    const disk: Files = {
      ...files,
      bytes: (path) => made.get(path) ?? files.bytes(path),
      exists: (path) => made.has(path) || files.exists(path),
    }
    const root = readSource(out, text, report)
    const head = root && readHead(out, root, report)
    const values = head?.values ?? { kind: 'map', at: { file: out, start: 0, end: 1 }, entries: new Map() }
    return bind(form, values, around(disk, definitions, dir, new Map()), report)
  }
}

const bare = (path: string): string => basename(path, extname(path))

/** What a list's file adds to the name of its data: what it is called itself, without the name of the data before it. */
const listName = (name: string, data: string): string =>
  name === data ? '' : `-${name.startsWith(`${data}-`) ? name.slice(data.length + 1) : name}`

/** What the other edition finds in the result and the source's own did not: of single values, and all else. */
function judged(
  migrated: Migrated,
  list: readonly Diagnostic[],
  { found, out, from, to }: Ready,
): { readonly changes: readonly Change[]; readonly rest: readonly Pick<Diagnostic, 'code' | 'at' | 'words'>[] } {
  const origins = originsOf(migrated, out)
  const known = new Set(found.map(({ code, at }) => `${code} ${at ? placeKey(at) : ''}`))
  const changes: Change[] = []
  const rest = list.filter(({ code, severity, at, words }) => {
    const from = at && origins(at)
    if (severity === 'info' || (from && known.has(`${code} ${placeKey(from)}`))) return false
    if (code === 'missing-value')
      changes.push({ code: 'migrate-missing', path: words.name ?? '', at: at as Span, value: '', words })
    else if (code === 'not-in-list' && from) {
      const about = { list: words.list ?? '' }
      const path = migrated.paths.get(placeKey(from)) ?? ''
      changes.push({ code: 'migrate-not-in-list', path, at: from, value: words.text ?? '', words: about })
    } else return true
    return false
  })
  return {
    changes: [...changes, ...incomplete(found, changes, counterparts(from.definition, to.definition, 'any'))],
    rest,
  }
}

/** What the source's own edition requires and does not find, where the other edition does not say the same. */
function incomplete(
  found: readonly Diagnostic[],
  said: readonly Change[],
  pairs: ReadonlyMap<string, string>,
): Change[] {
  const missing = new Set(said.flatMap(({ code, path }) => (code === 'migrate-missing' ? [path] : [])))
  return found.flatMap(({ code, at, words }) => {
    const path = words.name ?? ''
    if (code !== 'missing-value' || !at || missing.has(pairs.get(path) ?? path)) return []
    return [{ code: 'migrate-incomplete' as const, path, at, value: '', words }]
  })
}
