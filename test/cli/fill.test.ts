import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { OutputError } from '../../src/cli/outputs.ts'
import { fakeFiles, ran } from './fake-io.ts'

const path = (name: string) => resolve('/forms', name)
const files = fakeFiles({
  [path('hebei.yaml')]: 'form: audit\nyear: 2020\nvalues: 12\n',
  [path('more/hebei.json')]: '{}',
  [path('henan.yaml')]: 'form: audit\nvalues: {total: 12} # doubtful\n',
  [path('hunan.yaml')]: 'form: audit\nvalues: {total: 12} # wrong\n',
  [path('hubei.yaml')]: 'form: audit\nvalues: {total: 12, file: reductions.csv}\n',
})
const zh = { env: { LANG: 'zh_CN.UTF-8' } }
const names = (paths: readonly { readonly path: string }[]) => paths.map((output) => output.path)
const made = (name: string, ...formats: string[]) => formats.map((format) => path(`${name}.${format}`))

describe('biaoshi fill', () => {
  it('writes DIR/<name of DATA> in every format and says what it wrote', async () => {
    const { code, out, err, published } = await ran('fill hebei.yaml --out reports', { files })
    expect(names(published)).toEqual(made('reports/hebei', 'docx', 'xlsx', 'pdf'))
    expect(out).toMatch(/^reports\/hebei\.docx {2}7 pages {2}1 KB\n/)
    expect(out).toMatch(/\n3 files written\.\n$/)
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })

  it('takes several data files, each once, and only the formats asked for', async () => {
    const { code, published } = await ran('fill hebei.yaml hubei.yaml ./hebei.yaml --format pdf', { files })
    expect(names(published)).toEqual([...made('out/hebei', 'pdf'), ...made('out/hubei', 'pdf')])
    expect(code).toBe(0)
  })

  it('makes the documents of a file with findings and prints each with its place, figures and difference', async () => {
    const { code, err, published } = await ran('fill henan.yaml', { files })
    expect(published).toHaveLength(3)
    expect(code).toBe(1)
    expect(
      err,
    ).toBe(`henan.yaml:2:17: finding[total-differs]: "合计" says 12, but self + agency gives 10: a difference of 2
  2 | values: {total: 12} # doubtful
    |                 ^^
    = Check it; the stated figure is kept.

1 finding
`)
    expect((await ran('fill henan.yaml', { files, ...zh })).err).toMatch(
      /核对\[total-differs\]：“合计” 填 12，按 self \+ agency 应为 10，相差 2\n(?:.*\n)*1 处需核对\n$/,
    )
  })

  it('makes nothing of a file with errors but all others, tells everything at the end, and ends with the worst code', async () => {
    const { code, err, published } = await ran('fill hunan.yaml henan.yaml hebei.yaml --format pdf', { files })
    expect(names(published)).toEqual([...made('out/henan', 'pdf'), ...made('out/hebei', 'pdf')])
    expect(err).toContain('hunan.yaml:2:17: error[not-a-figure]')
    expect(err).toContain('henan.yaml:2:17: finding[total-differs]')
    expect(err).toMatch(/\n1 error, 1 finding\n$/)
    expect(code).toBe(2)
  })

  it('says nothing of documents where there are none', async () => {
    expect(await ran('fill hunan.yaml', { files })).toMatchObject({ code: 2, out: '', published: [] })
  })

  it('says in which encoding a CSV was read', async () => {
    const { code, err } = await ran('fill hubei.yaml', { files })
    expect(err).toContain('info[csv-encoding]: reductions.csv was read as GB18030')
    expect(code).toBe(0)
  })

  it('refuses two data files of one name before any work, whatever their case and ending', async () => {
    const { code, err, published, steps } = await ran('fill hebei.yaml more/hebei.json HEBEI.yml', { files })
    expect(err).toContain(`${path('hebei.yaml')} and ${path('more/hebei.json')} would both be written to out/hebei.*`)
    expect(err).toContain(`${path('hebei.yaml')} and ${path('HEBEI.yml')}`)
    expect({ code, published, steps }).toEqual({ code: 2, published: [], steps: [] })
  })

  it('tells a wrong format, and that a data file is missing', async () => {
    expect((await ran('fill hebei.yaml --format odt', { files })).err).toContain('the option --format cannot be "odt"')
    expect((await ran('fill', { files })).err).toBe("error: missing required argument 'DATA'\n")
    expect((await ran('fill', { files, ...zh })).err).toBe('错误：缺少参数 DATA\n')
  })

  it('says which file could not be written, after what there is to say of the data', async () => {
    const publish = () => {
      throw new OutputError(path('out/hebei.docx'), Object.assign(new Error(), { code: 'EBUSY' }))
    }
    const { code, err } = await ran('fill henan.yaml', { files, publish })
    expect(err).toContain('finding[total-differs]')
    expect(err).toContain('cannot write /forms/out/hebei.docx: the file is in use')
    expect(code).toBe(2)
  })
})

