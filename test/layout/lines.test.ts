import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type GridDocument, type Line, plain, plainText } from '../../src/model/index.ts'
import { documentOf, forms } from '../support/forms.ts'
import { broken, couldBe } from '../text/support/rules.ts'
import { documentOf as filledWith } from './support/filled.ts'

/** The lines of each text of a document, page by page. */
function* textsOf({ pages }: GridDocument): Generator<{ lines: readonly Line[]; text: string }> {
  for (const { items } of pages)
    for (const item of items) {
      if (item.kind === 'text') yield { lines: item.lines, text: plain(item.block.content) }
      if (item.kind === 'row') for (const { lines, cell } of item.cells) yield { lines, text: plainText(cell.content) }
    }
}

/** What breaks a rule where a line could have ended elsewhere. */
function* faults(document: GridDocument): Generator<string> {
  for (const { lines, text } of textsOf(document))
    for (const [i, { runs, last }] of lines.entries()) {
      const next = lines[i + 1]
      if (last || next === undefined) continue
      const [here, below] = [plain(runs), plain(next.runs)]
      const space = text.includes(here + below) ? '' : ' '
      const fault = broken(here + space, below)
      if (fault !== undefined && couldBe(here + space, below)) yield `${here} | ${below}: ${fault}`
    }
}

describe('the lines of a document', () => {
  it.each(forms)('break no rule in the blank of $name', ({ request }) => {
    expect([...faults(documentOf(request))]).toEqual([])
  })

  it('break no rule whatever is filled in, and take away room only where a line has marks', () => {
    const words = fc.array(
      fc.constantFrom(
        ...[
          '清洁生产',
          '审核',
          '，',
          '。',
          '（',
          '）',
          '《',
          '》',
          '——',
          '……',
          '含VOCs的',
          '共12.5%的',
          '共10万吨的',
          '“',
          '”',
          '？',
          '！',
        ],
        ...['按GB/T 4754－2002的', '～', '·', ' ', '额度（万元）', '于2020年的', '见https://example.cn/a/b的'],
      ),
      { minLength: 1, maxLength: 40 },
    )
    const parts = 'parts: {t: {columns: {a: {label: 甲, width: 6}, b: {label: 额度, unit: 万元}, c: 说明（可附页）}}}'
    fc.assert(
      fc.property(words, (picked) => {
        const text = picked.join('').trim()
        const document = filledWith(parts, `{t: {a: ${JSON.stringify(text || '无')}}}`)
        expect([...faults(document)]).toEqual([])
        for (const { lines } of textsOf(document))
          for (const { runs, spacing = [] } of lines)
            for (const { at, by } of spacing) {
              expect(by).toBeLessThan(0)
              expect(plain(runs).slice(Math.max(0, at - 1), at + 1)).toMatch(/[，。（）《》“”？！]/)
            }
      }),
      { numRuns: 100 },
    )
  })
})
