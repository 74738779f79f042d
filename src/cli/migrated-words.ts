import type { Locale } from '../diagnostics/index.ts'
import type { MigrateOutcome } from '../migration.ts'

type Counts = Pick<MigrateOutcome, 'carried' | 'converted' | 'relabelled' | 'recomputed'>

const counted = (count: number, said: string): string[] => (count === 0 ? [] : [said])

/** The year that another one follows in the data. */
export const yearWords: Readonly<Record<Locale, (from: number, to: number) => string>> = {
  zh: (from, to) => `年份 ${from} → ${to}。`,
  en: (from, to) => `Year ${from} → ${to}.`,
}

/** Where values are told together, how to have each. */
export const eachWords: Readonly<Record<Locale, string>> = {
  zh: '有些值合在一起说明；--format json 逐个列出。',
  en: 'Some values are told together; --format json lists each of them.',
}

/** What a migration did, in a sentence: nothing is said of what it did not do. */
export const migratedWords: Readonly<Record<Locale, (counts: Counts) => string>> = {
  zh: ({ carried, converted, relabelled, recomputed }) =>
    [
      `带过去 ${carried} 个值`,
      ...counted(converted, `，其中 ${converted} 个换算了单位或改写`),
      ...counted(relabelled, `；${relabelled} 个所选的选项文字已改，须核对`),
      ...counted(recomputed, `；${recomputed} 个所填的合计与算得的相同，留给程序计算`),
      '。',
    ].join(''),
  en: ({ carried, converted, relabelled, recomputed }) =>
    [
      `${carried} ${carried === 1 ? 'value' : 'values'} carried over`,
      ...counted(converted, `, ${converted} of them in another unit or spelling`),
      ...counted(
        relabelled,
        `; ${relabelled} ${relabelled === 1 ? 'answer is an option' : 'answers are options'} with other words now, to be checked`,
      ),
      ...counted(
        recomputed,
        `; ${recomputed} stated ${recomputed === 1 ? 'total' : 'totals'} left to be computed, to the same figures`,
      ),
      '.',
    ].join(''),
}
