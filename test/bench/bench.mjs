/** `npm run bench`: this project beside its peers, alternately in one run. `--help` says how. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { install, peer, peerNames } from './contenders.mjs'
import { listData, writeCsv } from './data.mjs'
import { jobs } from './jobs.mjs'
import { cli } from './peers/biaoshi.mjs'
import { asMarkdown, asText, both, writeReadme } from './table.mjs'

const names = jobs.map(({ name }) => name)
const usage = `npm run bench -- [options]

  --quick         smaller jobs and fewer runs: within three minutes on an idle machine with two cores
  --only <list>   some of the jobs: ${names.join(',')}
  --markdown      print Markdown instead of plain tables
  --readme        write the tables into both READMEs
  --help          this text

Peers are installed apart: ${install}. XlsxWriter (Python) and LibreOffice are measured where they are installed.
`

async function main() {
  const options = optionsOf(process.argv.slice(2))
  if (typeof options === 'string') return say(options, 2)
  if (options.help) return process.stdout.write(usage) && 0
  if (!existsSync(cli)) return say('dist/cli.js is not built: npm run build', 2)
  const dir = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    return await measured(options, dir)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

async function measured({ quick = false, only, markdown, readme }, dir) {
  const missing = await tellMissing()
  const bench = benchOf(quick, dir)
  const start = performance.now()
  const tables = []
  for (const job of jobs) if (!only || only.includes(job.name)) tables.push(...(await job.run(bench)))
  const results = {
    tables,
    machine: machine(quick),
    remarks: [...missing, ...bench.failures.map(({ remark }) => remark)],
  }
  process.stdout.write(`${markdown ? asMarkdown(results, 'en') : asText(results)}\n`)
  if (readme)
    for (const [path, language] of readmes)
      writeReadme(fileURLToPath(new URL(path, import.meta.url)), results, language)
  say(`${Math.round((performance.now() - start) / 1000)} s in all`)
  return bench.failures.some(({ own }) => own) ? 1 : 0
}

const readmes = [
  ['../../README.md', 'en'],
  ['../../README.zh-CN.md', 'zh'],
]

/** The options, or what is wrong with them. */
function optionsOf(args) {
  const flag = { type: 'boolean' }
  const known = { quick: flag, only: { type: 'string' }, markdown: flag, readme: flag, help: flag }
  try {
    const { values } = parseArgs({ args, options: known })
    const only = values.only?.split(',')
    const unknown = only?.filter((name) => !names.includes(name)) ?? []
    if (unknown.length > 0) return `there is no job ${unknown.join(', ')}; there are ${names.join(', ')}`
    return { ...values, only }
  } catch (error) {
    return error.message
  }
}

/** What the jobs share: their sizes, their lists, how long they may take, and what failed. */
function benchOf(quick, dir) {
  const lists = new Map()
  const failures = []
  const start = performance.now()
  const how = { dir, say, rounds: quick ? 3 : 5, limit: quick ? 300_000 : 900_000 }
  mkdirSync(join(dir, 'own'))
  return {
    quick,
    sizes: quick ? [10_000] : [10_000, 100_000],
    warmRows: quick ? 2_000 : 10_000,
    /** How runs are repeated. A quick bench on a slow machine repeats nothing more after two minutes. */
    get how() {
      return { ...how, budget: quick ? Math.min(18_000, 120_000 - (performance.now() - start)) : 300_000 }
    },
    say,
    failures,
    /** A list of so many rows, as CSV with its data file, written when it is first asked for. */
    list(rows) {
      if (!lists.has(rows)) lists.set(rows, writeList(dir, rows))
      return lists.get(rows)
    },
    /** Keeps what went wrong, and gives what the table says instead of figures. */
    failed({ title }, failure, job) {
      const name = `${job}: ${title}`
      const [first] = failure.split('\n')
      failures.push({ own: title.startsWith('biaoshi'), remark: both(`${name}: ${first}`, `${name}：${first}`) })
      return both('failed', '未完成')
    },
  }
}

async function writeList(dir, rows) {
  const csv = join(dir, `rows-${rows}.csv`)
  const data = join(dir, `rows-${rows}.yaml`)
  await writeCsv(csv, rows)
  writeFileSync(data, listData(`rows-${rows}.csv`))
  return { csv, data }
}

/** Says which peers are missing before anything is measured, and how to get them. */
async function tellMissing() {
  const peers = await Promise.all([...Object.values(peerNames).flat(), 'libraries'].map(peer))
  const missing = peers.filter(({ missing }) => missing)
  for (const { title, missing: why } of missing) say(`not measured: ${title}: ${why}`)
  if (missing.some(({ missing }) => missing.includes(install))) say(`The missing peers come with: ${install}`)
  return missing.map(({ title }) => both(`Not measured: ${title}.`, `未测：${title}。`))
}

function machine(quick) {
  const [cores, memory] = [availableParallelism(), Math.round(totalmem() / 2 ** 30)]
  const [node, system] = [process.versions.node.split('.')[0], `${process.platform} ${process.arch}`]
  return both(
    `Measured on ${cores} cores with ${memory} GB, ${system}, Node ${node}; medians${quick ? ' of a quick run' : ''}.`,
    `测于 ${cores} 核、${memory} GB、${system}、Node ${node}；取中位数${quick ? '（快速运行）' : ''}。`,
  )
}

function say(text, code) {
  process.stderr.write(`${text}\n`)
  return code
}

process.exitCode = await main()
