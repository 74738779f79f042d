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
import { fonts } from './forms.ts'

/** A document whose pages are compared. */
export interface Compared {
  readonly name: string
  grid(): { readonly document?: GridDocument }
  make(formats: readonly Format[]): Promise<Blank>
}

const definitions = 'definitions'

/** Every shipped form, blank and with its examples, and a report of 300 firms. */
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
  return [...blanks, ...examples, filled('cleaner-production-audit-300-firms', withReport, report)]
}

function filled(name: string, files: Files, data: string): Compared {
  const request = { files, definitions, data, fonts }
  return { name, grid: () => filledGrid(request), make: (formats) => makeFilled({ ...request, formats }) }
}

const report = join(definitions, 'cleaner-production-audit', 'examples', '300-firms.yaml')
const firms = 300

/** The disk, and on it a report of 300 firms in each of the four lists, by a fixed pattern. */
const withReport: Files = {
  ...diskFiles,
  read: (path) => (path === report ? reportText() : diskFiles.read(path)),
  bytes: (path) => (path === report ? new TextEncoder().encode(reportText()) : diskFiles.bytes(path)),
}

const tails = ['有限公司', '集团股份有限公司', '厂', '（新桥）新材料科技发展有限责任公司', '印染有限公司']
const trades = ['染料制造', '水泥制造', '化学药品原药制造', '造纸', '炼焦']

function reportText(): string {
  const rows = (figures: (at: number) => string) =>
    Array.from({ length: firms }, (_, at) => {
      const name = `示例${'甲乙丙丁戊己庚辛壬癸'.charAt(at % 10).repeat(1 + (at % 7))}${at + 1}${tails[at % tails.length]}`
      return `      - {name: ${name}, industry: ${trades[at % trades.length]}, ${figures(at)}}`
    }).join('\n')
  const reductions = rows((at) => `wastewater: ${at * 37 + 5}, cod: ${at}.25, so2: 0.${(at % 89) + 10}`)
  const savings = rows((at) => `water: ${at * 11 + 1}, power: ${at * 401 + 7}, benefit: ${at}.50`)
  const part = (id: string) => `  ${id}:\n    reductions:\n${reductions}\n    savings:\n${savings}`
  const cover = '  cover: {unit: 示例省生态环境厅, person: 甲, department: 乙}'
  const values = [cover, part('mandatoryResults'), part('voluntaryResults')]
  return `form: cleaner-production-audit\nyear: 2020\nvalues:\n${values.join('\n')}\n`
}
