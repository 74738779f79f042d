import { describe, expect, it } from 'vitest'
import type { GridDocument } from '../../../src/model/index.ts'
import { documentOf } from '../support/filled.ts'

const columns = 'columns: {name: {label: 项目, type: stub}, v: {label: 数, type: number}}'
const named = (count: number, row = (at: number) => `r${at}: 甲${at}`) =>
  Array.from({ length: count }, (_, at) => row(at)).join(', ')
const sum = (count: number) => `"= ${Array.from({ length: count }, (_, at) => `r${at}`).join(' + ')}"`
const pagesOf = (rows: string, filled: boolean): string[][] => {
  const document: GridDocument = documentOf(
    `page: A4\nparts: {t: {${columns}, rows: {${rows}}}}`,
    filled ? '{}' : undefined,
  )
  return [...document.pages].map(({ items }) =>
    items.flatMap((item) => (item.kind === 'row' && !item.repeated ? [item.row.id] : [])),
  )
}
const counts = Array.from({ length: 8 }, (_, at) => 28 + at)

describe.each([true, false])('a named row worked out of others (filled: %s)', (filled) => {
  it('stands below a row that it adds up, however many there are', () => {
    const lasts = counts.map((count) =>
      pagesOf(`${named(count)}, tot: {label: 合计, value: ${sum(count)}}`, filled).at(-1),
    )
    for (const [at, last] of lasts.entries()) expect(last?.slice(-2)).toEqual([`t.r${(counts[at] ?? 0) - 1}`, 't.tot'])
  })

  it('stands so where only one of its cells is, and under the name of a group', () => {
    const cells = (count: number) => `tot: {label: 占比, cells: {v: "= r1.v / r${count - 1}.v"}}`
    const group = (count: number) => `g: {label: 总计, rows: {tot: {label: 合计, value: ${sum(count)}}}}`
    for (const count of counts) {
      expect(pagesOf(`${named(count)}, ${cells(count)}`, filled).at(-1)?.length).toBeGreaterThan(1)
      const last = pagesOf(`${named(count)}, ${group(count)}`, filled).at(-1)
      expect(last?.slice(-3)).toEqual([`t.r${count - 1}`, 't.g', 't.g.tot'])
    }
  })

  it('stands above a row that it adds up where these follow it', () => {
    for (const count of counts) {
      const before = named(count, (at) => `a${at}: 乙${at}`)
      const pages = pagesOf(`${before}, tot: {label: 合计, value: ${sum(12)}}, ${named(12)}`, filled)
      expect(pages.map((page) => page.at(-1))).not.toContain('t.tot')
    }
  })
})
