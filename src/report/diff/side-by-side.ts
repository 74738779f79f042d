import {
  type Change,
  type FieldLine,
  type GridCell,
  type GridDocument,
  type GridItem,
  type GridTable,
  type Impact,
  impacts,
  type Runs,
} from '../../model/index.ts'
import { itemDifferences, itemKey } from '../../text/item-differences.ts'
import type { DiffLine } from './view.ts'

/** Both blanks beside each other, an item a line; what is in one of them only has nothing beside it. */
export interface SideBySide {
  readonly lines: readonly { readonly old: ShownItem | null; readonly new: ShownItem | null }[]
}

export interface ShownItem {
  readonly kind: string
  readonly isTable: boolean
  readonly isFields: boolean
  readonly runs: readonly ShownRun[]
  readonly segments: readonly ShownSegment[]
  readonly rows: readonly { readonly cells: readonly ShownCell[] }[]
  readonly impact: string
  readonly says: string
}

interface ShownCell {
  readonly colSpan: number
  readonly rowSpan: number
  readonly head: boolean
  readonly role: string
  readonly paragraphs: readonly { readonly runs: readonly ShownRun[] }[]
  /** The gravest impact of what changed here; '' where nothing did. */
  readonly impact: string
  readonly says: string
}

/** A label or a place to write of a line; lengths in % of the line. */
interface ShownSegment {
  /** From the end of the one before. */
  readonly gap: number
  readonly width: number
  readonly rule: boolean
  readonly runs: readonly ShownRun[]
  readonly impact: string
  readonly says: string
}

interface ShownRun {
  readonly text: string
  readonly sup: boolean
  readonly sub: boolean
  readonly strong: boolean
}

type Edition = 'old' | 'new'

/** The documents of both editions with what changed marked in each. */
export function sideBySide(
  documents: { readonly old: GridDocument; readonly new: GridDocument },
  lines: readonly DiffLine[],
): SideBySide {
  const marks = { old: new Marks(lines, 'old'), new: new Marks(lines, 'new') }
  const width = { old: bodyWidth(documents.old), new: bodyWidth(documents.new) }
  const before = new Map(documents.old.items.map((item) => [itemKey(item), item]))
  const show = (item: GridItem | undefined, edition: Edition) =>
    item ? shownItem(item, marks[edition], width[edition]) : null
  return {
    lines: itemDifferences(documents.old.items, documents.new.items).flatMap(({ kind, items }) =>
      items.map((item) => ({
        old: kind === 'added' ? null : show(before.get(itemKey(item)), 'old'),
        new: kind === 'removed' ? null : show(item, 'new'),
      })),
    ),
  }
}

const bodyWidth = ({ page: { width, margin } }: GridDocument): number => width - margin.left - margin.right

/** What changed, by the path of what stands in a cell. */
class Marks {
  readonly #edition: Edition
  readonly #at = new Map<string, DiffLine[]>()
  readonly #below = new Map<string, DiffLine[]>()
  readonly #within = new Map<string, DiffLine[]>()
  readonly #totals = new Map<string, DiffLine[]>()

