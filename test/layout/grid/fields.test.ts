import { describe, expect, it } from 'vitest'
import { type GridCell, type GridDocument, plainText } from '../../../src/model/index.ts'
import { fonts } from '../../support/forms.ts'
import { cellsOf, documentOf, tablesOf } from '../support/filled.ts'

const english = 'lang: en-US\npage: Letter'
const form = (fields: string, head = english): GridDocument =>
  documentOf(`${head}\nparts: {f: {as: grid, fields: {${fields}}}}`)

/** Width of a cell of the first table, pt. */
const widthOf = (document: GridDocument, { column, colSpan }: GridCell): number =>
  (tablesOf(document)[0]?.columns ?? []).slice(column, column + colSpan).reduce((sum, { width }) => sum + width, 0)

const cellOf = (document: GridDocument, id: string): GridCell =>
  cellsOf(document).find((cell) => cell.id === id) as GridCell

/** Labels one of whose words is wider than the room for it. */
function brokenWords(document: GridDocument): string[] {
  return cellsOf(document)
    .filter(({ role }) => role === 'label')
    .filter((cell) => {
      const style = document.styles[cell.style]
      const room = widthOf(document, cell) - 2 * style.padding.x
      const words = plainText(cell.content).split(' ')
      return words.some((word) => fonts.measure(word, style) > room)
    })
    .map(({ content }) => plainText(content))
}

const employer = 'ein: {label: Employer identification number}, street: Street address'
const three = 'city: City, state: {label: State, beside: city, length: 2}, zip: {label: ZIP code, beside: state}'

describe('labels of fields in a table', () => {
  it('are never narrower than their longest word', () => {
    for (const fields of [
      `${employer}, ${three}`,
      'a: Telecommunications representative, b: {label: Internationalization, beside: a}, c: {label: Responsibilities, beside: b}',
      'a: {label: Telecommunications representative, width: 3}, b: {label: City, beside: a}',
    ])
      expect(brokenWords(form(fields))).toEqual([])
  })

  it('of lines with fewer fields lose nothing to a line with three', () => {
    const [alone, with3] = [form(employer), form(`${employer}, ${three}`)].map((document) =>
      widthOf(document, cellOf(document, 'f.ein:label')),
    )
    expect(with3).toBeCloseTo(alone as number, 1)
  })

  it('leave each place on their line room to write', () => {
    const document = form(`${employer}, ${three}`)
    const size = document.styles.cellText.size
    expect(widthOf(document, cellOf(document, 'f.city'))).toBeGreaterThan(6 * size)
    expect(widthOf(document, cellOf(document, 'f.zip'))).toBeGreaterThan(6 * size)
  })

  it('take no more on a short line than they need: what is left is to write in', () => {
    const document = form(`${employer}, phone: Daytime telephone, email: {label: Email, beside: phone}`)
    const { size } = document.styles.cellText
    expect(widthOf(document, cellOf(document, 'f.email:label'))).toBeLessThan(5 * size)
  })

  it('in Chinese are all as wide, and lines of two and three share edges, while there is room', () => {
    const document = form(
      'a: 名称, b: 联系人, c: {label: 电话, beside: b}, d: 职工, e: {label: 其中, beside: d}, g: {label: 占比, beside: e}',
      'page: A4',
    )
    const labels = ['a', 'b', 'c', 'd', 'e', 'g'].map((id) => widthOf(document, cellOf(document, `f.${id}:label`)))
    for (const width of labels) expect(width).toBeCloseTo(labels[0] as number, 1)
    expect(cellOf(document, 'f.c').column).toBe(cellOf(document, 'f.e').column)
  })
})

describe('boxes of a field', () => {
  const zip =
    'ein: {label: Employer identification number, boxes: 2-7}, city: City, state: {label: State, beside: city, length: 2}, zip: {label: ZIP code, beside: state, boxes: 5-4}'
  const pair =
    'ssn: {label: SSN, boxes: 3-2-4}, ein: {label: EIN, boxes: 2-7, beside: ssn}, name: Name of organization and identification'

  const boxesOf = (document: GridDocument): number[] =>
    cellsOf(document)
      .filter(({ style }) => style === 'cellBox')
      .map((cell) => widthOf(document, cell))

  for (const [what, fields] of [
    ['below each other at different places', zip],
    ['beside each other', pair],
    ['on lines of their own', pair.replace(', beside: ssn', '')],
  ] as const)
    it(`are wide enough and all alike, ${what}`, () => {
      const document = form(fields)
      const { size, padding } = document.styles.cellBox
      const widths = boxesOf(document)
      expect(Math.min(...widths)).toBeGreaterThanOrEqual(size + 2 * padding.x)
      expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(0.35 * size)
    })
})

