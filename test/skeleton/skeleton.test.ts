import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { columns } from '../../src/diagnostics/columns.ts'
import { type Format, filledGrid, makeFilled } from '../../src/pipeline.ts'
import { blanksOf, documentOf, fonts, formatNames, forms, readerOf, request, said } from '../support/forms.ts'
import { instructed, pathsOf } from './support/instructed.ts'
import { dataFile, overlayOf, schemaOf, skeletonOf } from './support/overlay.ts'
import { sample } from './support/samples.ts'

const audit = skeletonOf(request('cleaner-production-audit', 2020))
const highway = skeletonOf(request('highway-condition', 2014))
const household = skeletonOf(forms.find(({ name }) => name === 'tax-lines')?.request ?? request(''))

/** The lines from one that has a text to the one before an empty line. */
const around = (text: string, what: string): string => {
  const lines = text.split('\n')
  const from = lines.findIndex((line) => line.includes(what))
  return lines.slice(from, lines.indexOf('', from)).join('\n')
}

const fill = (asked: Parameters<typeof overlayOf>[0], data: string, formats: readonly Format[]) => {
  const { definitions, files } = overlayOf(asked)
  return makeFilled({ files: files(data), definitions, data: dataFile, formats, fonts })
}

describe.each(forms)('the skeleton of $name', ({ request: asked }) => {
  const text = skeletonOf(asked)

  // A PDF holds the files that it was made of: its pages are the blank's, its bytes are not.
  it('left as it is, makes the blank in every format, byte for byte where no source is attached', async () => {
    const { documents, ...outcome } = await fill(asked, text, formatNames)
    expect(said(outcome)).toBe('')
    const blanks = await blanksOf(asked)
    expect(documents.map(({ format }) => format)).toEqual(formatNames)
    for (const { format, bytes } of documents) {
      const blank = blanks.get(format) as Uint8Array
      const read = await readerOf(format)
      if (format === 'pdf') expect(await read(bytes)).toEqual(await read(blank))
      else expect(Buffer.compare(bytes, blank)).toBe(0)
    }
  })

  it('asks for every place to write on the form, and for each once', () => {
    const offered = pathsOf((parse(instructed(text)) as { values: unknown }).values)
    expect(new Set(offered).size).toBe(offered.length)
    const adds = offered
      .filter((path) => path.includes('.added.'))
      .map((path) => path.slice(0, path.indexOf('.added.')))
    const covered = (id: string) =>
      offered.some((path) => path === id || path.startsWith(`${id}.`) || path.startsWith(`${id}[]`)) ||
      adds.some((block) => [`${block}[].extra`, `${block}.total.extra`].includes(id))
    expect(inputs(asked).filter((id) => !covered(id))).toEqual([])
  })

  it('names things without the marks of strong text, as the schema does', () => {
    expect(text + JSON.stringify(schemaOf(asked))).not.toContain('**')
  })

  it('offers the keys that the schema knows, and no other', () => {
    const { properties } = schemaOf(asked) as { properties: { values: Parameters<typeof sample>[0] } }
    const known = pathsOf(sample(properties.values)).filter((path) => !path.includes('.extra.'))
    const offered = pathsOf((parse(instructed(text)) as { values: unknown }).values)
    expect(offered.toSorted()).toEqual(known.toSorted())
  })

  it('is valid against the schema, untouched and as its head instructs', () => {
    const validator = z.fromJSONSchema(schemaOf(asked))
    for (const data of [text, instructed(text)])
      expect(validator.safeParse(parse(data)).error?.issues ?? []).toEqual([])
  })

  it('takes lines of at most 120 columns and ends with a line break', () => {
    expect(text.split('\n').filter((line) => columns(line) > 120 || line !== line.trimEnd())).toEqual([])
    expect(text).toMatch(/[^\n]\n$/)
  })

  it('has a schema that lets in nothing but what can be filled in', async () => {
    const { documents, diagnostics, sources } = await fill(asked, JSON.stringify(sample(schemaOf(asked))), ['pdf'])
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    expect(said({ diagnostics: errors, sources })).toBe('')
    expect(documents).toHaveLength(1)
  })
})

it.each([
  ['cleaner-production-audit', 'example-2020'],
  ['highway-condition', '2013'],
])('the schema of %s takes its example', (form, name) => {
  const data = readFileSync(new URL(`../../definitions/${form}/examples/${name}.yaml`, import.meta.url), 'utf8')
  expect(z.fromJSONSchema(schemaOf(request(form))).safeParse(parse(data)).error?.issues ?? []).toEqual([])
})

it('the schema refuses what is no figure, an unknown key and an unknown choice', () => {
  const validator = z.fromJSONSchema(schemaOf(request('cleaner-production-audit')))
  const refused = (values: unknown) =>
    !validator.safeParse({ form: 'cleaner-production-audit', year: 2020, values }).success
  const published = (total: unknown) => ({ basics: { mandatory: { published: { total } } } })
  expect([120, '120', '9007199254740993', null].filter((total) => refused(published(total)))).toEqual([])
  expect(['2000万', '1,234', '1e5', 1.5, -1].filter((total) => !refused(published(total)))).toEqual([])
  expect(refused({ basics: { fund: { established: '也许' } } })).toBe(true)
  expect(refused({ basics: { funds: {} } })).toBe(true)
})

