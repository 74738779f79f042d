import { describe, expect, it } from 'vitest'
import { pagePlan } from '../../src/layout/pages.ts'
import { planned } from '../../src/layout/plan.ts'
import type { GridItem, GridTable } from '../../src/model/index.ts'
import { cell, fonts, heading, pageOf, row, styles, table, text } from './support/tables.ts'

const long = (id: string, rows: number, walked = () => {}): GridTable => {
  const made = table(
    id,
    Array.from({ length: rows }, (_, at) => row(`${id}.r${at}`, [cell(`${id}.a${at}`, 0, '')])),
    [300],
  )
  return {
    ...made,
    rows: {
      *[Symbol.iterator]() {
        walked()
        yield* made.rows
      },
    },
  }
}
const options = (natural: boolean) => ({ page: pageOf(380), styles, fonts, natural })

describe('a document planned by chapters', () => {
  const items: GridItem[] = [
    text('cover', '封面'),
    heading('a.title', { newPage: true }),
    long('a', 40),
    text('a.note', '注'),
    long('b', 3),
    text('end', '附录', { newPage: true }),
  ]

  it.each([true, false])('has the pages of one plan (natural: %s)', (natural) => {
    const shown = (pages: Iterable<{ number: number; forced?: boolean; items: readonly unknown[] }>) =>
      [...pages].map(({ number, forced = false, items: placed }) => ({ number, forced, items: placed }))
    expect(shown(planned(items, options(natural)).pages)).toEqual(shown(pagePlan(items, options(natural))))
  })

  it('walks only the chapters that hold what is wanted', () => {
    let walks = 0
    const [first, second] = [long('a', 4000, () => walks++), long('b', 3)]
    const plan = planned([first, heading('b.title', { newPage: true }), second], options(false))
    expect([...plan.on([second])]).toHaveLength(1)
    expect(walks).toBe(0)
    expect([...plan.pages].length).toBeGreaterThan(200)
    expect(walks).toBe(1)
  })

  it('keeps pages while they are few, and plans many again', () => {
    let [few, many] = [0, 0]
    const items = [long('a', 40, () => few++), heading('b.title', { newPage: true }), long('b', 6000, () => many++)]
    const plan = planned(items, options(false))
    for (let walk = 0; walk < 3; walk++) for (const page of plan.pages) void page
    expect([few, many]).toEqual([1, 3])
  })
})
