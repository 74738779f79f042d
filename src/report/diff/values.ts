import type { Locale } from '../../diagnostics/index.ts'
import type { CheckId } from '../../model/index.ts'

type Both = Readonly<Record<Locale, string>>
type Words = Readonly<Record<string, Both>>

const types: Words = {
  text: { zh: '文字', en: 'text' },
  count: { zh: '个数', en: 'count' },
  number: { zh: '数', en: 'number' },
  rate: { zh: '比率', en: 'rate' },
  quantity: { zh: '数和单位', en: 'quantity with its unit' },
  date: { zh: '日期', en: 'date' },
  month: { zh: '年月', en: 'month' },
  year: { zh: '年份', en: 'year' },
  yesno: { zh: '是或否', en: 'yes or no' },
  choice: { zh: '选项', en: 'choice' },
  check: { zh: '勾选', en: 'check mark' },
  phone: { zh: '电话', en: 'phone' },
  email: { zh: '电子邮箱', en: 'e-mail' },
  file: { zh: '文件', en: 'file' },
  signature: { zh: '签名', en: 'signature' },
}

const contents: Words = {
  entry: { zh: '一格', en: 'one place to write' },
  text: { zh: '印好的文字', en: 'printed text' },
  fields: { zh: '若干项', en: 'fields' },
  block: { zh: '表格', en: 'a table' },
  stack: { zh: '几块', en: 'blocks' },
  tables: { zh: '分表', en: 'sub-tables' },
  columns: { zh: '几列', en: 'columns' },
  column: { zh: '一列', en: 'one column' },
  more: { zh: '可增加的列', en: 'columns to be added' },
  printed: { zh: '不填的列', en: 'a printed column' },
  rows: { zh: '几行', en: 'rows' },
  row: { zh: '一行', en: 'one row' },
}

/** Values that are no words of the form or of its language. */
const values: Partial<Record<CheckId, Words>> = {
  'type-changed': types,
  'type-widened': types,
  'type-narrowed': types,
  'content-changed': contents,
  'list-changed': { true: { zh: '清单', en: 'a list' }, false: { zh: '单行', en: 'one row' } },
  'page-break-changed': {
    true: { zh: '另起一页', en: 'on a new page' },
    false: { zh: '接排', en: 'runs on' },
    table: { zh: '分表另起一页', en: 'on a new page' },
  },
  'row-numbers-changed': { true: { zh: '印序号', en: 'numbered' }, false: { zh: '不印序号', en: 'not numbered' } },
}

/** Values that are written with a word for what they are, or behind it. */
const patterns: Partial<Record<CheckId, readonly (readonly [RegExp, Both])[]>> = {
  'height-changed': [
    [/\blines (\d+)/g, { zh: '$1 行', en: '$1 lines' }],
    [/\blines —/g, { zh: '自动', en: 'as high as its text' }],
    [/\bshrinkTo (\d\S*)/g, { zh: '字缩到 $1 磅', en: 'text shrinks to $1 pt' }],
    [/\bshrinkTo shrink/g, { zh: '字缩小', en: 'text shrinks' }],
    [/\bshrinkTo —/g, { zh: '字不缩小', en: 'text does not shrink' }],
  ],
  'page-changed': [[/ landscape$/, { zh: ' 横向', en: ' landscape' }]],
}

/** A value as people read it. */
export function valueName(check: CheckId, value: string, locale: Locale): string {
  const known = values[check]
  if (known && Object.hasOwn(known, value)) return (known[value] as Both)[locale]
  return (patterns[check] ?? []).reduce((text, [pattern, said]) => text.replace(pattern, said[locale]), value)
}
