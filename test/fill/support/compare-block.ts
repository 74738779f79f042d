import type { Block, Column, Form, List } from '../../../src/model/index.ts'
import { vocabulary } from '../../../src/model/index.ts'
import { marked } from '../../readback/outline.ts'
import { BlockValues, type Computed, type DataRow, isAdding } from './block-values.ts'
import { type Data, textOf } from './data.ts'
import { rounded } from './exact.ts'
import { moreColumn, printedLeaves } from './form.ts'
import { printedFigure, printedValue } from './printed.ts'
import type { Region, Seen, Slots } from './slots.ts'

/** A leaf column with the label that stands over it, alone or with its neighbours. */
interface Head {
  readonly label: string
  readonly leaves: Column[]
}

/** What a cell must print: a text, or a computed figure that may have more zeros at its end. */
type Wanted = string | Computed

/**
 * Holds a block as it was read back against its data: finds its header by the labels, in order and side by side, then
 * compares its rows cell by cell.
 * @returns where the block ends: the row below it and the column right of it
 * @throws Error naming what is not where it should be
 */
export function compareBlock(
  form: Form,
  block: Block,
  path: string,
  data: Data | undefined,
  slots: Slots,
  region: Region,
): { bottom: number; right: number } {
  return new Comparison(form, block, path, data, slots, region).run()
}

class Comparison {
  readonly #form: Form
  readonly #block: Block
  readonly #path: string
  readonly #values: BlockValues
  readonly #slots: Slots
  readonly #region: Region
  readonly #leaves: readonly Column[]

  constructor(form: Form, block: Block, path: string, data: Data | undefined, slots: Slots, region: Region) {
    this.#form = form
    this.#block = block
    this.#path = path
    this.#values = new BlockValues(block, path, data)
    this.#slots = slots
    this.#region = region
    this.#leaves = printedLeaves(block.columns, this.#addedColumns())
  }

  run(): { bottom: number; right: number } {
    const heads = this.#heads()
    const header = this.#header(heads)
    const labels = Math.max(...header.map(({ bottom }) => bottom))
    let row = labels + (this.#block.columnCodes !== undefined && this.#block.codesAt === 'bottom' ? 1 : 0)
    this.#addedUnits(heads, header, labels)
    let count = 0
    for (const each of this.#values.named) this.#row(row++, header, heads, each, String(++count))
    if (this.#block.list !== undefined) row = this.#list(row, header, heads, count)
    return { bottom: row, right: (header.at(-1) as Seen).right }
  }

  #label = (path: string): string => marked(this.#form.labels.get(path) ?? [])

  /** An added column is labelled as the filler says and cites the notes of the column in whose place it stands. */
  #addedColumns(): Column[] {
    const more = moreColumn(this.#block.columns)
    return this.#values.added.map(({ id }) => ({ ...(more as Column), kind: 'data', id, path: `${more?.path}.${id}` }))
  }

  #heads(): Head[] {
    const heads: Head[] = []
    const labelOf = (column: Column): string | undefined => {
      const own = this.#values.added.find(
        ({ id }) => column.path.endsWith(`.${id}`) && this.#form.labels.get(column.path) === undefined,
      )
      if (own === undefined) return column.label === undefined ? undefined : this.#label(column.path)
      const notes = (this.#form.labels.get((moreColumn(this.#block.columns) as Column).path) ?? []).filter(
        ({ note }) => note !== undefined,
      )
      return marked([{ text: own.label.replaceAll('\t', ' ') }, ...notes])
    }
    for (const leaf of this.#leaves) {
      const label = labelOf(leaf)
      const last = heads.at(-1)
      const parent = label === undefined ? this.#parentOf(leaf) : undefined
      if (label !== undefined) heads.push({ label, leaves: [leaf] })
      else if (last?.label === parent && last !== undefined) last.leaves.push(leaf)
      else heads.push({ label: parent ?? '', leaves: [leaf] })
    }
    return heads
  }

  #parentOf({ path }: Column): string {
    for (let at = path; at.length > this.#path.length; at = at.slice(0, at.lastIndexOf('.'))) {
      const label = this.#label(at)
      if (label !== '') return label
    }
    throw new Error(`${path} stands under no label`)
  }

  /** The cells of the labels: each begins where the one before ends. */
  #header(heads: readonly Head[]): Seen[] {
    const { bottom } = this.#region
    for (const first of this.#slots.within(this.#region)) {
      if (first.text !== heads[0]?.label) continue
      const chain = [first]
      for (const { label } of heads.slice(1)) {
        const column = (chain.at(-1) as Seen).right
        const rows = Array.from({ length: Math.min(6, bottom - first.top) }, (_, n) => first.top + n)
        const next = rows
          .map((row) => this.#slots.at(row, column))
          .find((cell) => cell?.left === column && cell.text === label)
        if (next === undefined) break
        chain.push(next)
      }
      if (chain.length === heads.length) return chain
    }
    throw new Error(`${this.#path}: no header ${heads.map(({ label }) => label).join(' | ')}`)
  }

