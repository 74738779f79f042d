import type { Locale } from './codes.ts'
import { dateWays } from './date-words.ts'
import { fitting } from './fitting-words.ts'

type Both = Readonly<Record<Locale, string>>

/** Types as the validator names them, for `wrong-type`. */
const types: Record<string, Both> = {
  text: { zh: '文字', en: 'text' },
  string: { zh: '文字', en: 'text' },
  number: { zh: '数', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: ' true 或 false', en: 'true or false' },
  map: { zh: '若干行“键: 值”', en: 'a map (key: value)' },
  object: { zh: '若干行“键: 值”', en: 'a map (key: value)' },
  record: { zh: '若干行“键: 值”', en: 'a map (key: value)' },
  list: { zh: '用 [ ] 或短横线列出的几项', en: 'a sequence' },
  array: { zh: '用 [ ] 列出的几项', en: 'a sequence' },
  nothing: { zh: '空的', en: 'nothing' },
  null: { zh: '空的', en: 'nothing' },
}

/** The slip behind a wrong type, for `wrong-type`. */
const hints: Record<string, Both> = {
  'form by id': {
    zh: '数据文件里的 form 写路径时，文件须在那里；表式已发布的，请改写它的标识，如 form: highway-condition。',
    en: ' Where form in a data file is a path, the file must be there; of a form that is issued write its id, as in form: highway-condition.',
  },
  'under values': {
    zh: '。各部分填报的内容写在 values: 下面',
    en: '. What the parts are filled with stands under `values:`',
  },
  quotes: {
    zh: '；数、true、false 要当文字时请加引号，如 "2020"',
    en: '; put quotes around a number, true or false that is meant as text',
  },
  'file for list': {
    zh: '：行在 CSV 中时，不写 list，而写 file: 名称.csv',
    en: ': rows in a CSV are `file: name.csv` in place of `list`',
  },
  'added columns': {
    zh: '；表中没有的列，先在 added 下写明',
    en: '; a column of your own is first declared under `added`',
  },
  'no quotes': { zh: '，不加引号', en: ', without quotes' },
  'no dashes': { zh: '，不用短横线和方括号', en: ', without dashes and brackets' },
  'document number': { zh: '，文号也可写作〔年份〕', en: ', or a document number with its year in 〔…〕' },
  'true or false': { zh: '，不能写 yes、no、是、否', en: ', not yes or no' },
}

/** What YAML has and the language does not, for `yaml-feature`. */
const features: Record<string, Both> = {
  anchors: { zh: '锚点（&）', en: 'anchors (&)' },
  aliases: { zh: '别名（*）', en: 'aliases (*)' },
  tags: { zh: '标签（!）', en: 'tags (!)' },
  'merge keys': { zh: '合并键（<<）', en: 'merge keys (<<)' },
  documents: { zh: '分隔多个文档的 ---', en: 'several documents (---)' },
}

/** What does not fit, for `too-large`. */
const limits: Record<string, Both> = {
  bytes: { zh: '文件太大，超过了 2 MB', en: 'the file is larger than 2 MB' },
  depth: { zh: '层次太深，超过了 60 层', en: 'this is nested more than 60 levels deep' },
  like: { zh: 'like 层层套用，展开后的内容太多', en: '`like` upon `like` comes to more nodes than a form can have' },
}

/** What a value may be where it is no list of words, for `bad-value`. */
const allowed: Record<string, Both> = {
  'path of a definition': { zh: '定义文件（.yaml）的路径', en: 'the path of a definition (.yaml)' },
  'pattern of page': {
    zh: 'A3、A4、Letter、Legal 之一，横向再加 landscape，如 A4 landscape',
    en: 'A3, A4, Letter or Legal, and landscape where it lies, as in A4 landscape',
  },
  'pattern of form': {
    zh: '小写英文字母、数字和连字符，以字母开头，如 highway-condition',
    en: 'lower-case letters, digits and hyphens, a letter first, as in highway-condition',
  },
  'pattern of boxes': {
    zh: 'true、false，格数，如 5，或各组的格数，如 3-2-4',
    en: 'true, false, the number of boxes, as in 5, or boxes in groups, as in 3-2-4',
  },
  'pattern of factor': { zh: '大于 0 的数，如 1000', en: 'a number greater than 0, as in 1000' },
  'pattern of columnCodes': {
    zh: '含有 1、一、甲、①、A、a、I、i 的样式，如 甲1',
    en: 'a pattern with 1, 一, 甲, ①, A, a, I or i in it, as in 甲1',
  },
  pattern: { zh: '见语言说明', en: 'see the language guide' },
  '2 texts': { zh: '两段文字，如 [指标名称, 具体信息]', en: 'two texts, as in [Item, Details]' },
}

