import { describe, expect, it } from 'vitest'
import { type Format, makeBlank, skeleton, UnknownFormatError } from '../../src/pipeline.ts'
import { fonts, request, said } from '../support/forms.ts'
import { fillText, withFiles } from './support/filling.ts'

const definition = `form: stock
edition: 2024
title: "{{year}}年库存表"
parts:
  t:
    columns: {name: 品名 | text, kept: 库存 | 吨}
    list: {blank: 2, total: 合计}
`

describe('a form that is given by its path', () => {
  const beside = { 'forms/stock.yaml': definition }

  it('has a skeleton that fills it', async () => {
    const asked = { files: withFiles(beside), definitions: '/none', form: '/data/forms/stock.yaml', year: 2025 }
    const { text = '' } = skeleton(asked, 'forms/stock.yaml')
    expect(text).toContain('\nform: forms/stock.yaml\nyear: 2025\n')
    const filled = text.replace('list: []', 'list: [{name: 煤, kept: 12.5}]')
    const outcome = await fillText(filled, beside, ['xlsx'])
    expect(said(outcome)).toBe('')
    expect([outcome.form, outcome.year, outcome.documents.length]).toEqual(['stock', 2025, 1])
  })

  it('is told where the data name it', async () => {
    const gone = await fillText('form: forms/stok.yaml\nyear: 2024\n', beside, ['xlsx'])
    expect(said(gone)).toMatch(/data\.yaml:1:7: error\[unreadable-file\]: cannot read \S*forms\/stok\.yaml/)
    const early = await fillText('form: forms/stock.yaml\nyear: 2023\n', beside, ['xlsx'])
    expect(said(early)).toMatch(/data\.yaml:2:7: error\[no-edition\]/)
  })
})

it('a format that there is none of is refused before any work, with those that there are', async () => {
  const asked = { ...request('highway-condition'), formats: ['doc' as Format], fonts }
  await expect(makeBlank(asked)).rejects.toThrow(UnknownFormatError)
  await expect(makeBlank(asked)).rejects.toThrow('there is no format "doc"; formats are docx, xlsx, pdf')
})

it('an added column may hold words, which do not add up', async () => {
  const data = `form: cleaner-production-audit
year: 2020
values:
  cover: {unit: 某省}
  mandatoryResults:
    savings:
      added: {steam: {label: 蒸汽, unit: 吨}, source: {label: 来源, type: text}}
      list:
        - {name: 甲厂, extra: {steam: 12.5, source: 自产}}
        - {name: 乙厂, extra: {steam: 3, source: "007"}}
`
  const { documents, ...outcome } = await fillText(data, {}, ['docx', 'xlsx', 'pdf'])
  expect(said(outcome)).toBe('')
  expect(documents).toHaveLength(3)
})
