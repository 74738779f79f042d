import { describe, expect, it } from 'vitest'
import { unpack } from '../../src/package/index.ts'
import { cellsOf, documentOf, documentsOf } from '../layout/support/filled.ts'
import { readText } from '../readback/pdf-text.ts'

const parts = (overflow: string) =>
  `parts: {t: {columns: {a: {label: 甲, width: 10${overflow}}, b: {label: 乙, width: 40}}, list: 2}}`
const long = '清洁生产审核评估与验收办公室'
const values = (text: string) => `{t: {list: [{a: ${text}}]}}`
const cellOf = (overflow: string, text: string) =>
  cellsOf(documentOf(parts(overflow), values(text))).find(({ id }) => id === 't.list[1].a' || id === 't[1].a')
const heightOf = (overflow: string, text: string): number => {
  const placed = [...documentOf(parts(overflow), values(text)).pages].flatMap(({ items }) => items)
  return Math.max(...placed.flatMap((item) => (item.kind === 'row' ? [item.height] : [])))
}

describe('a text that needs more room than its cell has', () => {
  it('makes the row grow where nothing is said', () => {
    expect(cellOf('', long)?.size).toBeUndefined()
    expect(heightOf('', long)).toBeGreaterThan(heightOf('', '短'))
  })

  it('is set smaller, as little as it must, and the row stays', () => {
    const shrink = ', overflow: shrink, shrinkTo: 5'
    const size = cellOf(shrink, long)?.size as number
    expect(size).toBeGreaterThanOrEqual(5)
    expect(size).toBeLessThan(10.5)
    expect(size % 0.5).toBe(0)
    expect(heightOf(shrink, long)).toBe(heightOf(shrink, '短'))
    expect(cellOf(shrink, '短')?.size).toBeUndefined()
  })

  it('grows the row once it has the least size: it is never clipped', () => {
    const shrink = ', overflow: shrink, shrinkTo: 9'
    expect(cellOf(shrink, long.repeat(3))?.size).toBe(9)
    expect(heightOf(shrink, long.repeat(3))).toBeGreaterThan(heightOf(shrink, '短'))
  })

  it('is an error that names the cell, where the definition says so', () => {
    expect(() => documentOf(parts(', overflow: error'), values(long))).toThrow(
      /text-overflow.*t\[1\]\.a|t\.list\[1\]\.a/s,
    )
    expect(cellOf(', overflow: error', '短')?.size).toBeUndefined()
  })

  it('is told of at the place in the data where it was written', () => {
    const told = /x\.yaml:1:\d+: error\[text-overflow\]/
    expect(() => documentOf(parts(', overflow: error'), values(long))).toThrow(told)
    expect(() => documentOf(parts(', overflow: error'), `{t: {list: [{b: 短}, {a: ${long}}]}}`)).toThrow(told)
  })

  it('is printed in the decided size in every format', async () => {
    const form = parts(', overflow: shrink, shrinkTo: 5')
    const size = cellOf(', overflow: shrink, shrinkTo: 5', long)?.size as number
    const { documents } = await documentsOf(form, values(long))
    const of = (format: string) => documents.find((each) => each.format === format)?.bytes as Uint8Array
    const part = (format: string, name: string) => new TextDecoder().decode(unpack(of(format)).get(name))
    expect(part('docx', 'word/document.xml')).toMatch(
      new RegExp(`<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/></w:rPr><w:t[^>]*>${long}`),
    )
    expect(part('xlsx', 'xl/styles.xml')).toContain(`<sz val="${size}"/>`)
    expect(part('xlsx', 'xl/styles.xml')).not.toContain('shrinkToFit')
    const chars = [...(readText(of('pdf'))[0]?.values() ?? [])].flat()
    expect(chars.find(({ char }) => char === '洁')?.size).toBe(size)
  })

  it('breaks a code or an address that has no place to break', () => {
    const url = `https://example.cn/${'a'.repeat(60)}`
    const document = documentOf(parts(''), values(url))
    const lines = [...document.pages].flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'row' ? item.cells.flatMap((cell) => cell.lines) : [])),
    )
    const [{ columns } = { columns: [] }] = document.items.flatMap((item) => (item.kind === 'table' ? [item] : []))
    const most = Math.max(...columns.map(({ width }) => width))
    expect(lines.filter(({ runs }) => /^[!-~]{5,}$/.test(runs[0]?.text ?? '')).length).toBeGreaterThan(2)
    for (const { width } of lines) expect(width).toBeLessThanOrEqual(most)
  })
})

describe('a figure that needs more room than its cell has', () => {
  const sums = 'parts: {t: {columns: {b: {label: 乙, type: text, width: 60}, a: {label: 甲, type: number, width: 3'
  const list = (figures: readonly string[]) => `{t: {list: [${figures.map((a) => `{a: ${a}}`).join(', ')}]}}`
  const placedCells = (document: ReturnType<typeof documentOf>) =>
    [...document.pages].flatMap(({ items }) => items.flatMap((item) => (item.kind === 'row' ? item.cells : [])))

  it.each([['123456789.25', '5', '12.5'], ['98765432109876'], ['-1234567.123', '1']])(
    'is set smaller and stays on one line, as the total does',
    (...figures) => {
      const document = documentOf(
        `${sums}, overflow: shrink, shrinkTo: 5}}, list: {blank: 1, total: 合计}}}`,
        list(figures),
      )
      const cells = placedCells(document).filter(({ cell }) => cell.figure)
      expect(cells.length).toBe(figures.length + 1)
      for (const { lines } of cells) expect(lines.length).toBe(1)
      expect(Math.min(...cells.map(({ cell }) => cell.size ?? 10.5))).toBeLessThan(10.5)
    },
  )

  it('is an error at its place in the data where the least size is still too large', () => {
    const ids = Array.from({ length: 9 }, (_, n) => `f${n}`)
    const field = (id: string, n: number) =>
      `${id}: {label: 数, type: number, overflow: shrink${n > 0 ? `, beside: f${n - 1}` : ''}}`
    const form = `parts: {t: {as: grid, fields: {${ids.map(field).join(', ')}}}}`
    const short = placedCells(documentOf(form, `{t: {f3: ${'1234567890'.repeat(3)}}}`))
    expect(short.filter(({ cell, lines }) => cell.id === 't.f3' && lines.length === 1)).toHaveLength(1)
    expect(() => documentOf(form, `{t: {f3: ${'1234567890'.repeat(20)}}}`)).toThrow(
      /x\.yaml:1:\d+: error\[text-overflow\].*t\.f3/,
    )
  })
})
