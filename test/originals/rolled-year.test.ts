import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { GridDocument, GridTable, Line } from '../../src/model/index.ts'
import { documentOf, request } from '../support/forms.ts'
import { transcript } from '../support/transcript.ts'

const seed = readFileSync(new URL('../fixtures/seeds/cleaner-production-audit-2020.txt', import.meta.url), 'utf8')
const of2020 = documentOf(request('cleaner-production-audit', 2020))
const of2021 = documentOf(request('cleaner-production-audit', 2021))

const count = (text: string, what: string): number => text.split(what).length - 1
const printed = (document: GridDocument): string => transcript(document).flat(2).join('\n')

/** All of a document, and what it prints a line of: the figures of a year may be wider or narrower than another's. */
const written = (document: GridDocument, value: unknown): string =>
  JSON.stringify(
    value,
    (key, part: unknown) => {
      if (key === 'table') return (part as GridTable).id
      if (key === 'lines') return (part as Line[]).map(({ runs, last }) => ({ runs, last }))
      const iterable = typeof part === 'object' && part !== null && Symbol.iterator in part
      return iterable ? [...(part as Iterable<unknown>)] : part
    },
    2,
  ).replaceAll(`${document.year}年`, '（year）年')

it('2020 stands in the original 21 times: 20 years, two of them in repeated labels, and a number that is none', () => {
  expect(count(seed, '2020')).toBe(21)
  expect(count(seed, '2020年')).toBe(20)
  expect(count(seed, '〔2020〕')).toBe(1)
  expect(count(printed(of2020), '2020')).toBe(19)
  expect(count(printed(of2020), '2020年')).toBe(18)
})

it('every year follows into 2021', () => {
  expect(count(printed(of2021), '2021年')).toBe(18)
  expect(count(printed(of2021), '2020年')).toBe(0)
  expect(of2021.title).toBe('2021年清洁生产审核工作总结表')
  expect(of2021).toMatchObject({ edition: 2020, year: 2021 })
})

it('and into 2023, three years after the edition', () => {
  const of2023 = documentOf(request('cleaner-production-audit', 2023))
  expect(count(printed(of2023), '2023年')).toBe(18)
  expect(count(printed(of2023), '2020')).toBe(count(printed(of2023), '〔2020〕27号'))
  expect(of2023).toMatchObject({ title: '2023年清洁生产审核工作总结表', edition: 2020, year: 2023 })
})

it('numbers of documents and standards stay, and so do years that are relative', () => {
  for (const fixed of ['环办科财〔2020〕27号', 'GB/T 4754－2002', '当年12月底', '近五年']) {
    expect(count(printed(of2021), fixed)).toBeGreaterThan(0)
    expect(count(printed(of2021), fixed)).toBe(count(printed(of2020), fixed))
  }
})

it.each(['items', 'pages', 'sheets'] as const)('nothing else changes in its %s', (part) => {
  expect(written(of2021, of2021[part])).toBe(written(of2020, of2020[part]))
})
