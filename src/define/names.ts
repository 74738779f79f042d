import type { Span } from '../diagnostics/index.ts'
import type { Block, CellValue, Column, Content, Definition, Field, Formula, Placed, Row } from '../model/index.ts'
import type { LocatedMap } from '../yaml/index.ts'
import { checkFormulas } from './formulas.ts'
import { childOf } from './normalise.ts'
import { type BlockAt, Index, type Kind } from './operands.ts'
import { type Context, mapOf } from './reader.ts'
import { unknownName } from './unknown-name.ts'

/** The file, to point at the very word. */
export interface Written {
  readonly source: string
  /** With every `like` and shorthand written out. */
  readonly root: LocatedMap
}

interface Checking extends Context, Written {}

/** Checks every name that one node says of another, and the formulas: their operands, units and circles. */
export function checkNames(definition: Definition, known: Context, written: Written): void {
  const context: Checking = { ...known, ...written }
  const index = new Index()
  for (const part of definition.parts) {
    index.add({ path: part.path, kind: 'block' })
    for (const table of part.tables) {
      if (table.path !== part.path) index.add({ path: table.path, kind: 'block' })
      indexContent(index, table.content, table.path, context)
    }
  }
  checkFormulas(index, context)
}

/** Where a word of a node stands: the value at the end of the keys, or the last key itself. */
function wordAt(
  { root }: Written,
  path: string,
  keys: readonly string[],
  itself: 'value' | 'key' = 'value',
): Span | undefined {
  let node: LocatedMap | undefined = root
  for (const id of path.split('.')) node = node && childOf(node, id)
  for (const key of keys.slice(0, -1)) node = node && mapOf(node, key)
  const entry = node?.entries.get(keys.at(-1) as string)
  return itself === 'key' ? entry?.keyAt : entry?.value.at
}

const formulaOf = (value: CellValue | undefined): Formula | undefined =>
  value?.kind === 'formula' ? value.formula : undefined

function indexContent(index: Index, content: Content, path: string, context: Checking, more = false): void {
  if (content.kind === 'entry') {
    const { unit, value } = content.ask
    index.add({ path, kind: more ? 'more' : 'entry', ...(unit ? { unit } : {}) }, formulaOf(value))
  } else if (content.kind === 'block') {
    indexBlock(index, content, path)
    checkBlock(content, path, context)
  } else {
    const children: readonly (Placed & Pick<Field, 'more'>)[] =
      content.kind === 'stack' ? content.children : content.kind === 'fields' ? content.fields : []
    for (const child of children) {
      index.add({ path: child.path, kind: 'block' })
      indexContent(index, child.content, child.path, context, child.more !== undefined)
    }
  }
}

function indexBlock(index: Index, block: Block, path: string): void {
  const of: BlockAt = { path, block }
  index.add({ path, kind: 'block', of })
  const addColumns = (columns: readonly Column[]): void => {
    for (const column of columns) {
      index.add({ path: column.path, kind: kindOf(column), of, column }, formulaOf(column.ask.value))
      addColumns(column.children)
    }
  }
  const addRows = (rows: readonly Row[]): void => {
    for (const row of rows) {
      const kind = row.children.length > 0 ? 'group' : 'row'
      index.add({ path: row.path, kind, of, row }, formulaOf(row.value))
      for (const [id, value] of row.cells) {
        const [formula, column] = [formulaOf(value), columnAt(block.columns, id)]
        // A column's name means the column, in the cell itself too: `= sum(cost)` in the cell of `cost`.
        if (formula && column)
          index.add({ path: `${row.path}.${id}`, kind: 'cell', of, row, column }, formula, row.path)
      }
      addRows(row.children)
    }
  }
  addColumns(block.columns)
  addRows(block.rows)
  const total = `${path}.total`
  if (block.list?.total && !index.nodes.has(total)) index.add({ path: total, kind: 'group', of })
}

function kindOf({ kind, children }: Column): Kind {
  if (children.length > 0) return 'spanner'
  return kind === 'data' ? 'column' : kind === 'more' ? 'more' : 'printed'
}

/** Checks the names by which the rows, columns and list of a block speak of each other. */
function checkBlock({ columns: all, rows: named, list }: Block, path: string, context: Checking): void {
  const checkColumns = (columns: readonly Column[]): void => {
    for (const column of columns) {
      checkWithin(column, columns, context)
      checkColumns(column.children)
    }
  }
  const checkRows = (rows: readonly Row[]): void => {
    for (const row of rows) {
      for (const column of row.cells.keys()) {
        const at = wordAt(context, row.path, ['cells', column], 'key') ?? row.at
        const found = checkColumn(column, all, at, 'cells', context)
        if (found?.children.length) context.report.add('idle-key', at, { key: column, problem: 'spanner cell' })
        else if (found && found.kind !== 'data') context.report.add('idle-key', at, { key: column, problem: 'printed' })
      }
      checkWithin(row, rows, context)
      checkRows(row.children)
    }
  }
  checkColumns(all)
  checkRows(named)
  if (!list) return
  if (list.key !== undefined) checkKey(list.key, wordAt(context, path, ['list', 'key']) ?? list.at, all, context)
  for (const column of list.more?.keys() ?? [])
    checkColumn(column, all, wordAt(context, path, ['list', 'more', column], 'key') ?? list.at, 'more', context)
}

function columnAt(columns: readonly Column[], name: string): Column | undefined {
  const [first, ...rest] = name.split('.')
  const column = columns.find(({ id }) => id === first)
  return rest.length === 0 ? column : column && columnAt(column.children, rest.join('.'))
}

function checkColumn(
  name: string,
  columns: readonly Column[],
  at: Span,
  key: string,
  { report }: Context,
): Column | undefined {
  const column = columnAt(columns, name)
  if (column) return column
  const paths = pathsOf(columns)
  const below = paths.find((path) => path.endsWith(`.${name}`))
  unknownName(report, at, { key, name }, paths, below)
  return undefined
}

/** The names of columns as a row or list says them: those below a spanner behind its id. */
const pathsOf = (columns: readonly Column[]): string[] =>
  columns.flatMap(({ id, children }) => [id, ...pathsOf(children).map((path) => `${id}.${path}`)])

function checkKey(key: string, at: Span, columns: readonly Column[], context: Context): void {
  const column = checkColumn(key, columns, at, 'key', context)
  if (column && ['count', 'number', 'rate'].includes(column.ask.type))
    context.report.add('numeric-key', at, { id: key })
}

function checkWithin(node: Column | Row, siblings: readonly (Column | Row)[], context: Checking): void {
  const { within } = node
  const ids = siblings.map(({ id }) => id)
  if (within === undefined || (ids.includes(within) && within !== node.id)) return
  const at = wordAt(context, node.path, ['within']) ?? node.at
  unknownName(context.report, at, { key: 'within', name: within }, ids)
}
