import type { Locale } from './codes.ts'

type Both = Readonly<Record<Locale, string>>

/** Types as the validator names them, for `wrong-type`. */
const types: Record<string, Both> = {
  text: { zh: '文字', en: 'text' },
  string: { zh: '文字', en: 'text' },
  number: { zh: '数', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: ' true/false', en: 'true/false' },
  map: { zh: '映射（键: 值）', en: 'a map (key: value)' },
  object: { zh: '映射（键: 值）', en: 'a map (key: value)' },
  record: { zh: '映射（键: 值）', en: 'a map (key: value)' },
  list: { zh: '序列', en: 'a sequence' },
  array: { zh: '序列', en: 'a sequence' },
  nothing: { zh: '空', en: 'nothing' },
  null: { zh: '空', en: 'nothing' },
}

/** What YAML has and the language does not, for `yaml-feature`. */
const features: Record<string, Both> = {
  anchors: { zh: '锚点（&）', en: 'anchors (&)' },
  aliases: { zh: '别名（*）', en: 'aliases (*)' },
  tags: { zh: '标签（!）', en: 'tags (!)' },
  'merge keys': { zh: '合并键（<<）', en: 'merge keys (<<)' },
  documents: { zh: '多文档（---）', en: 'several documents (---)' },
}

/** Errors by the codes of the `yaml` library, for `yaml-syntax`. */
const yaml: Record<string, Both> = {
  ALIAS_PROPS: { zh: '别名不能带锚点或标签', en: 'an alias cannot have an anchor or a tag' },
  BAD_ALIAS: { zh: '以 * 开头的文字须加引号', en: 'text that begins with * needs quotes' },
  BAD_COLLECTION_TYPE: { zh: '标签与内容不符', en: 'the tag does not fit what it stands on' },
  BAD_DIRECTIVE: { zh: '以 % 开头的文字须加引号', en: 'text that begins with % needs quotes' },
  BAD_DQ_ESCAPE: { zh: '双引号内的 \\ 写法有误', en: 'a wrong \\ escape in double quotes' },
  BAD_INDENT: { zh: '缩进与同级的行不一致', en: 'the indentation differs from its siblings' },
  BAD_PROP_ORDER: { zh: '锚点或标签的位置不对', en: 'an anchor or a tag in the wrong place' },
  BAD_SCALAR_START: { zh: '以 @ ` % | > 等符号开头的文字须加引号', en: 'text that begins with @ ` % | > needs quotes' },
  BLOCK_AS_IMPLICIT_KEY: {
    zh: '一行中有两个 “: ”，后面的文字须加引号',
    en: 'two ": " in one line: the text needs quotes',
  },
  BLOCK_IN_FLOW: { zh: '花括号或方括号内不能用缩进写法', en: 'no indented block inside { } or [ ]' },
  DUPLICATE_KEY: { zh: '同一层有两个相同的键', en: 'two equal keys in one map' },
  IMPOSSIBLE: { zh: '无法解析', en: 'it cannot be parsed' },
  KEY_OVER_1024_CHARS: { zh: '键过长', en: 'the key is too long' },
  MISSING_CHAR: { zh: '缺少符号（引号、括号、冒号或逗号）', en: 'a quote, bracket, colon or comma is missing' },
  MULTILINE_IMPLICIT_KEY: { zh: '键不能占两行，可能漏了冒号', en: 'a key takes one line; a colon may be missing' },
  MULTIPLE_ANCHORS: { zh: '一处有两个锚点', en: 'two anchors in one place' },
  MULTIPLE_DOCS: { zh: '一个文件中有多个文档（---）', en: 'several documents (---) in one file' },
  MULTIPLE_TAGS: { zh: '一处有两个标签', en: 'two tags in one place' },
  NON_STRING_KEY: { zh: '键须是文字', en: 'a key is text' },
  RESOURCE_EXHAUSTION: { zh: '嵌套过深', en: 'too deeply nested' },
  TAB_AS_INDENT: { zh: '缩进要用空格，不能用制表符', en: 'indent with spaces, not with tabs' },
  TAG_RESOLVE_FAILED: { zh: '不认识的标签（!）', en: 'an unknown tag (!)' },
  UNEXPECTED_TOKEN: { zh: '此处不该有这个符号', en: 'this does not belong here' },
}

/** Errors of the file system, for `unreadable-file` and `unwritable-file`. */
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
  EROFS: { zh: '磁盘是只读的', en: 'the disk is read-only' },
  'not UTF-8': { zh: '不是 UTF-8 编码', en: 'it is not UTF-8' },
}

/** Words that stages pass as keys, because they read differently in each language; by the word of the message. */
export const vocabulary: Readonly<Record<string, Readonly<Record<string, Both>>>> = {
  expected: types,
  got: types,
  feature: features,
  problem: { ...yaml, ...files },
}

/** Problems that a library says in English only: the formula parser's. */
export const englishProblems: readonly (readonly [RegExp, string])[] = [
  [/ at character \d+$/, ''],
  [/^Unexpected (?:token )?(.+)$/, '意外的 $1'],
  [/^Unclosed (?:quote after )?(.+)$/, '$1 没有闭合'],
  [/^Expected expression after (.+)$/, '$1 后面缺少内容'],
  [/^Expected expression$/, '缺少内容'],
  [/^Expected (.+)$/, '缺少 $1'],
  [/^missing unaryOp argument$/, '运算符后面缺少内容'],
]
