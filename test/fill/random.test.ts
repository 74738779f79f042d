import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readerOf, said } from '../support/forms.ts'
import { type Choice, valuesFor } from './support/arbitrary.ts'
import { compare } from './support/compare.ts'
import type { DataMap } from './support/data.ts'
import { fileOf, fillText } from './support/filling.ts'
import { formOf } from './support/form.ts'

const attached = { '附件 1.pdf': '', 'files/a&b.docx': '' }
const choice: Choice = { files: Object.keys(attached), longestList: 40, stated: false }

/** Fills the form, reads the documents back and holds them against the data. */
async function holds(form: ReturnType<typeof formOf>, values: DataMap): Promise<void> {
  const { documents, ...outcome } = await fillText(fileOf(form, values), attached)
  if (documents.length === 0) throw new Error(said(outcome))
  for (const { format, bytes } of documents) {
    const read = await readerOf(format)
    const outline = await read(bytes)
    try {
      compare(form, values, outline)
    } catch (cause) {
      throw new Error(`${format}: ${(cause as Error).message}`, { cause })
    }
  }
}

it.each([
  ['cleaner-production-audit', 2020],
  ['highway-condition', 2013],
])('whatever is filled into %s stands in its place in every format', { timeout: 120_000 }, async (name, year) => {
  const form = formOf(name, year)
  await fc.assert(fc.asyncProperty(valuesFor(form, choice), (values) => holds(form, values)), { numRuns: 15 })
  expect(form).toBeDefined()
})
