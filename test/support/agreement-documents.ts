import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { diskFiles } from '../../src/cli/files.ts'
import type { GridDocument } from '../../src/model/index.ts'
import {
  type Blank,
  type Files,
  type Format,
  filledGrid,
  grid,
  listForms,
  makeBlank,
  makeFilled,
} from '../../src/pipeline.ts'
import { crowdedReport, firmsReport, goesOnReport } from './agreement-reports.ts'
import { fonts } from './forms.ts'

/** A document whose pages are compared. */
export interface Compared {
  readonly name: string
  grid(): { readonly document?: GridDocument }
  make(formats: readonly Format[]): Promise<Blank>
}

const definitions = 'definitions'
/** Forms that try what shipped ones do not: continued titles, long texts, narrow columns. */
const trials = 'test/page-agreement'

/** Every shipped form, blank and with its examples, a report of 300 firms, and the forms that try page breaks. */
export function comparedDocuments(): Compared[] {
  const blanks = listForms(diskFiles, definitions).flatMap(({ form, editions }) =>
    editions.map((year): Compared => {
      const request = { files: diskFiles, definitions, form, year, fonts }
      return {
        name: `${form}-${year}-blank`,
        grid: () => grid(request),
        make: (formats) => makeBlank({ ...request, formats }),
      }
    }),
  )
  const examples = listForms(diskFiles, definitions).flatMap(({ form }) => {
    const folder = join(definitions, form, 'examples')
    const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
    return names.sort().map((name) => filled(`${form}-${basename(name, '.yaml')}`, diskFiles, join(folder, name)))
  })
  return [
    ...blanks,
    ...examples,
    reported('cleaner-production-audit-300-firms', definitions, firmsReport()),
    reported('goes-on', trials, goesOnReport()),
    reported('crowded', trials, crowdedReport()),
  ]
}

function filled(name: string, files: Files, data: string, from = definitions): Compared {
  const request = { files, definitions: from, data, fonts }
  return { name, grid: () => filledGrid(request), make: (formats) => makeFilled({ ...request, formats }) }
}

/** A return that stands nowhere on the disk. */
function reported(name: string, from: string, text: string): Compared {
  const path = join(from, `${name}.yaml`)
  const files: Files = {
    ...diskFiles,
    read: (asked) => (asked === path ? text : diskFiles.read(asked)),
    bytes: (asked) => (asked === path ? new TextEncoder().encode(text) : diskFiles.bytes(asked)),
  }
  return filled(name, files, path, from)
}
