import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Outline, OutlineTable } from '../readback/outline.ts'
import { formatNames, readerOf, said } from '../support/forms.ts'
import { fillText } from './support/filling.ts'

const file = (values: string): string =>
  `form: cleaner-production-audit\nyear: 2020\nvalues:\n  cover: {unit: 某省}\n${values}`

interface Read {
  readonly said: string
  readonly outlines: readonly Outline[]
  readonly sheets: string
}

async function filled(values: string): Promise<Read> {
  const { documents, ...outcome } = await fillText(file(values))
  expect(documents.map(({ format }) => format)).toEqual(formatNames)
  const outlines: Outline[] = []
  let sheets = ''
  for (const { format, bytes } of documents) {
    outlines.push(await (await readerOf(format))(bytes))
    if (format !== 'xlsx') continue
    for (const [name, part] of Object.entries(unzipSync(bytes)))
      if (name.startsWith('xl/worksheets/sheet')) sheets += new TextDecoder().decode(part)
  }
  return { said: said(outcome), outlines, sheets }
}

/** The texts of the rows that have a cell which says so. */
const rowsWith = ({ items }: Outline, text: string): string[][] =>
  items
    .filter((item): item is OutlineTable => item.kind === 'table')
    .flatMap(({ rows }) => rows.map((cells) => cells.map((cell) => cell.text.join('\n'))))
    .filter((cells) => cells.includes(text))

const savings = (rows: string): string => `  mandatoryResults:\n    savings:\n${rows}`

describe('a figure', () => {
  const odd = savings(
    `      - {name: 甲厂, water: 1234567.50, power: 123456789012345678, coal: 007, oil: -0.0, gas: 0.000, benefit: -12.30}\n`,
  )

  it('is printed as it was written, to the last of 18 digits, with its zeros', async () => {
    const { outlines } = await filled(odd)
    for (const outline of outlines)
      expect(rowsWith(outline, '甲厂')).toEqual([
        ['1', '甲厂', '', '1234567.50', '123456789012345678', '007', '-0.0', '0.000', '', '-12.30'],
      ])
  })

  it('is a number in Excel, unless Excel would show another', async () => {
    const { sheets } = await filled(odd)
    for (const number of ['1234567.50', '0.000', '-12.30']) expect(sheets).toContain(`<v>${number}</v>`)
    for (const text of ['123456789012345678', '007', '-0.0']) {
      expect(sheets).not.toContain(`<v>${text}</v>`)
      expect(sheets).toContain(`<is><t xml:space="preserve">${text}</t></is>`)
    }
  })

  it('that is blank stays blank, and is not zero in a sum', async () => {
    const { outlines, sheets } = await filled(
      savings(`      - {name: 甲厂, water: 0, power: ~, coal: ''}\n      - {name: 乙厂}\n`),
    )
    for (const outline of outlines) {
      expect(rowsWith(outline, '甲厂')[0]).toEqual(['1', '甲厂', '', '0', '', '', '', '', '', ''])
      expect(rowsWith(outline, '乙厂')[0]).toEqual(['2', '乙厂', '', '', '', '', '', '', '', ''])
      const totals = rowsWith(outline, '合计').filter((cells) => cells[0] === '合计' && cells.length === 10)
      expect(totals[0]).toEqual(['合计', '', '', '0', '', '', '', '', '', ''])
    }
    expect(sheets.match(/<v>/g)).toHaveLength(2)
  })

  it('with a unit of its own adds up in the first unit where all measure the same', async () => {
    const rows = (other: string) =>
      `  mandatoryResults:\n    reductions:\n      - {name: 甲厂, vocs: 1.25 吨, other: 3 kg}\n      - {name: 乙厂, vocs: 0.75 吨, other: 4 ${other}}\n`
    for (const [other, sum] of [
      ['kg', '7 kg'],
      ['吨', '4003 kg'],
      ['度', ''],
    ] as const) {
      const { outlines } = await filled(rows(other))
      for (const outline of outlines) {
        const [total] = rowsWith(outline, '合计').filter((cells) => cells[0] === '合计' && cells.length === 14)
        expect(total?.slice(-2)).toEqual(['2.00 吨', sum])
      }
    }
  })
})

describe('a total', () => {
  it('that is left out is computed', async () => {
    const { outlines, said: told } = await filled(
      '  basics: {voluntary: {progress: {started: {self: 19, agency: 43}}}}\n',
    )
    expect(told).toBe('')
    for (const outline of outlines) expect(rowsWith(outline, '62')[0]?.slice(0, 3)).toEqual(['62', '19', '43'])
  })

  it('that disagrees with its parts is printed as stated, and told with both figures, the difference and the place', async () => {
    const { outlines, said: told } = await filled(
      '  basics:\n    voluntary: {progress: {started: {total: 65, self: 19, agency: 43}}}\n',
    )
    expect(told).toContain('/data/data.yaml:6:45: finding[total-differs]')
    for (const figure of ['65', '62', '3']) expect(told).toContain(figure)
    for (const outline of outlines) expect(rowsWith(outline, '65')[0]?.slice(0, 3)).toEqual(['65', '19', '43'])
  })

  it('of a list that disagrees with its rows likewise', async () => {
    const { outlines, said: told } = await filled(
      savings(`      list: [{name: 甲厂, water: 1.5}, {name: 乙厂, water: 2.25}]\n      total: {water: 3.76}\n`),
    )
    expect(told).toMatch(/data\.yaml:8:\d+: finding\[total-differs\]/)
    for (const figure of ['3.76', '3.75', '0.01']) expect(told).toContain(figure)
    for (const outline of outlines) expect(rowsWith(outline, '3.76')[0]?.[0]).toBe('合计')
  })
})

describe('a text', () => {
  it.each([
    ['of one paragraph that fills pages', '哈'.repeat(9000)],
    ['of many paragraphs that are all alike', Array.from({ length: 150 }, () => '同一段话').join('\n')],
    ['with empty paragraphs and spaces', `  前\n\n\n后  \n${'Latin words  and   spaces '.repeat(300)}。`],
    [
      'of words that end a page anywhere',
      Array.from({ length: 120 }, (_, n) => `第${n}段 ${'a bc def '.repeat(n % 9)}`).join('\n'),
    ],
  ])('%s comes back whole', async (_, text) => {
    const { outlines } = await filled(
      `  basics:\n    penalties: ${JSON.stringify(text)}\n    practices: {modes: ${JSON.stringify(text)}}\n`,
    )
    for (const outline of outlines) expect(rowsWith(outline, text)).toHaveLength(2)
  })
})
