import { expect, it } from 'vitest'
import type { GridDocument } from '../../src/model/index.ts'
import { compile, whole } from '../define/support/compile.ts'

it('a term is words: a `<` in it is printed and makes no place to write', () => {
  const { document, said } = compile(
    whole(
      'terms: {limit: 浓度<50>mg/L}\nparts: {t: {as: grid, fields: {a: {label: 甲, value: "{{limit}}，实测<x>"}}}}',
    ),
  )
  expect(said).toBe('')
  const texts = (document as GridDocument).items.flatMap((item) =>
    item.kind === 'table' ? [...item.rows].flatMap(({ cells }) => cells.flatMap(({ content }) => content.flat())) : [],
  )
  expect(texts.map(({ text }) => text).join('')).toBe('甲浓度<50>mg/L，实测\u3000\u3000\u3000')
})
