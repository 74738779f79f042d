import { describe, expect, it } from 'vitest'
import { type FieldLine, plain, type Segment } from '../../src/model/index.ts'
import { formatNames, readerOf } from '../support/forms.ts'
import { documentOf, documentsOf, linesOf, segmentsOf } from './support/filled.ts'

const code = '91110000MA01W7341L'
const head = (as = 'line', more = '') =>
  `page: A4
parts: {head: {as: ${as}, fields: {code: {label: 统一社会信用代码, boxes: true, length: 18}, year: {label: 年份, boxes: 4}${more}}}}`
const ssn = (as = 'lines') =>
  `lang: en-US
page: Letter
parts: {f: {as: ${as}, fields: {ssn: {label: SSN, boxes: 3-2-4}, name: Name}}}`

const places = (lines: readonly FieldLine[]) =>
  lines.flatMap(({ segments }) => segments.map(({ x, width }) => [x, width]))
const segmentOf = (parts: string, values: string, id: string): Segment => {
  const segment = linesOf(documentOf(parts, values))
    .flatMap(({ segments }) => segments)
    .find((each) => each.id === id && each.role === 'value')
  if (segment === undefined) throw new Error(`${id} has no value`)
  return segment
}
const boxed = ({ content, boxes = [] }: Segment): string[] =>
  boxes.map(({ from, to }) => plain(content).slice(from, to))

describe('a code in boxes on a line', () => {
  it('has each character in a box of its own, where the blank has an empty one', () => {
    const segment = segmentOf(head(), `{head: {code: ${code}}}`, 'head.code')
    expect(plain(segment.content)).toBe(code)
    expect(boxed(segment)).toEqual([...code])
    const size = documentOf(head()).styles.field.size
    expect(segment.boxes?.map(({ x }) => x)).toEqual([...code].map((_, n) => n * size))
    expect(segment).toMatchObject({ rule: false, input: true })
  })

  for (const as of ['line', 'lines', 'right', 'cover'])
    for (const [parts, values] of [
      [head(as), `{head: {code: ${code}, year: "2024"}}`],
      [head(as), '{head: {code: 911100, year: "20"}}'],
      [ssn(as), '{f: {ssn: "123456789"}}'],
    ] as const)
      it(`moves nothing as ${as}: ${values}`, () => {
        expect(places(linesOf(documentOf(parts, values)))).toEqual(places(linesOf(documentOf(parts))))
      })

  it('leaves the boxes over empty, and its groups parted', () => {
    const whole = segmentOf(ssn(), '{f: {ssn: "123456789"}}', 'f.ssn')
    expect(plain(whole.content)).toBe('123-45-6789')
    expect(boxed(whole)).toEqual([...'123456789'])
    const part = segmentOf(ssn(), '{f: {ssn: "1234"}}', 'f.ssn')
    expect(plain(part.content)).toBe('123-4□-□□□□')
    expect(boxed(part)).toEqual([...'1234'])
  })

  it('stands in the middle of its boxes', () => {
    const { boxes = [], spacing } = segmentOf(ssn(), '{f: {ssn: "1W"}}', 'f.ssn')
    const [one, wide] = boxes
    expect(one?.room).toBeGreaterThan(wide?.room as number)
    expect(spacing).toEqual([
      { at: 0, by: one?.room },
      { at: 1, by: (one?.room ?? 0) + (wide?.room ?? 0) },
      { at: 2, by: wide?.room },
    ])
  })

  it('tells a letter that another font sets wider than its box', () => {
    const { boxes = [] } = segmentOf(head(), '{head: {code: 9W1}}', 'head.code')
    expect(boxes.map(({ wide }) => wide)).toEqual([false, true, false])
  })

  it('stays whole on the next line where this one has no room', () => {
    const parts = head('lines', ', other: {label: 上级单位统一社会信用代码, boxes: true, length: 18}')
    const long = parts.replace('上级单位', '上级单位的'.repeat(6))
    const lines = linesOf(documentOf(long, `{head: {other: ${code}}}`)).map(segmentsOf)
    expect(lines.slice(-2).map((each) => each.at(-1))).toEqual([expect.stringContaining('上级单位'), code])
    expect(linesOf(documentOf(long)).map(segmentsOf).at(-1)).toEqual(['□'.repeat(18)])
  })

  it('with more characters than boxes is an error, with fewer a finding', async () => {
    const codesOf = async (value: string) =>
      (await documentsOf(head(), `{head: {code: ${value}}}`)).diagnostics.map((each) => each.code)
    expect(await codesOf(`${code}1`)).toEqual(['too-long'])
    expect(await codesOf(code.slice(1))).toEqual(['boxes-left'])
    expect(await codesOf(code)).toEqual([])
  })

  for (const format of formatNames)
    it(`is read from ${format} as its characters`, async () => {
      for (const [parts, values, text] of [
        [head(), `{head: {code: ${code}, year: "2024"}}`, `统一社会信用代码：${code}年份：2024`],
        [ssn(), '{f: {ssn: "1234", name: Li}}', 'SSN: 123-4□-□□□□Name: Li'],
      ] as const) {
        const { documents } = await documentsOf(parts, values)
        const bytes = documents.find((each) => each.format === format)?.bytes as Uint8Array
        const { items } = await (await readerOf(format))(bytes)
        expect(items.flatMap((item) => (item.kind === 'fields' ? item.segments : [])).join('')).toBe(text)
      }
    })
})
