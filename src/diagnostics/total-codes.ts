import type { Entry } from './entry.ts'

/** What can be said of totals whose parts do not add up to one figure. */
export const totalCodes = {
  'no-total': {
    severity: 'info',
    zh: {
      what: '“{label}” 各行的单位不能相加（{allowed}），合计留空',
      remedy: '请统一单位，或在 total 下写明合计。',
    },
    en: {
      what: '"{label}" is left empty: its rows have units that do not add up ({allowed})',
      remedy: 'Use one unit, or state the total under `total`.',
    },
  },
  'total-unchecked': {
    severity: 'finding',
    zh: {
      what: '“{label}” 填 {stated}，没有核对：要相加的数单位不一（{allowed}）',
      remedy: '请统一单位，“—” 处补上单位；所填的数字保留不改。',
    },
    en: {
      what: '"{label}" says {stated}, which was not checked: what it adds up has units that do not go together ({allowed})',
      remedy: 'Use one unit, and write one where "—" says that there is none; the stated figure is kept.',
    },
  },
} satisfies Record<string, Entry>
