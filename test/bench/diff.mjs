// How long the comparison of two editions takes, and how that grows: `npm run bench:diff`, after `npm run build`.
import { performance } from 'node:perf_hooks'
import { compare, diff, loadForm } from '../../dist/index.js'

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

const rows = []
for (const count of [1000, 2000, 4000, 8000]) {
  const [old, now] = [request(definition(count, 1)), request(definition(count, 2))]
  const { comparison, diagnostics } = compare({ old, new: now })
  if (!comparison) throw new Error(JSON.stringify(diagnostics.slice(0, 3)))
  const forms = [old, now].map((each) => loadForm({ ...each, year: 2022 }).form)
  rows.push({
    ids: count,
    changes: comparison.changes.length,
    'compare, ms': Math.round(timed(() => diff(...forms))),
    'read both and compare, ms': Math.round(timed(() => compare({ old, new: now }))),
  })
}
console.table(rows)
