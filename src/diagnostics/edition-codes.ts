import type { Entry } from './entry.ts'
import { migrateCodes } from './migrate-codes.ts'
import { yearCodes } from './year-codes.ts'

/** What can be said of an edition of a form beside the others. */
export const editionCodes = {
  'renamed-in-use': {
    severity: 'error',
    zh: {
      what: 'renamedFrom 所写的 “{name}” 在本版中仍然有',
      remedy:
        'renamedFrom 写的是以前版本中的标识；现在仍用的标识不能算改名，请删去这里的 renamedFrom，或改掉那个标识。',
    },
    en: {
      what: 'renamedFrom names "{name}", which this edition still has',
      remedy: 'renamedFrom names an id of earlier editions: remove it here, or rename the node that still has the id.',
    },
  },
  'renamed-twice': {
    severity: 'error',
    zh: {
      what: '“{name}” 在 renamedFrom 中出现了两次：{first} 和 {second}',
      remedy: '以前的一项只能由现在的一项接续，请只留一处；另一处按新增处理。',
    },
    en: {
      what: 'two nodes say renamedFrom "{name}": {first} and {second}',
      remedy: 'What was one is continued by one: keep the renamedFrom of one of them, the other counts as new.',
    },
  },
  ...yearCodes,
  ...migrateCodes,
} as const satisfies Record<string, Entry>
