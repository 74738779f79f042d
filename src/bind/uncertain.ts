import type { Asking, BlockCells, Cell, FormCells } from './form-cells.ts'
import type { Written } from './places.ts'

/**
 * Which figures nobody knows, as what they rest on is wrong in the data: what comes of them merely follows from mistakes
 * that are told themselves.
 */
export class Uncertain {
  readonly #cells: FormCells
  readonly #wrong: Written
  /** By path; a cell that is being looked at rests on nothing new. */
  readonly #known = new Map<string, boolean>()

  constructor(cells: FormCells, wrong: Written) {
    this.#cells = cells
    this.#wrong = wrong
  }

  /** Whether what the form's formulas give for a cell cannot be known. */
  result(cell: Cell): boolean {
    if (!this.#wrong.any) return false
    const { within, asking } = cell
    const isTotal = within?.line.of === 'total'
    return (isTotal && this.#column(within.block, within.column)) || asking.some((each) => this.#rests(each, cell))
  }

  /** Whether the figure in a cell cannot be known: one that is stated can. */
  #cell(cell: Cell): boolean {
    if (cell.value()?.computed === false) return false
    return this.#once(cell.path, () => this.#wrong.has(cell.path) || this.result(cell))
  }

  #rests({ formula }: Asking, cell: Cell): boolean {
    return [...formula.operands.values()].some((path) => {
      const named = this.#cells.named(path, cell)
      const column = this.#cells.column(path)
      const inList = cell.within?.line.of === 'list' && column?.block === cell.within.block
      return (
        (named !== undefined && !inList && this.#cell(named)) || (column && this.#column(column.block, column.column))
      )
    })
  }

  /** Whether a figure of a column cannot be known. */
  #column(block: BlockCells, column: string): boolean {
    return this.#once(`${block.path}[].${column}`, () => {
      if (this.#wrong.has(`${block.path}[].${column}`)) return true
      if (block.lines.some((line) => this.#cell(block.cell(line, column)))) return true
      const row = block.askingInList(column)
      return row.some(({ formula }) =>
        [...formula.operands.values()].some((path) => {
          const found = this.#cells.column(path)
          return found !== undefined && this.#column(found.block, found.column)
        }),
      )
    })
  }

  #once(path: string, look: () => boolean): boolean {
    const known = this.#known.get(path)
    if (known !== undefined) return known
    this.#known.set(path, false)
    const found = look()
    this.#known.set(path, found)
    return found
  }
}
