import { type Block, type Column, type Form, isNumeric, type Runs } from '../../model/index.ts'
import { parseMarks } from '../../text/marks.ts'
import { counterFunctions } from '../../text/numerals.ts'
import type { Words } from '../words.ts'
import type { DraftCell, DraftRow, SlotCell } from './box.ts'

interface Leaf {
  readonly column: Column
  /** From the root of the column tree to the leaf. */
  readonly trail: readonly Column[]
}

export const leavesOf = (columns: readonly Column[], trail: readonly Column[] = []): Leaf[] =>
  columns.flatMap((column) =>
    !column.printed
      ? []
      : column.children.length > 0
        ? leavesOf(column.children, [...trail, column])
        : [{ column, trail: [...trail, column] }],
  )

/** Labelled nodes above the last of a trail; a stepped `within` column stands one level lower. */
function levelOf(trail: readonly Column[], block: Block): number {
  const stepped = block.header === 'stepped' ? trail.filter(({ within }) => within !== undefined).length : 0
  return trail.slice(0, -1).filter(({ label }) => label).length + stepped
}

const depthOf = (leaf: Leaf, block: Block): number => levelOf(leaf.trail, block) + (leaf.column.label ? 1 : 0)

/**
 * The header of a block: spanners over column labels, then the unit row, then the code row. A labelled spanner is one
 * row high and as wide as its leaves; a leaf reaches down to the last label row; a leaf without a label belongs to the
 * cell above it.
 */
export function headerRows(form: Form, block: Block, path: string, words: Words): DraftRow[] {
  return new Header(form, block, path, words).rows()
}

class Header {
  readonly #leaves: Leaf[]
  readonly #depth: number
  readonly #hasUnits: boolean
  readonly #codes: readonly (string | undefined)[]
  readonly #slots: (SlotCell & { row: number })[] = []
  readonly #labels: Form['labels']
  readonly #block: Block
  readonly #path: string
  readonly #words: Words

  constructor(form: Form, block: Block, path: string, words: Words) {
    this.#labels = form.labels
    this.#block = block
    this.#path = path
    this.#words = words
    this.#leaves = leavesOf(block.columns)
    this.#depth = Math.max(0, ...this.#leaves.map((leaf) => depthOf(leaf, block)))
    this.#hasUnits = block.unitAt === 'row' && this.#leaves.some(({ column }) => column.ask.unit !== undefined)
    this.#codes = columnCodes(block, this.#leaves)
  }

  rows(): DraftRow[] {
    const codesOnTop = this.#hasCodes && this.#block.codesAt === 'top' ? 1 : 0
    const count = this.#depth + (this.#hasUnits ? 1 : 0) + (this.#hasCodes ? 1 : 0)
    if (this.#hasCodes) this.#codeCells(codesOnTop ? 0 : count - 1)
    let column = 0
    for (const node of this.#block.columns.filter(({ printed }) => printed))
      column += this.#labelCells([node], column, codesOnTop)
    this.#fillOpen(count)
    return this.#draft(count, codesOnTop)
  }

  get #hasCodes(): boolean {
    return this.#codes.some((code) => code !== undefined)
  }

  /** Whether a unit cell of its own stands under a leaf's label. */
  #hasUnitCell(column: Column): boolean {
    return this.#hasUnits && (column.kind === 'more' || (column.kind === 'data' && isNumeric(column.ask.type)))
  }

