import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { holdsTexts } from '../check.mjs'
import { peer } from '../contenders.mjs'
import { nameOf, returnData } from '../data.mjs'
import { command, writeOutlines } from '../peers/biaoshi.mjs'
import { alternate, calling, median, node } from '../run.mjs'
import { both, count, megabytes, milliseconds, times } from '../table.mjs'

const formats = ['docx', 'xlsx', 'pdf']
const head = [
  both('job', '任务'),
  both('made by', '工具'),
  both('time, ms', '用时（毫秒）'),
  both('peak, MB', '内存峰值（MB）'),
  both('ratio', '比值'),
]
const caption = both('Small documents: start, one form, many forms', '小文件：启动、一份表、许多份表')
const tableOf = (body) => [{ id: 'forms', caption, head, body }]

/** How long the command takes to begin, against a Node that does nothing. */
export const coldJob = {
  name: 'cold',
  async run(bench) {
    bench.say('cold start')
    const dir = join(bench.how.dir, 'cold')
    const libraries = await peer('libraries')
    const bare = { title: 'node -e 0', command: node(['-e', '0'], { memory: 'none' }) }
    const blank = ['blank', 'cleaner-production-audit', '--year', '2020', '--out', dir]
    const contenders = [
      bare,
      { title: 'biaoshi --version', command: command(['--version'], { memory: 'none' }) },
      { title: 'biaoshi --help', command: command(['--help'], { memory: 'none' }) },
      { title: 'biaoshi blank', command: command(blank, { memory: 'none' }), check: () => blanksHold(dir) },
    ]
    if (!libraries.missing) {
      const input = { dir: join(dir, 'libraries'), outlines: await writeOutlines(join(dir, 'outlines'), [undefined]) }
      mkdirSync(input.dir)
      const made = { title: libraries.title, command: libraries.command(input), check: () => blanksHold(input.dir) }
      contenders.push(made)
    }
    const runs = await alternate(contenders, { ...bench.how, rounds: bench.quick ? 5 : 15 })
    const node0 = runs[0].ms
    return tableOf(
      runs.map(({ ms, failure }, at) => [
        at > 2 ? both('three blanks, cold', '三份空白表，冷启动') : both('start', '启动'),
        contenders[at].title,
        failure ? bench.failed(contenders[at], failure, 'cold') : milliseconds(ms),
        '',
        at === 0 || failure ? '' : both(`${times(ms / node0)} node -e 0`, `node -e 0 的 ${times(ms / node0)}`),
      ]),
    )
  },
}

/** Each of the three has the form's first table. */
async function blanksHold(dir) {
  const made = readdirSync(dir).filter((name) => /\.(docx|xlsx|pdf)$/.test(name))
  if (made.length !== 3) throw new Error(`${made.length} documents instead of 3`)
  for (const name of made) await holdsTexts(join(dir, name), ['指标名称', '具体信息'])
}

/** One small return in three formats, in a process that has made one before. */
export const formJob = {
  name: 'form',
  async run(bench) {
    bench.say('one form, in process')
    const dir = join(bench.how.dir, 'form')
    const [data] = writeReturns(dir, 1)
    const libraries = await peer('libraries')
    const contenders = [
      {
        title: 'biaoshi',
        command: calling('peers/biaoshi.mjs', { data, formats, base: join(dir, '1') }, 3),
        check: () => returnHolds(dir, 0),
      },
    ]
    if (!libraries.missing) {
      const input = { dir: join(dir, 'libraries'), outlines: await writeOutlines(join(dir, 'outlines'), [data]) }
      mkdirSync(input.dir)
      const made = {
        title: libraries.title,
        command: libraries.command(input, 3),
        check: () => returnHolds(input.dir, 0),
      }
      contenders.push(made)
    }
    const runs = await alternate(contenders, { ...bench.how, rounds: bench.quick ? 1 : 5 })
    const each = runs.map(({ stdout }) => (stdout ? median(stdout.flatMap((text) => JSON.parse(text))) : undefined))
    return tableOf(
      runs.map(({ peak, failure }, at) => [
        both('one form in three formats, in process, warm', '一份表三种格式，进程内，已预热'),
        contenders[at].title,
        failure ? bench.failed(contenders[at], failure, 'form') : milliseconds(each[at]),
        peak ? megabytes(peak, 0) : '',
        faster(each, at),
      ]),
    )
  },
}

/** Thousands of returns in three formats: the whole run of the command, and the libraries in a loop. */
export const batchJob = {
  name: 'batch',
  async run(bench) {
    const forms = bench.quick ? 100 : 3000
    bench.say(`${count(forms)} forms`)
    const dir = join(bench.how.dir, 'batch')
    const out = join(dir, 'out')
    const data = writeReturns(dir, forms)
    const args = ['fill', ...data.map((path) => basename(path)), '--out', 'out']
    const contenders = [
      { title: 'biaoshi', forms, command: command(args, { cwd: dir }), check: () => batchHolds(out, forms) },
    ]
    const libraries = await peer('libraries')
    if (!libraries.missing) {
      // Each form costs a loop the same, so a part of them tells the whole.
      const some = Math.min(forms, bench.quick ? 50 : 500)
      const outlines = await writeOutlines(join(dir, 'outlines'), data.slice(0, some))
      const input = { dir: join(dir, 'libraries'), outlines }
      mkdirSync(input.dir)
      contenders.push({
        title: libraries.title,
        forms: some,
        command: libraries.command(input),
        check: () => batchHolds(input.dir, some),
      })
    }
    const runs = await alternate(contenders, { ...bench.how, rounds: bench.quick ? 1 : 3 })
    const each = runs.map(({ ms }, at) => ms && ms / contenders[at].forms)
    return tableOf(
      runs.map(({ peak, failure }, at) => [
        both(
          `a form of ${count(contenders[at].forms)} in three formats`,
          `${count(contenders[at].forms)} 份表三种格式，每份`,
        ),
        contenders[at].title,
        failure ? bench.failed(contenders[at], failure, 'batch') : milliseconds(each[at]),
        peak ? megabytes(peak, 0) : '',
        faster(each, at),
      ]),
    )
  },
}

/** How much longer a contender takes than the first, which is this project. */
function faster(each, at) {
  if (at === 0 || !each[at] || !each[0]) return ''
  const ratio = times(each[at] / each[0])
  return both(`biaoshi is ${ratio} faster`, `表式快 ${ratio}`)
}

function writeReturns(dir, forms) {
  mkdirSync(dir, { recursive: true })
  return Array.from({ length: forms }, (_, at) => {
    const path = join(dir, `${at + 1}.yaml`)
    writeFileSync(path, returnData(at))
    return path
  })
}

async function returnHolds(dir, at) {
  for (const format of formats) {
    const path = join(dir, `${at + 1}.${format}`)
    await holdsTexts(path, [`第${at + 1}县生态环境局`, nameOf(at * 8), nameOf(at * 8 + 7)])
  }
}

async function batchHolds(dir, forms) {
  for (let at = 0; at < forms; at++)
    for (const format of formats) if (statSync(join(dir, `${at + 1}.${format}`)).size === 0) throw new Error('empty')
  for (const at of new Set([0, forms >> 1, forms - 1])) await returnHolds(dir, at)
}
