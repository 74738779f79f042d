import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/model/index.ts'
import { readerOf, said } from '../support/forms.ts'
import { valuesFor } from './support/arbitrary.ts'
import { compare } from './support/compare.ts'
import type { DataMap } from './support/data.ts'
import { fileOf, fillText } from './support/filling.ts'
import { formOf } from './support/form.ts'
import { hostileParagraphs, hostileText } from './support/hostile.ts'

const attached = { '附件 1.pdf': '', 'files/a&b.docx': '' }
const choice = { files: Object.keys(attached), longestList: 40 }

/** Fills the form, reads each document back and holds it against the data. */
async function holds(
  form: Form,
  values: DataMap,
  expected = values,
  beside: Readonly<Record<string, string>> = attached,
): Promise<void> {
  const { documents, ...outcome } = await fillText(fileOf(form, values), beside)
  const errors = outcome.diagnostics.filter(({ severity }) => severity === 'error')
  // Long figures in too many columns fit no paper: that is said, and nothing is made. Another file is tried.
  fc.pre(!errors.some(({ code }) => code === 'crowded-table' || code === 'narrow-column'))
  expect(said({ ...outcome, diagnostics: errors })).toBe('')
  expect(documents).toHaveLength(3)
  for (const { format, bytes } of documents) {
    const outline = await (await readerOf(format))(bytes)
    try {
      compare(form, expected, outline)
    } catch (cause) {
      throw new Error(`${format}: ${(cause as Error).message}`, { cause })
    }
  }
}

describe('whatever is filled in stands in its row and column, as it was written, in every format', () => {
  const audit = formOf('cleaner-production-audit', 2020)

  it('of the audit form', async () => {
    await fc.assert(
      fc.asyncProperty(valuesFor(audit, choice), (values) => holds(audit, values)),
      { numRuns: 8 },
    )
  }, 300_000)

  it('of the highway form', async () => {
    const form = formOf('highway-condition', 2013)
    await fc.assert(
      fc.asyncProperty(valuesFor(form, choice), (values) => holds(form, values)),
      { numRuns: 12 },
    )
  })

  it('of a list in a CSV file', async () => {
    const row = fc.record(
      { name: hostileText, publisher: fc.oneof(hostileText, hostileParagraphs), carrier: hostileText },
      { requiredKeys: ['name'] },
    )
    const file = fc.record({
      mark: fc.constantFrom('', '\ufeff'),
      end: fc.constantFrom('\n', '\r\n'),
      rows: fc.array(row, { minLength: 1, maxLength: 12 }),
    })
    await fc.assert(
      fc.asyncProperty(file, ({ mark, end, rows }) => {
        const quoted = (text = ''): string => `"${text.replaceAll('"', '""')}"`
        const lines = rows.map(({ name, publisher, carrier }) => [publisher, name, carrier].map(quoted).join(','))
        const csv = mark + ['发布者,name,carrier', ...lines].join(end)
        const unit = { cover: { unit: '某省' } }
        const named = { ...unit, basics: { disclosures: { file: 'list.csv' } } }
        return holds(audit, named, { ...unit, basics: { disclosures: rows as DataMap[] } }, { 'list.csv': csv })
      }),
      { numRuns: 8 },
    )
  })
})
