import { describe, expect, it } from 'vitest'
import { Diagnostics, formatDiagnostics } from '../../src/diagnostics/index.ts'

const lines = Array.from({ length: 2000 }, (_, n) => `row ${n + 1}`)
const text = lines.join('\n')
const sources = new Map([['a.csv', text]])
const at = (line: number) => {
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0)
  return { file: 'a.csv', start, end: start + 3 }
}

/** The first line of each thing shown, by code and line, and the lines that count. */
function shown(report: Diagnostics, most: number | undefined, locale: 'zh' | 'en' = 'en'): string[] {
  const options = { locale, colour: false, hint: 'Say --all.', ...(most === undefined ? {} : { most }) } as const
  const said = formatDiagnostics(report.list, sources, options)
  return said.split('\n').flatMap((line) => {
    const [, number, code] = /^a\.csv:(\d+):1: \S+?\[([a-z-]+)\]/.exec(line) ?? []
    return code === undefined ? (/^(…|Say|\d+ \S)/.test(line) ? [line] : []) : [`${code} ${number}`]
  })
}

describe('of much that is to be said', () => {
  const report = new Diagnostics()
  for (let line = 1; line <= 1000; line++) {
    report.add('no-unit', at(line), { text: '1' }, 'vocs')
    if (line > 3 && line < 6) report.add('no-unit', at(line), { text: '2' }, 'other')
  }
  for (let line = 900; line < 960; line++) report.add('not-a-phone', at(line), { text: 'x' })

  it('errors come first, so many are shown and all are counted', () => {
    const said = shown(report, 50)
    expect(said.slice(0, 50)).toEqual(Array.from({ length: 50 }, (_, n) => `not-a-phone ${900 + n}`))
    expect(said.slice(-3)).toEqual(['… and 10 more errors', 'Say --all.', '60 errors, 1002 findings'])
  })

  it('what many rows of a column share is shown by the first three, and counted', () => {
    expect(shown(report, 50).slice(50, -3)).toEqual([
      'no-unit 1',
      'no-unit 2',
      'no-unit 3',
      '… and 997 more of the kind in this column',
      'no-unit 4',
      'no-unit 5',
    ])
  })

  it('everything is shown where nothing else is said', () => {
    expect(shown(report, undefined)).toHaveLength(60 + 1002 + 1)
  })

  it('one more than three is shown', () => {
    const four = new Diagnostics()
    for (let line = 1; line <= 4; line++) four.add('no-unit', at(line), { text: '1' }, 'vocs')
    expect(shown(four, 50)).toEqual(['no-unit 1', 'no-unit 2', 'no-unit 3', 'no-unit 4', '4 findings'])
  })

  it('others than errors are bounded too', () => {
    const many = new Diagnostics()
    for (let line = 1; line <= 7; line++) many.add('no-unit', at(line), { text: '1' })
    expect(shown(many, 5).slice(-3)).toEqual(['… and 2 more that are no errors', 'Say --all.', '7 findings'])
    expect(shown(many, 7).slice(-2)).toEqual(['no-unit 7', '7 findings'])
    expect(shown(many, 5, 'zh').slice(-3, -2)).toEqual(['… 另有 2 处其他情况没有列出'])
  })
})
