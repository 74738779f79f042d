import type { Locale } from './entry.ts'

type Both = Readonly<Record<Locale, string>>

/** Why a key says nothing, or a type cannot stand, where it is written; and what to do about it. */
export const fitting: Readonly<Record<string, { readonly why: Both; readonly fix: Both }>> = {
  content: {
    why: { zh: '填写的内容在它下面的节点里', en: 'what is filled in stands in the nodes below' },
    fix: {
      zh: '请移到下面要填写的那个节点上，或删去它。',
      en: 'Move it to the node below that asks for something, or remove it.',
    },
  },
  tables: {
    why: { zh: '这个部分由 tables 组成', en: 'this part consists of `tables`' },
    fix: { zh: '请移到各张表上，或删去它。', en: 'Move it to the tables, or remove it.' },
  },
  printed: {
    why: { zh: '这一列由表自己印，不填写', en: 'this column is printed, not filled in' },
    fix: { zh: '请删去它，或改写这一列的 type。', en: 'Remove it, or give the column another type.' },
  },
  group: {
    why: { zh: '有 rows 的行只印名称', en: 'of a row with `rows` only the label is printed' },
    fix: {
      zh: '请给它单独一行，其余各行写 within 指向它；或移到下面的行上。',
      en: 'Give it a row of its own that the others are `within`, or move the key to the rows below.',
    },
  },
  'beside fields': {
    why: { zh: 'fields 旁边的列不能再分栏', en: 'columns beside `fields` have no columns below them' },
    fix: { zh: '请把这些列写成并列的。', en: 'Write these columns side by side.' },
  },
  'line column': {
    why: {
      zh: 'fields 旁边的列只排版，填什么由各个 field 说',
      en: 'columns beside `fields` only set the lines; each field says what it asks',
    },
    fix: { zh: '请移到各个 field 上，或删去它。', en: 'Move it to the fields, or remove it.' },
  },
  lines: {
    why: { zh: '这里的 fields 排成文字行，不在表格里', en: 'these fields stand on lines of text, not in a table' },
    fix: { zh: '请删去它；要排成表格请写 as: grid。', en: 'Remove it; for a table write as: grid.' },
  },
  'no lines': {
    why: { zh: '含有表格的部分不能排成文字行', en: 'what holds a table cannot be set as lines of text' },
    fix: { zh: '请删去 as，或把表格移到另一个部分。', en: 'Remove `as`, or move the table to a part of its own.' },
  },
  'field table': {
    why: {
      zh: '同一行里有带表格、分组或整行文字的 field',
      en: 'on this line stands a field with a block, a group or a printed text',
    },
    fix: { zh: '请删去 beside；要左右并列请用 blocks。', en: 'Remove `beside`; for blocks side by side use `blocks`.' },
  },
  'field width': {
    why: { zh: '这里的宽度由列或整行决定', en: 'the width here is that of the columns or the line' },
    fix: { zh: '请删去它，或写在 columns 的列上。', en: 'Remove it, or write it on the columns.' },
  },
  apart: {
    why: { zh: '所指的节点不在紧挨着的上一行', en: 'the node it names does not stand on the line before' },
    fix: { zh: '请把它紧接着写在所指的节点之后。', en: 'Put it right after the node that it names.' },
  },
  'one column': {
    why: {
      zh: '同一行的两个 field 要填在不同的 value 列',
      en: 'two fields of a line are filled in different value columns',
    },
    fix: {
      zh: '请给其中一个写 column，或删去 beside。',
      en: 'Write `column` on one of them, or remove `beside`.',
    },
  },
  more: {
    why: { zh: 'more 只印一句话，由填表人自己添行', en: '`more` prints a remark; the filler adds the lines' },
    fix: { zh: '请删去它，或删去 more。', en: 'Remove it, or remove `more`.' },
  },
  'no figure': {
    why: { zh: '这里填的不是数', en: 'what is filled in here is no figure' },
    fix: {
      zh: '请写明 unit 或数值的 type（count、number、rate），或删去它。',
      en: 'Give the node a unit or a type of figures (count, number, rate), or remove the key.',
    },
  },
  whole: {
    why: { zh: 'count 是整数', en: 'a count is a whole number' },
    fix: { zh: '请写 type: number，或删去它。', en: 'Write type: number, or remove it.' },
  },
  'no characters': {
    why: { zh: '这里填的内容没有字数', en: 'what is filled in here has no number of characters' },
    fix: { zh: '请删去它。', en: 'Remove it.' },
  },
  closed: {
    why: { zh: '这里什么也不填', en: 'nothing is filled in here' },
    fix: { zh: '请删去它，或删去 value。', en: 'Remove it, or remove `value`.' },
  },
  'spanner cell': {
    why: { zh: '这是一个总栏，下面还有栏', en: 'it is a spanner, with columns below it' },
    fix: { zh: '请写到最下一级的列，如 saved.value。', en: 'Name a column at its foot, as in saved.value.' },
  },
  'no column': {
    why: { zh: '只有表的列能用它', en: 'only columns of a table can be of it' },
    fix: {
      zh: '请换一个 type；stub、code、seq 等写在 columns 的列上。',
      en: 'Choose another type; stub, code, seq and their like stand on columns.',
    },
  },
  'no fields': {
    why: { zh: 'value 列要与 fields 写在一起', en: 'a value column goes with `fields`' },
    fix: {
      zh: '请删去它；块里填写的列不用写 type。',
      en: 'Remove it: a column of a block that is filled in needs no such type.',
    },
  },
  'column of fields': {
    why: { zh: 'fields 旁边的列只能是 code、stub、value', en: 'a column beside `fields` is code, stub or value' },
    fix: {
      zh: '请改写它的 type；如果要的是另一张表，请把两者放在 blocks 或 tables 下。',
      en: 'Give it one of these types; for a table of its own put both under `blocks` or `tables`.',
    },
  },
  spanner: {
    why: { zh: '下面还有栏的列只是总栏', en: 'a column with columns below it is a spanner' },
    fix: { zh: '请把 type 写到下面的列上。', en: 'Write the type on the columns below.' },
  },
}
