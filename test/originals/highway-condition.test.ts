import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type GridTable, plain, plainText } from '../../src/model/index.ts'
import { documentOf, request } from '../support/forms.ts'
import { tidy, transcript } from '../support/transcript.ts'

const original = readFileSync(new URL('../fixtures/seeds/highway-condition-29-2.txt', import.meta.url), 'utf8')
const document = documentOf(request('highway-condition', 2013))
const table = document.items.find((item): item is GridTable => item.kind === 'table') as GridTable
const printed = transcript(document)
const at = printed.findIndex((block) => Array.isArray(block))

/** The lines between two that begin so. */
function linesBetween(from: string, to: string): string[] {
  const lines = original.split('\n')
  const start = lines.findIndex((line) => line.startsWith(from))
  const end = lines.findIndex((line, index) => index > start && line.startsWith(to))
  if (start < 0 || end < 0) throw new Error(`the original has no lines from ${from} to ${to}`)
  return lines.slice(start + 1, end).filter((line) => line.trim() !== '')
}

interface HeadCell {
  text: string
  colSpan: number
  rowSpan: number
}

/** `项目 (colspan 2, rowspan 2)`; an empty one belongs to a cell above. */
function headCell(source: string): HeadCell[] {
  if (source.trim() === '') return []
  const [, text = '', spans = ''] = /^(.*?)(?: \(((?:col|row)span .*)\))?$/.exec(source.trim()) ?? []
  const span = (kind: string) => Number(new RegExp(`${kind}span (\\d+)`).exec(spans)?.[1] ?? 1)
  return [{ text: tidy(text), colSpan: span('col'), rowSpan: span('row') }]
}

interface StubRow {
  group: string | undefined
  road: string
  code: string
  figures: number
}

function stubRow(line: string): StubRow {
  const words = line.trim().split(/\s+/)
  const group = line.startsWith(' ') ? undefined : words.shift()
  const [road = '', code = '', ...figures] = words
  return { group, road, code, figures: figures.length }
}

const head = linesBetween('HEADER', 'BODY').map((line) => line.split('|').slice(1, -1).flatMap(headCell))
const stub = linesBetween('BODY', '单位负责人').map(stubRow)
const rows = Array.from(table.rows)

describe('the parser of the original', () => {
  it('finds a header of three rows', () => {
    expect(head.map((cells) => cells.length)).toEqual([5, 6, 10])
  })

  it('finds five groups of five rows with eight figures each', () => {
    expect(stub.flatMap(({ group }) => group ?? [])).toHaveLength(5)
    expect(stub).toHaveLength(25)
    expect(new Set(stub.map(({ figures }) => figures))).toEqual(new Set([8]))
  })
})

describe('the grid of 2013 prints', () => {
  it('the title, the subtitle, the identification and whose figures of which year they are', () => {
    const lines = linesBetween('SOURCE', 'HEADER').slice(1)
    expect(lines).toHaveLength(8)
    expect(printed.slice(0, at)).toEqual(lines.map(tidy))
  })

  it('the header with its spans, and the numbers of the columns', () => {
    const found = rows
      .slice(0, table.headerRows)
      .map(({ cells }) =>
        cells.map(({ content, colSpan, rowSpan }) => ({ text: plainText(content), colSpan, rowSpan })),
      )
    expect(found).toEqual(head)
  })

  it('the stub with its groups and codes, and a place for each figure', () => {
    const found = rows.slice(table.headerRows).map(({ cells }) => {
      const texts = cells.map(({ content }) => plainText(content))
      const group = cells[0]?.column === 0 ? texts.shift() : undefined
      const [road, code, ...figures] = texts
      expect(figures.filter((text) => text !== '')).toEqual([])
      return { group, road, code, figures: figures.length }
    })
    expect(found).toEqual(stub)
  })

  it('each group beside its five rows', () => {
    const groups = rows.slice(table.headerRows).flatMap(({ cells }) => cells.filter(({ column }) => column === 0))
    expect(groups.map(({ rowSpan }) => rowSpan)).toEqual([5, 5, 5, 5, 5])
  })

  // The original is filled in: what stands after a label there is a value, which a blank leaves to the person.
  it('the labels of the sign-off, a place to write after each, and nothing more', () => {
    const [line = ''] = linesBetween('沿线设施', 'CHECKS').slice(-1)
    const labels = line.match(/[^\s：]+：/g) as string[]
    expect(labels).toHaveLength(5)
    const [signoff, ...more] = document.items.slice(at + 1)
    expect(more).toEqual([])
    const segments = signoff?.kind === 'fields' ? signoff.segments : []
    expect(segments.filter(({ role }) => role !== 'value').map(({ content }) => plain(content))).toEqual(labels)
    expect(segments.map(({ role, input }) => input && role)).toEqual(labels.flatMap(() => [false, 'value']))
  })

  it('no spaces for width', () => {
    const texts = rows.flatMap(({ cells }) => cells.flatMap(({ content }) => content.map(plain)))
    expect(texts.filter((text) => tidy(text) !== text)).toEqual([])
  })
})
