import type { Entry } from './entry.ts'

/** What can be said of a CSV file with the rows of a list. */
export const csvCodes = {
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
    zh: { what: '列 “{name}” 不在表中{nearest}', remedy: '列名用标识或表头文字：{allowed}{hint}' },
    en: { what: 'the form has no column "{name}"{nearest}', remedy: 'Name columns by id or label: {allowed}{hint}' },
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
} as const satisfies Record<string, Entry>
