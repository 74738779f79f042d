import { holdsRows } from '../check.mjs'
import { own } from '../contenders.mjs'
import { alternate } from '../run.mjs'
import { both, count, megabytes, seconds } from '../table.mjs'

const caption = both('Growth: what each added row costs', '增长：每增加一行的代价')
const head = [
  both('format', '格式'),
  both('rows', '行'),
  both('time, s', '用时（秒）'),
  both('each added row, µs', '每增加一行（微秒）'),
  both('peak, MB', '内存峰值（MB）'),
  both('each added row, bytes', '每增加一行（字节）'),
]

/** This project alone at growing sizes: between two sizes the start cancels out. */
export const growthJob = {
  name: 'growth',
  async run(bench) {
    const body = []
    for (const format of ['pdf', 'xlsx', 'docx']) {
      const sizes = bench.quick ? [1_000, 10_000] : [1_000, 10_000, 100_000, ...(format === 'xlsx' ? [1_000_000] : [])]
      bench.say(`growth, ${format}: ${sizes.map(count).join(', ')} rows`)
      body.push(...(await growth(bench, format, sizes)))
    }
    return [{ id: 'growth', caption, head, body }]
  },
}

async function growth(bench, format, sizes) {
  const contender = own(format)
  const contenders = []
  for (const rows of sizes) {
    const input = { rows, dir: bench.how.dir, ...(await bench.list(rows)) }
    const check = () => holdsRows(contender.made(input), rows)
    contenders.push({ title: `biaoshi, ${format}, ${count(rows)} rows`, command: contender.command(input), check })
  }
  const runs = await alternate(contenders, { ...bench.how, rounds: bench.quick ? 2 : 3 })
  const added = (at, of) => {
    const [now, before] = [of(runs[at]), at > 0 ? of(runs[at - 1]) : undefined]
    return now === undefined || before === undefined ? undefined : (now - before) / (sizes[at] - sizes[at - 1])
  }
  return runs.map(({ ms, peak, failure }, at) => {
    const time = added(at, (run) => run.ms)
    const memory = added(at, (run) => run.peak)
    return [
      format,
      count(sizes[at]),
      failure ? bench.failed(contenders[at], failure, 'growth') : seconds(ms),
      time === undefined ? '' : (time * 1000).toFixed(1),
      peak ? megabytes(peak, 0) : '',
      memory === undefined ? '' : count(memory),
    ]
  })
}
