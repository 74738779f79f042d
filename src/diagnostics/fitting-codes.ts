import type { Entry } from './entry.ts'

/** Messages about keys that do not go together, or say nothing where they stand. */
export const fittingCodes = {
  'two-contents': {
    severity: 'error',
    zh: { what: '一个节点不能同时有 “{first}” 和 “{second}”', remedy: '请只保留其一，或用 blocks 把两者叠放。' },
    en: {
      what: 'a node cannot have both "{first}" and "{second}"',
      remedy: 'Keep one of them, or stack the two under `blocks`.',
    },
  },
  'no-columns': {
    severity: 'error',
    zh: { what: '有 “{key}” 却没有 columns', remedy: '请写出这个块的 columns。' },
    en: { what: 'there is "{key}" but no columns', remedy: 'Give the block its columns.' },
  },
  'empty-node': {
    severity: 'error',
    zh: {
      what: '“{id}” 下面没有可印的内容',
      remedy: '请在它下面写出内容，如 fields、columns、sections、blocks、tables 或 text；用不到就删去。',
    },
    en: {
      what: '"{id}" has nothing to print',
      remedy: 'Write what belongs there, as fields, columns, sections, blocks, tables or text, or remove it.',
    },
  },
  'unit-without-label': {
    severity: 'error',
    zh: {
      what: '“{id}” 有单位，这里却没有地方印',
      remedy: '请给它 label，或改写 unitAt：有列时可写 row，表可写 caption，不印则写 none。',
    },
    en: {
      what: '"{id}" has a unit but nothing here prints it',
      remedy:
        'Give it a label, or write another unitAt: row over columns, caption on a table, none where it is not printed.',
    },
  },
  'idle-key': {
    severity: 'error',
    zh: { what: '“{key}” 在这里不起作用：{problem}', remedy: '{fix}' },
    en: { what: '"{key}" says nothing here: {problem}', remedy: '{fix}' },
  },
  'needs-key': {
    severity: 'error',
    zh: { what: '有 “{key}” 却没有 “{other}”', remedy: '请补上 {other}，或删去 {key}。' },
    en: { what: 'there is "{key}" without "{other}"', remedy: 'Add {other}, or remove {key}.' },
  },
  'clashing-keys': {
    severity: 'error',
    zh: { what: '“{first}” 和 “{second}” 合不到一起', remedy: '两者说的是不同的填法，请只保留其一。' },
    en: {
      what: '"{first}" and "{second}" do not go together',
      remedy: 'They ask for different things: keep one of them.',
    },
  },
  'misplaced-type': {
    severity: 'error',
    zh: { what: '这里的 type 不能是 “{type}”：{problem}', remedy: '{fix}' },
    en: { what: 'type cannot be "{type}" here: {problem}', remedy: '{fix}' },
  },
  'empty-range': {
    severity: 'error',
    zh: { what: '最小值 {min} 大于最大值 {max}', remedy: '请检查 min 和 max，其中之一可能写在上级节点。' },
    en: {
      what: 'the least value {min} is greater than the greatest, {max}',
      remedy: 'Check min and max; one of them may come from a node above.',
    },
  },
  'tight-bar': {
    severity: 'error',
    zh: {
      what: '文字中的 “{bar}” 不会把单位、类型与名称分开',
      remedy: '请用半角竖线，两边各空一格，如 重量 | 吨；要印出竖线本身请写 \\|。',
    },
    en: {
      what: 'the "{bar}" in this text parts no unit or type from the label',
      remedy: 'Write a plain bar with a space on both sides, as in Mass | kg; to print a bar write \\|.',
    },
  },
  unprinted: {
    severity: 'error',
    zh: {
      what: '“{key}” 没有地方印：没有 type 为 {type} 的列',
      remedy: '请加一列 type 为 {type} 的列，或删去 {key}。',
    },
    en: {
      what: '"{key}" is printed nowhere: no column is of type {type}',
      remedy: 'Add a column of type {type}, or remove {key}.',
    },
  },
} as const satisfies Record<string, Entry>
