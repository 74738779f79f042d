import type { Locale } from '../diagnostics/index.ts'

/** Every word of the command line; messages about forms and files are in `diagnostics/codes.ts`. */
export interface Texts {
  readonly about: string
  readonly usage: string
  readonly helpUsage: string
  readonly commandUsage: string
  readonly titles: Readonly<Record<string, string>>
  readonly commands: Readonly<
    Record<
      | 'list'
      | 'blank'
      | 'data'
      | 'fill'
      | 'show'
      | 'diff'
      | 'new-edition'
      | 'new-form'
      | 'migrate'
      | 'schema'
      | 'make'
      | 'help',
      string
    >
  >
  readonly options: Readonly<
    Record<
      | 'form'
      | 'data'
      | 'jobs'
      | 'oneData'
      | 'to'
      | 'from'
      | 'migrateOut'
      | 'reportFormat'
      | 'id'
      | 'year'
      | 'editionYear'
      | 'formYear'
      | 'format'
      | 'out'
      | 'font'
      | 'fileOut'
      | 'editionOut'
      | 'against'
      | 'edition'
      | 'diffFormat'
      | 'diffOut'
      | 'failOn'
      | 'all'
      | 'definitions'
      | 'lang'
      | 'help'
      | 'version',
      string
    >
  >
  readonly after: string
  /** Under the help of a command: what it writes, and examples. */
  readonly afterCommand: Readonly<
    Record<'blank' | 'data' | 'fill' | 'show' | 'diff' | 'new-edition' | 'new-form' | 'migrate' | 'schema', string>
  >
  readonly error: string
  readonly pages: (count: number) => string
  readonly nothing: string
  /** Where a folder has definitions that stand in no folder of their form. */
  readonly flat: (file: string) => string
  readonly written: (count: number) => string
  /** A picture is what the file has, or in how many lines it is not. */
  readonly same: (file: string) => string
  readonly differs: (file: string, lines: number) => string
  readonly wrote: (file: string) => string
  readonly apology: (message: string) => string
  /** How to see what was left out. */
  readonly all: string
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
      'new-edition': '由最近一版写出新一年的版本，并列出发布前要核对的地方',
      migrate: '把填好的数据带到另一版，没有位置的逐一列出',
      'new-form': '新建一张表：带注释的定义、示例数据和样图',
      diff: '比较一个表式的两个版本：改了什么，对已填的数据有何影响',
      schema: '输出 JSON Schema，供编辑器补全和检查：某个表式的数据文件，或定义文件',
      make: '把所有表式的空白表和示例以所有格式写入 out/（npm start）',
      help: '查看某个命令的用法',
    },
    options: {
      form: '表式的标识（见 biaoshi list），或定义文件的路径',
      data: '数据文件（YAML 或 JSON），可以有多个',
      oneData: '数据文件（YAML 或 JSON）',
      to: '带到哪一版：年份，或定义文件的路径',
      from: '数据是按哪一版填的；默认由数据中的 form、year 说明',
      migrateOut: '写入的文件，名称以 .json 结尾的写成 JSON；默认 <数据文件名>-<年份>，在原文件旁边，格式同原文件',
      reportFormat: '报告的形式：text 或 json；默认 text',
      id: '新表的标识：小写字母开头，只含小写字母、数字和连字符',
      year: '填报年度；默认为最新版本的年份',
      editionYear: '新版本首次使用的年份',
      formYear: '首次使用的年份',
      editionOut: '写入的文件；默认写在原版本旁边',
      against: '与文件中的样图比较，不同时退出码为 1',
      format: '格式，以逗号分隔：docx,xlsx,pdf；默认全部',
      out: '写入的文件夹；默认 out',
      jobs: '同时填几份数据文件；默认按机器的处理器和内存',
      all: '列出全部错误和要核对之处；不写则各列前 50 处，同一栏同样的只列前 3 处',
      font: '字体文件（TTF、OTF、TTC），用来印自带字体没有的字；可以写多次',
      fileOut: '写入文件；默认输出到终端',
      edition: '年度，或定义文件的路径：先旧后新',
      diffFormat: '格式：text、json、md、html 或 docx（修订标记）；默认 text',
      diffOut: '写入文件；html、docx 默认写入 out，其余默认输出到终端',
      failOn: '有这种或更重的影响时，退出码为 1：breaks-data、extends-data、changes-rules、wording、layout',
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
      show: `
示例:
  biaoshi show highway-condition > 样图.txt
  biaoshi show highway-condition --against 样图.txt
`,
      'new-edition': `
写出 <定义文件夹>/<表式>/<年份>.yaml，已有的文件不会被覆盖。标识、注释和顺序不变；renamedFrom 已经完成使命，不再保留。

示例:
  biaoshi new-edition water-use 2025 --definitions forms
  biaoshi new-edition forms/water-use/2024.yaml 2025
`,
      'new-form': `
写出 <标识>/<年份>.yaml（定义）、<标识>/<年份>.txt（样图）和 <标识>/examples/<年份>.yaml（示例数据），放在 --definitions
的文件夹中，默认为 definitions。已有的文件不会被覆盖。

示例:
  biaoshi new-form water-use --definitions forms
  biaoshi show water-use --definitions forms --against forms/water-use/2024.txt
`,
      diff: `
影响由重到轻：breaks-data 旧数据不再适用；extends-data 可填内容增加；changes-rules 计算与审核变化；wording 措辞；layout 版式。
定义文件夹中的 impacts.yaml 可改动某种变化的影响，如：column-moved: breaks-data

示例:
  biaoshi diff cleaner-production-audit 2020 2023
  biaoshi diff cleaner-production-audit 2020 草稿.yaml --format html --out 比较.html
  biaoshi diff 旧.yaml 新.yaml --format docx
  biaoshi diff cleaner-production-audit 2020 2023 --fail-on breaks-data
`,
      migrate: `
按标识带数据：改名跟随 renamedFrom，单位按系数精确换算，合计留给程序重算。原文件不会改动。没有位置的值、新版不接受的值和需要
核对的值逐一列出，有则退出码为 1。列表的 CSV 有变化时在新文件旁边另写一份。

示例:
  biaoshi migrate 某省-2020.yaml --to 2023
  biaoshi migrate 某省-2020.yaml --to forms/water-use/2025.yaml --format json > 报告.json
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
    same: (file) => `与 ${file} 一致。`,
    differs: (file, lines) => `与 ${file} 有 ${lines} 行不同。`,
    wrote: (file) => `写出 ${file}`,
    written: (count) => `写出 ${count} 个文件。`,
    all: '加 --all 可列出全部。',
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
      'new-edition': 'write the next edition of a form from the last, and list what to look at before issuing it',
      migrate: 'carry filled-in data to another edition, and list what has no place in it',
      'new-form': 'begin a form: a commented definition, an example of data, a picture to test against',
      diff: 'compare two editions of a form: what changed, and what that does to data',
      schema: 'print a JSON Schema for editors: of the data of a form, or of definitions',
      make: 'make the blanks and examples of all forms in all formats in out/ (npm start)',
      help: 'show how a command is used',
    },
    options: {
      form: 'id of a form (see biaoshi list), or path of a definition file',
      data: 'data file (YAML or JSON); several may follow',
      oneData: 'data file (YAML or JSON)',
      to: 'the edition to carry them to: a year, or the path of a definition',
      from: 'the edition that they were filled in for; default: as the form and year in them say',
      migrateOut:
        'file to write, as JSON where its name ends in .json; default: <name of DATA>-<year> beside it, of its kind',
      reportFormat: 'form of the report: text or json; default: text',
      id: 'id of the new form: a lower-case letter, then lower-case letters, digits and hyphens',
      year: 'reporting year; default: that of the latest edition',
      editionYear: 'the first year of the new edition',
      formYear: 'the first year that it is used in',
      editionOut: 'file to write; default: beside the edition that it comes from',
      against: 'compare with a picture in a file; exit code 1 where it differs',
      format: 'formats, by comma: docx,xlsx,pdf; default: all',
      out: 'folder to write to; default: out',
      jobs: 'how many data files are filled at a time; default: as the processors and memory allow',
      all: 'tell of everything; else of the first 50, and of what many rows of a column share the first 3',
      font: 'font file (TTF, OTF, TTC) for characters that the shipped fonts lack; may be repeated',
      fileOut: 'file to write to; default: the terminal',
      edition: 'year, or path of a definition file: the older first',
      diffFormat: 'text, json, md, html or docx (tracked changes); default: text',
      diffOut: 'file to write to; default: out for html and docx, else the terminal',
      failOn: 'exit code 1 where a change is as grave: breaks-data, extends-data, changes-rules, wording, layout',
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
      show: `
Examples:
  biaoshi show highway-condition > picture.txt
  biaoshi show highway-condition --against picture.txt
`,
      'new-edition': `
Writes <definitions>/<form>/<year>.yaml, never over a file that exists. Ids, comments and order stay; renamedFrom has
done its work and goes.

Examples:
  biaoshi new-edition water-use 2025 --definitions forms
  biaoshi new-edition forms/water-use/2024.yaml 2025
`,
      'new-form': `
Writes <id>/<year>.yaml (the definition), <id>/<year>.txt (its picture) and <id>/examples/<year>.yaml (data) in the folder
of --definitions, else in definitions. A file that exists is not overwritten.

Examples:
  biaoshi new-form water-use --definitions forms
  biaoshi show water-use --definitions forms --against forms/water-use/2024.txt
`,
      diff: `
Impacts, gravest first: breaks-data, extends-data, changes-rules, wording, layout. A file impacts.yaml in the folder of
definitions may give a check another one: column-moved: breaks-data

Examples:
  biaoshi diff cleaner-production-audit 2020 2023
  biaoshi diff cleaner-production-audit 2020 draft.yaml --format html --out changes.html
  biaoshi diff old.yaml new.yaml --format docx
  biaoshi diff cleaner-production-audit 2020 2023 --fail-on breaks-data
`,
      migrate: `
Carries data over by id: renames as renamedFrom says, figures converted exactly by their units, totals left to be computed.
The source is never changed. What has no place, what the other edition refuses and what should be checked is listed, with
exit code 1. Where a list's CSV changes, a new one is written beside the new file.

Examples:
  biaoshi migrate hebei-2020.yaml --to 2023
  biaoshi migrate hebei-2020.yaml --to forms/water-use/2025.yaml --format json > report.json
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
    same: (file) => `As in ${file}.`,
    differs: (file, lines) => `${lines} ${lines === 1 ? 'line differs' : 'lines differ'} from ${file}.`,
    wrote: (file) => `wrote ${file}`,
    written: (count) => `${count} ${count === 1 ? 'file' : 'files'} written.`,
    all: 'Say --all to see everything.',
    apology: (message) => `Sorry, biaoshi failed: ${message} (BIAOSHI_DEBUG=1 shows where)`,
  },
}
