import { describe, expect, it } from 'vitest'
import { pack, unpack } from '../../../src/package/index.ts'
import { renderDocx } from '../../../src/render/docx/index.ts'
import { readDocx } from '../../readback/docx.ts'
import { sampleDocument } from '../../support/sample.ts'
import { cutDocument } from './documents.ts'

/** The file with the first `from` of its document replaced, which must be there. */
async function spoilt(make: typeof sampleDocument, from: string | RegExp, to: string): Promise<Uint8Array> {
  const parts = unpack(await renderDocx(make()))
  const xml = new TextDecoder().decode(parts.get('word/document.xml'))
  const changed = xml.replace(from as string, to)
  expect(changed).not.toBe(xml)
  return pack(new Map<string, Uint8Array | string>([...parts, ['word/document.xml', changed]]))
}

describe('the reader of Word files sees', () => {
  it.each([
    ['a span of wrong length', '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="3"/>', 'covers 4 of 3 columns'],
    ['a row that lacks a cell', /<w:tc>(?:(?!<w:tc>).)*?<\/w:tc><\/w:tr>/, '</w:tr>', 'covers 1 of 3 columns'],
    ['a merge that nothing begins', '<w:vMerge w:val="restart"/>', '', 'a merge without beginning'],
    ['a merge that nothing continues', '<w:vMerge/>', '<w:vMerge w:val="restart"/>', 'a merge of one cell'],
    ['a width that is not the columns’', '<w:tcW w:w="4000"', '<w:tcW w:w="4001"', 'not as wide as its columns'],
    ['a grid that is not the table', '<w:gridCol w:w="4000"/>', '<w:gridCol w:w="1"/>', 'not as wide as the table'],
    ['a header row too low', '<w:tblHeader/>', '', 'not among the first rows'],
    ['a piece without the one before', 't_s__1', 't_x__1', 'does not follow'],
    ['a label that changes at the break', '一、情况', '二、情况', 'says something else'],
  ])('%s', async (_, from, to, message) => {
    const bytes = await spoilt(sampleDocument, from, to)
    expect(() => readDocx(bytes)).toThrow(message)
  })

  it('the rest of a cut row that does not follow it', async () => {
    const bytes = await spoilt(cutDocument, /__2r"/, '__3r"')
    expect(() => readDocx(bytes)).toThrow('is not continued here')
  })
})