it('a column of a list may be called what the place for added columns is called', () => {
  const asked = forms.find(({ name }) => name === 'stepped-columns')?.request ?? request('')
  const { definitions, files } = overlayOf(asked)
  const data = 'form: investment-progress\nyear: 2024\nvalues: {projects: {list: [{name: 某项目, added: 7}]}}\n'
  const { document, ...outcome } = filledGrid({ files: files(data), definitions, data: dataFile, fonts })
  expect(said(outcome)).toBe('')
  const cells = document?.items.flatMap((item) =>
    item.kind === 'table' ? [...item.rows].flatMap((row) => row.cells) : [],
  )
  expect(cells?.find(({ id }) => id === 'projects[1].added')?.content.flat()).toEqual([{ text: '7' }])
})

/** Printed statements that are only signed, on the paper. */
const signed = ['application.opinions.promise', 'comments.certified']

/**
 * Where a person writes, by path. The boxes of one code are one place; a unit is written with its figure or the column.
 */
function inputs(asked: Parameters<typeof documentOf>[0]): string[] {
  const places = documentOf(asked).items.flatMap(
    (item): readonly { readonly id: string; readonly input: boolean }[] => {
      if (item.kind === 'table') return [...item.rows].flatMap((row) => row.cells)
      return item.kind === 'fields' ? item.segments : []
    },
  )
  const paths = places
    .filter(({ input }) => input)
    .map(({ id }) => id.replace(/\[\d+\]$/, '').replace(/\[\d+\]/g, '[]'))
  return [...new Set(paths)].filter((id) => !id.endsWith(':unit') && !signed.includes(id))
}

describe('a skeleton', () => {
  it('says form and year, and begins with what a filler must know', () => {
    expect(audit).toMatch(/^# 2020年清洁生产审核工作总结表\n#\n# 在冒号后面填写/)
    expect(audit).toContain('\nform: cleaner-production-audit\nyear: 2020\nvalues:\n')
    expect(highway).toContain('\nyear: 2014\n')
  })

  it('explains each key: label, type, unit, and what the program works out', () => {
    expect(around(audit, 'started: # 已开展强制性')).toContain(`        started: # 已开展强制性清洁生产审核企业[5]数
          total:  # 合计：整数，个（可不填，自动合计）
          self:   # 自行开展审核的企业数：整数，个
          agency: # 委托中介机构开展审核的企业数：整数，个
`)
    expect(audit).toContain('established: # 是否建立清洁生产专项资金：是/否\n')
    expect(audit).toContain('so2:            # SO₂：数，吨\n')
    expect(audit).toContain('gas:      # 节天然气[2]：数，m³\n')
  })

  it('tells each note once, before what cites it', () => {
    const note = '# [8] 企业投资包括企业的银行贷款\n'
    expect(audit.split(note)).toHaveLength(2)
    expect(audit.indexOf(note)).toBeLessThan(audit.indexOf('firms:      # 企业投资[8]'))
  })

  it('shows an empty list with a row to copy', () => {
    expect(around(audit, 'disclosures: []')).toBe(
      `    disclosures: [] # 二、2020年政府主动信息公开情况（公布企业名单、发布公告及其他信息）：每行一份，行数不限
      # - name:      # 名称：文字
      #   publisher: # 发布者：文字
      #   carrier:   # 发布载体：文字`,
    )
  })

  it('has a place for a total and for columns of one’s own, and says that a list may come from CSV', () => {
    expect(around(audit, 'savings: # 表2-2')).toContain(`
      added: {} # 自行增加的栏，代替 ……；各行的值写在 extra 下，填文字的栏写 type: text
        # steam: {label: 蒸汽, unit: 吨}
      list: []`)
    expect(audit).toContain('        total: {staff: } # 合计（可不填，自动合计）\n')
    expect(audit).toContain('CSV（UTF-8 或 GB18030，第一行为列的标识或栏名）：file: 文件名.csv')
  })

  it('shows the text in which several values stand', () => {
    expect(around(audit, 'fiveYears:')).toContain(`印作 “＿人（＿%）”
          people: # 整数，人
          share:  # 数，%`)
  })

  it('sets rows of figures on a line each, under a legend', () => {
    expect(highway).toContain(`    # 每行填：
    #   length: # 实际评级里程
    #     total:     # 合计：数，公里，至多 3 位小数（可不填，自动合计）
`)
    expect(highway).toContain(
      '      county: {length: {total: , excellent: , good: , fair: , poor: , bad: }, share: , result: } # 县道\n',
    )
  })

  it('says how several paragraphs are written', () => {
    expect(audit).toContain('#   penalties: |\n#     第一段\n')
    expect(audit).toContain(
      '    penalties: # 十、强制性清洁生产执法处罚情况及处罚方式：文字，可分段（写 |，下面每段一行）\n',
    )
  })

  it('speaks the language of the form', () => {
    expect(household).toContain('(may be left out: it is worked out)')
    expect(household.replace(/“|”/g, '')).not.toMatch(/[\p{Script=Han}，：]/u)
  })
})
