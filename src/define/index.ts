import type { Diagnostics } from '../diagnostics/index.ts'
import type { Definition, PaperChoice, Text } from '../model/index.ts'
import { buildPart, textsOf } from './content.ts'
import { checkNames } from './names.ts'
import { normalise } from './normalise.ts'
import { type Context, defined, mapOf, nodesOf, numberOf, scalarOf, stringOf, textOf } from './reader.ts'
import { type LocatedMap, readSource } from './source.ts'
import { checkTexts } from './texts.ts'
import { unitsOf } from './units.ts'
import { validate } from './validate.ts'

export { codeLists } from './code-lists.ts'
export { jsonSchema } from './schema.ts'

/**
 * Reads a definition file. Everything wrong with it is reported at its place, and then nothing is returned; warnings
 * alone do not stop it.
 */
export function define(file: string, source: string, report: Diagnostics): Definition | undefined {
  const raw = readSource(file, source, report)
  if (!raw || !validate(raw, report)) return undefined
  const context: Context = { report, units: unitsOf(raw), texts: [] }
  const definition = build(normalise(raw, context.units, report), context)
  checkNames(definition, context)
  checkTexts(definition, context.texts, report)
  return report.failed ? undefined : definition
}

function build(root: LocatedMap, context: Context): Definition {
  const text = (key: string): Text | undefined => textOf(context, scalarOf(root, key), key, { number: false })
  const numbering = mapOf(root, 'numbering')
  return {
    form: stringOf(root, 'form') ?? '',
    edition: numberOf(root, 'edition') ?? 0,
    lang: stringOf(root, 'lang') ?? 'zh-CN',
    title: text('title') ?? { source: '', at: root.at },
    page: paper(stringOf(root, 'page') ?? 'A4'),
    numbering: {
      notes: (numbering && stringOf(numbering, 'notes')) ?? '[1]',
      instructions: (numbering && stringOf(numbering, 'instructions')) ?? '（1）',
      ...defined({
        tables: numbering && stringOf(numbering, 'tables'),
        sections: numbering && stringOf(numbering, 'sections'),
      }),
    },
    terms: textsOf(context, root, 'terms'),
    parts: [...nodesOf(root, 'parts')].map(({ id, at, map }) => buildPart(context, map, id, at, { unitAt: 'label' })),
    notes: textsOf(context, root, 'notes'),
    at: root.at,
    ...defined({ subtitle: text('subtitle'), mark: text('mark') }),
  }
}

function paper(choice: string): PaperChoice {
  const [size = 'A4', orientation] = choice.split(' ')
  return { size: size as PaperChoice['size'], landscape: orientation === 'landscape' }
}
