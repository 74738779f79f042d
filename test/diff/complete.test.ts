import { expect, it } from 'vitest'
import { styleNames } from '../../src/model/index.ts'
import { jsonSchema } from '../../src/pipeline.ts'
import { examples } from './examples.ts'

/** Keys of the language whose change needs no example of its own, and why. */
const without: Readonly<Record<string, string>> = {
  edition: 'says which edition it is',
  like: 'is written out before anything is compared',
  terms: 'are compared where a text names them',
  units: 'are compared where something is measured in them',
  symbol: 'is part of a unit',
  of: 'is part of a unit',
  factor: 'is part of a unit',
  counts: 'is part of a unit',
  text: 'of a note; of a node it has an example',
  sign: 'is words like those of a text',
  more: 'is words like those of a text, or opens a list',
  head: 'is words like those of a text',
  mark: 'is a title like the subtitle',
  filled: 'is a value',
  given: 'closes cells as a dash does',
  cells: 'are values, each of its row and column',
  align: 'is the arrangement that `beside` is of, or a look',
  as: 'is arrangement',
  column: 'is arrangement',
  columnCodes: 'are codes',
  codesAt: 'is header',
  labels: 'is header',
  rules: 'is style',
  margins: 'is style',
  looks: 'is style',
  preset: 'is style',
  pageNumber: 'is style',
  at: 'is style',
  distance: 'is style',
  autospace: 'is style',
  continued: 'is style',
  titles: 'is style',
  instructions: 'has an example; of `numbering` it is a pattern',
  groups: 'is boxes',
  shrinkTo: 'is height',
  negative: 'is figure format',
  empty: 'is figure format',
  min: 'is range',
}

/** The keys of the language, wherever they stand. */
function keysOf(schema: unknown, found = new Set<string>()): Set<string> {
  if (typeof schema !== 'object' || schema === null) return found
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') for (const name of Object.keys(value as object)) found.add(name)
    keysOf(value, found)
  }
  return found
}

const lengths = [
  'bold',
  'face',
  'size',
  'lineHeight',
  'valign',
  'indent',
  'padding',
  'spaceBefore',
  'spaceAfter',
  'top',
  'right',
  'bottom',
  'left',
  'insideH',
  'insideV',
  'first',
  'rest',
  'x',
  'y',
]

it('each key of the language is compared: an example changes it, or it is said what stands for it', () => {
  const used = Object.values(examples).flat().join('\n')
  // The tokens of `style`, which is compared as a whole.
  const tokens = [...styleNames, ...lengths]
  const shown = (key: string) => new RegExp(`\\b${key}:`).test(used)
  const missing = [...keysOf(jsonSchema())].filter((key) => !shown(key) && !(key in without) && !tokens.includes(key))
  expect(missing).toEqual([])
})
