import { describe, expect, it } from 'vitest'
import { compile, rowsOf, tableOf, textOf, whole } from './support/compile.ts'

const texts = (example: string, role: string): string[] => {
  const { document, said } = compile(whole(example))
  expect(said).toBe('')
  return (
    document?.items.flatMap((item) =>
      item.kind === 'text' && item.role === role ? [item.content.map(({ text }) => text).join('')] : [],
    ) ?? []
  )
}

describe('units', () => {
  const header = (unitAt: string): string[][] =>
    rowsOf(tableOf(`t: {unitAt: ${unitAt}, columns: {name: 企业, mass: 重量 | 吨}, list: {blank: 1, more: false}}`))

  it('stand in the label, in a row, in the cell, or nowhere', () => {
    expect(header('label')[0]).toEqual(['企业', '重量（吨）'])
    expect(header('row').slice(0, 2)).toEqual([['2×1 企业', '重量'], ['吨']])
    expect(header('cell')).toEqual([
      ['企业', '重量'],
      ['', '吨'],
    ])
    expect(header('none')).toEqual([
      ['企业', '重量'],
      ['', ''],
    ])
  })

  it('stand where the label says, and once: at the node that declares them', () => {
    const table = tableOf(
      't: {columns: {all: {label: 里程, unit: 公里, columns: {a: 县道, b: 村道}}, share: {label: "比例({{unit}})", unit: "%"}}}',
    )
    expect(rowsOf(table).slice(0, 2)).toEqual([
      ['1×2 里程（公里）', '2×1 比例(%)'],
      ['县道', '村道'],
    ])
  })

  it('stand in a caption with their marks; another unit in its own label; of a table within a table behind its label', () => {
    const block = 'unit: m3, unitAt: caption, columns: {a: 水, b: "比例 | %"}'
    expect(texts(`t: {${block}}`, 'caption')).toEqual(['单位：m3'])
    expect(rowsOf(tableOf(`t: {${block}}`))[0]).toEqual(['水', '比例（%）'])
    expect(rowsOf(tableOf(`t: {as: grid, fields: {a: {label: 用水, ${block}}}}`))[0]).toEqual(['1×2 用水（单位：m3）'])
  })

  it('of the form itself come with its own symbol', () => {
    const table = tableOf('units: {桶: {of: volume, symbol: 大桶}}\nparts: {t: {columns: {a: 油 | 桶}}}')
    expect(rowsOf(table)[0]).toEqual(['油（大桶）'])
  })
})

describe('notes', () => {
  it('are numbered by part and by first citation: header level by level, then rows', () => {
    const part =
      'columns: {item: 名称 | stub, g: {label: "组[^second]", columns: {x: "数[^third]"}}, y: "额[^first]"}, rows: {r: "行[^fourth]"}'
    const example = `parts: {p: {title: 甲, ${part}}, q: {title: 乙, columns: {z: "数[^third]"}}}\nnotes: {first: a, second: b, third: c, fourth: d}`
    expect(texts(example, 'note')).toEqual(['注：[1]b', '[2]a', '[3]c', '[4]d', '注：[1]c'])
  })
})

describe('texts', () => {
  it('say the year, the number of their part, and terms', () => {
    const example = `
numbering: {tables: 表1}
terms: {circular: 〔2020〕27号}
parts: {t: {title: "{{lastYear}}年情况", columns: {a: 数}, instructions: {x: "{{number}}按{{circular}}填写"}}}`
    expect(texts(example, 'heading')).toEqual(['表1　2023年情况'])
    expect(texts(example, 'instruction')).toEqual(['填报说明：（1）表1按〔2020〕27号填写'])
  })

  it('part marks and text of English notes by a space', () => {
    expect(
      texts(
        'lang: en-US\nnumbering: {notes: "1"}\nparts: {t: {columns: {a: "Firms[^a]"}}}\nnotes: {a: All firms}',
        'note',
      ),
    ).toEqual(['Notes: 1 All firms'])
  })

  it('number English instructions with brackets of Latin letters', () => {
    expect(texts('lang: en-US\nparts: {t: {columns: {a: A}, instructions: {x: Round.}}}', 'instruction')).toEqual([
      'Instructions: (1) Round.',
    ])
  })

  it('raise, lower and strengthen', () => {
    const [cell] = [...tableOf('t: {columns: {a: "**SO~2~** m^3^ \\\\^"}}').rows][0]?.cells ?? []
    expect(cell && textOf(cell)).toBe('SO2 m3 ^')
    expect(cell?.content[0]).toEqual([
      { text: 'SO', strong: true },
      { text: '2', mark: 'sub', strong: true },
      { text: ' m' },
      { text: '3', mark: 'sup' },
      { text: ' ^' },
    ])
  })
})
