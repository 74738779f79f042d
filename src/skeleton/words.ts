import { type Ask, type Form, mostCharacters, runsOf, type Type } from '../model/index.ts'
import { parseMarks } from '../text/marks.ts'
import { readable } from '../text/wrap.ts'
import type { AskedValue } from './asked.ts'

/** What the comments say, in the language of the form. */
export interface Words {
  readonly types: Readonly<Record<Type, string>>
  readonly colon: string
  readonly comma: string
  readonly decimals: (places: number) => string
  readonly length: (characters: number) => string
  readonly paragraphs: string
  readonly required: string
  readonly from: (list: string) => string
  readonly options: (options: readonly string[]) => string
  readonly shown: (pattern: string) => string
  readonly computed: Readonly<Record<'sum' | 'formula', string>>
  readonly brackets: (text: string) => string
  readonly rows: string
  readonly list: (most: number | undefined) => string
  readonly total: string
  readonly lines: string
  readonly added: (place: string) => string
  readonly extra: string
  readonly example: { readonly column: string; readonly unit: string; readonly line: string; readonly text: string }
  readonly head: (title: string) => readonly string[]
  readonly headParagraphs: (key: string) => readonly string[]
  readonly headLists: readonly string[]
  readonly headFill: readonly string[]
}

const zh: Words = {
  types: {
    text: '文字',
    count: '整数',
    number: '数',
    rate: '数',
    quantity: '数和单位，如 12.5 吨',
    date: '日期，如 2020-01-31',
    month: '年月，如 2020-01',
    year: '年份，如 2020',
    yesno: '是/否',
    choice: '选项',
    check: '是/否（打勾填 是）',
    file: '附件的路径，从本文件所在的文件夹算起',
    signature: '姓名；印出后签字的可不填',
    phone: '电话，如 010-12345678',
    email: '电子邮箱，如 name@example.cn',
  },
  colon: '：',
  comma: '，',
  decimals: (places) => (places === 0 ? '不带小数' : `至多 ${places} 位小数`),
  length: (characters) => `至多 ${characters} 字`,
  paragraphs: '可分段（写 |，下面每段一行）',
  required: '必填',
  from: (list) => `用 ${list} 中的名称`,
  options: (options) => `选一：${options.join('、')}`,
  shown: (pattern) => `印作 “${pattern}”`,
  computed: { sum: '可不填，自动合计', formula: '可不填，自动计算' },
  brackets: (text) => `（${text}）`,
  rows: '每行填：',
  list: (most) => (most === undefined ? '每行一份，行数不限' : `每行一份，至多 ${most} 行`),
  total: '合计行',
  lines: '自行补充的条目',
  added: (place) => `自行增加的栏，代替 ……；各行的值写在 ${place} 下，填文字的栏写 type: text`,
  extra: '自行增加的栏的值',
  example: { column: '蒸汽', unit: '吨', line: '其他', text: '文字' },
  head: (title) => [
    title,
    '',
    '在冒号后面填写，# 后面是说明。不填的留空：空白就是空白，不是零。',
    '数只写数字，如 1234.50，不写单位、“万”和千分位逗号；单位见说明。文字中有 “: ” 或 “ #” 的，请加引号。',
  ],
  headParagraphs: (key) => ['几段的文字写 |，每段一行，缩进两格：', `  ${key}: |`, '    第一段', '    第二段'],
  headLists: [
    '列表（[]）：删去 []，去掉样行行首的 “# ” 后填写，每行一份，以 - 开头。',
    '列表也可以取自 CSV（UTF-8 或 GB18030，第一行为列的标识或栏名）：file: 文件名.csv，写在 list 处；',
    '没有 list 的，把 [] 换成 {file: 文件名.csv}。路径从本文件所在的文件夹算起。',
  ],
  headFill: ['填好后运行 biaoshi fill 本文件，生成 Word、Excel、PDF。'],
}

