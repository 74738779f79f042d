import { computedCodes } from './computed-codes.ts'
import { csvCodes } from './csv-codes.ts'
import type { Entry } from './entry.ts'
import { totalCodes } from './total-codes.ts'

/** What can be said of a data file. */
export const dataCodes = {
  'not-data': {
    severity: 'error',
    zh: { what: '这个文件不是表式的数据：{problem}', remedy: '{fix}' },
    en: { what: 'this file is no data of a form: {problem}', remedy: '{fix}' },
  },
  'json-syntax': {
    severity: 'error',
    zh: {
      what: '这里的 JSON 读不懂：{problem}',
      remedy: 'JSON 的键和文字都用英文双引号，各项之间用逗号，括号成对，不写注释。',
    },
    en: {
      what: 'this is no JSON that can be read: {problem}',
      remedy:
        'In JSON keys and texts stand in double quotes, commas part them, brackets are closed, and there are no comments.',
    },
  },
  'json-comment': {
    severity: 'error',
    zh: {
      what: '这里有注释，而 JSON 里不能写注释',
      remedy: '请删去；要写注释，请改用 YAML 文件（.yaml），注释写在 # 后面。',
    },
    en: {
      what: 'a comment stands here, and JSON has no comments',
      remedy: 'Remove it; YAML has comments: in a .yaml file write them behind #.',
    },
  },
  'data-feature': {
    severity: 'error',
    zh: { what: '数据文件中不能使用{feature}', remedy: '请在每一处直接写出内容；以这些符号开头的文字请加引号。' },
    en: {
      what: 'a data file may not use {feature}',
      remedy: 'Write the content out wherever it belongs; put quotes around a text that begins so.',
    },
  },
  'unknown-form': {
    severity: 'error',
    zh: {
      what: '没有名为 “{name}” 的表式{nearest}',
      remedy: '现有：{allowed}。别处的定义请写 YAML 文件的路径，或用 --definitions 指明所在的文件夹。',
    },
    en: {
      what: 'there is no form "{name}"{nearest}',
      remedy: 'There are: {allowed}. For one kept elsewhere write the path of its YAML file, or say --definitions.',
    },
  },
  'no-edition': {
    severity: 'error',
    zh: {
      what: '{form} 没有适用于 {year} 年的版本',
      remedy: '现有版本：{allowed}。一个版本自当年起有效，直到下一个版本。',
    },
    en: {
      what: '{form} has no edition for {year}',
      remedy: 'Editions: {allowed}. An edition holds from its year until the next.',
    },
  },
  'unknown-data-id': {
    severity: 'error',
    zh: { what: '表中没有 “{name}”{nearest}', remedy: '此处可以填：{allowed}{hint}' },
    en: { what: 'the form has no "{name}" here{nearest}', remedy: 'What may be filled in here: {allowed}{hint}' },
  },
  'data-shape': {
    severity: 'error',
    zh: { what: '“{name}” 应为{expected}，而这里是{got}', remedy: '请照 biaoshi data 打印的样式填写{hint}。' },
    en: { what: '"{name}" should be {expected}, not {got}', remedy: 'Fill it in as `biaoshi data` prints it{hint}.' },
  },
  'closed-cell': {
    severity: 'error',
    zh: {
      what: '“{name}” 不是填写的地方',
      remedy: '表中此处印有短横线、序号、合计字样或固定的文字，或是空行，填了也印不出来；请删去这里的值。',
    },
    en: {
      what: '"{name}" is no place to write',
      remedy: 'The form prints a dash, a number or words of its own here, or leaves the row empty: remove the value.',
    },
  },
  'list-and-file': {
    severity: 'error',
    zh: { what: 'list 和 file 只能写一个', remedy: '请把各行都写在 list 中，或都写在 file 的 CSV 中，删去另一个。' },
    en: { what: 'a list has either `list` or `file`', remedy: 'Put all rows into one of them and remove the other.' },
  },
  'not-a-figure': {
    severity: 'error',
    zh: { what: '“{text}” 不是数字{nearest}', remedy: '{advice}' },
    en: { what: '"{text}" is not a figure{nearest}', remedy: '{advice}' },
  },
  'not-a-count': {
    severity: 'error',
    zh: { what: '“{text}” 不是个数{nearest}', remedy: '请填不小于 0 的整数。' },
    en: { what: '"{text}" is not a count{nearest}', remedy: 'Write a whole number, 0 or more.' },
  },
  'too-precise': {
    severity: 'error',
    zh: { what: '“{text}” 的小数超过 {decimals} 位', remedy: '本栏保留 {decimals} 位小数，请自行舍入后填写。' },
    en: {
      what: '"{text}" has more than {decimals} decimals',
      remedy: 'This column has {decimals} decimals: round it yourself.',
    },
  },
  'out-of-range': {
    severity: 'error',
    zh: { what: '{text} 超出范围', remedy: '应为 {allowed}。' },
    en: { what: '{text} is out of range', remedy: 'It must be {allowed}.' },
  },
  'not-a-quantity': {
    severity: 'error',
    zh: { what: '“{text}” 不是带单位的数量', remedy: '请写数字和单位，例如 12.5 吨。' },
    en: { what: '"{text}" is not a quantity', remedy: 'Write a figure and its unit, as in 12.5 kg.' },
  },
  'unknown-data-unit': {
    severity: 'error',
    zh: { what: '“{name}” 不是认识的单位{nearest}', remedy: '可用的单位：{allowed}' },
    en: { what: 'unknown unit "{name}"{nearest}', remedy: 'Units: {allowed}' },
  },
  'no-unit': {
    severity: 'finding',
    zh: {
      what: '“{text}” 没有写单位',
      remedy: '此处由填表人写明单位，如 {text} 吨；没有单位的数不能与有单位的数合计。',
    },
    en: {
      what: '"{text}" has no unit',
      remedy: 'The unit is written here with the figure, as in {text} kg; without one it does not add up with others.',
    },
  },
  ...totalCodes,
  'not-yes-or-no': {
    severity: 'error',
    zh: { what: '“{text}” 不是“是”或“否”', remedy: '请填 是 或 否。' },
    en: { what: '"{text}" is neither yes nor no', remedy: 'Write yes or no.' },
  },
  'not-an-option': {
    severity: 'error',
    zh: { what: '“{text}” 不在选项中', remedy: '可选：{allowed}' },
    en: { what: '"{text}" is not one of the options', remedy: 'Options: {allowed}' },
  },
  'not-a-date': {
    severity: 'error',
    zh: { what: '“{text}” 不是存在的日期{why}{nearest}', remedy: '请写成{example}的样子，用半角。' },
    en: { what: '"{text}" is not a date{why}{nearest}', remedy: 'Write it as in {example}.' },
  },
  'not-a-phone': {
    severity: 'error',
    zh: { what: '“{text}” 不像电话号码', remedy: '例如 010-12345678 或 13800000000；没有请留空。' },
    en: {
      what: '"{text}" does not look like a telephone number',
      remedy: 'As in 010-12345678; leave it empty where there is none.',
    },
  },
  'not-an-email': {
    severity: 'error',
    zh: { what: '“{text}” 不像电子邮箱', remedy: '例如 name@example.cn；没有请留空。' },
    en: {
      what: '"{text}" does not look like an e-mail address',
      remedy: 'As in name@example.org; leave it empty where there is none.',
    },
  },
  'too-long': {
    severity: 'error',
    zh: { what: '文字有 {count} 字，超过 {limit} 字', remedy: '请缩短，或分条填写。' },
    en: { what: 'the text has {count} characters, more than {limit}', remedy: 'Shorten it, or split it.' },
  },
  'too-long-for-format': {
    severity: 'error',
    zh: {
      what: '“{name}” 的文字有 {count} 字，超过 {format} 文件一格能放的 {limit} 字',
      remedy: '请缩短，或分条填写；也可以用 --format 只生成其他格式。',
    },
    en: {
      what: 'the text of "{name}" has {count} characters, and a cell of {format} holds no more than {limit}',
      remedy: 'Shorten it, or split it; or make other formats only, with --format.',
    },
  },
  'too-many-rows-for-format': {
    severity: 'error',
    zh: {
      what: '有 {count} 行，{format} 文件最多放 {limit} 行',
      remedy: '请把数据拆成几份分别生成；也可以用 --format 只生成其他格式。',
    },
    en: {
      what: 'there are {count} rows, and {format} holds at most {limit}',
      remedy: 'Split the data and make several documents; or make other formats only, with --format.',
    },
  },
  'boxes-left': {
    severity: 'finding',
    zh: {
      what: '“{text}” 只有 {count} 个字符，而表中有 {limit} 格',
      remedy: '请核对是否漏写：代码应填满每一格；文件照所填的生成。',
    },
    en: {
      what: '"{text}" has {count} characters for {limit} boxes',
      remedy: 'A code fills every box: check that no character is missing. It is printed as it stands.',
    },
  },
  'key-twice': {
    severity: 'finding',
    zh: {
      what: '“{text}” 在这个列表中已经有一行，在 {first}',
      remedy: '“{label}”是各行的名称，两行都计入合计：请删去重复的一行，或把名称写得有区别。',
    },
    en: {
      what: '"{text}" names a row of this list already, at {first}',
      remedy: '"{label}" tells rows apart, and both count in totals: remove one, or name them differently.',
    },
  },
  'key-missing': {
    severity: 'warning',
    zh: {
      what: '这一行没有填“{label}”',
      remedy: '“{label}”是各行的名称：请补上；这一行也计入合计，多余的请删去。',
    },
    en: {
      what: 'this row says nothing under "{label}"',
      remedy: '"{label}" tells rows apart: fill it in. The row counts in totals; if it is none, remove it.',
    },
  },
  'tab-in-text': {
    severity: 'info',
    zh: { what: '文字中的制表符印作空格', remedy: '单元格里没有制表位；要分开的内容请分栏填写或换行。' },
    en: {
      what: 'a tab in the text is printed as a space',
      remedy: 'No cell has tab stops: what belongs apart goes into columns or lines of its own.',
    },
  },
  'too-many-rows': {
    severity: 'error',
    zh: { what: '有 {count} 行，最多 {limit} 行', remedy: '此表不能加行，请并入已有的行。' },
    en: { what: 'there are {count} rows, at most {limit} may stand here', remedy: 'This list is closed: merge rows.' },
  },
  'missing-value': {
    severity: 'error',
    zh: { what: '“{label}” 必须填写', remedy: '请填写 {name}。' },
    en: { what: '"{label}" must be filled in', remedy: 'Fill in {name}.' },
  },
  'no-such-file': {
    severity: 'error',
    zh: { what: '找不到文件 {file}', remedy: '路径从数据文件所在的文件夹算起，请核对文件名。' },
    en: { what: 'there is no file {file}', remedy: 'The path starts at the data file’s folder: check the name.' },
  },
  ...csvCodes,
  ...computedCodes,
  'not-in-list': {
    severity: 'finding',
    zh: { what: '“{text}” 不在 {list} 的名称中{nearest}', remedy: '请按该分类标准中的名称填写。' },
    en: { what: '"{text}" is not a name of {list}{nearest}', remedy: 'Write a name of the classification.' },
  },
  'too-many-objects': {
    severity: 'error',
    zh: {
      what: '生成的 PDF 会有超过 {limit} 个对象，归档文件（PDF/A）容纳不下',
      remedy: '请把数据拆成几份分别生成，例如一市一份；Word 和 Excel 没有这个限制。',
    },
    en: {
      what: 'the PDF would have more than {limit} objects, which an archival file (PDF/A) cannot hold',
      remedy: 'Split the data and make several documents, such as one a city; Word and Excel do not have this limit.',
    },
  },
  'same-output': {
    severity: 'error',
    zh: { what: '{first} 和 {second} 会写入同一个文件 {file}', remedy: '请改名，或分两次生成到不同的文件夹。' },
    en: {
      what: '{first} and {second} would both be written to {file}',
      remedy: 'Rename one, or make them in two runs with different folders.',
    },
  },
  'unfinished-file': {
    severity: 'error',
    zh: {
      what: '{file} 没有填完：{problem}',
      remedy:
        '其他文件照常生成；请单独再填这一份，内存不足时加 --jobs 1，并用 NODE_OPTIONS=--max-old-space-size=4096 放宽内存。',
    },
    en: {
      what: '{file} could not be filled to its end: {problem}',
      remedy:
        'The other files were. Fill it by itself; where memory is short, with --jobs 1 and NODE_OPTIONS=--max-old-space-size=4096.',
    },
  },
  'would-overwrite': {
    severity: 'error',
    zh: { what: '{file} 已经存在', remedy: '其中可能有填好的数据，没有改动它；请换一个文件名，或先移走它。' },
    en: {
      what: '{file} exists',
      remedy: 'It may hold data that someone filled in, and was left as it is: choose another name, or move it first.',
    },
  },
} as const satisfies Record<string, Entry>
