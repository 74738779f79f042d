import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plain, type Run, type Runs } from '../../src/model/index.ts'
import { breakLines, type Measure } from '../../src/text/breaks.ts'

/** Ten points an em; ASCII half an em, combining marks nothing, indexes half of it all. */
const measure: Measure = (text, run) => {
  let width = 0
  for (const char of text) width += /\p{M}/u.test(char) ? 0 : char < '\u007F' ? 5 : 10
  return run.mark === undefined ? width : width / 2
}
const lay = (content: string | Runs, em: number, restEm = em) =>
  breakLines(
    typeof content === 'string' ? [{ text: content }] : content,
    { first: em * 10, rest: restEm * 10 },
    measure,
  )
const broken = (content: string | Runs, em: number, restEm = em) =>
  lay(content, em, restEm).map((line) => plain(line.runs))

describe('filling lines', () => {
  it('keeps a text that fits on one line, the runs as they are', () => {
    const runs: Runs = [{ text: '清洁' }, { text: '生产', strong: true }]
    expect(breakLines(runs, { first: 40, rest: 40 }, measure)).toEqual([{ runs, width: 40, last: true }])
  })

  it('fills each line as far as it goes, and marks the last', () => {
    expect(lay('清洁生产审核', 4)).toEqual([
      { runs: [{ text: '清洁生产' }], width: 40, last: false },
      { runs: [{ text: '审核' }], width: 20, last: true },
    ])
  })

  it('gives the first line a width of its own', () => {
    expect(broken('清洁生产审核情况', 2, 4)).toEqual(['清洁', '生产审核', '情况'])
  })

  it('makes one empty line of nothing', () => {
    const empty = [{ runs: [], width: 0, last: true }]
    expect(lay([], 4)).toEqual(empty)
    expect(lay('', 4)).toEqual(empty)
    expect(lay('　  ', 4)).toEqual(empty)
  })

  it('starts a new line where the text says so, and ends a justified one there', () => {
    expect(broken('清洁\n\n生产审核', 3, 4)).toEqual(['清洁', '', '生产审核'])
    expect(lay('清洁\n生产审核单位', 4).map((line) => line.last)).toEqual([true, false, true])
    expect(broken('清洁\r\n', 9)).toEqual(['清洁', ''])
  })

  it('lets spaces hang at the end of a line and drops them, and keeps those at its start', () => {
    expect(lay('清洁生产    审核 ', 4)).toMatchObject([{ width: 40 }, { width: 20 }])
    expect(broken('　　清洁生产审核', 4)).toEqual(['　　清洁', '生产审核'])
  })

  it('keeps the marks of each run', () => {
    const runs: Runs = [{ text: '排放SO' }, { text: '2', mark: 'sub' }, { text: '总量', strong: true }]
    expect(lay(runs, 4.25).map((line) => line.runs)).toEqual([
      [{ text: '排放SO' }, { text: '2', mark: 'sub' }, { text: '总', strong: true }],
      [{ text: '量', strong: true }],
    ])
  })
})

describe('marks at the ends of a line', () => {
  it.each([...'、，。．：；！？）］｝〕》〉」』”’％‰℃·'])('never starts one with %s', (mark) => {
    expect(broken(`清洁生产${mark}审核`, 4)).toEqual(['清洁生', `产${mark}审核`])
  })

  it.each([...'（［｛〔《〈「『“‘￥'])('never ends one with %s', (mark) => {
    expect(broken(`清洁生${mark}审核单位`, 4)).toEqual(['清洁生', `${mark}审核单`, '位'])
  })

  it.each([...'～－–/／'])('never starts one with the connector or divider %s', (mark) => {
    expect(broken(`清洁生产${mark}审核`, 4)[1]).toMatch(/^产/)
  })

  it('carries a whole row of marks over with the character before them', () => {
    expect(broken('（《清洁》）。', 5)).toEqual(['（《清', '洁》）。'])
  })

  it('looks through spaces', () => {
    expect(broken('清洁生产 ，审核', 4)).toEqual(['清洁生', '产 ，审', '核'])
    expect(broken('清洁生（ 审核', 4)).toEqual(['清洁生', '（ 审核'])
  })

  it('breaks a rule rather than the column where both cannot be kept', () => {
    expect(broken('，，，，，', 2)).toEqual(['，，', '，，', '，'])
  })

  it('leaves no closing bracket alone where a unit in brackets is longer than a line', () => {
    expect(broken('（吨）', 2)).toEqual(['（', '吨）'])
    expect(broken('一月（千元）', 2)).toEqual(['一月', '（千', '元）'])
  })
})

