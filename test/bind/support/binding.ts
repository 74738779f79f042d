import { bind, readHead, surroundings } from '../../../src/bind/index.ts'
import { define } from '../../../src/define/index.ts'
import { type Diagnostic, Diagnostics } from '../../../src/diagnostics/index.ts'
import { place } from '../../../src/diagnostics/place.ts'
import type { FilledForm, Form } from '../../../src/model/index.ts'
import { resolve } from '../../../src/resolve/index.ts'
import { readSource } from '../../../src/yaml/index.ts'

export type Beside = Readonly<Record<string, string | Uint8Array>>

export interface Bound {
  readonly filled: FilledForm
  /** Code and the text under the caret of all that was told, but for remarks. */
  readonly told: readonly (readonly [code: string, stretch: string])[]
  /** `a.csv:8:3` of each. */
  readonly places: readonly string[]
  readonly report: readonly Diagnostic[]
  /** The codes of the remarks. */
  readonly remarks: readonly string[]
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ')

/**
 * A form of these parts. `more`: further top-level keys.
 * @throws Error naming what is wrong in the definition
 */
export function formOf(parts: string, more = ''): Form {
  const report = new Diagnostics()
  const source = `form: x\nedition: 2024\ntitle: 示例\n${more}parts:\n${indented(parts)}`
  const definition = define('/x.yaml', source, report)
  if (definition === undefined) throw new Error(JSON.stringify(report.list))
  return resolve(definition, 2024)
}

/** Puts these values into the form; `beside`: files beside the data. */
export function bound(form: Form, values: string, beside: Beside = {}): Bound {
  const report = new Diagnostics()
  const source = `form: x\nyear: 2024\nvalues:\n${indented(values)}`
  const sources = new Map([['data.yaml', source]])
  const root = readSource('data.yaml', source, report)
  const head = root && readHead('data.yaml', root, report)
  if (!head) throw new Error(JSON.stringify(report.list))
  const bytes = (path: string): Uint8Array => {
    const found = beside[path]
    if (found === undefined) throw new Error(`no ${path}`)
    return typeof found === 'string' ? new TextEncoder().encode(found) : found
  }
  const files = {
    bytes,
    read: (path: string) => new TextDecoder().decode(bytes(path)),
    exists: (path: string) => path in beside,
  }
  const places = { attached: (name: string) => name, codeList: (name: string) => name }
  const filled = bind(
    form,
    head.values,
    surroundings(files, places, () => [], sources),
    report,
  )
  const told = report.list.filter(({ severity }) => severity !== 'info')
  return {
    filled,
    report: report.list,
    remarks: report.list.filter(({ severity }) => severity === 'info').map(({ code }) => code),
    told: told.map(({ code, at }) => [code, at ? (sources.get(at.file) ?? '').slice(at.start, at.end) : '']),
    places: told.map(({ at }) => {
      if (!at) return ''
      const { file, line, column } = place(at, sources)
      return `${file}:${line}:${column}`
    }),
  }
}

/** What stands in the rows of a list, by column. */
export const rowsOf = ({ filled }: Bound, path: string): Record<string, string>[] =>
  [...(filled.lists.get(path)?.rows ?? [])].map((row) =>
    Object.fromEntries([...row].map(([column, { text }]) => [column, text])),
  )

/** The text at a path. */
export const textAt = ({ filled }: Bound, path: string): string | undefined => filled.values.get(path)?.text
