import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { diskFiles } from '../../../src/cli/files.ts'
import { dataSchema, type Files, type FormRequest, skeleton } from '../../../src/pipeline.ts'
import { said } from '../../support/forms.ts'

const folder = '/overlay'
export const dataFile = `${folder}/data.yaml`

/** A folder of definitions in memory that has one form where a data file finds it, and the data file beside it. */
export interface Overlay {
  readonly definitions: string
  files(data: string): Files
}

/** Small definitions stand in files of any name: a data file finds a form as `<form>/<edition>.yaml` only. */
export function overlayOf({ form, definitions }: FormRequest): Overlay {
  if (!/\.yaml$/.test(form)) return { definitions, files: (data) => over(new Map([[dataFile, data]])) }
  const source = readFileSync(form, 'utf8')
  const { form: id, edition } = parse(source) as { form: string; edition: number }
  const file = `${folder}/${id}/${edition}.yaml`
  return {
    definitions: folder,
    files: (data) =>
      over(
        new Map([
          [file, source],
          [dataFile, data],
        ]),
      ),
  }
}

const over = (texts: ReadonlyMap<string, string>): Files => ({
  read: (path) => texts.get(path) ?? diskFiles.read(path),
  bytes: (path) => {
    const text = texts.get(path)
    return text === undefined ? diskFiles.bytes(path) : new TextEncoder().encode(text)
  },
  list: (dir) => {
    const below = [...texts.keys()].filter((path) => path.startsWith(`${dir}/`))
    return below.length > 0
      ? [...new Set(below.map((path) => path.slice(dir.length + 1).split('/')[0] as string))]
      : diskFiles.list(dir)
  },
  // Every attached file is there.
  exists: () => true,
})

/** @throws Error naming what is wrong in the definition */
export function skeletonOf(request: FormRequest): string {
  const { text, ...outcome } = skeleton(request)
  if (text === undefined) throw new Error(said(outcome))
  return text
}

/** @throws Error naming what is wrong in the definition */
export function schemaOf(request: FormRequest): Record<string, unknown> {
  const { schema, ...outcome } = dataSchema(request)
  if (schema === undefined) throw new Error(said(outcome))
  return schema
}
