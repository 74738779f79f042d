import { statSync } from 'node:fs'
import { join } from 'node:path'
import { holdsRows } from '../check.mjs'
import { own, peer, peerNames } from '../contenders.mjs'
import { alternate, measure, median } from '../run.mjs'
import { both, count, megabytes, seconds, times } from '../table.mjs'

/** A list of many rows in one format: this project and the format's peers, from CSV to file. */
export const rowsJob = (format) => ({
  name: format,
  async run(bench) {
    const contenders = [own(format), ...(await Promise.all(peerNames[format].map(peer)))]
    const warm = await warmRates(bench, contenders, format)
    const body = []
    for (const rows of bench.sizes) body.push(...(await compare(bench, contenders, format, rows, warm)))
    return [{ id: 'rows', caption: captionOf(bench), head: head(bench), body }]
  },
})

const captionOf = () => both('Long lists: one document, from CSV', '长表：由 CSV 生成一份文件')

const head = ({ warmRows }) => [
  both('job', '任务'),
  both('made by', '工具'),
  both('time, s', '用时（秒）'),
  both('rows/s', '行/秒'),
  both(`in process, rows/s (${count(warmRows)} rows)`, `进程内，行/秒（${count(warmRows)} 行）`),
  both('peak, MB', '内存峰值（MB）'),
  both('file, MB', '文件（MB）'),
  both('biaoshi is faster', '表式快'),
]

/** Whole processes. A peer that is too slow makes fewer rows, and rates are compared. */
async function compare(bench, contenders, format, rows, warm) {
  const job = `${format}, ${count(rows)}`
  bench.say(job)
  const asked = []
  for (const contender of contenders) {
    if (contender.missing) continue
    const most = Math.min(
      contender.most ?? rows,
      bench.quick && contender.name !== 'biaoshi' ? mostQuick(contender) : rows,
    )
    // What it makes at fewer rows is told with that job already.
    if (most < rows && bench.sizes.includes(most)) continue
    const input = await inputOf(bench, contender, format, Math.min(rows, most))
    await contender.prepare?.(input)
    asked.push({ contender, input, path: contender.made?.(input) ?? input.out })
  }
  const runs = await alternate(
    asked.map(({ contender, input, path }) => ({
      title: contender.title,
      command: contender.command(input),
      check: () => holdsRows(path, input.rows),
    })),
    bench.how,
  )
  const rate = (at) => (runs[at].ms === undefined ? undefined : asked[at].input.rows / (runs[at].ms / 1000))
  return asked.map(({ contender, input, path }, at) => [
    job,
    input.rows === rows
      ? contender.title
      : both(`${contender.title}, ${count(input.rows)} rows`, `${contender.title}，${count(input.rows)} 行`),
    ...(runs[at].failure
      ? [bench.failed(contender, runs[at].failure, job), '', '', '', '', '']
      : [
          seconds(runs[at].ms),
          count(rate(at)),
          warm.get(contender.name) ? count(warm.get(contender.name)) : '',
          runs[at].peak ? megabytes(runs[at].peak, 0) : '',
          megabytes(statSync(path).size, 1),
          at === 0 || rate(0) === undefined ? '' : times(rate(0) / rate(at)),
        ]),
  ])
}

/** In three minutes there is no time for 10,000 rows of these. */
const slow = ['pdfkit-table', 'pdfmake', 'typst', 'docx']
const mostQuick = ({ name }) => (slow.includes(name) ? 2_000 : 1e9)

async function inputOf(bench, { name }, format, rows) {
  const { csv, data } = await bench.list(rows)
  return { rows, csv, data, dir: bench.how.dir, out: join(bench.how.dir, `${name}-${rows}.${format}`) }
}

/** In one process, after a first document: what a service that has it loaded gets. */
async function warmRates(bench, contenders, format) {
  const rates = new Map()
  bench.say(`${format}, in process, ${count(bench.warmRows)} rows`)
  for (const contender of contenders.filter(({ warm, missing }) => warm && !missing)) {
    const input = await inputOf(bench, contender, format, bench.warmRows)
    const { failure, stdout } = await measure(contender.command(input, bench.quick ? 1 : 5), bench.how)
    if (failure) bench.failed(contender, failure, `${format}, in process`)
    else rates.set(contender.name, bench.warmRows / (median(JSON.parse(stdout)) / 1000))
    bench.say(`  ${contender.title}: ${failure ?? `${count(rates.get(contender.name))} rows/s`}`)
  }
  return rates
}
