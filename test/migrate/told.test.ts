import { describe, expect, it } from 'vitest'
import { formatDiagnostics } from '../../src/diagnostics/index.ts'
import { disk, fonts, migrated } from './support/migrating.ts'

const rows = (group: string, columns = '', more = '') =>
  `t: {columns: {item: {label: 项目, columns: {g: 群 | group, n: 名 | stub}}, len: {label: 里程, unit: 公里, columns: {x: 优${columns}}}${more}}, rows: {mqi: {label: MQI, rows: {a: 总计, b: 县道}}${group}}}\n`
const tci = ', tci: {label: 沿线设施(TCI), rows: {a: 总计, b: 县道}}'
const full = rows(tci, ', y: 良', ', r: 结果 | number')

/** The first lines of what is told, without the place. */
function told(after: string, values: string): string[] {
  const { said, outcome } = migrated([full, after], values)
  expect(outcome.changes.length).toBeGreaterThan(0)
  return said.split('\n').flatMap((line) => /finding\[migrate-[^"]*(".*)/.exec(line)?.[1] ?? [])
}

describe('values that are lost together are told together', () => {
  it('of a row that is gone, under its group', () => {
    const after = full.replace(
      'tci: {label: 沿线设施(TCI), rows: {a: 总计, b: 县道}}',
      'tci: {label: 沿线设施(TCI), rows: {a: 总计}}',
    )
    expect(told(after, 't:\n  tci:\n    b:\n      len: {x: 1, y: 2}\n      r: 3\n')).toEqual([
      '"沿线设施(TCI) · 县道" (t.tci.b) has no place in the edition of 2024, 3 left behind: 里程（公里） · 优 1; 里程（公里） · 良 2; 结果 3 (a.yaml:7–8)',
    ])
  })

  it('of a group that is gone, its rows named', () => {
    const after = full.replace(tci, '')
    expect(told(after, 't:\n  tci:\n    a: {r: 3}\n    b: {r: 4}\n')).toEqual([
      '"沿线设施(TCI)" (t.tci) has no place in the edition of 2024, 2 left behind: 总计 · 结果 3; 县道 · 结果 4 (a.yaml:6–7)',
    ])
  })

  it('of a column that is gone, in whatever row', () => {
    const after = rows(tci, '', ', r: 结果 | number')
    expect(told(after, 't:\n  mqi:\n    b: {len: {y: 5}}\n  tci:\n    b: {len: {y: 6}}\n')).toEqual([
      '"里程（公里） · 良" (t.len.y) has no place in the edition of 2024, 2 left behind: MQI · 县道 5; 沿线设施(TCI) · 县道 6 (a.yaml:6, 8)',
    ])
  })

  it('of a column that is refused, and alone of its cell', () => {
    const after = rows(tci, ', y: 良', ', r: {label: 结果, options: {ok: 好, no: 坏}}')
    const said = told(after, 't:\n  mqi:\n    b: {r: 5}\n  tci:\n    b: {r: 6}\n')
    expect(said).toEqual([
      expect.stringMatching(/^"结果" \(t\.r\).*2 left behind: MQI · 县道 5; 沿线设施\(TCI\) · 县道 6 /),
    ])
    expect(told(after, 't: {mqi: {b: {r: 5}}}\n')).toEqual([
      expect.stringMatching(/^"MQI · 县道 · 结果" \(t\.mqi\.b\.r\)/),
    ])
  })

  it('of a section that is gone; of many values the lines say where all are', () => {
    const sections = (more: string) => `p:\n  sections:\n    s: 文\n${more}`
    const gone = `    l: {label: 甲, columns: {n: 名, a: 数 | 个}, list: 2, more: ……}\n`.replace(', more: ……', '')
    const list = Array.from({ length: 2 }, (_, n) => `    - {n: 子${n}, a: ${n}}\n`).join('')
    const { said, outcome } = migrated([sections(gone), sections('')], `p:\n  s: 文\n  l:\n${list}`)
    expect(said).toContain(
      '"甲" (p.l) has no place in the edition of 2024, 4 left behind: 名 子0; 数（个） 0; 名 子1; 数（个） 1 (a.yaml:7–8)',
    )
    expect(outcome.changes).toHaveLength(4)
  })
})

it('a form that is named by a path which is gone is to be named by its id', async () => {
  const { filledGrid } = await import('../../src/pipeline.ts')
  const files = disk({ 'a.yaml': 'form: gone/draft.yaml\nyear: 2024\nvalues: {}\n' })
  const { diagnostics, sources } = filledGrid({ files, definitions: 'forms', data: 'a.yaml', fonts })
  expect(formatDiagnostics(diagnostics, sources, { locale: 'en', colour: false })).toContain('write its id')
})
