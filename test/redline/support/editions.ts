import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { diskFiles } from '../../../src/cli/files.ts'
import { formatDiagnostics } from '../../../src/diagnostics/index.ts'
import type { Files, FormRequest, Outcome } from '../../../src/pipeline.ts'
import { request } from '../../support/forms.ts'

export interface EditionPair {
  readonly name: string
  readonly old: FormRequest
  readonly new: FormRequest
}

const root = resolve(fileURLToPath(import.meta.url), '../../../..')
const audit = join(root, 'definitions/cleaner-production-audit')

/** A definition as text, with replacements made in it. @throws Error for a replacement that finds nothing */
export function changed(source: string, replacements: readonly (readonly [string, string])[]): string {
  return replacements.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`nothing to replace: ${from}`)
    return text.replaceAll(from, to)
  }, source)
}

/** A form that stands in no file. */
export function written(source: string, year?: number): FormRequest {
  const files: Files = {
    read: () => source,
    bytes: () => new TextEncoder().encode(source),
    list: () => [],
    exists: (path) => path === 'form.yaml',
  }
  return { files, definitions: '.', form: 'form.yaml', ...(year === undefined ? {} : { year }) }
}

const read = (path: string): string => diskFiles.read(path)

/** Small changes that keep a table's columns, each shown within the table. */
const wordsAndRows: readonly (readonly [string, string])[] = [
  ['municipal: 市级清洁生产中心基本情况', 'county: 县级清洁生产中心基本情况'],
  ['清洁生产专家库（标注专家库人数）', '清洁生产专家库[^pool]（注明专家库人数）'],
  ['awards: {label: 清洁生产表彰奖励机制实施情况, lines: 4}', 'awards: {label: 清洁生产表彰机制情况, lines: 6}'],
  ['  bank: 企业投资', '  pool: 由省级主管部门建立\n  bank: 企业投资'],
  ['GB/T 4754－2002', 'GB/T 4754－2017'],
]

/** Columns under a new spanner, a section split, another unit, computed cells that became others. */
const structure: readonly (readonly [string, string])[] = [
  [
    `              name: {label: 名称, width: 14}
              people: 人数 | 人
              remark: {label: 备注, width: 12}
`,
    `              unit:
                label: 支撑单位
                columns:
                  called: {label: 名称, width: 14, renamedFrom: basics.support.providers.name}
                  people: {label: 人数, unit: 人, renamedFrom: basics.support.providers.people}
              remark: {label: 备注, width: 12}
`,
  ],
  ['more: {name: ……, people: ……, remark: ……}', 'more: {unit.called: ……, unit.people: ……, remark: ……}'],
  ['          permits: 清洁生产审核制度与排污许可制度相衔接模式的情况\n', ''],
  [
    '      problems: {label: 迫切需要解决的问题, lines: 4}\n',
    `      links:
        label: 制度衔接情况
        fields:
          permits: {label: 与排污许可制度相衔接模式的情况, renamedFrom: basics.practices.permits}
      problems: {label: 迫切需要解决的问题, lines: 4}
`,
  ],
  ['amount: 额度 | 万元', 'amount: 额度 | 亿元'],
  ['total: 合计 | = low + high', 'total: 合计'],
  ['government: 政府投资', 'government: 政府投资\n              other: 其他'],
  ['= firms + government', '= firms + government + other'],
]

/** Columns moved, and others in the place of as many: the old table and the new one have the same shape. */
const columns: readonly (readonly [string, string])[] = [
  [
    '          wastewater: 废水\n          cod: COD\n          ammonia: 氨氮\n',
    '          ammonia: 氨氮\n          wastewater: 废水\n          cod: COD\n',
  ],
  ['          coal: 节煤', '          methanol: 节甲醇'],
]

/** Pairs of editions that differ in all the ways that a redline shows. */
export const editionPairs: readonly EditionPair[] = [
  {
    name: 'the first form and its second edition',
    old: request('cleaner-production-audit', 2020),
    new: request(join(audit, 'examples/second-edition/2023.yaml')),
  },
  {
    name: 'an edition in two years',
    old: request('cleaner-production-audit', 2020),
    new: request('cleaner-production-audit', 2021),
  },
  {
    name: 'an edition and itself',
    old: request('highway-condition', 2013),
    new: request('highway-condition', 2013),
  },
  {
    name: 'rows and words changed within tables',
    old: request('cleaner-production-audit', 2020),
    new: written(changed(read(join(audit, '2020.yaml')), wordsAndRows)),
  },
  {
    name: 'columns regrouped and a section split',
    old: request('cleaner-production-audit', 2020),
    new: written(changed(read(join(audit, '2020.yaml')), structure)),
  },
  {
    name: 'columns moved and replaced by as many',
    old: request('cleaner-production-audit', 2020),
    new: written(changed(read(join(audit, '2020.yaml')), columns)),
  },
  {
    name: 'two forms that have nothing in common',
    old: request('highway-condition', 2013),
    new: request(join(root, 'test/definitions/application.yaml')),
  },
]

/** Each pair both ways. */
export const pairs: readonly EditionPair[] = editionPairs.flatMap((pair) => [
  pair,
  { name: `${pair.name}, the other way round`, old: pair.new, new: pair.old },
])

export const said = ({ diagnostics, sources }: Outcome): string =>
  formatDiagnostics(diagnostics, sources, { locale: 'en', colour: false, cwd: root })
