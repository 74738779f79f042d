import { characterCodes } from './character-codes.ts'
import { dataCodes } from './data-codes.ts'
import { editionCodes } from './edition-codes.ts'
import type { Entry } from './entry.ts'
import { fittingCodes } from './fitting-codes.ts'

export type { Locale, Severity } from './entry.ts'

/** Every message of the program: the reference page and the fixtures in `test/fixtures/errors` enumerate this table. */
export const codes = {
  'yaml-syntax': {
    severity: 'error',
    zh: { what: '这里读不懂：{problem}', remedy: '{fix}' },
    en: {
      what: 'this cannot be read: {problem}',
      remedy: '{fix}',
    },
  },
  'flow-text': {
    severity: 'error',
    zh: {
      what: '这段文字含有 [^…]、{{{{…}}}} 或逗号，却没有加引号',
      remedy: '请把整段文字放进英文双引号，如 label: "企业数[^a]"；或不用花括号，改成每个键占一行。',
    },
    en: {
      what: 'a text with [^…], {{{{…}}}} or a comma stands here without quotes',
      remedy: 'Put the whole text in double quotes, as in label: "Firms[^a]", or write the map one key a line.',
    },
  },
  'comment-in-text': {
    severity: 'error',
    zh: {
      what: '“#” 前有空格，“{text}” 就成了注释，不会印出',
      remedy: '若是内容，请把整段文字放进英文双引号；若是注释，请在 # 后空一格。',
    },
    en: {
      what: 'after a space "#" begins a comment: "{text}" would not be printed',
      remedy: 'Put the whole text in double quotes; of a comment, put a space after the #.',
    },
  },
  'yaml-feature': {
    severity: 'error',
    zh: {
      what: '定义文件中不能使用{feature}',
      remedy: '请直接写出内容；要照搬另一个节点请写 like；以这些符号开头的文字请加引号。',
    },
    en: {
      what: 'a definition may not use {feature}',
      remedy: 'Write the content out; to reuse a node, write `like`; put quotes around a text that begins so.',
    },
  },
  'not-a-definition': {
    severity: 'error',
    zh: {
      what: '这个文件里没有可读的内容：{problem}',
      remedy: '请检查是否选错了文件；定义写有 form、edition、title、parts，数据文件写有 form、year、values。',
    },
    en: {
      what: 'this file says nothing that can be read: {problem}',
      remedy:
        'Check that this is the file you meant: a definition has the keys form, edition, title, parts; a data file form, year, values.',
    },
  },
  'data-for-definition': {
    severity: 'error',
    zh: {
      what: '这是填报数据，不是表式定义',
      remedy: '要生成填好的报表，请用 biaoshi fill 加这个文件；blank、show、data 要的是表式。',
    },
    en: {
      what: 'this is a data file, not the definition of a form',
      remedy: 'For the filled report run biaoshi fill with this file; blank, show and data take a form.',
    },
  },
  'duplicate-key': {
    severity: 'error',
    zh: { what: '“{key}” 在同一层出现了两次', remedy: '同一层的键和标识不能重复，请改名或删去其中一个。' },
    en: {
      what: '"{key}" stands twice in one map',
      remedy: 'Keys and ids are unique among their siblings: rename or remove one.',
    },
  },
  'too-large': {
    severity: 'error',
    zh: { what: '{limit}', remedy: '请检查是否选错了文件，或 like 是否层层套用。' },
    en: {
      what: '{limit}',
      remedy: 'Check that this is the file you meant, and that `like` is not nested over and over.',
    },
  },
  'too-many': {
    severity: 'info',
    zh: { what: '还有 {count} 处问题没有列出', remedy: '请先改正列出的问题，再运行一次。' },
    en: { what: '{count} more are not shown', remedy: 'Mend these first, then run it again.' },
  },
  'unknown-key': {
    severity: 'error',
    zh: { what: '这里没有 “{key}” 这个键{nearest}', remedy: '此处可以写：{allowed}' },
    en: { what: '"{key}" is not known here{nearest}', remedy: 'What may stand here: {allowed}' },
  },
  'missing-key': {
    severity: 'error',
    zh: { what: '缺少 “{key}”', remedy: '请补上 {key}。' },
    en: { what: '"{key}" is missing', remedy: 'Add {key}.' },
  },
  'wrong-type': {
    severity: 'error',
    zh: { what: '“{key}” 应为{expected}，而这里是{got}', remedy: '请改写为{expected}{hint}。' },
    en: { what: '"{key}" should be {expected}, not {got}', remedy: 'Write {expected} here{hint}.' },
  },
  'bad-value': {
    severity: 'error',
    zh: { what: '“{key}” 不能写成 “{value}”', remedy: '可以写：{allowed}' },
    en: { what: '"{key}" cannot be "{value}"', remedy: 'It may be: {allowed}' },
  },
  'bad-id': {
    severity: 'error',
    zh: {
      what: '“{id}” 不能用作标识',
      remedy: '标识以小写英文字母开头，只含字母和数字，且不能是 yes no on off null true false。',
    },
    en: {
      what: '"{id}" cannot be an id',
      remedy:
        'An id starts with a lower-case letter, has only letters and digits, and is none of yes no on off null true false.',
    },
  },
  'same-id': {
    severity: 'error',
    zh: { what: '行 “{id}” 与同一块中的列同名', remedy: '请给行或列换一个标识，否则分不清指的是行还是列。' },
    en: {
      what: 'the row "{id}" has the id of a column of its block',
      remedy: 'Rename the row or the column: a path could mean either.',
    },
  },
  'reserved-id': {
    severity: 'error',
    zh: {
      what: '“{id}” 在这个块的填报数据中另有含义',
      remedy: '请换一个标识：有 list 时行不能叫 list、file、total、added，有 more 列时行和列不能叫 added。',
    },
    en: {
      what: '"{id}" already means something in the data of this block',
      remedy:
        'Choose another id: beside a list no row is called list, file, total or added; beside a `more` column no row or column is called added.',
    },
  },
  'total-without-label': {
    severity: 'error',
    zh: {
      what: '合计行没有地方印 “{total}”：每一列都要相加',
      remedy: '请加一列不相加的列，如序号或名称；或删去 total。',
    },
    en: {
      what: 'the total row has no room for "{total}": every column adds up',
      remedy: 'Add a column that does not, such as a running number or a name, or remove `total`.',
    },
  },
  ...fittingCodes,
  'unknown-type': {
    severity: 'error',
    zh: {
      what: '“|” 后面的 “{name}” 既不是类型、单位，也不是代码表{nearest}',
      remedy: '可用的类型：{types}；单位见语言说明。',
    },
    en: {
      what: '"{name}" after "|" is no type, unit or code list{nearest}',
      remedy: 'Types: {types}; the units are in the language guide.',
    },
  },
  'unknown-unit': {
    severity: 'error',
    zh: { what: '不认识计量单位 “{name}”{nearest}', remedy: '请用词汇表中的单位，或在 units 下定义它。' },
    en: { what: 'unknown unit "{name}"{nearest}', remedy: 'Use a unit of the vocabulary, or define it under `units`.' },
  },
  'unknown-list': {
    severity: 'error',
    zh: { what: '不认识代码表 “{name}”{nearest}', remedy: '可用的代码表：{allowed}' },
    en: { what: 'unknown code list "{name}"{nearest}', remedy: 'Code lists: {allowed}' },
  },
  'unknown-name': {
    severity: 'error',
    zh: {
      what: '找不到 “{key}” 所指的 “{name}”{nearest}',
      remedy:
        'like 要写上文出现过的节点；beside、within 要写同级节点（beside 须在上文）；key、cells、more、column 要写本块的列。',
    },
    en: {
      what: '"{key}" names "{name}", which is not found{nearest}',
      remedy:
        '`like` names a node that stands above; `beside` and `within` a sibling (`beside` one above); `key`, `cells`, `more` and `column` a column of the block.',
    },
  },
  'unknown-note': {
    severity: 'error',
    zh: { what: '注 “{name}” 没有定义{nearest}', remedy: '请在 notes 下写出它，或删去这个 [^{name}]。' },
    en: {
      what: 'the note "{name}" is not defined{nearest}',
      remedy: 'Write it under `notes`, or remove this [^{name}].',
    },
  },
  'misplaced-note': {
    severity: 'error',
    zh: {
      what: '{where}中不能引用注 “{name}”',
      remedy: '注印在引用它的部分之后，请把 [^{name}] 移到该部分会印出的文字中。',
    },
    en: {
      what: '{where} cannot cite the note "{name}"',
      remedy: 'Notes are printed after the part that cites them: move [^{name}] into a text that the part prints.',
    },
  },
  'unused-note': {
    severity: 'error',
    zh: { what: '注 “{name}” 没有被引用', remedy: '请在正文中写 [^{name}]，或删去这条注。' },
    en: { what: 'nothing cites the note "{name}"', remedy: 'Cite it with [^{name}], or remove it.' },
  },
  'unknown-template-name': {
    severity: 'error',
    zh: { what: '{{{{{name}}}}} 没有定义{nearest}', remedy: '可用的名称：{allowed}；文号、标准号可在 terms 下定义。' },
    en: { what: '{{{{{name}}}}} names nothing{nearest}', remedy: 'Names: {allowed}; define a citation under `terms`.' },
  },
  'template-syntax': {
    severity: 'error',
    zh: {
      what: '“{problem}” 写得不对',
      remedy: '双花括号里只能是一个名称，如 {{{{year}}}}；要印出花括号本身请写 \\{{{{。',
    },
    en: {
      what: '"{problem}" is not well written',
      remedy: 'Only {{{{name}}}} may stand here; write \\{{{{ to print braces.',
    },
  },
  'bad-value-text': {
    severity: 'error',
    zh: { what: '单元格文字中的 <{name}> 写错了', remedy: '可写 <>（整个值）、<标识>、<标识:类型>、<标识:单位>。' },
    en: {
      what: '<{name}> in the text of a cell is wrong',
      remedy: 'Write <> (the value itself), <id>, <id:type> or <id:unit>.',
    },
  },
  'bad-formula': {
    severity: 'error',
    zh: { what: '公式写错了：{problem}', remedy: '公式由标识、数字、+ - * / ( ) 和 sum(…) 组成，如 = low + high。' },
    en: {
      what: 'bad formula: {problem}',
      remedy: 'A formula has ids, numbers, + - * / ( ) and sum(…), as in = low + high.',
    },
  },
  'unknown-operand': {
    severity: 'error',
    zh: { what: '公式中的 “{name}” 没有对应的列或行{nearest}', remedy: '请写本块中列或行的标识，或从上级写起的路径。' },
    en: {
      what: '"{name}" in the formula names nothing{nearest}',
      remedy: 'Name a column or row of the block, or a path from a node above.',
    },
  },
  'vague-operand': {
    severity: 'error',
    zh: {
      what: '公式中的 “{name}” 是{kind}，不是一个数',
      remedy: '请写到一个格，先行后列，如 t.all.a；列表的列写 sum(l.n)，或其合计 l.total.n。',
    },
    en: {
      what: '"{name}" in the formula is {kind}, not one figure',
      remedy: 'Name a cell, its row and then its column, as in t.all.a; of a list sum(l.n), or its total l.total.n.',
    },
  },
  'formula-circle': {
    severity: 'error',
    zh: { what: '公式循环引用：{circle}', remedy: '请去掉其中一个公式。' },
    en: { what: 'formulas refer to each other in a circle: {circle}', remedy: 'Remove one of them.' },
  },
  'unlike-units': {
    severity: 'error',
    zh: { what: '公式中的单位不一致：{units}', remedy: '相加的量和结果必须单位相同；请检查单位或公式。' },
    en: {
      what: 'the units of the formula do not agree: {units}',
      remedy: 'What is added, and what it comes to, has one unit: check the units or the formula.',
    },
  },
  'numeric-key': {
    severity: 'warning',
    zh: { what: '作为 key 的列 “{id}” 是数值列', remedy: '名称列在带单位的块里要写 “| text”。' },
    en: {
      what: 'the key column "{id}" is numeric',
      remedy: 'In a block with a unit, write "| text" on the column of names.',
    },
  },
  'literal-year': {
    severity: 'warning',
    zh: {
      what: '文字中直接写了年份 {year}',
      remedy: '表示填报年度请写 {{{{year}}}}；不随年度变的文字（文号、有效期、修订日期等）可放进 terms{hint}。',
    },
    en: {
      what: 'the text says the year {year} outright',
      remedy:
        'For the reporting year write {{{{year}}}}; any text that stays, as a citation or a date of expiry or revision, may stand under `terms`{hint}.',
    },
  },
  'too-many-columns': {
    severity: 'error',
    zh: {
      what: '“{id}” 展开后有 {count} 列，超过 {limit} 列',
      remedy: 'Word 的表格最多 {limit} 列，请减少栏数，或拆成两张表。',
    },
    en: {
      what: '"{id}" comes to {count} columns, more than {limit}',
      remedy: 'A Word table holds {limit} columns: use fewer, or split it into two tables.',
    },
  },
  'narrow-column': {
    severity: 'error',
    zh: { what: '“{id}” 只有 {width} 磅宽，放不下一个字', remedy: '请减少列、调小其他列的 width，或改用横向的 page。' },
    en: {
      what: '"{id}" is only {width} pt wide: too narrow for one character',
      remedy: 'Use fewer columns, smaller widths beside it, or a landscape page.',
    },
  },
  'narrow-boxes': {
    severity: 'error',
    zh: {
      what: '“{fields}” 一行的每格只有 {width} 磅宽，放不下一个字',
      remedy: '请把其中的字段另起一行（去掉 beside）、缩短栏名、减少格数，或改用横向的 page。',
    },
    en: {
      what: 'the boxes on the line of "{fields}" are only {width} pt wide: too narrow for one character',
      remedy:
        'Give a field a line of its own (without `beside`), shorten labels, use fewer boxes, or a landscape page.',
    },
  },
  'high-header': {
    severity: 'error',
    zh: {
      what: '表头在 “{id}” 处高 {height} 磅，一页里剩不下几行',
      remedy: '请缩短栏名，或加大这一栏的 width。',
    },
    en: {
      what: 'the header is {height} pt high at "{id}": a page has no room for rows',
      remedy: 'Shorten the label, or give its column a larger width.',
    },
  },
  'text-overflow': {
    severity: 'error',
    zh: {
      what: '“{id}” 的格放不下 “{text}”',
      remedy: '请缩短内容、加大这一栏的 width，或在定义中写 overflow: grow 或 shrink（数字不折行）。',
    },
    en: {
      what: 'the cell {id} has no room for "{text}"',
      remedy: 'Shorten it, widen the column, or say overflow: grow or shrink; a figure stays on one line.',
    },
  },
  'crowded-table': {
    severity: 'error',
    zh: {
      what: '“{id}” 的数字太长，用 {size} 磅字也排不进各栏',
      remedy: '请把表拆成两张、换更大的单位（如万吨），或减小文字栏的 width。',
    },
    en: {
      what: 'the figures of "{id}" do not fit their columns even at {size} pt',
      remedy: 'Split the table, use larger units, or give text columns a smaller width.',
    },
  },
  'form-mismatch': {
    severity: 'error',
    zh: {
      what: '文件位于 {place}，而 {key} 写的是 {value}',
      remedy: '请使二者一致：文件夹名就是 form，文件名就是 edition。',
    },
    en: {
      what: 'the file stands at {place}, but its {key} says {value}',
      remedy: 'Make the two agree: the folder is named after the form, the file after the edition.',
    },
  },
  'unreadable-file': {
    severity: 'error',
    zh: { what: '读不了 {file}：{problem}', remedy: '请检查路径和权限；文件须为 UTF-8。{hint}' },
    en: { what: 'cannot read {file}: {problem}', remedy: 'Check the path and the permissions; files are UTF-8.{hint}' },
  },
  'unwritable-file': {
    severity: 'error',
    zh: { what: '写不了 {file}：{problem}', remedy: '请检查文件夹的权限，并关闭正在打开该文件的程序。' },
    en: {
      what: 'cannot write {file}: {problem}',
      remedy: 'Check the folder’s permissions, and close any program that has the file open.',
    },
  },
  'bad-option': {
    severity: 'error',
    zh: { what: '选项 {option} 不能是 “{value}”', remedy: '可以写：{allowed}' },
    en: { what: 'the option {option} cannot be "{value}"', remedy: 'It may be: {allowed}' },
  },
  ...editionCodes,
  ...characterCodes,
  ...dataCodes,
} as const satisfies Record<string, Entry>

export type Code = keyof typeof codes
