import { type Form, runsOf } from '../model/index.ts'
import { readable } from '../text/wrap.ts'
import type { Asked } from './asked.ts'
import { askedTree } from './tree.ts'
import { wordsOf } from './words.ts'
import { commentLines, SkeletonWriter } from './yaml.ts'

export { dataSchema } from './schema.ts'

/**
 * A data file for the form with every key that may be filled in, all values empty: read back it is the blank. YAML;
 * each key has its label, type and unit as a comment in the form's language, lines take at most 120 columns.
 * @param named how the file names the form: its id, or the path of its definition
 */
export function skeleton(form: Form, named = form.definition.form): string {
  const { definition, year } = form
  const words = wordsOf(definition.lang)
  const tree = askedTree(form)
  const paragraphs = tree.map(firstParagraphs).find((key) => key !== undefined)
  const head = [
    ...words.head(readable(runsOf(form, definition.title))),
    ...(paragraphs === undefined ? [] : words.headParagraphs(paragraphs)),
    ...(tree.some(hasList) ? words.headLists : []),
    ...words.headFill,
  ]
  const values = new SkeletonWriter(form, words).nodes(tree, 2, 2)
  const body = [
    `form: ${/^[\w./-]+$/.test(named) ? named : JSON.stringify(named)}`,
    `year: ${year}`,
    'values:',
    ...values,
  ]
  return `${[...head.flatMap((line) => commentLines(0, line)), '', ...body].join('\n')}\n`
}

/** Key of the first place for several paragraphs, to show how they are written. */
function firstParagraphs(node: Asked): string | undefined {
  if (node.kind === 'value') return node.paragraphs ? node.id : undefined
  return node.kind === 'map' ? node.children.map(firstParagraphs).find((key) => key !== undefined) : undefined
}

const hasList = (node: Asked): boolean =>
  node.kind === 'block' ? node.list !== undefined : node.kind === 'map' && node.children.some(hasList)
