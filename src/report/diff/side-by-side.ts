import {
  type FieldLine,
  type GridCell,
  type GridDocument,
  type GridItem,
  type GridTable,
  type Impact,
  impacts,
  type Runs,
} from '../../model/index.ts'
import { differences } from '../../text/differences.ts'
import { Marks } from './marks.ts'
import type { DiffLine } from './view.ts'

/** Both blanks beside each other, an item a line; what is in one of them only has nothing beside it. */
export interface SideBySide {
  readonly lines: readonly { readonly old: ShownItem | null; readonly new: ShownItem | null }[]
}

export interface ShownItem {
  readonly kind: string
  /** As on paper: left, center, right or justify. */
  readonly align: string
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
  const key = ({ kind, id }: GridItem): string => `${kind} ${id}`
  const marks = { old: new Marks(lines, 'old'), new: new Marks(lines, 'new') }
  const width = { old: bodyWidth(documents.old), new: bodyWidth(documents.new) }
  const before = new Map(documents.old.items.map((item) => [key(item), item]))
  const show = (item: GridItem | undefined, edition: Edition) =>
    item ? shownItem(item, marks[edition], width[edition], documents[edition]) : null
  return {
    lines: differences(documents.old.items, documents.new.items, key).flatMap(({ kind, items }) =>
      items.map((item) => ({
        old: kind === 'added' ? null : show(before.get(key(item)), 'old'),
        new: kind === 'removed' ? null : show(item, 'new'),
      })),
    ),
  }
}

const bodyWidth = ({ page: { width, margin } }: GridDocument): number => width - margin.left - margin.right

/** The class of the gravest change, and what all of them are. */
function mark(lines: readonly DiffLine[]): { readonly impact: string; readonly says: string } {
  const gravest = impacts.find((impact: Impact) => lines.some((line) => line.impact === impact)) ?? ''
  return { impact: gravest, says: [...new Set(lines.map(({ phrase }) => phrase))].join(' · ') }
}

function shownItem(item: GridItem, marks: Marks, width: number, { styles }: GridDocument): ShownItem {
  if (item.kind === 'table') return { ...empty, kind: 'table', isTable: true, rows: shownRows(item, marks) }
  if (item.kind === 'text') {
    const id = item.note === undefined ? item.id : `notes.${item.note.slice(item.note.indexOf('.') + 1)}`
    const { align } = styles[item.style]
    return { ...empty, kind: item.role, align, runs: shownRuns(item.content), ...mark(marks.text(id)) }
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
  align: '',
  isTable: false,
  isFields: false,
  runs: [],
  segments: [],
  rows: [],
  impact: '',
  says: '',
}

function shownRows(table: GridTable, marks: Marks): ShownItem['rows'] {
  const rows = [...table.rows]
  const own = new Set(rows.flatMap(({ cells }) => cells.filter(({ role }) => role === 'unit').map(unitOf)))
  const found = (cell: GridCell): DiffLine[] => {
    if (cell.role === 'unit') return marks.unit(unitOf(cell))
    // A unit that has a cell of its own is not said in the label.
    const all = marks.of(cell.id)
    const isApart = cell.id.endsWith(':label') && own.has(unitOf(cell))
    return isApart ? all.filter(({ check }) => !/^unit-(?!place)/.test(check)) : all
  }
  return rows.map(({ cells }) => ({ cells: cells.map((cell) => shownCell(cell, found(cell))) }))
}

/** What a label or unit cell is of: a column has them under its own path, a row's unit stands in a cell of the row. */
const unitOf = ({ id, role }: GridCell): string =>
  role === 'unit' && !id.includes(':') ? id.slice(0, id.lastIndexOf('.')) : id.replace(/:.*$/, '')

const shownCell = (cell: GridCell, changes: readonly DiffLine[]): ShownCell => ({
  colSpan: cell.colSpan,
  rowSpan: cell.rowSpan,
  head: cell.scope !== undefined,
  role: cell.role,
  paragraphs: cell.content.map((runs) => ({ runs: shownRuns(runs) })),
  ...mark(changes),
})

const shownRuns = (runs: Runs): ShownRun[] =>
  runs.map(({ text, mark: script, strong }) => ({
    text,
    sup: script === 'sup',
    sub: script === 'sub',
    strong: strong === true,
  }))