describe('biaoshi data', () => {
  it('prints the skeleton of a form and year', async () => {
    expect(await ran('data audit --year 2021')).toMatchObject({
      code: 0,
      out: 'form: audit\nyear: 2021\nvalues:\n',
      err: '',
    })
  })

  it('writes it to a file', async () => {
    const { out, published } = await ran('data audit --out data/hebei.yaml')
    expect(names(published)).toEqual([path('data/hebei.yaml')])
    expect(new TextDecoder().decode(published[0]?.bytes)).toBe('form: audit\nyear: 2024\nvalues:\n')
    expect(out).toBe('1 file written.\n')
  })

  it('names a form that is given by its path from where the data file will stand', async () => {
    const { published } = await ran('data forms/audit.yaml --out data/hebei.yaml')
    expect(new TextDecoder().decode(published[0]?.bytes)).toMatch(/^form: \.\.\/forms\/audit\.yaml\n/)
    expect((await ran('data forms/audit.yaml')).out).toMatch(/^form: forms\/audit\.yaml\n/)
  })

  it('never over a file that is there: it may have been filled in', async () => {
    const { code, err, published } = await ran('data audit --out hebei.yaml', { files })
    expect(err).toContain(`${path('hebei.yaml')} exists`)
    expect({ code, published }).toEqual({ code: 2, published: [] })
  })

  it('prints nothing where the definition is wrong', async () => {
    const { code, out, err } = await ran('data broken')
    expect(err).toContain('error[missing-key]')
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })
})

describe('biaoshi schema FORM', () => {
  it('prints the JSON Schema of the form’s data, or writes it to a file', async () => {
    expect(JSON.parse((await ran('schema audit --year 2021')).out)).toEqual({ title: 'audit 2021' })
    const { published } = await ran('schema audit --out s.json')
    expect(JSON.parse(new TextDecoder().decode(published[0]?.bytes))).toEqual({ title: 'audit 2024' })
  })
})

describe('biaoshi make', () => {
  const dir = '/shipped/definitions/audit/examples'
  const examples = (more: Record<string, string>) => ({
    files: fakeFiles({
      [`${dir}/example.yaml`]: 'form: audit\nyear: 2020\n',
      [`${dir}/part.yaml`]: 'rows: []\n',
      [`${dir}/list.csv`]: 'form: \nyear: \n',
      ...more,
    }),
  })

  it('makes the blanks, and each example that says its form and year, named after its form', async () => {
    const { code, published } = await ran('make', examples({}))
    const expected = ['audit-2024-blank', 'highway-condition-2024-blank', 'audit-example']
    expect(names(published)).toEqual(expected.flatMap((name) => made(`out/${name}`, 'docx', 'xlsx', 'pdf')))
    expect(code).toBe(0)
  })

  it('writes nothing where an example is wrong, and says when one needs checking', async () => {
    const wrong = await ran('make', examples({ [`${dir}/other.yaml`]: 'form: audit\nyear: 2020\nx: 12 wrong\n' }))
    expect(wrong).toMatchObject({ code: 2, published: [] })
    const doubtful = await ran('make', examples({ [`${dir}/other.yaml`]: 'form: audit\nyear: 2020\nx: 12 doubtful\n' }))
    expect(doubtful).toMatchObject({ code: 1 })
    expect(doubtful.published).toHaveLength(12)
  })
})

describe('progress', () => {
  it('names each data file and format, and ends before anything is told', async () => {
    const { steps } = await ran('fill hebei.yaml henan.yaml --format pdf', { files })
    expect(steps).toEqual(['4 steps', '0 hebei.yaml', '1 hebei.yaml pdf', '2 henan.yaml', '3 henan.yaml pdf', 'stop'])
  })

  it('ends where a file has errors too', async () => {
    expect((await ran('fill hunan.yaml', { files })).steps).toEqual(['4 steps', '0 hunan.yaml', 'stop'])
  })

  it('counts the documents that a file with errors does not get', async () => {
    const { steps } = await ran('fill hunan.yaml hebei.yaml --format pdf', { files })
    expect(steps).toEqual(['4 steps', '0 hunan.yaml', '2 hebei.yaml', '3 hebei.yaml pdf', 'stop'])
  })
})