  /** Cells of a node and all below it; returns the leaves covered. */
  #labelCells(trail: readonly Column[], at: number, offset: number): number {
    const node = trail.at(-1) as Column
    const children = node.children.filter(({ printed }) => printed)
    const level = offset + levelOf(trail, this.#block)
    const bottom = offset + this.#depth
    let width = children.length === 0 ? 1 : 0
    for (const child of children) width += this.#labelCells([...trail, child], at + width, offset)
    if (children.length === 0 && this.#hasUnitCell(node)) this.#unitCell(node, at, bottom)
    if (!node.label) return width
    const alone = !children.some((child) => hasLabel(child))
    const unitBelow =
      children.length === 0 ? this.#hasUnitCell(node) : leavesOf([node]).some((leaf) => this.#hasUnitCell(leaf.column))
    const end = alone ? bottom + (this.#hasUnits && !unitBelow ? 1 : 0) : level + 1
    const top = this.#reachesUp(trail, at, width) ? 0 : level
    this.#slots.push({ row: top, column: at, colSpan: width, rowSpan: end - top, cell: this.#label(node, alone) })
    return width
  }

  /** Under codes at the top, a column without a code takes the code row's slot too. */
  #reachesUp(trail: readonly Column[], at: number, width: number): boolean {
    if (!this.#hasCodes || this.#block.codesAt !== 'top' || levelOf(trail, this.#block) > 0) return false
    return this.#codes.slice(at, at + width).every((code) => code === undefined)
  }

  #label(node: Column, leaf: boolean): DraftCell {
    const runs = this.#labels.get(node.path) ?? []
    const marked = node.within !== undefined && this.#block.header !== 'stepped'
    return {
      id: `${node.path}:label`,
      role: leaf ? 'label' : 'spanner',
      scope: 'column',
      style: 'cellLabel',
      content: [marked ? [{ text: this.#words.within }, ...runs] : runs],
      input: false,
    }
  }

  #unitCell(node: Column, column: number, row: number): void {
    const { unit } = node.ask
    const content: Runs = node.kind === 'more' ? [{ text: this.#words.more }] : unit ? parseMarks(unit.symbol) : []
    const id = `${node.path}:unit`
    const cell: DraftCell = {
      id,
      role: 'unit',
      scope: 'column',
      style: 'cellLabel',
      content: content.length > 0 ? [content] : [],
      input: content.length === 0 || node.kind === 'more',
    }
    this.#slots.push({ row, column, colSpan: 1, rowSpan: 1, cell })
  }

  /** A code over each leaf; leaves that one label covers share it. */
  #codeCells(row: number): void {
    for (let at = 0; at < this.#leaves.length; ) {
      const code = this.#codes[at]
      const width = shared(this.#leaves, at)
      const id = `${(this.#leaves[at] as Leaf).column.path}:code`
      const skipped = code === undefined && this.#block.codesAt === 'top'
      if (!skipped) {
        const content = code === undefined ? [] : [[{ text: code }]]
        this.#slots.push({
          row,
          column: at,
          colSpan: width,
          rowSpan: 1,
          cell: { id, role: 'code', scope: 'column', style: 'cellCode', content, input: false },
        })
      }
      at += width
    }
  }

  /** Slots that no label reaches: above stepped columns, and under spanners whose columns have no label. */
  #fillOpen(count: number): void {
    const covered = Array.from({ length: count }, () => this.#leaves.map(() => false))
    for (const { row, column, rowSpan, colSpan } of this.#slots)
      for (let r = row; r < row + rowSpan; r++)
        for (let c = column; c < column + colSpan; c++) (covered[r] as boolean[])[c] = true
    for (let column = 0; column < this.#leaves.length; column++) {
      for (let row = 0; row < count; row++) {
        if (covered[row]?.[column]) continue
        let end = row
        while (end < count && !covered[end]?.[column]) (covered[end++] as boolean[])[column] = true
        let width = 1
        const free = (c: number) => covered.slice(row, end).every((line) => line[c] === false)
        const joins = (c: number) =>
          this.#leaves[c]?.column.within !== undefined && this.#leaves[column]?.column.within !== undefined
        while (column + width < this.#leaves.length && free(column + width) && joins(column + width)) {
          for (let r = row; r < end; r++) (covered[r] as boolean[])[column + width] = true
          width++
        }
        const id = `${this.#path}:open${row + 1}.${column + 1}`
        const cell: DraftCell = { id, role: 'open', style: 'cellLabel', content: [], input: false }
        this.#slots.push({ row, column, colSpan: width, rowSpan: end - row, cell })
      }
    }
  }

  #draft(count: number, codesOnTop: number): DraftRow[] {
    const codeRow = this.#hasCodes ? (codesOnTop ? 0 : count - 1) : -1
    return Array.from({ length: count }, (_, row) => ({
      id: `${this.#path}:header${row + 1}`,
      role: row === codeRow ? 'code' : row === codesOnTop + this.#depth && this.#hasUnits ? 'unit' : 'header',
      keepWithNext: true,
      cells: this.#slots
        .filter((slot) => slot.row === row)
        .toSorted((a, b) => a.column - b.column)
        .map(({ row: _, ...slot }) => slot),
    }))
  }
}

const hasLabel = (column: Column): boolean =>
  column.printed && (column.label !== undefined || column.children.some(hasLabel))

/** How many leaves from one on print no label of their own under the same labelled parent. */
function shared(leaves: readonly Leaf[], at: number): number {
  const first = leaves[at] as Leaf
  if (first.column.label) return 1
  const parent = first.trail.findLast(({ label }) => label)
  let end = at + 1
  while (parent && leaves[end] && !leaves[end]?.column.label && leaves[end]?.trail.includes(parent)) end++
  return end - at
}

/** `甲1`: printed columns 甲 乙 …, inputs 1 2 …; one counter alone codes the inputs only. */
function columnCodes(block: Block, leaves: readonly Leaf[]): (string | undefined)[] {
  if (block.columnCodes === undefined) return leaves.map(({ column }) => column.code)
  const functions = counterFunctions(block.columnCodes)
  const forInputs = functions.at(-1)
  const forPrinted = functions.length > 1 ? functions[0] : undefined
  let [printed, inputs] = [0, 0]
  const codes: (string | undefined)[] = []
  for (let at = 0; at < leaves.length; at++) {
    const { column } = leaves[at] as Leaf
    const isInput = (column.kind === 'data' || column.kind === 'more') && !column.given
    const own = column.code ?? (isInput ? forInputs?.(++inputs) : forPrinted?.(++printed))
    for (let n = shared(leaves, at); n > 0; n--) codes.push(own)
    at = codes.length - 1
  }
  return codes
}
