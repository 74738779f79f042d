import type { Span } from '../diagnostics/index.ts'
import { type Block, plain, runsOf } from '../model/index.ts'
import { folded } from '../text/characters.ts'
import type { Entries, Take } from './entries.ts'
import { type Leaf, leavesInTotal } from './leaves.ts'
import type { FilledRow } from './listed.ts'
import type { Written } from './places.ts'
import { type Filled, taking } from './walk.ts'

/** A line of a list as it was written, in YAML or CSV. */
export interface ListLine {
  /** What may say that the line is a total: its number, its name. */
  readonly names: readonly { readonly text: string; readonly at: Span }[]
  /** Reads it as a row; nothing where there is nothing in it. */
  row(): FilledRow | undefined
  /** Reads it as the total of the list, by the columns as the total row has them. */
  total(leaves: readonly Leaf[], take: Take): void
}

const totals = ['合计', '总计', '共计', 'total', 'grandtotal', 'sum']
const partial = ['小计', '累计', 'subtotal']

/** The columns of a list and where its values go. */
export interface ListPlace {
  readonly block: Block
  readonly path: string
  readonly leaves: readonly Leaf[]
  /** Paths within the block at which a row has something wrong. */
  readonly wrong: Written
}

/** The column that says what a row is: a total says there that it is one. */
export const namingLeaf = ({ block, leaves }: ListPlace): Leaf | undefined =>
  leaves.find(({ path }) => path === block.list?.key) ??
  leaves.find(({ column, ask }) => (column.kind === 'data' || column.kind === 'stub') && ask.type === 'text')

/**
 * The rows of a list. A total among them, as spreadsheets have it, is no row and never counted as one: where the form
 * has a total row, the list's last line is what the filler states as total; elsewhere it is told.
 */
export function* listRows(
  lines: Iterable<ListLine>,
  place: ListPlace,
  entries: Entries,
  filled: Filled,
): Generator<FilledRow, void> {
  const { list } = place.block
  const own = list?.total ? folded(plain(runsOf(entries.form, list.total))).toLowerCase() : undefined
  let last: ListLine | undefined
  const tell = (line: ListLine, advice: string): void => {
    const name = line.names.find(({ text }) => kindOf(text, own))
    if (name) entries.report.add('total-among-rows', name.at, { text: name.text.trim(), advice })
  }
  for (const line of lines) {
    const kind = totalKind(line, own)
    const row = kind ? undefined : line.row()
    // Below the last total there may be a note: it is told of as what it is.
    if (!kind && !row) continue
    if (last) tell(last, totalKind(last, own) === 'part' ? 'part' : 'not last')
    last = kind ? line : undefined
    if (row) yield row
  }
  if (!last) return
  const isPart = totalKind(last, own) === 'part'
  const stated = [...filled.values.keys()].some((path) => path.startsWith(`${place.path}.total.`))
  if (isPart || own === undefined || stated) tell(last, isPart ? 'part' : own === undefined ? 'no total' : 'twice')
  else readTotal(last, place, filled)
}

function readTotal(line: ListLine, place: ListPlace, filled: Filled): void {
  const naming = namingLeaf(place)
  const leaves = leavesInTotal(place.leaves).map((leaf) => (leaf.path === naming?.path ? naming : leaf))
  const take = taking(filled)
  line.total(leaves, (at, value) => {
    if (at !== naming?.path) take(`${place.path}.total.${at}`, value)
  })
}

const totalKind = ({ names }: ListLine, own: string | undefined) =>
  names.map(({ text }) => kindOf(text, own)).find((kind) => kind !== undefined)

function kindOf(text: string, own: string | undefined): 'total' | 'part' | undefined {
  const word = folded(text).toLowerCase().replace(/:$/, '')
  if (partial.includes(word)) return 'part'
  return word === own || totals.includes(word) ? 'total' : undefined
}
