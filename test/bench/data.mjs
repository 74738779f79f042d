/** The data of the bench: invented firms, the same on every machine. Nothing here knows the clock or chance. */

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

const places = ['示例省', '霁州市', '砚屏县', '望霁县', '汀衡市', '澜砚市', '栖禾县', '穗屿市', '云砺市', '沐珩县']
const first = [...'润新广淼海嘉磊安和森恒兴中德盛瑞华天长朔']
const second = [...'洲桥棠鑫屿岭垚林石昇松湾汀砚喆泽原江源丰']
const trades = ['制药', '染料', '电镀', '饲料', '家具', '乳业', '陶瓷', '铸业', '塑业', '服饰']
const kinds = ['有限公司', '有限责任公司', '股份有限公司', '集团有限公司', '科技有限公司']
const parts = [places, first, second, trades, kinds]
const names = parts.reduce((product, { length }) => product * length, 1)

/** Classes of GB/T 4754-2002, in the order of `trades`. */
const industries = [
  '化学药品原药制造',
  '染料制造',
  '金属表面处理及热处理加工',
  '饲料加工',
  '木质家具制造',
  '液体乳及乳制品制造',
  '建筑陶瓷制品制造',
  '钢铁铸件制造',
  '塑料薄膜制造',
  '纺织服装制造',
]

/** One column as the peers print it: its label, and its width as a share of the table's. The first is the row's number. */
export const columns = [
  { label: '序号', share: 0.05 },
  { label: '企业名称', share: 0.16 },
  { label: '所属行业', share: 0.13 },
  ...['废水', 'COD', '氨氮', '总磷', 'SO2', '氮氧化物', '烟粉尘', '一般固体废物', '危险废物', 'VOCs', '其他'].map(
    (label) => ({ label, share: 0.06 }),
  ),
]

/** The line that a CSV of rows begins with. */
export const header = columns.slice(1).map(({ label }) => label)

/** How many figures a row has, and how large and how exact each may be. */
const figures = [
  { most: 20000, decimals: 2 },
  { most: 50, decimals: 2 },
  { most: 1, decimals: 4 },
  { most: 0.2, decimals: 4 },
  { most: 40, decimals: 2 },
  { most: 60, decimals: 1 },
  { most: 30, decimals: 3 },
  { most: 1500, decimals: 1 },
  { most: 60, decimals: 2 },
]

/** A name that no other row has: 20,000 and more rows would otherwise repeat some, and the check counts names. */
export function nameOf(row) {
  // Spread by a number coprime to how many there are, so that neighbours differ.
  let rest = (row * 73_939) % names
  return parts
    .map((part) => {
      const word = part[rest % part.length]
      rest = Math.floor(rest / part.length)
      return word
    })
    .join('')
}

/** Finds names in running text. */
export const anyName = () => new RegExp(parts.map((part) => `(?:${part.join('|')})`).join(''), 'g')

/** The cells of a row, counted from 0, as its CSV has them: name, industry, nine figures, two quantities with units. */
export function rowOf(row) {
  const random = generator(row)
  const name = nameOf(row)
  const industry = industries[trades.findIndex((trade) => name.includes(trade))]
  const some = (share, text) => (random() < share ? text() : '')
  const cells = figures.map(({ most, decimals }, at) =>
    some(at < 2 ? 1 : 0.7, () => ((0.02 + 0.98 * random() ** 2) * most).toFixed(decimals)),
  )
  const quantities = [0, 1].map(() => some(0.5, () => `${(0.3 + 8 * random()).toFixed(2)} 吨`))
  return [name, industry, ...cells, ...quantities]
}

/** Mulberry32, seeded with a row's number: a row is the same however many there are. */
function generator(seed) {
  let state = (seed + 1) * 0x9e3779b1
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Writes rows as CSV in UTF-8; a million are never held. */
export async function writeCsv(path, rows) {
  const file = createWriteStream(path)
  for (const block of csvBlocks(rows)) if (!file.write(block)) await once(file, 'drain')
  file.end()
  await once(file, 'close')
}

export function* csvBlocks(rows, at = 1000) {
  yield `${header.join(',')}\n`
  for (let from = 0; from < rows; from += at) {
    let block = ''
    for (let row = from; row < Math.min(rows, from + at); row++) block += `${rowOf(row).join(',')}\n`
    yield block
  }
}

/** A data file of the audit form whose first list is a CSV. */
export const listData = (csv) => `form: cleaner-production-audit
year: 2020
values:
  cover: {unit: 示例省生态环境厅}
  mandatoryResults:
    reductions: {file: ${csv}}
`

/** A small return, as a county sends it: a dozen figures, and a list of eight firms of its own. */
export function returnData(county) {
  const ids = ['name', 'industry', 'wastewater', 'cod', 'ammonia', 'phosphorus', 'so2', 'nox', 'dust']
  const firms = Array.from({ length: 8 }, (_, at) => {
    const cells = rowOf(county * 8 + at)
    const pairs = ids.flatMap((id, column) => (cells[column] ? [`${id}: ${cells[column]}`] : []))
    return `      - {${pairs.join(', ')}}`
  })
  return `form: cleaner-production-audit
year: 2020
values:
  cover: {unit: 第${county + 1}县生态环境局, person: 闻人喆, department: 科技与财务处}
  basics:
    mandatory:
      published: {total: 158, class1: 37, class2: 21, class3: 88, planned: 12}
      progress:
        started: {self: ${50 + (county % 9)}, agency: 91}
        reviewed: {assessed: 133, passed: 126, failed: 4}
    schemes:
      proposed: {low: 2486, high: ${600 + (county % 31)}}
      implemented: {low: 2371, high: 452}
      funds: {firms: 98642.35, government: 4318.00}
  mandatoryResults:
    reductions:
${firms.join('\n')}
`
}
