import { expect, it } from 'vitest'
import { texts } from '../../src/cli/texts.ts'

it('a migration says what it did, and nothing of what it did not', () => {
  expect(texts.en.migrated(3, 0, 0)).toBe('3 values carried over.')
  expect(texts.en.migrated(1, 1, 1)).toBe(
    '1 value carried over, 1 of them in another unit or spelling; 1 stated total left to be computed, to the same figures.',
  )
  expect(texts.zh.migrated(3, 0, 0)).toBe('带过去 3 个值。')
  expect(texts.zh.migrated(3, 0, 2)).toBe('带过去 3 个值；2 个所填的合计与算得的相同，留给程序计算。')
})