const en: Words = {
  types: {
    text: 'text',
    count: 'whole number',
    number: 'number',
    rate: 'number',
    quantity: 'number and unit, as in 12.5 kg',
    date: 'date, as in 2020-01-31',
    month: 'month, as in 2020-01',
    year: 'year, as in 2020',
    yesno: 'yes/no',
    choice: 'choice',
    check: 'yes/no (yes: ticked)',
    file: 'path of an attached file, from the folder of this file',
    signature: 'name; empty where it is signed on paper',
    phone: 'telephone number',
    email: 'e-mail address, as in name@example.org',
  },
  colon: ': ',
  comma: ', ',
  decimals: (places) => (places === 0 ? 'no decimals' : `at most ${places} decimals`),
  length: (characters) => `at most ${characters} characters`,
  paragraphs: 'may have paragraphs (write |, then a line each)',
  required: 'required',
  from: (list) => `a name of ${list}`,
  options: (options) => `one of: ${options.join(', ')}`,
  shown: (pattern) => `printed as “${pattern}”`,
  computed: { sum: 'may be left out: it is added up', formula: 'may be left out: it is worked out' },
  brackets: (text) => ` (${text})`,
  rows: 'Each row takes:',
  list: (most) => (most === undefined ? 'a row each, as many as needed' : `a row each, at most ${most}`),
  total: 'total row',
  lines: 'lines of your own',
  added: (place) =>
    `columns of your own in place of ……; the values of each row go under ${place}; for words say type: text`,
  extra: 'values of your own columns',
  example: { column: 'Steam', unit: 't', line: 'Other', text: 'text' },
  head: (title) => [
    title,
    '',
    'Write behind the colons; what follows # explains. Leave empty what is blank: a blank is not a zero.',
    'Figures are digits only, as in 1234.50, without unit or separators. Quote text that has “: ” or “ #” in it.',
  ],
  headParagraphs: (key) => [
    'For text of several paragraphs write | and a line for each, indented:',
    `  ${key}: |`,
    '    First',
    '    Second',
  ],
  headLists: [
    'Lists ([]): remove [], then the “# ” before the example row, and fill in; each row begins with -.',
    'A list may come from CSV (UTF-8 or GB18030; the first line has ids or labels of columns): file: name.csv in place of list;',
    'where there is no list key, {file: name.csv} in place of []. Paths start at the folder of this file.',
  ],
  headFill: ['Then run biaoshi fill on this file for the documents in Word, Excel and PDF.'],
}

/** An American form takes dates with the month first too. */
const american: Words = {
  ...en,
  types: { ...en.types, date: 'date, as in 01/31/2020 or 2020-01-31', month: 'month, as in 01/2020 or 2020-01' },
}

export const wordsOf = (lang: string): Words => (lang.startsWith('zh') ? zh : lang === 'en-US' ? american : en)

/** What a value may be, in words: 整数，个. */
export function typeWords(form: Form, { ask, computed, paragraphs }: AskedValue, words: Words): string {
  const options = ask.options.map(({ id, label }) => `${id}${words.brackets(readable(runsOf(form, label)))}`)
  const most = mostCharacters(ask)
  const parts = [
    options.length > 0 ? words.options(options) : words.types[ask.type],
    ...(ask.unit && ask.type !== 'quantity' ? [readable(parseMarks(ask.unit.symbol))] : []),
    ...(ask.decimals !== undefined && isFigure(ask) ? [words.decimals(ask.decimals)] : []),
    ...rangeWords(ask),
    ...(most === undefined ? [] : [words.length(most)]),
    ...(ask.from === undefined ? [] : [words.from(ask.from)]),
    ...(paragraphs ? [words.paragraphs] : []),
    ...(ask.required ? [words.required] : []),
  ]
  return parts.join(words.comma) + (computed ? words.brackets(words.computed[computed]) : '')
}

const isFigure = ({ type }: Ask): boolean => type === 'number' || type === 'rate' || type === 'quantity'

const rangeWords = ({ min, max }: Ask): string[] => [
  ...(min === undefined ? [] : [`≥ ${min}`]),
  ...(max === undefined ? [] : [`≤ ${max}`]),
]
