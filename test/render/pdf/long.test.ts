import { beforeAll, describe, expect, it } from 'vitest'
import { openFonts } from '../../../src/fonts/index.ts'
import { CrossReferences } from '../../../src/render/pdf/cross-references.ts'
import { renderPdf } from '../../../src/render/pdf/index.ts'
import { mostObjects } from '../../../src/render/pdf/limits.ts'
import { outlineOfGrid } from '../../readback/outline.ts'
import { readPdf } from '../../readback/pdf.ts'
import { isDict, readFacts } from '../../readback/pdf-facts.ts'
import { Ref } from '../../readback/pdf-objects.ts'
import { dataCell, documentOf, placedRow, tableOf } from './documents.ts'

const rows = 1400
const perPage = 20

/** A list over more pages than a leaf of the parent tree has. */
function list() {
  const table = tableOf(
    Array.from({ length: rows }, (_, row) =>
      [0, 1, 2, 3].map((column) => dataCell(`${row}.${column}`, column, [[{ text: `${row * 7919}${column}` }]])),
    ),
  )
  const pages = Array.from({ length: rows / perPage }, (_, page) => ({
    number: page + 1,
    items: table.rows
      .slice(page * perPage, (page + 1) * perPage)
      .map((row, index) =>
        placedRow(table, row, { y: 20 * index, height: 20, first: index === 0, last: index === perPage - 1 }),
      ),
  }))
  return documentOf([table], pages)
}

describe('a long list', () => {
  let bytes: Uint8Array
  beforeAll(async () => {
    bytes = await renderPdf(list(), openFonts())
  })

  it('says what the grid says on every page', async () => {
    expect(await readPdf(bytes)).toEqual(outlineOfGrid(list()))
  })

  it('has its structure in object streams: each cell, tagged, takes less than 50 bytes', () => {
    const { file } = readFacts(bytes)
    const elements = file.ids.filter((id) => {
      const value = file.get(new Ref(id))
      return isDict(value) && value.S !== undefined && value.P !== undefined
    })
    expect(elements.length).toBe(rows * 5 + 3)
    expect(elements.filter((id) => file.offset(id) !== undefined)).toEqual([])
    const fontBytes = file.ids.reduce((sum, id) => {
      const value = file.get(new Ref(id))
      return isDict(value) && value.FontFile2 ? sum + (file.get(file.dict(value.FontFile2).Length) as number) : sum
    }, 0)
    expect((bytes.length - fontBytes) / (rows * 4)).toBeLessThan(50)
  })
})

describe('the numbers of objects', () => {
  it('are refused beyond what an archival file holds', () => {
    const table = new CrossReferences(mostObjects - 1)
    expect(table.push()).toBe(mostObjects)
    expect(() => table.push()).toThrow('too-many-objects')
  })

  it('must all have been written', () => {
    const table = new CrossReferences(0)
    table.at(table.push(), 15)
    expect(table.rows().length).toBe(16)
    table.push()
    expect(() => table.rows()).toThrow('the object 2 was never written')
  })
})
