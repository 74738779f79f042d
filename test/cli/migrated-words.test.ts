import { expect, it } from 'vitest'
import { migratedWords, yearWords } from '../../src/cli/migrated-words.ts'

const nothing = { carried: 3, converted: 0, relabelled: 0, recomputed: 0 }

it('a migration says what it did, and nothing of what it did not', () => {
  expect(migratedWords.en(nothing)).toBe('3 values carried over.')
  expect(migratedWords.en({ carried: 1, converted: 1, relabelled: 0, recomputed: 1 })).toBe(
    '1 value carried over, 1 of them in another unit or spelling; 1 stated total left to be computed, to the same figures.',
  )
  expect(migratedWords.zh(nothing)).toBe('带过去 3 个值。')
  expect(migratedWords.zh({ ...nothing, recomputed: 2 })).toBe(
    '带过去 3 个值；2 个所填的合计与算得的相同，留给程序计算。',
  )
})

it('a migration says the year that the data say now', () => {
  expect([yearWords.en(2024, 2026), yearWords.zh(2024, 2026)]).toEqual(['Year 2024 → 2026.', '年份 2024 → 2026。'])
})

it('an option with other words is no other spelling', () => {
  expect(migratedWords.en({ ...nothing, relabelled: 2 })).toBe(
    '3 values carried over; 2 answers are options with other words now, to be checked.',
  )
  expect(migratedWords.zh({ ...nothing, relabelled: 1 })).toBe('带过去 3 个值；1 个所选的选项文字已改，须核对。')
})
