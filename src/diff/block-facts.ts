import type { Block, Column, Form, List, Row } from '../model/index.ts'
import { askFacts, valueFacts } from './ask-facts.ts'
import { type Fact, fact, nameFacts, type SharedNames, textFacts, unitFact } from './facts.ts'

/** The path of the block that columns and rows name each other within. */
const blockPath = ({ columns }: Block): string => {
  const [first] = columns
  return first ? first.path.slice(0, -first.id.length - 1) : ''
}

export function blockFacts(form: Form, names: SharedNames, block: Block): Fact[] {
  const { columnCodes, codesAt, header, list } = block
  return [
    ...fact('header', `${header} ${columnCodes === undefined ? '' : codesAt}`),
    ...fact('code', columnCodes),
    ...fact('list', list !== undefined),
    ...fact('unitPlace', block.unitAt),
    ...(list ? listFacts(form, names, list, blockPath(block)) : []),
  ]
}

function listFacts(form: Form, names: SharedNames, list: List, path: string): Fact[] {
  return [
    ...fact('more', list.more !== undefined),
    ...fact('blankRows', list.blank),
    ...fact('rowNumbers', list.numbered),
    ...[...(list.more ?? [])].flatMap(([at, text]) =>
      textFacts(form, names, 'words', text, `more ${names.node(`${path}.${at}`)}`),
    ),
    ...textFacts(form, names, 'total', list.total),
    ...(list.key === undefined
      ? []
      : [{ aspect: 'rowKey' as const, key: names.node(`${path}.${list.key}`), shown: list.key }]),
  ]
}

/** @param listed whether a CSV file may name it in its header, as it may the columns of a list */
export function columnFacts(form: Form, names: SharedNames, column: Column, listed: boolean): Fact[] {
  const { kind, children, ask, within, code, width, printed, given, label } = column
  const leaf = children.length === 0
  const asks = kind === 'data' || kind === 'more'
  return [
    ...(listed ? nameFacts(form, names, label, 'column') : textFacts(form, names, 'label', label)),
    ...fact('printed', printed),
    ...fact('code', code),
    ...fact('width', width),
    ...(within === undefined ? [] : withinFact(names, column, within)),
    ...(asks ? fact('given', given) : fact('printedKind', kind)),
    ...fact('content', !asks ? 'printed' : !leaf ? 'columns' : kind === 'more' ? 'more' : 'column'),
    ...(leaf && asks ? askFacts(form, names, ask) : []),
  ]
}

/** @param block path of the block */
export function rowFacts(form: Form, names: SharedNames, row: Row, block: string): Fact[] {
  const { label, code, unit, within, lines, cells, value, children } = row
  return [
    ...textFacts(form, names, 'label', label),
    ...fact('content', children.length > 0 ? 'rows' : 'row'),
    ...fact('code', code),
    ...unitFact(unit),
    ...(within === undefined ? [] : withinFact(names, row, within)),
    ...fact('height', lines),
    ...valueFacts(form, names, value),
    ...[...cells].flatMap(([at, cell]) => valueFacts(form, names, cell, names.node(`${block}.${at}`))),
  ]
}

function withinFact(names: SharedNames, { path, id }: Column | Row, within: string): Fact[] {
  return [{ aspect: 'within', key: names.node(path.slice(0, path.length - id.length) + within), shown: within }]
}
