import {
  type Block,
  type Column,
  type Content,
  type Entry,
  type FilledForm,
  type Form,
  type Placed,
  type PrintedText,
  type Runs,
  runsOf,
  type Stack,
  type Style,
  type StyleName,
} from '../../model/index.ts'
import type { Words } from '../words.ts'
import { Body } from './body.ts'
import { type Box, type DraftCell, fullRow, type GridBox, headerOf, heightOf, stretch } from './box.ts'
import { fieldsBox } from './fields.ts'
import { headerRows } from './header.ts'
import { naturalColumns } from './natural.ts'
import { signedLook } from './sign.ts'

/** Width of the lines in the labels of sections, em, where none is given: in every size they break alike. */
const sectionLineEm = 8 + 1 / 3
/** Writing space of a section that is one free text. */
const freeTextLines = 3

export interface Drafting {
  readonly form: Form
  readonly filled: FilledForm
  readonly words: Words
  /** Of the box to be drafted, pt; nearly so where boxes stand side by side. */
  readonly width: number
  readonly styles: Readonly<Record<StyleName, Style>>
  /** Measures a paragraph set in a style, pt. */
  readonly measure: (runs: Runs, style: Style) => number
  /** Width of a text as it is drawn, pt: never more than is measured. */
  readonly advance: (text: string, style: Style) => number
}

/** Drafts the content of a table, or of a node in it. */
export function contentBox(drafting: Drafting, content: Content, path: string): Box {
  switch (content.kind) {
    case 'block':
      return blockBox(drafting, content, path)
    case 'stack':
      return content.of === 'sections' ? sectionsBox(drafting, content, path) : blocksBox(drafting, content)
    case 'fields':
      return fieldsBox(drafting, content, path)
    case 'entry':
      return entryBox(drafting, content, path)
    case 'text':
      return textBox(drafting, content, path)
  }
}

function blockBox(drafting: Drafting, given: Block, path: string): GridBox {
  const { form, filled, words } = drafting
  const block = withAdded(given, filled)
  const header = headerRows(form, block, path, words)
  const body = new Body(filled, form, block, path, words)
  const box = (extra: number): GridBox => {
    const { rows, list, longest } = body.rows(extra)
    return {
      kind: 'grid',
      columns: naturalColumns(drafting, block, path, longest ? [...rows, longest] : rows),
      headerRows: header.length,
      rows: [...header, ...rows],
      ...(list ? { list: { ...list, at: header.length + list.at }, grow: (more: number) => box(extra + more) } : {}),
    }
  }
  return box(0)
}

/** The filler's columns stand in place of the one that said there may be more. */
function withAdded(block: Block, { added }: FilledForm): Block {
  const replace = (columns: readonly Column[]): Column[] =>
    columns.flatMap((column) => added.get(column.path) ?? [{ ...column, children: replace(column.children) }])
  return added.size === 0 ? block : { ...block, columns: replace(block.columns) }
}

function entryBox(drafting: Drafting, { ask }: Entry, path: string): Box {
  const look = signedLook(drafting, ask, path, drafting.width)
  return fullRow({ id: path, ...look }, 'body', { lines: ask.lines ?? freeTextLines })
}

function textBox({ form }: Drafting, { text }: PrintedText, path: string): Box {
  return fullRow({ id: path, role: 'text', style: 'cellText', content: [runsOf(form, text)], input: false }, 'label')
}

