import { basename } from 'node:path'
import type { Code, Diagnostic, Sources } from '../diagnostics/index.ts'
import { counterparts, type Form, plain, type TreeNode, treeOf } from '../model/index.ts'
import type { Change } from './changes.ts'

export type Message = Pick<Diagnostic, 'code' | 'at' | 'words'>

/** What is said of values that have no place in the other edition, or are filled in there in another way. */
const losses: ReadonlySet<Code> = new Set(['migrate-no-place', 'migrate-shape', 'migrate-closed'])

/** So many values of one message are written out; of more, the lines say where all are. */
const mostValues = 6

/**
 * One message for all values that are told alike: those of one row, group, column or section that is gone are told of
 * it, those of one column in several rows of the column. The first place is the message's own; where there are more, the
 * lines of all are in it.
 * @param said the year that the data say
 */
export function told(
  changes: readonly Change[],
  { from, to, said, sources }: { from: Form; to: Form; said: number; sources: Sources },
): Message[] {
  const labels = new Labels(from, to)
  const groups = new Map<string, { readonly path: string; readonly group: Change[] }>()
  for (const change of changes) {
    const path = labels.thing(change)
    const key = JSON.stringify([change.code, path, change.words])
    const known = groups.get(key) ?? { path, group: [] }
    known.group.push(change)
    groups.set(key, known)
  }
  const edition = String(to.definition.edition)
  return [...groups.values()].map(({ path: shared, group }) => {
    const [{ code, at, path: own, words }] = group as [Change]
    const isAlone = group.length === 1 && !words.block && !labels.isGone(shared)
    const name = isAlone || shared === '' ? own : shared
    const values = [...new Set(group.map((each) => [labels.within(each.path, name, code), short(each.value)].join('')))]
    const shown = code === 'migrate-signed' ? values : values.slice(0, mostValues)
    const listed = shown.join('; ') + (shown.length < values.length ? '; …' : '')
    const lines = group.length > 1 ? linesOf(group, sources) : ''
    const count = String(group.length)
    const about = { label: labels.of(name), name, edition, year: String(said), count, values: listed + lines }
    return { code, at, words: { ...about, ...words } }
  })
}

/** Where values stand, as a person looks them up: ` (a.yaml:3–5, 9)`. */
function linesOf(group: readonly Change[], sources: Sources): string {
  const files = new Map<string, number[]>()
  const starts = (file: string): number[] => {
    const known = files.get(file) ?? []
    files.set(file, known)
    return known
  }
  for (const { at } of group) starts(at.file).push(at.start)
  const said = [...files].map(([file, all]) => `${basename(file)}:${ranges(lineNumbers(all, sources.get(file)))}`)
  return ` (${said.join('; ')})`
}

/** The numbers of the lines that offsets stand in, each once, ascending, in one pass over the text. */
function lineNumbers(offsets: readonly number[], text = ''): number[] {
  const found: number[] = []
  let [line, at] = [1, 0]
  for (const offset of offsets.toSorted((a, b) => a - b)) {
    line += text.slice(at, offset).match(/\r\n|\n|\r/g)?.length ?? 0
    at = offset
    if (found.at(-1) !== line) found.push(line)
  }
  return found
}

/** 3–5, 9. */
function ranges(lines: readonly number[]): string {
  const found: [first: number, last: number][] = []
  for (const line of lines) {
    const last = found.at(-1)
    if (last && line === last[1] + 1) last[1] = line
    else found.push([line, line])
  }
  return found.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')
}

const short = (value: string): string => {
  const line = value.replace(/\s+/g, ' ').trim()
  return [...line].length > 24 ? `${[...line].slice(0, 23).join('')}…` : line
}

/** What the places of values are, and what they are called in print. */
class Labels {
  readonly #form: Form
  readonly #nodes = new Map<string, TreeNode>()
  readonly #pairs: ReadonlyMap<string, string>

  constructor(from: Form, to: Form) {
    this.#form = from
    this.#pairs = counterparts(from.definition, to.definition, 'any')
    const add = (nodes: readonly TreeNode[]): void => {
      for (const each of nodes) {
        this.#nodes.set(each.node.path, each)
        add(each.children)
      }
    }
    add(treeOf(from.definition))
  }

  /** A node of the source edition that the other one does not have. */
  isGone(path: string): boolean {
    return this.#nodes.has(path) && !this.#pairs.has(path)
  }

  /** The path of what a change is told of; '' where all of its kind are one message. */
  thing({ code, path, words }: Change): string {
    // A report is signed as one: its signatures are one message.
    if (code === 'migrate-signed') return ''
    if (words.block) return words.block
    const { row, column } = this.#cell(path)
    const chain = losses.has(code) ? [...above(path), ...(column === undefined ? [] : above(column))] : []
    return chain.find((each) => this.isGone(each)) ?? (row === undefined ? path : (column ?? path))
  }

  /** What a path is called, with the groups and spanners that it stands in. */
  of(path: string): string {
    const { row, column } = this.#cell(path)
    const own =
      row !== undefined && column !== undefined ? [this.#chain(row), this.#chain(column)] : [this.#chain(path)]
    const said = own.filter((text) => text !== '').join(' · ')
    return said || this.#printed(path.slice(0, path.lastIndexOf('.'))) || path
  }

  /** What tells a value apart from others of the same thing, before the value. */
  within(path: string, name: string, code: Code): string {
    if (code === 'migrate-signed') return `${this.of(path)} `
    if (path === name) return ''
    const { row, column } = this.#cell(path)
    const rest = name === column ? row : name === row ? column : path
    const said = rest === undefined ? '' : this.of(rest)
    const above = `${this.of(name)} · `
    return said === '' ? '' : `${said.startsWith(above) ? said.slice(above.length) : said} `
  }

  /** Of a cell in a named row or total the row and the column; of all else neither, a column of a list aside. */
  #cell(path: string): { readonly row?: string; readonly column?: string } {
    const row = above(path).findLast((each) => this.#nodes.has(each)) ?? ''
    if (row === path) return {}
    const rest = path.slice(row.length + 1)
    const isRow = this.#nodes.get(row)?.kind === 'row'
    const blocks = isRow ? above(row).toReversed() : [row]
    for (const block of blocks)
      for (const inBlock of isRow ? [rest] : [rest.replace(/^total\./, '')]) {
        // A cell may have places of its own to write in, behind the column.
        const column = above(`${block}.${inBlock}`).findLast((each) => this.#nodes.get(each)?.kind === 'column')
        if (column !== undefined) return isRow ? { row, column } : { column }
      }
    return {}
  }

  /** The labels of a row with its groups, of a column with its spanners, of all else its own. */
  #chain(path: string): string {
    const kind = this.#nodes.get(path)?.kind
    const chain = kind === 'row' || kind === 'column' ? above(path) : [path]
    const same = chain.filter((each) => each === path || this.#nodes.get(each)?.kind === kind)
    return same
      .map((each) => this.#printed(each))
      .filter((text) => text !== '')
      .join(' · ')
  }

  #printed(path: string): string {
    const runs = this.#form.labels.get(path) ?? []
    return plain(runs.filter(({ note }) => note === undefined))
  }
}

/** A path and those that it stands below, outermost first: `a`, `a.b`, `a.b.c`. */
function above(path: string): string[] {
  const ids = path.split('.')
  return ids.map((_, n) => ids.slice(0, n + 1).join('.'))
}
