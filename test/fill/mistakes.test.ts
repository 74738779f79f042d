import { describe, expect, it } from 'vitest'
import { said } from '../support/forms.ts'
import { fillText } from './support/filling.ts'

const head = 'form: cleaner-production-audit\nyear: 2020\nvalues:\n  cover: {unit: 某省}\n'

/** The code of each thing that is wrong and the text that it points at, in the order of the file. */
async function wrong(text: string, beside: Readonly<Record<string, string>> = {}): Promise<string[][]> {
  const { diagnostics, sources, documents } = await fillText(text, beside)
  expect(documents).toEqual([])
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, at }) => [code, at === undefined ? '' : (sources.get(at.file) ?? '').slice(at.start, at.end)])
}

describe('a mistake in the data is told at its place, with all others, and nothing is made', () => {
  it.each([
    ['2000万', 'not-a-figure'],
    ['1,234', 'not-a-figure'],
    ['1e5', 'not-a-figure'],
    ['１２', 'not-a-figure'],
    ['1 234', 'not-a-figure'],
    ['0x10', 'not-a-figure'],
    ['12个', 'not-a-figure'],
    ['+5', 'not-a-figure'],
    ['.5', 'not-a-figure'],
    ['5.', 'not-a-figure'],
    ['∞', 'not-a-figure'],
    ['.nan', 'not-a-figure'],
    ['true', 'not-a-figure'],
    ['1.5', 'not-a-count'],
    ['-1', 'not-a-count'],
  ])('%s where firms are counted is %s', async (text, code) => {
    const written = text.includes(',') ? JSON.stringify(text) : text
    const data = `${head}  basics: {mandatory: {published: {\n    total: ${written}}}}\n`
    expect(await wrong(data)).toEqual([[code, written]])
  })

  it('of every kind', async () => {
    const text = `form: cleaner-production-audit
year: 2020
values:
  cover: {unit: 某省, persn: 张三, phone: 电话, email: 某处}
  basics:
    documents:
      - {title: 通知, original: gone.pdf}
    mandatory: {published: 12}
    fund: {established: 也许}
    training: {officials: {fiveYears: {people: 三十, share: 百分之一, portion: 3}}}
    penalties: "a\\uFFFEb"
    awards: 楔形文字𒀀
  mandatoryResults:
    reductions:
      - {so2: 1, cod: 12吨, vocs: 1.2.3, other: 12 两}
    savings:
      added: {steam: {label: 蒸汽, unit: 桶桶}, Coke: 焦炭}
`
    expect(await wrong(text)).toEqual(
      expect.arrayContaining([
        ['unknown-data-id', 'persn'],
        ['not-a-phone', '电话'],
        ['not-an-email', '某处'],
        ['no-such-file', 'gone.pdf'],
        ['data-shape', '12'],
        ['not-yes-or-no', '也许'],
        ['not-a-figure', '三十'],
        ['not-a-figure', '百分之一'],
        ['unknown-data-id', 'portion'],
        ['not-a-figure', '12吨'],
        ['not-a-quantity', '1.2.3'],
        ['unknown-data-unit', '12 两'],
        ['unknown-data-unit', '桶桶'],
        ['bad-id', 'Coke'],
      ]),
    )
    const codes = (await wrong(text)).map(([code]) => code)
    expect(codes).toEqual(expect.arrayContaining(['invalid-character', 'missing-glyph', 'missing-value']))
  })

  it('with file, line and column, and the id that was meant', async () => {
    const outcome = await fillText(`${head}  basics:\n    mandatory:\n      published: {total: 2000万, clas1: 3}\n`)
    const text = said(outcome)
    expect(text).toContain('/data/data.yaml:7:26: error[not-a-figure]')
    expect(text).toMatch(/data\.yaml:7:33: error\[unknown-data-id\][\s\S]*class1/)
  })

  it('in a CSV file with its line and column', async () => {
    const csv = 'name,废水,cod\r\n甲厂,1,2\r\n"乙,厂",2000万,"1,5"\r\n'
    const outcome = await fillText(`${head}  mandatoryResults: {reductions: {file: a.csv}}\n`, { 'a.csv': csv })
    expect(outcome.documents).toEqual([])
    const text = said(outcome)
    expect(text).toMatch(/a\.csv:3:\d+: error\[not-a-figure\]: .*2000万/)
    expect(text).toMatch(/a\.csv:3:\d+: error\[not-a-figure\]: .*1,5/)
  })

  it('where a CSV file has a column that the list has not, or is not there', async () => {
    const reductions = (name: string) => `${head}  mandatoryResults: {reductions: {file: ${name}}}\n`
    expect(await wrong(reductions('b.csv'), { 'b.csv': 'name,cood\n甲,1\n' })).toEqual([['csv-column', 'cood']])
    expect(await wrong(reductions('c.csv'))).toEqual([['no-such-file', 'c.csv']])
  })

  it('where a text is longer than a cell can hold', async () => {
    const text = `${head}  basics: {penalties: ${'长'.repeat(32_768)}}\n`
    expect((await wrong(text)).map(([code]) => code)).toEqual(['too-long-for-format'])
  })
})
