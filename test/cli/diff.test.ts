import { describe, expect, it } from 'vitest'
import { fakeFiles, ran } from './fake-io.ts'

const files = fakeFiles({ '/shipped/templates/diff.html.hbs': '{{heading}}', '/forms/a.yaml': '', '/forms/b.yaml': '' })

describe('biaoshi diff', () => {
  it('compares two years of a form in the terminal', async () => {
    const { code, out, published } = await ran('diff audit 2020 2023')
    expect(code).toBe(0)
    expect(out).toContain('unit-rescaled')
    expect(published).toEqual([])
  })

  it('compares two files', async () => {
    const asked: string[] = []
    const { code } = await ran('diff a.yaml b.yaml', {
      files,
      fake: {
        compare: ({ old, new: now }) => {
          asked.push(old.form, now.form)
          return { diagnostics: [], sources: new Map() }
        },
      },
    })
    expect(asked).toEqual(['/forms/a.yaml', '/forms/b.yaml'])
    expect(code).toBe(2)
  })

  it('never writes over a definition that it has read', async () => {
    const { code, err, published } = await ran('diff a.yaml b.yaml --out a.yaml', {
      files,
      fake: {
        compare: () => ({ diagnostics: [], sources: new Map([['/forms/a.yaml', '']]), comparison: light }),
      },
    })
    expect([code, published]).toEqual([2, []])
    expect(err).toContain('would-overwrite')
  })

  it('writes a page and a Word document to files', async () => {
    const page = await ran('diff audit 2020 2023 --format html', { files })
    expect(page.published.map(({ path }) => path)).toEqual(['/forms/out/audit-2020-2023-diff.html'])
    expect(new TextDecoder().decode(page.published[0]?.bytes)).toBe('审核表: edition 2020 → edition 2023')
    const word = await ran('diff audit 2020 2023 --format docx --out changes.docx')
    expect(word.published.map(({ path }) => path)).toEqual(['/forms/changes.docx'])
  })

  it('is not coloured in a file', async () => {
    const coloured = await ran('diff audit 2020 2023', { outColour: true })
    expect(coloured.out).toContain('\u001b[')
    const file = await ran('diff audit 2020 2023 --out a.txt', { outColour: true })
    expect(new TextDecoder().decode(file.published[0]?.bytes)).not.toContain('\u001b[')
  })

  it.each([
    ['breaks-data', 1],
    ['layout', 1],
  ])('fails on %s with exit code %i where there is such a change', async (impact, expected) => {
    expect((await ran(`diff audit 2020 2023 --fail-on ${impact}`)).code).toBe(expected)
  })

  it('does not fail where all changes are lighter', async () => {
    const { code } = await ran('diff audit 2020 2023 --fail-on breaks-data', {
      fake: {
        compare: () => ({ diagnostics: [], sources: new Map(), comparison: light }),
      },
    })
    expect(code).toBe(0)
  })

  it.each([
    'diff audit 2020 2023 --format odt',
    'diff audit 2020 2023 --fail-on nothing',
    'diff audit then now',
    'diff audit 2020',
  ])('%s is wrong use', async (line) => {
    const { code, err } = await ran(line)
    expect(code).toBe(2)
    expect(err).toContain('bad-option')
  })

  it('says what is wrong in a definition', async () => {
    const { code, err } = await ran('diff broken 2020 2023')
    expect(code).toBe(2)
    expect(err).toContain('missing-key')
  })
})

const light = {
  old: { form: 'audit', edition: 2020, year: 2023, title: '审核表' },
  new: { form: 'audit', edition: 2023, year: 2023, title: '审核表' },
  changes: [{ check: 'page-changed', impact: 'layout', kind: 'form' }],
  likelyRenames: [],
  tables: new Map(),
} as const

it('an edition that is neither a year nor a definition is named as it stands in the command', async () => {
  const { code, err } = await ran('diff audit 2013 j.json', { files })
  expect([code, err]).toEqual([2, expect.stringContaining('B cannot be "j.json"')])
  expect(err).toContain('It may be: 1900–2999 or the path of a definition (.yaml)')
})
