import type { Span } from '../diagnostics/index.ts'
import type { Extent, Value } from '../model/index.ts'
import { decimalsOf } from '../text/figures.ts'
import type { ColumnSums } from './column-sums.ts'

/** A row of a list; what is worked out is put into it too. */
export type FilledRow = Map<string, Value>

/** A list as it was read: its rows are read again, from the data or their file, whenever they are walked. */
export interface Listed {
  readonly count: number
  readonly rows: Iterable<FilledRow>
  readonly extents: Extents
  /** Of what is written, not worked out. */
  readonly sums: ColumnSums
}

/** Gathers the longest values of each column while rows pass. */
export class Extents {
  readonly columns = new Map<string, Extent>()

  see(column: string, { text, figure, unit, at }: Value): void {
    const known = this.columns.get(column) ?? { text: '', figure: '', places: 0 }
    const { text: longest, figure: widest, places } = known
    if (figure === undefined || unit) {
      if (text.length > longest.length) this.columns.set(column, { ...known, text, ...originOf(unit && at) })
    } else if (wholeLength(figure) > wholeLength(widest) || decimalsOf(figure) > places)
      this.columns.set(column, {
        text: longest,
        figure: wholeLength(figure) > wholeLength(widest) ? figure : widest,
        places: Math.max(places, decimalsOf(figure)),
        ...originOf(
          wholeLength(figure) + decimalsOf(figure) > wholeLength(widest) + decimalsOf(widest) ? at : known.at,
        ),
      })
  }
}

const originOf = (at: Span | undefined): { at?: Span } => (at ? { at } : {})

const wholeLength = (figure: string): number => {
  const point = figure.indexOf('.')
  return point < 0 ? figure.length : point
}
