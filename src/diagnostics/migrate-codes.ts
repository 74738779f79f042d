import type { Entry } from './entry.ts'

/** What becomes of data that go to another edition, or why they do not; each finding is a value that a person has to look at. */
export const migrateCodes = {
  'migrate-no-place': {
    severity: 'finding',
    zh: {
      what: '“{label}”（{name}）在 {edition} 版中没有位置，{count} 个值没有带过去：{values}',
      remedy: '请决定这些数据是否还要，要填到哪里；原文件没有改动。',
    },
    en: {
      what: '"{label}" ({name}) has no place in the edition of {edition}, {count} left behind: {values}',
      remedy: 'Decide whether they are still wanted, and where; the source was not changed.',
    },
  },
  'migrate-shape': {
    severity: 'finding',
    zh: {
      what: '“{label}”（{name}）在 {edition} 版中填法不同，{count} 个值没有带过去：{values}',
      remedy: '请照新版的填法重填；原文件没有改动。',
    },
    en: {
      what: '"{label}" ({name}) is filled in another way in the edition of {edition}, {count} left behind: {values}',
      remedy: 'Fill it in as the new edition asks; the source was not changed.',
    },
  },
  'migrate-closed': {
    severity: 'finding',
    zh: {
      what: '“{label}”（{name}）在 {edition} 版中不再填写，{count} 个值没有带过去：{values}',
      remedy: '新版此处印有文字或短横线；请核对是否确实不再需要。',
    },
    en: {
      what: '"{label}" ({name}) is no longer filled in in the edition of {edition}, {count} left behind: {values}',
      remedy: 'That edition prints a dash or words there: check that the value is no longer wanted.',
    },
  },
  'migrate-unit': {
    severity: 'finding',
    zh: {
      what: '“{label}”（{name}）的单位由{before}改为{after}，不能换算，{count} 个值没有带过去：{values}',
      remedy: '请按新的单位重填。',
    },
    en: {
      what: '"{label}" ({name}) is in {after} now, and {before} does not convert, {count} left behind: {values}',
      remedy: 'Fill it in anew in the new unit.',
    },
  },
  'migrate-inexact': {
    severity: 'finding',
    zh: {
      what: '“{label}”（{name}）由{before}换算为{after}除不尽，{count} 个值没有带过去：{values}',
      remedy: '请自行舍入后填写。',
    },
    en: {
      what: '"{label}" ({name}) has no finite decimal when {before} becomes {after}, {count} left behind: {values}',
      remedy: 'Round it yourself and fill it in.',
    },
  },
  'migrate-refused': {
    severity: 'finding',
    zh: {
      what: '“{label}”（{name}）的 {count} 个值 {edition} 版不接受（{reason}），没有带过去：{values}',
      remedy: '请照新版的要求改写后填写。',
    },
    en: {
      what: '"{label}" ({name}): the edition of {edition} does not take them ({reason}), {count} left behind: {values}',
      remedy: 'Rewrite it as that edition asks.',
    },
  },
  'migrate-too-many': {
    severity: 'finding',
    zh: {
      what: '“{label}”（{name}）在 {edition} 版中最多 {limit} 行，多出的 {count} 个值没有带过去：{values}',
      remedy: '请并入已有的行。',
    },
    en: {
      what: '"{label}" ({name}) takes at most {limit} rows in the edition of {edition}, {count} left behind: {values}',
      remedy: 'Merge rows.',
    },
  },
  'migrate-unit-new': {
    severity: 'finding',
    zh: {
      what: '“{label}”（{name}）原来没有写明单位，新版以{after}计，{count} 个值照原样带了过去：{values}',
      remedy: '请核对原来的数是否就是以此为单位。',
    },
    en: {
      what: '"{label}" ({name}) had no unit and is in {after} now, {count} carried over as they were: {values}',
      remedy: 'Check that the figures were in that unit.',
    },
  },
  'migrate-unit-gone': {
    severity: 'finding',
    zh: {
      what: '“{label}”（{name}）原来以{before}计，新版没有单位，{count} 个值照原样带了过去：{values}',
      remedy: '请核对新版要的是什么。',
    },
    en: {
      what: '"{label}" ({name}) was in {before} and has no unit now, {count} carried over as they were: {values}',
      remedy: 'Check what the new edition asks for.',
    },
  },
  'migrate-option': {
    severity: 'finding',
    zh: {
      what: '“{label}”（{name}）的选项 {option} 由“{before}”改为“{after}”，{count} 个值随标识带了过去：{values}',
      remedy: '请核对原来所选的是否就是“{after}”的意思，不是的请改选。',
    },
    en: {
      what: '"{label}" ({name}): the option {option} was "{before}" and is "{after}" now, {count} carried over by its id: {values}',
      remedy: 'Check that "{after}" is what was answered; else choose another option.',
    },
  },
  'migrate-option-alike': {
    severity: 'finding',
    zh: {
      what: '“{label}”（{name}）的选项 {option} 由“{before}”改为“{after}”，另有相近的选项 {other}，{count} 个值随标识带了过去：{values}',
      remedy: '原来所选的可能是别的意思：请逐个核对，不是“{after}”的请改选。',
    },
    en: {
      what: '"{label}" ({name}): the option {option} was "{before}" and is "{after}" now, and there is {other} like it, {count} carried over by its id: {values}',
      remedy: 'What was answered may mean another option: check each, and choose again where it is not "{after}".',
    },
  },
  'migrate-signed': {
    severity: 'finding',
    zh: {
      what: '{count} 处签名、签署的意见或日期是对 {year} 年的报表签署的，照原样带了过去：{values}',
      remedy: '数字不同，须重新签署：请在写出的文件中删去，或换成新的签名和日期。',
    },
    en: {
      what: '{count} signatures, signed opinions or their dates, given for the report of {year}, carried over as they were: {values}',
      remedy: 'They were given under other figures: clear them in the file that was written, or put the new ones.',
    },
  },
  'migrate-not-in-list': {
    severity: 'finding',
    zh: {
      what: '“{label}”（{name}）的 {count} 个值不在 {list} 的名称中，照原样带了过去：{values}',
      remedy: '请按该分类标准中的名称改写。',
    },
    en: {
      what: '"{label}" ({name}): {count} are no names of {list}, carried over as they were: {values}',
      remedy: 'Write names of the classification.',
    },
  },
  'migrate-missing': {
    severity: 'finding',
    zh: { what: '新版必填的 “{label}”（{name}）原来没有', remedy: '请在写出的文件中补上，否则 fill 不会生成报表。' },
    en: {
      what: '"{label}" ({name}), which the new edition requires, was not there',
      remedy: 'Add it to the file that was written: without it fill makes no report.',
    },
  },
  'migrate-incomplete': {
    severity: 'finding',
    zh: {
      what: '“{label}”（{name}）在数据原来的版中必填，但没有填',
      remedy: '其余的值已带过去，{edition} 版不要求填写此项；如果有这项数据，请补上。',
    },
    en: {
      what: '"{label}" ({name}), which the edition of the data requires, is not filled in',
      remedy: 'The rest came over, and the edition of {edition} does not require it: add it if it is known.',
    },
  },
  'other-form': {
    severity: 'error',
    zh: {
      what: '数据填的是 {form}，这里定义的是另一种表单 {name}，两者没有相同的填写项',
      remedy: '数据只能带到同一表单的另一版；请核对 --to 和 --from。',
    },
    en: {
      what: 'the data fill {form}, and this defines another form, {name}: nothing is filled in in both',
      remedy: 'Data go to another edition of their own form only: check --to and --from.',
    },
  },
} as const satisfies Record<string, Entry>