/** Slips in YAML by what a person did, and by the codes of the `yaml` library where that is all there is to say. */
const yaml: Record<string, Both> = {
  quote: { zh: '引号没有闭合', en: 'this quote is not closed' },
  bracket: { zh: '括号没有闭合', en: 'this bracket is not closed' },
  'stray bracket': {
    zh: '多了一个括号，或前面缺少与它成对的括号',
    en: 'a bracket too many, or its partner is missing',
  },
  'full-width colon': { zh: '冒号用了全角，要用半角冒号加一个空格', en: 'a full-width colon: write ":" and a space' },
  'space after colon': { zh: '冒号后面要有一个空格', en: 'a space is missing after the colon' },
  'missing colon': { zh: '这一行缺少冒号', en: 'a colon is missing in this line' },
  'two colons': { zh: '一行中有两个冒号，后面的整段文字须加引号', en: 'two colons in one line: the text needs quotes' },
  'wide space': { zh: '缩进用了全角空格，要用半角空格', en: 'indented with wide spaces: use plain ones' },
  'text after quote': {
    zh: '闭合的引号或括号后面还有文字，引号应包住整段（“|” 及其后的部分也在内）',
    en: 'text after the closing quote or bracket: the quotes go round the whole text, with its "| …"',
  },
  dash: { zh: '这里不能用短横线', en: 'no dash may stand here' },
  'no key': { zh: '冒号前面缺少键', en: 'the key before the colon is missing' },
  ALIAS_PROPS: { zh: '以 & 或 * 开头的文字须加引号', en: 'text that begins with & or * needs quotes' },
  BAD_ALIAS: { zh: '以 & 或 * 开头的文字须加引号', en: 'text that begins with & or * needs quotes' },
  BAD_COLLECTION_TYPE: { zh: '以 ! 开头的文字须加引号', en: 'text that begins with ! needs quotes' },
  BAD_DIRECTIVE: { zh: '以 % 开头的文字须加引号', en: 'text that begins with % needs quotes' },
  BAD_DQ_ESCAPE: {
    zh: '双引号内的反斜线 \\ 要写成 \\\\，或改用单引号',
    en: 'in double quotes write \\\\ for a backslash, or use single quotes',
  },
  BAD_INDENT: { zh: '缩进与同级的行不一致', en: 'the indentation differs from its siblings' },
  BAD_PROP_ORDER: { zh: '以 & 或 ! 开头的文字须加引号', en: 'text that begins with & or ! needs quotes' },
  BAD_SCALAR_START: {
    zh: '以 @ ` % | > - 等符号开头的文字须加引号',
    en: 'text that begins with @ ` % | > - needs quotes',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    zh: '一行中有两个冒号，后面的整段文字须加引号',
    en: 'two colons in one line: the text needs quotes',
  },
  BLOCK_IN_FLOW: { zh: '花括号或方括号内不能另起缩进的内容', en: 'no indented block inside { } or [ ]' },
  DUPLICATE_KEY: { zh: '同一层有两个相同的键', en: 'two equal keys in one map' },
  IMPOSSIBLE: { zh: '写法有误', en: 'it makes no sense' },
  KEY_OVER_1024_CHARS: {
    zh: '键过长，或前面的引号没有闭合',
    en: 'the key is too long, or a quote before it is not closed',
  },
  MISSING_CHAR: { zh: '缺少引号、括号、冒号或逗号', en: 'a quote, bracket, colon or comma is missing' },
  MULTILINE_IMPLICIT_KEY: { zh: '这一行缺少冒号', en: 'a colon is missing in this line' },
  MULTIPLE_ANCHORS: { zh: '以 & 开头的文字须加引号', en: 'text that begins with & needs quotes' },
  MULTIPLE_DOCS: { zh: '一个文件中有多个文档（---）', en: 'several documents (---) in one file' },
  MULTIPLE_TAGS: { zh: '以 ! 开头的文字须加引号', en: 'text that begins with ! needs quotes' },
  NON_STRING_KEY: { zh: '键须是文字', en: 'a key is text' },
  RESOURCE_EXHAUSTION: { zh: '嵌套过深', en: 'too deeply nested' },
  TAB_AS_INDENT: { zh: '缩进要用空格，不能用制表符', en: 'indent with spaces, not with tabs' },
  TAG_RESOLVE_FAILED: { zh: '以 ! 开头的文字须加引号', en: 'text that begins with ! needs quotes' },
  UNEXPECTED_TOKEN: {
    zh: '此处不该有这个符号，可能前面少了引号',
    en: 'this does not belong here; a quote may be missing before it',
  },
}

