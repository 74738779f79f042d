/** Data of reports that are long or crowded, by fixed patterns: nobody would write them out. */

const repeated = (count: number, row: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => `      - ${row(at)}\n`).join('')

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

const tails = ['有限公司', '集团股份有限公司', '厂', '（新桥）新材料科技发展有限责任公司', '印染有限公司']
const trades = ['染料制造', '水泥制造', '化学药品原药制造', '造纸', '炼焦']
const firm = (at: number): string =>
  `示例${pick([...'甲乙丙丁戊己庚辛壬癸'], at).repeat(1 + (at % 7))}${at + 1}${pick(tails, at)}`

/** A return of the audit form with 300 firms in each of its four lists. */
export function firmsReport(): string {
  const rows = (figures: (at: number) => string) =>
    repeated(300, (at) => `{name: ${firm(at)}, industry: ${pick(trades, at)}, ${figures(at)}}`)
  const reductions = rows((at) => `wastewater: ${at * 37 + 5}, cod: ${at}.25, so2: 0.${(at % 89) + 10}`)
  const savings = rows((at) => `water: ${at * 11 + 1}, power: ${at * 401 + 7}, benefit: ${at}.50`)
  const part = (id: string) => `  ${id}:\n    reductions:\n${reductions}    savings:\n${savings}`
  const cover = '  cover: {unit: 示例省生态环境厅, person: 甲, department: 乙}\n'
  const values = [cover, part('mandatoryResults'), part('voluntaryResults')].join('')
  return `form: cleaner-production-audit\nyear: 2020\nvalues:\n${values}`
}

const matters = ['组织培训', '开展清洁生产审核评估与验收', '督促企业落实中高费方案（含资金）', '更新专家库']
const results = [
  '完成',
  '按GB/T 25329-2010《企业节能规划编制通则》完成；通过验收，结果在网站公布。',
  '共3家未通过，要求限期整改',
]
const sentence = (at: number): string =>
  `第${at + 1}项工作按照“统一部署、分级负责”的原则推进，涉及企业${at * 7 + 3}家、资金${at * 31 + 12}万元（其中中央资金占${at % 60}％）。`

/** A return of `test/page-agreement/goes-on`: every table and section goes on over several pages. */
export function goesOnReport(): string {
  const firms = repeated(129, (at) => `{name: ${firm(at)}, water: {fresh: ${at * 37 + 5}.${at % 9}, reused: ${at}}}`)
  const progress = repeated(
    70,
    (at) => `{what: {name: ${pick(matters, at)}, result: ${pick(results, at)}}, money: ${at * 3 + 1}}`,
  )
  const training = repeated(40, (at) => `{name: 第${at + 1}期, people: ${at * 5 + 20}}`)
  const saved = repeated(70, (at) => `{name: ${firm(at)}, water: ${at * 17}, remark: ${pick(results, at)}}`)
  const text = (count: number) =>
    Array.from({ length: count }, (_, at) => `      ${sentence(at)}${sentence(at + 40)}\n`).join('')
  return (
    `form: goes-on\nyear: 2024\nvalues:\n  firms:\n${firms.replace(/^ {2}/gm, '')}  work:\n` +
    `    progress:\n${progress}    review: |-\n${text(20)}    training:\n${training}    problems: |-\n${text(45)}` +
    `  results:\n    saved:\n${saved}`
  )
}

const sites = [
  'https://sthjt.example.gov.cn/xxgk/2024/t20241203_1234567.html?id=42&page=3',
  'http://www.example.com.cn/a-very-long-path/of_words/that=never.ends/index.aspx',
  'www.example.cn',
  'https://example.cn/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  '见企业网站https://www.example.com/news/show.php?lang=zh_CN&cat=12（2024年更新）',
]
const documents = [
  '《清洁生产审核办法》（2016年第38号令）',
  '环办科财〔2020〕27号',
  'GB/T 4754-2017（第1号修改单）',
  '（试行）（征求意见稿）（2024年版）',
  '浙环函[2024]123号(补充)',
]
const remarks = ['无', '数据由企业提供（未经核实）', '2024-12-03/2025-01-15', 'HJ/T 425-2008, HJ 469-2009']

/** A return of `test/page-agreement/crowded`. */
export function crowdedReport(): string {
  const rows = repeated(
    60,
    (at) =>
      `{name: ${firm(at)}, site: '${pick(sites, at)}', document: '${pick(documents, at)}', ` +
      `mass: ${pick(['12', '1234567.25', '98765432.5', '5'], at)}, remark: '${pick(remarks, at)}'}`,
  )
  const cells = `{a: '${sites[0]}', b: '${sites[1]}', c: '${sites[4]}'}`
  return (
    `form: crowded\nyear: 2024\nvalues:\n  sites:\n${rows.replace(/^ {2}/gm, '')}  report:\n` +
    `    text: ${sentence(1)}见${sites[0]}和${sites[1]}。\n    link: ${cells}\n`
  )
}