function sectionsBox(drafting: Drafting, stack: Stack, path: string): Box {
  const { form, width, styles } = drafting
  const widths = stack.children.flatMap(({ width: own }) => (own === undefined ? [] : [own]))
  const { padding, size } = styles.cellSection
  const labelEm = widths.length > 0 ? Math.max(...widths) : sectionLineEm + (2 * padding.x) / size
  const rest = width - Math.min(labelEm * styles.cellText.size, width / 2)
  const sections = stack.children.map((child) => ({
    ...(child.label ? { label: sectionLabel(form, child) } : {}),
    box: contentBox({ ...drafting, width: child.label ? rest : width }, child.content, child.path),
  }))
  const [left, right] = stack.head
  if (left && right) {
    const head = (id: string, text: typeof left): DraftCell => ({
      id: `${path}:${id}`,
      role: 'head',
      scope: 'column',
      style: 'cellHead',
      content: [runsOf(form, text)],
      input: false,
    })
    sections.unshift({
      label: head('head1', left),
      box: fullRow(head('head2', right), 'header', { keepWithNext: true }),
    })
  }
  return { kind: 'sections', labelEm, sections }
}

function sectionLabel(form: Form, { path }: Placed): DraftCell {
  const content = [form.labels.get(path) ?? []]
  return { id: `${path}:label`, role: 'section', scope: 'row', style: 'cellSection', content, input: false }
}

function blockLabel(form: Form, { path }: Placed): DraftCell {
  const content = [form.labels.get(path) ?? []]
  return { id: `${path}:label`, role: 'title', scope: 'column', style: 'cellLabel', content, input: false }
}

/** Nodes in lines: each begins one unless it stands `beside` the one before. */
export function besideLines<T extends Placed>(nodes: readonly T[]): [T, ...T[]][] {
  const lines: [T, ...T[]][] = []
  for (const node of nodes) {
    const line = node.beside === undefined ? undefined : lines.at(-1)
    if (line) line.push(node)
    else lines.push([node])
  }
  return lines
}

/** Blocks one above the other; those `beside` each other share a height. */
function blocksBox(drafting: Drafting, stack: Stack): Box {
  const boxes = besideLines(stack.children).map(([first, ...neighbours]): Box => {
    const part = { ...drafting, width: drafting.width / (neighbours.length + 1) }
    const left = blockWithLabel(part, first, undefined)
    if (neighbours.length === 0) return left
    const line = [left, ...neighbours.map((child) => blockWithLabel(part, child, left))]
    const rows = Math.max(...line.map(heightOf))
    return { kind: 'beside', boxes: line.map((box) => stretch(box, rows)) }
  })
  return boxes.length === 1 ? (boxes[0] as Box) : { kind: 'stack', boxes }
}

/** A block under its label; aligned with a neighbour's rows, the label reaches down over the neighbour's header. */
function blockWithLabel(drafting: Drafting, child: Placed, neighbour: Box | undefined): Box {
  const box = contentBox(drafting, child.content, child.path)
  if (!child.label) return box
  const rows = child.align === 'rows' && neighbour ? Math.max(1, headerOf(neighbour)) : 1
  return underLabel(blockLabel(drafting.form, child), box, rows)
}

/** Puts a label over a box. Over rows × columns it becomes the first header row, so that a neighbour knows its header. */
export function underLabel(label: DraftCell, box: Box, height = 1): Box {
  const over = (width: number): GridBox['rows'] => [
    {
      id: label.id,
      role: 'label',
      keepWithNext: true,
      cells: [{ cell: label, column: 0, colSpan: width, rowSpan: height }],
    },
    ...Array.from({ length: height - 1 }, (_, n) => ({
      id: `${label.id}+${n + 1}`,
      role: 'label' as const,
      keepWithNext: true,
      cells: [],
    })),
  ]
  if (box.kind !== 'grid')
    return {
      kind: 'stack',
      boxes: [{ kind: 'grid', columns: [{ em: 1, fixed: false }], headerRows: height, rows: over(1) }, box],
    }
  const { grow, list } = box
  return {
    ...box,
    headerRows: box.headerRows + height,
    rows: [...over(box.columns.length), ...box.rows],
    ...(list ? { list: { ...list, at: list.at + height } } : {}),
    ...(grow ? { grow: (rows: number) => underLabel(label, grow(rows), height) as GridBox } : {}),
  }
}