const quoteIt: Both = {
  zh: '请把整段文字放进英文双引号，如 label: "注: 见下"。',
  en: 'Put the whole text in double quotes, as in label: "Note: see below".',
}
const align: Both = {
  zh: '同级的键要左对齐，下一级比上一级多缩进两个半角空格。',
  en: 'Siblings begin in the same column; a level below is two spaces further in.',
}
const colon: Both = {
  zh: '请写成 键: 值，冒号用半角，后面空一格。',
  en: 'Write key: value, with a plain colon and a space.',
}
const close: Both = { zh: '请在这段内容的末尾补上与它成对的符号。', en: 'Add its partner at the end of what it opens.' }

/** What to do about a slip in YAML; quotes help with most. */
const ownFixes: Record<string, Both> = {
  quote: close,
  bracket: close,
  'stray bracket': { zh: '请删去它，或补上与它成对的括号。', en: 'Remove it, or add its partner.' },
  'full-width colon': colon,
  'space after colon': colon,
  'missing colon': colon,
  'no key': colon,
  'wide space': align,
  TAB_AS_INDENT: align,
  BAD_INDENT: align,
  dash: { zh: '请删去短横线，写成 标识: 内容。', en: 'Remove the dash and write id: content.' },
  BAD_DQ_ESCAPE: { zh: '请改写这个反斜线。', en: 'Write the backslash so.' },
}

/** Why a character is none for a form, for `unsupported-character`. */
const characters: Record<string, Both> = {
  'bidi control': { zh: '是看不见的书写方向控制符', en: 'is an invisible control of the writing direction' },
  invisible: { zh: '是看不见的字符', en: 'is an invisible character' },
  selector: { zh: '是字形选择符，字体里没有它选的字形', en: 'selects a variant that the fonts do not have' },
  'combining mark': {
    zh: '是附加符号，和前面的字母合不成一个字符',
    en: 'is a combining mark that makes no character with the letter before it',
  },
  'shaped script': {
    zh: '属于从右向左书写或需要变形的文字',
    en: 'is of a script that runs from right to left or joins letters',
  },
}
const removeIt: Both = { zh: '请删去它；多半是复制时带来的。', en: 'Remove it; it mostly comes with copied text.' }
const characterFixes: Record<string, Both> = {
  'bidi control': removeIt,
  invisible: removeIt,
  selector: { zh: '请删去它，印出的是通用字形。', en: 'Remove it: the common form is printed.' },
  'combining mark': {
    zh: '请改用带符号的整个字母，或删去它。',
    en: 'Use the accented letter as one character, or remove it.',
  },
  'shaped script': { zh: '请改用汉字或拉丁字母转写。', en: 'Transcribe it in Han or Latin letters.' },
}

const fixes: Record<string, Both> = {
  ...Object.fromEntries(Object.keys(yaml).map((problem) => [problem, ownFixes[problem] ?? quoteIt])),
  ...characterFixes,
}

/** What to do about a text that is no figure, for `not-a-figure`, and about a total, for `total-among-rows`. */
const advice: Record<string, Both> = {
  digits: {
    zh: '只写数字，例如 1234.50；没有数请留空。',
    en: 'Digits only, as in 1234.50. Leave it empty where there is none.',
  },
  'no figure': {
    zh: '数字栏不写短横线、斜线和文字：没有数请留空，确实是零请写 0。',
    en: 'Leave it empty where there is no figure; write 0 where it is zero.',
  },
  separators: {
    zh: '不写千分位逗号；从 Excel 导出前，可把单元格格式设为“常规”。',
    en: 'Leave out the separators of thousands; in Excel, set the cells to General before saving as CSV.',
  },
  parted: {
    zh: '花括号中逗号把一个数分成了两项：不写千分位逗号。',
    en: 'In braces a comma parts two keys: leave out the separators of thousands.',
  },
  'decimal comma': {
    zh: '小数点写 .，不写逗号，也不写千分位。',
    en: 'Write a point before the decimals, and no separators of thousands.',
  },
  minus: {
    zh: '负数写减号，括号由表印出；不是负数的不加括号。',
    en: 'Write a minus before a figure below zero: where the form has brackets for it, it prints them.',
  },
  'plain digits': {
    zh: '数字、小数点和负号用半角，数字之间不空格。',
    en: 'Plain digits with a plain point and minus, no plus and no spaces, as in -1234.50.',
  },
  unit: {
    zh: '只写数字：按本栏的单位换算好，不写单位，也不写“万”“亿”。',
    en: 'Digits only, in the unit of the column and without it.',
  },
  'not last': {
    zh: '合计行下面还有别的行；请删去它，合计由程序计算。',
    en: 'Other rows stand below it: remove it, totals are added up by the program.',
  },
  part: {
    zh: '列表中不写小计，请删去这一行。',
    en: 'Remove it: there are no subtotals in a list.',
  },
  'no total': {
    zh: '这个列表没有合计行，请删去它。',
    en: 'Remove it: this list has no total row.',
  },
  twice: {
    zh: 'total 下已经写了合计，请删去其中一处。',
    en: 'The total is stated under `total` already: remove one of the two.',
  },
}

