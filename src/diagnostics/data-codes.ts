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
    zh: { what: '表中没有 “{name}”{nearest}', remedy: '此处可以填：{allowed}' },
    en: { what: 'the form has no "{name}" here{nearest}', remedy: 'What may be filled in here: {allowed}' },
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
    zh: { what: '“{text}” 不是存在的日期{nearest}', remedy: '请写成 {example} 的样子，年在前，用半角。' },
    en: { what: '"{text}" is not a date{nearest}', remedy: 'Write it as in {example}, the year first.' },
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
  'unknown-encoding': {
    severity: 'error',
    zh: {
      what: '{file} 不是 CSV 文本，或编码不是 UTF-8、UTF-16、GB18030',
      remedy: '请用 Excel 打开，另存为 “CSV UTF-8”。',
    },
    en: {
      what: '{file} is no CSV text, or none in UTF-8, UTF-16 or GB18030',
      remedy: 'Open it in Excel and save it as “CSV UTF-8”.',
    },
  },
  'csv-encoding': {
    severity: 'info',
    zh: { what: '{file} 按 {encoding} 编码读取', remedy: '若出现乱码，请另存为 “CSV UTF-8”。' },
    en: { what: '{file} was read as {encoding}', remedy: 'If characters look wrong, save it as “CSV UTF-8”.' },
  },
  'csv-syntax': {
    severity: 'error',
    zh: { what: 'CSV 写错了：{problem}', remedy: '请检查引号是否成对，第一行是否为列名。' },
    en: { what: 'bad CSV: {problem}', remedy: 'Check that quotes come in pairs and the first line names the columns.' },
  },
  'csv-quote': {
    severity: 'error',
    zh: {
      what: 'CSV 中这个引号的位置不对',
      remedy: '引号要包住整个字段，字段里的引号写两个，如 "5"" 管"。',
    },
    en: {
      what: 'a quote is out of place',
      remedy: 'Quotes go round a whole field; a quote within one is written twice, as in "a 5"" pipe".',
    },
  },
  'csv-header': {
    severity: 'error',
    zh: {
      what: '第一行没有一个列名是表中的栏',
      remedy: '第一行应为列名：删去上面的标题行，多层表头只留最下一层，各列用逗号、制表符或分号分隔。列名：{allowed}',
    },
    en: {
      what: 'nothing in the first line names a column of the form',
      remedy:
        'The first line names the columns, parted by commas, tabs or semicolons: remove titles above it and all but the lowest line of a stacked header. Columns: {allowed}',
    },
  },
  'csv-column': {
    severity: 'error',
    zh: { what: '列 “{name}” 不在表中{nearest}', remedy: '列名用标识或表头文字：{allowed}' },
    en: { what: 'the form has no column "{name}"{nearest}', remedy: 'Name columns by id or label: {allowed}' },
  },
  'csv-unit': {
    severity: 'error',
    zh: { what: '列 “{name}” 的单位不是表中的 {unit}', remedy: '请把这一列换算成 {unit}，再改列名。' },
    en: {
      what: 'the unit of "{name}" is not that of the form, {unit}',
      remedy: 'Convert the column into {unit}, then rename it.',
    },
  },
  'csv-column-ambiguous': {
    severity: 'error',
    zh: { what: '列 “{name}” 可以指几栏', remedy: '请写标识之一：{allowed}' },
    en: { what: 'several columns could be meant by "{name}"', remedy: 'Write one of the ids: {allowed}' },
  },
  'csv-column-twice': {
    severity: 'error',
    zh: { what: '列 “{name}” 和列 “{first}” 是同一栏', remedy: '每一栏只能有一列，请删去或改名。' },
    en: { what: '"{name}" and "{first}" are the same column', remedy: 'Remove one of them, or rename it.' },
  },
  'csv-fields': {
    severity: 'error',
    zh: { what: '“{text}” 上面没有列名', remedy: '第一行要写全各列的列名；字段里的逗号要用引号括起来。' },
    en: {
      what: '"{text}" stands under no header',
      remedy: 'The first line names each column; put quotes around a field that has a comma in it.',
    },
  },
  'csv-few-fields': {
    severity: 'finding',
    zh: {
      what: '有 {rows} 行的字段少于表头的 {columns} 列，这是第一行',
      remedy: '缺少的各栏按空白处理；请核对是否漏了逗号，各栏的值是否错位。',
    },
    en: {
      what: 'lines with fewer fields than the {columns} of the header: {rows}, the first here',
      remedy:
        'The columns left out are blank. Check that no comma is missing and no value stands under another header.',
    },
  },
  'csv-numbers': {
    severity: 'finding',
    zh: {
      what: '序号栏里的 “{text}” 印作 {number}，这样的有 {rows} 行，这是第一行',
      remedy: '表自己从 1 起给各行编号；请核对有没有漏行，另有含义的编号请放进别的栏。',
    },
    en: {
      what: '"{text}" stands where rows are numbered, and {number} is printed; such lines: {rows}, the first here',
      remedy: 'The form numbers rows from 1: check that none is missing, and put numbers with a meaning elsewhere.',
    },
  },
  'not-a-row': {
    severity: 'error',
    zh: { what: '“{text}” 在序号栏里，这一行没有别的内容', remedy: '附注、签名等不是列表中的行，请从 CSV 中删去。' },
    en: {
      what: '"{text}" stands where rows are numbered, and nothing else in this line',
      remedy: 'Notes and signatures are no rows of the list: remove them from the CSV.',
    },
  },
  'total-among-rows': {
    severity: 'error',
    zh: { what: '“{text}” 是合计，不是列表中的一行', remedy: '{advice}' },
    en: { what: '"{text}" is a total and no row of the list', remedy: '{advice}' },
  },
  'total-differs': {
    severity: 'finding',
    zh: {
      what: '“{label}” 填 {stated}，按 {formula} 应为 {computed}，相差 {difference}',
      remedy: '请核对；所填的数字保留不改。',
    },
    en: {
      what: '"{label}" says {stated}, but {formula} gives {computed}: a difference of {difference}',
      remedy: 'Check it; the stated figure is kept.',
    },
  },
  'divided-by-zero': {
    severity: 'warning',
    zh: {
      what: '“{label}” 按 {formula} 要除以 0，算不出来，留空',
      remedy: '请核对这个除数；该填数的，请直接写明。',
    },
    en: {
      what: '"{label}" is worked out by {formula}, which divides by 0: it stays empty',
      remedy: 'Check the divisor; where a figure belongs there, state it.',
    },
  },
  'computed-out-of-range': {
    severity: 'finding',
    zh: {
      what: '“{label}” 按 {formula} 算得 {computed}，超出范围',
      remedy: '应为 {allowed}；请核对用来计算的数。',
    },
    en: {
      what: '"{label}" comes to {computed} by {formula}, which is out of range',
      remedy: 'It must be {allowed}: check the figures behind it.',
    },
  },
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
  'would-overwrite': {
    severity: 'error',
    zh: { what: '{file} 已经存在', remedy: '其中可能有填好的数据，没有改动它；请换一个文件名，或先移走它。' },
    en: {
      what: '{file} exists',
      remedy: 'It may hold data that someone filled in, and was left as it is: choose another name, or move it first.',
    },
  },
} as const satisfies Record<string, Entry>
