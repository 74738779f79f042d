import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { diskFiles } from '../../src/cli/files.ts'
import { plain } from '../../src/model/index.ts'
import { listForms } from '../../src/pipeline.ts'
import { documentOf, forms, request } from '../support/forms.ts'
import { transcript } from '../support/transcript.ts'

const { request: asked } = forms.find(({ name }) => name === 'cleaner-production-audit-second-edition-2023') ?? {
  request: request(''),
}
const second = documentOf(asked)
const text = transcript(second).flat(2).join('\n')

it('the invented second edition says in its file and on its first page that nobody issued it', () => {
  expect(readFileSync(asked.form, 'utf8').split('\n')[1]).toContain('AN INVENTED EXAMPLE, 虚构示例')
  const page = second.items.filter(({ kind }) => kind === 'text').slice(0, 3)
  expect(
    page.map((item) => (item.kind === 'text' ? item.content.map(({ text: words }) => words).join('') : '')),
  ).toContain('（虚构示例，不是任何机关印发的表）')
})

it('neither the list of forms nor a year finds it', () => {
  const form = listForms(diskFiles, asked.definitions).find((each) => each.form === 'cleaner-production-audit')
  expect(form?.editions).toEqual([2020])
  expect(documentOf(request('cleaner-production-audit', 2023))).toMatchObject({ edition: 2020, year: 2023 })
})

it('prints what it changed', () => {
  for (const changed of ['2023年', '颗粒物', '碳减排', '万度', '吨CO2', 'GB/T 4754－2017', '公开日期'])
    expect(text).toContain(changed)
  for (const gone of ['2020年', '烟粉尘', 'GB/T 4754－2002', '规定文件']) expect(text).not.toContain(gone)
  const rows = second.items.flatMap((item) => (item.kind === 'table' ? [...item.rows] : []))
  const vocs = rows.flatMap(({ cells }) => cells).filter(({ id }) => /vocs.*unit/.test(id))
  expect(vocs.map(({ content }) => content.map(plain).join(''))).toEqual(['吨', '吨'])
})
