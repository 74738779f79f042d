import { readFileSync } from 'node:fs'
import { XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { type CheckId, checks } from '../../../src/model/index.ts'
import { phrase } from '../../../src/report/diff/phrases.ts'
import { comparisonHtml, comparisonJson, comparisonMarkdown, comparisonText } from '../../../src/report/index.ts'
import { sampleComparison } from '../../support/comparison.ts'
import { sampleDocument } from '../../support/sample.ts'

const template = readFileSync(new URL('../../../templates/diff.html.hbs', import.meta.url), 'utf8')
const html = () => comparisonHtml(sampleComparison, { old: sampleDocument(), new: sampleDocument() }, template, 'zh')

it.each(Object.keys(checks) as CheckId[])('%s has a phrase in both languages', (check) => {
  expect(phrase({ check }, 'zh')).toMatch(/\p{Script=Han}/u)
  expect(phrase({ check }, 'en')).toMatch(/^[a-z]/)
})

describe('a comparison in the terminal', () => {
  it('is grouped by table, with what went and came', () => {
    expect(comparisonText(sampleComparison, 'en')).toBe(
      [
        '审核表: edition 2020 → edition 2023',
        'breaks data 1 · extends data 1 · changes rules 1 · wording 1 · layout 1',
        '',
        'The form',
        '  layout         paper changed: A4 → A3 landscape  [page-changed]',
        '',
        '表1 情况',
        '  breaks data    一节 › 节电: unit rescaled: 度 → 万度 (old figures × 0.0001)  [unit-rescaled]',
        '  extends data   一节 › 碳减排 <CO~2~|新>: column added  [column-added]',
        '  changes rules  合计: formula changed: = a → = a + b  [formula-changed]',
        '',
        'Notes',
        '  wording        n: note: 按[-2002-]{+2017+}版  [note-changed]',
        '',
        'Perhaps renamed',
        '  甲 (t.s.x) → 甲 (t.s.y): if they are one thing, say renamedFrom in the new edition',
        '',
      ].join('\n'),
    )
  })

  it('speaks Chinese', () => {
    expect(comparisonText(sampleComparison, 'zh')).toContain(
      '旧数据不再适用  一节 › 节电: 计量单位换算: 度 → 万度（旧数 × 0.0001）',
    )
  })

  it('colours what went and came, instead of signs', () => {
    const text = comparisonText(sampleComparison, 'en', true)
    expect(text).toContain('按\u001b[31m2002\u001b[0m\u001b[32m2017\u001b[0m版')
    expect(text).not.toContain('[-')
  })

  it('says where nothing differs', () => {
    const same = { ...sampleComparison, changes: [], likelyRenames: [] }
    expect(comparisonText(same, 'zh')).toBe('审核表: 2020 版 → 2023 版\n两版没有差别。\n')
  })
})

it('JSON has everything, in a shape with a version', () => {
  const { tables, ...rest } = sampleComparison
  expect(JSON.parse(comparisonJson(sampleComparison))).toEqual({
    version: 1,
    ...rest,
    counts: { 'breaks-data': 1, 'extends-data': 1, 'changes-rules': 1, wording: 1, layout: 1 },
    tables: Object.fromEntries(tables),
  })
})

it('Markdown escapes what it would read as marks', () => {
  const text = comparisonMarkdown(sampleComparison, 'en')
  expect(text).toContain('| extends data | 一节 › 碳减排 \\<CO\\~2\\~\\|新\\> | column added | `column-added` |')
  expect(text).toContain('| wording | n | note: 按~~2002~~**2017**版 | `note-changed` |')
})

describe('the page', () => {
  it('is well-formed and needs nothing else', () => {
    const page = html()
    const xml = page
      .replace('<!DOCTYPE html>', '')
      .replace(/<meta[^>]*>/g, '')
      .replaceAll('<br>', '<br/>')
    expect(XMLValidator.validate(xml)).toBe(true)
    expect(page).not.toMatch(/<script|<link|src=|href=|url\(|@import/)
  })

  it('says for which year the older edition is shown', () => {
    const old = { ...sampleDocument(), edition: 2013, year: 2016 }
    const page = comparisonHtml(sampleComparison, { old, new: { ...old, edition: 2016 } }, template, 'zh')
    expect(page).toContain('<div>2013 版，按 2016 年印出</div><div>2016 版</div>')
  })

  it('escapes what the definition says', () => {
    expect(html()).toContain('碳减排 &lt;CO~2~|新&gt;')
    expect(html()).not.toContain('<CO')
  })

  it('marks changed cells by their gravest impact, in the editions that have them', () => {
    const comparison = {
      ...sampleComparison,
      changes: [
        { check: 'label-changed', impact: 'wording', kind: 'section', old: at('t.s'), new: at('t.s') } as const,
      ],
    }
    const page = comparisonHtml(comparison, { old: sampleDocument(), new: sampleDocument() }, template, 'en')
    expect(page.match(/class="section wording changed" title="label"/g)).toHaveLength(2)
  })

  it('gives a label or value of a line of fields the room of its text, however narrow the page is shown', () => {
    expect(template).toMatch(/p\.fields > span \{[^}]*min-width: max-content/)
    expect(template).not.toMatch(/<span class="[^>]*min-width: \{\{/)
  })

  it('has the same bytes each time', () => {
    expect(html()).toBe(html())
  })
})

const at = (path: string) => ({ path, names: [path], table: 't' })
