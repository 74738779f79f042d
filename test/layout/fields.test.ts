import { describe, expect, it } from 'vitest'
import type { FieldLine } from '../../src/model/index.ts'
import { formatNames, readerOf } from '../support/forms.ts'
import { documentOf, documentsOf, linesOf, segmentsOf } from './support/filled.ts'

const address = '某省某市某区某某街道某某路'.repeat(12)
const english = '12 Long Street, Some City, '.repeat(20).trim()

const valuesOf = (lines: readonly FieldLine[], id: string): string =>
  lines
    .flatMap(({ segments }) => segments.filter((each) => each.role === 'value' && each.id.split(':')[0] === id))
    .map(({ content }) => content.map(({ text }) => text).join(''))
    .join('')

const isInside = ({ segments }: FieldLine, width: number): boolean =>
  segments.every(({ x, width: own }) => x >= 0 && x + own <= width + 0.01)

describe('a value longer than its line goes on below, whole', () => {
  for (const as of ['cover', 'lines', 'line', 'right'])
    for (const [lang, text] of [
      ['zh-CN', address],
      ['en-US', english],
    ])
      it(`as ${as}, in ${lang}`, () => {
        const parts = `lang: ${lang}\npage: A4\nparts: {f: {as: ${as}, fields: {a: Unit, b: Address, c: Person}}}`
        const document = documentOf(parts, `{f: {a: x, b: "${text}", c: y}}`)
        const lines = linesOf(document)
        expect(valuesOf(lines, 'f.b')).toBe(text)
        const { width, margin } = document.page
        expect(lines.filter((line) => !isInside(line, width - margin.left - margin.right))).toEqual([])
        expect(lines.length).toBeGreaterThan(3)
      })

  it('below where it began, and beside no other field', () => {
    const lines = linesOf(
      documentOf('parts: {f: {as: cover, fields: {a: 单位, b: 地址}}}', `{f: {a: x, b: ${address}}}`),
    )
    const begins = lines.slice(1).map(({ segments }) => segments.at(-1)?.x)
    expect(new Set(begins).size).toBe(1)
    expect(segmentsOf(lines[0] as FieldLine)).toEqual(['单位：', 'x'])
  })

  it('each piece under an id of its own', () => {
    const ids = linesOf(documentOf('parts: {f: {fields: {a: 地址}}}', `{f: {a: ${address}}}`)).flatMap(({ segments }) =>
      segments.filter(({ role }) => role === 'value').map(({ id }) => id),
    )
    expect(ids[0]).toBe('f.a')
    expect(ids[1]).toBe('f.a:2')
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('though it stands among printed words or has no place to break', () => {
    const parts = 'parts: {f: {fields: {a: {label: 甲, value: "<p>及<q>止"}}}}'
    const lines = linesOf(documentOf(parts, `{f: {a: {p: ${'长'.repeat(300)}, q: ${'x'.repeat(3000)}}}}`))
    expect(lines.flatMap(segmentsOf).join('')).toBe(`甲：${'长'.repeat(300)}及${'x'.repeat(3000)}止`)
  })

  for (const format of formatNames)
    it(`so that ${format} says it as written`, async () => {
      const parts = 'parts: {c: {as: cover, fields: {a: 单位, b: 地址}}, f: {fields: {a: 地址, b: 电话}}}'
      const values = `{c: {a: 某局, b: ${address}}, f: {a: "${english}", b: 1}}`
      const { documents } = await documentsOf(parts, values)
      const bytes = documents.find((each) => each.format === format)?.bytes as Uint8Array
      const { items } = await (await readerOf(format))(bytes)
      const segments = items.flatMap((item) => (item.kind === 'fields' ? item.segments : []))
      expect(segments.join('')).toBe(`单位：某局地址：${address}地址：${english}电话：1`)
      expect(items.filter(({ kind }) => kind === 'fields')).toHaveLength(linesOf(documentOf(parts, values)).length)
    })
})

describe('fields on one line', () => {
  it('stay on it while there is room, in English too', () => {
    const parts = `
lang: en-US
parts:
  head:
    as: line
    fields: {agency: {label: Reported by, width: 12}, date: Date of report | date}`
    expect(linesOf(documentOf(parts))).toHaveLength(1)
    expect(linesOf(documentOf(parts, '{head: {agency: Smith, date: 2024-05-01}}'))).toHaveLength(1)
  })

  const signed = `
lang: en-US
page: Letter
parts: {f: {as: line, fields: {s: {label: Signature of responsible official, type: signature}, d: Date | date}}}`
  const ruleOf = (document: ReturnType<typeof documentOf>, id: string): number =>
    linesOf(document)
      .flatMap(({ segments }) => segments)
      .find((each) => each.id === id && each.role === 'value')?.width ?? 0

  it('share what is free by what is written there: a signature has most', () => {
    const document = documentOf(signed)
    const { size } = document.styles.field
    expect(ruleOf(document, 'f.s')).toBeGreaterThan(14 * size)
    const three = documentOf(signed.replace('d: Date', 'n: Name, p: {label: Phone, type: phone}, d: Date'))
    const [signature, name, phone] = ['f.s', 'f.n', 'f.p'].map((id) => ruleOf(three, id))
    expect(signature).toBeGreaterThan(9 * size - 0.01)
    expect(signature).toBeGreaterThan(name as number)
    expect(name).toBeGreaterThan((phone as number) - 0.01)
  })

  it('do not go on below for the sake of more room', () => {
    const parts =
      'page: A4\nparts: {f: {as: line, fields: {a: 单位负责人 | signature, b: 主管会计工作负责人 | signature, c: 会计机构负责人 | signature}}}'
    expect(linesOf(documentOf(parts))).toHaveLength(1)
  })

  it('keep the width that the author gave them', () => {
    const document = documentOf(signed.replace('type: signature', 'width: 7'))
    expect(ruleOf(document, 'f.s')).toBeCloseTo(7 * document.styles.field.size, 1)
  })

  it('leave it to the others when one needs more', () => {
    const parts = 'parts: {f: {as: line, fields: {a: 甲, b: 乙, c: 丙}}}'
    const lines = linesOf(documentOf(parts, `{f: {a: ${address}, b: 1, c: 2}}`))
    expect(segmentsOf(lines.at(-1) as FieldLine)).toEqual(['乙：', '1', '丙：', '2'])
  })
})

describe('nothing of fields outside a table is lost', () => {
  it('the label of a group', () => {
    const parts = 'parts: {f: {fields: {a: 甲, g: {label: 联系, fields: {b: 电话}}}}}'
    expect(linesOf(documentOf(parts)).map(segmentsOf)).toEqual([['甲：', ''], ['联系'], ['电话：', '']])
  })

  it('the remark that more may follow, and the lines that followed', () => {
    const parts = 'parts: {f: {fields: {a: 甲, m: {label: ……, more: 可补充}}}}'
    expect(linesOf(documentOf(parts)).map(segmentsOf)).toEqual([
      ['甲：', ''],
      ['……：', '可补充'],
    ])
    const filled = documentOf(parts, '{f: {a: x, m: [{label: 乙, text: y}, z]}}')
    expect(linesOf(filled).map(segmentsOf)).toEqual([
      ['甲：', 'x'],
      ['乙：', 'y'],
      ['……：', 'z'],
    ])
  })

  it('a block, a numbered list, a signature: they make a table of it', () => {
    for (const field of [
      '{label: 列, columns: {n: 名}, list: 1}',
      '{label: 组, fields: {l: {label: 列, columns: {n: 名}, list: 1}}}',
      '{label: 意见, sign: （盖章）}',
    ]) {
      const { items } = documentOf(`parts: {f: {fields: {a: 甲, b: ${field}}}}`)
      expect(items.map(({ kind }) => kind)).toEqual(['text', 'table'])
    }
    const { items } = documentOf(
      'parts: {f: {columns: {n: {type: code}, t: {type: stub}, v: {type: value}}, fields: {a: {label: 甲, code: "1"}}}}',
    )
    expect(items.map(({ kind }) => kind)).toEqual(['text', 'table'])
  })
})

describe('an English label and its value', () => {
  it('are parted by a colon and a space, also where a constant follows', () => {
    const parts = 'lang: en-US\npage: Letter\nparts: {f: {fields: {a: {label: Reported by, value: Office}, b: Date}}}'
    expect(segmentsOf(linesOf(documentOf(parts))[0] as FieldLine).join('')).toBe('Reported by: Office')
  })
})

describe('on a worksheet of its own', () => {
  const widthOf = (parts: string, values?: string): [number, number] => {
    const { page, sheets } = documentOf(parts, values)
    const width = page.width - page.margin.left - page.margin.right
    const [sheet] = sheets
    return [sheet?.columns.reduce((sum, each) => sum + each, 0) ?? 0, width]
  }

  for (const as of ['cover', 'lines', 'line', 'right'])
    it(`long values and dates stay on the page as ${as}`, () => {
      const parts = `parts: {f: {as: ${as}, fields: {a: 单位, b: {label: 表号, value: 示例1表}, c: 日期 | date}}}`
      for (const values of [undefined, `{f: {a: ${address}}}`, `{f: {a: ${address.slice(0, 31)}}}`]) {
        const [found, width] = widthOf(parts, values)
        expect(found).toBeLessThanOrEqual(width + 0.02)
      }
    })

  it('so do lines of different ways below each other', () => {
    const parts = `
parts:
  c: {as: cover, fields: {a: 单位, b: 地址, d: 日期 | date}}
  l: {newPage: false, fields: {a: 甲, b: {label: 乙, value: <p>及<q>}, c: 电话 | phone}}
  k: {newPage: false, as: line, fields: {a: 填报人, b: 审核人, c: 日期 | date}}
  r: {newPage: false, as: right, fields: {a: {label: 表号, value: 示例1表}, b: 制定机关}}`
    const long = `c: {b: ${address}}, l: {a: ${address}, b: {p: ${address}, q: 短}}, k: {a: ${address}}, r: {b: ${address}}`
    const [found, width] = widthOf(parts, `{${long}}`)
    expect(found).toBeLessThanOrEqual(width + 0.02)
  })
})

describe('the rule of a place to write', () => {
  const rulesOf = (lines: readonly FieldLine[]): boolean[] =>
    lines.flatMap(({ segments }) => segments.filter(({ role }) => role === 'value').map(({ rule }) => rule))

  for (const as of ['cover', 'lines', 'line', 'right'])
    it(`stays beneath what is written on it, as wide as in the blank, as ${as}`, () => {
      const parts = `parts: {f: {as: ${as}, fields: {a: 单位, b: {label: 名称, value: "<>（盖章）"}}}}`
      const [blank, filled] = [undefined, '{f: {a: 某厅, b: 某局}}'].map((values) => linesOf(documentOf(parts, values)))
      expect(rulesOf(filled ?? [])).toEqual([true, true])
      const widths = (lines: readonly FieldLine[] = []) =>
        lines.flatMap(({ segments }) => segments.filter(({ rule }) => rule).map(({ width }) => Math.round(width)))
      expect(widths(filled)).toEqual(widths(blank))
    })

  it('runs under each line of a longer value', () => {
    const lines = linesOf(documentOf('parts: {f: {fields: {a: 地址}}}', `{f: {a: ${address}}}`))
    expect(rulesOf(lines).length).toBeGreaterThan(1)
    expect(rulesOf(lines)).not.toContain(false)
  })

  it('is not drawn under a date, whose words the blank prints', () => {
    const parts = 'parts: {f: {fields: {a: 日期 | date}}}'
    expect(rulesOf(linesOf(documentOf(parts, '{f: {a: 2020-01-31}}')))).toEqual([false])
  })
})

it('adjacent marks of a field line take an em and a half, as in a paragraph', () => {
  const [line] = linesOf(documentOf('parts: {f: {fields: {a: {label: "单位（盖章）（公章）", width: 9}}}}'))
  const label = line?.segments.find(({ role }) => role === 'label')
  const size = 10.5
  expect(label?.spacing).toContainEqual({ at: '单位（盖章）'.length, by: -size / 2 })
})