  /** In the unit row an added column says its own unit. */
  #addedUnits(heads: readonly Head[], header: readonly Seen[], below: number): void {
    for (const { id, unit } of this.#values.added) {
      const at = heads.findIndex(({ leaves }) => leaves[0]?.path.endsWith(`.${id}`))
      const cell = this.#slots.at(below - 1, (header[at] as Seen).left)
      const symbol = vocabulary.get(unit ?? '')?.symbol ?? ''
      if (cell?.text !== symbol) throw new Error(`${this.#path}.added.${id}: the unit is ${cell?.text}, not ${symbol}`)
    }
  }

  #row(at: number, header: readonly Seen[], heads: readonly Head[], row: DataRow, seq: string): void {
    let level = 0
    const wanted = this.#leaves.map((leaf): Wanted => {
      if (leaf.kind === 'group') return this.#label(row.groups[level++]?.path ?? '')
      if (leaf.kind === 'seq') return seq
      if (leaf.kind === 'stub' && row.row !== undefined) return this.#label(row.row.path)
      return this.#wanted(row, leaf)
    })
    this.#compare(at, header, heads, wanted)
  }

  #wanted(row: DataRow, leaf: Column): Wanted {
    if (leaf.kind === 'more') return ''
    const column = this.#values.inBlock(leaf)
    const stated = this.#values.stated(row, column)
    const ask =
      this.#values.added.length > 0 && leaf.path.startsWith(`${moreColumn(this.#block.columns)?.path}.`)
        ? { ...leaf.ask, type: 'number' as const }
        : leaf.ask
    const text = printedValue(stated, ask)
    return text === '' ? (this.#values.computed(row, column) ?? '') : text
  }

  #compare(at: number, header: readonly Seen[], heads: readonly Head[], wanted: readonly Wanted[]): void {
    const [left, right] = [(header[0] as Seen).left, (header.at(-1) as Seen).right]
    const cells = this.#slots.across(at, { left, right })
    const found = cells.map(({ text }) => text)
    const place = `${this.#path}, row ${at + 1} of its table`
    if (found.length !== wanted.length || found.some((text, n) => !says(text, wanted[n] as Wanted)))
      throw new Error(`${place}: found ${JSON.stringify(found)}, wanted ${JSON.stringify(wanted.map(shown))}`)
    let leaf = 0
    for (const [n, { leaves }] of heads.entries()) {
      const [first, last] = [cells[leaf] as Seen, cells[leaf + leaves.length - 1] as Seen]
      leaf += leaves.length
      if (first.left !== header[n]?.left || last.right !== header[n]?.right)
        throw new Error(`${place}: cell ${leaf} does not stand under its label`)
    }
  }

  /** The rows of a list, the blank's rows that are left, the row that says more may follow, the total. */
  #list(from: number, header: readonly Seen[], heads: readonly Head[], above: number): number {
    const list = this.#block.list as NonNullable<Block['list']>
    const rows = this.#values.list
    let row = from
    const seq = (n: number): string => (list.numbered ? String(above + n) : '')
    for (const [n, each] of rows.entries()) this.#row(row++, header, heads, each, seq(n + 1))
    for (let n = rows.length; n < list.blank; n++) this.#row(row++, header, heads, { groups: [], data: {} }, seq(n + 1))
    if (list.more !== undefined && rows.length < list.blank) this.#more(row++, header, heads, list.more)
    if (list.total === undefined) return row
    const label = marked(this.#form.texts.get(list.total) ?? [])
    this.#compare(
      row,
      header,
      heads,
      this.#leaves.map((leaf, n) => (n === 0 ? label : this.#total(leaf))),
    )
    return row + 1
  }

  /** A list with rows of the blank left over still says that more may follow. */
  #more(row: number, header: readonly Seen[], heads: readonly Head[], texts: NonNullable<List['more']>): void {
    const wanted = this.#leaves.map((leaf, n) => {
      const text = texts.get(this.#values.inBlock(leaf))?.source ?? ''
      return texts.size === 0 && n === 0 ? '……' : text
    })
    this.#compare(row, header, heads, wanted)
  }

  #total(leaf: Column): Wanted {
    const isAdded = this.#values.added.some(({ id }) => leaf.path === `${moreColumn(this.#block.columns)?.path}.${id}`)
    if (leaf.kind !== 'data' || !(isAdded || isAdding(leaf)))
      return leaf.kind === 'data' && leaf.ask.type === 'quantity' ? ANY : ''
    const total = this.#values.total(this.#values.inBlock(leaf))
    if (total === undefined) return ''
    return isComputed(total) ? total : printedValue(total, isAdded ? { ...leaf.ask, type: 'number' } : leaf.ask)
  }
}

/** The total of quantities depends on whether their units agree: tested by itself. */
const ANY: Computed = { value: { over: 0n, under: 0n } }

const isComputed = (total: Data | Computed): total is Computed => textOf(total as Data) === undefined

const shown = (wanted: Wanted): string =>
  typeof wanted === 'string' ? wanted : wanted === ANY ? '*' : rounded(wanted.value, wanted.places ?? 20)

function says(text: string, wanted: Wanted): boolean {
  if (typeof wanted === 'string') return text === wanted
  if (wanted === ANY) return true
  if (wanted.places !== undefined) return text === printedFigure(rounded(wanted.value, wanted.places), {})
  const places = text.split('.')[1]?.length ?? 0
  const bare = (figure: string): string => (figure.includes('.') ? figure.replace(/\.?0+$/, '') : figure)
  return text === rounded(wanted.value, places) && bare(text) === bare(rounded(wanted.value, 40))
}
