import { describe, expect, it } from 'vitest'
import { countingPages } from '../../src/model/index.ts'
import { makeBlank } from '../../src/pipeline.ts'
import { request } from '../support/forms.ts'
import { sampleDocument } from '../support/sample.ts'

describe('the number of printed pages', () => {
  it('is that of the plan where the plan is drawn', () => {
    const sample = sampleDocument()
    const { document, pages } = countingPages(sample)
    for (const page of document.pages) void page
    expect(pages()).toBe([...sample.pages].length)
  })

  it('is that of the worksheets where these are drawn, each of which begins a page', () => {
    const { document, pages } = countingPages(sampleDocument())
    const begun = document.sheets.map(({ rows }) => [...rows].filter((row, at) => at === 0 || row.breakBefore).length)
    expect(pages()).toBe(begun.reduce((sum, each) => sum + each))
  })

  it('is told for each format: tables that share a page on paper have sheets of their own', async () => {
    const asked = request('cleaner-production-audit', 2020)
    const { documents } = await makeBlank({ ...asked, formats: ['docx', 'xlsx', 'pdf'] })
    expect(documents.map(({ format, pages }) => [format, pages])).toEqual([
      ['docx', 9],
      ['xlsx', 10],
      ['pdf', 9],
    ])
  })
})
