import { describe, expect, it } from 'vitest'
import type { GridDocument } from '../../src/model/index.ts'
import { compile, whole } from '../define/support/compile.ts'

/** The notes that a document prints, with their marks, and the anchors that stand in its tables. */
function printed(source: string): { notes: string[]; cited: string[] } {
  const { document, said } = compile(whole(source))
  expect(said).toBe('')
  const { items } = document as GridDocument
  const anchors = items.flatMap((item) =>
    item.kind !== 'table' ? [] : [...item.rows].flatMap(({ cells }) => cells.flatMap(({ content }) => content.flat())),
  )
  return {
    notes: items.flatMap((item) =>
      item.kind === 'text' && item.role === 'note'
        ? [
            item.content
              .map(({ text }) => text)
              .join('')
              .replace('注：', ''),
          ]
        : [],
    ),
    cited: anchors.flatMap(({ note, text }) => (note === undefined ? [] : [text])),
  }
}

describe('a note', () => {
  it('may cite notes: they follow those that the part itself cites, in the order of their citation', () => {
    const { notes, cited } = printed(`
parts: {t: {columns: {a: "甲[^a]", b: "乙[^b]"}}}
notes:
  d: 丁注
  c: 丙注，又见[^a]和[^d]
  b: 乙注
  a: 甲注，见[^c]`)
    expect(cited).toEqual(['[1]', '[2]'])
    expect(notes).toEqual(['[1]甲注，见[3]', '[2]乙注', '[3]丙注，又见[1]和[4]', '[4]丁注'])
  })

  it('that notes cite is printed in each part that prints those', () => {
    const { notes } = printed(`
parts: {t: {columns: {a: "甲[^a]"}}, u: {columns: {b: "乙[^b]", a: "甲[^a]"}}}
notes: {a: "甲注，见[^c]", b: 乙注, c: 丙注}`)
    expect(notes).toEqual(['[1]甲注，见[2]', '[2]丙注', '[1]乙注', '[2]甲注，见[3]', '[3]丙注'])
  })

  it('is found within strong text', () => {
    expect(printed('parts: {t: {columns: {a: "**甲[^a]**"}}}\nnotes: {a: 注}').cited).toEqual(['[1]'])
  })

  it('that only an unprinted column cites is not numbered', () => {
    const columns = '{a: {label: "甲[^a]", printed: false}, b: "乙[^b]"}'
    const { notes } = printed(`parts: {t: {columns: ${columns}}}\nnotes: {a: 注甲, b: 注乙}`)
    expect(notes).toEqual(['[1]注乙'])
  })
})