/** What a file is that is no definition or no data, for `not-a-definition` and `not-data`. */
const notDefinitions: Record<string, Both> = {
  nothing: { zh: '它是空的', en: 'it is empty' },
  text: { zh: '它只是一段文字', en: 'it is plain text' },
  list: { zh: '它是一个列表', en: 'it is a list' },
  binary: { zh: '它不是文本文件', en: 'it is no text file' },
  definition: { zh: '它是一份表式定义', en: 'it is the definition of a form' },
}

const seeData: Both = {
  zh: '数据文件以 form、year、values 三个键写成；biaoshi data 表式 --out 文件.yaml 可生成一份待填的。',
  en: 'A data file has the keys form, year and values; `biaoshi data FORM --out FILE.yaml` writes one to fill in.',
}
/** What to do with a file that is no data, for `not-data`. */
const dataFixes: Record<string, Both> = {
  nothing: seeData,
  text: seeData,
  list: {
    zh: '列表要写在所属的块下；数据文件以 form、year、values 三个键写成，可用 biaoshi data 表式 --out 文件.yaml 生成。',
    en: 'A list stands under its block; a data file has the keys form, year and values, as `biaoshi data FORM --out FILE.yaml` writes it.',
  },
  binary: seeData,
  definition: {
    zh: '要空白表，请运行 biaoshi blank 加这个文件；要数据文件，请运行 biaoshi data 加这个文件和 --out 文件.yaml。',
    en: 'Run `biaoshi blank` on it for the blank form, or `biaoshi data` with --out FILE.yaml for a data file to fill in.',
  },
}

/** What is wrong with a formula, for `bad-formula`; jsep's own words are in `englishProblems`. */
const formulas: Record<string, Both> = {
  'empty formula': { zh: '等号后面没有内容', en: 'nothing stands after the =' },
  'missing operator': { zh: '两项之间缺少运算符', en: 'an operator is missing between two terms' },
  'full-width sign': { zh: '符号和数字要用半角', en: 'a full-width sign: use + - * / ( ) and plain digits' },
  'nothing to sum': { zh: 'sum 的括号里没有内容', en: 'nothing stands in the brackets of sum' },
}

/** What an operand is that is no single figure, for `vague-operand`. */
const operands: Record<string, Both> = {
  block: { zh: '一整块', en: 'a whole block' },
  spanner: { zh: '几列上面的总栏', en: 'a label over several columns' },
  group: { zh: '几行或整个合计行', en: 'a group of rows or a whole row of totals' },
  row: { zh: '别处的一整行', en: 'a whole row elsewhere' },
  column: { zh: '别处的一整列', en: 'a whole column elsewhere' },
  'list column': { zh: '列表的一整列', en: 'a whole column of a list' },
  more: { zh: '由填表人补充的内容', en: 'what the filler adds' },
  printed: { zh: '不填数的列', en: 'a column without figures' },
  closed: { zh: '不填数的格', en: 'a closed cell' },
}

/** Where a note cannot be cited, for `misplaced-note`. */
const places: Record<string, Both> = {
  title: { zh: '总标题', en: 'the title of the form' },
  subtitle: { zh: '副标题', en: 'the subtitle' },
  mark: { zh: '标题上方的文字', en: 'the mark above the title' },
  terms: { zh: 'terms 的文字', en: 'a term' },
  symbol: { zh: '单位的符号', en: 'the symbol of a unit' },
}