describe('what stays whole', () => {
  it('does not part a dash or an ellipsis', () => {
    expect(broken('清洁生——审核', 4)).toEqual(['清洁生', '——审核'])
    expect(broken('清洁生……审核', 4)).toEqual(['清洁生', '……审核'])
  })

  it('lets a dash start a line, but not a connecting one of one em', () => {
    expect(broken('北京清洁—上海', 4)).toEqual(['北京清', '洁—上海'])
  })

  it.each([
    'GB/T',
    '4754－2002',
    '12,345.67',
    '10kg',
    '95%',
    '95％',
    '30℃',
    '10万元',
    '500吨',
    '2020年',
    '￥500',
    '－12.5',
    '10～20',
    'kW·h',
    '10\u00A0kg',
    'don’t',
  ])('keeps %s together', (word) => {
    const lines = broken(`清洁生产审核清洁${word}`, 9)
    expect(lines).toEqual([expect.stringMatching(/^清洁生产审核清?洁?$/), expect.stringMatching(/[^ ]$/)])
    expect(lines[1]?.endsWith(word)).toBe(true)
  })

  it('keeps a figure and the symbol of its unit together across a space', () => {
    expect(broken('能耗为10 kg', 5)).toEqual(['能耗为', '10 kg'])
    expect(broken('2020 Report', 5)).toEqual(['2020', 'Report'])
  })

  it('keeps the code and the number of a standard together', () => {
    expect(broken('代码按GB/T 4754－2002', 8)).toEqual(['代码按', 'GB/T 4754－2002'])
  })

  it('parts a number from its unit, and a code from its number, rather than break either', () => {
    expect(broken('1234567.89万千瓦时', 6)).toEqual(['1234567.89', '万千瓦时'])
    expect(broken('GB/T 4754－2002', 6)).toEqual(['GB/T', '4754－2002'])
  })

  it('parts a range of figures behind its mark rather than break either', () => {
    for (const mark of '－～–-') {
      expect(broken(`11.0${mark}13.3`, 3.5)).toEqual([`11.0${mark}`, '13.3'])
      expect(broken(`11.0${mark}13.3`, 4)).toEqual([`11.0${mark}`, '13.3'])
    }
  })

  it('breaks between words', () => {
    expect(broken('Cleaner Production Audit', 9)).toEqual(['Cleaner Production', 'Audit'])
  })

  it('keeps a footnote mark with the word it stands at, and the mark in one piece', () => {
    const runs: Runs = [
      { text: '审核企业数' },
      { text: '[6]', mark: 'sup', note: 'a' },
      { text: '[7]', mark: 'sup', note: 'b' },
    ]
    expect(broken(runs, 6)).toEqual(['审核企业', '数[6][7]'])
  })

  it('keeps an index with what it stands at', () => {
    const runs: Runs = [{ text: '体积为m' }, { text: '3', mark: 'sup' }, { text: '/d计' }]
    expect(broken(runs, 3.5)).toEqual(['体积为', 'm3/d计'])
  })

  it('keeps combining marks, selectors and joined characters with their base', () => {
    expect(broken('葛󠄀葛󠄀', 1)).toEqual(['葛󠄀', '葛󠄀'])
    expect(broken('éé', 0.5)).toEqual(['é', 'é'])
    expect(broken('👩‍🔬𠮷𠮷', 1)).toEqual(['👩‍🔬', '𠮷', '𠮷'])
  })

  it('keeps a box with its option', () => {
    expect(broken('企业类型□是□否', 5)).toEqual(['企业类型', '□是□否'])
  })

  it('parts an address longer than a line after its marks, a figure never at its point', () => {
    expect(broken('http://a.cn/index.php?id=1234&page=3', 7)).toEqual(['http://a.cn/', 'index.php?id=', '1234&page=3'])
    expect(broken('HJ/T-123456-2008', 5)).toEqual(['HJ/T-', '123456-', '2008'])
    expect(broken('12345678.123456', 5)).toEqual(['12345678.1', '23456'])
  })

  it('breaks what is longer than a line where it must, from a line of its own', () => {
    expect(broken('见https://example.cn/a/b-c', 5)).toEqual(['见', 'https://', 'example.', 'cn/a/b-c'])
  })
})

