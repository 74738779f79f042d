import type { Entry } from './entry.ts'

/** What can be said of single characters and of the fonts that draw them. */
export const characterCodes = {
  'invalid-character': {
    severity: 'error',
    zh: {
      what: '文字含有文件格式不允许的字符 {character}',
      remedy: '请删去它；这多半是从别处粘贴时带进来的不可见字符。',
    },
    en: {
      what: 'the text has a character that no document can hold: {character}',
      remedy: 'Remove it; such characters come in unseen with pasted text.',
    },
  },
  'missing-glyph': {
    severity: 'error',
    zh: {
      what: '没有字体能显示 “{character}”（{codePoint}）',
      remedy: '请换用通用的字，或用 --font 给出有这个字的字体文件。',
    },
    en: {
      what: 'no font has "{character}" ({codePoint})',
      remedy: 'Use another character, or give a font file that has it with --font.',
    },
  },
  'unsupported-character': {
    severity: 'error',
    zh: { what: '字符 {codePoint} {problem}', remedy: '{fix}' },
    en: { what: '{codePoint} {problem}', remedy: '{fix}' },
  },
  'unusable-font': {
    severity: 'error',
    zh: { what: '字体文件 {file} 不能用：{problem}', remedy: '请给出 TTF、OTF 或 TTC 字体文件的路径。' },
    en: { what: 'cannot use the font file {file}: {problem}', remedy: 'Give the path of a TTF, OTF or TTC font file.' },
  },
} as const satisfies Record<string, Entry>
