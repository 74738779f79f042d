import { join } from 'node:path'
import { diskFiles } from '../../../src/cli/files.ts'
import type { Form } from '../../../src/model/index.ts'
import { type Files, type Format, makeFilled } from '../../../src/pipeline.ts'
import { fonts, formatNames, request } from '../../support/forms.ts'
import { type DataMap, toJson } from './data.ts'

const { definitions } = request('')
const folder = '/data'

/** The disk, and beside it a folder that holds these files and no others. */
export function withFiles(texts: Readonly<Record<string, string>>): Files {
  const at = (path: string): string | undefined =>
    path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined
  const text = (path: string): string => {
    const found = texts[at(path) ?? '']
    if (found === undefined) throw Object.assign(new Error(`no ${path}`), { code: 'ENOENT' })
    return found
  }
  return {
    read: (path) => (at(path) === undefined ? diskFiles.read(path) : text(path)),
    bytes: (path) => (at(path) === undefined ? diskFiles.bytes(path) : new TextEncoder().encode(text(path))),
    list: (path) => diskFiles.list(path),
    exists: (path) => (at(path) === undefined ? diskFiles.exists(path) : texts[at(path) ?? ''] !== undefined),
  }
}

/** Fills a form with the text of a data file; `beside`: the texts of the files that it names. */
export const fillText = (
  text: string,
  beside: Readonly<Record<string, string>> = {},
  formats: readonly Format[] = formatNames,
) =>
  makeFilled({
    files: withFiles({ ...beside, 'data.yaml': text }),
    definitions,
    data: join(folder, 'data.yaml'),
    formats,
    fonts,
  })

/** The text of a data file in JSON. */
export const fileOf = ({ definition, year }: Form, values: DataMap): string =>
  `{"form": ${JSON.stringify(definition.form)}, "year": ${year}, "values": ${toJson(values)}}`
