import type { Entry } from './entry.ts'

/** What can be said of a cell that a formula or a total gives. */
export const computedCodes = {
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
  'total-differs': {
    severity: 'finding',
    zh: {
      what: '“{label}” 填 {stated}，按 {formula} 应为 {computed}，相差 {difference}',
      remedy: '请核对；所填的数字保留不改。',
    },
    en: {
      what: '"{label}" says {stated}, but {formula} gives {computed}: a difference of {difference}',
      remedy: 'Check it; the stated figure is kept.',
    },
  },
  'divided-by-zero': {
    severity: 'warning',
    zh: {
      what: '“{label}” 按 {formula} 要除以 0，算不出来，留空',
      remedy: '请核对这个除数；该填数的，请直接写明。',
    },
    en: {
      what: '"{label}" is worked out by {formula}, which divides by 0: it stays empty',
      remedy: 'Check the divisor; where a figure belongs there, state it.',
    },
  },
  'not-computed': {
    severity: 'warning',
    zh: {
      what: '“{label}” 按 {formula} 计算，其中 {blank} 空着，算不出来，留空',
      remedy: '空白不是 0：确实没有的请填 0；数字还不知道的可以空着。',
    },
    en: {
      what: '"{label}" is worked out by {formula}, and stays empty: blank there is {blank}',
      remedy: 'A blank is not a zero: write 0 where there is none; what is not known may stay blank.',
    },
  },
  'computed-out-of-range': {
    severity: 'finding',
    zh: {
      what: '“{label}” 按 {formula} 算得 {computed}，超出范围',
      remedy: '应为 {allowed}；请核对用来计算的数。',
    },
    en: {
      what: '"{label}" comes to {computed} by {formula}, which is out of range',
      remedy: 'It must be {allowed}: check the figures behind it.',
    },
  },
} as const satisfies Record<string, Entry>