  constructor(lines: readonly DiffLine[], edition: Edition) {
    this.#edition = edition
    for (const line of lines) {
      const path = line.change[edition]?.path
      // Numbers that follow from other changes are in the list; marking each would hide what changed.
      if (path === undefined || line.check.endsWith('-renumbered')) continue
      add(this.#at, path, line)
      if (isOfTotal(line.change)) add(this.#totals, path, line)
      if (isWithinCell(line.change)) add(this.#within, path.slice(0, path.lastIndexOf('.')), line)
      else if (!line.change.old || !line.change.new) add(this.#below, path, line)
    }
  }

  /** @param id of a cell or item: `block[2].column`, `block.column:label`, `block.total.column` */
  of(id: string): DiffLine[] {
    const path = id.replace(/:.*$/, '').replaceAll(/\[\d+\]/g, '')
    const plain = path.replace(/\.(total|more)\./, '.')
    const found = [...(this.#at.get(path) ?? []), ...(plain === path ? [] : (this.#at.get(plain) ?? []))]
    const list = /^(.+)\.total(\.|$)/.exec(path)?.[1]
    if (list !== undefined) found.push(...(this.#totals.get(list) ?? []))
    const segments = plain.split('.')
    for (let n = 1; n < segments.length; n++) found.push(...(this.#below.get(segments.slice(0, n).join('.')) ?? []))
    // A cell of a named row stands under its column, too.
    for (let n = 1; n < segments.length - 1; n++) {
      const column = [...segments.slice(0, n), segments.at(-1)].join('.')
      found.push(...(this.#below.get(column) ?? []).filter(({ change }) => isColumn(change)))
      if (!id.includes(':')) found.push(...(this.#within.get(column) ?? []))
    }
    // What a cell offers stands in the cell itself, not in its label.
    if (!id.includes(':')) found.push(...(this.#within.get(plain) ?? []))
    return found.filter(({ change }) => change[this.#edition] !== undefined)
  }
}

/** Options and places to write are printed in the cell that they belong to. */
const isWithinCell = ({ kind }: Change): boolean => kind === 'option' || kind === 'place'

/** It is told of the list, and is a row of it. */
const isOfTotal = ({ check }: Change): boolean => check === 'total-added' || check === 'total-removed'

const isColumn = ({ kind }: Change): boolean => kind === 'column' || kind === 'print-column'

const add = (map: Map<string, DiffLine[]>, path: string, line: DiffLine): void => {
  map.set(path, [...(map.get(path) ?? []), line])
}

/** The class of the gravest change, and what all of them are. */
function mark(lines: readonly DiffLine[]): { readonly impact: string; readonly says: string } {
  const gravest = impacts.find((impact: Impact) => lines.some((line) => line.impact === impact)) ?? ''
  return { impact: gravest, says: [...new Set(lines.map(({ phrase }) => phrase))].join(' · ') }
}

function shownItem(item: GridItem, marks: Marks, width: number): ShownItem {
  if (item.kind === 'table') return { ...empty, kind: 'table', isTable: true, rows: shownRows(item, marks) }
  if (item.kind === 'text') {
    const id = item.note === undefined ? item.id : `notes.${item.note.slice(item.note.indexOf('.') + 1)}`
    return { ...empty, kind: item.role, runs: shownRuns(item.content), ...mark(marks.of(id)) }
  }
  return { ...empty, kind: 'fields', isFields: true, segments: shownSegments(item, marks, width) }
}

function shownSegments({ segments }: FieldLine, marks: Marks, width: number): ShownSegment[] {
  const share = (length: number): number => Math.max(0, Math.round((length / width) * 1000) / 10)
  let end = 0
  return segments.map((segment) => {
    const gap = share(segment.x - end)
    end = segment.x + segment.width
    const { id, content, rule } = segment
    return { gap, width: share(segment.width), rule: rule === true, runs: shownRuns(content), ...mark(marks.of(id)) }
  })
}

const empty: ShownItem = {
  kind: '',
  isTable: false,
  isFields: false,
  runs: [],
  segments: [],
  rows: [],
  impact: '',
  says: '',
}

const shownRows = (table: GridTable, marks: Marks): ShownItem['rows'] =>
  Array.from(table.rows, ({ cells }) => ({ cells: cells.map((cell) => shownCell(cell, marks)) }))

const shownCell = (cell: GridCell, marks: Marks): ShownCell => ({
  colSpan: cell.colSpan,
  rowSpan: cell.rowSpan,
  head: cell.scope !== undefined,
  role: cell.role,
  paragraphs: cell.content.map((runs) => ({ runs: shownRuns(runs) })),
  ...mark(marks.of(cell.id)),
})

const shownRuns = (runs: Runs): ShownRun[] =>
  runs.map(({ text, mark: script, strong }) => ({
    text,
    sup: script === 'sup',
    sub: script === 'sub',
    strong: strong === true,
  }))
