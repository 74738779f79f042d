import type { Locale } from '../diagnostics/index.ts'

/** Every word of the command line; messages about forms and files are in `diagnostics/codes.ts`. */
export interface Texts {
  readonly about: string
  readonly usage: string
  readonly helpUsage: string
  readonly commandUsage: string
  readonly titles: Readonly<Record<string, string>>
  readonly commands: Readonly<Record<'list' | 'blank' | 'data' | 'fill' | 'show' | 'schema' | 'make' | 'help', string>>
  readonly options: Readonly<
    Record<
      'form' | 'data' | 'year' | 'format' | 'out' | 'fileOut' | 'definitions' | 'lang' | 'help' | 'version',
      string
    >
  >
  readonly after: string
  /** Under the help of a command: what it writes, and examples. */
  readonly afterCommand: Readonly<Record<'blank' | 'data' | 'fill' | 'schema', string>>
  readonly error: string
  readonly pages: (count: number) => string
  readonly nothing: string
  /** Where a folder has definitions that stand in no folder of their form. */
  readonly flat: (file: string) => string
  readonly written: (count: number) => string
  readonly apology: (message: string) => string
}

export const texts: Readonly<Record<Locale, Texts>> = {
  zh: {
    about: '表式：一份 YAML 定义，生成一张官方报表的 Word、Excel、PDF。',
    usage: '<命令> [选项]',
    helpUsage: '[命令]',
    commandUsage: '[选项]',
    titles: {
      'Usage:': '用法:',
      'Arguments:': '参数:',
      'Options:': '选项:',
      'Global Options:': '通用选项:',
      'Commands:': '命令:',
    },
    commands: {
      list: '列出现有的表式及其版本',
      blank: '生成一个年度的空白表',
      data: '输出待填的数据文件（YAML），每一项都有说明',
      fill: '用数据文件生成填好的报表',
      show: '在终端里画出表的样子，便于与原件核对',
      schema: '输出 JSON Schema，供编辑器补全和检查：某个表式的数据文件，或定义文件',
      make: '把所有表式的空白表和示例以所有格式写入 out/（npm start）',
      help: '查看某个命令的用法',
    },
    options: {
      form: '表式的标识（见 biaoshi list），或定义文件的路径',
      data: '数据文件（YAML 或 JSON），可以有多个',
      year: '填报年度；默认为最新版本的年份',
      format: '格式，以逗号分隔：docx,xlsx,pdf；默认全部',
      out: '写入的文件夹；默认 out',
      fileOut: '写入文件；默认输出到终端',
      definitions: '定义所在的文件夹；默认用自带的定义',
      lang: '界面语言：zh 或 en；默认随系统',
      help: '查看用法',
      version: '查看版本',
    },
    after: `
示例:
  biaoshi list
  biaoshi blank cleaner-production-audit --year 2021
  biaoshi blank highway-condition --format xlsx,pdf --out 空白表
  biaoshi data cleaner-production-audit --year 2021 --out 某省.yaml
  biaoshi fill 某省.yaml
  biaoshi show cleaner-production-audit | less -S

退出码：0 完成；1 数据中有需要核对之处，文件已生成；2 用法、定义、数据或文件有错，出错的没有生成。
`,
    afterCommand: {
      blank: `
写出 <文件夹>/<表式>-<年度>-blank.docx、.xlsx、.pdf。

示例:
  biaoshi blank cleaner-production-audit
  biaoshi blank cleaner-production-audit --year 2021 --format docx
  biaoshi blank ./definitions/my-form/2024.yaml --out /tmp
`,
      data: `
输出的文件可以直接填写；一项不填，fill 生成的就是空白表。已有的文件不会被覆盖。

示例:
  biaoshi data cleaner-production-audit --year 2021 > 某省.yaml
  biaoshi data highway-condition --out 数据/某省.yaml
`,
      fill: `
写出 <文件夹>/<数据文件名>.docx、.xlsx、.pdf。表式和年度由数据文件中的 form、year 说明。
有错的数据文件不生成文件，其余照常生成；要核对之处和错误最后一并列出。

示例:
  biaoshi fill 某省.yaml
  biaoshi fill 数据/*.yaml --format docx,pdf --out 报表
`,
      schema: `
示例:
  biaoshi schema cleaner-production-audit --year 2021 --out 数据.schema.json
  biaoshi schema --out definition.schema.json
`,
    },
    error: '错误：',
    pages: (count) => `${count} 页`,
    nothing: '没有找到任何表式。',
    flat: (file) =>
      `这里的 YAML 文件要按路径使用，如 biaoshi blank ${file}；放在 <form>/<edition>.yaml 的定义才会列出。`,
    written: (count) => `写出 ${count} 个文件。`,
    apology: (message) => `抱歉，程序出了错：${message}（设 BIAOSHI_DEBUG=1 可看出错的位置）`,
  },
  en: {
    about: 'biaoshi: one YAML definition of an official form, every document of it in Word, Excel and PDF.',
    usage: '<command> [options]',
    helpUsage: '[command]',
    commandUsage: '[options]',
    titles: {},
    commands: {
      list: 'list the forms and their editions',
      blank: 'make the blank form of a year',
      data: 'print a data file to fill in (YAML), each key explained',
      fill: 'make the reports that data files fill',
      show: 'draw the form in the terminal, to hold it against the paper',
      schema: 'print a JSON Schema for editors: of the data of a form, or of definitions',
      make: 'make the blanks and examples of all forms in all formats in out/ (npm start)',
      help: 'show how a command is used',
    },
    options: {
      form: 'id of a form (see biaoshi list), or path of a definition file',
      data: 'data file (YAML or JSON); several may follow',
      year: 'reporting year; default: that of the latest edition',
      format: 'formats, by comma: docx,xlsx,pdf; default: all',
      out: 'folder to write to; default: out',
      fileOut: 'file to write to; default: the terminal',
      definitions: 'folder of definitions; default: the shipped ones',
      lang: 'language: zh or en; default: that of the system',
      help: 'show how it is used',
      version: 'show the version',
    },
    after: `
Examples:
  biaoshi list
  biaoshi blank cleaner-production-audit --year 2021
  biaoshi blank highway-condition --format xlsx,pdf --out blanks
  biaoshi data cleaner-production-audit --year 2021 --out hebei.yaml
  biaoshi fill hebei.yaml
  biaoshi show cleaner-production-audit | less -S

Exit codes: 0 done; 1 findings in the data, documents were made; 2 wrong use, definition, data or file, nothing was
made of what is wrong.
`,
    afterCommand: {
      blank: `
Writes <dir>/<form>-<year>-blank.docx, .xlsx and .pdf.

Examples:
  biaoshi blank cleaner-production-audit
  biaoshi blank cleaner-production-audit --year 2021 --format docx
  biaoshi blank ./definitions/my-form/2024.yaml --out /tmp
`,
      data: `
The file can be filled in as it is; left as it is, fill makes the blank of it. A file that exists is not overwritten.

Examples:
  biaoshi data cleaner-production-audit --year 2021 > hebei.yaml
  biaoshi data highway-condition --out data/hebei.yaml
`,
      fill: `
Writes <dir>/<name of DATA>.docx, .xlsx and .pdf. The data file says its form and year.
A data file with errors yields no documents, the others do; findings and errors are told together at the end.

Examples:
  biaoshi fill hebei.yaml
  biaoshi fill data/*.yaml --format docx,pdf --out reports
`,
      schema: `
Examples:
  biaoshi schema cleaner-production-audit --year 2021 --out data.schema.json
  biaoshi schema --out definition.schema.json
`,
    },
    error: 'error: ',
    pages: (count) => `${count} ${count === 1 ? 'page' : 'pages'}`,
    nothing: 'There are no forms.',
    flat: (file) =>
      `The YAML files here are named by their path, as in biaoshi blank ${file}; listed are those at <form>/<edition>.yaml.`,
    written: (count) => `${count} ${count === 1 ? 'file' : 'files'} written.`,
    apology: (message) => `Sorry, biaoshi failed: ${message} (BIAOSHI_DEBUG=1 shows where)`,
  },
}