const text = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...'清洁生产审核工作总结表') },
      { weight: 3, arbitrary: fc.constantFrom(...'、，。：；）》”％（《“') },
      { weight: 1, arbitrary: fc.constantFrom('——', '……', 'VOCs', '12.5%', ' ', '2020年', '𠮷', 'é', '\n') },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))
const runsOf = fc
  .array(fc.tuple(text, fc.boolean()), { maxLength: 4 })
  .map((parts): Runs => parts.map(([text, strong]): Run => (strong ? { text, strong } : { text })))

const solid = (runs: Runs): Runs => runs.map((run) => ({ ...run, text: run.text.replaceAll(' ', '') }))

describe('any text', () => {
  it('is all there, but for spaces at lines’ ends and breaks', () => {
    fc.assert(
      fc.property(runsOf, fc.integer({ min: 1, max: 12 }), (runs, em) => {
        const bare = (text: string) => text.replaceAll(/[ \n]/g, '')
        expect(bare(broken(runs, em).join(''))).toBe(bare(plain(runs)))
        for (const line of broken(runs, em)) expect(line).not.toMatch(/ $|\n/)
      }),
    )
  })

  it('is as wide as measured and within the width, but for a single character', () => {
    fc.assert(
      fc.property(runsOf, fc.integer({ min: 1, max: 24 }), (runs, half) => {
        for (const line of lay(runs, half / 2)) {
          const text = plain(line.runs)
          expect(line.width).toBeCloseTo(line.runs.reduce((sum, run) => sum + measure(run.text, run), 0))
          const chars = [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text.trim())].length
          if (chars > 1 && !/^ /.test(text)) expect(line.width).toBeLessThanOrEqual(half * 5 + 0.001)
        }
      }),
    )
  })

  it('breaks no rule that it could have kept', () => {
    const sound = (left: string, right: string) =>
      !/^[、，。：；）》”％]/.test(right) &&
      !/[（《“]$/.test(left) &&
      !(/—$/.test(left) && /^—/.test(right)) &&
      !(/…$/.test(left) && /^…/.test(right)) &&
      !(/[!-~é]$/.test(left) && /^[!-~é年]/u.test(right))
    fc.assert(
      fc.property(runsOf.map(solid), fc.integer({ min: 3, max: 20 }), (runs, em) => {
        const lines = lay(runs, em)
        for (const [i, { runs, last }] of lines.entries()) {
          if (last) continue
          const [line, next] = [plain(runs), plain(lines[i + 1]?.runs ?? [])]
          if (sound(line, next)) continue
          const chars = [...line]
          const better = chars.findIndex(
            (_, at) => at > 0 && sound(chars.slice(0, at).join(''), chars.slice(at).join('')),
          )
          expect(better, `${line}|${next}`).toBe(-1)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('takes time in proportion to its length', () => {
    let asked = 0
    const long = '清洁生产，审核（Audit 12.5%）'.repeat(4000)
    breakLines([{ text: long }], { first: 300, rest: 300 }, (text, run) => {
      asked += text.length
      return measure(text, run)
    })
    expect(asked).toBe(2 * long.length)
  })
})

describe('as office programs break lines', () => {
  const brokenBy = (text: string, em: number, program: 'LibreOffice' | 'Word'): string[] =>
    breakLines([{ text }], { first: em * 10, rest: em * 10 }, measure, false, program).map(({ runs }) => plain(runs))

  it('LibreOffice ends a line after a slash or hyphen of an address, Word after the hyphen', () => {
    const address = '见https://example.cn/a/b-cccc'
    expect(brokenBy(address, 6, 'LibreOffice')).toEqual(['见https://', 'example.cn/', 'a/b-cccc'])
    expect(brokenBy(address, 6, 'Word')).toEqual(['见', 'https://exam', 'ple.cn/a/b-', 'cccc'])
  })

  it('LibreOffice ends none between a word and a bracket', () => {
    expect(brokenBy('按GB/T 4754-2017（第1号）', 8, 'LibreOffice')).toEqual(['按GB/T 4754-', '2017（第1号）'])
    expect(brokenBy('清洁生产审核（一）GB', 9, 'LibreOffice')).toEqual(['清洁生产审核', '（一）GB'])
  })
})