/** Figures that the pages print on more lines than one. */
const brokenFigures = (document: GridDocument): string[] =>
  [...document.pages].flatMap(({ items }) =>
    items.flatMap((item) =>
      item.kind === 'row'
        ? item.cells
            .filter(({ cell, lines }) => cell.style === 'cellFigure' && lines.length > 1)
            .map(({ cell }) => plainText(cell.content))
        : [],
    ),
  )

const sizeOf = ({ styles }: GridDocument): number => styles.cellText.size

describe('a figure among fields in a table is never broken', () => {
  const money = 'type: number, decimals: 2, grouping: true'
  const line = (count: number): string =>
    Array.from({ length: count }, (_, n) => `f${n}: {label: 利润总额, ${n > 0 ? `beside: f${n - 1}` : ''}}`).join(', ')
  const filled = (count: number, values: string, more = ''): GridDocument =>
    documentOf(`page: A4\nparts: {f: {as: grid, ${money}${more}, fields: {${line(count)}}}}`, `{f: {${values}}}`)

  it('its place takes room from the places beside it, while labels stay alike', () => {
    const document = filled(3, 'f0: 1234567890123.45, f1: 7, f2: 8')
    expect(brokenFigures(document)).toEqual([])
    expect(sizeOf(document)).toBe(10.5)
    const [label, other] = ['f.f0:label', 'f.f1:label'].map((id) => widthOf(document, cellOf(document, id)))
    expect(label).toBeCloseTo(other as number, 1)
  })

  it('then from the labels', () => {
    const document = filled(3, 'f0: 12345678901.23, f1: 1234567890123.45, f2: 123456789012345.67')
    expect(brokenFigures(document)).toEqual([])
    expect(sizeOf(document)).toBe(10.5)
  })

  it('then the table is set smaller', () => {
    const document = filled(4, 'f0: 123456789012.23, f1: 1234567890123.45, f2: 1234567890123.67, f3: -0.00')
    expect(brokenFigures(document)).toEqual([])
    expect(sizeOf(document)).toBeLessThan(10.5)
  })

  it('and what even then has no room is told by its cell, where it was written', () => {
    const most = `${'1234567890'.repeat(4)}.23`
    expect(() => filled(3, `f0: ${most}, f1: ${most}, f2: 1`)).toThrow(
      /x\.yaml:1:\d+: error\[text-overflow\].*f\.f0.*error\[text-overflow\].*f\.f1/s,
    )
    expect(brokenFigures(filled(3, `f0: ${most}, f1: ${most}, f2: 1`, ', overflow: shrink, shrinkTo: 5'))).toEqual([])
  })

  it('on numbered lines takes room from their words', () => {
    const columns = 'line: {type: code, width: 3}, item: {type: stub, width: 40}, value: {type: value, width: 6}'
    const fields = 'a: {code: "1", label: Wages}, b: {code: "2", label: Taxes, value: = 2 * a}'
    const document = documentOf(
      `${english}\nparts: {f: {as: grid, decimals: 2, grouping: true, type: number, columns: {${columns}}, fields: {${fields}}}}`,
      '{f: {a: 123456789012345678.55}}',
    )
    expect(brokenFigures(document)).toEqual([])
    expect(sizeOf(document)).toBe(10.5)
  })

  it('beside a label inside its cell, and is a text there, which a workbook shows with the label', () => {
    const document = documentOf(
      'parts: {f: {as: grid, labels: inside, fields: {a: {label: 人数, unit: 人}}}}',
      '{f: {a: 12}}',
    )
    const cell = cellOf(document, 'f.a')
    expect(plainText(cell.content)).toContain('人数')
    expect(cell.figure).toBeUndefined()
  })
})