/** Errors of the system, for `unreadable-file`, `unwritable-file` and `unfinished-file`. */
const files: Record<string, Both> = {
  EACCES: { zh: '没有权限', en: 'permission denied' },
  EBUSY: { zh: '文件正被占用', en: 'the file is in use' },
  EEXIST: { zh: '同名的文件已存在', en: 'a file of that name is in the way' },
  EISDIR: { zh: '这是一个文件夹', en: 'it is a folder' },
  EMFILE: { zh: '打开的文件过多', en: 'too many open files' },
  ENAMETOOLONG: { zh: '文件名过长', en: 'the name is too long' },
  ENOENT: { zh: '文件或文件夹不存在', en: 'there is no such file or folder' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  ENOTDIR: { zh: '路径中的一段不是文件夹', en: 'a part of the path is not a folder' },
  EPERM: { zh: '没有权限，或文件正被占用', en: 'not permitted, or the file is in use' },
  ERR_WORKER_OUT_OF_MEMORY: { zh: '内存不足', en: 'out of memory' },
  'thread ended': { zh: '处理它的线程意外结束', en: 'the thread that filled it ended' },
  EROFS: { zh: '磁盘是只读的', en: 'the disk is read-only' },
  'no font': {
    zh: '不是字体文件，或是 WOFF 一类不能嵌入的格式',
    en: 'it is no font, or of a kind that cannot be embedded, as WOFF',
  },
  'not UTF-8': { zh: '不是 UTF-8 编码', en: 'it is not UTF-8' },
  'office file': {
    zh: '这是 Word 或 Excel 文件，目前还不能读回；请填写 biaoshi data 打印的数据文件',
    en: 'it is a Word or Excel file, which cannot be read back yet; fill in the data file that `biaoshi data` prints',
  },
}

const each = <T>(table: Readonly<Record<string, T>>, take: (value: T) => Both): Record<string, Both> =>
  Object.fromEntries(Object.entries(table).map(([key, value]) => [key, take(value)]))

/** Why an edition does not take a value that goes to it, for `migrate-refused`: the code of the mistake it would be. */
const reasons: Record<string, Both> = {
  'not-a-figure': { zh: '不是数字', en: 'not a figure' },
  'not-a-count': { zh: '不是个数', en: 'not a count' },
  'too-precise': { zh: '小数位数太多', en: 'too many decimals' },
  'out-of-range': { zh: '超出范围', en: 'out of range' },
  'not-a-quantity': { zh: '不是带单位的数量', en: 'not a quantity' },
  'not-yes-or-no': { zh: '不是“是”或“否”', en: 'neither yes nor no' },
  'not-an-option': { zh: '不在选项中', en: 'not one of the options' },
  'not-a-date': { zh: '不是日期', en: 'not a date' },
  'not-a-month': { zh: '要填年月', en: 'a month is wanted' },
  'not-a-year': { zh: '要填年份', en: 'a year is wanted' },
  'not-a-phone': { zh: '不像电话号码', en: 'not a telephone number' },
  'not-an-email': { zh: '不像电子邮箱', en: 'not an e-mail address' },
  'too-long': { zh: '文字太长', en: 'too long' },
  'no-such-file': { zh: '找不到文件', en: 'no such file' },
}

/** Words that stages pass as keys, because they read differently in each language; by the word of the message. */
export const vocabulary: Readonly<Record<string, Readonly<Record<string, Both>>>> = {
  expected: types,
  got: types,
  feature: features,
  hint: hints,
  limit: limits,
  fix: { ...fixes, ...dataFixes, ...each(fitting, ({ fix }) => fix) },
  advice,
  example: dateWays,
  allowed,
  kind: operands,
  where: places,
  reason: reasons,
  problem: { ...yaml, ...files, ...characters, ...notDefinitions, ...formulas, ...each(fitting, ({ why }) => why) },
}

/** Problems that a library says in English only: the formula parser's. */
export const englishProblems: readonly (readonly [RegExp, string])[] = [
  [/ at character \d+$/, ''],
  [/^Unexpected (?:token )?(.+)$/, '不能用 $1'],
  [/^Unclosed (?:quote after )?(.+)$/, '$1 没有闭合'],
  [/^Expected expression after (.+)$/, '$1 后面缺少内容'],
  [/^Expected expression$/, '缺少内容'],
  [/^Expected (.+)$/, '缺少 $1'],
  [/^missing unaryOp argument$/, '运算符后面缺少内容'],
]
