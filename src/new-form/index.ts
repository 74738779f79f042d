import { chinese, english } from './texts.ts'

/** A file of a new form; the name is below the folder of definitions. */
export interface FormFile {
  readonly name: string
  readonly text: string
}

/**
 * The files that a form begins with: a small definition with comments that say what to write, and a filled example of
 * it, which `biaoshi fill` and `npm start` make. Both are correct as they stand.
 * @param id a-z first, then a-z, 0-9 and hyphens
 * @param year the first year that it is used in
 */
export function newForm(id: string, year: number, lang: 'zh' | 'en'): readonly FormFile[] {
  const { definition, example } = lang === 'zh' ? chinese : english
  const filled = (text: string): string => text.replaceAll('FORM', id).replaceAll('YEAR', String(year))
  return [
    { name: `${id}/${year}.yaml`, text: filled(definition) },
    { name: `${id}/examples/${year}.yaml`, text: filled(example) },
  ]
}
