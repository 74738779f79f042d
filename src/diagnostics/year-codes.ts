import type { Entry } from './entry.ts'

/** What can be said of a new year: which edition holds, and what a person should look at before a new one is issued. */
export const yearCodes = {
  'edition-holds': {
    severity: 'info',
    zh: {
      what: '{form} 没有 {year} 年的版本，沿用 {edition} 年版',
      remedy: '一个版本自当年起有效，直到下一个版本；要改动请用 biaoshi new-edition。',
    },
    en: {
      what: '{form} has no edition of {year}: that of {edition} holds',
      remedy: 'An edition holds from its year until the next; to change it, begin with biaoshi new-edition.',
    },
  },
  'same-edition': {
    severity: 'info',
    zh: {
      what: '{old} 和 {new} 用的是同一个定义文件（{file}），这是拿它和自己比较',
      remedy: '要看两版的变化，请写两个各有版本的年份，或两个定义文件；各有哪些版本见 biaoshi list。',
    },
    en: {
      what: '{old} and {new} are one definition file ({file}), which is compared with itself',
      remedy:
        'To see changes, name two years that have editions of their own, or two definition files; see biaoshi list.',
    },
  },
  'same-edition-judged': {
    severity: 'error',
    zh: {
      what: '--fail-on 没有可判断的：{old} 和 {new} 用的是同一个定义文件（{file}）',
      remedy: '请写两个各有版本的年份，或两个定义文件，如 biaoshi diff 表 2024 草稿.yaml。',
    },
    en: {
      what: '--fail-on has nothing to judge: {old} and {new} are one definition file ({file})',
      remedy:
        'Name two years that have editions of their own, or two definition files, as in biaoshi diff FORM 2024 draft.yaml.',
    },
  },
  'edition-exists': {
    severity: 'error',
    zh: { what: '{file} 已经存在', remedy: '没有改动它；请换一个年份或标识，或先移走它。' },
    en: { what: '{file} exists', remedy: 'It was left as it is: choose another year or id, or move it first.' },
  },
  'look-year': {
    severity: 'info',
    zh: { what: '写着年份 {name}{also}', remedy: '发布前请核对。' },
    en: { what: 'says the year {name}{also}', remedy: 'Check it before issuing.' },
  },
  'look-citation': {
    severity: 'info',
    zh: { what: '引用了{name}，请核对是否仍然有效{also}', remedy: '发布前请核对。' },
    en: { what: 'cites {name}: is it still in force?{also}', remedy: 'Check it before issuing.' },
  },
  'look-standard': {
    severity: 'info',
    zh: { what: '引用了 {name}，已有新版 {newer}{also}', remedy: '发布前请核对。' },
    en: { what: 'cites {name}, of which there is {newer}{also}', remedy: 'Check it before issuing.' },
  },
  'look-list': {
    severity: 'info',
    zh: { what: '用的是代码表 {name}，已有新版 {newer}{also}', remedy: '发布前请核对。' },
    en: { what: 'takes the code list {name}, of which there is {newer}{also}', remedy: 'Check it before issuing.' },
  },
  'look-date': {
    severity: 'info',
    zh: { what: '提到时间“{name}”{also}', remedy: '发布前请核对。' },
    en: { what: 'mentions a time: {name}{also}', remedy: 'Check it before issuing.' },
  },
  'not-impacts': {
    severity: 'error',
    zh: { what: '这个文件没有说明各种变化的影响：{problem}', remedy: '每行写一种变化，如 column-moved: breaks-data。' },
    en: {
      what: 'this file does not say the impacts of checks: {problem}',
      remedy: 'Write a check a line, as in column-moved: breaks-data.',
    },
  },
} as const satisfies Record<string, Entry>
