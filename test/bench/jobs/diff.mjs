import { performance } from 'node:perf_hooks'
import { both, count, milliseconds } from '../table.mjs'

const caption = both('Comparing two editions of a form', '比较一张表的两个版本')
const head = [
  both('ids', '标识'),
  both('changes', '变化'),
  both('compare, ms', '比较（毫秒）'),
  both('each id, µs', '每个标识（微秒）'),
  both('read both and compare, ms', '读入两版并比较（毫秒）'),
]

/** How long the comparison of two editions takes, in process, and how that grows. */
export const diffJob = {
  name: 'diff',
  async run(bench) {
    bench.say('diff: two editions of up to 8,000 ids')
    const { compare, diff, loadForm } = await import('../../../dist/index.js')
    const body = [1000, 2000, 4000, 8000].map((ids) => {
      const [old, now] = [request(definition(ids, 1)), request(definition(ids, 2))]
      const { comparison, diagnostics } = compare({ old, new: now })
      if (!comparison) throw new Error(JSON.stringify(diagnostics.slice(0, 3)))
      const forms = [old, now].map((each) => loadForm({ ...each, year: 2022 }).form)
      const ms = timed(() => diff(...forms))
      const whole = timed(() => compare({ old, new: now }))
      const { length } = comparison.changes
      return [count(ids), count(length), milliseconds(ms), ((ms * 1000) / ids).toFixed(1), milliseconds(whole)]
    })
    return [{ id: 'diff', caption, head, body }]
  },
}

/** A definition of about `count` ids: tables of columns and rows. @param edition 2 differs from 1 in every tenth id */
function definition(count, edition) {
  const lines = [`form: bench`, `edition: ${2020 + edition}`, 'title: 试验', 'parts:']
  const perPart = 250
  for (let part = 0; part < count / perPart; part++) {
    lines.push(`  p${part}:`, `    title: 表${part}`, '    columns:', '      s: 项目 | stub')
    for (let column = 0; column < 20; column++)
      lines.push(`      c${column}: 第${column}列${edition === 2 && column % 10 === 0 ? '（新）' : ''} | 吨`)
    lines.push('    rows:')
    for (let row = 0; row < perPart - 20; row++)
      if (edition === 1 || row % 10 !== 0) lines.push(`      r${row}: 第${row}行`)
      else lines.push(`      n${row}: {label: 第${row}行, renamedFrom: r${row}}`)
  }
  return `${lines.join('\n')}\n`
}

const request = (source) => ({
  files: {
    read: () => source,
    bytes: () => new TextEncoder().encode(source),
    list: () => [],
    exists: (path) => path === 'form.yaml',
  },
  definitions: '.',
  form: 'form.yaml',
})

function timed(run, times = 3) {
  let least = Number.POSITIVE_INFINITY
  for (let n = 0; n < times; n++) {
    const start = performance.now()
    run()
    least = Math.min(least, performance.now() - start)
  }
  return least
}
